import { cli, direct, dockerOnly, healthy, lastWords, logs, nativeOnly, onTheClient, recreate, variants, without } from './commands.ts'
import { flow, type Step, type Verify } from './flow.ts'
import {
  addOrigin,
  approveCode,
  bringUpStep,
  browserIn,
  dashboardOrigins,
  keepToken,
  listCodes,
  lookAtMounts,
  nobodyWaits,
  notMounted,
  paired,
  publishedPort,
  recreateStep,
  repairSteps,
  restartChanged,
  restartStep,
  seeOrigins,
  showToken,
  skip,
  tokenIntoConfig,
} from './steps.ts'

const docker = 'Docker users come here by another way.'
const native = 'Native installs come here by another way.'

/** 2026.9.6 prints it without the token; 2026.2.24 with it. */
const address = cli('dashboard --no-open')
const showSecret: Step = {
  text: 'Where the gateway runs: show its token. 2026.2.24 prints an address that ends with it. Keep it out of screenshots',
  risk: 'reads',
  run: showToken,
}
/** Inside a container the gateway knows its own port, 18789, whatever the port of the host is. */
const onPort18789 = (own: string, inDocker: string) => variants({ native: own, compose: inDocker, container: inDocker })
const openLocal: Step = {
  text: 'Open the page and paste the token when it asks (2026.2.24: open the printed address)',
  where: 'browser',
  risk: 'reads',
  run: { ...onPort18789('http://127.0.0.1:<port>/', 'http://127.0.0.1:18789/'), language: 'url' },
}

const curl = (program: string) => `${program} -sS -m 8 -I http://<host>:<port>/`
/** The other machine gets the page. On 2026.2.24 the probe of `gateway status` always fails with bind lan, so it proves nothing. */
const answersThere: Verify = {
  run: onTheClient({ linux: curl('curl'), macos: curl('curl'), windows: curl('curl.exe') }),
  where: 'client',
  expect: ['HTTP/1.1 200'],
  within: 60,
}
/** What happened to a gateway that was told to listen on the network. */
const seeItIsUp: readonly Step[] = [
  {
    text: 'See that it is up again: “OK”. On 2026.9.6 that takes up to half a minute',
    risk: 'reads',
    run: nativeOnly('openclaw gateway health', docker),
  },
  { text: 'No “OK”? Its last words say why', risk: 'reads', run: without(lastWords, { compose: docker, container: docker }) },
]
const noPending = ['No pending {channel} pairing requests']
const identity = ['device identity required', 'requires device identity (use HTTPS or localhost secure context)']
const pairing = ['pairing required']
const origin = ['origin not allowed', 'Browser origin not allowed']
const unauthorized = ['unauthorized', 'gateway token missing', 'gateway token mismatch']

/** 2026.9.6 knows them by itself only as long as the list is empty. */
const ownAddresses: readonly Step[] = dashboardOrigins.map((args, index) =>
  skip(
    {
      text:
        index === 0
          ? 'The list is empty? Then write the addresses of this machine first, else its own browser is shut out'
          : 'The second of them. The next free place is then 2',
      risk: 'changes-config',
      run: cli(args),
    },
    { native },
  ),
)

/** The port on every address of the host. */
const runOnLan = (recreate().container as string).replace('-p 127.0.0.1:', '-p ')

const notAMode =
  'The mode only says whether a gateway runs on this machine. It approves nobody, loads no plugin and opens nothing to the network.'
const noRestart = 'No release has this command; the gateway is restarted by `openclaw gateway restart`.'

