import {
  cli,
  direct,
  everywhere,
  healthy,
  lastWords,
  logs,
  nativeOnly,
  offline,
  onTheClient,
  restart,
  runState,
  shells,
  variants,
  without,
} from './commands.ts'
import { flow, type Commands, type Os } from './flow.ts'
import {
  allowOrigin,
  applyProxy,
  browserIn,
  caddySteps,
  installService,
  nginxSteps,
  noBus,
  noServiceYet,
  openThere,
  openTunnel,
  reloadPage,
  restartEarlier,
  startStep,
  testCaddy,
  testNginx,
  watchStart,
  whileItRestarts,
} from './steps.ts'

const fromNative = 'Native installs come here by another way.'
const fromDocker = 'Docker users come here by another way.'

/** The status line and headers an address answers with. Both releases and every proxy answer a HEAD request. */
const headersOf = (address: string): Commands => everywhere(shells(`curl -sS -m 8 -I ${address}`, `curl.exe -sS -m 8 -I ${address}`))

/** A call of curl on another machine. */
const curlThere = (args: string, onWindows = args): Commands =>
  onTheClient({ linux: `curl ${args}`, macos: `curl ${args}`, windows: `curl.exe ${onWindows}` })
const headersFromThere = (address: string): Commands => curlThere(`-sS -m 8 -I ${address}`)

/** The public address. HTTP/1.1, so that the status line reads the same behind every proxy. */
const publicPage: Commands = curlThere('-sS -m 10 --http1.1 -I https://<domain>/')

const websocket =
  "--http1.1 -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='"

/** 101: the WebSocket gets through. curl then waits for its time limit and says so. */
const upgraded: Commands = curlThere(
  `-sS -m 5 -o /dev/null -w '%{http_code}\\n' ${websocket} https://<domain>/`,
  `-sS -m 5 -o NUL -w '%{http_code}\\n' ${websocket} https://<domain>/`,
)

const trustedProxies = cli('config get gateway.trustedProxies')
const trust = (address: string) => cli(`config set gateway.trustedProxies.<place> ${address}`)

const macFirewall = '/usr/libexec/ApplicationFirewall/socketfilterfw'
const windowsRule =
  "New-NetFirewallRule -DisplayName 'OpenClaw gateway' -Direction Inbound -Protocol TCP -LocalPort <port> -RemoteAddress LocalSubnet -Action Allow"
const windowsBlocks = 'Get-NetFirewallRule -Enabled True -Direction Inbound -Action Block | Select-Object DisplayName'
const dockerLists: Record<Os, string> = {
  linux: 'sudo iptables -S DOCKER-USER',
  macos: `${macFirewall} --listapps`,
  windows: windowsBlocks,
}
const dockerAllows: Record<Os, string | null> = {
  linux: 'sudo iptables -I DOCKER-USER -p tcp -s <subnet> --dport 18789 -j RETURN',
  macos: null,
  windows: windowsRule,
}
const macByHand = 'In System Settings, Network, Firewall, Options: set Docker to “Allow incoming connections”.'

const refusedLines = ['ECONNREFUSED', 'gateway closed (1006', 'is not running', 'No such container', 'is restarting']
const refusedHere = ['(7) Failed to connect', "Couldn't connect to server", 'Connection refused']
const resetHere = ['(52) Empty reply from server', '(56) Recv failure']
const page = [/^HTTP\/\S+ 200/m]

/** What shows after a proxy was set up, whichever it is. */
const afterProxy = {
  forbidden: {
    target: 'proxy-trust',
    guard: 'newest',
    description: '403, and the proxy is not trusted yet',
    meta: { kind: 'answer', seen: [/^403$/m] },
  },
  refuses: { target: 'refusal', description: '101, and the page refuses me', meta: { kind: 'answer', seen: [/^101$/m] } },
  broken: { target: 'collect', description: 'Still no 101' },
} as const

