import { cli, direct, editConfig, everywhere, formsOf, healthy, offline, onTheClient, shells, variants } from './commands.ts'
import { flow } from './flow.ts'
import type { Commands, Step, Verify } from './flow.ts'
import { bringUpStep, openThere, openTunnel } from './steps.ts'

/** Asked on the machine that cannot connect. */
const pageThere = onTheClient({
  linux: 'curl -sS -m 8 -I http://127.0.0.1:<port>/',
  macos: 'curl -sS -m 8 -I http://127.0.0.1:<port>/',
  windows: 'curl.exe -sS -m 8 -I http://127.0.0.1:<port>/',
})
const throughTunnel: Verify = { run: pageThere, where: 'client', expect: ['HTTP/1.1 200'], within: 20 }

/** Takes the token from the clipboard without showing it. */
const readToken = onTheClient({
  linux: 'read -rs OPENCLAW_GATEWAY_TOKEN; export OPENCLAW_GATEWAY_TOKEN',
  macos: 'read -rs OPENCLAW_GATEWAY_TOKEN; export OPENCLAW_GATEWAY_TOKEN',
  windows: "$env:OPENCLAW_GATEWAY_TOKEN = [Net.NetworkCredential]::new('', (Read-Host -AsSecureString 'Gateway token')).Password",
})
const saveToken = onTheClient({
  linux: 'openclaw config set gateway.remote.token "$OPENCLAW_GATEWAY_TOKEN"',
  macos: 'openclaw config set gateway.remote.token "$OPENCLAW_GATEWAY_TOKEN"',
  windows: 'openclaw config set gateway.remote.token "$env:OPENCLAW_GATEWAY_TOKEN"',
})
const tokenSteps: readonly Step[] = [
  {
    text: 'Take the gateway’s token into this terminal: paste it and press Enter; it is not shown',
    where: 'client',
    risk: 'reads',
    run: readToken,
  },
  { text: 'Save it as the token for the other gateway', where: 'client', risk: 'changes-config', run: saveToken },
]
/** On the node's machine; it stays in the foreground. */
const runNode: Commands = {
  ...everywhere('openclaw node run --host <host> --port <port>'),
  otherwise: [
    { when: 'the gateway is behind HTTPS', run: everywhere('openclaw node run --host <domain> --port 443 --tls') },
    { when: 'a tunnel to the gateway is open there', run: everywhere('openclaw node run --host 127.0.0.1 --port <port>') },
  ],
}
const oneApproval = 'On 2026.2.24 the first approval is all.'
/** 2026.9.6 asks for a second one. */
const nodeApproval = (args: string): Commands => ({
  ...cli(args),
  none: { native: oneApproval, compose: oneApproval, container: oneApproval },
  earlier: { '2026.2.24': { native: null, compose: null, container: null } },
})
/** What a machine says that is only a client. */
const clientHealth: Verify = { run: everywhere('openclaw gateway health'), where: 'client', expect: ['OK ('], within: 20 }

const sshRefused = ['Permission denied (', 'Host key verification failed', 'REMOTE HOST IDENTIFICATION HAS CHANGED']
const localBusy = ['Address already in use', 'cannot listen to port', 'Could not request local forwarding']
const farRefused = ['open failed: connect failed', '(52)', '(56)', 'Empty reply', 'Connection reset']

