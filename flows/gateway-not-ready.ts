import {
  bringUp,
  direct,
  dockerOnly,
  editConfig,
  everywhere,
  follow,
  formsOf,
  healthy,
  logs,
  nativeOnly,
  offline,
  onState,
  recreate,
  runState,
  shells,
  start,
  stop,
  variants,
  without,
} from './commands.ts'
import { flow, type Commands, type Step, type Typed, type Verify } from './flow.ts'
import {
  askForToken,
  bringUpStep,
  copyInState,
  dashboardOrigins,
  editVariables,
  hostPort,
  keepToken,
  lookAtMounts,
  makeToken,
  notMounted,
  ownState,
  recreateStep,
  sameState,
  saveToken,
  skip,
  stopOther,
  stopStep,
  whileItRestarts,
} from './steps.ts'

const state = '/home/node/.openclaw'
const dockerAway = 'Docker users come here by another way.'
const nativeAway = 'Native installs come here by another way.'

/** A container in a restart loop waits up to a minute before its next try. */
const up: Verify = { ...healthy, within: 120 }

/** The newest file of the log folder: `openclaw logs` fails while the gateway is down (2026.2.24) or a foreign program has its port. */
const newestLog = 'Get-ChildItem "$env:TEMP\\openclaw" -Filter openclaw-*.log | Sort-Object LastWriteTime | Select-Object -Last 1'

/** What the gateway itself printed last, also while it is down. */
const lastLines: Commands = {
  native: {
    linux: 'journalctl --user -u openclaw-gateway.service -n 40 --no-pager',
    macos: 'tail -n 40 ~/Library/Logs/openclaw/gateway.log',
    windows: `${newestLog} | Get-Content -Tail 40`,
  },
  compose: logs(40).compose,
  container: logs(40).container,
  earlier: {
    '2026.2.24': {
      native: {
        linux: 'journalctl --user -u openclaw-gateway.service -n 40 --no-pager',
        macos: 'tail -n 40 ~/.openclaw/logs/gateway.log ~/.openclaw/logs/gateway.err.log',
        windows: `${newestLog} | Get-Content -Tail 40`,
      },
    },
  },
  otherwise: [
    {
      when: 'the gateway is not installed as a service: start it in this terminal and read what it prints last',
      run: { native: 'openclaw gateway run', compose: null, container: null },
    },
  ],
}

/** The same lines while they come in. */
const watch: Commands = {
  native: {
    linux: 'journalctl --user -u openclaw-gateway.service -n 20 -f',
    macos: 'tail -n 20 -f ~/Library/Logs/openclaw/gateway.log',
    windows: `${newestLog} | Get-Content -Tail 20 -Wait`,
  },
  compose: follow.compose,
  container: follow.container,
  earlier: {
    '2026.2.24': {
      native: {
        linux: 'journalctl --user -u openclaw-gateway.service -n 20 -f',
        macos: 'tail -n 20 -f ~/.openclaw/logs/gateway.log ~/.openclaw/logs/gateway.err.log',
        windows: `${newestLog} | Get-Content -Tail 20 -Wait`,
      },
    },
  },
}

const chown = ownState.compose as string

/** Files of the state that do not belong to the account that runs the gateway; on Windows who may write there. */
const foreignFiles: Commands = {
  native: shells('ls -la ~/.openclaw\nfind ~/.openclaw ! -user "$(id -un)"', 'icacls "$env:USERPROFILE\\.openclaw"'),
  ...onState('find', `${state} -not -user node`),
}

const listens = shells(
  'sudo lsof -nP -iTCP:<port> -sTCP:LISTEN',
  'Get-NetTCPConnection -LocalPort <port> -State Listen | ForEach-Object { Get-Process -Id $_.OwningProcess }',
)
const listensBySs: Typed = { linux: 'sudo ss -ltnp sport = :<port>', macos: null, windows: null }
const listensInDocker = {
  linux: `docker ps --filter publish=<port>\n${listens.linux}`,
  macos: `docker ps --filter publish=<port>\n${listens.macos}`,
  windows: `docker ps --filter publish=<port>\n${listens.windows}`,
}

/** 2026.2.24 on the network wants to know the dashboard's address. */
const allowLocal = offline(dashboardOrigins[0])

/** Every OpenClaw process of this machine, or every container on this state. */
const gateways: Commands = variants({
  native: {
    linux: 'pgrep -fa openclaw',
    macos: 'pgrep -fl openclaw',
    windows: 'Get-CimInstance Win32_Process -Filter "Name=\'node.exe\'" | Select-Object ProcessId, CommandLine | Format-List',
  },
  compose: sameState.compose,
  container: sameState.container,
})

const killPid = shells('kill <pid>', 'Stop-Process -Id <pid>')

/** A service keeps the port it was installed with, so a changed port is written into it; this starts it too. */
const portIntoService: Step = {
  text: `Write the port into the service, which keeps the old one otherwise; this starts it, too. ${whileItRestarts}`,
  risk: 'restarts',
  run: {
    ...nativeOnly('openclaw gateway install --force', dockerAway),
    otherwise: [
      {
        when: 'the gateway is not installed as a service: start it in a terminal and leave that open',
        run: { native: 'openclaw gateway run', compose: null, container: null },
      },
    ],
  },
}

const noRestart = {
  guide: 'openclaw restart',
  why: 'No release has this command. A service is restarted by `openclaw gateway restart`, and started by `openclaw gateway start` while it is down.',
}