export default flow.createMachine({
  id: 'connect-failed',
  meta: {
    kind: 'family',
    title: 'Connect failed',
    summary: 'A client cannot reach the gateway: it is down, listens elsewhere, or a firewall or proxy stands between.',
    group: 'connect',
    messages: [
      'Gateway not reachable at ws://127.0.0.1:18789 (ECONNREFUSED).',
      'connection error',
      'gateway connect failed',
      'Error: connect ECONNREFUSED 127.0.0.1:3001',
      'connect failed: connection refused',
      "WebSocket connection to 'ws://localhost:3001' failed",
      'openclaw connection error: gateway unreachable',
      'failed to connect to gateway at localhost:3001',
      'gateway: stopped',
      'gateway closed (1006 abnormal closure (no close frame)): no close reason',
      'Connect: failed - connect ECONNREFUSED 127.0.0.1:18789',
      'Connect: failed - connect failed: connect ECONNREFUSED 127.0.0.1:18789',
      'Connect: failed - timeout',
      'Gateway not reachable after waiting 60 s.',
      'Proxy client attribution is required. Configure gateway.trustedProxies narrowly and make the proxy overwrite or safely rebuild forwarded client headers.',
      'Proxy headers detected from untrusted address. Connection will not be treated as local.',
      'Error during WebSocket handshake: Unexpected response code: 200',
      'origin not allowed (open the Control UI from the gateway host or allow it in gateway.controlUi.allowedOrigins)',
      '502 Bad Gateway',
      'unknown "connection_upgrade" variable',
      'curl: (28) Connection timed out after 8000 milliseconds',
    ],
    prevention: ['prevention/installed', 'prevention/health-monitored', 'prevention/keep-alive'],
  },
  context: ({ input }) => input,
  initial: 'answers',
  states: {
    answers: {
      meta: {
        kind: 'check',
        title: 'Does the gateway answer on its own machine?',
        body: 'Ask on the machine the gateway runs on, not on the one that shows the error. `ECONNREFUSED` means that nothing listens at that address. 2026.2.24 often prints close code 1006 for the same thing; `gateway probe` names the real reason there too. The line “Connect:” decides: just after a start 2026.2.24 may say “Reachable: no” above a “Connect: ok”.',
        run: direct('gateway probe'),
        symptoms: [
          'gateway connect failed',
          'connect failed: connection refused',
          'openclaw connection error: gateway unreachable',
          'connect ECONNREFUSED {address}',
          'curl: (7) Failed to connect to {address} port {port}',
          'Gateway not reachable at {url} (ECONNREFUSED)',
          'Connect: failed - connect ECONNREFUSED {address}',
          'Connect: failed - connect failed: connect ECONNREFUSED {address}',
          'Connect: failed - timeout',
          'Gateway not reachable. Is it running and accessible?',
          'unreachable (connect failed: connect ECONNREFUSED {address})',
          'unreachable (Gateway probe budget exhausted.)',
          'gateway closed (1006 abnormal closure (no close frame)): no close reason',
          'gateway connect failed: Error: gateway closed (1006)',
          'gateway closed (1006)',
          'disconnected (1006): no reason',
          'WebSocket closed (code 1006)',
          'WebSocket connection closed with code 1006',
          'gateway closed (1000 normal closure): no close reason',
          'gateway closed (1000)',
          'ECONNREFUSED',
        ],
        sources: ['guide#Connect Failed', 'cli/gateway', 'gateway/troubleshooting'],
        corrections: [
          {
            guide: 'The client can see the gateway address but cannot establish a connection',
            why: 'A refused connection means that nothing listens there. A gateway that does answer can refuse too (token, pairing, origin), and that needs another fix.',
          },
          {
            guide: 'connect failed: connection refused',
            why: 'The program prints `connect failed: connect ECONNREFUSED` and the address; this is the same cause.',
          },
          {
            guide: 'openclaw connection error: gateway unreachable',
            why: 'Only “gateway unreachable” is program text; `openclaw status` prints `unreachable` with the reason in brackets.',
          },
        ],
      },
      on: {
        refused: {
          target: 'gateway-down',
          description: 'Refused: ECONNREFUSED, or “is not running”',
          meta: { kind: 'answer', seen: refusedLines },
        },
        refuses: {
          target: 'refusal',
          description: 'It answers with a refusal',
          meta: {
            kind: 'answer',
            hint: 'unauthorized, pairing, origin, device identity',
            seen: ['unauthorized', 'pairing required', 'origin not allowed', 'device identity required', 'SECURITY ERROR'],
          },
        },
        timeout: {
          target: 'slow',
          description: '“Connect: failed - timeout”',
          meta: {
            kind: 'answer',
            hint: 'it is starting, or too busy',
            seen: ['Connect: failed - timeout', 'gateway timeout after', 'gateway closed (1000'],
          },
        },
        reachable: [
          {
            target: 'host-port',
            guard: 'docker',
            description: '“Connect: ok”',
            meta: { kind: 'answer', seen: ['Connect: ok'] },
          },
          { target: 'from-where', description: '“Connect: ok”', meta: { kind: 'answer', seen: ['Connect: ok'] } },
        ],
      },
    },

    'gateway-down': {
      meta: {
        kind: 'check',
        title: 'Does the gateway run at all?',
        body: '`openclaw status` shows the same as an `unreachable` Gateway row, but takes about a minute on 2026.9.6 while the gateway is down, and it ends without an error code. In Docker every command inside the container fails as long as it is stopped, and the `openclaw-cli` container cannot start either, because it shares the gateway’s network.',
        run: runState,
        symptoms: [
          'gateway: stopped',
          'Gateway not reachable after waiting {n} s',
          'waiting for managed service',
          'Start it with `openclaw gateway run` or check `openclaw gateway status`',
          'Gateway not running',
          'Runtime: stopped',
          'Error response from daemon: Container {id} is not running',
        ],
        sources: ['guide#Fix 1: Gateway Not Running', 'cli/status', 'cli/gateway', 'install/docker/compose-operations'],
        corrections: [
          {
            guide: 'gateway: stopped',
            why: 'No release prints this line. `openclaw gateway status` says `Runtime: stopped`, and `openclaw status` shows the Gateway row as `unreachable`.',
          },
        ],
      },
      on: {
        answers: {
          target: 'from-where',
          guard: 'native',
          description: '“probe: ok”: it runs and answers',
          meta: { kind: 'answer', seen: ['Connectivity probe: ok', 'RPC probe: ok'] },
        },
        stopped: [
          {
            target: 'start',
            guard: 'native',
            description: 'Runtime: stopped or unknown, or no service',
            meta: { kind: 'answer', seen: ['Runtime: stopped', 'Runtime: unknown', 'Service unit not found', 'Service not installed'] },
          },
          {
            target: 'start',
            description: 'Exited, Created, or no line at all',
            meta: { kind: 'answer', seen: ['Exited ('] },
          },
        ],
        port: {
          target: 'service-port',
          guard: 'native',
          description: 'A note: “CLI config resolves gateway port=…”',
          meta: { kind: 'answer', seen: ['CLI config resolves gateway port'] },
        },
        running: [
          {
            target: 'slow',
            guard: 'native',
            description: 'Runtime: running, and the probe failed',
            meta: { kind: 'answer', seen: ['Runtime: running'] },
          },
          {
            target: 'ready-line',
            description: 'Up',
            meta: { kind: 'answer', seen: [/\bUp (\d|About|Less)/] },
          },
        ],
        loop: {
          target: 'why-not',
          guard: 'docker',
          description: 'Restarting',
          meta: { kind: 'answer', seen: ['Restarting ('] },
        },
      },
    },

    start: {
      meta: {
        kind: 'fix',
        title: 'Start the gateway',
        body: 'With a service installed use `gateway start`, even where 2026.9.6 hints at `gateway run`: that would put a second gateway beside the service. A start takes from 5 seconds to a minute.',
        steps: [startStep, watchStart],
        verify: healthy,
        sources: ['guide#Fix 1: Gateway Not Running', 'cli/gateway', 'install/docker/compose-operations'],
        corrections: [
          {
            guide: 'openclaw restart',
            why: 'No release has this command. `openclaw gateway start` starts a stopped gateway, `openclaw gateway restart` restarts it.',
          },
        ],
        prevention: ['prevention/installed'],
      },
      on: {
        'no-service': { target: 'install-service', guard: 'native', ...noServiceYet },
        'no-bus': { target: 'user-bus', ...noBus },
        missing: {
          target: 'docker',
          guard: 'container',
          description: '“No such container”',
          meta: { kind: 'answer', seen: ['No such container'] },
        },
        'already-running': {
          target: 'same-port',
          guard: 'native',
          description: '“gateway already running”, “another … owns”',
          meta: {
            kind: 'answer',
            seen: ['gateway already running', 'another gateway instance is already listening', 'another OpenClaw process owns'],
          },
        },
        'port-busy': {
          target: 'port-busy',
          description: 'The port is in use',
          meta: { kind: 'answer', seen: ['EADDRINUSE', 'port is already allocated', 'already in use'] },
        },
        exits: { target: 'why-not', description: 'It stops again, or starts over and over' },
        broken: { target: 'wrong-port', description: 'It runs, and the client is still refused' },
      },
    },

    'install-service': {
      meta: {
        kind: 'fix',
        title: 'Install the gateway as a service',
        body: 'The installation also starts it and keeps it running. Without a mode the service of 2026.2.24 restarts forever, so the mode is written first.',
        steps: installService,
        verify: healthy,
        sources: ['cli/gateway', 'gateway/index'],
      },
      on: {
        'no-bus': { target: 'user-bus', ...noBus },
        broken: { target: 'why-not', description: 'Installed, and it does not stay up' },
      },
    },

    'ready-line': {
      meta: {
        kind: 'check',
        title: 'Is the container’s gateway ready yet?',
        body: '“Up” says only that the container runs. The gateway in it needs up to 40 seconds more. If it is ready, repeat first what was refused: it may just have been too early.',
        run: without(logs(100), { native: fromNative }),
        sources: ['install/docker/compose-operations', 'gateway/health'],
      },
      on: {
        works: { target: 'host-port', description: 'It is ready, and answers in the container now' },
        'not-yet': {
          target: 'slow',
          description: 'Neither line is there yet',
          meta: { kind: 'answer', hint: 'no “[gateway] ready”, no “listening on ws://”' },
        },
        ready: {
          target: 'same-port',
          description: '“ready” or “listening on”, and still refused there',
          meta: { kind: 'answer', seen: ['[gateway] ready', '[gateway] listening on ws://'] },
        },
      },
    },

    'service-port': {
      meta: {
        kind: 'fix',
        title: 'Reinstall the service, so that it takes the new port',
        body: 'The service carries the port of the day it was installed, and that one wins over the config. A plain `gateway install` changes nothing then.',
        steps: [
          {
            text: 'Rewrite the service with the configured port; it restarts by itself',
            risk: 'restarts',
            run: nativeOnly('openclaw gateway install --force', fromDocker),
          },
        ],
        verify: healthy,
        sources: ['cli/gateway', 'gateway/troubleshooting/gateway-service-and-process'],
      },
      on: { broken: { target: 'same-port', description: 'Reinstalled, and still refused' } },
    },

    'wrong-port': {
      meta: {
        kind: 'check',
        title: 'Which address does the gateway have?',
        body: 'Compare it with the address in your browser, app or proxy. The gateway listens on 127.0.0.1 and port 18789 unless you changed that; a client that still says 3001 asks another program. In Docker the number left of `->18789/tcp` under PORTS counts.',
        run: runState,
        signatures: [
          'Error: connect ECONNREFUSED 127.0.0.1:3001',
          "WebSocket connection to 'ws://localhost:3001' failed",
          'failed to connect to gateway at localhost:3001',
        ],
        symptoms: ["WebSocket connection to '{url}' failed", 'failed to connect to gateway at {address}', 'Source: cli --url'],
        sources: ['guide#Fix 2: Wrong Host or Port', 'gateway/config-gateway', 'cli/gateway'],
        corrections: [
          {
            guide: 'openclaw config get gateway.host',
            why: 'There is no such key. Where the gateway listens is `gateway.bind`: loopback, lan, tailnet, auto or custom.',
          },
          { guide: 'Default is localhost:3001', why: 'Both releases listen on 127.0.0.1 and port 18789 by default.' },
          {
            guide: 'Error: connect ECONNREFUSED 127.0.0.1:3001',
            why: 'The text is real, but 3001 is not a port of OpenClaw: with an unchanged config it ends in 127.0.0.1:18789.',
          },
          {
            guide: "WebSocket connection to 'ws://localhost:3001' failed",
            why: 'The browser’s console prints this, not OpenClaw, and the port is 18789 unless you changed it.',
          },
          {
            guide: 'failed to connect to gateway at localhost:3001',
            why: 'Neither release prints this; the nearest real lines are `gateway connect failed: …` and `Gateway not reachable at ws://…`.',
          },
          {
            guide: 'make sure your client, reverse proxy, or Telegram webhook URL matches',
            why: 'Right for clients and proxies. Telegram is polled by default, so there is usually no webhook address that could be wrong.',
          },
        ],
      },
      on: {
        client: {
          target: 'client-address',
          description: 'Another address or port than my client uses',
          meta: { kind: 'answer', hint: 'such as 3001, or a port you changed' },
        },
        service: {
          target: 'service-port',
          guard: 'native',
          description: 'A note: “CLI config resolves gateway port=…”',
          meta: { kind: 'answer', seen: ['CLI config resolves gateway port'] },
        },
        unpublished: {
          target: 'publish-port',
          guard: 'docker',
          description: 'Up, and no “->18789/tcp” under PORTS',
          meta: { kind: 'answer', seen: [/\bUp (?:\d|About|Less)(?![^\n]*->18789\/tcp)/] },
        },
        command: {
          target: 'same-port',
          description: 'An openclaw command asks another port',
          meta: { kind: 'answer', hint: 'see its line “Gateway target:”' },
        },
        same: { target: 'reach', description: 'The same address everywhere' },
        stopped: [
          {
            target: 'down',
            guard: 'native',
            description: 'Runtime: stopped, and the probe failed',
            meta: { kind: 'answer', seen: ['Runtime: stopped', 'Service unit not found'] },
          },
          {
            target: 'down',
            description: 'Exited, Restarting, or no line at all',
            meta: { kind: 'answer', seen: ['Exited (', 'Restarting ('] },
          },
        ],
      },
    },

    'same-port': {
      meta: {
        kind: 'fix',
        title: 'Give the gateway and the CLI the same port',
        body: 'A port given only to the gateway (`--port`, `OPENCLAW_GATEWAY_PORT`) is unknown to other commands: they read `gateway.port`, and 18789 where that is unset. Inside a container the port stays 18789; only the published one differs.',
        steps: [
          {
            text: 'Look at the configured port; “unset” or “not found” means 18789',
            risk: 'reads',
            run: offline('config get gateway.port'),
          },
          {
            text: 'Look which port the gateway listens on: its program is called openclaw, MainThread or node',
            risk: 'reads',
            run: nativeOnly(
              {
                linux: 'ss -ltnp',
                macos: 'lsof -nP -iTCP -sTCP:LISTEN',
                windows:
                  'Get-NetTCPConnection -State Listen | Sort-Object LocalPort | Select-Object LocalAddress, LocalPort, OwningProcess',
              },
              'The official Compose file and image start the gateway on 18789.',
            ),
          },
          {
            text: 'Forget an address that this terminal carries',
            risk: 'changes-config',
            run: nativeOnly(
              shells(
                'unset OPENCLAW_GATEWAY_PORT OPENCLAW_GATEWAY_URL',
                'Remove-Item Env:OPENCLAW_GATEWAY_PORT, Env:OPENCLAW_GATEWAY_URL -ErrorAction SilentlyContinue',
              ),
              'The container’s environment comes from the Compose file or `docker run`.',
            ),
          },
          {
            text: 'Write the one port into the config',
            risk: 'changes-config',
            run: { ...offline('config set gateway.port 18789'), native: 'openclaw config set gateway.port <port>' },
          },
          {
            text: `Apply it: the service is rewritten with that port and restarts. ${whileItRestarts}`,
            risk: 'restarts',
            run: { ...restart, native: 'openclaw gateway install --force' },
          },
        ],
        verify: healthy,
        sources: ['guide#Fix 2: Wrong Host or Port', 'gateway/config-gateway', 'gateway/remote'],
      },
      on: {
        broken: { target: 'collect', description: 'The same port, and still refused' },
      },
    },

    'client-address': {
      meta: {
        kind: 'fix',
        title: 'Give the client the gateway’s real address',
        body: 'This is for a client on the gateway’s own machine. A CLI on another machine has the address in its `gateway.remote.url`.',
        steps: [
          {
            text: 'Open this in the browser on the gateway’s machine',
            where: 'browser',
            risk: 'reads',
            run: { ...everywhere('http://127.0.0.1:<port>/'), language: 'url' },
          },
          {
            text: 'Enter this where an app or program asks for the gateway’s WebSocket address',
            risk: 'changes-config',
            run: { ...everywhere('ws://127.0.0.1:<port>'), language: 'url' },
          },
        ],
        verify: { run: headersOf('http://127.0.0.1:<port>/'), expect: ['HTTP/1.1 200'], within: 10 },
        sources: ['guide#Fix 2: Wrong Host or Port', 'web/control-ui', 'gateway/remote'],
      },
      on: {
        refuses: {
          target: 'refusal',
          description: 'The page opens, and is refused',
          meta: { kind: 'answer', hint: 'token, pairing, origin' },
        },
        broken: { target: 'collect', description: 'The right address, and still no connection' },
      },
    },

    'why-not': {
      meta: {
        kind: 'check',
        title: 'What does it print before it stops?',
        body: 'The last error before a stop names the cause. Lines that only say that a client could not connect are the consequence.',
        run: lastWords,
        sources: ['gateway/troubleshooting/gateway-service-and-process', 'help/faq/logging-and-debugging'],
      },
      on: {
        blocked: {
          target: 'start-blocked',
          description: '“Missing config”, or “Gateway start blocked”',
          meta: { kind: 'answer', seen: ['Missing config.', 'Gateway start blocked'] },
        },
        crash: {
          target: 'crashed',
          description: 'It ran, then crashed or was ended',
          meta: {
            kind: 'answer',
            seen: [
              'unexpected runtime error',
              'Uncaught exception',
              'Unhandled promise rejection',
              'heap out of memory',
              'status=9/KILL',
              'shutting down',
            ],
          },
        },
        config: {
          target: 'config',
          description: '“Config invalid”, or a named setting',
          meta: { kind: 'answer', seen: ['Config invalid', 'Invalid config'] },
        },
        bind: {
          target: 'bind',
          description: '“Refusing to bind gateway … without auth”',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway'] },
        },
        update: {
          target: 'update',
          description: 'It names an older OpenClaw, or a migration',
          meta: {
            kind: 'answer',
            hint: 'also “Cannot find module”',
            seen: ['older than the config', 'requires state migration', 'Cannot find module'],
          },
        },
        other: { target: 'not-ready', description: 'Another error, or nothing' },
      },
    },

    'host-port': {
      meta: {
        kind: 'check',
        title: 'Does the gateway answer on the Docker host?',
        body: 'It answers inside its container. Now ask from outside: the first command names the published address, the second one asks it.',
        run: variants(
          {
            compose: shells(
              'docker compose port openclaw-gateway 18789\ncurl -sS -m 8 -I http://127.0.0.1:<port>/',
              'docker compose port openclaw-gateway 18789\ncurl.exe -sS -m 8 -I http://127.0.0.1:<port>/',
            ),
            container: shells(
              'docker port <container> 18789\ncurl -sS -m 8 -I http://127.0.0.1:<port>/',
              'docker port <container> 18789\ncurl.exe -sS -m 8 -I http://127.0.0.1:<port>/',
            ),
          },
          { none: { native: fromNative } },
        ),
        sources: ['install/docker/networking-and-storage', 'install/docker/sandbox-and-troubleshooting'],
      },
      on: {
        answers: { target: 'from-where', description: 'HTTP/1.1 200', meta: { kind: 'answer', seen: page } },
        refused: {
          target: 'publish-port',
          description: 'No published port, and (7) Couldn’t connect',
          meta: { kind: 'answer', seen: refusedHere },
        },
        reset: {
          target: 'bind-lan',
          description: '(52) Empty reply, or (56) Connection reset',
          meta: { kind: 'answer', seen: resetHere },
        },
        elsewhere: { target: 'client-address', description: 'A published port, but another one than I use' },
      },
    },

    'from-where': {
      meta: {
        kind: 'question',
        title: 'Where do you see the error?',
        body: 'The gateway is up and answers on its own machine. So the way to it, or the client, is the matter.',
        symptoms: ['connection error', 'WebSocket error — check URL'],
        corrections: [
          {
            guide: 'connection error',
            why: 'Too general for one cause: model providers print “Connection error.” as well, and then the gateway is fine. The whole line decides.',
          },
        ],
      },
      on: {
        here: {
          target: 'wrong-port',
          description: 'On the gateway’s own machine',
          meta: { kind: 'answer', hint: 'browser, TUI or another program' },
        },
        device: { target: 'reach', description: 'On another device', meta: { kind: 'answer', hint: 'same network, VPN or tailnet' } },
        remote: {
          target: 'remote',
          description: 'Through an SSH tunnel, Tailscale Serve, an app',
          meta: { kind: 'answer', hint: 'or as a node' },
        },
        proxy: {
          target: 'reverse-proxy',
          description: 'Behind a public name or reverse proxy',
          meta: { kind: 'answer', hint: 'Caddy, nginx, Traefik, a tunnel' },
        },
        'cli-container': { target: 'cli-container', guard: 'compose', description: 'In the openclaw-cli container' },
        chat: {
          target: 'provider',
          description: 'In a chat reply or an agent’s output',
          meta: { kind: 'answer', hint: '“Connection error.”' },
        },
        log: {
          target: 'half-open',
          description: 'Only in the log: “handshake timeout”',
          meta: { kind: 'answer', seen: ['handshake timeout'] },
        },
      },
    },

    'cli-container': {
      meta: {
        kind: 'fix',
        title: 'Ask from the gateway’s own container',
        body: 'In the Compose file of 2026.2.24 `openclaw-cli` has a network of its own, so 127.0.0.1 there is not the gateway: gateway commands print 1006, while config commands work. The newer file shares the gateway’s network.',
        steps: [
          {
            text: 'Call the CLI in the gateway’s container, with any arguments',
            risk: 'reads',
            run: variants(
              { compose: 'docker compose exec openclaw-gateway node dist/index.js devices list' },
              { none: { native: 'Only Compose has this container.', container: 'Only Compose has this container.' } },
            ),
          },
          {
            text: 'To make openclaw-cli work as well, add these lines to that service in docker-compose.yml',
            risk: 'changes-config',
            run: variants(
              { compose: 'network_mode: "service:openclaw-gateway"\ndepends_on:\n  - openclaw-gateway' },
              { language: 'yaml', none: { native: 'Only Compose has this container.', container: 'Only Compose has this container.' } },
            ),
          },
        ],
        verify: { run: direct('gateway health'), expect: ['OK ('], within: 60 },
        sources: ['install/docker/compose-operations'],
      },
      on: {
        refuses: {
          target: 'refusal',
          description: 'Now it is refused: unauthorized, pairing',
          meta: { kind: 'answer', seen: ['unauthorized', 'pairing required'] },
        },
        broken: { target: 'collect', description: 'Still 1006 in the gateway’s own container' },
      },
    },

    reach: {
      meta: {
        kind: 'check',
        title: 'What does the other device get?',
        body: 'Run it on the other device, with the address of the gateway’s machine in your network. On a phone open that address in the browser: an endless wait is the timeout, an error at once is the refusal. With (6) “Could not resolve host” take the IP address instead of the name. No other device in play? Then 127.0.0.1 is the host.',
        run: headersFromThere('http://<host>:<port>/'),
        where: 'client',
        symptoms: ['curl: (28) Connection timed out after {ms} milliseconds', 'ERR_CONNECTION_TIMED_OUT', 'ERR_CONNECTION_REFUSED'],
        sources: ['gateway/remote', 'gateway/security/network-exposure'],
      },
      on: {
        timeout: { target: 'firewall', description: '(28) Connection timed out', meta: { kind: 'answer', seen: ['(28)', 'timed out'] } },
        refused: [
          {
            target: 'other-machine',
            guard: 'native',
            description: '(7) Couldn’t connect, at once',
            meta: { kind: 'answer', hint: 'it listens only for its own machine', seen: refusedHere },
          },
          {
            target: 'other-machine',
            description: '(7) Couldn’t connect, at once',
            meta: { kind: 'answer', hint: 'not published, or only for 127.0.0.1', seen: refusedHere },
          },
        ],
        reset: {
          target: 'bind-lan',
          guard: 'docker',
          description: '(52) Empty reply, or (56) Connection reset',
          meta: { kind: 'answer', seen: resetHere },
        },
        page: { target: 'refusal', description: 'HTTP/1.1 200: the page is there', meta: { kind: 'answer', seen: page } },
      },
    },

    firewall: {
      meta: {
        kind: 'fix',
        title: 'Let your network through the firewall',
        body: 'A firewall only stops other devices, and they see a timeout. An address on the same machine is not filtered, and a connection that is refused at once means that nothing listens there.\n\nPorts that Docker publishes on Linux go past ufw: what filters them is the DOCKER-USER chain, and a rule added there by hand lasts until the next reboot. Where `ufw` is not installed, firewalld or nftables may filter instead. If nothing here blocks the port, look at the firewall of your hosting provider or router. A tunnel (next answer) needs no open port at all.',
        steps: [
          {
            text: 'Look what the firewall lets in. On Windows a Block rule for Node or Docker beats every Allow rule: disable that one.',
            risk: 'reads',
            run: variants({
              native: { linux: 'sudo ufw status', macos: `${macFirewall} --listapps`, windows: windowsBlocks },
              compose: dockerLists,
              container: dockerLists,
            }),
          },
          {
            text: 'Let only your own network in (Windows: in a PowerShell run as administrator)',
            risk: 'changes-config',
            run: variants(
              {
                native: {
                  linux: 'sudo ufw allow from <subnet> to any port <port> proto tcp',
                  macos: `sudo ${macFirewall} --add "$(node -p process.execPath)"\nsudo ${macFirewall} --unblockapp "$(node -p process.execPath)"`,
                  windows: windowsRule,
                },
                compose: dockerAllows,
                container: dockerAllows,
              },
              { none: { 'compose/macos': macByHand, 'container/macos': macByHand } },
            ),
          },
          { text: 'Ask again from the other device, with the command below', where: 'client', risk: 'reads' },
        ],
        verify: { run: headersFromThere('http://<host>:<port>/'), where: 'client', expect: ['HTTP/1.1 200'], within: 10 },
        signatures: ['ERROR: You need to be root to run this script'],
        sources: ['guide#Fix 3: Firewall Blocking', 'gateway/security/network-exposure', 'gateway/remote'],
        corrections: [
          {
            guide: 'A firewall may block the connection',
            why: 'Only between machines, and then it times out. `ECONNREFUSED`, or an error on 127.0.0.1, is never ufw.',
          },
          {
            guide: 'sudo ufw allow 3001',
            why: 'The port is 18789, and this form opens it to every address; the rule above lets only your own network in.',
          },
        ],
      },
      on: {
        refused: { target: 'other-machine', description: 'Now it is refused at once', meta: { kind: 'answer', seen: refusedHere } },
        page: { target: 'refusal', description: 'The page is there, and refuses me' },
        broken: { target: 'tunnel', description: 'Still a timeout, or I want no open port' },
      },
    },

    tunnel: {
      meta: {
        kind: 'fix',
        title: 'Reach the gateway through an SSH tunnel',
        body: 'Do this on the other machine. The gateway stays closed to the network, and the client talks to its own 127.0.0.1. No gateway of its own may use that port there.\n\nThe CLI refuses `ws://` to other machines, because the token would go unencrypted: 2026.2.24 for every such address, 2026.9.6 for public addresses and most names.',
        steps: [openTunnel, openThere],
        verify: {
          run: headersFromThere('http://127.0.0.1:<port>/'),
          where: 'client',
          expect: ['HTTP/1.1 200'],
          within: 10,
        },
        sources: ['gateway/remote', 'help/faq/gateway-ports-and-remote-mode'],
      },
      on: {
        refuses: { target: 'refusal', description: 'The page opens, and refuses me' },
        broken: { target: 'collect', description: 'The tunnel does not connect' },
      },
    },

    'reverse-proxy': {
      meta: {
        kind: 'check',
        title: 'What does the public address answer?',
        body: 'Ask from the machine whose browser fails. On the gateway’s own machine 2026.9.6 answers 403 through the proxy whatever you set, when the name leads to 127.0.0.1: use `http://127.0.0.1:18789` there.',
        run: publicPage,
        where: 'client',
        sources: ['guide#Fix 4: Reverse Proxy Misconfiguration', 'gateway/trusted-proxy-auth', 'gateway/security/network-exposure'],
        corrections: [
          {
            guide: 'The most common mistake is forgetting to set trustedProxies',
            why: 'It is one of three: the proxy also has to pass the WebSocket upgrade on, and the public address has to be in `gateway.controlUi.allowedOrigins`.',
          },
        ],
      },
      on: {
        'bad-gateway': {
          target: 'proxy-backend',
          description: '502 or 504',
          meta: { kind: 'answer', seen: [/^HTTP\/\S+ 50[24]/m, '502 Bad Gateway', '504 Gateway'] },
        },
        forbidden: {
          target: 'trust-proxy',
          guard: 'newest',
          description: '403',
          meta: { kind: 'answer', seen: [/^HTTP\/\S+ 403/m, 'proxy_attribution_required'] },
        },
        ok: [
          {
            target: 'proxy-warning',
            guard: 'earlier',
            description: '200, but it does not connect',
            meta: { kind: 'answer', seen: page },
          },
          { target: 'upgrade', description: '200, but it does not connect', meta: { kind: 'answer', seen: page } },
        ],
        silent: {
          target: 'proxy-silent',
          description: 'No number at all: curl names an error',
          meta: {
            kind: 'answer',
            hint: '(6), (7), (28), (35) or (60)',
            seen: ['curl: (6)', 'curl: (7)', 'curl: (28)', 'curl: (35)', 'curl: (60)'],
          },
        },
        none: {
          target: 'which-proxy',
          description: 'Another number, or I have no proxy yet',
          meta: { kind: 'answer', hint: 'or the proxy refuses its own config', seen: ['[emerg]'] },
        },
      },
    },

    'proxy-backend': {
      meta: {
        kind: 'fix',
        title: 'Point the proxy at the gateway’s address',
        body: '502 is the proxy’s own word for “nothing answers behind me”. For a proxy that is itself a container, 127.0.0.1 is the proxy: put both into one Docker network and name the gateway’s service and 18789 there. For a proxy on another machine than the gateway it is the address of the gateway’s machine.',
        steps: [
          {
            text: 'On the proxy’s machine: this must print HTTP/1.1 200',
            where: 'proxy',
            risk: 'reads',
            run: headersFromThere('http://127.0.0.1:<port>/'),
          },
          {
            text: 'nginx: name that address in the location',
            where: 'proxy',
            risk: 'changes-config',
            run: { ...everywhere('proxy_pass http://127.0.0.1:<port>;'), language: 'nginx' },
          },
          {
            text: 'Caddy: name it in the site block',
            where: 'proxy',
            risk: 'changes-config',
            run: { ...everywhere('reverse_proxy 127.0.0.1:<port>'), language: 'caddyfile' },
          },
          ...applyProxy,
        ],
        verify: { run: publicPage, where: 'client', expect: ['HTTP/1.1 200'], within: 10 },
        signatures: ['connect() failed (111: Connection refused) while connecting to upstream', 'host not found in upstream "{name}"'],
        symptoms: ['502 Bad Gateway'],
        sources: ['guide#Fix 4: Reverse Proxy Misconfiguration', 'gateway/remote', 'install/exe-dev'],
      },
      on: {
        down: {
          target: 'down',
          description: 'The first step is refused as well',
          meta: { kind: 'answer', seen: refusedHere },
        },
        elsewhere: { target: 'other-machine', description: 'My proxy runs on another machine' },
        forbidden: {
          target: 'trust-proxy',
          guard: 'newest',
          description: 'Now it says 403',
          meta: { kind: 'answer', seen: [/^HTTP\/\S+ 403/m] },
        },
        broken: { target: 'which-proxy', description: 'Still 502, or it loads and does not connect' },
      },
    },

    'proxy-warning': {
      meta: {
        kind: 'check',
        title: 'Does the gateway complain about the proxy?',
        body: '2026.2.24 lets such connections in, but counts them as remote: a browser is then asked for pairing.',
        run: logs(200),
        sources: ['gateway/security/network-exposure'],
      },
      on: {
        yes: {
          target: 'trust-proxy',
          description: '“Proxy headers detected”, or “non-local Host header”',
          meta: {
            kind: 'answer',
            seen: ['Proxy headers detected from untrusted address', 'Loopback connection with non-local Host header'],
          },
        },
        no: { target: 'upgrade', description: 'No such line' },
      },
    },

    'trust-proxy': {
      meta: {
        kind: 'fix',
        title: 'Tell the gateway which proxy it may trust',
        body: 'Name only the address of your own proxy. It must overwrite the forwarded address, not append to it: `X-Forwarded-For $remote_addr` in nginx; Caddy does so by itself. In Docker the gateway sees a proxy of the host under a bridge address such as 172.18.0.1.',
        steps: [
          {
            text: 'Find the address the gateway sees',
            risk: 'reads',
            run: variants(
              {
                compose: shells(
                  "docker compose logs openclaw-gateway | grep 'proxy-shaped traffic from'",
                  "docker compose logs openclaw-gateway | Select-String 'proxy-shaped traffic from'",
                ),
                container: shells(
                  "docker logs <container> 2>&1 | grep 'proxy-shaped traffic from'",
                  "docker logs <container> 2>&1 | Select-String 'proxy-shaped traffic from'",
                ),
              },
              {
                none: { native: 'A proxy on this machine is 127.0.0.1; one on another machine has that machine’s address.' },
                earlier: {
                  '2026.2.24': {
                    compose: shells(
                      "docker compose logs --tail=200 openclaw-gateway | grep 'remote='",
                      "docker compose logs --tail=200 openclaw-gateway | Select-String 'remote='",
                    ),
                    container: shells(
                      "docker logs --tail 200 <container> 2>&1 | grep 'remote='",
                      "docker logs --tail 200 <container> 2>&1 | Select-String 'remote='",
                    ),
                  },
                },
              },
            ),
          },
          {
            text: 'See which addresses are in the list already; “unset” or “not found” means none',
            risk: 'reads',
            run: trustedProxies,
          },
          {
            text: 'Add the proxy’s address',
            risk: 'changes-config',
            run: { ...trust('<bridgeAddress>'), native: trust('<proxyAddress>').native },
          },
          restartEarlier,
          reloadPage,
        ],
        verify: browserIn,
        signatures: [
          'Proxy client attribution is required. Configure gateway.trustedProxies narrowly',
          'proxy_attribution_required',
          'observed unattributable proxy-shaped traffic from {address}',
          'Proxy headers detected from untrusted address. Connection will not be treated as local',
          'Configure gateway.trustedProxies to restore local client detection behind your proxy',
          'Loopback connection with non-local Host header. Treating it as remote',
          'Reverse proxy headers are not trusted',
        ],
        sources: ['guide#Fix 4: Reverse Proxy Misconfiguration', 'gateway/trusted-proxy-auth', 'gateway/security/rate-limiting'],
        corrections: [
          {
            guide: 'openclaw restart',
            why: 'No release has this command. 2026.9.6 applies trustedProxies at once; 2026.2.24 needs `openclaw gateway restart`.',
          },
        ],
      },
      on: {
        origin: {
          target: 'allow-origin',
          description: 'Now it says “origin not allowed”',
          meta: { kind: 'answer', seen: ['origin not allowed', 'Browser origin not allowed'] },
        },
        pairing: {
          target: 'pairing',
          description: 'Now it says “pairing required”',
          meta: { kind: 'answer', seen: ['pairing required'] },
        },
        token: { target: 'token', description: 'Now it says “unauthorized”', meta: { kind: 'answer', seen: ['unauthorized'] } },
        broken: { target: 'upgrade', description: 'Still 403, or the page does not connect' },
      },
    },

    upgrade: {
      meta: {
        kind: 'check',
        title: 'Does the proxy pass WebSockets on?',
        body: 'The page comes over HTTP, the chat over a WebSocket. 101 means it gets through; curl then adds that the operation timed out, and that is all right. 200 means that the proxy dropped the upgrade and the gateway sent the page instead.',
        run: upgraded,
        where: 'client',
        signatures: ['Error during WebSocket handshake: Unexpected response code: {code}'],
        symptoms: ['The browser could not reach {address}. Check the address and transport before retrying credentials'],
        sources: ['gateway/remote', 'install/exe-dev'],
      },
      on: {
        dropped: {
          target: 'which-proxy',
          description: '200, or another number',
          meta: { kind: 'answer', seen: [/^(000|200|30\d|40\d|426|50\d)$/m] },
        },
        through: { target: 'refusal', description: '101', meta: { kind: 'answer', seen: [/^101$/m] } },
      },
    },

    'which-proxy': {
      meta: { kind: 'question', title: 'Which proxy stands in front?' },
      on: {
        nginx: { target: 'nginx', description: 'nginx' },
        caddy: { target: 'caddy', description: 'Caddy' },
        other: { target: 'other-proxy', description: 'Traefik, a tunnel, or another one' },
      },
    },

    nginx: {
      meta: {
        kind: 'fix',
        title: 'Let nginx pass the WebSocket upgrade on',
        body: '`$connection_upgrade` exists only where a `map` block in the http section defines it; the word “upgrade” in quotes needs none. In Docker the port is the published one.',
        steps: nginxSteps,
        verify: { run: upgraded, where: 'client', expect: ['101'], within: 10 },
        signatures: ['unknown "connection_upgrade" variable'],
        symptoms: ['nginx: configuration file {path} test failed'],
        sources: ['install/exe-dev', 'gateway/security/network-exposure'],
      },
      on: afterProxy,
    },

    caddy: {
      meta: {
        kind: 'fix',
        title: 'Give Caddy a site block for the gateway',
        body: 'Caddy passes WebSockets on by itself, so this is the whole site. Without the name around it Caddy takes the `reverse_proxy` line for the name of a site. In Docker the port is the published one.',
        steps: caddySteps,
        verify: { run: upgraded, where: 'client', expect: ['101'], within: 60 },
        signatures: ['unrecognized directive: transport'],
        symptoms: ['Error: adapting config using caddyfile: {detail}'],
        sources: ['gateway/trusted-proxy-auth', 'gateway/security/network-exposure'],
      },
      on: afterProxy,
    },

    'other-proxy': {
      meta: {
        kind: 'fix',
        title: 'Send the proxy’s traffic to the gateway over plain HTTP',
        body: 'Traefik and tunnels such as Cloudflare’s pass WebSockets on without a setting. What goes wrong there is the address behind them: http, not https, and the gateway’s port. A proxy in a container needs the gateway’s service name and 18789 instead of 127.0.0.1.',
        steps: [
          {
            text: 'Traefik: name the gateway as the service’s server (file provider)',
            where: 'proxy',
            risk: 'changes-config',
            run: {
              ...everywhere(
                'http:\n  services:\n    openclaw:\n      loadBalancer:\n        servers:\n          - url: http://127.0.0.1:<port>',
              ),
              language: 'yaml',
            },
          },
          {
            text: 'A tunnel or another proxy: set the same address as its target, allow WebSockets, and reload it',
            where: 'proxy',
            risk: 'changes-config',
          },
        ],
        verify: { run: upgraded, where: 'client', expect: ['101'], within: 60 },
        sources: ['guide#Fix 4: Reverse Proxy Misconfiguration', 'gateway/cloudflare-access', 'gateway/tailscale'],
      },
      on: afterProxy,
    },

    refusal: {
      meta: {
        kind: 'question',
        title: 'Which reason does it give?',
        body: 'The gateway is reachable: what is left stands in the page, in the command’s output, or behind the close code.',
      },
      on: {
        pairing: { target: 'pairing', description: '“pairing required”', meta: { kind: 'answer', seen: ['pairing required'] } },
        token: {
          target: 'token',
          description: '“unauthorized”, or a token that does not match',
          meta: { kind: 'answer', seen: ['unauthorized', 'token mismatch', 'token missing'] },
        },
        origin: { target: 'origin', description: '“origin not allowed”', meta: { kind: 'answer', seen: ['origin not allowed'] } },
        identity: {
          target: 'access',
          description: '“device identity required”, or its signature',
          meta: {
            kind: 'answer',
            seen: ['device identity required', 'requires device identity', 'device signature', 'device nonce', 'device identity mismatch'],
          },
        },
        plaintext: {
          target: 'plain-ws',
          description: '“SECURITY ERROR … plaintext ws://”',
          meta: { kind: 'answer', seen: ['plaintext ws://'] },
        },
        code: {
          target: 'login-refused',
          description: 'Only a number: 4008 or 1008',
          meta: { kind: 'answer', seen: ['(4008)', '(1008)'] },
        },
        drops: {
          target: 'drops',
          description: 'It connects, and drops again',
          meta: { kind: 'answer', hint: '1006, 1012, 4000, or no number', seen: ['WebSocket 1006', '(1012)', '(1013)', '(4000)'] },
        },
      },
    },

    'allow-origin': {
      meta: {
        kind: 'fix',
        title: 'Allow the address your browser shows',
        body: 'Pages are accepted only from addresses in this list: scheme, name and port, exactly as the address bar shows them. A list of your own replaces the built-in one. In Docker add `http://127.0.0.1:18789` the same way, if you also open the page on the host.',
        steps: allowOrigin,
        verify: browserIn,
        sources: ['web/control-ui', 'gateway/config-gateway', 'install/exe-dev'],
      },
      on: {
        pairing: { target: 'pairing', description: 'Now it says “pairing required”', meta: { kind: 'answer', seen: ['pairing required'] } },
        token: { target: 'token', description: 'Now it says “unauthorized”', meta: { kind: 'answer', seen: ['unauthorized'] } },
        broken: { target: 'origin', description: 'Still “origin not allowed”' },
      },
    },

    provider: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Then the model’s provider did not answer, not the gateway',
        body: 'A bare “Connection error.” in a reply comes from the AI provider. The log names the provider and the reason: no network to it, a wrong base URL, a proxy, or a model server that is down.',
        steps: [{ text: 'Read the lines around the error', risk: 'reads', run: logs(100) }],
        sources: ['gateway/troubleshooting/skills-and-model-providers'],
      },
    },
    'proxy-silent': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Then the public name or the proxy itself does not answer',
        body: 'The gateway is not asked at all. (6): the name is unknown, so look at its DNS entry. (7): the proxy is down, or listens elsewhere: start it. (28): a firewall or router keeps port 443 closed. (35) or (60): the certificate; the proxy’s own log says why.',
        steps: [
          {
            text: 'The address the name leads to: is it the proxy’s?',
            where: 'client',
            risk: 'reads',
            run: everywhere('nslookup <domain>'),
          },
          {
            text: 'Whether anything listens on port 443',
            where: 'proxy',
            risk: 'reads',
            run: everywhere({
              linux: "sudo ss -ltnp 'sport = :443'",
              macos: 'sudo lsof -nP -iTCP:443 -sTCP:LISTEN',
              windows: 'Get-NetTCPConnection -LocalPort 443 -State Listen',
            }),
          },
          {
            text: 'Whether the proxy accepts its config: nginx says “test is successful” (Windows: in its folder), Caddy “Valid configuration”',
            where: 'proxy',
            risk: 'reads',
            run: { ...everywhere(testNginx), otherwise: [{ when: 'the proxy is Caddy', run: everywhere(testCaddy) }] },
          },
        ],
        sources: ['gateway/trusted-proxy-auth'],
      },
    },
    'half-open': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Somebody connects and says nothing: check by HTTP instead',
        body: 'The gateway closes a WebSocket that stays silent: after 10 seconds (2026.2.24) or 15 (2026.9.6). Mostly it is a monitor or load balancer that only opens the port. Let it ask the address below. With an own client on the same machine it means that the machine is too busy.',
        steps: [
          {
            text: 'What a monitor should ask: {"ok":true} on 2026.9.6; 2026.2.24 answers every path with the page',
            risk: 'reads',
            run: everywhere(shells('curl -fsS http://127.0.0.1:<port>/healthz', 'curl.exe -fsS http://127.0.0.1:<port>/healthz')),
          },
        ],
        symptoms: ['[ws] handshake timeout conn={id}'],
        sources: ['gateway/health'],
      },
    },
    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'Nothing of this family fits. Take the output below, without tokens, to https://docs.openclaw.ai/help.',
        steps: [
          { text: 'The state of gateway and service', risk: 'reads', run: direct('gateway status --deep') },
          { text: 'Every address the CLI tries', risk: 'reads', run: direct('gateway probe') },
          { text: 'The last lines of the log', risk: 'reads', run: lastWords },
        ],
        sources: ['help/index'],
      },
    },

    slow: { type: 'final', meta: { kind: 'jump', title: 'It is starting, or too slow', to: 'gateway-not-ready/slow-start' } },
    'port-busy': { type: 'final', meta: { kind: 'jump', title: 'Free the port', to: 'gateway-not-ready/port-busy' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'It does not get ready', to: 'gateway-not-ready' } },
    'start-blocked': { type: 'final', meta: { kind: 'jump', title: 'Its start is blocked', to: 'gateway-start-blocked' } },
    crashed: { type: 'final', meta: { kind: 'jump', title: 'It crashed or was ended', to: 'send-failed/crashed' } },
    'user-bus': { type: 'final', meta: { kind: 'jump', title: 'Give the shell its user bus', to: 'service-manager/user-bus' } },
    'publish-port': { type: 'final', meta: { kind: 'jump', title: 'Publish the port', to: 'docker/publish-port' } },
    'bind-lan': { type: 'final', meta: { kind: 'jump', title: 'Let it listen outside loopback', to: 'docker/bind-lan' } },
    'other-machine': {
      type: 'final',
      meta: { kind: 'jump', title: 'Open the gateway to other devices', to: 'access-not-configured/other-machine' },
    },
    pairing: { type: 'final', meta: { kind: 'jump', title: 'Approve the device', to: 'pairing-required/approve-device' } },
    token: { type: 'final', meta: { kind: 'jump', title: 'Token or device refused', to: 'gateway-auth' } },
    access: { type: 'final', meta: { kind: 'jump', title: 'Its device identity is refused', to: 'device-identity' } },
    'plain-ws': { type: 'final', meta: { kind: 'jump', title: 'Encrypt the way to it', to: 'plaintext-ws' } },
    'proxy-trust': { type: 'final', meta: { kind: 'jump', title: 'Name the proxy as trusted', to: 'connect-failed/trust-proxy' } },
    down: { type: 'final', meta: { kind: 'jump', title: 'The gateway is down', to: 'connect-failed/gateway-down' } },
    docker: { type: 'final', meta: { kind: 'jump', title: 'Make the container anew', to: 'docker/create-container' } },
    drops: { type: 'final', meta: { kind: 'jump', title: 'It drops the connection', to: 'closed-1006-1000' } },
    origin: { type: 'final', meta: { kind: 'jump', title: 'See why the origin is refused', to: 'control-ui-origin' } },
    'login-refused': { type: 'final', meta: { kind: 'jump', title: 'Read why the login was refused', to: 'disconnected-4008' } },
    remote: { type: 'final', meta: { kind: 'jump', title: 'Look at the way between the machines', to: 'remote-gateway' } },
    config: { type: 'final', meta: { kind: 'jump', title: 'Repair the config', to: 'config-invalid' } },
    bind: { type: 'final', meta: { kind: 'jump', title: 'Give it a token before it binds', to: 'bind-without-auth' } },
    update: { type: 'final', meta: { kind: 'jump', title: 'See what the update broke', to: 'update-broke-it' } },
  },
})