export default flow.createMachine({
  id: 'remote-gateway',
  meta: {
    kind: 'family',
    title: 'Gateway on another machine',
    summary: 'The gateway runs elsewhere, and this machine, an app or a node does not get to it.',
    group: 'connect',
    messages: [
      'gateway remote mode misconfigured: gateway.remote.url missing',
      'gateway.mode=remote but gateway.remote.url is missing',
      '[tailscale] serve failed: spawn tailscale ENOENT',
      'Command failed with ENOENT: tailscale serve status --json',
      'tailscale serve/funnel requires gateway bind=loopback (127.0.0.1)',
      'tailscale funnel requires gateway auth mode=password',
      'channel 2: open failed: connect failed: Connection refused',
      'channel_setup_fwd_listener_tcpip: cannot listen to port: 18789',
      'SSH tunnel failed to start; falling back to direct probes.',
    ],
    prevention: ['prevention/token-pinned', 'prevention/keep-alive', 'prevention/health-monitored'],
  },
  context: ({ input }) => input,
  initial: 'which-way',
  states: {
    'which-way': {
      meta: {
        kind: 'question',
        title: 'How does this machine get to the other gateway?',
        body: 'Only one machine runs the gateway; every other one is a client and needs an address, a way there and a token. The safest way leaves the gateway on 127.0.0.1: an SSH tunnel or Tailscale.',
        sources: ['gateway/remote', 'help/faq/gateway-ports-and-remote-mode'],
      },
      on: {
        url: {
          target: 'belongs-where',
          description: 'It says that gateway.remote.url is missing',
          meta: { kind: 'answer', seen: ['gateway.remote.url missing', 'gateway.remote.url is missing'] },
        },
        tunnel: { target: 'tunnel-answers', description: 'By an SSH tunnel' },
        tailscale: {
          target: 'tailscale-says',
          description: 'By Tailscale',
          meta: { kind: 'answer', seen: ['tailscale'] },
        },
        direct: { target: 'reach', description: 'By its address in my network' },
        domain: { target: 'reverse-proxy', description: 'By a public name with HTTPS' },
        app: { target: 'app-or-node', description: 'By the Mac app, a phone, or as a node' },
        refused: { target: 'refusal', description: 'It gets there, and is refused or asks the wrong one' },
      },
    },

    'belongs-where': {
      meta: {
        kind: 'question',
        title: 'Which machine shall the gateway run on?',
        body: 'Mode `remote` makes this machine a client: it then asks the gateway at `gateway.remote.url` and starts none of its own. Without that address it can ask nobody.',
        signatures: [
          'gateway remote mode misconfigured: gateway.remote.url missing',
          'gateway.mode=remote but gateway.remote.url is missing; set gateway.remote.url or switch gateway.mode=local',
        ],
        sources: ['gateway/remote', 'help/faq/gateway-ports-and-remote-mode'],
      },
      on: {
        here: { target: 'mode-local', description: 'On this one' },
        elsewhere: [
          { target: 'name-gateway', guard: 'native', description: 'On another one' },
          { target: 'no-docker-client', description: 'On another one' },
        ],
      },
    },

    'name-gateway': {
      meta: {
        kind: 'fix',
        title: 'Name the other gateway, and give this machine its token',
        body: 'With a tunnel the address is this machine’s own 127.0.0.1. Without one take `wss://` and the public name; plain `ws://` to another machine is refused by 2026.2.24 always and by 2026.9.6 outside private networks.\n\nThe token is the one in `gateway.auth.token` on the gateway’s machine.',
        steps: [
          openTunnel,
          {
            text: 'In another terminal there: write the address into the config',
            where: 'client',
            risk: 'changes-config',
            run: {
              ...everywhere('openclaw config set gateway.remote.url ws://127.0.0.1:<port>'),
              otherwise: [
                {
                  when: 'the gateway has a public name with HTTPS, also by Tailscale: no tunnel needed',
                  run: everywhere('openclaw config set gateway.remote.url wss://<domain>'),
                },
              ],
            },
          },
          ...tokenSteps,
        ],
        verify: clientHealth,
        sources: ['gateway/remote', 'cli/config'],
      },
      on: {
        refused: {
          target: 'refusal',
          description: 'It answers, and refuses',
          meta: { kind: 'answer', seen: ['unauthorized', 'pairing required', 'SECURITY ERROR', 'protocol mismatch'] },
        },
        broken: {
          target: 'tunnel-answers',
          description: 'Not reachable',
          meta: { kind: 'answer', seen: ['Gateway not reachable', 'ECONNREFUSED', 'gateway closed (1006'] },
        },
      },
    },

    'tunnel-answers': {
      meta: {
        kind: 'check',
        title: 'Does the gateway answer through the tunnel?',
        body: 'Run it on the client while the tunnel is open in another terminal. No other gateway may use the port there: otherwise that one answers, and refuses your token.\n\nThe tunnel’s own terminal prints what is wrong, too: look there as well.',
        run: pageThere,
        where: 'client',
        sources: ['gateway/remote'],
      },
      on: {
        answers: { target: 'which-answers', description: 'HTTP/1.1 200', meta: { kind: 'answer', seen: ['HTTP/1.1 200'] } },
        none: {
          target: 'open-tunnel',
          description: '(7) Couldn’t connect: there is no tunnel',
          meta: { kind: 'answer', seen: ['(7)', 'Failed to connect', 'Could not connect'] },
        },
        far: {
          target: 'far-side',
          description: 'Empty reply or reset; ssh says “open failed”',
          meta: { kind: 'answer', seen: farRefused },
        },
        busy: {
          target: 'other-local-port',
          description: 'ssh says “Address already in use”',
          meta: { kind: 'answer', seen: localBusy },
        },
        login: {
          target: 'ssh-login',
          description: 'ssh does not let me in',
          meta: { kind: 'answer', hint: '“Permission denied”, “Host key verification failed”, a timeout', seen: sshRefused },
        },
      },
    },

    'open-tunnel': {
      meta: {
        kind: 'fix',
        title: 'Open the tunnel, and leave it open',
        body: 'The first port is the one on the client, the last one the gateway’s. It prints nothing while it works and ends with its terminal, with sleep and with a lost network: then open it again. `openclaw gateway probe --ssh` of both releases opens one for a single look.',
        steps: [openTunnel, openThere],
        verify: throughTunnel,
        symptoms: ['SSH tunnel failed to start; falling back to direct probes', 'SSH tunnel failed: ssh exited ({code})'],
        sources: ['gateway/remote', 'cli/gateway/query'],
      },
      on: {
        login: { target: 'ssh-login', description: 'ssh does not let me in', meta: { kind: 'answer', seen: sshRefused } },
        busy: { target: 'other-local-port', description: '“Address already in use”', meta: { kind: 'answer', seen: localBusy } },
        far: {
          target: 'far-side',
          description: '“channel …: open failed: connect failed”',
          meta: { kind: 'answer', seen: ['open failed: connect failed'] },
        },
        refused: { target: 'refusal', description: 'The page opens, and refuses me' },
        broken: { target: 'collect', description: 'It is open, and nothing answers' },
      },
    },

    'other-local-port': {
      meta: {
        kind: 'fix',
        title: 'Take another port on the client’s side',
        body: 'Something on the client uses that port already, mostly a gateway of its own or an older tunnel. The gateway’s port stays as it is; everything on the client then uses the new one.',
        steps: [
          {
            text: 'Open the tunnel with another first port, and leave it open',
            where: 'client',
            risk: 'reads',
            run: everywhere('ssh -N -o ServerAliveInterval=30 -L <newPort>:127.0.0.1:<port> <user>@<host>'),
          },
          {
            text: 'Open this in the browser there',
            where: 'browser',
            risk: 'reads',
            run: { ...everywhere('http://127.0.0.1:<newPort>/'), language: 'url' },
          },
          {
            text: 'If the command line there is a client as well: give it the new address',
            where: 'client',
            risk: 'changes-config',
            run: everywhere('openclaw config set gateway.remote.url ws://127.0.0.1:<newPort>'),
          },
        ],
        verify: {
          ...throughTunnel,
          run: onTheClient({
            linux: 'curl -sS -m 8 -I http://127.0.0.1:<newPort>/',
            macos: 'curl -sS -m 8 -I http://127.0.0.1:<newPort>/',
            windows: 'curl.exe -sS -m 8 -I http://127.0.0.1:<newPort>/',
          }),
        },
        signatures: ['channel_setup_fwd_listener_tcpip: cannot listen to port: {port}', 'Could not request local forwarding.'],
        sources: ['gateway/remote'],
      },
      on: {
        origin: {
          target: 'origin',
          description: 'The page says “origin not allowed”',
          meta: { kind: 'answer', hint: 'the new port is a new address', seen: ['origin not allowed'] },
        },
        broken: { target: 'collect', description: 'That port does not open either' },
      },
    },

    'ssh-login': {
      meta: {
        kind: 'fix',
        title: 'Get a plain SSH login to work first',
        body: 'The tunnel needs a login that works without questions: the Mac app and `gateway probe --ssh` cannot type a password. A changed host key is a warning: find out why before you accept it.',
        steps: [
          {
            text: 'Log in once by hand; accept the key only when you know the machine',
            where: 'client',
            risk: 'reads',
            run: everywhere('ssh <user>@<host>'),
          },
          {
            text: 'Give the machine your public key (make one before with ssh-keygen, if you have none)',
            where: 'client',
            risk: 'changes-config',
            run: onTheClient({
              linux: 'ssh-copy-id <user>@<host>',
              macos: 'ssh-copy-id <user>@<host>',
              windows: 'Get-Content "$env:USERPROFILE\\.ssh\\id_ed25519.pub" | ssh <user>@<host> "cat >> .ssh/authorized_keys"',
            }),
          },
        ],
        verify: {
          run: everywhere('ssh -o BatchMode=yes <user>@<host> echo ssh-works'),
          where: 'client',
          expect: ['ssh-works'],
          within: 20,
        },
        symptoms: ['Host key verification failed.', 'Permission denied (publickey,password)'],
        sources: ['gateway/remote', 'platforms/mac/remote'],
      },
      on: {
        works: { target: 'tunnel-again', description: 'The login works: open the tunnel' },
        broken: { target: 'ssh-not-ours', description: 'ssh still does not let me in' },
      },
    },

    'far-side': {
      meta: {
        kind: 'check',
        title: 'Does the gateway answer on its own machine?',
        body: 'The tunnel stands, and nothing listens at its far end. Ask on the gateway’s machine; the port in the line “Probe target” is the one that has to stand last in the ssh command. In Docker the published port counts.',
        run: direct('gateway status'),
        signatures: ['channel {n}: open failed: connect failed: Connection refused'],
        sources: ['cli/gateway', 'gateway/remote'],
      },
      on: {
        address: {
          target: 'tunnel-address',
          guard: 'native',
          description: 'probe: ok, but not at 127.0.0.1',
          meta: { kind: 'answer', hint: 'bind=tailnet or custom', seen: [/bind=(tailnet|custom)[\s\S]*probe: ok/] },
        },
        port: {
          target: 'tunnel-port',
          guard: 'native',
          description: 'probe: ok, at another port',
          meta: {
            kind: 'answer',
            hint: 'not the last one in the ssh command',
            seen: [/^(?![\s\S]*bind=(tailnet|custom))[\s\S]*probe: ok/],
          },
        },
        published: {
          target: 'published',
          guard: 'docker',
          description: 'probe: ok, inside the container',
          meta: { kind: 'answer', seen: ['probe: ok'] },
        },
        down: {
          target: 'gateway-down',
          description: 'The probe failed, or it does not run',
          meta: { kind: 'answer', seen: ['probe: failed', 'Runtime: stopped', 'ECONNREFUSED', 'is not running', 'is restarting'] },
        },
      },
    },

    'which-answers': {
      meta: {
        kind: 'check',
        title: 'Which gateway does the command line ask?',
        body: 'Run it on the client. Under “Targets” stands every address it tries: “Remote (configured)” is the other gateway, “Local loopback” one of this machine or the end of the tunnel. Environment variables `OPENCLAW_GATEWAY_URL` and `OPENCLAW_GATEWAY_PORT` win over the config.',
        run: everywhere('openclaw gateway probe'),
        where: 'client',
        symptoms: ['multiple reachable gateway identities detected', 'multiple reachable gateways detected'],
        sources: ['cli/gateway/query', 'gateway/troubleshooting/config-validation-and-probes'],
      },
      on: {
        right: {
          target: 'works-cli',
          description: 'Remote (configured): Connect: ok',
          meta: { kind: 'answer', seen: [/Remote \(configured\)[^\n]*\n\s*Connect: ok/] },
        },
        refused: {
          target: 'refusal',
          description: 'It connects, and is refused',
          meta: { kind: 'answer', seen: ['unauthorized', 'pairing required', 'SECURITY ERROR', 'protocol mismatch'] },
        },
        unnamed: {
          target: 'name-target',
          description: 'Only “Local loopback” is listed',
          meta: { kind: 'answer', seen: [/^(?![\s\S]*Remote \(configured\))[\s\S]*Local loopback/] },
        },
        several: {
          target: 'two-gateways',
          description: 'Several gateways answer',
          meta: { kind: 'answer', seen: ['multiple reachable gateway'] },
        },
      },
    },

    'name-target': {
      meta: {
        kind: 'fix',
        title: 'Ask through the tunnel with the other gateway’s token',
        body: 'With the tunnel open, 127.0.0.1 is the other gateway, so only its token is missing here. An address given by `--url` never takes a token from the config: name it with `--token`, as below.',
        steps: [
          tokenSteps[0]!,
          {
            text: 'Ask the other gateway',
            where: 'client',
            risk: 'reads',
            run: onTheClient({
              linux: 'openclaw gateway probe --url ws://127.0.0.1:<port> --token "$OPENCLAW_GATEWAY_TOKEN"',
              macos: 'openclaw gateway probe --url ws://127.0.0.1:<port> --token "$OPENCLAW_GATEWAY_TOKEN"',
              windows: 'openclaw gateway probe --url ws://127.0.0.1:<port> --token "$env:OPENCLAW_GATEWAY_TOKEN"',
            }),
          },
        ],
        verify: {
          run: onTheClient({
            linux: 'openclaw gateway health --url ws://127.0.0.1:<port> --token "$OPENCLAW_GATEWAY_TOKEN"',
            macos: 'openclaw gateway health --url ws://127.0.0.1:<port> --token "$OPENCLAW_GATEWAY_TOKEN"',
            windows: 'openclaw gateway health --url ws://127.0.0.1:<port> --token "$env:OPENCLAW_GATEWAY_TOKEN"',
          }),
          where: 'client',
          expect: ['OK ('],
          within: 20,
        },
        sources: ['gateway/remote', 'cli/gateway/query'],
      },
      on: {
        refused: {
          target: 'refusal',
          description: 'It is refused',
          meta: { kind: 'answer', seen: ['unauthorized', 'pairing required', 'SECURITY ERROR'] },
        },
        broken: { target: 'collect', description: 'Not reachable, though the page answers' },
      },
    },

    'tailscale-says': {
      meta: {
        kind: 'question',
        title: 'What does it say about Tailscale?',
        body: 'Serve makes the gateway reachable in your tailnet by HTTPS, funnel in the whole internet. For both the gateway itself has to stay on 127.0.0.1, and the program `tailscale` has to be installed and logged in on its machine.',
        sources: ['gateway/tailscale', 'gateway/stable-https-url'],
      },
      on: {
        missing: {
          target: 'tailscale-off',
          description: '“ENOENT”: there is no program tailscale',
          meta: { kind: 'answer', seen: ['ENOENT', 'tailscale: command not found', 'magicdns unknown'] },
        },
        bind: {
          target: 'tailscale-loopback',
          description: 'It wants bind loopback',
          meta: { kind: 'answer', seen: ['requires gateway bind=loopback', 'must resolve to loopback'] },
        },
        funnel: {
          target: 'funnel-needed',
          description: 'Funnel wants a password',
          meta: { kind: 'answer', seen: ['funnel requires gateway auth mode=password'] },
        },
        page: { target: 'tailscale-up', guard: 'native', description: 'Nothing, but the page does not open' },
        setup: { target: 'set-up-tailscale', guard: 'native', description: 'Nothing: I want to set it up' },
        identity: {
          target: 'auth',
          description: '“tailscale identity …”, or unauthorized',
          meta: { kind: 'answer', seen: ['tailscale identity', 'tailscale proxy headers', 'unauthorized'] },
        },
      },
    },

    'tailscale-off': {
      meta: {
        kind: 'fix',
        title: 'Take Tailscale out of the config, and start again',
        body: 'The config asks for Tailscale, and the program is not there. 2026.2.24 only complains and runs on, 2026.9.6 does not start. In a container it is never there: let the host serve the published port instead. Install Tailscale and log in before you switch it on again.',
        steps: [{ text: 'Switch it off', risk: 'changes-config', run: offline('config set gateway.tailscale.mode off') }, bringUpStep],
        verify: healthy,
        signatures: [
          '[tailscale] serve failed: spawn tailscale ENOENT',
          'spawn tailscale ENOENT',
          'Command failed with ENOENT: tailscale serve status --json',
        ],
        sources: ['gateway/tailscale', 'cli/config'],
      },
      on: {
        back: { target: 'set-up-tailscale', guard: 'native', description: 'It runs: now Tailscale, properly' },
        broken: { target: 'not-ready', description: 'Off, and it still does not start' },
      },
    },

    'tailscale-loopback': {
      meta: {
        kind: 'fix',
        title: 'Let the gateway listen on 127.0.0.1 only',
        body: 'Serve and funnel bring the traffic in by themselves, so the gateway must not be open to the network as well. For 2026.9.6 the config is invalid as long as both stand in it: `config set` is refused then, and doctor leaves it as it is, so the file is edited.',
        steps: [
          {
            text: 'Make it say "bind": "loopback" under "gateway", and save. Or, when other devices shall come directly, without Tailscale’s HTTPS: "mode": "off" under "tailscale"',
            risk: 'changes-config',
            run: { ...editConfig, earlier: { '2026.2.24': formsOf('2026.2.24', offline('config set gateway.bind loopback')) } },
          },
          bringUpStep,
        ],
        verify: healthy,
        signatures: [
          'tailscale serve/funnel requires gateway bind=loopback',
          'gateway.bind must resolve to loopback when gateway.tailscale.mode={mode}',
        ],
        sources: ['gateway/tailscale', 'gateway/config-gateway'],
      },
      on: {
        missing: {
          target: 'tailscale-off',
          description: 'Now it says “ENOENT”',
          meta: { kind: 'answer', seen: ['ENOENT'] },
        },
        funnel: {
          target: 'funnel-needed',
          description: 'Now funnel wants a password',
          meta: { kind: 'answer', seen: ['funnel requires gateway auth mode=password'] },
        },
        broken: { target: 'not-ready', description: 'It still does not start' },
      },
    },

    'funnel-needed': {
      meta: {
        kind: 'question',
        title: 'Must the whole internet reach the gateway?',
        body: 'Funnel opens it to everybody, so it starts only with a password. Serve opens it to your own tailnet and keeps the token.',
        signatures: ['tailscale funnel requires gateway auth mode=password'],
        sources: ['gateway/tailscale', 'gateway/security/network-exposure'],
      },
      on: {
        no: { target: 'serve-instead', description: 'No, my own devices are enough' },
        yes: { target: 'funnel-password', description: 'Yes' },
        off: { target: 'no-funnel', description: 'Neither: it shall just start' },
      },
    },

    'serve-instead': {
      meta: {
        kind: 'fix',
        title: 'Serve it in the tailnet only',
        body: 'Your devices need Tailscale, logged in to the same tailnet.',
        steps: [
          { text: 'Change funnel to serve', risk: 'changes-config', run: offline('config set gateway.tailscale.mode serve') },
          bringUpStep,
        ],
        verify: healthy,
        sources: ['gateway/tailscale'],
      },
      on: {
        missing: { target: 'no-funnel', description: 'Now it says “ENOENT”', meta: { kind: 'answer', seen: ['ENOENT'] } },
        broken: { target: 'not-ready', description: 'It still does not start' },
      },
    },

    'funnel-password': {
      meta: {
        kind: 'fix',
        title: 'Give the gateway a password',
        body: 'A long one of its own: everybody on the internet may try. On 2026.9.6 the token goes away with it, so every client needs the password from then on.',
        steps: [
          {
            text: 'Make a password in this terminal; nothing shows it. Keep it in a password manager, too',
            risk: 'reads',
            run: everywhere(
              shells(
                'export OPENCLAW_GATEWAY_PASSWORD="$(openssl rand -hex 24)"',
                "$env:OPENCLAW_GATEWAY_PASSWORD = [guid]::NewGuid().ToString('N') + [guid]::NewGuid().ToString('N')",
              ),
            ),
          },
          {
            text: 'Save it; in Docker put it into the container’s environment instead',
            risk: 'changes-config',
            run: variants(
              {
                native: shells(
                  'openclaw config set gateway.auth.password "$OPENCLAW_GATEWAY_PASSWORD"',
                  'openclaw config set gateway.auth.password "$env:OPENCLAW_GATEWAY_PASSWORD"',
                ),
              },
              {
                none: {
                  compose: 'Add OPENCLAW_GATEWAY_PASSWORD to `.env` and to the service’s environment.',
                  container: 'Make the container anew with `-e OPENCLAW_GATEWAY_PASSWORD`.',
                },
              },
            ),
          },
          { text: 'Let it ask for the password', risk: 'changes-config', run: offline('config set gateway.auth.mode password') },
          bringUpStep,
        ],
        verify: { run: direct('gateway probe'), expect: ['Connect: ok'], within: 60 },
        sources: ['gateway/tailscale', 'gateway/config-gateway'],
      },
      on: {
        refused: {
          target: 'auth',
          description: 'It runs, and refuses this command line',
          meta: { kind: 'answer', seen: ['unauthorized', 'password m'] },
        },
        broken: { target: 'not-ready', description: 'It still does not start' },
      },
    },

    'tailscale-up': {
      meta: {
        kind: 'check',
        title: 'Is Tailscale up, and does it serve the gateway?',
        body: 'Ask on the gateway’s machine. The row “Tailscale” shows the https:// address to open; both machines must be in the same tailnet, with HTTPS switched on for it.',
        run: variants(
          { native: 'openclaw status' },
          { none: { compose: 'Tailscale belongs on the host here.', container: 'Tailscale belongs on the host here.' } },
        ),
        sources: ['gateway/tailscale', 'cli/status'],
      },
      on: {
        off: {
          target: 'set-up-tailscale',
          description: 'Tailscale: off, or no address',
          meta: { kind: 'answer', seen: [/Tailscale[^\n]*\boff\b/, 'magicdns unknown'] },
        },
        served: {
          target: 'public-address',
          description: 'serve, and an address ….ts.net',
          meta: { kind: 'answer', seen: [/serve[^\n]*\.ts\.net/] },
        },
        down: {
          target: 'gateway-down',
          description: 'The Gateway row says unreachable',
          meta: { kind: 'answer', seen: ['unreachable'] },
        },
      },
    },

    'app-or-node': {
      meta: {
        kind: 'question',
        title: 'What does not connect?',
        body: 'A node lends its camera, screen or shell to the gateway. It is a client like the others: the same address, the same token, one approval more.',
        sources: ['platforms/mac/remote', 'nodes/troubleshooting', 'nodes/index'],
      },
      on: {
        mac: { target: 'mac-app', description: 'The app on a Mac' },
        node: { target: 'node-listed', description: 'A node on another computer (openclaw node)' },
        phone: { target: 'phone', description: 'A phone or tablet' },
        windows: { target: 'windows', description: 'The companion app on Windows' },
      },
    },

    'node-listed': {
      meta: {
        kind: 'check',
        title: 'Does the gateway know the node?',
        body: 'Ask on the gateway’s machine.',
        run: cli('nodes status'),
        sources: ['nodes/troubleshooting', 'cli/nodes'],
      },
      on: {
        connected: {
          target: 'node-tools',
          description: 'paired and connected',
          meta: { kind: 'answer', seen: [/paired\W+connected/, /\bconnected: ?true\b/] },
        },
        offline: {
          target: 'run-node',
          description: 'paired, but disconnected',
          meta: { kind: 'answer', seen: ['disconnected', /\bconnected: ?false\b/] },
        },
        unknown: {
          target: 'run-node',
          description: 'It is not in the list',
          meta: { kind: 'answer', seen: ['Known: 0', 'No nodes'] },
        },
        refused: {
          target: 'refusal',
          description: 'The command is refused',
          meta: { kind: 'answer', seen: ['missing scope', 'unauthorized', 'pairing required'] },
        },
      },
    },

    'run-node': {
      meta: {
        kind: 'fix',
        title: 'Run the node where you see what it prints',
        body: 'It needs the gateway’s address and token; behind a tunnel the host is 127.0.0.1, and 2026.2.24 takes no other way without HTTPS. It is approved on the gateway’s machine: as a device, and on 2026.9.6 once more as a node, for what it may do. When that works, `openclaw node install` with the same options makes it a service; on Linux that one ends with your login unless lingering is on.',
        steps: [
          tokenSteps[0]!,
          { text: 'On the node’s machine: connect, and read the first lines', where: 'client', risk: 'reads', run: runNode },
          { text: 'On the gateway’s machine: see its request', risk: 'reads', run: cli('devices list') },
          { text: 'Approve it, if it is yours', risk: 'changes-config', run: cli('devices approve <requestId>') },
          {
            text: 'On the node’s machine: end it with Ctrl+C if it still waits, and start it again. It does not come back by itself',
            where: 'client',
            risk: 'reads',
            run: runNode,
          },
          { text: 'On the gateway’s machine: see what it wants to do here', risk: 'reads', run: nodeApproval('nodes pending') },
          {
            text: 'Approve that, too: without it the node is connected and cannot do anything',
            risk: 'changes-config',
            run: nodeApproval('nodes approve <requestId>'),
          },
        ],
        verify: { run: cli('nodes status'), expect: ['paired · connected'], within: 60 },
        symptoms: ['node host gateway connect failed'],
        sources: ['cli/node', 'nodes/index', 'nodes/troubleshooting'],
      },
      on: {
        refused: {
          target: 'refusal',
          description: 'The node is refused',
          meta: { kind: 'answer', seen: ['unauthorized', 'pairing required', 'SECURITY ERROR', 'protocol mismatch'] },
        },
        unreachable: {
          target: 'reach',
          description: 'It does not reach the gateway',
          meta: { kind: 'answer', seen: ['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'gateway closed (1006'] },
        },
        broken: { target: 'collect', description: 'Connected, and not in the list' },
      },
    },

    'mac-app': {
      meta: {
        kind: 'question',
        title: 'Which way does the Mac app take?',
        body: 'Its window “Connection” shows it. Over SSH the app opens the tunnel itself: that needs a login by key, and `openclaw` on the PATH of a shell that is not interactive. Direct needs `wss://`, or `ws://` in a private network. “cancelled” in its log only means that it gave up a try to begin the next one.',
        sources: ['platforms/mac/remote', 'platforms/mac/health'],
      },
      on: {
        ssh: { target: 'mac-ssh', description: 'Remote over SSH' },
        direct: { target: 'public-address', description: 'Direct, to a public name (wss://)' },
        lan: { target: 'reach', description: 'Direct, in my network (ws://)' },
        refused: { target: 'refusal', description: 'It connects, and is refused' },
        local: { target: 'gateway-down', description: 'Local: the gateway is on this Mac' },
      },
    },

    'mac-ssh': {
      meta: {
        kind: 'fix',
        title: 'Let the app log in by key and find openclaw',
        body: 'The first line shows whether the login works without a password, the second whether the far shell finds `openclaw`. If it does not, link it to /usr/local/bin or /opt/homebrew/bin over there. In the config `gateway.remote.sshTarget` is the machine, and `gateway.remote.url` stays on 127.0.0.1.',
        steps: [
          {
            text: 'On the Mac: the login by key',
            where: 'client',
            risk: 'reads',
            run: everywhere('ssh -o BatchMode=yes <user>@<host> echo ssh-works'),
          },
          {
            text: 'On the Mac: does that shell find the program',
            where: 'client',
            risk: 'reads',
            run: everywhere('ssh <user>@<host> openclaw --version'),
          },
          {
            text: 'On the Mac: name the machine, if the app’s window does not',
            where: 'client',
            risk: 'changes-config',
            run: everywhere('openclaw config set gateway.remote.sshTarget <user>@<host>'),
          },
        ],
        verify: { run: everywhere('openclaw gateway probe --ssh <user>@<host>'), where: 'client', expect: ['Connect: ok'], within: 30 },
        sources: ['platforms/mac/remote', 'gateway/remote'],
      },
      on: {
        login: { target: 'ssh-not-ours', description: 'The login does not work', meta: { kind: 'answer', seen: sshRefused } },
        refused: {
          target: 'refusal',
          description: 'It connects, and is refused',
          meta: { kind: 'answer', seen: ['unauthorized', 'pairing required'] },
        },
        broken: { target: 'collect', description: 'Both work, and the app does not connect' },
      },
    },

    refusal: {
      meta: {
        kind: 'question',
        title: 'What does the other gateway say?',
        body: 'It can be reached, so the way is right. What is left is between this client and the gateway: use the words, not the number.',
        sources: ['gateway/remote', 'gateway/protocol/auth'],
      },
      on: {
        token: {
          target: 'auth',
          description: 'unauthorized, or credentials',
          meta: { kind: 'answer', seen: ['unauthorized', 'requires credentials', 'explicit credentials'] },
        },
        pairing: { target: 'pairing', description: 'pairing required', meta: { kind: 'answer', seen: ['pairing required'] } },
        plaintext: {
          target: 'plaintext',
          description: 'SECURITY ERROR: plaintext ws://',
          meta: { kind: 'answer', seen: ['SECURITY ERROR', 'plaintext ws'] },
        },
        origin: { target: 'origin', description: 'origin not allowed', meta: { kind: 'answer', seen: ['origin not allowed'] } },
        identity: {
          target: 'identity',
          description: 'device identity required',
          meta: { kind: 'answer', seen: ['device identity required', 'requires device identity'] },
        },
        protocol: { target: 'protocol', description: 'protocol mismatch', meta: { kind: 'answer', seen: ['protocol mismatch'] } },
        scope: { target: 'scope', description: 'missing scope', meta: { kind: 'answer', seen: ['missing scope'] } },
      },
    },

    'no-docker-client': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'A container is no client: install openclaw on this machine',
        body: 'Inside a container 127.0.0.1 is the container, so a tunnel of the host does not reach it. Install OpenClaw natively on this machine, start no gateway there, and choose “native” above: then these steps fit. The container here can go, or run a gateway of its own with mode local.',
        sources: ['gateway/remote', 'install/index'],
      },
    },
    'works-cli': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'The way works: this client asks the right gateway',
        body: 'If another program on this machine still fails, it has an address or token of its own: give it the same ones. “Capability: connected-no-operator-scope” is no error: this client may look, but not change things, until it is approved.',
        sources: ['cli/gateway/query', 'gateway/operator-scopes'],
      },
    },
    'two-gateways': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Stop the gateway you do not want, or name the other one',
        body: 'A gateway on this machine answers at 127.0.0.1 before the tunnel can. If this machine shall be a client only, take its own gateway away for good; if both shall stay, let the tunnel use another first port.',
        steps: [
          { text: 'See what the config names', risk: 'reads', run: offline('config get gateway.remote.url') },
          {
            text: 'Take the service of this machine away',
            where: 'client',
            risk: 'restarts',
            run: variants(
              { native: 'openclaw gateway uninstall' },
              { none: { compose: 'Stop the container with `docker compose stop`.', container: 'Stop the container with `docker stop`.' } },
            ),
          },
        ],
        sources: ['gateway/multiple-gateways', 'cli/gateway'],
      },
    },
    'tunnel-port': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Put the gateway’s real port last in the ssh command',
        body: 'The last number is the port on the gateway’s machine. With the one that `gateway status` names there it works; the first one may stay.',
        steps: [openTunnel],
        sources: ['gateway/remote'],
      },
    },
    'tunnel-address': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Let the gateway listen on 127.0.0.1 as well',
        body: 'The tunnel ends at 127.0.0.1 of that machine. With `gateway.bind loopback` the gateway is there; with an address of your own the tunnel has to name that address in place of 127.0.0.1.',
        steps: [{ text: 'Bind to its own machine, then restart it', risk: 'changes-config', run: cli('config set gateway.bind loopback') }],
        sources: ['gateway/config-gateway', 'gateway/remote'],
      },
    },
    'ssh-not-ours': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Get SSH to work, or take Tailscale instead',
        body: 'This is between you and the machine’s SSH server: user, key, firewall, or a server that is off. `ssh -v` says which. On Windows the OpenSSH server is an optional feature, on a Mac it is “Remote Login”. Tailscale needs no SSH.',
        steps: [{ text: 'See where the login stops', where: 'client', risk: 'reads', run: everywhere('ssh -v <user>@<host>') }],
        sources: ['gateway/remote', 'gateway/tailscale'],
      },
    },
    phone: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Pair the phone by a setup code',
        body: 'The phone must reach the gateway by itself: 127.0.0.1 is the phone. So the gateway needs an address in your network, a tailnet or a public name; then the code below carries address and token. Approve the phone on the gateway’s machine.',
        steps: [
          { text: 'Show the code to scan', risk: 'reads', run: cli('qr', { asks: true }) },
          { text: 'Approve what asks then', risk: 'reads', run: cli('devices list') },
        ],
        sources: ['platforms/ios', 'platforms/android', 'cli/qr'],
      },
    },
    'node-tools': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'The node is connected: it is its rights, not the way',
        body: '`NODE_BACKGROUND_UNAVAILABLE` wants the app in front, `…_PERMISSION_REQUIRED` a permission of the system, `SYSTEM_RUN_DENIED` an approval. The page on nodes names each one.',
        sources: ['nodes/troubleshooting', 'tools/exec-approvals'],
      },
    },
    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this from both machines, and ask',
        body: 'Take it to https://docs.openclaw.ai/help; cut out tokens, links and names of machines first.',
        steps: [
          { text: 'On the gateway’s machine', risk: 'reads', run: direct('gateway status --deep') },
          { text: 'On the client', where: 'client', risk: 'reads', run: everywhere('openclaw gateway probe') },
        ],
        sources: ['help/index'],
      },
    },

    'mode-local': { type: 'final', meta: { kind: 'jump', title: 'Change the mode back to local', to: 'gateway-start-blocked/mode-local' } },
    reach: { type: 'final', meta: { kind: 'jump', title: 'See what the other device gets', to: 'connect-failed/reach' } },
    'reverse-proxy': {
      type: 'final',
      meta: { kind: 'jump', title: 'See what the public address answers', to: 'connect-failed/reverse-proxy' },
    },
    'public-address': {
      type: 'final',
      meta: { kind: 'jump', title: 'See whether the HTTPS address answers', to: 'connect-failed/reverse-proxy' },
    },
    'gateway-down': { type: 'final', meta: { kind: 'jump', title: 'Get the gateway to run there', to: 'connect-failed/gateway-down' } },
    published: { type: 'final', meta: { kind: 'jump', title: 'See what the published port answers', to: 'docker/host-answer' } },
    'tunnel-again': { type: 'final', meta: { kind: 'jump', title: 'Open the tunnel now', to: 'remote-gateway/open-tunnel' } },
    'set-up-tailscale': { type: 'final', meta: { kind: 'jump', title: 'Set Tailscale up', to: 'access-not-configured/tailscale' } },
    'no-funnel': { type: 'final', meta: { kind: 'jump', title: 'Start without Tailscale', to: 'remote-gateway/tailscale-off' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'Find out why it does not get ready', to: 'gateway-not-ready' } },
    windows: { type: 'final', meta: { kind: 'jump', title: 'Look at Windows and WSL', to: 'wsl-and-windows' } },
    auth: { type: 'final', meta: { kind: 'jump', title: 'Give this client the right credentials', to: 'gateway-auth' } },
    pairing: { type: 'final', meta: { kind: 'jump', title: 'Approve this client', to: 'pairing-required' } },
    plaintext: { type: 'final', meta: { kind: 'jump', title: 'Encrypt the way', to: 'plaintext-ws' } },
    origin: { type: 'final', meta: { kind: 'jump', title: 'Allow the address of the page', to: 'control-ui-origin' } },
    identity: { type: 'final', meta: { kind: 'jump', title: 'Open the page where it has an identity', to: 'device-identity' } },
    protocol: { type: 'final', meta: { kind: 'jump', title: 'Bring both sides to one release', to: 'protocol-mismatch' } },
    scope: { type: 'final', meta: { kind: 'jump', title: 'Give this client the rights it needs', to: 'scope-upgrade' } },
  },
})
