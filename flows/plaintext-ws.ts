import { cli, direct, everywhere, onTheClient, restart, variants } from './commands.ts'
import { flow, type Commands, type Os, type Step, type Verify } from './flow.ts'
import { openTunnel } from './steps.ts'

const same = (text: string): Record<Os, string> => ({ linux: text, macos: text, windows: text })
const onClient = (text: string): Commands => everywhere(text)
/** Asked on the machine that showed the error. Both releases print `OK (…ms)` when they get through. */
const health: Verify = { run: onClient('openclaw gateway health'), where: 'client', expect: ['OK ('], within: 60 }
const readConfig: Step = {
  text: 'Where that machine’s OpenClaw connects to; “unset” or “not found” means its own gateway',
  where: 'client',
  risk: 'reads',
  run: onClient('openclaw config get gateway.remote.url'),
}
const forget: Step = {
  text: 'Forget the address this terminal carries, if any',
  where: 'client',
  risk: 'reads',
  run: onTheClient({
    ...same('unset OPENCLAW_GATEWAY_URL'),
    windows: 'Remove-Item Env:OPENCLAW_GATEWAY_URL -ErrorAction SilentlyContinue',
  }),
}
/** The key counts only where the config says that the gateway is elsewhere. */
const askThere = (url: string): Step => ({
  text: 'Ask again',
  where: 'client',
  risk: 'reads',
  run: {
    ...onClient('openclaw gateway health'),
    otherwise: [
      {
        when: 'its gateway.mode is not remote: name the address each time, with the token in this variable',
        run: onClient(`openclaw gateway health --url ${url} --token "$OPENCLAW_GATEWAY_TOKEN"`),
      },
      {
        when: 'the same in PowerShell',
        run: onClient(`openclaw gateway health --url ${url} --token "$env:OPENCLAW_GATEWAY_TOKEN"`),
      },
    ],
  },
})
const token = {
  target: 'token',
  description: 'Now it says “unauthorized”, or wants credentials',
  meta: { kind: 'answer', seen: ['unauthorized', 'requires credentials', 'requires explicit credentials'] },
} as const
const pairing = {
  target: 'pairing',
  description: 'Now it says “pairing required”',
  meta: { kind: 'answer', seen: ['pairing required'] },
} as const

