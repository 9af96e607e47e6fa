import {
  cli,
  direct,
  dockerOnly,
  dotenv,
  follow,
  formsOf,
  healthy,
  inside,
  logs,
  offline,
  onState,
  restart,
  runContainer,
  shells,
} from './commands.ts'
import { flow, type Commands, type Step, type Verify } from './flow.ts'
import {
  bringUpStep,
  browserIn,
  dashboardOrigins,
  hostPort,
  keepToken,
  lookAtMounts,
  makeToken,
  mounts,
  notMounted,
  ownState,
  paired,
  recreateStep,
  reloadPage,
  repairSteps,
  restartStep,
  sameState,
  saveToken,
  showToken,
  skip,
  startStep,
  stopOther,
  stopStep,
} from './steps.ts'

const noDocker = 'This family is for OpenClaw in Docker.'
const up = skip(bringUpStep, { native: noDocker })
const byCompose = 'Compose takes it from `.env`.'
const composeOnly = 'Only Compose reads such a file.'
/** The published port answers on the host. 2026.2.24 answers every path with its page. */
const fromHost: Verify = {
  run: dockerOnly(
    shells('curl -i http://127.0.0.1:<port>/healthz', 'curl.exe -i http://127.0.0.1:<port>/healthz'),
    shells('curl -i http://127.0.0.1:<port>/healthz', 'curl.exe -i http://127.0.0.1:<port>/healthz'),
    noDocker,
  ),
  expect: ['HTTP/1.1 200 OK'],
  within: 120,
}

/** Only the gateway's container, and only a running one: another container may publish the same number. */
const published: Verify = {
  run: dockerOnly('docker compose ps openclaw-gateway', 'docker ps --filter name=<container>', noDocker),
  expect: ['->18789/tcp'],
  within: 30,
}

/** A part of a Compose file of one's own. */
const yaml = (...lines: string[]): Commands => ({
  native: null,
  compose: lines.join('\n'),
  container: null,
  none: { native: noDocker, container: composeOnly },
  language: 'yaml',
})

/** Prints the length of the token in the container, never the token: 0 means there is none. */
const tokenLength: Commands = {
  ...inside(null, "sh -c 'echo ${#OPENCLAW_GATEWAY_TOKEN}'"),
  none: { native: noDocker },
}
/** 2026.2.24 does not start without them, so they are set from outside there; 2026.9.6 runs. */
const whileDownEarlier = (args: string): Commands => ({ ...cli(args), earlier: { '2026.2.24': formsOf('2026.2.24', offline(args)) } })
/** 2026.9.6 is healthy before as well, so a browser has to get in; 2026.2.24 does not start without the list. */
const pageIn: Verify = {
  run: { ...browserIn.run, earlier: { '2026.2.24': formsOf('2026.2.24', healthy.run) } },
  expect: browserIn.expect,
  within: 120,
  earlier: { '2026.2.24': { expect: healthy.expect, within: 120 } },
}
const bindInConfig = cli('config set gateway.bind lan')
const originsReason = '2026.9.6 fills in the addresses of port 18789 itself.'
/** Wanted by 2026.2.24 before it listens beyond loopback. The gateway runs while they are set. */
const originsFirst: Step[] = dashboardOrigins.map((args, index) => ({
  text:
    index === 0
      ? '2026.2.24 wants to know the addresses of the dashboard first. Skip this and the next step if the list is set already'
      : 'The second address of the dashboard',
  risk: 'changes-config',
  run: {
    native: null,
    compose: null,
    container: null,
    none: { native: noDocker, compose: originsReason, container: originsReason },
    earlier: { '2026.2.24': { ...formsOf('2026.2.24', cli(args)), native: null } },
  },
}))