export default flow.createMachine({
  id: 'access-not-configured',
  meta: {
    kind: 'family',
    title: 'Access not configured',
    summary: 'The gateway runs, but a chat, a browser, the terminal UI or another machine is not let in.',
    group: 'refused',
    messages: [
      'OpenClaw: access not configured.',
      'Error: web login provider is not available.',
      'Device identity required.',
      'TUI gateway disconnected — closed idle.',
      'control ui requires device identity (use HTTPS or localhost secure context)',
      'disconnected (1008): device identity required',
      'gateway disconnected: closed | idle',
      'gateway disconnected: connect ECONNREFUSED 127.0.0.1:18789 | idle',
      'No pending pairing request found for code: ABCD2345',
      'Ask the bot owner to approve with:',
    ],
    prevention: ['prevention/token-pinned', 'prevention/browser-data', 'prevention/health-monitored'],
  },
  context: ({ input }) => input,
  initial: 'what-you-see',
  states: {
    'what-you-see': {
      meta: {
        kind: 'question',
        title: 'Who is not let in, and what does it say?',
        body: 'These messages have little in common: each place has its own key. None of them is about `gateway.mode`.',
        sources: ['guide#Access Not Configured'],
        corrections: [
          {
            guide: 'The gateway is not set up to accept web or API connections',
            why: '“Access not configured” is the reply of a chat bot to a sender who is not approved yet. The gateway that sent it is fine.',
          },
        ],
      },
      on: {
        chat: {
          target: 'approve-chat',
          description: 'A chat: “OpenClaw: access not configured.”',
          meta: { kind: 'answer', seen: ['access not configured'] },
        },
        identity: {
          target: 'how-opened',
          description: 'A browser or app: “device identity required”',
          meta: { kind: 'answer', seen: identity },
        },
        tui: {
          target: 'tui-closed',
          description: 'The terminal UI: “gateway disconnected”',
          meta: { kind: 'answer', hint: 'openclaw tui', seen: ['gateway disconnected: '] },
        },
        'web-login': {
          target: 'web-login',
          description: '“web login provider is not available”',
          meta: { kind: 'answer', hint: 'a QR login, mostly WhatsApp', seen: ['web login provider is not available'] },
        },
        'other-machine': { target: 'other-machine', description: 'I want to open it from another machine' },
        pairing: {
          target: 'pairing',
          description: '“pairing required”',
          meta: { kind: 'answer', seen: pairing },
        },
        token: {
          target: 'token',
          description: '“unauthorized”, or a wrong token',
          meta: { kind: 'answer', seen: unauthorized },
        },
      },
    },

    'approve-chat': {
      meta: {
        kind: 'check',
        title: 'Is the code from the chat in the list?',
        body: 'The bot does not know this sender and asks you, its owner, to approve the code it sent: 8 characters, good for one hour. On 2026.9.6 you can also do it in the dashboard, under Settings, Channels, DM access requests.',
        run: cli('pairing list <channel>'),
        signatures: ['OpenClaw: access not configured.', 'Ask the bot owner to approve with:'],
        symptoms: ['openclaw pairing approve {channel} {code}'],
        sources: ['guide#Access Not Configured', 'channels/pairing', 'cli/pairing'],
        corrections: [
          { guide: 'openclaw config set gateway.mode local', why: notAMode },
          { guide: 'openclaw restart', why: 'No release has this command, and an approval needs no restart.' },
        ],
      },
      on: {
        listed: {
          target: 'approve-code',
          description: 'Yes, this code is there',
          meta: { kind: 'answer', seen: ['Pairing requests ('] },
        },
        none: [
          {
            target: 'approved-before',
            guard: 'newest',
            description: '“No pending … pairing requests”',
            meta: { kind: 'answer', seen: noPending },
          },
          { target: 'new-code', description: '“No pending … pairing requests”', meta: { kind: 'answer', seen: noPending } },
        ],
        other: { target: 'new-code', description: 'There are requests, but not this code' },
      },
    },

    'approve-code': {
      meta: {
        kind: 'fix',
        title: 'Approve the code, then write to the bot again',
        body: 'As long as the bot has no owner, 2026.9.6 makes the first sender you approve here its owner too, who may update and restart it by chat commands. So approve yourself first. It covers direct messages, not groups.',
        steps: [approveCode, { text: 'Write to the bot again: the first message was not kept', risk: 'reads', where: 'chat' }],
        verify: nobodyWaits,
        sources: ['channels/pairing', 'cli/pairing'],
      },
      on: {
        unknown: {
          target: 'new-code',
          description: '“No pending pairing request found for code”',
          meta: { kind: 'answer', seen: ['No pending pairing request found for code'] },
        },
        broken: { target: 'still-refused', description: 'Approved, and the bot says the same again' },
      },
    },

    'approved-before': {
      meta: {
        kind: 'question',
        title: 'Was this sender approved before an update?',
        body: 'Releases like 2026.2.24 kept approvals in files. 2026.9.6 keeps them in its database and takes the old files over only when doctor imports them.',
        sources: ['channels/pairing'],
      },
      on: {
        no: { target: 'new-code', description: 'No, this sender is new' },
        yes: { target: 'import-approvals', description: 'Yes, it worked until the update' },
      },
    },

    'import-approvals': {
      meta: {
        kind: 'fix',
        title: 'Let doctor take over the old approvals',
        body: 'It says `Migrated 1 telegram/default allowFrom entry`, or the like, for every file it took over.',
        steps: [...repairSteps, { text: 'Write to the bot again', risk: 'reads', where: 'chat' }],
        verify: healthy,
        sources: ['channels/pairing', 'cli/doctor'],
        prevention: ['prevention/doctor-run'],
      },
      on: { broken: { target: 'new-code', description: 'The bot still asks for an approval' } },
    },

    'new-code': {
      meta: {
        kind: 'fix',
        title: 'Get a fresh code, then approve it',
        body: 'A code is wrong when it is older than an hour, used up, mistyped, or belongs to another channel. The bot sends at most one code an hour to a sender, and keeps three waiting: while it stays silent, the code in the list is the valid one.',
        steps: [
          { text: 'Let the sender write to the bot again: it answers with a new code', risk: 'reads', where: 'chat' },
          listCodes,
          approveCode,
          { text: 'Write to the bot again', risk: 'reads', where: 'chat' },
        ],
        verify: nobodyWaits,
        signatures: ['No pending pairing request found for code: {code}'],
        sources: ['channels/pairing', 'cli/pairing'],
      },
      on: { broken: { target: 'still-refused', description: 'Approved, and still refused' } },
    },

    'still-refused': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Find out which gateway answers this bot',
        body: 'A bot that keeps asking after an approval mostly gets its messages from another gateway: an old server, a second container, another account. Stop that one. In a group an approval does not count: groups have a list of their own.\n\nStill the same? Take the output below, without tokens, to https://docs.openclaw.ai/help.',
        steps: [
          { text: 'The channels this gateway really serves', risk: 'reads', run: cli('channels status --probe') },
          { text: 'What it logged when the message came in', risk: 'reads', run: logs(200) },
        ],
        sources: ['channels/pairing', 'help/index'],
      },
    },

    'how-opened': {
      meta: {
        kind: 'question',
        title: 'How is the gateway opened there?',
        body: 'Every client has to bring an identity of its own. Up to 2026.2.24, and some releases after it, the dashboard can make one only on https:// or on localhost; the page of 2026.9.6 makes one anywhere. A switch that allows insecure access does not help: 2026.2.24 refuses all the same, and 2026.9.6 refuses the key `gateway.controlUi.allowInsecureAuth` itself.',
        signatures: [
          'device identity required',
          'disconnected (1008): device identity required',
          'control ui requires device identity (use HTTPS or localhost secure context)',
          'This page is HTTP, so the browser blocks device identity',
          'CONTROL_UI_DEVICE_IDENTITY_REQUIRED',
        ],
        sources: ['guide#Access Not Configured', 'web/control-ui/connect-and-pair'],
        corrections: [
          {
            guide: 'Device identity required.',
            why: 'The program writes `device identity required`, or `control ui requires device identity (use HTTPS or localhost secure context)`. Setting a mode does not change it.',
          },
        ],
      },
      on: {
        http: {
          target: 'ssh-tunnel',
          description: 'In a browser, at http:// and a name or IP',
          meta: { kind: 'answer', hint: 'such as http://192.168.1.10:18789' },
        },
        local: { target: 'fresh-page', description: 'In a browser, at https:// or on localhost' },
        app: { target: 'own-client', description: 'By an app, a script or another dashboard' },
      },
    },

    'ssh-tunnel': {
      meta: {
        kind: 'fix',
        title: 'Open the dashboard through an SSH tunnel',
        body: 'Your browser then talks to its own 127.0.0.1, where it may make an identity, and the gateway stays closed to the network. No other gateway may use the same port on your computer meanwhile.',
        steps: [
          {
            text: 'On the machine with the browser: open the tunnel and leave it running. It prints nothing',
            where: 'client',
            risk: 'reads',
            run: onPort18789('ssh -N -L <port>:127.0.0.1:<port> <user>@<host>', 'ssh -N -L 18789:127.0.0.1:<port> <user>@<host>'),
          },
          showSecret,
          openLocal,
        ],
        verify: browserIn,
        sources: ['gateway/remote', 'web/control-ui/connect-and-pair', 'web/dashboard'],
        prevention: ['prevention/browser-data'],
      },
      on: {
        pairing: {
          target: 'pairing',
          description: 'Now it says “pairing required”',
          meta: { kind: 'answer', seen: [...pairing, 'Pending ('] },
        },
        token: { target: 'token', description: 'Now it says “unauthorized”', meta: { kind: 'answer', seen: unauthorized } },
        identity: {
          target: 'fresh-page',
          description: 'Still “device identity required”',
          meta: { kind: 'answer', seen: identity },
        },
        'no-ssh': [
          {
            target: 'tailscale',
            guard: 'native',
            description: 'ssh does not get in',
            meta: { kind: 'answer', seen: ['ssh: connect to host', 'Permission denied (publickey'] },
          },
          {
            target: 'reverse-proxy',
            description: 'ssh does not get in',
            meta: { kind: 'answer', seen: ['ssh: connect to host', 'Permission denied (publickey'] },
          },
        ],
        origin: { target: 'allow-origin', description: 'Now it says “origin not allowed”', meta: { kind: 'answer', seen: origin } },
        broken: { target: 'connect-failed', description: 'The page does not open' },
      },
    },

    'fresh-page': {
      meta: {
        kind: 'fix',
        title: 'Open a fresh page in a normal browser window',
        body: 'A page kept from before an update, a private window or an extension that blocks storage has no identity to send. A private window forgets it each time.',
        steps: [
          { text: 'Print the address of the dashboard. Behind a proxy use your https:// address instead', risk: 'reads', run: address },
          {
            text: 'Close every old tab of it, open the address in a normal window, and reload once with Ctrl+Shift+R (macOS: Cmd+Shift+R)',
            risk: 'reads',
            where: 'browser',
          },
        ],
        verify: browserIn,
        sources: ['web/control-ui/connect-and-pair', 'web/dashboard'],
        prevention: ['prevention/browser-data'],
      },
      on: {
        pairing: {
          target: 'pairing',
          description: 'Now it says “pairing required”',
          meta: { kind: 'answer', seen: [...pairing, 'Pending ('] },
        },
        origin: { target: 'allow-origin', description: 'Now it says “origin not allowed”', meta: { kind: 'answer', seen: origin } },
        broken: { target: 'own-client', description: 'The same message in another browser too' },
      },
    },

    'own-client': {
      meta: {
        kind: 'fix',
        title: 'Give this client the token, then approve it',
        body: 'A client that sends neither a token nor an identity is refused before anything else. Old apps, scripts and dashboards of other makers do that: bring them to the release of the gateway first.',
        steps: [
          { text: 'Update the client', where: 'client', risk: 'changes-config' },
          showSecret,
          { text: 'Put the token into the settings of the client, and let it connect once', where: 'client', risk: 'changes-config' },
          { text: 'Find its request in the list', risk: 'reads', run: cli('devices list') },
          { text: 'Approve that request', risk: 'changes-config', run: cli('devices approve <requestId>') },
        ],
        verify: paired,
        sources: ['gateway/troubleshooting/agent-replies-and-control-ui', 'cli/devices', 'gateway/clients'],
      },
      on: {
        token: { target: 'token', description: 'Now it says “unauthorized”', meta: { kind: 'answer', seen: unauthorized } },
        broken: { target: 'ask', description: 'It still sends no identity' },
      },
    },

    'other-machine': {
      meta: {
        kind: 'question',
        title: 'How shall the other machine get in?',
        body: 'A native gateway listens on 127.0.0.1 only, and the safest ways leave it so. In Docker the mapped port decides who gets in: `127.0.0.1:` before it keeps it on this machine. Inside the container Compose sets the bind by OPENCLAW_GATEWAY_BIND; `lan` is its default and right.',
        sources: [
          'guide#Access Not Configured',
          'gateway/remote',
          'gateway/security/network-exposure',
          'install/docker/networking-and-storage',
        ],
        corrections: [
          {
            guide: 'openclaw config set gateway.mode remote',
            why: 'It makes this machine a client of another gateway, and its own one then refuses to start. Where it listens is `gateway.bind`.',
          },
          {
            guide: 'openclaw config set gateway.host "0.0.0.0"',
            why: 'Both releases refuse it: there is no key gateway.host. The key is `gateway.bind`, and it takes a name such as lan, not an address.',
          },
          { guide: 'openclaw restart', why: noRestart },
        ],
      },
      on: {
        ssh: {
          target: 'ssh-tunnel',
          description: 'By an SSH tunnel',
          meta: { kind: 'answer', hint: 'safest, and nothing changes on the gateway' },
        },
        tailscale: {
          target: 'tailscale',
          guard: 'native',
          description: 'By Tailscale',
          meta: { kind: 'answer', hint: 'HTTPS inside your tailnet' },
        },
        lan: [
          { target: 'published', guard: 'docker', description: 'Directly, in my own network' },
          { target: 'open-lan', description: 'Directly, in my own network' },
        ],
        proxy: { target: 'reverse-proxy', description: 'By a domain with HTTPS, through a proxy' },
        open: { target: 'reach', description: 'It is open already, but gets no answer' },
      },
    },

    tailscale: {
      meta: {
        kind: 'fix',
        title: 'Serve it inside your tailnet with Tailscale',
        body: 'The gateway stays on 127.0.0.1, and Tailscale puts HTTPS before it. Tailscale must be installed and logged in on both machines, with HTTPS switched on for the tailnet. Without that 2026.9.6 refuses to start.',
        steps: [
          { text: 'Tailscale must be up here', risk: 'reads', run: nativeOnly('tailscale status', docker) },
          {
            text: 'Listen on this machine only',
            risk: 'changes-config',
            run: nativeOnly('openclaw config set gateway.bind loopback', docker),
          },
          {
            text: 'Let Tailscale serve the gateway',
            risk: 'changes-config',
            run: nativeOnly('openclaw config set gateway.tailscale.mode serve', docker),
          },
          restartChanged,
          { text: 'Open the https:// address of the row Tailscale in the output below', risk: 'reads', where: 'browser' },
        ],
        verify: { run: nativeOnly('openclaw status', docker), expect: ['serve · ', '.ts.net'], within: 90 },
        sources: ['gateway/tailscale', 'gateway/remote', 'gateway/stable-https-url'],
      },
      on: {
        missing: {
          target: 'tailscale-off',
          description: '“ENOENT”, or it does not start',
          meta: {
            kind: 'answer',
            hint: 'or “magicdns unknown”',
            seen: ['spawn tailscale ENOENT', 'Command failed with ENOENT: tailscale', 'magicdns unknown', 'tailscale: command not found'],
          },
        },
        pairing: { target: 'pairing', description: 'The page says “pairing required”', meta: { kind: 'answer', seen: pairing } },
        origin: { target: 'allow-origin', description: 'The page says “origin not allowed”', meta: { kind: 'answer', seen: origin } },
        broken: { target: 'tailscale-up', description: 'The page does not open' },
      },
    },

    'tailscale-off': {
      meta: {
        kind: 'fix',
        title: 'Switch Tailscale off in the config, and start again',
        body: 'The gateway is then as it was. Install Tailscale and log in before you try again, or take the SSH tunnel. The public form, funnel, needs a password instead of a token.',
        steps: [
          { text: 'Take Tailscale out', risk: 'changes-config', run: nativeOnly('openclaw config set gateway.tailscale.mode off', docker) },
          {
            text: 'Listen on this machine only',
            risk: 'changes-config',
            run: nativeOnly('openclaw config set gateway.bind loopback', docker),
          },
          bringUpStep,
        ],
        verify: healthy,
        sources: ['gateway/tailscale'],
      },
      on: { broken: { target: 'not-ready', description: 'Off, and it still does not start' } },
    },

    'open-lan': {
      meta: {
        kind: 'fix',
        title: 'Listen on the network, with a token',
        body: 'Only in a network you trust: over plain http the token can be read on the way, and with 2026.2.24 the dashboard itself refuses such a page. The address of the page goes into the list first, because 2026.2.24 does not start without it.',
        steps: [
          skip(seeOrigins, { compose: docker, container: docker }),
          skip(addOrigin('http://<host>:<port>'), { compose: docker, container: docker }),
          {
            text: 'Listen on all networks of this machine',
            risk: 'changes-config',
            run: nativeOnly('openclaw config set gateway.bind lan', docker),
          },
          restartChanged,
          ...seeItIsUp,
        ],
        verify: answersThere,
        sources: ['gateway/remote', 'gateway/config-gateway', 'gateway/security/network-exposure'],
        prevention: ['prevention/token-pinned'],
      },
      on: {
        'no-token': {
          target: 'set-token',
          description: '“Refusing to bind gateway … without auth”',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway to {bind} without auth'] },
        },
        timeout: {
          target: 'firewall',
          description: 'It listens, but the other machine times out',
          meta: { kind: 'answer', seen: ['(28)', 'ERR_CONNECTION_TIMED_OUT'] },
        },
        identity: {
          target: 'ssh-tunnel',
          guard: 'earlier',
          description: 'The page says “device identity required”',
          meta: { kind: 'answer', seen: identity },
        },
        pairing: { target: 'pairing', description: 'The page says “pairing required”', meta: { kind: 'answer', seen: pairing } },
        origin: { target: 'allow-origin', description: 'The page says “origin not allowed”', meta: { kind: 'answer', seen: origin } },
        broken: { target: 'not-ready', description: 'The gateway does not start any more' },
      },
    },

    'set-token': {
      meta: {
        kind: 'fix',
        title: 'Set a token, then start the gateway',
        body: 'A gateway that others can reach needs a secret. Browsers that were open before need the new one.',
        steps: [...tokenIntoConfig(docker), bringUpStep, ...seeItIsUp],
        verify: answersThere,
        sources: ['gateway/config-gateway', 'gateway/security/network-exposure'],
        prevention: ['prevention/token-pinned'],
      },
      on: {
        timeout: {
          target: 'firewall',
          description: 'It listens, but the other machine times out',
          meta: { kind: 'answer', seen: ['(28)', 'ERR_CONNECTION_TIMED_OUT'] },
        },
        broken: { target: 'not-ready', description: 'It has a token, and does not start' },
      },
    },

    published: {
      meta: {
        kind: 'check',
        title: 'Which addresses of this machine lead to the container?',
        body: 'The bind inside the container is right already: what counts is the address before the port outside.',
        run: publishedPort,
        sources: ['install/docker/networking-and-storage', 'install/docker/environment-variables'],
      },
      on: {
        local: {
          target: 'publish-lan',
          description: '127.0.0.1: only this machine',
          meta: { kind: 'answer', seen: [/^127\.0\.0\.1:\d+/m] },
        },
        open: {
          target: 'reach',
          description: '0.0.0.0 or [::]: the network as well',
          meta: { kind: 'answer', seen: [/^(0\.0\.0\.0|\[::\]):[1-9]\d*/m] },
        },
        none: {
          target: 'publish-port',
          description: 'Nothing, or an error',
          meta: { kind: 'answer', seen: ['no public port', 'no port 18789/tcp'] },
        },
      },
    },

    'publish-lan': {
      meta: {
        kind: 'fix',
        title: 'Publish the port to your network',
        body: 'Only in a network you trust: plain http shows the token on the way, and on Linux a port published by Docker goes past ufw. On 2026.2.24 the dashboard refuses such a page; take the tunnel there.',
        steps: [
          lookAtMounts,
          keepToken,
          skip(seeOrigins, { native }),
          ...ownAddresses,
          skip(addOrigin('http://<host>:<port>'), { native }),
          {
            text: 'In docker-compose.yml take `127.0.0.1:` away from the port of the gateway, so that it reads',
            risk: 'changes-config',
            run: {
              ...dockerOnly('ports:\n  - "<port>:18789"', null, native),
              none: { native, container: 'A plain container gets it by `-p` below.' },
              language: 'yaml',
            },
          },
          recreateStep('<port>', runOnLan),
        ],
        verify: { run: publishedPort, expect: ['0.0.0.0:'], within: 60 },
        sources: ['install/docker/networking-and-storage', 'install/docker', 'gateway/security/network-exposure'],
      },
      on: {
        'no-mount': { target: 'mount-state', ...notMounted },
        dropped: {
          target: 'bind-lan',
          description: 'The connection is dropped: (52) or (56)',
          meta: { kind: 'answer', seen: ['Empty reply from server', 'Connection reset by peer'] },
        },
        identity: {
          target: 'ssh-tunnel',
          guard: 'earlier',
          description: 'The page says “device identity required”',
          meta: { kind: 'answer', seen: identity },
        },
        pairing: { target: 'pairing', description: 'The page says “pairing required”', meta: { kind: 'answer', seen: pairing } },
        origin: { target: 'allow-origin', description: 'The page says “origin not allowed”', meta: { kind: 'answer', seen: origin } },
        broken: { target: 'firewall', description: 'Published, and the other machine times out' },
      },
    },

    'web-login': {
      meta: {
        kind: 'fix',
        title: 'Load the WhatsApp plugin, then log in by QR code',
        body: 'A QR login is offered by a plugin of a channel, in practice WhatsApp, and none is loaded. This has nothing to do with logging in to the dashboard. 2026.9.6 gets the plugin from npm; in 2026.2.24 it is there, but off.',
        steps: [
          {
            text: 'Load the plugin',
            risk: 'changes-config',
            run: {
              ...cli('plugins install @openclaw/whatsapp'),
              earlier: {
                '2026.2.24': {
                  native: 'openclaw plugins enable whatsapp',
                  ...cli('plugins enable whatsapp').earlier!['2026.2.24'],
                },
              },
            },
          },
          restartStep,
          {
            text: 'Log in: scan the code with the phone, under Linked devices. It changes every few seconds',
            risk: 'changes-config',
            run: cli('channels login --channel whatsapp', { asks: true }),
          },
        ],
        verify: { run: cli('gateway call web.login.wait'), expect: ['No active WhatsApp login in progress'], within: 60 },
        signatures: ['web login provider is not available', 'Error: web login provider is not available'],
        sources: ['guide#"Web Login Provider Is Not Available"', 'channels/whatsapp', 'cli/plugins'],
        corrections: [
          {
            guide: 'Error: web login provider is not available.',
            why: 'The program prints it without the dot; 2026.9.6 may add which plugin is missing.',
          },
          {
            guide: 'Web authentication is disabled',
            why: 'Nothing is disabled: no loaded channel plugin offers a QR login.',
          },
          { guide: 'openclaw config set gateway.mode local', why: notAMode },
          { guide: 'openclaw restart', why: noRestart },
        ],
      },
      on: {
        exists: {
          target: 'enable-plugin',
          guard: 'newest',
          description: '“plugin already exists”',
          meta: { kind: 'answer', seen: ['plugin already exists'] },
        },
        broken: {
          target: 'plugin-fails',
          description: 'It cannot be loaded, or the same message again',
          meta: { kind: 'answer', seen: ['npm view failed', 'npm error', 'web login provider is not available'] },
        },
      },
    },

    'enable-plugin': {
      meta: {
        kind: 'fix',
        title: 'Switch the installed WhatsApp plugin on',
        steps: [
          { text: 'Switch it on', risk: 'changes-config', run: cli('plugins enable whatsapp') },
          restartStep,
          { text: 'Log in by QR code', risk: 'changes-config', run: cli('channels login --channel whatsapp', { asks: true }) },
        ],
        verify: { run: cli('gateway call web.login.wait'), expect: ['No active WhatsApp login in progress'], within: 60 },
        signatures: ['plugin already exists: {path} (delete it first)'],
        sources: ['channels/whatsapp', 'cli/plugins'],
      },
      on: { broken: { target: 'plugin-fails', description: 'It is on, and the same message again' } },
    },

    'plugin-fails': { type: 'final', meta: { kind: 'jump', title: 'See why the plugin does not load', to: 'plugin-load' } },

    'tui-closed': {
      meta: {
        kind: 'check',
        title: 'Does the gateway answer?',
        body: 'The status line has two halves. Left of the bar stands why the connection is gone: `closed` on 2026.2.24, often `connect ECONNREFUSED …` on 2026.9.6. Right of it, `idle` says only that no reply is being written: nothing has timed out.',
        run: direct('gateway health'),
        symptoms: ['TUI gateway disconnected — closed idle', 'connecting | idle'],
        sources: ['guide#"TUI Gateway Disconnected — Closed Idle"', 'web/tui', 'cli/tui'],
        corrections: [
          {
            guide: 'TUI gateway disconnected — closed idle.',
            why: 'The line reads `gateway disconnected: closed | idle`: a reason, and beside it the state of the TUI.',
          },
          {
            guide: 'The terminal UI connection timed out',
            why: 'It comes at once when no gateway is reached. The connection is closed because the gateway is down, at another address, or refuses.',
          },
        ],
      },
      on: {
        down: {
          target: 'start-tui',
          description: 'No: not reachable, closed (1006), not running',
          meta: {
            kind: 'answer',
            seen: ['Gateway not reachable', 'ECONNREFUSED', 'gateway closed (1006', 'is not running', 'is restarting', 'No such container'],
          },
        },
        up: {
          target: 'reopen-tui',
          description: 'Yes: “OK”',
          meta: { kind: 'answer', seen: ['OK ('] },
        },
        pairing: { target: 'pairing', description: 'The TUI itself says “pairing required”', meta: { kind: 'answer', seen: pairing } },
        token: { target: 'token', description: 'The TUI itself says “unauthorized”', meta: { kind: 'answer', seen: unauthorized } },
      },
    },

    'start-tui': {
      meta: {
        kind: 'fix',
        title: 'Start the gateway; the TUI comes back by itself',
        body: 'An open TUI connects again as soon as the gateway answers. `openclaw tui` opens another one.',
        steps: [bringUpStep, { text: 'Open the TUI, if it is closed', risk: 'reads', run: cli('tui', { asks: true }) }],
        verify: healthy,
        sources: ['guide#"TUI Gateway Disconnected — Closed Idle"', 'web/tui', 'cli/gateway'],
        corrections: [
          { guide: 'openclaw restart', why: 'No release has this command. A gateway that is down is started by `openclaw gateway start`.' },
        ],
        prevention: ['prevention/health-monitored'],
      },
      on: { broken: { target: 'gateway-down', description: 'It does not start, or stops again' } },
    },

    'reopen-tui': {
      meta: {
        kind: 'fix',
        title: 'Open the TUI again, on the right address',
        body: 'Its first line shows the address it uses, such as `openclaw tui - ws://127.0.0.1:18789`. Its port must be the one of the gateway. In a container start the TUI inside the gateway’s own.',
        steps: [
          { text: 'See the port of the gateway, in the lines “Gateway” and “Listening”', risk: 'reads', run: direct('gateway status') },
          { text: 'Close the TUI with Ctrl+C and open it again', risk: 'reads', run: cli('tui', { asks: true }) },
        ],
        verify: healthy,
        sources: ['web/tui', 'cli/tui'],
      },
      on: {
        pairing: { target: 'pairing', description: 'Now it says “pairing required”', meta: { kind: 'answer', seen: pairing } },
        closes: { target: 'closed', description: 'The right address, and it closes again' },
        broken: { target: 'wrong-port', description: 'Another address, or it does not connect' },
      },
    },

    ask: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'Take the output below, without tokens, and the name and version of the client to https://docs.openclaw.ai/help.',
        steps: [
          { text: 'The state of the gateway', risk: 'reads', run: direct('gateway status --deep') },
          { text: 'The last lines of the log: they name the client and the reason', risk: 'reads', run: logs(200) },
        ],
        sources: ['help/index'],
      },
    },

    pairing: { type: 'final', meta: { kind: 'jump', title: 'Approve the device', to: 'pairing-required/approve-device' } },
    token: { type: 'final', meta: { kind: 'jump', title: 'Token or device refused', to: 'gateway-auth' } },
    'allow-origin': {
      type: 'final',
      meta: { kind: 'jump', title: 'Allow the address of the page', to: 'control-ui-origin/which-address' },
    },
    'reverse-proxy': {
      type: 'final',
      meta: { kind: 'jump', title: 'Put a proxy with HTTPS before it', to: 'connect-failed/reverse-proxy' },
    },
    firewall: { type: 'final', meta: { kind: 'jump', title: 'Let it through the firewall', to: 'connect-failed/firewall' } },
    reach: { type: 'final', meta: { kind: 'jump', title: 'Look what the other machine gets', to: 'connect-failed/reach' } },
    'connect-failed': { type: 'final', meta: { kind: 'jump', title: 'See what the tunnel answers', to: 'remote-gateway/tunnel-answers' } },
    'gateway-down': { type: 'final', meta: { kind: 'jump', title: 'Bring the gateway up', to: 'connect-failed/gateway-down' } },
    'wrong-port': { type: 'final', meta: { kind: 'jump', title: 'Find the address of the gateway', to: 'connect-failed/wrong-port' } },
    'publish-port': { type: 'final', meta: { kind: 'jump', title: 'Publish the port', to: 'docker/publish-port' } },
    'bind-lan': { type: 'final', meta: { kind: 'jump', title: 'Let it listen inside the container', to: 'docker/bind-lan' } },
    'mount-state': { type: 'final', meta: { kind: 'jump', title: 'Mount the state first', to: 'docker/mount-state' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'It does not get ready', to: 'gateway-not-ready' } },
    closed: { type: 'final', meta: { kind: 'jump', title: 'See why it is closed', to: 'closed-1006-1000' } },
    'tailscale-up': {
      type: 'final',
      meta: { kind: 'jump', title: 'See whether Tailscale serves the gateway', to: 'remote-gateway/tailscale-up' },
    },
  },
})
