import { everywhere, shells } from './commands.ts'
import { flow } from './flow.ts'
import type { Commands, Os, Step, Verify } from './flow.ts'

/** OpenClaw's CLI inside the container of Podman; the image of 2026.2.24 has no `openclaw` on its PATH. */
const inPodman = (args: string): Commands => {
  const old = `podman exec <container> node dist/index.js ${args}`
  return {
    ...everywhere(`podman exec <container> openclaw ${args}`),
    earlier: { '2026.2.24': { native: old, compose: old, container: old } },
  }
}
/** The same in the pod of the official manifests. */
const inPod = (args: string): Commands => {
  const old = `kubectl exec -n openclaw deploy/openclaw -- node dist/index.js ${args}`
  return {
    ...everywhere(`kubectl exec -n openclaw deploy/openclaw -- openclaw ${args}`),
    earlier: { '2026.2.24': { native: old, compose: old, container: old } },
  }
}
/** Quadlet is systemd's; elsewhere the container is started by hand. */
const onSystemd = (text: string, other: string): Commands =>
  everywhere({ linux: text, macos: other, windows: other } satisfies Record<Os, string>)

const podmanHealthy: Verify = { run: inPodman('gateway health'), expect: ['OK ('], within: 90 }
const podHealthy: Verify = { run: inPod('gateway health'), expect: ['OK ('], within: 120 }
const pageHere: Commands = everywhere(shells('curl -sS -m 8 -I http://127.0.0.1:<port>/', 'curl.exe -sS -m 8 -I http://127.0.0.1:<port>/'))
const podmanStart: Step = {
  text: 'Start the container, or start it again',
  risk: 'restarts',
  run: onSystemd('podman restart <container>', 'podman restart <container>'),
}
const podRestart: Step = {
  text: 'Start the pod anew, and wait until it is there',
  risk: 'restarts',
  run: everywhere('kubectl rollout restart -n openclaw deploy/openclaw\nkubectl rollout status -n openclaw deploy/openclaw'),
}
const podmanLog: Commands = everywhere('podman logs --tail 100 <container>')