export default flow.createMachine({
  id: 'gateway-not-ready',
  meta: {
    kind: 'family',
    title: 'Gateway did not become ready',
    summary: 'The gateway was started, but it ends again or never accepts connections.',
    group: 'start',
    messages: [
      'gateway did not become ready',
      'Error: gateway did not become ready within 60s',
      'gateway startup timeout — did not become ready',
      '[entrypoint] gateway did not become ready in time',
      'timeout waiting for gateway: did not become ready',
      'FAIL: gateway health check failed — not ready',
      '[entrypoint] Starting OpenClaw gateway',
      '[gateway] listening on :3001',
      'Gateway restart timed out after 60s waiting for health checks.',
      'Timed out after 60s waiting for gateway port 18789 to become healthy.',
      'Gateway start timed out after 45s waiting for /healthz and /readyz.',
      'Gateway did not become reachable at ws://127.0.0.1:18789.',
      'Gateway failed to start: another gateway instance is already listening on ws://127.0.0.1:18789',
      'Gateway failed to start: gateway already running (pid 25326); lock timeout after 5000ms',
      'another OpenClaw process owns gateway-lifecycle',
      'listen EADDRINUSE: address already in use 127.0.0.1:18789',
      "EACCES: permission denied, mkdir '/home/node/.openclaw/state'",
      'Config invalid',
      'Gateway failed to start: Invalid config at /home/user/.openclaw/openclaw.json:',
      'Refusing to bind gateway to lan without auth.',
      'Gateway failed to start: Error: non-loopback Control UI requires gateway.controlUi.allowedOrigins',
      'Gateway failed to start: Another Gateway owner lease is still active for this state directory.',
      'OpenClaw startup migrations are already running for this state directory; retry after the other OpenClaw process finishes',
      'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    ],
    prevention: ['prevention/one-instance', 'prevention/doctor-run', 'prevention/health-monitored'],
  },
  context: ({ input }) => input,
  initial: 'last-lines',
  states: {
    'last-lines': {
      meta: {
        kind: 'check',
        title: 'What do the gateway’s own last lines say?',
        body: '“Did not become ready” only says that something waited for the gateway in vain. Why it is not ready, the gateway prints itself, mostly behind `Gateway failed to start:`.\n\nIn a terminal 2026.9.6 prints an automatic triage after that line: the reason stands above it.',
        run: lastLines,
        symptoms: [
          'gateway did not become ready',
          'gateway did not become ready within {n}s',
          'gateway startup timeout — did not become ready',
          '[entrypoint] gateway did not become ready in time',
          'timeout waiting for gateway: did not become ready',
          'gateway health check failed — not ready',
          'the managed Gateway did not become ready',
          'Gateway did not become reachable at {url}',
          'Gateway did not become healthy after restart',
          'Gateway port {port} is not listening (service appears running)',
          'Original failure retained; inspect the triage verification evidence before retrying',
          'doctor repair failed; not retrying Gateway startup',
          'Gateway process exited before becoming ready (code={n})',
        ],
        sources: ['guide#Gateway Did Not Become Ready', 'gateway/troubleshooting/gateway-service-and-process', 'logging'],
        corrections: [
          {
            guide: 'gateway did not become ready',
            why: 'No gateway prints this bare line; hosting wrappers do. OpenClaw itself says `Gateway restart timed out after …s waiting for health checks.` or `Gateway did not become reachable at …`.',
          },
          {
            guide: 'Error: gateway did not become ready within 60s',
            why: 'Not a line of OpenClaw; the nearest real one is `Gateway restart timed out after 60s waiting for health checks.`',
          },
          {
            guide: 'gateway startup timeout — did not become ready',
            why: 'Neither release prints it, so it names no cause: the gateway’s own log does.',
          },
          {
            guide: '[entrypoint] gateway did not become ready in time',
            why: 'The official image prints no `[entrypoint]` lines. They come from a third-party image; OpenClaw’s own reason stands above them.',
          },
          {
            guide: 'timeout waiting for gateway: did not become ready',
            why: 'Neither release prints it; a script that waits for the gateway may.',
          },
          {
            guide: 'FAIL: gateway health check failed — not ready',
            why: 'Neither release prints it. OpenClaw says `Health check failed: …` when it cannot ask the gateway.',
          },
        ],
      },
      on: {
        port: {
          target: 'port-busy',
          description: '“already listening”, “already running”',
          meta: {
            kind: 'answer',
            hint: 'or EADDRINUSE, gateway-lifecycle, “port is already allocated”',
            seen: [
              'another gateway instance is already listening',
              'gateway already running (pid {pid})',
              'EADDRINUSE',
              'another OpenClaw process owns gateway-lifecycle',
              'already running under systemd; waiting',
              'port is already allocated',
              'gateway rejected websocket upgrade',
            ],
          },
        },
        refusal: {
          target: 'refusal',
          description: '“Refusing …”, “requires …”, “start blocked”',
          meta: {
            kind: 'answer',
            hint: 'it names a setting that it does not accept',
            seen: [
              'Refusing to bind gateway to {bind} without auth',
              'non-loopback Control UI requires',
              'no password is configured',
              'gateway auth token is blank',
              'no trustedProxy config was provided',
              'Gateway start blocked: set gateway.mode=local',
              'Missing config. Run',
              'refusing fallback',
              'failed to bind gateway socket',
              'owner lease is still active',
              'required secrets are unavailable',
              'is older than the config last written',
              'requires legacy credential migration',
              'openclaw requires Node',
              'OpenClaw requires >=',
              'node:sqlite is unavailable',
              'Cannot find module',
            ],
          },
        },
        config: {
          target: 'config-valid',
          description: '“Invalid config”, “Config invalid”, JSON5',
          meta: {
            kind: 'answer',
            hint: 'or “existing config is missing gateway.mode”',
            seen: [
              'Invalid config at {path}',
              'Config invalid',
              'OpenClaw config is invalid',
              'JSON5 parse failed',
              'existing config is missing gateway.mode',
            ],
          },
        },
        permissions: {
          target: 'permissions',
          description: '“EACCES: permission denied” on a file',
          meta: {
            kind: 'answer',
            seen: [
              'EACCES: permission denied, mkdir',
              'EACCES: permission denied, open',
              'EACCES: permission denied, stat',
              'EACCES: permission denied, scandir',
              'EACCES: permission denied, lstat',
              'OpenClaw cannot write to the config directory',
              'Config file is not readable by the current process',
            ],
          },
        },
        memory: {
          target: 'memory',
          description: '“heap out of memory”, “Killed”, a dump',
          meta: {
            kind: 'answer',
            seen: [
              'JavaScript heap out of memory',
              'killed by the OOM killer',
              'status=9/KILL',
              'Last few GCs',
              'memory pressure: level=critical',
            ],
          },
        },
        quiet: {
          target: 'slow-start',
          description: 'No error in it, or no lines at all',
          meta: { kind: 'answer', seen: ['-- No entries --'] },
        },
      },
    },

    refusal: {
      meta: {
        kind: 'question',
        title: 'What does the gateway refuse?',
        body: 'It checks these settings one after the other and stops at the first. So another of these lines after a fix is progress.',
        sources: ['gateway/troubleshooting/gateway-service-and-process'],
      },
      on: {
        bind: [
          { target: 'set-token', guard: 'docker', description: 'Refusing to bind gateway to … without auth' },
          { target: 'bind-wanted', description: 'Refusing to bind gateway to … without auth' },
        ],
        origins: { target: 'allow-origins', guard: 'earlier', description: 'non-loopback Control UI requires … allowedOrigins' },
        blocked: { target: 'blocked', description: 'Gateway start blocked, or Missing config' },
        lease: { target: 'lease', guard: 'newest', description: 'Another Gateway owner lease is still active' },
        secret: {
          target: 'auth',
          description: 'A line about a password, token, secret or trusted-proxy',
          meta: { kind: 'answer', hint: 'no password is configured, token is blank, required secrets are unavailable' },
        },
        socket: [
          { target: 'bind-address', guard: 'docker', description: 'refusing fallback, or failed to bind' },
          { target: 'address-or-port', description: 'refusing fallback, or failed to bind' },
        ],
        other: { target: 'refusal-other', description: 'Another line' },
      },
    },

    'refusal-other': {
      meta: {
        kind: 'question',
        title: 'Which of these lines comes nearest?',
        sources: ['gateway/troubleshooting'],
      },
      on: {
        variable: { target: 'set-variable', description: 'Missing env var' },
        update: {
          target: 'update',
          description: 'older than the config, or Cannot find module',
          meta: { kind: 'answer', hint: 'also status=203/EXEC and “Failed to locate executable”' },
        },
        migration: {
          target: 'doctor-fix',
          guard: 'newest',
          description: 'requires … migration, and neither EACCES nor gateway-lifecycle',
        },
        node: { target: 'new-node', guard: 'native', description: 'A line about the version of Node' },
        tailscale: { target: 'tailscale-off', description: 'tailscale serve or funnel' },
        version: { target: 'same-version', description: 'None, but an older OpenClaw may be running' },
        none: { target: 'config-valid', description: 'None of them' },
      },
    },

    'bind-wanted': {
      meta: {
        kind: 'question',
        title: 'Must other devices reach this gateway?',
        body: 'A browser on the gateway’s own machine and a reverse proxy on it are no other devices: for both `loopback` is enough.',
        sources: ['gateway/config-gateway'],
      },
      on: {
        no: { target: 'bind-loopback', description: 'No, only this machine' },
        yes: { target: 'set-token', description: 'Yes, it needs a token then' },
        has: { target: 'bind-auth', description: 'It has a token already, or I am not sure' },
      },
    },

    'bind-loopback': {
      meta: {
        kind: 'fix',
        title: 'Let it listen on this machine only',
        steps: [
          {
            text: 'Bind it to this machine',
            risk: 'changes-config',
            run: nativeOnly('openclaw config set gateway.bind loopback', dockerAway),
          },
          bringUpStep,
        ],
        verify: up,
        sources: ['gateway/config-gateway', 'cli/config'],
      },
      on: { broken: { target: 'config-valid', description: 'Set, and still not up' } },
    },

    'set-token': {
      meta: {
        kind: 'fix',
        title: 'Give the gateway a token, then start it',
        body: 'A gateway that can be reached from outside must have a secret. 2026.9.6 refuses every start in Docker without one, since it listens beyond the container there. With `gateway.auth.mode none` a token in the config does not count: if one is there, asking for a token and a start are enough.\n\nA changed `.env` is applied by `up -d`, not by a restart. Clients that used another token need the new one.',
        steps: [
          skip(stopStep, { native: 'It is down already: it refuses to start.' }),
          makeToken,
          askForToken,
          skip(
            {
              text: 'Take an old token out of the config, where it would win over the new one. “Config path not found”: there was none',
              risk: 'changes-config',
              run: offline('config unset gateway.auth.token'),
            },
            { native: 'Here the new token replaces it.' },
          ),
          skip(lookAtMounts, { native: 'Nothing is made anew here.' }),
          saveToken,
          {
            text: 'Start the gateway with it. A plain container: add what else your first `docker run` had',
            risk: 'restarts',
            run: { ...start, compose: recreate().compose, container: recreate().container },
          },
        ],
        verify: up,
        sources: ['gateway/config-gateway', 'install/docker/environment-variables', 'gateway/trusted-proxy-auth'],
      },
      on: {
        'not-mounted': { target: 'mount-state', guard: 'docker', ...notMounted },
        origins: {
          target: 'allow-origins',
          guard: 'earlier',
          description: 'Now it requires allowedOrigins',
          meta: { kind: 'answer', seen: ['non-loopback Control UI requires'] },
        },
        mismatch: {
          target: 'token-places',
          guard: 'docker',
          description: 'It runs, and says token mismatch',
          meta: { kind: 'answer', seen: ['gateway token mismatch'] },
        },
        again: {
          target: 'bind-auth',
          description: 'It refuses to bind without auth again',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway'] },
        },
        broken: { target: 'config-valid', description: 'Still not up' },
      },
    },

    'allow-origins': {
      meta: {
        kind: 'fix',
        title: 'Name the addresses that may open the dashboard',
        body: '2026.2.24 does not start on the network before it knows which browser addresses are allowed. Write exactly what the address bar shows, with the port on the host. The first three entries of that list are replaced.',
        steps: [
          {
            text: 'Allow this machine by its number',
            risk: 'changes-config',
            run: offline(dashboardOrigins[0]),
          },
          {
            text: 'Allow it by its name',
            risk: 'changes-config',
            run: offline(dashboardOrigins[1]),
          },
          {
            text: 'Only if other devices open the dashboard: the address they type',
            risk: 'changes-config',
            run: offline("config set 'gateway.controlUi.allowedOrigins[2]' http://<host>:<port>"),
          },
          bringUpStep,
        ],
        verify: up,
        sources: ['web/control-ui', 'install/docker'],
      },
      on: {
        page: {
          target: 'origin',
          description: 'It runs, and the page says “origin not allowed”',
          meta: { kind: 'answer', seen: ['origin not allowed'] },
        },
        broken: { target: 'config-valid', description: 'Still not up' },
      },
    },

    'address-or-port': {
      meta: {
        kind: 'question',
        title: 'Is it the address or the port that fails?',
        sources: ['gateway/gateway-lock'],
      },
      on: {
        address: { target: 'bind-address', description: 'requested … but resolved …; refusing fallback' },
        port: { target: 'open-port', description: 'failed to bind … EACCES, or ERR_SOCKET_BAD_PORT' },
      },
    },

    'bind-address': {
      meta: {
        kind: 'fix',
        title: 'Bind to an address that exists here',
        body: '`gateway.bind custom` names an address that no network interface has now, for example after a new lease of the router or without the VPN. In a container the host’s addresses never exist.\n\n`loopback` serves this machine only. For other devices write `lan` instead; that needs a token.',
        steps: [
          {
            text: 'See which addresses exist',
            risk: 'reads',
            run: nativeOnly(
              {
                linux: 'ip -br addr',
                macos: 'ifconfig',
                windows: 'Get-NetIPAddress -AddressFamily IPv4 | Select-Object IPAddress, InterfaceAlias',
              },
              'A container listens on all of its own addresses with `lan`.',
            ),
          },
          {
            text: 'Write a bind that does not depend on the address',
            risk: 'changes-config',
            run: { ...offline('config set gateway.bind lan'), native: 'openclaw config set gateway.bind loopback' },
          },
          bringUpStep,
        ],
        verify: up,
        signatures: ['gateway bind=custom requested {address} but resolved {other}; refusing fallback'],
        sources: ['gateway/config-gateway'],
      },
      on: { broken: { target: 'config-valid', description: 'Still not up' } },
    },

    'open-port': {
      meta: {
        kind: 'fix',
        title: 'Take a port that this account may open',
        body: 'Below 1024 only root may listen, and the highest port is 65535. On Windows the same line comes from a range the system keeps for itself: `netsh interface ipv4 show excludedportrange protocol=tcp` lists them.\n\nDo not start the gateway with `sudo` for this: it leaves files of root behind. For 80 and 443 put a reverse proxy in front.',
        steps: [
          {
            text: 'Write another port into the config',
            risk: 'changes-config',
            run: nativeOnly('openclaw config set gateway.port <newPort>', dockerAway),
          },
          portIntoService,
        ],
        verify: up,
        signatures: ['failed to bind gateway socket on ws://{address}: Error: listen EACCES: permission denied'],
        sources: ['gateway/gateway-lock', 'gateway/config-gateway', 'cli/gateway/service'],
      },
      on: { broken: { target: 'config-valid', description: 'Still not up' } },
    },

    lease: {
      meta: {
        kind: 'fix',
        title: 'Leave one gateway on this state, then wait',
        body: 'A running 2026.9.6 renews a lease of five minutes in its state. After a hard end a container with a new name cannot know that the old one is dead, and waits for the lease to run out. A second gateway that really uses this state gets the same line. A start that was cut off leaves its own lock as long (“startup migrations are already running”); a command that only met a gateway on its way up can be repeated a minute later.\n\nEnd containers by `docker stop` before `docker rm`: that gives the lease back at once.',
        steps: [
          {
            text: 'No second gateway may be there; stop it if one is',
            risk: 'reads',
            run: gateways,
          },
          { text: 'Wait five minutes. A container with a restart policy comes up by itself meanwhile.', risk: 'reads' },
          { text: 'Start it if it did not', risk: 'restarts', run: bringUp },
        ],
        verify: { ...healthy, within: 360 },
        signatures: [
          'OpenClaw startup migrations are already running for this state directory; retry after the other OpenClaw process finishes',
        ],
        sources: ['gateway/gateway-lock'],
      },
      on: { broken: { target: 'stale-lock', description: 'The same line after five minutes' } },
    },

    'set-variable': {
      meta: {
        kind: 'fix',
        title: 'Give the gateway the variable its config names',
        body: 'A service does not read `~/.bashrc` or `~/.zshrc`; it reads the file `.env` in the state directory. For `${NAME}` without a value 2026.2.24 refuses to start. 2026.9.6 only warns, unless the gateway’s own secret depends on it.',
        steps: [editVariables, bringUpStep],
        verify: up,
        sources: ['help/environment', 'gateway/secrets'],
      },
      on: { broken: { target: 'permissions', description: 'Still not up' } },
    },

    'same-version': {
      meta: {
        kind: 'fix',
        title: 'Let one OpenClaw, the newest, run the gateway',
        body: 'After an update an older program, or a service that points at files that are gone, still tries to start. 2026.9.6 refuses a config that a newer OpenClaw wrote last.\n\nDo not delete `meta.lastTouchedVersion` to get past that: the older program would run on data it does not know.',
        steps: [
          {
            text: 'Which ones are there, and which is in use?',
            risk: 'reads',
            run: variants({
              native: shells('which -a openclaw\nopenclaw --version', 'Get-Command openclaw -All\nopenclaw --version'),
              compose: 'docker compose images openclaw-gateway',
              container: 'docker ps -a --filter name=<container>',
            }),
          },
          {
            text: 'Bring it to the newest release (installed in another way than npm: that way)',
            risk: 'changes-config',
            run: variants({
              native: 'npm install -g openclaw@latest',
              compose: 'docker compose pull openclaw-gateway openclaw-cli',
              container: 'docker pull <image>',
            }),
          },
          lookAtMounts,
          keepToken,
          {
            text: 'Let the service or container use it',
            risk: 'restarts',
            run: variants(
              { native: 'openclaw gateway install --force', compose: recreate().compose, container: recreate().container },
              { otherwise: portIntoService.run?.otherwise ?? [] },
            ),
          },
        ],
        verify: up,
        sources: ['gateway/troubleshooting/updates-and-rollbacks', 'install/updating', 'cli/gateway/service'],
      },
      on: {
        'not-mounted': { target: 'mount-state', guard: 'docker', ...notMounted },
        broken: { target: 'config-valid', description: 'Still not up' },
      },
    },

    'tailscale-off': {
      meta: {
        kind: 'fix',
        title: 'Switch Tailscale off, then start',
        body: 'Serve and funnel need Tailscale on this machine and `gateway.bind loopback`, and funnel needs a password. Start without it first; switch it on again when the gateway runs.',
        steps: [
          { text: 'Switch it off in the config', risk: 'changes-config', run: offline('config set gateway.tailscale.mode off') },
          bringUpStep,
        ],
        verify: up,
        sources: ['gateway/tailscale'],
      },
      on: {
        refused: {
          target: 'fix-value',
          guard: 'newest',
          description: 'The command says that the config is invalid',
          meta: { kind: 'answer', seen: ['gateway.bind must resolve to loopback', 'OpenClaw config is invalid'] },
        },
        broken: { target: 'config-valid', description: 'Still not up' },
      },
    },

    'slow-start': {
      meta: {
        kind: 'check',
        title: 'Is it ready by now, or still on its way?',
        body: 'A start takes no fixed time: we measured 4 to 35 seconds, a first start up to 50. A small or busy machine and an update that converts data need longer.\n\nReady is 2026.9.6 when it prints `[gateway] ready`. 2026.2.24 prints almost nothing before `[gateway] listening on ws://…`. In Docker `health: starting` stays a while after that: it follows the interval of the health check.',
        run: {
          ...everywhere(shells('curl -sS http://127.0.0.1:<port>/startupz', 'curl.exe -sS http://127.0.0.1:<port>/startupz')),
          earlier: { '2026.2.24': formsOf('2026.2.24', direct('gateway health')) },
        },
        symptoms: [
          '[entrypoint] Starting OpenClaw gateway',
          'Gateway restart timed out after {n}s waiting for health checks',
          'Timed out after {n}s waiting for gateway port {port} to become healthy',
          'Gateway start timed out after {n}s waiting for /healthz and /readyz',
          'Gateway process is running but port {port} is still free',
          'Warm-up: launch agents can take a few seconds',
          'gateway starting; retry shortly',
          'Still waiting for Gateway... (attempt {n}/{m})',
          'code=1013 gateway starting rejection',
          'liveness warning: reasons=event_loop_delay',
        ],
        sources: ['guide#Cause 4: Slow Startup (Docker)', 'gateway/health#http-probes'],
        corrections: [
          {
            guide: 'In Docker containers the gateway takes approximately 40 seconds to fully initialize',
            why: 'There is no fixed time, in Docker or elsewhere: on two cores 2026.9.6 was ready after 14 seconds, 2026.2.24 in a new container after 33 to 36. Ask the gateway instead of counting.',
          },
          {
            guide: '[entrypoint] Starting OpenClaw gateway',
            why: 'The official image has no such line; third-party images print it.',
          },
          {
            guide: '[gateway] listening on :3001',
            why: 'Who waits for this text waits for ever. The real lines are `[gateway] listening on ws://127.0.0.1:18789 (PID …)` on 2026.2.24 and `[gateway] ready` on 2026.9.6.',
          },
          {
            guide: 'Only after that line appears is the gateway accepting connections',
            why: 'True for 2026.2.24. 2026.9.6 listens first (`/healthz` answers 200) and is ready later: a script asks `/readyz` until it answers 200. 2026.2.24 has no such pages.',
          },
        ],
      },
      on: {
        ready: {
          target: 'reachable',
          description: '“started”, or “OK (”',
          meta: { kind: 'answer', seen: ['"status":"started"', 'OK ('] },
        },
        starting: {
          target: 'wait',
          description: '“starting”, or it was started just now',
          meta: { kind: 'answer', hint: 'less than two minutes ago', seen: ['"status":"starting"'] },
        },
        stopped: {
          target: 'not-started',
          description: 'Nobody started it, or it was stopped',
          meta: { kind: 'answer', hint: 'or “Gateway service disabled.”', seen: ['Gateway service disabled', 'is not running'] },
        },
        foreign: {
          target: 'port-busy',
          description: 'A web page, or another answer',
          meta: { kind: 'answer', seen: ['<!doctype html', '<!DOCTYPE HTML', 'gateway rejected websocket upgrade'] },
        },
        dead: {
          target: 'memory',
          description: 'No connection, for longer than that',
          meta: {
            kind: 'answer',
            seen: [
              'Failed to connect',
              'Connection reset by peer',
              'Empty reply from server',
              '1006 abnormal closure',
              'ECONNREFUSED',
              'is restarting',
            ],
          },
        },
      },
    },

    wait: {
      meta: {
        kind: 'fix',
        title: 'Watch the log until the ready line comes',
        body: 'Do not restart it meanwhile: every restart begins from the start. The commands that wait for it give up after about a minute (`gateway restart` of 2026.9.6: up to five while it makes progress); the gateway itself goes on.',
        steps: [
          { text: 'Follow the log, or look at the terminal the gateway runs in. Ctrl+C ends the view.', risk: 'reads', run: watch },
          {
            text: 'Wait for `[gateway] ready` (2026.9.6) or `[gateway] listening on ws://` (2026.2.24). An error there is the reason you look for.',
            risk: 'reads',
          },
        ],
        verify: { ...healthy, within: 300 },
        sources: ['guide#Cause 4: Slow Startup (Docker)', 'cli/gateway/restart-and-supervision', 'cli/logs'],
        corrections: [
          {
            guide: 'openclaw logs --follow',
            why: 'It asks the running gateway for its log, so during a start that fails it has little to show. The log of the service or container has every line.',
          },
        ],
      },
      on: { broken: { target: 'memory', description: 'Five minutes, and no ready line' } },
    },

    memory: {
      meta: {
        kind: 'check',
        title: 'Does it have enough memory?',
        body: 'It takes 1 GB at least; 2 GB leave room for channels and tools. We saw 2026.9.6 killed with 512 MB, and 2026.2.24 not come up within a minute with 1 GB. A process that is killed prints nothing: the log just ends.',
        run: variants({
          native: {
            linux: 'free -h',
            macos: 'vm_stat',
            windows: 'Get-CimInstance Win32_OperatingSystem | Select-Object TotalVisibleMemorySize, FreePhysicalMemory',
          },
          compose: 'docker compose ps -a openclaw-gateway\ndocker stats --no-stream',
          container:
            'docker inspect --format "exit {{.State.ExitCode}} OOMKilled {{.State.OOMKilled}}" <container>\ndocker stats --no-stream',
        }),
        signatures: [
          'JavaScript heap out of memory',
          'Ineffective mark-compacts near heap limit',
          'A process of this unit has been killed by the OOM killer',
          'OOMKilled',
          'Exited (137)',
          'Restarting (137)',
          'exit code 137',
          'Out of memory: Killed process {pid}',
          'FatalProcessOutOfMemory',
          'OOMErrorHandler',
        ],
        sources: [
          'guide#Cause 5: Insufficient Memory',
          'help/faq-first-run/providers-and-hosting',
          'gateway/troubleshooting/gateway-service-and-process#gateway-exits-during-high-memory-use',
        ],
        corrections: [
          {
            guide: 'The gateway needs at least 256MB of available RAM',
            why: 'With 256 MB both releases are killed at the start. The docs name 1 GB as the minimum and advise 2 GB.',
          },
        ],
      },
      on: {
        killed: {
          target: 'give-memory',
          description: 'It was killed: 134, 137, 139 or OOMKilled',
          meta: {
            kind: 'answer',
            hint: 'or the log said “heap out of memory”',
            seen: [
              'OOMKilled true',
              'exit 137',
              'exit 139',
              'exit 134',
              'Exited (137)',
              'Exited (139)',
              'Exited (134)',
              'Restarting (137)',
              'Restarting (139)',
              'Restarting (134)',
            ],
          },
        },
        little: {
          target: 'give-memory',
          description: 'Less than 1 GB is left for it',
          meta: { kind: 'answer', hint: 'the column available; Windows counts in KB, macOS in pages; Docker: LIMIT' },
        },
        enough: { target: 'port-busy', description: 'There is enough' },
      },
    },

    'give-memory': {
      meta: {
        kind: 'fix',
        title: 'Give the gateway 2 GB of memory',
        body: 'Close other programs or choose a larger machine; on Linux swap helps at once. With Docker Desktop the memory of all containers is set in Settings, Resources.\n\nAfter a kill a new container of 2026.9.6 may first wait five minutes for the old owner lease.',
        steps: [
          {
            text: 'Make room. Linux: add swap if `free -h` showed none; macOS and Windows: see which programs use the most, and close them',
            risk: 'changes-config',
            run: {
              native: {
                linux:
                  'sudo fallocate -l 2G /swapfile && sudo chmod 600 /swapfile && sudo mkswap /swapfile && sudo swapon /swapfile && echo "/swapfile none swap sw 0 0" | sudo tee -a /etc/fstab',
                macos: 'top -l 1 -o mem -n 10',
                windows: 'Get-Process | Sort-Object WorkingSet64 -Descending | Select-Object -First 10 Name, Id, WorkingSet64',
              },
              compose: null,
              container: 'docker update --memory 2g --memory-swap 2g <container>',
              none: { compose: 'The next step sets it in the Compose file.' },
            },
          },
          {
            text: 'If the service has a memory limit, raise it: these lines in docker-compose.override.yml, or a higher number where a limit already stands',
            risk: 'changes-config',
            run: {
              ...dockerOnly('services:\n  openclaw-gateway:\n    mem_limit: 2g', null, 'A native gateway has no Compose file.'),
              language: 'yaml',
              none: { native: 'A native gateway has no Compose file.', container: 'Done by the step above.' },
            },
          },
          {
            text: 'Only if the log said “heap out of memory”: take away a limit that you set for Node yourself',
            risk: 'changes-config',
            run: nativeOnly(
              shells('unset NODE_OPTIONS', 'Remove-Item Env:NODE_OPTIONS'),
              'Remove a small `--max-old-space-size` from the environment of the container.',
            ),
          },
          bringUpStep,
        ],
        verify: { ...healthy, within: 360 },
        sources: [
          'install/raspberry-pi',
          'gateway/troubleshooting/gateway-service-and-process#gateway-exits-during-high-memory-use',
          'vps',
        ],
      },
      on: { broken: { target: 'port-busy', description: 'Still not up, with 2 GB' } },
    },

    'port-busy': {
      meta: {
        kind: 'check',
        title: 'Who listens on the gateway’s port?',
        body: 'The line says “another gateway instance” even when a foreign program holds the port. `sudo` also shows the programs of other users.\n\nThe advice to run `doctor --fix` next to `gateway-lifecycle` misleads: it means that another OpenClaw works on the same state.',
        run: {
          native: listens,
          compose: listensInDocker,
          container: listensInDocker,
          otherwise: [{ when: 'lsof is not installed', run: { native: listensBySs, compose: listensBySs, container: listensBySs } }],
        },
        signatures: [
          'another gateway instance is already listening on ws://{address}',
          'listen EADDRINUSE: address already in use {address}',
          'gateway already running (pid {pid}); lock timeout after {n}ms',
          'another OpenClaw process owns gateway-lifecycle',
          'already running under systemd; waiting {n}ms before retrying startup',
          'gateway rejected websocket upgrade (HTTP {code})',
          'port {port} still not bindable after {n}ms (TIME_WAIT or kernel hold)',
          'gateway already running under {manager}; existing gateway did not',
        ],
        symptoms: ['Port {port} is already in use', 'EADDRINUSE'],
        sources: ['guide#Cause 1: Port Conflict', 'gateway/gateway-lock#socket-bind'],
        corrections: [
          { guide: 'default 3001', why: 'The default port of both releases is 18789; 3001 appears nowhere in OpenClaw.' },
          { guide: 'lsof -i :3001', why: 'The right tool on the wrong port: it asks about a port that OpenClaw does not use.' },
        ],
      },
      on: {
        own: {
          target: 'own-gateway',
          description: 'OpenClaw itself',
          meta: {
            kind: 'answer',
            hint: 'openclaw-, MainThrea or node; Docker: this gateway’s own container',
            seen: ['openclaw-', 'MainThrea'],
          },
        },
        other: {
          target: 'other-holder',
          description: 'Another program or container',
          meta: { kind: 'answer', hint: 'docker-proxy and com.docker belong to the container in the first list' },
        },
        nothing: {
          target: 'stale-lock',
          description: 'Nothing listens there',
          meta: { kind: 'answer', seen: ['No matching MSFT_NetTCPConnection objects found'] },
        },
      },
    },

    'own-gateway': {
      meta: {
        kind: 'check',
        title: 'Does the gateway that runs answer?',
        body: 'A second start next to a gateway that already runs is refused, and that is right. The first one goes on serving.',
        run: direct('gateway health'),
        signatures: ['Gateway already running locally. Stop it'],
        sources: ['gateway/gateway-lock', 'cli/gateway'],
      },
      on: {
        healthy: { target: 'use-it', description: 'Yes: OK', meta: { kind: 'answer', seen: ['OK ('] } },
        hangs: {
          target: 'stop-own',
          description: 'No, it does not answer',
          meta: {
            kind: 'answer',
            seen: ['Gateway not reachable', '1006 abnormal closure', 'timed out', 'timeout', 'is restarting', 'is not running'],
          },
        },
      },
    },

    'use-it': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Nothing is broken: use the gateway that runs',
        body: 'It is up, so no second start is needed. If it runs in a terminal and you want the service: press Ctrl+C there first, then start the service; `openclaw gateway stop` does not end one in a terminal.\n\nTwo gateways on purpose need a profile and a port each: see Multiple gateways in the docs.',
        steps: [
          { text: 'What runs, and where', risk: 'reads', run: direct('gateway status') },
          {
            text: 'After Ctrl+C in its terminal: start the service',
            risk: 'restarts',
            run: {
              ...nativeOnly('openclaw gateway start', 'The container is the service.'),
              otherwise: [
                { when: 'there is no service yet: make one', run: { native: 'openclaw gateway install', compose: null, container: null } },
              ],
            },
          },
        ],
        sources: ['gateway/multiple-gateways', 'gateway/gateway-lock'],
      },
    },

    'stop-own': {
      meta: {
        kind: 'fix',
        title: 'Stop the gateway that hangs, then start it',
        steps: [stopStep, bringUpStep],
        verify: up,
        sources: ['cli/gateway/service'],
      },
      on: { broken: { target: 'stale-lock', description: 'It says “already running” again, or is not up' } },
    },

    'other-holder': {
      meta: {
        kind: 'question',
        title: 'May that program be stopped?',
        body: 'What it has not saved is lost, and whoever uses it is cut off. If you do not know what it is, take another port.',
        sources: ['guide#Cause 1: Port Conflict'],
      },
      on: {
        yes: { target: 'end-program', description: 'Yes, OpenClaw gets the port' },
        no: [
          { target: 'host-port', guard: 'docker', description: 'No, OpenClaw takes another port' },
          { target: 'switch-port', description: 'No, OpenClaw takes another port' },
        ],
      },
    },

    'end-program': {
      meta: {
        kind: 'fix',
        title: 'Stop the program that holds the port',
        body: 'A program that runs as a service comes back by itself: stop it the way it was started. One of another user needs `sudo` or an administrator’s PowerShell.',
        steps: [
          {
            text: 'Stop it',
            risk: 'restarts',
            run: variants(
              { native: killPid, compose: stopOther.compose, container: stopOther.container },
              {
                otherwise: [
                  {
                    when: 'a program of the host, not a container, holds the port',
                    run: { native: null, compose: killPid, container: killPid },
                  },
                ],
              },
            ),
          },
          bringUpStep,
        ],
        verify: up,
        sources: ['guide#Cause 1: Port Conflict', 'gateway/gateway-lock#socket-bind'],
        corrections: [
          {
            guide: 'Kill the conflicting process',
            why: 'Only if it is a foreign program. A killed OpenClaw service is started again at once; that one is stopped by `openclaw gateway stop`.',
          },
          noRestart,
        ],
      },
      on: { broken: { target: 'stale-lock', description: 'The port is free, and still not up' } },
    },

    'switch-port': {
      meta: {
        kind: 'fix',
        title: 'Move OpenClaw to another port',
        body: 'Bookmarks, reverse proxies and other clients need the new port too.',
        steps: [
          {
            text: 'Write the port into the config',
            risk: 'changes-config',
            run: nativeOnly('openclaw config set gateway.port <newPort>', dockerAway),
          },
          portIntoService,
        ],
        verify: up,
        sources: ['guide#Cause 1: Port Conflict', 'cli/gateway/service', 'gateway/troubleshooting/gateway-service-and-process'],
        corrections: [
          {
            guide: 'openclaw config set gateway.port 3002',
            why: 'The key is right, but it is not enough: an installed service keeps the port it was installed with until `openclaw gateway install --force`.',
          },
          noRestart,
        ],
      },
      on: { broken: { target: 'stale-lock', description: 'Still not up on the new port' } },
    },

    'host-port': {
      meta: {
        kind: 'fix',
        title: 'Publish the container on another host port',
        body: 'Only the port on the host changes; inside the container it stays 18789. The dashboard is then opened with the new port, so its address must be allowed: this replaces the first address of that list.',
        steps: [
          {
            text: 'Allow the dashboard’s new address',
            risk: 'changes-config',
            run: {
              ...offline("config set 'gateway.controlUi.allowedOrigins[0]' http://127.0.0.1:<newPort>"),
              native: null,
              none: { native: nativeAway },
            },
          },
          lookAtMounts,
          keepToken,
          hostPort('<newPort>'),
          recreateStep('<newPort>'),
        ],
        verify: {
          run: everywhere(shells('curl -fsS http://127.0.0.1:<newPort>/healthz', 'curl.exe -fsS http://127.0.0.1:<newPort>/healthz')),
          expect: ['"ok":true'],
          within: 120,
          earlier: { '2026.2.24': { expect: ['<!doctype html>'], within: 120 } },
        },
        sources: ['install/docker/environment-variables', 'install/docker'],
      },
      on: {
        'not-mounted': { target: 'mount-state', ...notMounted },
        broken: { target: 'stale-lock', description: 'No answer on the new port' },
      },
    },

    'stale-lock': {
      meta: {
        kind: 'check',
        title: 'Is another gateway process still alive?',
        body: 'There is no lock to delete: one whose process is dead is taken over by the next start. If a start complains about a lock, a process really lives. It may use another port, or be a `doctor` that has not ended.',
        run: gateways,
        signatures: ["rm: cannot remove '{path}gateway.pid'", 'StateDatabaseCoordinatorContentionError'],
        symptoms: [
          "cannot access '{path}gateway.pid': No such file or directory",
          'Port {port} is not listening, but the PID exists',
          'the pid exists but the port is not listening',
          'the gateway lock file references a dead PID',
        ],
        sources: ['guide#Cause 6: Stale PID File', 'gateway/gateway-lock#state-and-config-locks'],
        corrections: [
          {
            guide: 'A previous crash left a PID file that blocks a clean start',
            why: 'We killed both releases hard and started them again at once: nothing blocked, and nothing had to be deleted.',
          },
          { guide: 'rm ~/.openclaw/gateway.pid', why: 'No release writes this file, so there is nothing to remove.' },
          {
            guide: '~/.openclaw/gateway.pid',
            why: 'The path does not exist. Locks lie in the temp folder (2026.2.24) or in `~/.openclaw/tmp` (2026.9.6), and are not to be deleted by hand.',
          },
        ],
      },
      on: {
        alive: {
          target: 'end-leftover',
          description: 'Yes: a process or second container',
          meta: { kind: 'answer', hint: 'not the one you try to start, and not another profile’s' },
        },
        none: { target: 'config-valid', description: 'No, none' },
      },
    },

    'end-leftover': {
      meta: {
        kind: 'fix',
        title: 'End the process that is left, then start',
        body: 'End the gateway first; its helper processes follow by themselves.',
        steps: [
          {
            text: 'End it in order, never with `kill -9` or `docker kill`; Windows knows only the hard way',
            risk: 'restarts',
            run: variants({ native: killPid, compose: stopOther.compose, container: stopOther.container }),
          },
          {
            text: 'Look again until it is gone: a gateway first ends the work it is at, for up to five minutes',
            risk: 'reads',
            run: gateways,
          },
          bringUpStep,
        ],
        verify: { ...healthy, within: 360 },
        sources: ['gateway/gateway-lock'],
        corrections: [noRestart],
      },
      on: { broken: { target: 'config-valid', description: 'No process is left, and still not up' } },
    },

    'config-valid': {
      meta: {
        kind: 'check',
        title: 'Can OpenClaw read its config?',
        body: 'Both releases check the whole file: a missing comma, an unknown key or a value of the wrong kind stops the start. For a file that does not parse, 2026.9.6 prints the same line as for a missing mode.\n\nOn 2026.2.24 the healthy answer is the one word `local`.',
        run: {
          ...offline('config validate'),
          earlier: { '2026.2.24': formsOf('2026.2.24', offline('config get gateway.mode')) },
        },
        symptoms: [
          'Config invalid',
          'OpenClaw config is invalid',
          'Invalid config at {path}',
          'run "openclaw doctor --fix" before startup',
          'Failed to read config at {path}',
        ],
        sources: [
          'guide#Cause 3: Config Corruption',
          'cli/config',
          'gateway/troubleshooting/config-validation-and-probes#gateway-rejected-invalid-config',
        ],
        corrections: [
          {
            guide: 'A broken openclaw.json or config.yaml prevents initialization',
            why: 'Only `~/.openclaw/openclaw.json` counts: a broken config.yaml beside it changed nothing.',
          },
          { guide: 'config.yaml', why: 'No release reads a file of this name. The one config is openclaw.json.' },
          {
            guide: 'openclaw config validate',
            why: 'Right on 2026.9.6. On 2026.2.24 the subcommand is missing; there every command that reads the config names the fault, and `openclaw doctor` lists unknown keys.',
          },
        ],
      },
      on: {
        valid: [
          { target: 'permissions', guard: 'earlier', description: 'local', meta: { kind: 'answer', seen: [/^local$/m] } },
          { target: 'mode-known', description: 'Config valid', meta: { kind: 'answer', seen: ['Config valid'] } },
        ],
        unset: {
          target: 'blocked',
          guard: 'earlier',
          description: 'Config path not found, or remote',
          meta: { kind: 'answer', seen: ['Config path not found: gateway.mode', /^remote$/m] },
        },
        keys: {
          target: 'doctor-fix',
          description: 'Unrecognized key',
          meta: { kind: 'answer', seen: ['Unrecognized key', 'Unknown config keys', 'Legacy config keys detected'] },
        },
        value: {
          target: 'config-invalid',
          description: 'Invalid input, or another named place',
          meta: {
            kind: 'answer',
            hint: 'wrong value, missing include file, plugin not found',
            seen: [
              'Invalid input',
              'Failed to read include file',
              'plugin not found',
              'Too small',
              'Too big',
              'gateway.bind must resolve to loopback',
            ],
          },
        },
        syntax: {
          target: 'repair-json',
          description: 'JSON5 parse failed',
          meta: { kind: 'answer', seen: ['JSON5 parse failed', 'SyntaxError: JSON5'] },
        },
        unreadable: {
          target: 'permissions',
          description: 'read failed: EACCES',
          meta: { kind: 'answer', seen: ['read failed: Error: EACCES'] },
        },
        variable: {
          target: 'set-variable',
          guard: 'earlier',
          description: 'Missing env var',
          meta: { kind: 'answer', seen: ['Missing env var'] },
        },
      },
    },

    'mode-known': {
      meta: {
        kind: 'check',
        title: 'Does the config say that a gateway runs here?',
        run: offline('config get gateway.mode'),
        sources: ['cli/config', 'gateway/configuration'],
      },
      on: {
        local: { target: 'permissions', description: 'local', meta: { kind: 'answer', seen: [/^local$/m] } },
        other: {
          target: 'blocked',
          description: 'Nothing, or another word',
          meta: {
            kind: 'answer',
            seen: ['Config path is valid but unset: gateway.mode', 'Config path not found: gateway.mode', /^remote$/m],
          },
        },
      },
    },

    'doctor-fix': {
      meta: {
        kind: 'fix',
        title: 'Let doctor repair the config and convert old data',
        body: 'It removes unknown keys, moves old ones to their new place, converts what an older release left, and keeps the file before as `openclaw.json.bak`. It does not repair a wrong value or a file that does not parse.\n\nLook in the copy afterwards whether you need something it removed: a token belongs under `gateway.auth.token`, and instead of `gateway.host` there is `gateway.bind`.\n\nNot with `$include` on 2026.2.24: there doctor deletes that line, and with it every included setting.',
        steps: [
          {
            text: 'Stop the container first: 2026.9.6 refuses to repair beside a gateway',
            risk: 'restarts',
            run: without(stop, { native: 'Doctor stops a service by itself; a gateway that is down needs no stop.' }),
          },
          { text: 'Keep a copy of the config', risk: 'changes-config', run: copyInState('openclaw.json', 'openclaw.json.before-doctor') },
          { text: 'Repair it', risk: 'changes-config', run: offline('doctor --fix --non-interactive') },
          bringUpStep,
        ],
        verify: up,
        signatures: [
          'gateway: Unrecognized key: "{key}"',
          '<root>: Unrecognized key: "{key}"',
          'requires legacy credential migration',
          'Unknown config keys',
          'Legacy config keys detected',
        ],
        sources: ['guide#Cause 3: Config Corruption', 'cli/doctor', 'gateway/doctor'],
        corrections: [noRestart],
      },
      on: {
        'same-message': {
          target: 'fix-value',
          description: 'It still says that the config is invalid',
          meta: { kind: 'answer', seen: ['Doctor finished, but config fixes were not applied', 'No config changes were written'] },
        },
        unparsed: {
          target: 'repair-json',
          description: 'It says that the file is not parseable',
          meta: { kind: 'answer', seen: ['is not parseable and cannot be repaired automatically'] },
        },
        broken: { target: 'permissions', description: 'The config is valid now, and still not up' },
      },
    },

    'fix-value': {
      meta: {
        kind: 'fix',
        title: 'Correct the named place in the config file',
        body: 'A wrong value locks out `config set`, and `doctor --fix` leaves it as it is. So change it in the file, at the place in the message, and nothing else: 2026.9.6 takes a whole new short file for damage and puts the backup back.\n\nA port is a number without quotes. A bind is `loopback`, `lan`, `auto`, `tailnet` or `custom`, never an address. A missing include file is put back, or its line is removed.',
        steps: [
          { text: 'Keep a copy of the config', risk: 'changes-config', run: copyInState('openclaw.json', 'openclaw.json.before-edit') },
          { text: 'Change the named place and save', risk: 'changes-config', run: editConfig },
          { text: 'It must answer local now, without a complaint', risk: 'reads', run: offline('config get gateway.mode') },
          bringUpStep,
        ],
        verify: up,
        signatures: ['Invalid input: expected {type}, received {other}'],
        sources: ['gateway/configuration', 'gateway/config-gateway'],
      },
      on: {
        lost: { target: 'take-backup', description: 'The file is too damaged to repair' },
        broken: { target: 'take-backup', description: 'It still complains, or is not up' },
      },
    },

    'repair-json': {
      meta: {
        kind: 'fix',
        title: 'Repair the line that the message names',
        body: 'The message ends with line and column: `at 5:5` is line 5. The fault stands there or just before it, mostly a comma or quote that is missing. Neither `config set` nor `doctor --fix` can repair it.',
        steps: [
          { text: 'Keep a copy of the config', risk: 'changes-config', run: copyInState('openclaw.json', 'openclaw.json.before-edit') },
          { text: 'Repair the line and save', risk: 'changes-config', run: editConfig },
          { text: 'It must answer local now, without a complaint', risk: 'reads', run: offline('config get gateway.mode') },
          bringUpStep,
        ],
        verify: up,
        signatures: ['JSON5 parse failed: SyntaxError', 'JSON5: invalid character', 'JSON5: invalid end of input'],
        sources: ['gateway/configuration', 'gateway/troubleshooting/config-validation-and-probes'],
      },
      on: {
        lost: {
          target: 'take-backup',
          description: 'The file is empty or cut off',
          meta: { kind: 'answer', seen: ['invalid end of input'] },
        },
        broken: { target: 'take-backup', description: 'It still complains, or is not up' },
      },
    },

    'take-backup': {
      meta: {
        kind: 'fix',
        title: 'Take the backup of the config instead',
        body: 'OpenClaw keeps the file before each of its writes: `openclaw.json.bak`, older ones as `.bak.1`, `.bak.2` and so on. So the newest setting may be missing in it.',
        steps: [
          { text: 'Keep a copy of the damaged file', risk: 'changes-config', run: copyInState('openclaw.json', 'openclaw.json.broken') },
          { text: 'Put the backup in its place', risk: 'changes-config', run: copyInState('openclaw.json.bak', 'openclaw.json') },
          {
            text: 'An early backup may lack the mode, so write it. “Config invalid” means that the backup is bad too',
            risk: 'changes-config',
            run: offline('config set gateway.mode local'),
          },
          bringUpStep,
        ],
        verify: up,
        sources: ['gateway/troubleshooting/config-validation-and-probes', 'gateway/configuration'],
      },
      on: {
        'no-backup': {
          target: 'reset-config',
          description: 'There is no backup, or it is bad too',
          meta: {
            kind: 'answer',
            seen: ['No such file or directory', 'Cannot find path', 'Config invalid', 'OpenClaw config is invalid'],
          },
        },
        broken: { target: 'reset-config', description: 'Still not up' },
      },
    },

    'reset-config': {
      meta: {
        kind: 'fix',
        title: 'Last resort: begin with an empty config',
        body: 'Only the config goes. Sessions, pairings, workspace and chat logins stay. Providers, channels and the token have to be set again: the copy shows what they were.\n\n2026.2.24 refuses `reset` as long as the config is invalid, so there the file itself is removed.',
        steps: [
          {
            text: 'Back up: keep a copy of the config',
            risk: 'changes-config',
            run: copyInState('openclaw.json', 'openclaw.json.before-reset'),
          },
          {
            text: 'Remove the config',
            risk: 'deletes-data',
            run: {
              ...offline('reset --scope config --yes --non-interactive'),
              earlier: {
                '2026.2.24': {
                  native: shells('rm ~/.openclaw/openclaw.json', 'Remove-Item "$env:USERPROFILE\\.openclaw\\openclaw.json"'),
                  ...onState('rm', `${state}/openclaw.json`),
                },
              },
            },
          },
          { text: 'Say that a gateway runs here', risk: 'changes-config', run: offline('config set gateway.mode local') },
          {
            text: 'Set up providers, channels and token again; it asks for them',
            risk: 'changes-config',
            run: { ...offline('onboard --mode local --no-install-daemon', { asks: true }), native: 'openclaw onboard --mode local' },
          },
          {
            text: 'Let it listen beyond its container again: onboarding may have bound it to loopback',
            risk: 'changes-config',
            run: without(offline('config set gateway.bind lan'), { native: 'Without a bind it listens on this machine only.' }),
          },
          {
            text: 'Allow the dashboard again, which 2026.2.24 wants on the network',
            risk: 'changes-config',
            run: {
              native: null,
              compose: null,
              container: null,
              none: {
                native: 'Not needed: without a bind it listens on this machine only.',
                compose: 'Only 2026.2.24 needs it.',
                container: 'Only 2026.2.24 needs it.',
              },
              earlier: { '2026.2.24': { ...formsOf('2026.2.24', allowLocal), native: null } },
            },
          },
          bringUpStep,
        ],
        verify: { ...healthy, within: 180 },
        sources: ['guide#Cause 3: Config Corruption', 'cli/reset', 'cli/onboard', 'cli/setup'],
        corrections: [
          {
            guide: 'openclaw config reset',
            why: '`config` has no `reset`. The command is `openclaw reset --scope config`, and it deletes the file without a copy.',
          },
          {
            guide: 'openclaw setup',
            why: 'On 2026.9.6 it opens a conversation. On 2026.2.24 it writes a config without `gateway.mode`, and the start is blocked again.',
          },
        ],
      },
      on: { broken: { target: 'permissions', description: 'Even so it is not up' } },
    },

    permissions: {
      meta: {
        kind: 'check',
        title: 'Does the state belong to the account that runs it?',
        body: 'One run with `sudo` leaves files of root behind. In a container everything belongs to uid 1000, the user `node`; a folder of the host often does not.\n\n2026.9.6 does not start then. 2026.2.24 may run and answer, with tasks and canvas failing. The message may blame the config alone, or advise doctor: the owner is the cause.',
        run: foreignFiles,
        signatures: [
          "EACCES: permission denied, mkdir '{path}'",
          "EACCES: permission denied, open '{path}'",
          "EACCES: permission denied, scandir '{path}'",
          'OpenClaw cannot write to the config directory {path}',
          'Config file is not readable by the current process',
          'shared state database is unreadable at {path}: EACCES',
          'Config health-state write failed: EACCES',
        ],
        sources: ['guide#Cause 2: Permission Issues', 'install/docker/compose-operations#permissions-and-eacces', 'gateway/doctor'],
      },
      on: {
        foreign: {
          target: 'fix-owner',
          description: 'Files of another owner, or Permission denied',
          meta: {
            kind: 'answer',
            hint: 'Windows: your account has no (F) in the list',
            seen: ['Permission denied', /^\/[^\n]*\/\.openclaw(?:\/|$)/m],
          },
        },
        mine: {
          target: 'last-resort',
          description: 'All of it belongs to that account',
          meta: { kind: 'answer', hint: 'the search prints no path; Windows: your account stands there with (F)' },
        },
      },
    },

    'fix-owner': {
      meta: {
        kind: 'fix',
        title: 'Give the state back to its account',
        body: 'Run it as the user who runs the gateway, and from then on use `openclaw` without `sudo`. On Windows open PowerShell as administrator, with the same account.',
        steps: [
          {
            text: 'Set the owner of the state',
            risk: 'changes-config',
            run: {
              native: shells(
                'sudo chown -R "$(id -un)":"$(id -gn)" ~/.openclaw',
                'icacls "$env:USERPROFILE\\.openclaw" /grant "${env:USERNAME}:(OI)(CI)F" /T',
              ),
              compose: { ...shells(chown, chown), linux: 'sudo chown -R 1000:1000 <configDir> <workspaceDir>' },
              container: ownState.container,
            },
          },
          {
            text: 'After a run with sudo 2026.9.6 also needs its own cache back. “No such file” is fine.',
            risk: 'changes-config',
            run: {
              ...nativeOnly(shells('sudo chown -R "$(id -un)":"$(id -gn)" ~/.cache', null), 'A container has no such leftover.'),
              none: {
                native: '2026.2.24 keeps nothing there.',
                'native/windows': 'Windows has no such folder.',
                compose: 'A container has no such leftover.',
                container: 'A container has no such leftover.',
              },
              earlier: { '2026.2.24': { native: null } },
            },
          },
          { text: 'Look again: no file of another owner may be left', risk: 'reads', run: foreignFiles },
          bringUpStep,
        ],
        verify: up,
        signatures: ['Unsafe fallback OpenClaw temp dir: {path}', 'chown {uid} "{path}/openclaw.json"'],
        sources: ['guide#Cause 2: Permission Issues', 'install/docker/compose-operations#permissions-and-eacces'],
        corrections: [
          {
            guide: 'sudo chown -R $(whoami) ~/.openclaw/',
            why: 'It leaves the group to root, on 2026.9.6 `~/.cache` is missing, and for a folder mounted into a container it is the wrong owner: that must be 1000:1000.',
          },
          noRestart,
        ],
      },
      on: { broken: { target: 'last-resort', description: 'All of it is mine, and still not up' } },
    },

    'last-resort': {
      meta: {
        kind: 'question',
        title: 'Everything is checked: how do you go on?',
        body: 'The known causes are ruled out. You can ask with what the gateway printed, or put the state aside and begin anew.',
      },
      on: {
        ask: { target: 'collect', description: 'Keep the state and ask' },
        over: { target: 'start-over', description: 'Begin anew, with a backup' },
      },
    },

    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect what it printed, then ask',
        body: 'Ask at https://docs.openclaw.ai/help with the output of these commands, the release, and how it is installed. Remove tokens, names and addresses first.',
        steps: [
          {
            text: 'What OpenClaw knows about its state',
            risk: 'reads',
            run: { ...runState, native: 'openclaw gateway status --deep' },
          },
          { text: 'What the gateway printed last', risk: 'reads', run: lastLines },
          { text: 'The release', risk: 'reads', run: offline('--version') },
        ],
        sources: ['help/troubleshooting', 'gateway/troubleshooting'],
      },
    },

    'mount-state': { type: 'final', meta: { kind: 'jump', title: 'Mount the state first', to: 'docker/mount-state' } },
    blocked: { type: 'final', meta: { kind: 'jump', title: 'The start is blocked by the mode', to: 'gateway-start-blocked' } },
    reachable: {
      type: 'final',
      meta: { kind: 'jump', title: 'It is ready: find out why it is not reached', to: 'connect-failed/wrong-port' },
    },
    'new-node': { type: 'final', meta: { kind: 'jump', title: 'Another Node is needed', to: 'node-version' } },
    'not-started': { type: 'final', meta: { kind: 'jump', title: 'It does not run: start it', to: 'connect-failed/gateway-down' } },
    'token-places': { type: 'final', meta: { kind: 'jump', title: 'Keep one token for gateway and clients', to: 'docker/pin-token' } },
    'start-over': { type: 'final', meta: { kind: 'jump', title: 'Put the state aside and begin anew', to: 'full-reset' } },
    auth: { type: 'final', meta: { kind: 'jump', title: 'See which secret it wants', to: 'gateway-auth/start-refused' } },
    update: { type: 'final', meta: { kind: 'jump', title: 'See what the update broke', to: 'update-broke-it' } },
    'config-invalid': { type: 'final', meta: { kind: 'jump', title: 'Correct the named place', to: 'config-invalid' } },
    'bind-auth': { type: 'final', meta: { kind: 'jump', title: 'See what it lacks to bind', to: 'bind-without-auth' } },
    origin: { type: 'final', meta: { kind: 'jump', title: 'See why the origin is refused', to: 'control-ui-origin' } },
  },
})