export default flow.createMachine({
  id: 'docker',
  meta: {
    kind: 'family',
    title: 'Docker',
    summary: 'The gateway runs in a container and is unreachable, loses its token or its data, or does not stay up.',
    group: 'docker',
    messages: [
      '[gateway] listening on :3001',
      'curl: (52) Empty reply from server',
      'curl: (56) Recv failure: Connection reset by peer',
      'Bind for 127.0.0.1:18789 failed: port is already allocated',
      'Refusing to bind gateway to lan without auth.',
      'Refusing to bind gateway to auto without auth.',
      'Container environment detected — the gateway defaults to bind=auto (0.0.0.0) for port-forwarding compatibility.',
      'non-loopback Control UI requires gateway.controlUi.allowedOrigins (set explicit origins)',
      '[gateway] auth token was missing. Generated a runtime token for this startup without changing config; restart will generate a different token.',
      '[gateway] auth token was missing. Generated a new token and saved it to config (gateway.auth.token).',
      "EACCES: permission denied, open '/home/node/.openclaw/openclaw.json.lock'",
      "EACCES: permission denied, mkdir '/home/node/.openclaw/state'",
      'OpenClaw cannot write to the config directory /home/node/.openclaw.',
      'Doctor could not enter maintenance. StateDatabaseCoordinatorContentionError: another OpenClaw process owns gateway-lifecycle',
      'Another Gateway owner lease is still active for this state directory.',
      'the input device is not a TTY',
      'exec: "openclaw": executable file not found in $PATH',
      'is restarting, wait until the container is running',
      'cannot join network of a non running container',
      'cannot share network namespace with service openclaw-gateway: container missing',
      'service "openclaw-gateway" is not running',
      'Gateway service check failed: Error: systemctl --user unavailable: spawn systemctl ENOENT',
      'Gateway restart failed: Error: Foreground Gateway owner pid 7 no longer listens on port 18789',
      "Unable to find image 'openclaw-stack:latest' locally",
      '[entrypoint] Starting OpenClaw gateway',
    ],
    prevention: ['prevention/data-persisted', 'prevention/token-pinned', 'prevention/health-monitored'],
  },
  context: ({ input }) => input,
  initial: 'what-fails',
  states: {
    'what-fails': {
      meta: {
        kind: 'question',
        title: 'What goes wrong with OpenClaw in Docker?',
        body: 'The container is a machine of its own: own network, own files, own user. Type the commands on the Docker host, with Compose in the folder of `docker-compose.yml`.\n\nWithout Docker nothing here applies to you.',
        sources: ['install/docker'],
      },
      on: {
        unreachable: {
          target: 'container-state',
          guard: 'docker',
          description: 'It does not answer, or does not stay up',
        },
        token: { target: 'token-line', guard: 'docker', description: 'The token is wrong since a restart' },
        data: { target: 'state-mounted', guard: 'docker', description: 'Config, pairings or memory are gone' },
        slow: { target: 'wait-ready', guard: 'docker', description: 'It starts, but is not ready yet' },
        command: { target: 'which-command', guard: 'docker', description: 'A Docker command fails, or I want to run doctor' },
        native: { target: 'no-docker', guard: 'native', description: 'OpenClaw runs without Docker here' },
        hosts: { target: 'hosts', description: 'Podman, Kubernetes, a NAS or a host runs it' },
      },
    },

    'container-state': {
      meta: {
        kind: 'check',
        title: 'What state is the container in?',
        body: 'Two columns matter: STATUS says whether it runs, PORTS says where it is published. An arrow to `18789/tcp` must be there.',
        run: dockerOnly('docker compose ps -a', 'docker ps -a', noDocker),
        symptoms: ['Restarting (1)', '(health: starting)'],
        sources: ['guide#Docker Gateway Troubleshooting', 'install/docker/compose-operations'],
      },
      on: {
        up: {
          target: 'host-answer',
          description: 'Up, with an arrow to 18789/tcp',
          meta: { kind: 'answer', hint: 'such as 127.0.0.1:18789->18789/tcp', seen: [/openclaw.*\bUp .*->18789\/tcp/] },
        },
        'no-arrow': {
          target: 'publish-port',
          description: 'Up, without an arrow to 18789/tcp',
          meta: { kind: 'answer', hint: 'nothing, or an arrow to 3001', seen: [/openclaw.*\bUp (?!.*->18789\/tcp)/] },
        },
        down: {
          target: 'last-line',
          description: 'Restarting or Exited',
          meta: { kind: 'answer', seen: [/openclaw.*(Restarting|Exited) \(\d+\)/] },
        },
        created: {
          target: 'free-host-port',
          description: 'Created: it never ran',
          meta: { kind: 'answer', seen: [/openclaw.*\bCreated\s*$/m, /openclaw.*\sCreated\s+\S+\s*$/m] },
        },
        missing: {
          target: 'create-container',
          description: 'It is not in the list, or Compose finds no file',
          meta: { kind: 'answer', seen: ['no configuration file provided'] },
        },
        daemon: {
          target: 'start-docker',
          description: 'Docker itself does not answer',
          meta: {
            kind: 'answer',
            seen: [
              'Cannot connect to the Docker daemon',
              'error during connect',
              'docker daemon is not running',
              'permission denied while trying to connect',
            ],
          },
        },
      },
    },

    'start-docker': {
      meta: {
        kind: 'fix',
        title: 'Start Docker',
        body: 'Containers with the policy `unless-stopped` come up with it. “permission denied” on Linux means that Docker runs but your user may not use it: put `sudo` in front of each Docker command.',
        steps: [
          {
            text: 'Start it',
            risk: 'restarts',
            run: dockerOnly(
              {
                linux: 'sudo systemctl start docker',
                macos: 'open -a Docker',
                windows: 'Start-Process "$env:ProgramFiles\\Docker\\Docker\\Docker Desktop.exe"',
              },
              {
                linux: 'sudo systemctl start docker',
                macos: 'open -a Docker',
                windows: 'Start-Process "$env:ProgramFiles\\Docker\\Docker\\Docker Desktop.exe"',
              },
              noDocker,
            ),
          },
          { ...up, text: 'Start the gateway as soon as Docker runs' },
        ],
        verify: { ...healthy, within: 120 },
        signatures: ['Cannot connect to the Docker daemon at {address}. Is the docker daemon running?'],
        sources: ['install/docker'],
      },
      on: { broken: { target: 'last-line', description: 'Docker runs, and the gateway does not' } },
    },

    'host-answer': {
      meta: {
        kind: 'check',
        title: 'What does the published port answer?',
        body: 'Use the port left of the arrow. A dropped connection means: Docker took it, and nobody listens behind it.',
        run: fromHost.run,
        sources: ['install/docker/networking-and-storage', 'gateway/health'],
      },
      on: {
        dropped: {
          target: 'ready-inside',
          description: 'Connected, then dropped',
          meta: {
            kind: 'answer',
            hint: 'empty reply, connection reset',
            seen: ['Empty reply from server', 'Recv failure: Connection', 'curl: (52)', 'curl: (56)'],
          },
        },
        refused: {
          target: 'publish-port',
          description: 'Could not connect',
          meta: { kind: 'answer', seen: ['curl: (7)', "Couldn't connect to server", 'Could not connect to server'] },
        },
        answers: {
          target: 'who-cannot',
          description: 'HTTP/1.1 200 OK',
          meta: { kind: 'answer', seen: ['HTTP/1.1 200 OK', '"ok":true'] },
        },
      },
    },

    'ready-inside': {
      meta: {
        kind: 'check',
        title: 'Does the gateway answer inside its container?',
        body: 'A gateway that is still starting drops connections as well. If it answers inside and not outside, it listens on the loopback of the container.',
        run: direct('gateway health'),
        symptoms: [
          'curl: (52) Empty reply from server',
          'curl: (56) Recv failure: Connection reset by peer',
          'Connection reset by peer from outside of the container',
          'not reachable from outside the container',
          'The underlying connection was closed: The connection was closed unexpectedly',
          'empty reply, unreachable from the host',
          'container healthy but the UI is unreachable from the host',
        ],
        sources: ['guide#Gateway Starts But Is Unreachable From Outside the Container', 'cli/gateway'],
      },
      on: {
        inside: {
          target: 'bind-lan',
          description: 'OK, or an error about the token',
          meta: {
            kind: 'answer',
            hint: 'it answers, so it listens inside',
            seen: ['OK (', 'unauthorized: gateway token', 'Gateway is reachable'],
          },
        },
        nowhere: {
          target: 'wait-ready',
          description: 'No answer inside either',
          meta: {
            kind: 'answer',
            seen: ['ECONNREFUSED', 'Gateway not reachable', 'gateway closed (1006', 'is restarting', 'is not running'],
          },
        },
      },
    },

    'bind-lan': {
      meta: {
        kind: 'fix',
        title: 'Let the gateway listen beyond the container’s loopback',
        body: 'On `127.0.0.1` inside the container only the container itself reaches it. The official Compose file passes `--bind` on the command line, and that wins over `gateway.bind`; so there it is changed in `.env`. The published port still decides who gets in from outside.',
        steps: [
          ...originsFirst,
          {
            text: 'Set the bind',
            risk: 'changes-config',
            run: {
              ...bindInConfig,
              native: null,
              compose: dotenv('OPENCLAW_GATEWAY_BIND', 'lan'),
              none: { native: noDocker },
              earlier: { '2026.2.24': { container: formsOf('2026.2.24', bindInConfig).container } },
              otherwise: [
                {
                  when: 'your own Compose file passes no `--bind`: write it into the config',
                  run: { native: null, compose: offline('config set gateway.bind lan').compose, container: null },
                },
              ],
            },
          },
          {
            text: 'Apply it. `docker compose restart` would not read the changed `.env`',
            risk: 'restarts',
            run: {
              ...up.run!,
              otherwise: [
                {
                  when: 'you wrote it into the config: restart the gateway',
                  run: { native: null, compose: restart.compose, container: null },
                },
              ],
            },
          },
        ],
        verify: fromHost,
        sources: [
          'guide#Gateway Starts But Is Unreachable From Outside the Container',
          'install/docker/networking-and-storage',
          'install/docker/environment-variables',
        ],
        corrections: [
          {
            guide: 'docker exec -it YOUR_CONTAINER openclaw config set gateway.bind "0.0.0.0"',
            why: '`gateway.bind` takes a name, not an address: loopback, lan, tailnet, auto or custom. Both releases refuse `0.0.0.0`, and the image of 2026.2.24 has no `openclaw` on its path.',
          },
          {
            guide: 'docker restart YOUR_CONTAINER',
            why: 'Right for a plain container. With Compose the bind stands in `.env`, and only `docker compose up -d openclaw-gateway` reads that again.',
          },
        ],
      },
      on: {
        'no-token': {
          target: 'pin-token',
          guard: 'dockerNewest',
          description: '“Refusing to bind gateway … without auth”',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway to {bind} without auth'] },
        },
        origins: {
          target: 'allow-origins',
          guard: 'dockerEarlier',
          description: '“non-loopback Control UI requires …”',
          meta: { kind: 'answer', seen: ['non-loopback Control UI requires gateway.controlUi.allowedOrigins'] },
        },
        broken: { target: 'inner-port', description: 'Still dropped' },
      },
    },

    'inner-port': {
      meta: {
        kind: 'check',
        title: 'Which port does the gateway use in the container?',
        body: 'The right side of the arrow is 18789. A `gateway.port` with another number moves the gateway away from it. Another port for you belongs on the left side, the host’s.',
        run: cli('config get gateway.port'),
        sources: ['cli/config', 'install/docker/environment-variables'],
      },
      on: {
        other: { target: 'reset-inner-port', description: 'Another number', meta: { kind: 'answer', seen: [/^(?!18789$)\d{2,5}$/m] } },
        right: {
          target: 'ask',
          description: '18789, or it is not set',
          meta: {
            kind: 'answer',
            seen: [/^18789$/m, 'Config path not found: gateway.port', 'Config path is valid but unset: gateway.port'],
          },
        },
      },
    },

    'reset-inner-port': {
      meta: {
        kind: 'fix',
        title: 'Let the gateway use 18789 inside the container again',
        body: 'The host’s port stays what it is: it is the number left of the arrow.',
        steps: [{ text: 'Remove the other port', risk: 'changes-config', run: cli('config unset gateway.port') }, restartStep],
        verify: fromHost,
        sources: ['cli/config', 'install/docker/environment-variables'],
      },
      on: { broken: { target: 'ask', description: 'Still dropped' } },
    },

    'publish-port': {
      meta: {
        kind: 'fix',
        title: 'Publish port 18789 of the container',
        body: 'Ports are fixed when a container is made, so it has to be made anew. Inside, the gateway listens on 18789; only the number left of the colon is yours to choose. `127.0.0.1:` in front keeps the port off your network.',
        steps: [
          {
            text: 'See what is published now',
            risk: 'reads',
            run: dockerOnly('docker compose port openclaw-gateway 18789', 'docker port <container>', noDocker),
          },
          lookAtMounts,
          keepToken,
          hostPort('<port>'),
          {
            text: 'In a Compose file of your own the mapping belongs under the service',
            risk: 'changes-config',
            run: yaml('services:', '  openclaw-gateway:', '    ports:', '      - "127.0.0.1:<port>:18789"'),
          },
          recreateStep(),
        ],
        verify: published,
        sources: ['guide#Port Not Mapped', 'install/docker', 'install/docker/environment-variables'],
        corrections: [
          {
            guide: 'docker run -p 3001:3001 openclaw-stack',
            why: 'The gateway listens on 18789, the image is `ghcr.io/openclaw/openclaw`, and without `-v` and a token the new container loses its state and refuses to start.',
          },
          {
            guide: 'ports: - "3001:3001"',
            why: 'Nothing listens on 3001: the connection is accepted and dropped. The piece alone is no Compose file either, it belongs under the service.',
          },
        ],
      },
      on: {
        'not-mounted': { target: 'mount-state', ...notMounted },
        taken: {
          target: 'free-host-port',
          description: '“port is already allocated”',
          meta: { kind: 'answer', seen: ['port is already allocated', 'address already in use'] },
        },
        broken: { target: 'ready-inside', description: 'The arrow is there, and still no answer' },
      },
    },

    'free-host-port': {
      meta: {
        kind: 'fix',
        title: 'Free the port of the host, or take another one',
        body: 'Another container or program holds that port of this machine. Inside the container 18789 stays.',
        steps: [
          {
            text: 'Which container has it? Stop that one if it is an old OpenClaw. An empty list means: a program outside Docker',
            risk: 'reads',
            run: dockerOnly('docker ps --filter publish=<port>', 'docker ps --filter publish=<port>', noDocker),
          },
          { ...hostPort('<newPort>'), text: 'Or take another port: name it' },
          lookAtMounts,
          keepToken,
          recreateStep('<newPort>'),
        ],
        verify: published,
        signatures: [
          'Bind for {address} failed: port is already allocated',
          'driver failed programming external connectivity on endpoint {name}',
        ],
        sources: ['install/docker', 'install/docker/environment-variables'],
      },
      on: {
        'not-mounted': { target: 'mount-state', ...notMounted },
        origin: {
          target: 'allow-origins',
          description: 'It runs, but the browser says “origin not allowed”',
          meta: { kind: 'answer', hint: 'a browser on the new port', seen: ['origin not allowed', 'Browser origin not allowed'] },
        },
        broken: { target: 'ready-inside', description: 'It runs on the new port, and does not answer' },
      },
    },

    'create-container': {
      meta: {
        kind: 'fix',
        title: 'Make the container from the state you have',
        body: 'Compose answers “no configuration file provided” outside the folder of `docker-compose.yml`, and lists nothing for another project folder. A plain container that was removed is made again from the volume with its state. Was none mounted, its data went with it.',
        steps: [
          {
            text: 'Find the volume that held the state',
            risk: 'reads',
            run: {
              native: null,
              compose: null,
              container: 'docker volume ls',
              none: { native: noDocker, compose: 'The folders stand in `.env`.' },
            },
          },
          skip(makeToken, { native: noDocker, compose: byCompose }),
          {
            text: 'Make the container. A plain one: add what else your first `docker run` had',
            risk: 'restarts',
            run: dockerOnly('docker compose up -d openclaw-gateway', runContainer(), noDocker),
          },
        ],
        verify: { ...healthy, within: 120 },
        sources: ['install/docker', 'install/docker/compose-operations'],
      },
      on: {
        token: {
          target: 'two-tokens',
          description: '“token mismatch”',
          meta: { kind: 'answer', seen: ['gateway token mismatch'] },
        },
        gone: { target: 'data-gone', guard: 'container', description: 'No volume of OpenClaw is left' },
        broken: { target: 'last-line', description: 'It is there, and does not stay up' },
      },
    },

    'who-cannot': {
      meta: {
        kind: 'question',
        title: 'It answers on this machine. Who gets no connection?',
        sources: ['install/docker/networking-and-storage'],
      },
      on: {
        'other-device': { target: 'other-device', description: 'Another device in my network' },
        token: {
          target: 'token-line',
          description: 'The browser: token missing or wrong',
          meta: { kind: 'answer', seen: ['gateway token mismatch', 'gateway token missing', 'device token mismatch'] },
        },
        pairing: {
          target: 'pairing',
          description: 'The browser: pairing required',
          meta: { kind: 'answer', seen: ['pairing required'] },
        },
        origin: {
          target: 'allow-origins',
          description: 'The browser: origin not allowed',
          meta: { kind: 'answer', seen: ['origin not allowed', 'Browser origin not allowed'] },
        },
        container: { target: 'from-container', description: 'A program in another container' },
        other: { target: 'find-message', description: 'Another message' },
      },
    },

    'allow-origins': {
      meta: {
        kind: 'fix',
        title: 'Name the addresses of the dashboard',
        body: 'The gateway lets in pages from addresses it knows. 2026.9.6 knows port 18789 only, so another host port or a domain must be named; 2026.2.24 with bind lan does not even start without the list. These two commands write the first two places of the list: use the next numbers if yours holds a domain already.',
        steps: [
          {
            text: 'The address by number. Its port must be the one in your browser, not the one inside the container',
            risk: 'changes-config',
            run: whileDownEarlier(dashboardOrigins[0]),
          },
          { text: 'The address by name', risk: 'changes-config', run: whileDownEarlier(dashboardOrigins[1]) },
          { text: 'Restart the gateway with it', risk: 'restarts', run: restart },
          {
            text: 'Look at the list: the address in your browser must be in it, port included',
            risk: 'reads',
            run: whileDownEarlier('config get gateway.controlUi.allowedOrigins'),
          },
          { ...reloadPage, text: 'Reload the page in the browser' },
        ],
        verify: pageIn,
        sources: ['install/docker', 'web/dashboard', 'cli/config'],
      },
      on: {
        pairing: {
          target: 'pairing',
          description: 'Now the browser says “pairing required”',
          meta: { kind: 'answer', seen: ['pairing required'] },
        },
        token: {
          target: 'give-token',
          description: 'Now the browser asks for the token',
          meta: { kind: 'answer', seen: ['gateway token missing', 'gateway token mismatch', 'This Gateway expects its token'] },
        },
        broken: { target: 'origin', description: 'The same message again' },
      },
    },

    'last-line': {
      meta: {
        kind: 'check',
        title: 'What does its last line say?',
        body: 'Every start ends with the reason it stopped. A container in this loop cannot be entered; one-off containers with the same mounts work.',
        run: logs(20),
        sources: ['install/docker/compose-operations', 'install/docker#upgrading-container-images'],
      },
      on: {
        mode: {
          target: 'set-mode',
          description: '“Missing config” or “Gateway start blocked”',
          meta: { kind: 'answer', seen: ['Missing config.', 'Gateway start blocked'] },
        },
        'no-token': {
          target: 'pin-token',
          guard: 'dockerNewest',
          description: '“Refusing to bind gateway … without auth”',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway to {bind} without auth'] },
        },
        origins: {
          target: 'allow-origins',
          guard: 'dockerEarlier',
          description: '“non-loopback Control UI requires …”',
          meta: { kind: 'answer', seen: ['non-loopback Control UI requires gateway.controlUi.allowedOrigins'] },
        },
        'not-writable': {
          target: 'own-state',
          description: '“EACCES: permission denied”',
          meta: {
            kind: 'answer',
            seen: ["EACCES: permission denied, {action} '/home/node", 'OpenClaw cannot write to the config directory'],
          },
        },
        lease: {
          target: 'who-owns-state',
          guard: 'dockerNewest',
          description: '“owner lease is still active”',
          meta: { kind: 'answer', seen: ['Another Gateway owner lease is still active'] },
        },
        migration: {
          target: 'doctor-in-docker',
          guard: 'dockerNewest',
          description: 'It asks for doctor, without EACCES',
          meta: { kind: 'answer', hint: 'requires state migration', seen: [/^(?![\s\S]*EACCES)[\s\S]*requires state migration/] },
        },
        killed: {
          target: 'memory',
          description: 'It just ends; Exited (137) or (139)',
          meta: { kind: 'answer', seen: ['Exited (137)', 'Exited (139)', 'OOMKilled', 'heap out of memory'] },
        },
        other: {
          target: 'which-image',
          description: 'Something else',
          meta: { kind: 'answer', hint: 'also lines with [entrypoint]', seen: ['[entrypoint]'] },
        },
      },
    },

    'own-state': {
      meta: {
        kind: 'fix',
        title: 'Give the state folder to the user of the image',
        body: 'The program runs as `node`, uid 1000, and the mounted folder belongs to someone else, often root. 2026.9.6 then advises `openclaw doctor --fix`: that cannot help, the owner is the cause. On 2026.2.24 every new named volume is root’s.\n\nIf EACCES stays on a host with SELinux, such as Fedora: a folder of the host needs `:Z` at the end of its mount.',
        steps: [
          {
            text: 'See who owns it: it should say 1000 1000',
            risk: 'reads',
            run: { native: null, ...onState('ls', '-ldn /home/node/.openclaw'), none: { native: noDocker } },
          },
          {
            text: 'Change the owner from a container that runs as root. The workspace inside is included',
            risk: 'changes-config',
            run: ownState,
          },
          up,
        ],
        verify: { ...healthy, within: 120 },
        signatures: [
          "EACCES: permission denied, open '/home/node/.openclaw/{file}'",
          "EACCES: permission denied, mkdir '/home/node/.openclaw/{folder}'",
          'OpenClaw cannot write to the config directory /home/node/.openclaw',
          'blocked plugin candidate: suspicious ownership',
        ],
        sources: ['install/docker/compose-operations', 'install/podman'],
      },
      on: {
        mode: {
          target: 'set-mode',
          description: 'Now it says “Missing config”',
          meta: { kind: 'answer', seen: ['Missing config.', 'Gateway start blocked'] },
        },
        broken: { target: 'ask', description: 'EACCES again' },
      },
    },

    'who-owns-state': {
      meta: {
        kind: 'check',
        title: 'Do two containers use this state?',
        body: 'One gateway per state. 2026.9.6 holds a lease of five minutes on it, under the name of its container.',
        run: sameState,
        sources: ['gateway/gateway-lock', 'gateway/multiple-gateways'],
      },
      on: {
        two: { target: 'stop-other', description: 'Two or more containers' },
        one: { target: 'wait-lease', description: 'One or none' },
      },
    },

    'stop-other': {
      meta: {
        kind: 'fix',
        title: 'Stop the second container',
        body: 'Two gateways side by side are fine when each has its own state and its own port.',
        steps: [
          {
            text: 'Stop the one you do not want. Never with kill: that leaves the lease behind',
            risk: 'restarts',
            run: stopOther,
          },
          { ...up, text: 'Start the one you want' },
        ],
        verify: { ...healthy, within: 120 },
        sources: ['gateway/multiple-gateways', 'gateway/gateway-lock'],
        prevention: ['prevention/one-instance'],
      },
      on: { broken: { target: 'wait-lease', description: 'The lease is still active' } },
    },

    'wait-lease': {
      meta: {
        kind: 'fix',
        title: 'Wait until the lease of the old container ends',
        body: 'After a hard end (`docker kill`, a forced removal, no memory left) nobody gives the lease back. A new container has another name, so it has to wait: five minutes at most. From now on `docker stop` before `docker rm`.',
        steps: [
          { text: 'Leave it alone for five minutes: with a restart policy it comes up by itself', risk: 'reads' },
          { ...up, text: 'Start it if it has no restart policy' },
        ],
        verify: { ...healthy, within: 360 },
        sources: ['gateway/gateway-lock'],
      },
      on: { broken: { target: 'not-ready', description: 'Still not up after six minutes' } },
    },

    'which-image': {
      meta: {
        kind: 'check',
        title: 'Is it the official image?',
        body: 'The official images are `ghcr.io/openclaw/openclaw`, `openclaw/openclaw` and, built from the repository, `openclaw:local`. Lines with `[entrypoint]` come from somebody else’s start script.',
        run: dockerOnly('docker compose images', 'docker ps -a', noDocker),
        symptoms: ['[entrypoint] starting nginx on port {port}'],
        sources: ['install/docker', 'guide#Slow Startup in Docker'],
      },
      on: {
        official: {
          target: 'not-ready',
          description: 'Yes, one of these',
          meta: { kind: 'answer', seen: [/\b(ghcr\.io\/)?openclaw\/openclaw\b/, /\bopenclaw:local\b/, /\bopenclaw\s+local\b/] },
        },
        other: { target: 'third-party', description: 'No, another name', meta: { kind: 'answer', seen: ['coollabsio/openclaw'] } },
        hosts: { target: 'hosts', description: 'A panel, a NAS or a hosting service chose it' },
      },
    },

    'token-line': {
      meta: {
        kind: 'check',
        title: 'What does the log say about the token?',
        body: 'A restart changes no token that is set. It changes when none is set, or when its place is not mounted. On 2026.9.6 a new one also ends the device tokens of paired browsers.',
        run: dockerOnly(
          shells('docker compose logs openclaw-gateway | grep -i token', 'docker compose logs openclaw-gateway | Select-String token'),
          shells('docker logs <container> 2>&1 | grep -i token', 'docker logs <container> 2>&1 | Select-String token'),
          noDocker,
        ),
        sources: ['guide#Container Restart Regenerates Gateway Token', 'install/docker'],
        corrections: [
          {
            guide: 'Every container restart makes a new gateway token and invalidates all paired devices',
            why: 'Only without a configured token: then 2026.9.6 makes one per start, and with it paired browsers get `device token mismatch`; 2026.2.24 saves one. With the same token a restart is harmless, and no approval is lost while the state is mounted.',
          },
        ],
      },
      on: {
        generated: {
          target: 'pin-token',
          description: '“token was missing. Generated …”, or “without auth”',
          meta: {
            kind: 'answer',
            hint: 'no token is set',
            seen: ['auth token was missing. Generated', 'Refusing to bind gateway to {bind} without auth'],
          },
        },
        mismatch: {
          target: 'two-tokens',
          description: 'token_mismatch',
          meta: { kind: 'answer', seen: [/(?<!device_)token_mismatch/, 'gateway token mismatch'] },
        },
        missing: {
          target: 'give-token',
          description: 'token_missing, device_token_mismatch, or none of these',
          meta: { kind: 'answer', seen: ['token_missing', 'gateway token missing', 'device_token_mismatch', 'device token mismatch'] },
        },
      },
    },

    'pin-token': {
      meta: {
        kind: 'fix',
        title: 'Give the container a token that stays',
        body: 'A gateway that listens beyond its container needs a token. Compose reads it from `.env`, a plain container gets it from `docker run`. A token in openclaw.json wins over the variable in both releases, so an old one there has to go, and while the gateway is stopped: a running 2026.2.24 would save a new one at once.\n\nBrowsers need the new token once. On 2026.9.6 paired ones too, because their device tokens go with the old gateway token; their approval stays.',
        steps: [
          lookAtMounts,
          makeToken,
          skip(saveToken, { native: noDocker }),
          stopStep,
          {
            text: 'Take an old token out of the config. “Config path not found” means: there was none',
            risk: 'changes-config',
            run: offline('config unset gateway.auth.token'),
          },
          recreateStep(),
          {
            text: 'The length of the token in the container: 64, not 0',
            risk: 'reads',
            run: tokenLength,
          },
        ],
        verify: { ...healthy, within: 120 },
        sources: [
          'guide#Container Restart Regenerates Gateway Token',
          'install/docker',
          'install/docker/environment-variables',
          'install/docker/compose-operations',
        ],
        corrections: [
          {
            guide: 'services: openclaw: image: openclaw-stack',
            why: 'The variable OPENCLAW_GATEWAY_TOKEN is right. The official services are `openclaw-gateway` and `openclaw-cli`, the image is `ghcr.io/openclaw/openclaw`.',
          },
          {
            guide: 'volumes: - openclaw-data:/app/data',
            why: 'Nothing is stored there, so a saved token, the pairings and the config go with the container. The state lies in `/home/node/.openclaw`.',
          },
          {
            guide: 'OPENCLAW_GATEWAY_TOKEN=your-stable-token-here',
            why: 'A token written into the Compose file ends up wherever the file goes. Let the file name the variable and keep the value in `.env`.',
          },
        ],
        prevention: ['prevention/token-pinned'],
      },
      on: {
        browser: {
          target: 'give-token',
          description: 'It runs, and the browser needs the new token',
          meta: { kind: 'answer', seen: ['This Gateway expects its token', 'gateway token missing', 'device token mismatch'] },
        },
        'not-mounted': { target: 'mount-state', ...notMounted },
        again: {
          target: 'official-names',
          guard: 'compose',
          description: 'The length is 0, or it refuses again',
          meta: { kind: 'answer', hint: 'a Compose file of your own', seen: ['Refusing to bind gateway to {bind} without auth'] },
        },
        broken: { target: 'two-tokens', description: 'Another error about the token' },
      },
    },

    'two-tokens': {
      meta: {
        kind: 'check',
        title: 'Is there a second token in the config?',
        symptoms: ['the token in the console output differs from the token in the configuration file'],
        body: 'Both releases let the gateway take the token of openclaw.json first. The CLI of 2026.2.24 takes the variable first, and you may have copied the one of `.env`: then they differ.',
        run: offline('config get gateway.auth.token'),
        sources: ['cli/config', 'install/docker/environment-variables'],
      },
      on: {
        yes: {
          target: 'variable-too',
          description: '__OPENCLAW_REDACTED__: there is one',
          meta: { kind: 'answer', seen: ['__OPENCLAW_REDACTED__'] },
        },
        no: {
          target: 'give-token',
          description: 'It is not set',
          meta: {
            kind: 'answer',
            seen: ['Config path not found: gateway.auth.token', 'Config path is valid but unset: gateway.auth.token'],
          },
        },
      },
    },

    'variable-too': {
      meta: {
        kind: 'check',
        title: 'Does the container have a token in its environment too?',
        body: 'The command prints the length of the token, not the token.',
        run: tokenLength,
        sources: ['install/docker/environment-variables'],
      },
      on: {
        yes: { target: 'one-token', description: 'Yes: a number above 0', meta: { kind: 'answer', seen: [/^[1-9]\d*$/m] } },
        no: { target: 'give-token', description: 'No: 0', meta: { kind: 'answer', seen: [/^0$/m] } },
      },
    },

    'one-token': {
      meta: {
        kind: 'fix',
        title: 'Leave only the token of the container’s environment',
        body: 'Take it out while the gateway is stopped, so that it does not write a new one.',
        steps: [
          stopStep,
          { text: 'Take the token out of the config', risk: 'changes-config', run: offline('config unset gateway.auth.token') },
          startStep,
        ],
        verify: { ...healthy, within: 120 },
        sources: ['cli/config', 'install/docker/environment-variables'],
      },
      on: { broken: { target: 'give-token', description: 'The browser still has the wrong one' } },
    },

    'give-token': {
      meta: {
        kind: 'fix',
        title: 'Give the browser the token of the gateway',
        body: 'The setup script makes a new token when it finds none; the browser keeps the old one. On 2026.9.6 a browser that was paired then reads `device token mismatch`: with the new token it is in again, without a new approval. The command shows a secret: keep it out of screenshots.',
        steps: [
          {
            text: 'Show the token of the gateway. 2026.2.24 prints an address that ends with it',
            risk: 'reads',
            run: showToken,
          },
          {
            text: 'Open the dashboard and paste the token; on 2026.2.24 open the printed address, with the port of the host in it',
            risk: 'reads',
            where: 'browser',
            run: { ...dockerOnly('http://127.0.0.1:<port>/', 'http://127.0.0.1:<port>/', noDocker), language: 'url' },
          },
        ],
        verify: browserIn,
        sources: ['install/docker', 'web/dashboard', 'cli/gateway'],
      },
      on: {
        pairing: {
          target: 'pairing',
          description: 'Now it says “pairing required”',
          meta: { kind: 'answer', seen: ['pairing required', 'Pending ('] },
        },
        broken: { target: 'pair-again', description: 'The token is right, and still refused' },
      },
    },

    'state-mounted': {
      meta: {
        kind: 'check',
        title: 'What is mounted into the container?',
        body: 'Config, pairings, sessions and memory lie in `/home/node/.openclaw`. Only what is mounted there outlives the container; stop, start and restart lose nothing.',
        run: mounts,
        symptoms: [
          '0 mounts',
          'Docker container persistence: state lost on container restart',
          'configuration and installed plugins disappeared after restart',
          'restored to initial state after container restart',
          'data not persisted after recreating the container',
          'files disappear after a container reset: volume mounting problem',
        ],
        sources: ['guide#Data Not Persisted Across Rebuilds', 'install/docker/networking-and-storage', 'install/docker-vm-runtime'],
      },
      on: {
        none: { target: 'mount-state', description: 'Nothing: []', meta: { kind: 'answer', seen: [/^\[\]\s*$/m] } },
        elsewhere: {
          target: 'mount-state',
          description: 'Another place, such as /app/data',
          meta: { kind: 'answer', seen: [notMounted.meta.seen[1]] },
        },
        right: {
          target: 'right-source',
          description: 'A Destination is /home/node/.openclaw',
          meta: { kind: 'answer', seen: [/"Destination":"\/home\/node(\/\.openclaw)?"/] },
        },
      },
    },

    'mount-state': {
      meta: {
        kind: 'fix',
        title: 'Copy the state out, then mount it at /home/node/.openclaw',
        body: 'What is not mounted lives in the container and goes with it. So copy it out before anything makes the container anew: also before a rebuild, an update or `docker compose up` with a changed file.',
        steps: [
          keepToken,
          { ...stopStep, text: 'Stop the gateway, so that its databases are at rest' },
          {
            text: 'Copy the state out: this is your backup. Look into the folder, openclaw.json must be there',
            risk: 'reads',
            run: dockerOnly(
              'docker compose cp openclaw-gateway:/home/node/.openclaw openclaw-state',
              'docker cp <container>:/home/node/.openclaw openclaw-state',
              noDocker,
            ),
          },
          {
            text: 'Mount the copied folder: this replaces the volume lines of the service in your Compose file, and of `openclaw-cli` if it has one',
            risk: 'changes-config',
            run: yaml('services:', '  openclaw-gateway:', '    volumes:', '      - ./openclaw-state:/home/node/.openclaw'),
          },
          {
            text: 'Copy it into a volume. Choose a new name for it, such as openclaw-state',
            risk: 'changes-config',
            run: {
              native: null,
              compose: null,
              container:
                'docker run --rm -u root -v <volume>:/to -v "${PWD}/openclaw-state:/from:ro" --entrypoint cp <image> -a /from/. /to/',
              none: { native: noDocker, compose: 'Compose mounts the folder itself.' },
            },
          },
          { text: 'Give it to the user of the image', risk: 'changes-config', run: ownState },
          { ...recreateStep(), risk: 'deletes-data' },
        ],
        verify: { run: mounts, expect: ['"Destination":"/home/node/.openclaw"'], within: 30 },
        sources: ['guide#Data Not Persisted Across Rebuilds', 'install/docker/networking-and-storage', 'install/docker-vm-runtime'],
        corrections: [
          {
            guide: 'volumes: - openclaw-data:/app/data',
            why: '`/app` holds the program and nothing is stored in `/app/data`. The state lies in `/home/node/.openclaw`. As a piece alone it is no valid Compose file: it belongs under the service.',
          },
        ],
        prevention: ['prevention/data-persisted'],
      },
      on: {
        gone: { target: 'data-gone', description: 'The copy is new and empty: it was recreated before' },
        'not-writable': {
          target: 'own-state',
          description: '“EACCES: permission denied” in the log',
          meta: { kind: 'answer', seen: ['EACCES: permission denied'] },
        },
        broken: { target: 'not-ready', description: 'Mounted, and it does not start' },
      },
    },

    'right-source': {
      meta: {
        kind: 'fix',
        title: 'Start it with the folder or volume it had before',
        body: 'The mount is right, so the data is in another source. The usual reasons: `sudo` (then the home is root’s), OPENCLAW_CONFIG_DIR was exported in a shell and not written to `.env`, another project folder, another volume name, or `docker compose down -v`, which removes named volumes.\n\nDo not mount openclaw.json alone: the gateway replaces the file when it saves, and the mount keeps the old one.',
        steps: [
          {
            text: 'Find the old data: the Source above is what it uses now. A plain container takes the old volume’s name below',
            risk: 'reads',
            run: dockerOnly(
              shells('grep OPENCLAW_CONFIG_DIR .env', 'Select-String OPENCLAW_CONFIG_DIR .env'),
              'docker volume ls',
              noDocker,
            ),
          },
          {
            text: 'Write the folder with your old openclaw.json into `.env` as OPENCLAW_CONFIG_DIR',
            risk: 'changes-config',
            run: {
              native: null,
              compose: shells('nano .env', 'notepad .env'),
              container: null,
              none: { native: noDocker, container: 'A plain container gets its volume by `-v` below.' },
            },
          },
          keepToken,
          recreateStep(),
        ],
        verify: { ...paired, within: 120 },
        sources: ['install/docker/networking-and-storage', 'install/docker-vm-runtime'],
        prevention: ['prevention/data-persisted'],
      },
      on: {
        gone: { target: 'data-gone', description: 'The old data is nowhere' },
        broken: { target: 'not-ready', description: 'The right folder, and it does not start' },
      },
    },

    'wait-ready': {
      meta: {
        kind: 'fix',
        title: 'Wait for the line that means ready',
        body: 'Until then the published port drops connections.\n\n2026.9.6 prints each step and ends with `[gateway] ready`, after about 15 seconds. 2026.2.24 prints nothing for half a minute in a new container, then `[gateway] listening on ws://…`. Slower machines need longer, an image update that migrates data minutes. On 2026.9.6 the status `healthy` comes later than ready.',
        steps: [
          { text: 'Follow the log until the line is there. Ctrl+C ends the following, not the gateway', risk: 'reads', run: follow },
          {
            text: 'For a script: ask this until it prints 200. 2026.2.24 answers 200 on every path once it listens',
            risk: 'reads',
            run: dockerOnly(
              shells(
                "curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:<port>/readyz",
                "curl.exe -s -o NUL -w '%{http_code}' http://127.0.0.1:<port>/readyz",
              ),
              shells(
                "curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:<port>/readyz",
                "curl.exe -s -o NUL -w '%{http_code}' http://127.0.0.1:<port>/readyz",
              ),
              noDocker,
            ),
          },
        ],
        verify: { ...healthy, within: 120 },
        symptoms: ['[gateway] listening on :3001', '[plugins] staging bundled runtime deps before gateway startup', '(unhealthy)'],
        sources: ['guide#Slow Startup in Docker', 'gateway/health', 'install/docker'],
        corrections: [
          {
            guide: '[gateway] listening on :3001',
            why: 'Neither release prints this. Wait for `[gateway] ready` (2026.9.6) or `[gateway] listening on ws://0.0.0.0:18789 (PID …)` (2026.2.24).',
          },
          {
            guide: 'The gateway takes about 40 seconds to become ready inside Docker',
            why: 'There is no fixed time: 14 seconds on 2026.9.6 and 36 on 2026.2.24 were measured on one machine, five seconds for a restart. Ask, do not count.',
          },
        ],
        prevention: ['prevention/health-monitored'],
      },
      on: {
        outside: {
          target: 'bind-lan',
          description: 'Ready, but nothing reaches it from the host',
          meta: { kind: 'answer', seen: ['listening on ws://127.0.0.1:18789'] },
        },
        broken: { target: 'last-line', description: 'An error, or no such line after minutes' },
      },
    },

    'which-command': {
      meta: {
        kind: 'question',
        title: 'Which command, and what did it answer?',
        sources: ['install/docker/compose-operations'],
      },
      on: {
        doctor: {
          target: 'doctor-in-docker',
          description: 'I want to run openclaw doctor',
          meta: { kind: 'answer', seen: ['Doctor could not enter maintenance'] },
        },
        down: {
          target: 'one-off',
          description: '“is restarting”, “not running”, “container missing”',
          meta: {
            kind: 'answer',
            seen: [
              'is restarting, wait until the container is running',
              'cannot join network of a non running container',
              'container missing',
              'is not running',
            ],
          },
        },
        tty: {
          target: 'no-terminal',
          description: '“the input device is not a TTY”',
          meta: { kind: 'answer', seen: ['the input device is not a TTY'] },
        },
        name: {
          target: 'call-by-name',
          description: 'openclaw is not found, or not a command',
          meta: { kind: 'answer', seen: ['executable file not found in $PATH', 'does not know the command "openclaw"'] },
        },
        'own-network': {
          target: 'use-exec',
          guard: 'dockerEarlier',
          description: '“gateway closed (1006 …)” from openclaw-cli',
          meta: { kind: 'answer', seen: ['gateway closed (1006'] },
        },
        restart: {
          target: 'restart-outside',
          description: 'openclaw gateway restart, start or stop fails inside',
          meta: { kind: 'answer', seen: ['systemctl --user unavailable', 'no longer listens on port'] },
        },
        names: {
          target: 'official-names',
          description: 'Docker does not find the image or the service',
          meta: { kind: 'answer', seen: ['Unable to find image', 'Additional property', 'volumes must be a mapping', 'no such service'] },
        },
      },
    },

    'doctor-in-docker': {
      meta: {
        kind: 'fix',
        title: 'Stop the gateway, run doctor once, start again',
        body: '`doctor` without `--fix` only looks and may run beside the gateway. The repair wants the state for itself: 2026.9.6 refuses it beside a running gateway. A one-off container with the same mounts does it, also when the gateway only restarts in a loop.',
        steps: repairSteps,
        verify: { ...healthy, within: 120 },
        sources: ['guide#Running openclaw doctor Inside Docker', 'install/docker#upgrading-container-images', 'cli/doctor'],
        corrections: [
          {
            guide: 'docker exec -it YOUR_CONTAINER bash',
            why: 'It needs a container that runs. One that restarts in a loop cannot be entered, and that is when you need doctor most.',
          },
          {
            guide: 'openclaw doctor --fix',
            why: 'Typed inside, beside the running gateway, 2026.9.6 answers “Doctor could not enter maintenance”. The image of 2026.2.24 has no `openclaw` there.',
          },
        ],
        prevention: ['prevention/doctor-run'],
      },
      on: {
        'in-use': {
          target: 'who-owns-state',
          guard: 'dockerNewest',
          description: '“could not enter maintenance”, though stopped',
          meta: { kind: 'answer', seen: ['Doctor could not enter maintenance'] },
        },
        broken: { target: 'not-ready', description: 'Doctor is through, and it does not start' },
      },
    },

    'one-off': {
      meta: {
        kind: 'fix',
        title: 'Use a one-off container while the gateway is down',
        body: '`exec` needs a container that runs, and the `openclaw-cli` of 2026.9.6 lives in the network of the gateway. A one-off container on the gateway’s service needs neither. It reads and writes the config; what asks the gateway itself has to wait until that runs.',
        steps: [
          {
            text: 'This form works at any time: put your command in place of `config get …`',
            risk: 'reads',
            run: offline('config get gateway.mode'),
          },
          { ...up, text: 'Start the gateway for the commands that ask it' },
        ],
        verify: { ...healthy, within: 120 },
        symptoms: [
          'is restarting, wait until the container is running',
          'cannot join network of a non running container',
          'cannot share network namespace with service openclaw-gateway: container missing',
          'service "openclaw-gateway" is not running',
        ],
        sources: ['install/docker', 'install/docker/compose-operations'],
      },
      on: { broken: { target: 'last-line', description: 'It does not stay up' } },
    },

    'no-terminal': {
      meta: {
        kind: 'fix',
        title: 'Leave out -it where there is no terminal',
        body: '`-t` asks for a terminal that cron, CI and scripts do not have. Compose has the opposite switch: `-T`.',
        steps: [
          {
            text: 'The same call without a terminal',
            risk: 'reads',
            run: {
              ...cli('gateway probe'),
              compose: 'docker compose run -T --rm openclaw-cli gateway probe',
              earlier: {
                '2026.2.24': {
                  compose: 'docker compose exec -T openclaw-gateway node dist/index.js gateway probe',
                  container: 'docker exec <container> node dist/index.js gateway probe',
                },
              },
            },
          },
        ],
        verify: {
          run: {
            ...cli('gateway probe'),
            compose: 'docker compose run -T --rm openclaw-cli gateway probe',
            earlier: {
              '2026.2.24': {
                compose: 'docker compose exec -T openclaw-gateway node dist/index.js gateway probe',
                container: 'docker exec <container> node dist/index.js gateway probe',
              },
            },
          },
          expect: ['Reachable: yes'],
        },
        signatures: ['the input device is not a TTY'],
        sources: ['install/docker/compose-operations'],
      },
      on: { broken: { target: 'last-line', description: 'Another error now' } },
    },

    'call-by-name': {
      meta: {
        kind: 'fix',
        title: 'Call the program by the name the image has',
        body: 'The image of 2026.2.24 has no `openclaw` on its path: there it is `node dist/index.js`, which works in both. The service `openclaw-cli` is the program already, so `openclaw` is not repeated behind it.',
        steps: [
          {
            text: 'This form works in both releases, while the container runs',
            risk: 'reads',
            run: { ...inside(null, 'node dist/index.js --version'), none: { native: noDocker } },
          },
        ],
        verify: { run: { ...inside(null, 'node dist/index.js --version'), none: { native: noDocker } }, expect: ['2026.'] },
        signatures: ['exec: "openclaw": executable file not found in $PATH', 'OpenClaw does not know the command "openclaw"'],
        sources: ['install/docker/compose-operations'],
      },
      on: { broken: { target: 'last-line', description: 'Another error: it does not run' } },
    },

    'use-exec': {
      meta: {
        kind: 'fix',
        title: 'Ask from inside the gateway’s container',
        body: 'The `openclaw-cli` of the February file has a network of its own, and any one-off container too: `127.0.0.1:18789` there is not the gateway. Commands that only touch the config still work in it.',
        steps: [
          { text: 'Call it by `exec`', risk: 'reads', run: cli('devices list') },
          {
            text: 'Or let openclaw-cli share the network, as the file of 2026.9.6 does',
            risk: 'changes-config',
            run: yaml(
              'services:',
              '  openclaw-cli:',
              '    network_mode: "service:openclaw-gateway"',
              '    depends_on:',
              '      - openclaw-gateway',
            ),
          },
        ],
        verify: healthy,
        sources: ['install/docker/compose-operations'],
      },
      on: {
        token: {
          target: 'two-tokens',
          description: '“gateway token mismatch”',
          meta: { kind: 'answer', seen: ['gateway token mismatch'] },
        },
        broken: { target: 'last-line', description: '1006 inside as well: it is down' },
      },
    },

    'restart-outside': {
      meta: {
        kind: 'fix',
        title: 'Restart the container instead of the service',
        body: 'There is no service manager in a container: Docker itself starts and restarts the gateway.',
        steps: [{ text: 'Restart it from the host', risk: 'restarts', run: restart }],
        verify: { ...healthy, within: 120 },
        sources: ['install/docker/compose-operations'],
      },
      on: { broken: { target: 'last-line', description: 'It does not come back' } },
    },

    'official-names': {
      meta: {
        kind: 'fix',
        title: 'Use the official image, service names and paths',
        body: 'Simplest with the official `docker-compose.yml` of the OpenClaw repository. In a file of your own these are the lines that matter; the config must name `gateway.mode local` before the first start.',
        steps: [
          {
            text: 'The services in a Compose file of your own. Keep your volume line if it ends in `:/home/node/.openclaw`: another source looks empty',
            risk: 'changes-config',
            run: yaml(
              'services:',
              '  openclaw-gateway:',
              '    image: ${OPENCLAW_IMAGE:-ghcr.io/openclaw/openclaw:latest}',
              '    command: ["node", "dist/index.js", "gateway", "--bind", "lan", "--port", "18789"]',
              '    restart: unless-stopped',
              '    environment:',
              '      OPENCLAW_GATEWAY_TOKEN: ${OPENCLAW_GATEWAY_TOKEN}',
              '    ports:',
              '      - "127.0.0.1:<port>:18789"',
              '    volumes:',
              '      - openclaw-state:/home/node/.openclaw',
              '  openclaw-cli:',
              '    image: ${OPENCLAW_IMAGE:-ghcr.io/openclaw/openclaw:latest}',
              '    entrypoint: ["node", "dist/index.js"]',
              '    network_mode: "service:openclaw-gateway"',
              '    depends_on:',
              '      - openclaw-gateway',
              '    environment:',
              '      OPENCLAW_GATEWAY_TOKEN: ${OPENCLAW_GATEWAY_TOKEN}',
              '    volumes:',
              '      - openclaw-state:/home/node/.openclaw',
              'volumes:',
              '  openclaw-state:',
            ),
          },
          {
            text: 'Check the file: it prints nothing when it is right',
            risk: 'reads',
            run: {
              native: null,
              compose: 'docker compose config -q',
              container: null,
              none: { native: noDocker, container: composeOnly },
            },
          },
          { ...skip(makeToken, { native: noDocker }), text: 'Make a token. With Compose only if `.env` holds none yet' },
          { ...skip(saveToken, { native: noDocker }), text: 'Save the token, if you made one now' },
          {
            text: 'Start it. `latest` is the newest release: put a number in its place to stay on another one',
            risk: 'restarts',
            run: dockerOnly(
              'docker compose up -d openclaw-gateway',
              runContainer().replace('<image>', 'ghcr.io/openclaw/openclaw:latest'),
              noDocker,
            ),
          },
        ],
        verify: { ...healthy, within: 120 },
        signatures: [
          "Unable to find image 'openclaw-stack:latest' locally",
          'Additional property {name} is not allowed',
          'volumes must be a mapping',
          'no such service: openclaw',
        ],
        sources: ['guide#Container Restart Regenerates Gateway Token', 'install/docker', 'install/docker/networking-and-storage'],
        corrections: [
          {
            guide: 'openclaw-stack',
            why: 'There is no such image of the project: it is `ghcr.io/openclaw/openclaw`, mirrored as `openclaw/openclaw`.',
          },
          {
            guide: 'The compose service is named openclaw',
            why: 'The official file has `openclaw-gateway`, which runs, and `openclaw-cli`, for single commands.',
          },
        ],
      },
      on: {
        mode: {
          target: 'set-mode',
          description: '“Missing config”',
          meta: { kind: 'answer', seen: ['Missing config.', 'Gateway start blocked'] },
        },
        origins: {
          target: 'allow-origins',
          guard: 'dockerEarlier',
          description: '“non-loopback Control UI requires …”',
          meta: { kind: 'answer', seen: ['non-loopback Control UI requires gateway.controlUi.allowedOrigins'] },
        },
        'not-writable': {
          target: 'own-state',
          description: '“EACCES: permission denied”',
          meta: { kind: 'answer', seen: ['EACCES: permission denied'] },
        },
        broken: { target: 'ask', description: 'Docker or the gateway still complains' },
      },
    },

    'from-container': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Use the service name, not localhost',
        body: '`localhost` in another container is that container. In the same Docker network the gateway is `openclaw-gateway:18789` with Compose, or the container’s name with that port. Otherwise it is `host.docker.internal` with the published port; on Linux the other container needs `--add-host=host.docker.internal:host-gateway`, and a port published on 127.0.0.1 only does not answer there. Publishing it wider opens it to your network too, so rather put both containers into one network.\n\nOpenClaw’s own CLI refuses plain `ws://` to such an address: run it inside the gateway’s container. Still stuck: https://docs.openclaw.ai/help',
        steps: [
          {
            text: 'The networks of the other container',
            risk: 'reads',
            run: dockerOnly(
              "docker inspect --format '{{json .NetworkSettings.Networks}}' <otherContainer>",
              "docker inspect --format '{{json .NetworkSettings.Networks}}' <otherContainer>",
              noDocker,
            ),
          },
        ],
        sources: ['install/docker/networking-and-storage'],
      },
    },
    'third-party': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Another maker’s image: ask there, or change to the official',
        body: 'Such images have their own start script, paths (one keeps its state in `/data`), variables and proxies; what helps there stands in their own repository. OpenClaw itself does not read their variables.\n\nTo change: copy the state out first, then use `ghcr.io/openclaw/openclaw` with the state at `/home/node/.openclaw`. Collect the log below for the question you ask.',
        steps: [
          {
            text: 'The log for your question',
            risk: 'reads',
            run: dockerOnly('docker compose logs --tail=100', 'docker logs --tail 100 <container>', noDocker),
          },
        ],
        sources: ['install/docker'],
      },
    },
    ask: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'Take out tokens before you post it. Ask at https://docs.openclaw.ai/help, with the release, the host system and the version of Docker. To start over instead, the family “Full reset” makes a backup first.',
        steps: [
          { text: 'State and ports of the container', risk: 'reads', run: dockerOnly('docker compose ps -a', 'docker ps -a', noDocker) },
          { text: 'What the gateway said', risk: 'reads', run: logs(100) },
          { text: 'What OpenClaw thinks of itself', risk: 'reads', run: direct('gateway status --deep') },
          { text: 'Versions', risk: 'reads', run: dockerOnly('docker version', 'docker version', noDocker) },
        ],
        sources: ['help/index'],
      },
    },
    'find-message': { type: 'final', meta: { kind: 'jump', title: 'Find your message', to: 'triage' } },
    'no-docker': { type: 'final', meta: { kind: 'jump', title: 'Without Docker: find your message', to: 'triage' } },
    'other-device': {
      type: 'final',
      meta: { kind: 'jump', title: 'Open the gateway to other devices', to: 'access-not-configured/other-machine' },
    },
    pairing: { type: 'final', meta: { kind: 'jump', title: 'Approve the browser', to: 'pairing-required/approve-device' } },
    'pair-again': { type: 'final', meta: { kind: 'jump', title: 'Pair the device again', to: 'device-token-mismatch/pair-again' } },
    'set-mode': { type: 'final', meta: { kind: 'jump', title: 'Set the mode in the mounted config', to: 'gateway-start-blocked' } },
    memory: { type: 'final', meta: { kind: 'jump', title: 'Give the container more memory', to: 'gateway-not-ready/memory' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'Find out why it does not become ready', to: 'gateway-not-ready' } },
    'data-gone': {
      type: 'final',
      meta: {
        kind: 'jump',
        title: 'Set it up again: that data went with the container',
        body: 'A removed container or volume does not come back. Look for a backup of your own first.',
        to: 'gateway-start-blocked',
      },
    },
    hosts: { type: 'final', meta: { kind: 'jump', title: 'Podman and other hosts', to: 'podman-and-hosts' } },
    origin: { type: 'final', meta: { kind: 'jump', title: 'See why the origin is refused', to: 'control-ui-origin' } },
  },
})
