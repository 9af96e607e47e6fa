import { cli, logs, offline } from './commands.ts'
import { flow, type Step } from './flow.ts'
import { addOrigin, allowOrigin, bringUpStep, browserIn, dashboardOrigins, reloadPage, restartEarlier, seeOrigins, skip } from './steps.ts'

/** 2026.9.6 knows these by itself only while the list is empty; in Docker they need to be written then. */
const keepOwn: readonly Step[] = dashboardOrigins.map((args, index) =>
  skip(
    {
      text:
        index === 0
          ? 'Only if the list is empty and you open the page on the gateway’s own machine too: write that address first'
          : 'The second way to write it. The next free place is then 2',
      risk: 'changes-config',
      run: cli(args),
    },
    { native: 'A browser on a native gateway’s own machine is let in without an entry.' },
  ),
)

/** What the page says once its address is allowed. */
const afterwards = {
  pairing: {
    target: 'pairing',
    description: 'Now it says “pairing required”',
    meta: { kind: 'answer', seen: ['pairing required', 'Approve this browser', 'cause=pairing-required'] },
  },
  token: {
    target: 'token',
    description: 'Now it names a token',
    meta: { kind: 'answer', seen: ['unauthorized', 'This Gateway expects its token'] },
  },
  identity: {
    target: 'identity',
    guard: 'earlier',
    description: 'Now it says “device identity”',
    meta: { kind: 'answer', seen: ['device identity required', 'requires device identity'] },
  },
  place: {
    target: 'free-place',
    description: '“expected string, received undefined”',
    meta: { kind: 'answer', hint: 'the list would have a gap', seen: ['expected string, received undefined'] },
  },
  broken: { target: 'check-entry', description: 'Still “origin not allowed”' },
} as const