export default flow.createMachine({
  id: 'podman-and-hosts',
  meta: {
    kind: 'family',
    title: 'Podman, Kubernetes and other hosts',
    summary: 'The gateway runs in a container that Docker Compose does not manage: what is different there, and where to look.',
    group: 'docker',
    messages: [
      'lookup init binary',
      'container-init binary not found on the host',
      'openclaw update is not supported with --container',
      'ImagePullBackOff',
      'CrashLoopBackOff',
      'Cannot connect to Podman. Please verify your connection to the Linux system',
      'Application failed to respond',
    ],
    prevention: ['prevention/data-persisted', 'prevention/token-pinned', 'prevention/health-monitored'],
  },
  context: ({ input }) => input,
  initial: 'which-host',
  states: {
    'which-host': {
      meta: {
        kind: 'question',
        title: 'What runs the container?',
        body: 'The image is the same everywhere: it listens on port 18789, keeps its state in /home/node/.openclaw unless OPENCLAW_STATE_DIR says otherwise, runs as user 1000, and needs a token as soon as others may reach it. Only the words for it differ.',
        sources: ['install/podman', 'install/kubernetes', 'install/docker', 'install/index'],
      },
      on: {
        podman: { target: 'podman-state', description: 'Podman', meta: { kind: 'answer', seen: ['podman'] } },
        kubernetes: {
          target: 'pod-state',
          description: 'Kubernetes',
          meta: { kind: 'answer', seen: ['kubectl', 'CrashLoopBackOff', 'ImagePullBackOff'] },
        },
        platform: {
          target: 'which-platform',
          description: 'A hosting service',
          meta: { kind: 'answer', hint: 'Railway, Render, Northflank, Fly.io' },
        },
        nas: { target: 'nas', description: 'A NAS', meta: { kind: 'answer', hint: 'Unraid, TrueNAS, Synology' } },
        panel: { target: 'panel', description: 'A panel over Docker', meta: { kind: 'answer', hint: 'Coolify, Portainer, Dokploy' } },
        vps: { target: 'vps', description: 'A rented server', meta: { kind: 'answer', hint: 'with Docker or without' } },
        docker: { target: 'docker', description: 'Plain Docker or Compose' },
      },
    },

    'podman-state': {
      meta: {
        kind: 'check',
        title: 'What state is the container of Podman in?',
        body: 'As the user who runs it: rootless Podman shows each user only the own containers. With Quadlet `systemctl --user status openclaw.service` says more.',
        run: everywhere('podman ps -a'),
        sources: ['install/podman'],
      },
      on: {
        up: { target: 'podman-answers', description: 'Up', meta: { kind: 'answer', seen: [/\bUp (\d|About|Less)/] } },
        exited: {
          target: 'podman-log',
          description: 'Exited, or restarting',
          meta: { kind: 'answer', seen: ['Exited (', 'Restarting', 'Stopping'] },
        },
        none: {
          target: 'podman-gone',
          description: 'It is not in the list',
          meta: { kind: 'answer', seen: [/^CONTAINER ID[^\n]*\s*$/] },
        },
        engine: {
          target: 'podman-machine',
          description: 'Podman itself does not answer',
          meta: { kind: 'answer', seen: ['Cannot connect to Podman', 'unable to connect to Podman socket'] },
        },
      },
    },

    'podman-log': {
      meta: {
        kind: 'check',
        title: 'What does it print before it stops?',
        body: 'With Quadlet the same lines stand in `journalctl --user -u openclaw.service`.',
        run: podmanLog,
        sources: ['install/podman', 'gateway/troubleshooting'],
      },
      on: {
        owner: {
          target: 'podman-owner',
          description: 'EACCES, or permission denied',
          meta: { kind: 'answer', seen: ['EACCES', 'permission denied', 'Permission denied'] },
        },
        mode: {
          target: 'podman-mode',
          description: '“start blocked”, or no mode',
          meta: { kind: 'answer', seen: ['Gateway start blocked', 'gateway.mode', 'Missing config'] },
        },
        token: {
          target: 'podman-token',
          description: 'It misses a token',
          meta: { kind: 'answer', seen: ['without auth', 'No configured Gateway token', 'token is blank'] },
        },
        update: {
          target: 'podman-doctor',
          description: 'It speaks of doctor or migrations, after a new image',
          meta: { kind: 'answer', seen: ['doctor --fix', 'migration'] },
        },
        init: {
          target: 'podman-init',
          description: 'Nothing: it never started, for want of an init',
          meta: { kind: 'answer', seen: ['lookup init binary', 'container-init binary not found', 'catatonit'] },
        },
        other: { target: 'not-ready', description: 'Another error' },
      },
    },

    'podman-init': {
      meta: {
        kind: 'fix',
        title: 'Install the small init that Podman needs',
        body: 'The launcher starts the container with `--init`, and the program for it belongs to the host, not into the image. With Podman Machine (Mac, Windows) it has to be inside that machine.',
        steps: [
          {
            text: 'Install it where Podman’s engine runs (other systems: the package catatonit)',
            risk: 'changes-config',
            run: onSystemd('sudo apt-get install -y catatonit', 'podman machine ssh command -v catatonit'),
          },
          { text: 'Start the container again', risk: 'restarts', run: everywhere('podman start <container>') },
        ],
        verify: podmanHealthy,
        signatures: ['container-init binary not found on the host', 'lookup init binary'],
        sources: ['install/podman', 'gateway/sandboxing'],
      },
      on: { broken: { target: 'collect', description: 'It is there, and Podman does not find it' } },
    },

    'podman-owner': {
      meta: {
        kind: 'fix',
        title: 'Give the state folder to the user who runs Podman',
        body: 'Rootless Podman with `--userns=keep-id` runs as your own user, not as 1000. So the folders on the host must be yours. With SELinux a mount made by hand needs `:Z` at its end; the launcher adds it.',
        steps: [
          {
            text: 'See whose they are; the second one shows the label of SELinux',
            risk: 'reads',
            run: everywhere(shells('ls -ldn <configDir>\nls -dZ <configDir>', 'Get-Acl <configDir>')),
          },
          {
            text: 'Make them yours; <user> is your own account',
            risk: 'changes-config',
            run: everywhere(shells('sudo chown -R <user> <configDir>', 'icacls <configDir> /setowner <user> /t')),
          },
          podmanStart,
        ],
        verify: podmanHealthy,
        sources: ['install/podman'],
      },
      on: { broken: { target: 'podman-again', description: 'Still “permission denied”' } },
    },

    'podman-mode': {
      meta: {
        kind: 'fix',
        title: 'Write mode local into the config on the host',
        body: 'The config of the container is the file in the mounted folder, usually `~/.openclaw/openclaw.json`. The command line on the host writes the same file; OPENCLAW_CONTAINER must not be set for it, because a stopped container cannot be asked.',
        steps: [
          {
            text: 'Let this terminal talk to the host, not to the container',
            risk: 'reads',
            run: everywhere(shells('unset OPENCLAW_CONTAINER', "$env:OPENCLAW_CONTAINER = ''")),
          },
          { text: 'Write the mode', risk: 'changes-config', run: everywhere('openclaw config set gateway.mode local') },
          podmanStart,
        ],
        verify: podmanHealthy,
        sources: ['install/podman', 'gateway/configuration'],
      },
      on: { broken: { target: 'start-blocked', description: 'Still blocked' } },
    },

    'podman-token': {
      meta: {
        kind: 'fix',
        title: 'Give the container a token that stays',
        body: 'The launcher and Quadlet read it from `.env` in the state folder; the setup script makes it. A container made by hand gets it by `-e OPENCLAW_GATEWAY_TOKEN`. The config works as well, as below.',
        steps: [
          {
            text: 'Make a token in this terminal; nothing shows it',
            risk: 'reads',
            run: everywhere(
              shells(
                'export OPENCLAW_GATEWAY_TOKEN="$(openssl rand -hex 32)"',
                "$env:OPENCLAW_GATEWAY_TOKEN = [guid]::NewGuid().ToString('N') + [guid]::NewGuid().ToString('N')",
              ),
            ),
          },
          {
            text: 'Write it into the config on the host (with OPENCLAW_CONTAINER unset)',
            risk: 'changes-config',
            run: everywhere(
              shells(
                'openclaw config set gateway.auth.token "$OPENCLAW_GATEWAY_TOKEN"',
                'openclaw config set gateway.auth.token "$env:OPENCLAW_GATEWAY_TOKEN"',
              ),
            ),
          },
          podmanStart,
        ],
        verify: podmanHealthy,
        sources: ['install/podman', 'gateway/config-gateway'],
        prevention: ['prevention/token-pinned'],
      },
      on: {
        refused: {
          target: 'auth',
          description: 'It starts, and refuses: two tokens',
          meta: { kind: 'answer', seen: ['unauthorized', 'token mismatch'] },
        },
        broken: { target: 'bind-auth', description: 'It still refuses to bind' },
      },
    },

    'podman-doctor': {
      meta: {
        kind: 'fix',
        title: 'Run doctor once with the new image',
        body: 'A new image converts the old state as it starts; what it cannot, doctor does. `openclaw update` is not for containers: a new image is. Below, the state volume or folder is the one of your container; on an SELinux host put `:Z` behind the mount. A rootless container made by the launcher also wants `--userns=keep-id`.',
        steps: [
          { text: 'Stop the container: doctor must be alone with the state', risk: 'restarts', run: everywhere('podman stop <container>') },
          {
            text: 'Repair',
            risk: 'changes-config',
            run: {
              ...everywhere(
                'podman run --rm --userns=keep-id -v <volume>:/home/node/.openclaw <image> openclaw doctor --fix --non-interactive',
              ),
              earlier: {
                '2026.2.24': {
                  native:
                    'podman run --rm --userns=keep-id -v <volume>:/home/node/.openclaw <image> node dist/index.js doctor --fix --non-interactive',
                  compose:
                    'podman run --rm --userns=keep-id -v <volume>:/home/node/.openclaw <image> node dist/index.js doctor --fix --non-interactive',
                  container:
                    'podman run --rm --userns=keep-id -v <volume>:/home/node/.openclaw <image> node dist/index.js doctor --fix --non-interactive',
                },
              },
            },
          },
          { text: 'Start it again', risk: 'restarts', run: everywhere('podman start <container>') },
        ],
        verify: podmanHealthy,
        signatures: ['openclaw update is not supported with --container'],
        sources: ['install/podman', 'install/updating'],
      },
      on: {
        owner: { target: 'podman-again', description: 'EACCES', meta: { kind: 'answer', seen: ['EACCES'] } },
        broken: { target: 'updated', description: 'Still not up' },
      },
    },

    'podman-machine': {
      meta: {
        kind: 'fix',
        title: 'Start Podman itself',
        body: 'On a Mac and on Windows Podman lives in a machine of its own that has to run. On Linux rootless Podman needs no service, only a login of your user that stays.',
        steps: [
          {
            text: 'Start it',
            risk: 'restarts',
            run: onSystemd('systemctl --user start podman.socket', 'podman machine start'),
          },
          { text: 'Start the container', risk: 'restarts', run: everywhere('podman start <container>') },
        ],
        verify: podmanHealthy,
        symptoms: ['Cannot connect to Podman. Please verify your connection to the Linux system', 'unable to connect to Podman socket'],
        sources: ['install/podman'],
      },
      on: { broken: { target: 'collect', description: 'It does not start' } },
    },

    'podman-gone': {
      meta: {
        kind: 'fix',
        title: 'Start the container again from its state',
        body: 'The state is on the host, so a lost container is made again with what it had: by Quadlet’s unit `openclaw.service`, or by the launcher `./scripts/run-openclaw-podman.sh launch` in the folder of the source. Without lingering a rootless container ends with your login.',
        steps: [
          {
            text: 'With Quadlet: read its file anew, then start it. Elsewhere: see what images there are for the launcher',
            risk: 'restarts',
            run: onSystemd('systemctl --user daemon-reload\nsystemctl --user start openclaw.service', 'podman images'),
          },
          {
            text: 'Let it outlive your login',
            risk: 'changes-config',
            run: onSystemd('sudo loginctl enable-linger <user>', 'podman machine start'),
          },
          { text: 'See whether it is there', risk: 'reads', run: everywhere('podman ps -a') },
        ],
        verify: podmanHealthy,
        sources: ['install/podman', 'gateway/background-process'],
      },
      on: {
        log: { target: 'podman-again', description: 'It is there, and exits', meta: { kind: 'answer', seen: ['Exited ('] } },
        broken: { target: 'collect', description: 'There is no unit and no launcher' },
      },
    },

    'podman-answers': {
      meta: {
        kind: 'check',
        title: 'Does the gateway answer inside its container?',
        run: inPodman('gateway health'),
        body: 'Asked inside, because the command line on the host may be asking another gateway: it goes into the container only with `openclaw --container <name> …` or OPENCLAW_CONTAINER (2026.9.6).',
        sources: ['install/podman', 'cli/gateway'],
      },
      on: {
        yes: { target: 'podman-port', description: 'Yes: “OK”', meta: { kind: 'answer', seen: ['OK ('] } },
        no: {
          target: 'podman-log-again',
          description: 'No: refused, 1006, a timeout',
          meta: { kind: 'answer', seen: ['ECONNREFUSED', 'gateway closed (1006', 'Gateway not reachable', 'timeout after'] },
        },
        refused: {
          target: 'auth',
          description: 'It is refused',
          meta: { kind: 'answer', seen: ['unauthorized', 'requires credentials'] },
        },
      },
    },

    'podman-port': {
      meta: {
        kind: 'check',
        title: 'Does the published port answer on the host?',
        body: 'The launcher publishes 18789 on 127.0.0.1 only; OPENCLAW_PODMAN_GATEWAY_HOST_PORT and OPENCLAW_PODMAN_PUBLISH_HOST change that. Quadlet has both in its own file.',
        run: pageHere,
        sources: ['install/podman'],
      },
      on: {
        page: { target: 'podman-page', description: 'HTTP/1.1 200', meta: { kind: 'answer', seen: ['HTTP/1.1 200'] } },
        refused: {
          target: 'podman-publish',
          description: '(7) Couldn’t connect',
          meta: { kind: 'answer', seen: ['(7)', 'Failed to connect', 'Could not connect'] },
        },
        reset: {
          target: 'bind-lan',
          description: '(52) Empty reply, or (56) reset',
          meta: { kind: 'answer', hint: 'it listens on loopback inside', seen: ['(52)', '(56)'] },
        },
      },
    },

    'podman-page': {
      meta: {
        kind: 'question',
        title: 'The port answers. What is refused?',
        body: 'On a Mac the machine of Podman stands between: the gateway may take a browser there for a stranger. Tailscale on the host is the documented way out.',
        sources: ['install/podman', 'web/control-ui'],
      },
      on: {
        pairing: { target: 'pairing', description: 'pairing required', meta: { kind: 'answer', seen: ['pairing required'] } },
        token: { target: 'auth', description: 'A token', meta: { kind: 'answer', seen: ['unauthorized', 'expects its token'] } },
        origin: { target: 'origin', description: 'origin not allowed', meta: { kind: 'answer', seen: ['origin not allowed'] } },
        identity: { target: 'identity', description: 'device identity', meta: { kind: 'answer', seen: ['device identity'] } },
        other: { target: 'remote', description: 'It is another device that does not get in' },
        cli: { target: 'podman-target', description: 'The openclaw command on the host' },
      },
    },

    'podman-target': {
      meta: {
        kind: 'fix',
        title: 'Send the command into the container',
        body: 'Without the container’s name the command line on the host asks the host’s own gateway and config. 2026.2.24 has no such option; there only `podman exec` does it.',
        steps: [
          {
            text: 'For this terminal: every openclaw command goes into the container (2026.9.6)',
            risk: 'reads',
            run: {
              ...everywhere('openclaw --container <container> gateway status'),
              earlier: {
                '2026.2.24': {
                  native: 'podman exec <container> node dist/index.js gateway status',
                  compose: 'podman exec <container> node dist/index.js gateway status',
                  container: 'podman exec <container> node dist/index.js gateway status',
                },
              },
            },
          },
        ],
        verify: podmanHealthy,
        sources: ['install/podman', 'cli/index'],
      },
      on: { broken: { target: 'auth', description: 'It is refused inside, too' } },
    },

    'podman-publish': {
      meta: {
        kind: 'fix',
        title: 'Publish the port',
        body: 'A port can be published only when a container is made. The state is on the host, so nothing is lost when it is made anew by the launcher or by Quadlet.',
        steps: [
          { text: 'See what is published now', risk: 'reads', run: everywhere('podman port <container>') },
          {
            text: 'With Quadlet: the line PublishPort=127.0.0.1:18789:18789 belongs into its file, then this. Without: the launcher makes it anew',
            risk: 'restarts',
            run: onSystemd('systemctl --user daemon-reload\nsystemctl --user restart openclaw.service', 'podman restart <container>'),
          },
        ],
        verify: { run: pageHere, expect: ['HTTP/1.1 200'], within: 60 },
        sources: ['install/podman'],
      },
      on: { broken: { target: 'collect', description: 'Published, and no answer' } },
    },

    'pod-state': {
      meta: {
        kind: 'check',
        title: 'What state is the pod in?',
        body: 'The official manifests use the namespace `openclaw`; put yours in its place if you chose another one.',
        run: everywhere('kubectl get pods -n openclaw'),
        symptoms: ['CrashLoopBackOff', 'ImagePullBackOff', 'ErrImagePull'],
        sources: ['install/kubernetes'],
      },
      on: {
        running: {
          target: 'pod-forward',
          description: 'Running, 1/1',
          meta: { kind: 'answer', seen: [/1\/1\s+Running/] },
        },
        starting: {
          target: 'pod-log',
          description: 'Running, 0/1, or CrashLoopBackOff',
          meta: { kind: 'answer', seen: [/0\/1\s+Running/, 'CrashLoopBackOff', 'Error', 'Completed', 'Init:'] },
        },
        memory: { target: 'memory', description: 'OOMKilled', meta: { kind: 'answer', seen: ['OOMKilled'] } },
        pull: {
          target: 'pod-events',
          description: 'Pending, or the image is not pulled',
          meta: { kind: 'answer', seen: ['Pending', 'ImagePullBackOff', 'ErrImagePull'] },
        },
        none: { target: 'pod-events', description: 'No resources found', meta: { kind: 'answer', seen: ['No resources found'] } },
      },
    },

    'pod-log': {
      meta: {
        kind: 'check',
        title: 'What does the pod print?',
        body: 'The startup probe gives it five minutes. `--previous` in place of `--tail=100` shows the container that was ended before.',
        run: everywhere('kubectl logs -n openclaw deploy/openclaw --tail=100'),
        sources: ['install/kubernetes', 'gateway/health'],
      },
      on: {
        config: {
          target: 'pod-config',
          description: 'Its config: invalid, or no mode',
          meta: { kind: 'answer', seen: ['Gateway start blocked', 'Invalid config', 'Config invalid', 'gateway.mode'] },
        },
        token: {
          target: 'pod-token',
          description: 'It misses a token',
          meta: { kind: 'answer', seen: ['without auth', 'No configured Gateway token', 'token is blank'] },
        },
        owner: {
          target: 'pod-volume',
          description: 'EACCES, or a read-only file system',
          meta: { kind: 'answer', seen: ['EACCES', 'EROFS', 'permission denied'] },
        },
        lease: {
          target: 'lease',
          description: 'Another owner lease is active',
          meta: { kind: 'answer', hint: 'two pods, or one that was killed', seen: ['owner lease is still active'] },
        },
        ready: {
          target: 'pod-forward',
          description: 'It says ready',
          meta: { kind: 'answer', seen: ['[gateway] ready', 'listening on ws://'] },
        },
        other: { target: 'not-ready', description: 'Another error' },
      },
    },

    'pod-config': {
      meta: {
        kind: 'fix',
        title: 'Change the config on the volume, not in the ConfigMap',
        body: 'The ConfigMap is copied only once, onto an empty volume. From then on the copy there counts, and an edited ConfigMap changes nothing. If the pod restarts too fast for exec, the documented way is to delete that one file so that it is copied anew; keep a copy of it before.',
        steps: [
          {
            text: 'Keep a copy of the config',
            risk: 'reads',
            run: everywhere(
              shells(
                'kubectl exec -n openclaw deploy/openclaw -- cat /home/node/.openclaw/openclaw.json > openclaw.json.copy',
                'kubectl exec -n openclaw deploy/openclaw -- cat /home/node/.openclaw/openclaw.json | Set-Content openclaw.json.copy',
              ),
            ),
          },
          { text: 'Write the mode, or the value that is wrong', risk: 'changes-config', run: inPod('config set gateway.mode local') },
          podRestart,
        ],
        verify: podHealthy,
        sources: ['install/kubernetes'],
      },
      on: { broken: { target: 'config-invalid', description: 'It is still refused' } },
    },

    'pod-token': {
      meta: {
        kind: 'fix',
        title: 'See whether the Secret holds a token',
        body: 'The deploy script makes the Secret `openclaw-secrets` with a token and keeps it when it runs again. A Secret made by hand needs the key OPENCLAW_GATEWAY_TOKEN; running the script with `--create-secret` adds it.',
        steps: [
          {
            text: 'The keys it has; values are not shown',
            risk: 'reads',
            run: everywhere('kubectl describe secret openclaw-secrets -n openclaw'),
          },
          podRestart,
        ],
        verify: podHealthy,
        sources: ['install/kubernetes'],
      },
      on: {
        refused: { target: 'auth', description: 'It starts, and refuses my token', meta: { kind: 'answer', seen: ['unauthorized'] } },
        broken: { target: 'bind-auth', description: 'It still refuses to bind' },
      },
    },

    'pod-forward': {
      meta: {
        kind: 'fix',
        title: 'Reach it by port-forward',
        body: 'The official manifests let the gateway listen on loopback inside its pod: only port-forward gets there, no Service and no Ingress. Leave it open; it ends when the pod is made anew.',
        steps: [
          {
            text: 'Open the way, and leave the terminal open',
            risk: 'reads',
            run: everywhere('kubectl port-forward svc/openclaw 18789:18789 -n openclaw'),
          },
          {
            text: 'Open this in the browser',
            where: 'browser',
            risk: 'reads',
            run: { ...everywhere('http://127.0.0.1:18789/'), language: 'url' },
          },
        ],
        verify: {
          run: everywhere(shells('curl -sS -m 8 -I http://127.0.0.1:18789/', 'curl.exe -sS -m 8 -I http://127.0.0.1:18789/')),
          expect: ['HTTP/1.1 200'],
          within: 20,
        },
        sources: ['install/kubernetes'],
      },
      on: {
        refused: { target: 'auth', description: 'The page asks for a token' },
        ingress: { target: 'pod-bind', description: 'I want an Ingress or load balancer' },
        busy: {
          target: 'port-busy',
          description: 'The port is in use here',
          meta: { kind: 'answer', seen: ['address already in use', 'unable to listen on port'] },
        },
        broken: { target: 'collect', description: 'It breaks off at once' },
      },
    },

    'pod-bind': {
      meta: {
        kind: 'fix',
        title: 'Let the gateway listen on the address of its pod',
        body: 'Only with a token, and with HTTPS before it. Name the public address in `gateway.controlUi.allowedOrigins`, and the Ingress in `gateway.trustedProxies`.',
        steps: [
          { text: 'Listen beyond loopback', risk: 'changes-config', run: inPod('config set gateway.bind lan') },
          {
            text: 'Allow the public address, at the next free place',
            risk: 'changes-config',
            run: inPod('config set gateway.controlUi.allowedOrigins.<place> <origin>'),
          },
          podRestart,
        ],
        verify: podHealthy,
        sources: ['install/kubernetes', 'gateway/config-gateway'],
      },
      on: {
        auth: { target: 'bind-auth', description: '“Refusing to bind … without auth”', meta: { kind: 'answer', seen: ['without auth'] } },
        proxy: { target: 'reverse-proxy', description: 'It runs, and the public address does not answer' },
        broken: { target: 'pod-back', description: 'It does not start any more' },
      },
    },

    'which-platform': {
      meta: {
        kind: 'question',
        title: 'Which service hosts it?',
        body: 'There the volume, the variables and the port are set on a web page, and the log stands there too.',
        sources: ['install/railway', 'install/render', 'install/northflank', 'install/fly'],
      },
      on: {
        railway: { target: 'railway', description: 'Railway' },
        render: { target: 'render', description: 'Render' },
        northflank: { target: 'northflank', description: 'Northflank' },
        fly: { target: 'fly', description: 'Fly.io' },
        other: { target: 'other-platform', description: 'Another one' },
      },
    },

    railway: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Railway: port 8080, a volume at /data, a token',
        body: 'Variables: OPENCLAW_GATEWAY_PORT=8080 (the same port as under Public Networking), OPENCLAW_GATEWAY_TOKEN, OPENCLAW_STATE_DIR=/data/.openclaw, OPENCLAW_WORKSPACE_DIR=/data/workspace. Without the volume everything is gone after each deploy; without the matching port Railway says that the application does not respond. The page is at `/openclaw` behind your domain.',
        symptoms: ['Application failed to respond'],
        sources: ['install/railway'],
      },
    },
    render: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Render: port 8080, a disk at /data, a token',
        body: 'OPENCLAW_GATEWAY_PORT=8080 so that Render finds the port, OPENCLAW_STATE_DIR=/data/.openclaw, OPENCLAW_WORKSPACE_DIR=/data/workspace, and a token, which is required. A plan without a disk forgets everything on each deploy and sleeps when nobody calls.',
        sources: ['install/render'],
      },
    },
    northflank: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Northflank: a volume at /data, and a token',
        body: 'OPENCLAW_STATE_DIR=/data/.openclaw, OPENCLAW_WORKSPACE_DIR=/data/workspace, and OPENCLAW_GATEWAY_TOKEN as a secret. Look into the logs of the service for the first line that fails; it means the same as anywhere.',
        sources: ['install/northflank'],
      },
    },
    fly: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Fly.io: bind lan, one port, 2 GB, a volume at /data',
        body: 'The start command in fly.toml needs `--bind lan`, its `--port` must be `internal_port`, 512 MB are too little, and OPENCLAW_STATE_DIR must be on the volume. Your https:// address belongs into `gateway.controlUi.allowedOrigins`. Only one machine may use the volume.',
        steps: [
          { text: 'What it prints', risk: 'reads', run: everywhere('fly logs') },
          { text: 'Its state', risk: 'reads', run: everywhere('fly status') },
        ],
        sources: ['install/fly'],
      },
    },
    'other-platform': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Anywhere else it needs these five things',
        body: 'The official image, one port that the service leads to (OPENCLAW_GATEWAY_PORT), a volume with OPENCLAW_STATE_DIR on it, OPENCLAW_GATEWAY_TOKEN as a secret, and at least 1 GB of memory, better 2. One container only: two on one volume lock each other out. With these its log says the rest; look its line up here.',
        sources: ['install/docker', 'install/docker/environment-variables', 'vps'],
      },
    },
    nas: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'On a NAS look at the path and its owner first',
        body: 'Mount the state at /home/node/.openclaw and give it to user 1000; shares often belong to another one (EACCES). On Unraid take the path of a pool, such as /mnt/cache, in place of /mnt/user when a migration fails on it. Publish 18789. Apps from a store of the NAS are made by others and may use other paths and names: their page says which. For the rest choose “plain container” above and take the Docker family.',
        sources: ['install/docker', 'install/docker/networking-and-storage'],
      },
    },
    panel: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'A panel runs plain Docker: look past it',
        body: 'Its template decides image, volume, variables and proxy. Compare it: `ghcr.io/openclaw/openclaw`, a volume at /home/node/.openclaw, OPENCLAW_GATEWAY_TOKEN, port 18789, and a proxy that passes WebSockets on and stands in `gateway.trustedProxies`. Another maker’s image has paths of its own (such as /data) and is asked about there. On its host `docker ps` and `docker logs` work as usual: choose “plain container” above.',
        steps: [{ text: 'On the host: which image runs there, under which name', risk: 'reads', run: everywhere('docker ps -a') }],
        sources: ['install/docker', 'gateway/trusted-proxy-auth'],
      },
    },
    vps: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'A rented server is a Linux machine like any other',
        body: 'Choose above how OpenClaw is installed there, and Linux as the system. Two things are special: nobody is logged in, so a service needs lingering; and everybody can reach it, so leave the gateway on 127.0.0.1 and come by an SSH tunnel or Tailscale.',
        sources: ['vps', 'gateway/remote'],
      },
    },
    'pod-events': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Kubernetes has not started it yet: see its events',
        body: 'Pending is mostly a volume that cannot be bound or too little memory on the nodes; a pull error is a wrong name or tag of the image, or no way to ghcr.io. If nothing is there at all, it was deployed into another namespace, or not.',
        steps: [
          { text: 'What happened last', risk: 'reads', run: everywhere('kubectl get events -n openclaw --sort-by=.lastTimestamp') },
          { text: 'The volume', risk: 'reads', run: everywhere('kubectl get pvc -n openclaw') },
        ],
        sources: ['install/kubernetes'],
      },
    },
    'pod-volume': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Give the volume to user 1000',
        body: 'The pod runs as user 1000 with a read-only root file system; only the volume is writable. The official manifests say so in securityContext; own ones need `runAsUser: 1000` and `fsGroup: 1000`, and OPENCLAW_STATE_DIR on the volume.',
        sources: ['install/kubernetes'],
      },
    },
    'pod-back': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Go back to loopback, then look for the cause',
        body: 'With loopback and port-forward it ran before. The log names what it missed when it listened further.',
        steps: [{ text: 'Listen on loopback again', risk: 'changes-config', run: inPod('config set gateway.bind loopback') }, podRestart],
        sources: ['install/kubernetes'],
      },
    },
    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'How the container is made, which image it is, and its last 100 lines, without tokens: take it to https://docs.openclaw.ai/help. The maker of a template or an own image is asked there, not here.',
        sources: ['help/index'],
      },
    },

    docker: { type: 'final', meta: { kind: 'jump', title: 'Take the Docker family', to: 'docker' } },
    'podman-again': { type: 'final', meta: { kind: 'jump', title: 'Read the whole line once more', to: 'gateway-not-ready/permissions' } },
    'podman-log-again': { type: 'final', meta: { kind: 'jump', title: 'Read what it prints', to: 'podman-and-hosts/podman-log' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'Find out what the line means', to: 'gateway-not-ready' } },
    'start-blocked': { type: 'final', meta: { kind: 'jump', title: 'See which mode it reads', to: 'gateway-start-blocked' } },
    updated: { type: 'final', meta: { kind: 'jump', title: 'See what the update broke', to: 'update-broke-it' } },
    auth: { type: 'final', meta: { kind: 'jump', title: 'Give it the right token', to: 'gateway-auth' } },
    'bind-auth': { type: 'final', meta: { kind: 'jump', title: 'Give it a token before it opens', to: 'bind-without-auth' } },
    'bind-lan': { type: 'final', meta: { kind: 'jump', title: 'Let it listen inside the container', to: 'docker/bind-lan' } },
    pairing: { type: 'final', meta: { kind: 'jump', title: 'Approve the browser', to: 'pairing-required' } },
    origin: { type: 'final', meta: { kind: 'jump', title: 'Allow the address of the page', to: 'control-ui-origin' } },
    identity: { type: 'final', meta: { kind: 'jump', title: 'Open the page where it has an identity', to: 'device-identity' } },
    remote: { type: 'final', meta: { kind: 'jump', title: 'Choose a way for other devices', to: 'remote-gateway' } },
    memory: { type: 'final', meta: { kind: 'jump', title: 'Give it more memory', to: 'gateway-not-ready/memory' } },
    lease: { type: 'final', meta: { kind: 'jump', title: 'Leave one owner, then wait', to: 'gateway-start-blocked/owner-lease' } },
    'config-invalid': { type: 'final', meta: { kind: 'jump', title: 'Repair the config', to: 'config-invalid' } },
    'port-busy': { type: 'final', meta: { kind: 'jump', title: 'Free the port here', to: 'gateway-not-ready/port-busy' } },
    'reverse-proxy': {
      type: 'final',
      meta: { kind: 'jump', title: 'See what the public address answers', to: 'connect-failed/reverse-proxy' },
    },
  },
})