export default flow.createMachine({
  id: 'plaintext-ws',
  meta: {
    kind: 'family',
    title: 'SECURITY ERROR: plaintext ws://',
    summary: 'The command line refuses to send the token unencrypted to an address that is not this machine.',
    group: 'connect',
    messages: [
      'SECURITY ERROR: Gateway URL "ws://…:18789" uses plaintext ws:// to a non-loopback address.',
      'Both credentials and chat data would be exposed to network interception.',
      'Fix: Use wss:// for remote gateway URLs.',
      'Fix: Use wss:// for the gateway URL, or connect via SSH tunnel to localhost.',
      'SECURITY ERROR: Cannot connect to "…" over plaintext ws://.',
      'Break-glass (trusted private networks only): set OPENCLAW_ALLOW_INSECURE_PRIVATE_WS=1',
      'gateway tls fingerprint requires wss:// gateway url',
    ],
    prevention: ['prevention/token-pinned', 'prevention/keep-alive'],
  },
  context: ({ input }) => input,
  initial: 'where-is-it',
  states: {
    'where-is-it': {
      meta: {
        kind: 'question',
        title: 'Which gateway was meant?',
        body: 'Nothing was sent yet: the command stopped before it connected. The line “Source:” says where the address came from. `ws://` is allowed to this machine only; 2026.9.6 also allows it to private IPs and to names in `.local` and `.ts.net`.',
        signatures: [
          'SECURITY ERROR: Gateway URL "{url}" uses plaintext ws:// to a non-loopback address',
          'uses plaintext ws:// to a non-loopback address',
          'Both credentials and chat data would be exposed to network interception',
          'Fix: Use wss:// for remote gateway URLs',
          'Fix: Use wss:// for the gateway URL, or connect via SSH tunnel to localhost',
          'SECURITY ERROR: Cannot connect to "{name}" over plaintext ws://',
          'Break-glass (trusted private networks only): set OPENCLAW_ALLOW_INSECURE_PRIVATE_WS=1',
        ],
        sources: ['gateway/remote', 'gateway/security/network-exposure'],
      },
      on: {
        elsewhere: {
          target: 'which-way',
          description: 'A gateway on another machine',
          meta: { kind: 'answer', seen: ['Source: config gateway.remote.url', 'Source: env OPENCLAW_GATEWAY_URL'] },
        },
        status: {
          target: 'own-address',
          guard: 'earlier',
          description: 'This machine’s: `gateway status` says so',
          meta: { kind: 'answer', hint: '“RPC probe: failed”, with bind lan', seen: ['RPC probe: failed', 'Probe note: bind=lan'] },
        },
        here: {
          target: 'gateway-here',
          description: 'This machine’s own gateway',
          meta: {
            kind: 'answer',
            hint: 'but it takes the network address',
            seen: ['Source: local lan', 'Source: missing gateway.remote.url'],
          },
        },
        container: {
          target: 'in-container',
          guard: 'docker',
          description: 'One in a container, by its service name',
          meta: { kind: 'answer', hint: 'such as ws://openclaw-gateway:18789', seen: [/ws:\/\/openclaw-gateway\b/] },
        },
        http: {
          target: 'write-ws',
          guard: 'earlier',
          description: 'I gave an http:// address of this machine',
          meta: { kind: 'answer', seen: [/Gateway URL "http:\/\/(127\.0\.0\.1|localhost)/] },
        },
      },
    },

    'which-way': {
      meta: {
        kind: 'question',
        title: 'Which way to that machine do you have?',
        body: 'Only the way has to be encrypted; the gateway itself may stay as it is. An SSH tunnel needs nothing but a login there.',
        sources: ['gateway/remote', 'gateway/tailscale', 'gateway/security/network-exposure'],
      },
      on: {
        ssh: { target: 'by-tunnel', description: 'I can log in there by ssh' },
        https: {
          target: 'by-tls',
          description: 'It has an https:// address',
          meta: { kind: 'answer', hint: 'a proxy, Tailscale Serve, a tunnel service' },
        },
        private: {
          target: 'private-address',
          guard: 'newest',
          description: 'Only my own network or tailnet',
        },
        open: { target: 'open-it', description: 'None of them yet' },
      },
    },

    'by-tunnel': {
      meta: {
        kind: 'fix',
        title: 'Go through an SSH tunnel, and name this end of it',
        body: 'To the command line the gateway is then at its own 127.0.0.1, and that is allowed. The tunnel must stay open, and no gateway of that machine may use the same port. Leave out `--url` afterwards.',
        steps: [
          openTunnel,
          forget,
          {
            text: 'In another terminal there: name this end of the tunnel as the gateway',
            where: 'client',
            risk: 'changes-config',
            run: onClient('openclaw config set gateway.remote.url ws://127.0.0.1:<port>'),
          },
          askThere('ws://127.0.0.1:<port>'),
        ],
        verify: { ...health, run: askThere('ws://127.0.0.1:<port>').run! },
        sources: ['gateway/remote', 'help/faq/gateway-ports-and-remote-mode'],
      },
      on: {
        token,
        pairing,
        tunnel: {
          target: 'open-it',
          description: 'ssh does not get in',
          meta: { kind: 'answer', seen: ['ssh: connect to host', 'Permission denied (publickey'] },
        },
        broken: { target: 'which-source', description: 'Still “SECURITY ERROR”, or not reachable' },
      },
    },

    'by-tls': {
      meta: {
        kind: 'fix',
        title: 'Use its wss:// address',
        body: 'The same name as in the browser, with `wss://` instead of `https://`, and without the gateway’s port: the proxy or Tailscale Serve answers on 443. Writing `wss://` before the bare gateway does not help, as long as nothing there speaks TLS.',
        steps: [
          forget,
          {
            text: 'Name the encrypted address',
            where: 'client',
            risk: 'changes-config',
            run: onClient('openclaw config set gateway.remote.url wss://<domain>'),
          },
          askThere('wss://<domain>'),
        ],
        verify: { ...health, run: askThere('wss://<domain>').run! },
        signatures: ['gateway tls fingerprint requires wss:// gateway url'],
        sources: ['gateway/remote', 'gateway/tailscale'],
      },
      on: {
        token,
        pairing,
        tls: {
          target: 'open-it',
          description: 'A certificate or TLS error',
          meta: { kind: 'answer', seen: ['self-signed certificate', 'wrong version number', 'EPROTO', 'ERR_TLS'] },
        },
        broken: { target: 'which-source', description: 'Still “SECURITY ERROR”, or not reachable' },
      },
    },

    'private-address': {
      meta: {
        kind: 'fix',
        title: 'Name it by its private IP or tailnet name',
        body: '2026.9.6 allows `ws://` to private addresses (10., 172.16. to 172.31., 192.168., Tailscale’s 100.64. and up) and to names in `.local` and `.ts.net`. Other names, also short ones such as `myserver`, are refused, because nobody can tell where they lead. In such a network everybody can read the token on the way, so prefer the tunnel.\n\nThe last way out is the variable the message names: OPENCLAW_ALLOW_INSECURE_PRIVATE_WS=1, set for that one command.',
        steps: [
          forget,
          {
            text: 'Name the gateway by that address',
            where: 'client',
            risk: 'changes-config',
            run: onClient('openclaw config set gateway.remote.url ws://<host>:<port>'),
          },
          askThere('ws://<host>:<port>'),
        ],
        verify: { ...health, run: askThere('ws://<host>:<port>').run! },
        sources: ['gateway/security/network-exposure', 'help/environment', 'gateway/remote'],
      },
      on: {
        token,
        pairing,
        reach: {
          target: 'reach',
          description: 'A timeout, or ECONNREFUSED',
          meta: { kind: 'answer', seen: ['ECONNREFUSED', 'ETIMEDOUT', 'timed out'] },
        },
        broken: { target: 'by-tunnel', description: 'Still “SECURITY ERROR”: then by a tunnel' },
      },
    },

    'which-source': {
      meta: {
        kind: 'check',
        title: 'Which address does it still take?',
        body: 'Run it on the machine that shows the error. `--url` wins over everything, then (2026.9.6) the variable OPENCLAW_GATEWAY_URL, then `gateway.remote.url` where `gateway.mode` is `remote`.',
        run: onClient('openclaw gateway probe'),
        where: 'client',
        sources: ['cli/gateway', 'gateway/remote'],
      },
      on: {
        blocked: {
          target: 'not-remote',
          description: 'A “SECURITY ERROR”, at an address I do not use',
          meta: { kind: 'answer', seen: ['SECURITY ERROR'] },
        },
        ok: {
          target: 'remote',
          description: '“Connect: ok”, or another error',
          meta: { kind: 'answer', seen: ['Connect: ok', 'ECONNREFUSED', 'timeout'] },
        },
      },
    },

    'not-remote': {
      meta: {
        kind: 'fix',
        title: 'Replace the address that is left in the config',
        steps: [
          readConfig,
          {
            text: 'Write this end of the tunnel in its place, with the port it has there',
            where: 'client',
            risk: 'changes-config',
            run: onClient('openclaw config set gateway.remote.url ws://127.0.0.1:<port>'),
          },
          forget,
          askThere('ws://127.0.0.1:<port>'),
        ],
        verify: { ...health, run: askThere('ws://127.0.0.1:<port>').run! },
        sources: ['cli/config', 'gateway/remote'],
      },
      on: { token, broken: { target: 'remote', description: 'Still refused' } },
    },

    'own-address': {
      meta: {
        kind: 'fix',
        title: 'Ignore that probe, and ask by loopback',
        body: 'With `gateway.bind lan` the `gateway status` of 2026.2.24 probes the network address and then refuses it itself, so it always says “RPC probe: failed”. The gateway runs. Every other command asks 127.0.0.1.',
        steps: [{ text: 'Ask the gateway itself', risk: 'reads', run: direct('gateway probe') }],
        verify: { run: direct('gateway health'), expect: ['OK ('], within: 60 },
        sources: ['cli/gateway', 'gateway/remote'],
      },
      on: {
        quiet: { target: 'only-here', guard: 'native', description: 'It answers, and no other device needs it' },
        broken: { target: 'gateway-down', description: 'It does not answer' },
      },
    },

    'gateway-here': {
      meta: {
        kind: 'fix',
        title: 'Ask this machine’s gateway at 127.0.0.1',
        body: 'With bind `loopback` or `lan` a gateway listens on 127.0.0.1 as well, so its own machine does not need the network address. Some releases before 2026.2.24 took it by themselves where the bind was `lan`; an update ends that.',
        steps: [
          {
            text: 'Say that the gateway runs here, and not elsewhere',
            risk: 'changes-config',
            run: cli('config set gateway.mode local'),
          },
          {
            ...forget,
            where: 'host',
            run: variants(
              {
                native: {
                  linux: 'unset OPENCLAW_GATEWAY_URL',
                  macos: 'unset OPENCLAW_GATEWAY_URL',
                  windows: 'Remove-Item Env:OPENCLAW_GATEWAY_URL -ErrorAction SilentlyContinue',
                },
              },
              {
                none: {
                  compose: 'A container has its environment from the Compose file.',
                  container: 'A container has its environment from `docker run`.',
                },
              },
            ),
          },
          { text: 'Restart the gateway', risk: 'restarts', run: restart },
        ],
        verify: { run: direct('gateway health'), expect: ['OK ('], within: 60 },
        sources: ['gateway/config-gateway', 'cli/gateway', 'gateway/remote'],
      },
      on: {
        old: { target: 'update', description: 'Still “Source: local …”: it is an older release' },
        token,
        broken: { target: 'gateway-down', description: 'It does not answer' },
      },
    },

    'in-container': {
      meta: {
        kind: 'fix',
        title: 'Call the CLI in the gateway’s own container',
        body: 'There it asks 127.0.0.1, and nothing leaves the container. A service name such as `openclaw-gateway` is refused in both releases. The `openclaw-cli` of the newer Compose file shares the gateway’s network, so 127.0.0.1 is right there as well: it needs no address at all.',
        steps: [
          {
            text: 'Take the address by service name out, if the config holds one',
            risk: 'changes-config',
            run: variants(
              { compose: cli('config unset gateway.remote.url').compose, container: cli('config unset gateway.remote.url').container },
              {
                none: { native: 'A native gateway has no service name.' },
                earlier: { '2026.2.24': { ...cli('config unset gateway.remote.url').earlier!['2026.2.24'] } },
              },
            ),
          },
          {
            text: 'Ask in the gateway’s container; any other arguments work as well',
            risk: 'reads',
            run: { ...direct('gateway health'), native: null, none: { native: 'A native gateway has no container.' } },
          },
        ],
        verify: { run: direct('gateway health'), expect: ['OK ('], within: 60 },
        sources: ['install/docker', 'install/docker/compose-operations'],
      },
      on: { token, broken: { target: 'gateway-down', description: 'It does not answer there' } },
    },

    'write-ws': {
      meta: {
        kind: 'fix',
        title: 'Leave the http:// address out',
        body: '2026.2.24 takes only `ws://` and `wss://` for an address; `http://` gets this message, even on 127.0.0.1. Its own machine’s gateway needs no address at all; where one has to be given, write `ws://127.0.0.1` and the port.',
        steps: [{ text: 'Ask again, without --url', risk: 'reads', run: direct('gateway health') }],
        verify: { run: direct('gateway health'), expect: ['OK ('], within: 60 },
        sources: ['cli/gateway'],
      },
      on: { token, broken: { target: 'remote', description: 'It still does not connect' } },
    },

    'open-it': { type: 'final', meta: { kind: 'jump', title: 'Choose a way to let it in', to: 'access-not-configured/other-machine' } },
    reach: { type: 'final', meta: { kind: 'jump', title: 'See what that machine gets', to: 'connect-failed/reach' } },
    remote: { type: 'final', meta: { kind: 'jump', title: 'A gateway on another machine', to: 'remote-gateway' } },
    'only-here': { type: 'final', meta: { kind: 'jump', title: 'Listen on this machine only', to: 'gateway-not-ready/bind-loopback' } },
    token: { type: 'final', meta: { kind: 'jump', title: 'Give the client the token', to: 'gateway-auth' } },
    pairing: { type: 'final', meta: { kind: 'jump', title: 'Approve that machine', to: 'pairing-required/approve-device' } },
    'gateway-down': { type: 'final', meta: { kind: 'jump', title: 'Get the gateway to answer', to: 'connect-failed/gateway-down' } },
    update: { type: 'final', meta: { kind: 'jump', title: 'Bring it to the newest release', to: 'gateway-not-ready/same-version' } },
  },
})