export default flow.createMachine({
  id: 'control-ui-origin',
  meta: {
    kind: 'family',
    title: 'Origin not allowed',
    summary: 'The gateway accepts the dashboard only from web addresses that it knows, and this one is not among them.',
    group: 'refused',
    messages: [
      'origin not allowed (open the Control UI from the gateway host or allow it in gateway.controlUi.allowedOrigins)',
      'Browser origin not allowed',
      'The Gateway rejected this page origin before accepting the Control UI connection.',
      'code=1008 reason=origin not allowed … cause=origin-mismatch',
      'Gateway failed to start: Error: non-loopback Control UI requires gateway.controlUi.allowedOrigins (set explicit origins)',
      'gateway.controlUi.allowedOrigins.1: Invalid input: expected string, received undefined',
      '[gateway] seeded gateway.controlUi.allowedOrigins ["http://localhost:18789","http://127.0.0.1:18789"] for bind=lan',
    ],
    prevention: ['prevention/browser-data'],
  },
  context: ({ input }) => input,
  initial: 'when',
  states: {
    when: {
      meta: {
        kind: 'question',
        title: 'Where do you meet the allowed origins?',
        body: 'An origin is the first part of the address in the browser: scheme, name and port. The list `gateway.controlUi.allowedOrigins` says which of them may talk to the gateway. It is about browsers only; apps and the command line need no entry.',
        sources: ['web/control-ui', 'gateway/config-gateway'],
      },
      on: {
        page: {
          target: 'which-address',
          description: 'The page or the log says “origin not allowed”',
          meta: { kind: 'answer', seen: ['origin not allowed', 'cause=origin-mismatch'] },
        },
        start: {
          target: 'name-origins',
          description: 'The gateway does not start: “requires … allowedOrigins”',
          meta: { kind: 'answer', seen: ['non-loopback Control UI requires'] },
        },
        gap: {
          target: 'free-place',
          description: '`config set` refuses the entry',
          meta: { kind: 'answer', seen: ['expected string, received undefined'] },
        },
        seeded: {
          target: 'seeded',
          guard: 'newest',
          description: 'Only a line in the log: “seeded … allowedOrigins”',
          meta: { kind: 'answer', seen: ['seeded gateway.controlUi.allowedOrigins'] },
        },
        fallback: {
          target: 'fallback-off',
          description: 'A warning about the Host-header fallback',
          meta: { kind: 'answer', seen: ['dangerouslyAllowHostHeaderOriginFallback=true is enabled'] },
        },
        proxy: {
          target: 'reverse-proxy',
          description: 'No such words: 403, 502, or it never connects',
          meta: { kind: 'answer', hint: 'behind a reverse proxy', seen: ['502 Bad Gateway', 'proxy_attribution_required'] },
        },
      },
    },

    'which-address': {
      meta: {
        kind: 'question',
        title: 'Which address does the browser show?',
        body: 'Look at the address bar of the page that is refused. In the gateway’s log it stands behind `origin=`.\n\nThe page of 2026.9.6 is let in without an entry where its address is a private IP or a name in `.local` or `.ts.net`. 2026.2.24 knows only the gateway’s own machine.',
        signatures: [
          'origin not allowed',
          'origin not allowed (open the Control UI from the gateway host or allow it in gateway.controlUi.allowedOrigins)',
          'Browser origin not allowed',
          'The Gateway rejected this page origin before accepting the Control UI connection',
          'Add this browser origin to gateway.controlUi.allowedOrigins',
          'CONTROL_UI_ORIGIN_NOT_ALLOWED',
          'cause=origin-mismatch',
          'code=1008 reason=origin not allowed',
        ],
        sources: ['web/control-ui', 'gateway/troubleshooting/agent-replies-and-control-ui'],
      },
      on: {
        public: {
          target: 'allow-address',
          description: 'https:// and a name',
          meta: { kind: 'answer', hint: 'a reverse proxy, a tunnel service, a hosting template', seen: [/origin=https:\/\//] },
        },
        local: {
          target: 'allow-port',
          description: 'http://127.0.0.1 or http://localhost',
          meta: { kind: 'answer', hint: 'mostly Docker with another port', seen: [/origin=http:\/\/(127\.0\.0\.1|localhost|\[::1\])/] },
        },
        network: {
          target: 'allow-lan',
          description: 'http:// and another name or an IP',
          meta: { kind: 'answer', seen: [/origin=http:\/\/(?!127\.0\.0\.1|localhost|\[::1\])/] },
        },
        app: { target: 'read-origin', description: 'It is another app, or no address is shown' },
      },
    },

    'allow-address': {
      meta: {
        kind: 'fix',
        title: 'Allow the address your browser shows',
        body: 'Take it from the address bar, up to the name or its port: no path, no slash at the end, no `*` for a part of it. The usual port of https is left out. A list of your own replaces the built-in one.\n\nBehind a proxy 2026.9.6 also wants to know the proxy itself (`gateway.trustedProxies`): without that it answers 403 before it looks at the origin.',
        steps: [seeOrigins, ...keepOwn, addOrigin('<origin>'), restartEarlier, reloadPage],
        verify: browserIn,
        sources: ['web/control-ui', 'gateway/config-gateway', 'install/exe-dev'],
      },
      on: {
        forbidden: {
          target: 'trust-proxy',
          guard: 'newest',
          description: 'Now it says 403',
          meta: { kind: 'answer', seen: ['proxy_attribution_required', 'Proxy client attribution is required', /^HTTP\/\S+ 403/m] },
        },
        ...afterwards,
      },
    },

    'allow-port': {
      meta: {
        kind: 'fix',
        title: 'Allow this machine with the port you open',
        body: 'Inside its container the gateway listens on 18789 and knows only that number by itself. If you publish it on another port of the host, the browser arrives with that one. Both ways to write the address are entries of their own.\n\nThese two commands write the first two places. If something you need stands there, write the addresses at the next free places instead.',
        steps: [
          seeOrigins,
          { text: 'Allow it by its number', risk: 'changes-config', run: cli(dashboardOrigins[0]) },
          { text: 'Allow it by its name', risk: 'changes-config', run: cli(dashboardOrigins[1]) },
          restartEarlier,
          reloadPage,
        ],
        verify: browserIn,
        sources: ['install/docker', 'web/control-ui'],
      },
      on: {
        proxied: { target: 'trust-proxy', guard: 'native', description: 'A proxy or tunnel on this machine stands between' },
        ...afterwards,
      },
    },

    'allow-lan': {
      meta: {
        kind: 'fix',
        title: 'Allow the name or IP in your network',
        body: 'Write it as the address bar shows it, with the port. 2026.9.6 accepts a private IP such as 192.168.1.10 without an entry: if it refuses one, a proxy stands between, or the page is loaded from somewhere else than it connects to.\n\nOn 2026.2.24 the page asks for a secure address next: over plain HTTP it can make no device identity. A tunnel needs neither entry nor identity.',
        steps: [seeOrigins, ...keepOwn, addOrigin('http://<host>:<port>'), restartEarlier, reloadPage],
        verify: browserIn,
        sources: ['web/control-ui', 'gateway/security/network-exposure'],
      },
      on: {
        tunnel: { target: 'tunnel', description: 'I would rather use a tunnel' },
        ...afterwards,
      },
    },

    'read-origin': {
      meta: {
        kind: 'check',
        title: 'Which origin does the gateway see?',
        body: 'Let the app connect once, then look for the newest `ws` line with `origin not allowed`. What stands behind `origin=` is what the list must hold.',
        run: logs(100),
        sources: ['cli/logs', 'web/control-ui/development'],
      },
      on: {
        address: {
          target: 'allow-address',
          description: 'An address with http:// or https://',
          meta: { kind: 'answer', seen: [/origin=https?:\/\//] },
        },
        none: {
          target: 'no-address',
          description: 'null, file:// or another scheme',
          meta: { kind: 'answer', hint: 'a page opened as a file, or a packed app', seen: [/origin=(null|file:|app:|chrome-extension:)/] },
        },
        nothing: { target: 'other-gateway', description: 'No such line at all' },
      },
    },

    'name-origins': {
      meta: {
        kind: 'fix',
        title: 'Name the dashboard’s addresses, then start',
        body: 'With a bind beyond this machine 2026.2.24 wants the list before it starts; 2026.9.6 starts without one and fills in this machine. Write what the address bar will show, with the port of the host. The first places of the list are replaced.\n\nThe other way that the message offers, the Host-header fallback, gives up this check altogether: leave it off.',
        steps: [
          { text: 'Allow this machine by its number', risk: 'changes-config', run: offline(dashboardOrigins[0]) },
          { text: 'Allow it by its name', risk: 'changes-config', run: offline(dashboardOrigins[1]) },
          {
            text: 'Only if other devices open the page: the address they type',
            risk: 'changes-config',
            run: offline("config set 'gateway.controlUi.allowedOrigins[2]' http://<host>:<port>"),
          },
          bringUpStep,
        ],
        verify: { run: cli('gateway health'), expect: ['OK ('], within: 120 },
        signatures: [
          'non-loopback Control UI requires gateway.controlUi.allowedOrigins',
          'non-loopback Control UI requires gateway.controlUi.allowedOrigins (set explicit origins), or set gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback=true',
        ],
        sources: ['web/control-ui', 'install/docker', 'gateway/security/network-exposure'],
      },
      on: {
        'no-token': {
          target: 'without-auth',
          description: 'Now: “Refusing to bind gateway … without auth”',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway to {bind} without auth'] },
        },
        'only-here': { target: 'only-here', guard: 'native', description: 'Nobody else needs it: let it listen here only' },
        refused: {
          target: 'which-address',
          description: 'It starts, and the page says “origin not allowed”',
          meta: { kind: 'answer', seen: ['origin not allowed'] },
        },
        broken: { target: 'not-ready', description: 'It still does not start' },
      },
    },

    'check-entry': {
      meta: {
        kind: 'check',
        title: 'Does the list hold exactly this address?',
        body: 'Compare letter by letter with the address bar: http or https, the name, the port. Capital letters do not matter.',
        run: cli('config get gateway.controlUi.allowedOrigins'),
        sources: ['cli/config', 'gateway/config-gateway'],
      },
      on: {
        differs: {
          target: 'free-place',
          description: 'Nearly: a slash, a path, another port or scheme',
          meta: {
            kind: 'answer',
            hint: 'or a * in it, or no scheme at all',
            seen: [/"https?:\/\/[^"/]*\/[^"]*"/, /"[^"]*\*[^"]*"/, /"(?!https?:\/\/)[^"\s]+"/],
          },
        },
        missing: {
          target: 'free-place',
          description: 'No, or the list is empty',
          meta: { kind: 'answer', seen: ['Config path not found', 'Config path is valid but unset', /^\[\s*\]\s*$/m] },
        },
        same: { target: 'other-gateway', description: 'Yes, exactly this' },
      },
    },

    'free-place': {
      meta: {
        kind: 'fix',
        title: 'Write the exact address at the first free place',
        body: 'The list may have no gap: with no entry the first place is 0, with two entries it is 2. An entry that is nearly right does no harm; add the right one behind it.',
        steps: allowOrigin,
        verify: browserIn,
        signatures: [
          'gateway.controlUi.allowedOrigins.{place}: Invalid input: expected string, received undefined',
          'gateway.controlUi.allowedOrigins: Invalid input: expected array, received string',
        ],
        sources: ['cli/config', 'gateway/config-gateway'],
      },
      on: { broken: { target: 'other-gateway', description: 'The list is right, and it is still refused' } },
    },

    'fallback-off': {
      meta: {
        kind: 'fix',
        title: 'Switch the Host-header fallback off again',
        body: 'With it the gateway believes whatever name the request carries, so a foreign page can reach it through your browser. Put the addresses you use into the list first, then take the switch out.',
        steps: [
          seeOrigins,
          addOrigin('<origin>'),
          {
            text: 'Take the switch out',
            risk: 'changes-config',
            run: cli('config unset gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback'),
          },
          restartEarlier,
          reloadPage,
        ],
        verify: browserIn,
        symptoms: ['gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback=true is enabled'],
        sources: ['gateway/config-gateway', 'gateway/security/audit-checks'],
      },
      on: { broken: { target: 'which-address', description: 'Now it says “origin not allowed”' } },
    },

    seeded: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Nothing is broken: it filled in this machine itself',
        body: 'Your list is empty and the gateway listens beyond this machine, so for this run it allows its own port at `localhost` and `127.0.0.1`. It writes nothing into the config. Pages at a private IP, or at a name in `.local` or `.ts.net`, are let in as well; only another name, or another port on the host of a container, needs an entry.',
        steps: [{ text: 'What the config itself holds', risk: 'reads', run: cli('config get gateway.controlUi.allowedOrigins') }],
        symptoms: [
          'seeded gateway.controlUi.allowedOrigins {origins} for bind={bind} (required since v2026.2.26; see issue #29385)',
          'Applied for this runtime without writing config; add other origins to gateway.controlUi.allowedOrigins if needed',
        ],
        sources: ['gateway/index', 'web/control-ui'],
      },
    },
    'no-address': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Serve that page from a web address',
        body: 'A page opened as a file, and some packed apps, have no origin that could be allowed. Open the gateway’s own page instead, or let a web server deliver your page: its address then belongs into the list. A program that is no browser should send no `Origin` at all.',
        sources: ['web/control-ui/development', 'gateway/clients'],
      },
    },
    'other-gateway': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Find out which gateway refuses, and what it sees',
        body: 'The address is in the list and still refused: mostly the page talks to another gateway than the one you changed (the WebSocket URL on the page tells), 2026.2.24 was not restarted, or a proxy rewrites the `Origin` header. The newest `ws` line shows `origin=` and `host=` as this gateway got them; no line means that it was another one. Take the lines, without tokens, to https://docs.openclaw.ai/help.',
        steps: [
          { text: 'What this gateway got', risk: 'reads', run: logs(100) },
          { text: 'What its list holds', risk: 'reads', run: cli('config get gateway.controlUi.allowedOrigins') },
        ],
        sources: ['help/index', 'gateway/troubleshooting/agent-replies-and-control-ui'],
      },
    },

    pairing: { type: 'final', meta: { kind: 'jump', title: 'Approve the browser', to: 'pairing-required/approve-device' } },
    token: { type: 'final', meta: { kind: 'jump', title: 'Sign the browser in', to: 'gateway-auth/sign-in' } },
    identity: { type: 'final', meta: { kind: 'jump', title: 'Open it where it has an identity', to: 'access-not-configured/how-opened' } },
    'trust-proxy': { type: 'final', meta: { kind: 'jump', title: 'Name the proxy as trusted', to: 'connect-failed/trust-proxy' } },
    'reverse-proxy': { type: 'final', meta: { kind: 'jump', title: 'Set the reverse proxy right', to: 'connect-failed/reverse-proxy' } },
    tunnel: { type: 'final', meta: { kind: 'jump', title: 'Reach it through an SSH tunnel', to: 'access-not-configured/ssh-tunnel' } },
    'only-here': { type: 'final', meta: { kind: 'jump', title: 'Listen on this machine only', to: 'gateway-not-ready/bind-loopback' } },
    'without-auth': { type: 'final', meta: { kind: 'jump', title: 'Give it a token before it binds', to: 'bind-without-auth' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'Something else stops it', to: 'gateway-not-ready' } },
  },
})
