import {
  cli,
  direct,
  dotenv,
  everywhere,
  formsOf,
  healthy,
  inside,
  lastWords,
  logs,
  nativeOnly,
  offline,
  onTheClient,
  recreate,
  restart,
  shells,
  start,
  variants,
} from './commands.ts'
import { flow, type Commands, type Os, type Step, type Variants, type Verify } from './flow.ts'
import {
  askForToken,
  bringUpStep,
  browserIn,
  editVariables,
  lookAtMounts,
  makeToken,
  notMounted,
  readUnseen,
  restartChanged,
  restartStep,
  restartWithToken,
  saveToken,
  showToken,
  signInByLink,
  skip,
  startStep,
  stopStep,
  tokenIntoConfig,
} from './steps.ts'

const byDocker = 'Docker users come here by another way.'
const byNative = 'Native installs come here by another way.'
/** A container in a restart loop waits up to a minute before its next try. */
const up: Verify = { ...healthy, within: 120 }

const save = (key: string, variable: string): Record<Os, string> => {
  const posix = `openclaw config set ${key} "$${variable}"`
  return { linux: posix, macos: posix, windows: `openclaw config set ${key} "$env:${variable}"` }
}
/** Into the gateway's own config; in Docker the shell of the host fills the value in. */
const inEachShell = (posix: Variants, powershell: Variants): Variants => ({
  native: shells(posix.native as string, powershell.native as string),
  compose: shells(posix.compose as string, powershell.compose as string),
  container: shells(posix.container as string, powershell.container as string),
})
const passwordArgs = (variable: string) => offline(`config set gateway.auth.password "${variable}"`)
const savePassword: Commands = {
  ...inEachShell(passwordArgs('$OPENCLAW_GATEWAY_PASSWORD'), passwordArgs('$env:OPENCLAW_GATEWAY_PASSWORD')),
  earlier: {
    '2026.2.24': inEachShell(
      formsOf('2026.2.24', passwordArgs('$OPENCLAW_GATEWAY_PASSWORD')),
      formsOf('2026.2.24', passwordArgs('$env:OPENCLAW_GATEWAY_PASSWORD')),
    ),
  },
}

/** One fresh token, wherever the old secret came from. In Docker a token in the config would win over the new one, so it goes. */
const tokenSteps: readonly Step[] = [
  stopStep,
  makeToken,
  askForToken,
  skip(
    {
      text: 'Take the old token out of the config. “Config path not found” means: there was none',
      risk: 'changes-config',
      run: offline('config unset gateway.auth.token'),
    },
    { native: 'Here the new token replaces it.' },
  ),
  skip(lookAtMounts, { native: 'Nothing is made anew here.' }),
  saveToken,
  {
    text: 'Start it with the token. A plain container: add what else your first `docker run` had',
    risk: 'restarts',
    run: {
      ...start,
      compose: recreate().compose,
      container: recreate().container,
      earlier: { '2026.2.24': { native: 'openclaw gateway install --force' } },
    },
  },
]
const notEarlier = '2026.2.24 believes a proxy on its own machine without this.'

/** How long the token of the environment is, then whether the config has one. Nothing secret is printed. */
const places: Commands = inside(
  shells(
    'echo ${#OPENCLAW_GATEWAY_TOKEN}\nopenclaw config get gateway.auth.token',
    '"$env:OPENCLAW_GATEWAY_TOKEN".Length\nopenclaw config get gateway.auth.token',
  ),
  "sh -c 'echo ${#OPENCLAW_GATEWAY_TOKEN}; node dist/index.js config get gateway.auth.token'",
)
const unset = 'Config path (not found|is valid but unset): gateway\\.auth\\.token'
const inBoth = /^[1-9]\d*\s+(?![\s\S]*"source")[\s\S]*__OPENCLAW_REDACTED__/m
const onlyConfig = /^0\s+(?![\s\S]*"source")[\s\S]*__OPENCLAW_REDACTED__/m
const onlyVariable = new RegExp(`^[1-9]\\d*\\s+[\\s\\S]*${unset}`, 'm')
const nowhere = new RegExp(`^0\\s+[\\s\\S]*${unset}`, 'm')
const reference = /"source":\s*"(env|file|exec|store)"/

const remotePassword = onTheClient(save('gateway.remote.password', 'OPENCLAW_GATEWAY_PASSWORD'))
const ownPassword = save('gateway.auth.password', 'OPENCLAW_GATEWAY_PASSWORD')
const remoteToken = onTheClient(save('gateway.remote.token', 'OPENCLAW_GATEWAY_TOKEN'))
const ownToken = save('gateway.auth.token', 'OPENCLAW_GATEWAY_TOKEN')

/** Answers that several fixes share. */
const pairing = {
  target: 'pairing',
  description: 'Now it says “pairing required”',
  meta: { kind: 'answer', seen: ['pairing required', 'Approve this browser', 'upgrade pending approval'] },
} as const
const down = {
  target: 'gateway-down',
  description: 'Now nothing answers',
  meta: { kind: 'answer', seen: ['ECONNREFUSED', 'Gateway not reachable', 'gateway closed (1006', '"ok":false'] },
} as const
const page = {
  target: 'sign-in-now',
  description: 'It works here; a browser is refused',
  meta: { kind: 'answer', seen: ['This Gateway expects its token', 'paste the token in Control UI settings'] },
} as const

/** The dashboard's server, which asks for no secret. 2026.2.24 answers every path with the page. */
const lives: Verify = {
  run: everywhere(shells('curl -sS -m 8 http://127.0.0.1:<port>/healthz', 'curl.exe -sS -m 8 http://127.0.0.1:<port>/healthz')),
  expect: ['"ok":true'],
  within: 120,
  earlier: { '2026.2.24': { expect: ['<!doctype html>'], within: 120 } },
}

export default flow.createMachine({
  id: 'gateway-auth',
  meta: {
    kind: 'family',
    title: 'Gateway token or password refused',
    summary: 'The gateway’s shared token or password is missing, wrong, different in two places, locked out, or not usable at all.',
    group: 'refused',
    messages: [
      'unauthorized: gateway token missing (open the dashboard URL and paste the token in Control UI settings)',
      'unauthorized: gateway token mismatch (set gateway.remote.token to match gateway.auth.token)',
      "unauthorized: gateway token mismatch (use this gateway's gateway.auth.token or pair the device)",
      'unauthorized: gateway password mismatch (enter the password in Control UI settings)',
      'gateway health requires credentials before opening a websocket',
      'gateway url override requires explicit credentials',
      'unauthorized: too many failed authentication attempts (retry later)',
      'Gateway auth is set to password, but no password is configured.',
      'Invalid config: gateway auth token is blank, a published example placeholder, or the literal string undefined/null.',
      'gateway auth mode is trusted-proxy, but no trustedProxy config was provided',
      'Config token differs from service token. The daemon will use the old token after restart.',
      'auth token was missing. Generated a runtime token for this startup without changing config',
    ],
    prevention: ['prevention/token-pinned', 'prevention/browser-data'],
  },
  context: ({ input }) => input,
  initial: 'what-fails',
  states: {
    'what-fails': {
      meta: {
        kind: 'question',
        title: 'Who is refused, or what does it say?',
        body: 'The gateway token is one secret for everybody: the gateway holds it, and each browser, command and app shows it. “missing” means that none was shown, “mismatch” another one than the running gateway has.',
        signatures: [
          'unauthorized: gateway token missing',
          'unauthorized: gateway token mismatch',
          'reason=token_missing',
          'reason=token_mismatch',
          'AUTH_TOKEN_MISSING',
          'AUTH_TOKEN_MISMATCH',
        ],
        symptoms: ['Auth failed. Update the token or password in Control UI settings, then click Connect.'],
        sources: ['gateway/protocol/auth', 'web/dashboard', 'gateway/troubleshooting'],
      },
      on: {
        page: {
          target: 'browser-reason',
          description: 'The dashboard in a browser',
          meta: {
            kind: 'answer',
            hint: '“This Gateway expects its token”',
            seen: ['in Control UI settings', 'This Gateway expects its token'],
          },
        },
        command: {
          target: 'command-says',
          description: 'An openclaw command on the gateway’s machine',
          meta: {
            kind: 'answer',
            seen: ['requires credentials', 'url override requires', 'no token/password', 'use this gateway{x}s gateway.auth.token'],
          },
        },
        client: {
          target: 'give-client-token',
          description: 'An app, a node, or another machine or user',
          meta: { kind: 'answer', seen: ['provide gateway auth token'] },
        },
        password: {
          target: 'password-meant',
          description: 'It names a password',
          meta: { kind: 'answer', seen: ['gateway password m{x}', 'expects its password', 'AUTH_PASSWORD'] },
        },
        locked: {
          target: 'locked-out',
          description: 'Too many failed attempts, or rate-limited',
          meta: { kind: 'answer', seen: ['too many failed authentication attempts', 'rate_limited', 'rate-limited', 'AUTH_RATE_LIMITED'] },
        },
        start: {
          target: 'start-refused',
          description: 'The gateway itself does not start',
          meta: { kind: 'answer', hint: 'token is blank, no password is configured, trusted-proxy', seen: ['Gateway failed to start'] },
        },
        changes: {
          target: 'token-stays',
          description: 'It worked until the gateway restarted',
          meta: { kind: 'answer', seen: ['auth token was missing. Generated'] },
        },
      },
    },

    'browser-reason': {
      meta: {
        kind: 'check',
        title: 'Why does the gateway refuse the page?',
        body: 'The page of 2026.9.6 says “This Gateway expects its token” for the gateway token and for the token of the device alike. The newest `ws` line with `reason=` tells them apart.\n\nLines with `client=cli` and `mode=probe` come from a command that looked at the gateway, not from the page.',
        run: logs(100),
        symptoms: [
          'This Gateway expects its token',
          'The Gateway at {address} is reachable, but it needs a matching token or password before this browser can connect',
        ],
        sources: ['gateway/troubleshooting/agent-replies-and-control-ui', 'cli/logs', 'web/dashboard'],
      },
      on: {
        token: {
          target: 'sign-in',
          description: 'token_missing or token_mismatch',
          meta: {
            kind: 'answer',
            seen: ['reason=token_missing', 'reason=token_mismatch', 'gateway token missing', 'gateway token mismatch'],
          },
        },
        device: {
          target: 'device-token',
          description: 'device_token_mismatch',
          meta: { kind: 'answer', seen: ['device_token_mismatch', 'device token mismatch', 'device token rejected'] },
        },
        password: {
          target: 'password-meant',
          description: 'password_missing or password_mismatch',
          meta: { kind: 'answer', seen: ['reason=password_missing', 'reason=password_mismatch', 'gateway password m{x}'] },
        },
        locked: {
          target: 'locked-out',
          description: 'rate_limited',
          meta: { kind: 'answer', seen: ['reason=rate_limited', 'too many failed authentication attempts'] },
        },
        pairing: {
          target: 'pairing',
          description: 'It waits for an approval',
          meta: { kind: 'answer', seen: ['pairing required', 'cause=pairing-required'] },
        },
        'no-log': {
          target: 'token-stays',
          description: 'No log: the command itself is refused',
          meta: { kind: 'answer', hint: 'it “requires credentials”', seen: ['logs.tail requires credentials'] },
        },
        other: {
          target: 'other-reason',
          description: 'Another reason, or no such line',
          meta: {
            kind: 'answer',
            seen: ['origin not allowed', 'device identity required', 'requires device identity', 'protocol mismatch'],
          },
        },
      },
    },

    'sign-in': {
      meta: {
        kind: 'fix',
        title: 'Sign the browser in by a fresh link',
        body: 'A bookmark and the bare address carry no token, and `openclaw dashboard --no-open` of 2026.9.6 prints the bare address too. Its link by `--json` works once, within ten minutes; that of 2026.2.24 holds the token itself. Keep both out of chats and screenshots.\n\nInstead you may paste the token into the form of the page. `__OPENCLAW_REDACTED__` is not the token.',
        steps: signInByLink,
        verify: browserIn,
        signatures: [
          'unauthorized: gateway token missing (open the dashboard URL and paste the token in Control UI settings)',
          'unauthorized: gateway token mismatch (open the dashboard URL and paste the token in Control UI settings)',
          'unauthorized: gateway token missing (paste in Control UI settings or openclaw doctor --generate-gateway-token; restart)',
          'unauthorized: tailscale identity missing (use Tailscale Serve auth or gateway token/password)',
          'unauthorized: tailscale identity check failed (use Tailscale Serve auth or gateway token/password)',
          'unauthorized: tailscale identity mismatch (use Tailscale Serve auth or gateway token/password)',
          'unauthorized: tailscale proxy headers missing (use Tailscale Serve or gateway token/password)',
        ],
        sources: ['web/dashboard', 'cli/dashboard', 'gateway/tailscale'],
        prevention: ['prevention/token-pinned', 'prevention/browser-data'],
      },
      on: {
        'comes-back': { target: 'token-stays', description: 'It works, until the gateway restarts' },
        paste: { target: 'see-token', description: 'The link does not fit: I want to paste the token' },
        pairing,
        down: { ...down, description: 'No link: the gateway does not answer' },
        device: {
          target: 'device-token',
          description: 'Now it names the device token',
          meta: { kind: 'answer', seen: ['device_token_mismatch', 'device token mismatch'] },
        },
        broken: { target: 'collect', description: 'Still refused' },
      },
    },

    'see-token': {
      meta: {
        kind: 'fix',
        title: 'Show the real token, and use that one',
        body: '`config get` hides every secret behind the word `__OPENCLAW_REDACTED__`; copied as a token it is a wrong one. 2026.9.6 shows the token only in a real terminal, not through a pipe or in a script. 2026.2.24 prints an address: the token is what stands behind `#token=`.',
        steps: [
          { text: 'Show the token, on the gateway’s machine', risk: 'reads', run: showToken },
          {
            text: 'Copy it into the form of the page (2026.2.24: Overview, “Gateway Token”), or into the app that asks; then clear the terminal',
            where: 'browser',
            risk: 'reads',
          },
        ],
        verify: healthy,
        signatures: ['Refusing to print the Gateway token outside an interactive terminal'],
        symptoms: ['__OPENCLAW_REDACTED__'],
        sources: ['cli/gateway/running', 'web/dashboard', 'cli/config'],
      },
      on: {
        none: {
          target: 'token-stays',
          description: 'There is no token to show',
          meta: { kind: 'answer', seen: ['No configured Gateway token is available'] },
        },
        secret: {
          target: 'secretref',
          description: 'It names a secret reference',
          meta: { kind: 'answer', seen: ['SecretRef', 'secret reference'] },
        },
        pairing,
        broken: { target: 'collect', description: 'The token is right, and still refused' },
      },
    },

    'command-says': {
      meta: {
        kind: 'question',
        title: 'What does the command answer?',
        body: 'A command finds its token in the config or in `OPENCLAW_GATEWAY_TOKEN`. If both are set and differ, 2026.2.24 takes the variable and 2026.9.6 the config. The gateway takes the config in both.',
        sources: ['gateway/troubleshooting', 'help/environment'],
      },
      on: {
        mismatch: {
          target: 'which-places',
          description: '“gateway token mismatch”',
          meta: { kind: 'answer', seen: ['gateway token mismatch'] },
        },
        none: {
          target: 'same-user',
          description: '“token missing”, or it requires credentials',
          meta: {
            kind: 'answer',
            hint: 'or “this CLI has no token/password”',
            seen: ['gateway token missing', 'requires credentials before', 'no token/password'],
          },
        },
        url: {
          target: 'url-credentials',
          description: '“url override requires explicit credentials”',
          meta: { kind: 'answer', seen: ['url override requires explicit credentials'] },
        },
        service: {
          target: 'sync-service',
          guard: 'native',
          description: 'It names the token of the service',
          meta: {
            kind: 'answer',
            hint: '“differs from service token”, or only `gateway status` fails',
            seen: ['differs from service token', 'service token is stale', 'embeds OPENCLAW_GATEWAY_TOKEN'],
          },
        },
        secret: {
          target: 'secretref',
          guard: 'newest',
          description: 'It names a SecretRef or secret reference',
          meta: { kind: 'answer', seen: ['SecretRef', 'secret reference'] },
        },
        hidden: {
          target: 'see-token',
          description: 'Only __OPENCLAW_REDACTED__',
          meta: { kind: 'answer', seen: [/^"?__OPENCLAW_REDACTED__"?$/m] },
        },
        device: {
          target: 'device-token',
          description: '“device token mismatch”',
          meta: { kind: 'answer', seen: ['device token mismatch', 'device token rejected'] },
        },
      },
    },

    'which-places': {
      meta: {
        kind: 'check',
        title: 'In which places does a token stand?',
        body: 'First comes the length of the token in the environment: of this terminal, or of the container. Then the config: a redacted word means that it holds one. Natively a line in `~/.openclaw/.env` counts as environment too, and does not show here.',
        run: places,
        signatures: [
          "unauthorized: gateway token mismatch (use this gateway's gateway.auth.token or pair the device)",
          'gateway connect failed: GatewayClientRequestError: unauthorized: gateway token mismatch',
          'gateway connect failed: Error: unauthorized: gateway token mismatch',
          'unauthorized: gateway token mismatch (set gateway.remote.token to match gateway.auth.token)',
          'unauthorized: gateway token mismatch (provide gateway auth token)',
        ],
        sources: ['help/environment', 'cli/config', 'install/docker/environment-variables'],
      },
      on: {
        both: [
          {
            target: 'drop-config-token',
            guard: 'docker',
            description: 'In both: a number, and __OPENCLAW_REDACTED__',
            meta: { kind: 'answer', seen: [inBoth] },
          },
          {
            target: 'drop-variable',
            description: 'In both: a number, and __OPENCLAW_REDACTED__',
            meta: { kind: 'answer', seen: [inBoth] },
          },
        ],
        config: {
          target: 'restart-with-it',
          description: 'Only in the config: 0, and __OPENCLAW_REDACTED__',
          meta: { kind: 'answer', seen: [onlyConfig] },
        },
        variable: [
          {
            target: 'restart-with-it',
            guard: 'docker',
            description: 'Only in the environment: a number, and unset',
            meta: { kind: 'answer', seen: [onlyVariable] },
          },
          {
            target: 'new-token',
            description: 'Only in this terminal: a number, and unset',
            meta: { kind: 'answer', seen: [onlyVariable] },
          },
        ],
        none: [
          {
            target: 'pin-docker',
            guard: 'docker',
            description: 'In neither: 0, and not found or unset',
            meta: { kind: 'answer', seen: [nowhere] },
          },
          { target: 'new-token', description: 'In neither: 0, and not found or unset', meta: { kind: 'answer', seen: [nowhere] } },
        ],
        secret: {
          target: 'secretref',
          guard: 'newest',
          description: 'The config holds a reference: source, provider, id',
          meta: { kind: 'answer', seen: [reference] },
        },
        elsewhere: { target: 'give-client-token', description: 'It is refused on another machine, or as another user' },
        service: {
          target: 'sync-service',
          guard: 'native',
          description: 'Only `gateway status` is refused, health is OK',
          meta: { kind: 'answer', seen: ['differs from service token', 'service token is stale', 'embeds OPENCLAW_GATEWAY_TOKEN'] },
        },
      },
    },

    'drop-variable': {
      meta: {
        kind: 'fix',
        title: 'Take the second token out of the environment',
        body: 'Then only the config is left, and gateway and commands read the same one. On 2026.9.6 a variable beside a config token is ignored: if it is not the reason, the restart below is.\n\nLook into your shell’s start files too, or the variable is back in the next terminal.',
        steps: [
          {
            text: 'Out of this terminal',
            risk: 'reads',
            run: {
              ...nativeOnly(
                shells('unset OPENCLAW_GATEWAY_TOKEN', 'Remove-Item Env:OPENCLAW_GATEWAY_TOKEN -ErrorAction SilentlyContinue'),
                byDocker,
              ),
              otherwise: [
                {
                  when: 'macOS keeps it for all programs (`launchctl getenv OPENCLAW_GATEWAY_TOKEN` prints something)',
                  run: {
                    native: { linux: null, macos: 'launchctl unsetenv OPENCLAW_GATEWAY_TOKEN', windows: null },
                    compose: null,
                    container: null,
                  },
                },
              ],
            },
          },
          {
            ...skip(editVariables, { compose: byDocker, container: byDocker }),
            text: 'Out of this file: delete a line OPENCLAW_GATEWAY_TOKEN=…, if there is one. An empty or new file means: close it',
          },
          restartStep,
        ],
        verify: healthy,
        sources: ['help/environment', 'cli/doctor/recovery', 'gateway/troubleshooting'],
      },
      on: {
        service: {
          target: 'sync-service',
          description: 'Health is OK, and `gateway status` is refused',
          meta: { kind: 'answer', seen: ['differs from service token', 'service token is stale', 'probe: failed'] },
        },
        page,
        broken: { target: 'new-token', description: 'Still “gateway token mismatch”' },
      },
    },

    'drop-config-token': {
      meta: {
        kind: 'fix',
        title: 'Leave only the token of the container’s environment',
        body: 'The gateway takes the token of openclaw.json, while you, your browsers and the commands of 2026.2.24 take that of `.env` or `-e`. It got into the config when the gateway once started without a token, or by `config set`. It is taken out while the gateway is down: a running 2026.2.24 could write it anew.',
        steps: [
          skip(stopStep, { native: byNative }),
          skip(
            { text: 'Take the token out of the config', risk: 'changes-config', run: offline('config unset gateway.auth.token') },
            { native: byNative },
          ),
          skip(bringUpStep, { native: byNative }),
        ],
        verify: up,
        sources: ['install/docker/environment-variables', 'cli/config'],
      },
      on: {
        page,
        broken: { target: 'pin-docker', description: 'Still “mismatch”, or it does not start' },
      },
    },

    'restart-with-it': {
      meta: {
        kind: 'fix',
        title: 'Restart: the gateway still has its token of the start',
        body: 'A token that was changed while the gateway ran does not always reach it: 2026.9.6 reports `config hot reload applied (gateway.auth.token)` and still refuses it until a full restart. In Docker a changed `.env` counts only for a container that is made anew; `up -d` does that.',
        steps: [
          skip(lookAtMounts, { native: 'A native gateway has no container.', container: 'A restart makes nothing anew.' }),
          { ...restartChanged, run: { ...restart, compose: recreate().compose } },
        ],
        verify: up,
        signatures: ['config hot reload applied (gateway.auth.token)'],
        sources: ['gateway/configuration/hot-reload', 'cli/gateway', 'install/docker/compose-operations'],
      },
      on: {
        page,
        'not-mounted': { target: 'mount-state', guard: 'compose', ...notMounted },
        'other-gateway': {
          target: 'where-it-runs',
          description: 'Still “mismatch”: is it this gateway at all?',
          meta: { kind: 'answer', hint: 'another user, profile or container may hold the port' },
        },
        broken: [
          { target: 'pin-docker', guard: 'docker', description: 'Still refused: give it a new token' },
          { target: 'new-token', description: 'Still refused: give it a new token' },
        ],
      },
    },

    'same-user': {
      meta: {
        kind: 'question',
        title: 'Does the command run where the gateway does?',
        body: 'Config and paired devices belong to one user, HOME and profile: with `sudo`, under another account or with `--profile` a command reads others and has no token there. The same goes for `openclaw` on the host of a container.',
        signatures: [
          'gateway {method} requires credentials before opening a websocket',
          'this CLI has no token/password or paired device token for read-scope health RPCs',
          'Fix: configure gateway.auth token/password, pair this device, or pass --token/--password',
          'unauthorized: gateway token missing (set gateway.remote.token to match gateway.auth.token)',
          "unauthorized: gateway token missing (use this gateway's gateway.auth.token or pair the device)",
          'unauthorized: gateway token missing (provide gateway auth token)',
        ],
        sources: ['gateway/multiple-gateways', 'cli/gateway'],
      },
      on: {
        same: { target: 'token-stays', description: 'Yes: same machine, user, profile and container' },
        user: { target: 'give-client-token', description: 'Another user, HOME or profile; or the host of a container' },
        machine: { target: 'give-client-token', description: 'Another machine' },
      },
    },

    'give-client-token': {
      meta: {
        kind: 'fix',
        title: 'Give the other side the gateway’s token',
        body: 'Which key it belongs to depends on `gateway.mode` over there: `gateway.remote.token` when it is remote, `gateway.auth.token` in every other case, also through an SSH tunnel. The old hint “set gateway.remote.token” is printed for both.\n\nThe last check runs over there.',
        steps: [
          {
            text: 'On the gateway’s machine, in a real terminal: show the token and copy it (2026.2.24: what stands behind #token=)',
            risk: 'reads',
            run: showToken,
          },
          {
            text: 'An app: paste it into the settings of its gateway connection. Then you are done',
            where: 'client',
            risk: 'changes-config',
          },
          {
            text: 'A command: paste the token over there, then Enter; nothing is shown',
            where: 'client',
            risk: 'reads',
            run: onTheClient(readUnseen('OPENCLAW_GATEWAY_TOKEN', 'Gateway token')),
          },
          {
            text: 'Save it over there',
            where: 'client',
            risk: 'changes-config',
            run: {
              ...remoteToken,
              otherwise: [
                ...remoteToken.otherwise!,
                { when: 'its gateway.mode is not remote: another user, a host of containers, or a tunnel', run: everywhere(ownToken) },
                {
                  when: 'it runs Windows, and its gateway.mode is not remote',
                  run: everywhere({ linux: ownToken.windows, macos: ownToken.windows, windows: null }),
                },
              ],
            },
          },
          { text: 'Only if it runs a node: restart that', where: 'client', risk: 'restarts', run: everywhere('openclaw node restart') },
        ],
        verify: { run: everywhere('openclaw gateway health'), where: 'client', expect: ['OK ('], within: 60 },
        sources: ['gateway/remote', 'nodes/node-host', 'gateway/protocol/auth'],
      },
      on: {
        pairing,
        'no-token': {
          target: 'token-stays',
          description: 'There is no token to show',
          meta: { kind: 'answer', seen: ['No configured Gateway token is available'] },
        },
        variable: {
          target: 'remote',
          description: 'Saved, and still “mismatch” there',
          meta: { kind: 'answer', hint: 'an old variable there, or another gateway', seen: ['gateway token mismatch'] },
        },
        broken: { target: 'collect', description: 'Another answer' },
      },
    },

    'url-credentials': {
      meta: {
        kind: 'fix',
        title: 'Leave out --url, or pass the token with it',
        body: 'With an address of your own a command never sends the saved credentials, so that they cannot reach a stranger. For the gateway of this machine, and for one behind an SSH tunnel to its usual port, no `--url` is needed. The three stars in the message of 2026.9.6 are a word that it hides by mistake.',
        steps: [
          { text: 'The same command without --url, for example', risk: 'reads', run: healthy.run },
          {
            text: 'When it has to be another address: take its token, unseen',
            risk: 'reads',
            run: everywhere(readUnseen('OPENCLAW_GATEWAY_TOKEN', 'Gateway token')),
          },
          {
            text: 'Pass it with the address; wss:// for everything beyond this machine',
            risk: 'reads',
            run: everywhere(
              shells(
                'openclaw gateway health --url wss://<domain> --token "$OPENCLAW_GATEWAY_TOKEN"',
                'openclaw gateway health --url wss://<domain> --token "$env:OPENCLAW_GATEWAY_TOKEN"',
              ),
            ),
          },
        ],
        verify: healthy,
        signatures: [
          'gateway url override requires explicit credentials',
          'remove --url to use the configured target',
          '(or gatewayToken in tools)',
        ],
        sources: ['cli/gateway', 'gateway/remote'],
      },
      on: {
        none: {
          target: 'same-user',
          description: 'Without --url it “requires credentials”',
          meta: { kind: 'answer', seen: ['requires credentials before', 'gateway token missing', 'no token/password'] },
        },
        mismatch: {
          target: 'which-places',
          description: '“gateway token mismatch”',
          meta: { kind: 'answer', seen: ['gateway token mismatch'] },
        },
        plain: {
          target: 'plain',
          description: 'It refuses the ws:// address',
          meta: { kind: 'answer', seen: ['SECURITY ERROR', 'plaintext ws://'] },
        },
        broken: { target: 'gateway-down', description: 'Nothing answers there' },
      },
    },

    'sync-service': {
      meta: {
        kind: 'fix',
        title: 'Install the service anew, with today’s token',
        body: 'The service of 2026.2.24 was given a copy of the token when it was installed. After a change of the config `gateway status` tries that old copy and is refused, although the gateway answers. 2026.9.6 writes no token into the service: there the line comes from an older or hand-made one, and is a warning.',
        steps: [
          {
            text: 'Install it again; that restarts the gateway',
            risk: 'restarts',
            run: nativeOnly('openclaw gateway install --force', byDocker),
          },
        ],
        verify: {
          run: nativeOnly('openclaw gateway status', byDocker),
          expect: ['probe: ok'],
          within: 60,
        },
        signatures: [
          'Config token differs from service token. The daemon will use the old token after restart.',
          'Gateway service OPENCLAW_GATEWAY_TOKEN does not match gateway.auth.token in openclaw.json (service token is stale)',
          'Gateway service embeds OPENCLAW_GATEWAY_TOKEN and should be reinstalled',
          'Run `openclaw gateway install --force` to sync the token',
        ],
        sources: ['cli/gateway/service', 'cli/doctor/recovery'],
      },
      on: {
        manager: {
          target: 'service-manager',
          description: 'The installation itself fails',
          meta: { kind: 'answer', seen: ['systemctl --user unavailable', 'install failed', 'not supported'] },
        },
        page,
        broken: { target: 'new-token', description: 'It still names the token' },
      },
    },

    'new-token': {
      meta: {
        kind: 'fix',
        title: 'Write one new token into the config',
        body: 'From now on every start uses this one. Browsers and other clients sign in once more; their approvals stay. The restart is part of it: until then the gateway goes on with the token it made up. The service of 2026.2.24 holds a copy, so there it is installed again. A gateway in a terminal that refuses the restart is ended there with Ctrl+C and started again.\n\nOpen a new terminal afterwards: the variable of this one stays.',
        steps: [...tokenIntoConfig(byDocker), restartWithToken],
        verify: healthy,
        signatures: [
          'unauthorized: gateway token not configured on gateway (set gateway.auth.token)',
          'AUTH_TOKEN_NOT_CONFIGURED',
          'Gateway auth is set to token, but no token is configured',
          'gateway auth mode is token, but no token was configured',
          'Gateway restart failed: GatewayClientRequestError: unauthorized: gateway token mismatch ({hint})',
        ],
        sources: ['gateway/config-gateway', 'cli/config', 'web/dashboard'],
        prevention: ['prevention/token-pinned'],
      },
      on: {
        page,
        broken: { target: 'collect', description: 'Still refused' },
      },
    },

    'token-stays': {
      meta: {
        kind: 'check',
        title: 'Does the gateway have a token that stays?',
        body: 'Without a saved one 2026.9.6 makes up a token at every start and keeps it in memory: browsers are refused after each restart, and commands such as `logs` “require credentials”, although a few work, because the start pairs the command line of its own user. 2026.2.24 saves the first one it makes.\n\nThe first line is the length of the token in the environment, the rest is the config. No secret is shown.',
        run: places,
        signatures: [
          'auth token was missing. Generated a runtime token for this startup without changing config; restart will generate a different token',
          'runtime-only gateway auth paired the local CLI device before readiness',
          'No configured Gateway token is available',
        ],
        symptoms: ['auth token was missing. Generated a new token and saved it to config (gateway.auth.token)'],
        sources: ['gateway/config-gateway', 'web/dashboard', 'install/docker/environment-variables'],
      },
      on: {
        none: [
          {
            target: 'pin-docker',
            guard: 'docker',
            description: 'No: 0, and not found or unset',
            meta: { kind: 'answer', seen: [nowhere] },
          },
          {
            target: 'new-token',
            description: 'No: not found, or unset',
            meta: { kind: 'answer', hint: 'a number above it is this terminal only', seen: [nowhere, onlyVariable] },
          },
        ],
        environment: {
          target: 'restart-with-it',
          guard: 'docker',
          description: 'In the environment: a number, and unset',
          meta: { kind: 'answer', seen: [onlyVariable] },
        },
        both: [
          {
            target: 'drop-config-token',
            guard: 'docker',
            description: 'In both: a number, and __OPENCLAW_REDACTED__',
            meta: { kind: 'answer', seen: [inBoth] },
          },
          {
            target: 'drop-variable',
            description: 'Yes, and one in this terminal: a number',
            meta: { kind: 'answer', seen: [inBoth] },
          },
        ],
        config: [
          {
            target: 'config-kept',
            guard: 'docker',
            description: 'In the config: 0, and __OPENCLAW_REDACTED__',
            meta: { kind: 'answer', seen: [onlyConfig] },
          },
          {
            target: 'restart-with-it',
            description: 'Yes: 0, and __OPENCLAW_REDACTED__',
            meta: { kind: 'answer', seen: [onlyConfig] },
          },
        ],
        secret: {
          target: 'secretref',
          guard: 'newest',
          description: 'It is a reference: source, provider, id',
          meta: { kind: 'answer', seen: [reference] },
        },
      },
    },

    'config-kept': {
      meta: {
        kind: 'question',
        title: 'Was the container made anew since it worked?',
        body: 'A token in the config lasts as long as the config does. Without a mount at `/home/node/.openclaw` both go with the container, and the next one starts with another token.',
        sources: ['install/docker'],
      },
      on: {
        yes: { target: 'mount-state', description: 'Yes: rebuilt, updated or removed' },
        no: { target: 'restart-with-it', description: 'No, it was only restarted' },
      },
    },

    'locked-out': {
      meta: {
        kind: 'fix',
        title: 'End the lockout, then sign in with the right token',
        body: 'Ten wrong tokens or passwords within a minute lock their address out for five minutes, and then the right one is refused as well. A command on the gateway’s own machine is never locked out; a browser there can be on 2026.9.6. 2026.2.24 locks only when `gateway.auth.rateLimit` is set.\n\nThe count is in memory, so a restart ends it; waiting does too. Behind a proxy or in Docker all clients may share one address: a single old tab locks out everybody.',
        steps: [
          { text: 'Close every tab, app and node that still shows the old token, or it starts anew', where: 'client', risk: 'reads' },
          restartStep,
          ...signInByLink,
        ],
        verify: browserIn,
        signatures: [
          'unauthorized: too many failed authentication attempts (retry later)',
          'Gateway authentication is temporarily rate-limited. Wait for the temporary lockout to expire, then retry.',
          'The Gateway is temporarily limiting authentication attempts for this client',
          'reason=rate_limited',
          'AUTH_RATE_LIMITED',
        ],
        sources: ['gateway/security/rate-limiting', 'gateway/protocol/auth'],
      },
      on: {
        again: {
          target: 'whose-attempts',
          description: 'It is locked again soon',
          meta: { kind: 'answer', seen: ['too many failed authentication attempts', 'reason=rate_limited'] },
        },
        command: { target: 'give-client-token', description: 'It was an app or another machine: no browser' },
        password: {
          target: 'password-meant',
          description: 'Now it names a password',
          meta: { kind: 'answer', seen: ['gateway password m{x}', 'expects its password'] },
        },
        pairing,
        broken: { target: 'collect', description: 'Still refused, without these words' },
      },
    },

    'whose-attempts': {
      meta: {
        kind: 'check',
        title: 'Which client tries the wrong token?',
        body: 'Read the newest `ws` lines with `unauthorized`: `client=` names the program, `remote=` its address, and `fwd=` the one that a proxy reports. Does one of them come again every few seconds?',
        run: logs(200),
        sources: ['gateway/security/rate-limiting', 'cli/logs'],
      },
      on: {
        browser: {
          target: 'sign-in',
          description: 'openclaw-control-ui: a page somewhere',
          meta: { kind: 'answer', hint: 'a forgotten tab or phone', seen: [/unauthorized[^\n]*client=openclaw-control-ui/] },
        },
        client: {
          target: 'give-client-token',
          description: 'Another client of mine',
          meta: { kind: 'answer', hint: 'an app, a node, a script', seen: [/unauthorized[^\n]*client=(?!openclaw-control-ui|cli)[a-z]/] },
        },
        command: {
          target: 'which-places',
          description: 'cli: a command or a cron job here',
          meta: { kind: 'answer', seen: [/unauthorized[^\n]*client=cli/] },
        },
        stranger: { target: 'exposed', description: 'An address that I do not know' },
      },
    },

    'password-meant': {
      meta: {
        kind: 'question',
        title: 'Shall the gateway ask for a password?',
        body: 'It asks for a password because `gateway.auth.mode` says so, or because only a password is set. Then a token is worth nothing: shown one, 2026.2.24 answers `password missing` and 2026.9.6 `password mismatch`.',
        signatures: [
          'unauthorized: gateway password missing',
          'unauthorized: gateway password mismatch',
          'reason=password_missing',
          'reason=password_mismatch',
          'AUTH_PASSWORD_MISSING',
          'AUTH_PASSWORD_MISMATCH',
        ],
        sources: ['gateway/config-gateway', 'gateway/protocol/auth'],
      },
      on: {
        page: { target: 'type-password', description: 'Yes, and I know it: a page refuses me' },
        command: { target: 'show-password', description: 'Yes, and I know it: a command refuses me' },
        new: { target: 'set-password', description: 'Yes, but it has none, or I do not know it' },
        no: { target: 'back-to-token', description: 'No, a token like everywhere else' },
      },
    },

    'type-password': {
      meta: {
        kind: 'fix',
        title: 'Type the password into the page',
        body: 'A page keeps the token it had; for a gateway with a password the password goes into the field instead (2026.9.6 calls it “Gateway secret”). A link with `#token=` is of no use now.',
        steps: [
          {
            text: 'Open the page, by the address you reach the gateway at',
            where: 'browser',
            risk: 'reads',
            run: { ...everywhere('http://127.0.0.1:<port>/'), language: 'url' },
          },
          { text: 'Type the password into the form, and connect', where: 'browser', risk: 'reads' },
        ],
        verify: browserIn,
        signatures: [
          'unauthorized: gateway password mismatch (enter the password in Control UI settings)',
          'unauthorized: gateway password missing (enter the password in Control UI settings)',
          'This Gateway expects its password',
        ],
        sources: ['web/dashboard', 'gateway/config-gateway'],
      },
      on: {
        pairing,
        locked: {
          target: 'too-often',
          description: 'Too many failed attempts',
          meta: { kind: 'answer', seen: ['too many failed authentication attempts', 'rate-limited'] },
        },
        broken: { target: 'set-password', description: 'Refused, though it is the right one' },
      },
    },

    'show-password': {
      meta: {
        kind: 'fix',
        title: 'Give the command the password',
        body: 'A command on the gateway’s machine, of the gateway’s user, reads the password from the config: there nothing is missing. One elsewhere needs it in a key of its own. The check at the end runs where the command was refused.',
        steps: [
          {
            text: 'Over there: type the password, then Enter; nothing is shown',
            where: 'client',
            risk: 'reads',
            run: onTheClient(readUnseen('OPENCLAW_GATEWAY_PASSWORD', 'Gateway password')),
          },
          {
            text: 'Save it there',
            where: 'client',
            risk: 'changes-config',
            run: {
              ...remotePassword,
              otherwise: [
                ...remotePassword.otherwise!,
                { when: 'its gateway.mode is not remote: another user, a host of containers, or a tunnel', run: everywhere(ownPassword) },
                {
                  when: 'it runs Windows, and its gateway.mode is not remote',
                  run: everywhere({ linux: ownPassword.windows, macos: ownPassword.windows, windows: null }),
                },
              ],
            },
          },
        ],
        verify: { run: everywhere('openclaw gateway health'), where: 'client', expect: ['OK ('], within: 60 },
        signatures: [
          'unauthorized: gateway password mismatch (set gateway.remote.password to match gateway.auth.password)',
          'unauthorized: gateway password missing (set gateway.remote.password to match gateway.auth.password)',
          "unauthorized: gateway password mismatch (use this gateway's gateway.auth.password)",
          "unauthorized: gateway password missing (use this gateway's gateway.auth.password)",
          'unauthorized: gateway password mismatch (provide gateway auth password)',
          'unauthorized: gateway password missing (provide gateway auth password)',
        ],
        sources: ['web/dashboard', 'gateway/remote', 'gateway/protocol/auth'],
      },
      on: {
        pairing,
        locked: {
          target: 'too-often',
          description: 'Too many failed attempts',
          meta: { kind: 'answer', seen: ['too many failed authentication attempts', 'rate-limited'] },
        },
        broken: { target: 'set-password', description: 'Refused, though it is the right one' },
      },
    },

    'set-password': {
      meta: {
        kind: 'fix',
        title: 'Set a password, and start the gateway with it',
        body: 'On 2026.9.6 the change to mode `password` removes a saved token, and `change-me-to-a-strong-password` or an empty one is refused. With `OPENCLAW_GATEWAY_PASSWORD` in the environment of the service as well: the config wins.\n\nEvery browser and client needs the new password once.',
        steps: [
          {
            text: 'Type a new password, then Enter; nothing is shown',
            risk: 'reads',
            run: everywhere(readUnseen('OPENCLAW_GATEWAY_PASSWORD', 'Gateway password')),
          },
          { text: 'Make the gateway ask for a password', risk: 'changes-config', run: offline('config set gateway.auth.mode password') },
          { text: 'Save it', risk: 'changes-config', run: savePassword },
          stopStep,
          startStep,
        ],
        verify: up,
        signatures: [
          'Gateway auth is set to password, but no password is configured',
          'Set gateway.auth.password (or OPENCLAW_GATEWAY_PASSWORD), or pass --password',
          'gateway auth mode is password, but no password was configured',
          'unauthorized: gateway password not configured on gateway (set gateway.auth.password)',
          'AUTH_PASSWORD_NOT_CONFIGURED',
          'gateway auth password is blank, a published example placeholder',
        ],
        sources: ['gateway/config-gateway', 'cli/gateway', 'cli/config'],
      },
      on: {
        origins: {
          target: 'origins',
          guard: 'earlier',
          description: 'It requires allowedOrigins',
          meta: { kind: 'answer', seen: ['non-loopback Control UI requires'] },
        },
        broken: { target: 'back-to-token', description: 'Still refused, or still not up' },
      },
    },

    'back-to-token': {
      meta: {
        kind: 'fix',
        title: 'Go back to a token',
        body: 'A token is what setup writes and what every other page here assumes. Password and proxy settings may stay in the config: with mode `token` they do not count.',
        steps: tokenSteps,
        verify: up,
        sources: ['gateway/config-gateway', 'install/docker/environment-variables'],
        prevention: ['prevention/token-pinned'],
      },
      on: {
        page,
        'not-mounted': { target: 'mount-state', guard: 'docker', ...notMounted },
        broken: { target: 'collect', description: 'Still refused, or still not up' },
      },
    },

    'start-refused': {
      meta: {
        kind: 'question',
        title: 'What does the gateway say before it ends?',
        body: 'In Docker, and as a service of 2026.2.24, it tries again and again and prints the same line each time. The line stands in the log above “Automatic triage”, not at its very end.',
        sources: ['gateway/config-gateway', 'gateway/trusted-proxy-auth'],
      },
      on: {
        blank: {
          target: 'real-token',
          description: 'The token is blank, a placeholder, a sentinel',
          meta: {
            kind: 'answer',
            seen: ['gateway auth token is blank', 'known redaction sentinel', 'Gateway token must not be blank', 'no token was configured'],
          },
        },
        password: {
          target: 'password-meant',
          description: 'No password is configured, or it is blank',
          meta: { kind: 'answer', seen: ['no password is configured', 'gateway auth password is blank', 'no password was configured'] },
        },
        proxy: {
          target: 'proxy-meant',
          description: 'It names trusted-proxy',
          meta: { kind: 'answer', seen: ['trusted-proxy'] },
        },
        bind: {
          target: 'bind',
          description: 'Refusing to bind gateway … without auth',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway to {bind} without auth'] },
        },
        secret: {
          target: 'secretref',
          description: 'Required secrets are unavailable',
          meta: {
            kind: 'answer',
            hint: 'or the token is an object, not a string',
            seen: ['required secrets are unavailable', 'SecretRef', 'expected string, received object'],
          },
        },
        other: { target: 'not-ready', description: 'Another line' },
      },
    },

    'real-token': {
      meta: {
        kind: 'fix',
        title: 'Put a real token in place of the placeholder',
        body: '2026.9.6 refuses an empty token, the words `undefined` and `null`, the examples `change-me-now` and `change-me-to-a-long-random-token`, and `__OPENCLAW_REDACTED__`. 2026.2.24 replaces an empty one by itself and takes the others as they are, so anyone could guess them.\n\n`doctor --fix --generate-gateway-token` left an empty token as it was when it could not ask. In Docker such a value mostly comes from a copied `.env`.',
        steps: tokenSteps,
        verify: up,
        signatures: [
          'gateway auth token is blank, a published example placeholder, or the literal string undefined/null',
          'Gateway token is blank or the literal string undefined/null, not a usable secret',
          'Gateway token must not be blank or the literal string undefined/null',
          'gateway credential is a redaction sentinel (run openclaw doctor --fix on the Gateway, then restart and re-pair)',
          'Gateway auth token is a known redaction sentinel, not a credential',
          'Gateway token is a known redaction sentinel, not a usable secret',
          'Reserved redaction sentinel "__OPENCLAW_REDACTED__" is not valid config data',
        ],
        sources: ['cli/doctor/recovery', 'gateway/config-gateway', 'install/docker/environment-variables'],
        prevention: ['prevention/token-pinned'],
      },
      on: {
        page,
        'not-mounted': { target: 'mount-state', guard: 'docker', ...notMounted },
        reference: {
          target: 'secretref',
          guard: 'newest',
          description: 'The token comes from a SecretRef',
          meta: { kind: 'answer', hint: 'then its source has to be changed', seen: ['SecretRef', 'required secrets are unavailable'] },
        },
        broken: { target: 'not-ready', description: 'Another line, or still not up' },
      },
    },

    'proxy-meant': {
      meta: {
        kind: 'question',
        title: 'Does a proxy sign in the people before the gateway?',
        body: 'Mode `trusted-proxy` means: the gateway believes the name that a proxy with a login of its own (Pomerium, oauth2-proxy, Cloudflare Access) puts into a header. A plain nginx, Caddy or Traefik only passes requests on; for that the mode is `token`.',
        sources: ['gateway/trusted-proxy-auth'],
      },
      on: {
        no: { target: 'back-to-token', description: 'No, or I am not sure' },
        yes: { target: 'trusted-proxy', description: 'Yes, with a login of its own' },
      },
    },

    'trusted-proxy': {
      meta: {
        kind: 'fix',
        title: 'Name the proxy and its header, and drop the token',
        body: 'The gateway needs both, and 2026.9.6 refuses a token beside this mode, also one in `OPENCLAW_GATEWAY_TOKEN`. Whoever reaches the gateway past the proxy can claim to be anybody: keep its port closed.\n\nCommands on the machine do not come by the proxy, so they are refused from now on (`unauthorized`), and the check asks for a page instead. On 2026.9.6 a `gateway.auth.password` beside it lets them in again, on 2026.2.24 it does not. The proxy must set the header itself and drop the one that a visitor sends.',
        steps: [
          {
            text: 'Name the address the proxy comes from',
            risk: 'changes-config',
            run: offline('config set gateway.trustedProxies.0 <proxyAddress>'),
          },
          {
            text: 'Name the header in which it hands over the user',
            risk: 'changes-config',
            run: offline('config set gateway.auth.trustedProxy.userHeader <userHeader>'),
          },
          {
            text: 'Only for a proxy on the gateway’s own machine: allow it, because 2026.9.6 refuses loopback otherwise',
            risk: 'changes-config',
            run: {
              ...offline('config set gateway.auth.trustedProxy.allowLoopback true'),
              none: { native: notEarlier, compose: notEarlier, container: notEarlier },
              earlier: { '2026.2.24': { native: null, compose: null, container: null } },
            },
          },
          {
            text: 'Take the token out of the config. “Config path not found” means: there was none',
            risk: 'changes-config',
            run: offline('config unset gateway.auth.token'),
          },
          skip(lookAtMounts, { native: 'A native gateway has no container.', container: 'It is only restarted here.' }),
          {
            text: 'Empty the token of the environment. A plain container that was given one by -e has to be made anew without it',
            risk: 'changes-config',
            run: variants(
              { compose: dotenv('OPENCLAW_GATEWAY_TOKEN', '') },
              { none: { native: 'The service takes it from the config.', container: 'It is given by `docker run`, not by a file.' } },
            ),
          },
          { ...bringUpStep, run: { ...bringUpStep.run!, compose: recreate().compose } },
        ],
        verify: lives,
        signatures: [
          'gateway auth mode is trusted-proxy, but no trustedProxy config was provided (set gateway.auth.trustedProxy)',
          'gateway auth mode is trusted-proxy, but trustedProxy.userHeader is empty (set gateway.auth.trustedProxy.userHeader)',
          'gateway auth mode=trusted-proxy requires gateway.trustedProxies to be configured with at least one proxy IP',
          'gateway auth mode is trusted-proxy, but a shared token is also configured',
        ],
        sources: ['gateway/trusted-proxy-auth', 'cli/config'],
      },
      on: {
        'not-mounted': { target: 'mount-state', guard: 'compose', ...notMounted },
        people: {
          target: 'proxy-reason',
          description: 'It starts, and people are refused',
          meta: { kind: 'answer', seen: ['trusted_proxy_', 'proxy_attribution_required', 'unauthorized'] },
        },
        broken: { target: 'back-to-token', description: 'It still does not start' },
      },
    },

    'proxy-reason': {
      meta: {
        kind: 'check',
        title: 'Why does the gateway not believe the proxy?',
        body: 'Look for the newest line that was caused by a request through the proxy. Natively this mode refuses `openclaw logs` as well, so the lines come from the service or the log file. Those with `client=cli` are commands of this machine.',
        run: lastWords,
        signatures: ['reason=trusted_proxy_{reason}'],
        sources: ['gateway/trusted-proxy-auth'],
      },
      on: {
        source: {
          target: 'fix-source',
          description: 'untrusted_source, or loopback_source',
          meta: { kind: 'answer', seen: ['trusted_proxy_untrusted_source', 'trusted_proxy_loopback_source', 'proxy_attribution_required'] },
        },
        user: {
          target: 'fix-header',
          description: 'user_missing, or missing_header',
          meta: { kind: 'answer', seen: ['trusted_proxy_user_missing', /trusted_proxy_missing_header_/] },
        },
        allowed: {
          target: 'fix-header',
          description: 'user_not_allowed',
          meta: { kind: 'answer', hint: 'the list allowUsers lacks this name', seen: ['trusted_proxy_user_not_allowed'] },
        },
        pairing: { target: 'pairing', description: 'pairing required', meta: { kind: 'answer', seen: ['pairing required'] } },
        other: { target: 'other-reason', description: 'Another reason' },
      },
    },

    'fix-source': {
      type: 'final',
      meta: { kind: 'jump', title: 'Name the address the gateway sees', to: 'connect-failed/trust-proxy' },
    },
    'fix-header': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Let proxy and gateway name the same header',
        body: '`user_missing`: the proxy did not set the header, or under another name. Set it in the proxy for requests that have signed in, and drop it from all others. `missing_header_…`: a header of `requiredHeaders` did not arrive. `user_not_allowed`: the name is not in `allowUsers`, where upper and lower case count.\n\nThe headers go with the first request of the WebSocket, so a rule for `/` alone is enough only if it covers upgrades.',
        steps: [{ text: 'What the gateway expects', risk: 'reads', run: offline('config get gateway.auth.trustedProxy') }],
        sources: ['gateway/trusted-proxy-auth'],
      },
    },
    exposed: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Then somebody guesses: close the way from outside',
        body: 'The lockout does its work, but the port should not be reachable for strangers at all. Let the gateway listen on `loopback` and come by a tunnel, Tailscale Serve or an HTTPS proxy with a login; in Docker publish the port on 127.0.0.1. If the token may have leaked, make a new one.',
        steps: [
          { text: 'Where it listens', risk: 'reads', run: cli('config get gateway.bind') },
          { text: 'What else is open', risk: 'reads', run: cli('security audit') },
        ],
        sources: ['gateway/security/network-exposure', 'gateway/security/rate-limiting', 'cli/security'],
      },
    },
    'sign-in-now': { type: 'final', meta: { kind: 'jump', title: 'Sign that browser in with it', to: 'gateway-auth/sign-in' } },
    'where-it-runs': { type: 'final', meta: { kind: 'jump', title: 'Compare user, machine and container', to: 'gateway-auth/same-user' } },
    'device-token': { type: 'final', meta: { kind: 'jump', title: 'It is the token of the device', to: 'device-token-mismatch' } },
    pairing: { type: 'final', meta: { kind: 'jump', title: 'Approve the device', to: 'pairing-required/approve-device' } },
    'other-reason': { type: 'final', meta: { kind: 'jump', title: 'Read what else it may be', to: 'disconnected-4008/reason' } },
    'gateway-down': { type: 'final', meta: { kind: 'jump', title: 'Get the gateway to answer', to: 'connect-failed/gateway-down' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'Something else stops it', to: 'gateway-not-ready' } },
    'too-often': { type: 'final', meta: { kind: 'jump', title: 'Wait until the lockout is over', to: 'gateway-auth/locked-out' } },
    'pin-docker': { type: 'final', meta: { kind: 'jump', title: 'Give the container a token that stays', to: 'docker/pin-token' } },
    'mount-state': { type: 'final', meta: { kind: 'jump', title: 'Keep the state across rebuilds', to: 'docker/mount-state' } },
    secretref: { type: 'final', meta: { kind: 'jump', title: 'Resolve the secret reference', to: 'secretref' } },
    bind: { type: 'final', meta: { kind: 'jump', title: 'It wants a secret before it binds', to: 'bind-without-auth' } },
    remote: { type: 'final', meta: { kind: 'jump', title: 'Find out which gateway answers there', to: 'remote-gateway' } },
    plain: { type: 'final', meta: { kind: 'jump', title: 'Use wss:// or a tunnel', to: 'plaintext-ws' } },
    origins: { type: 'final', meta: { kind: 'jump', title: 'Name the addresses of the dashboard', to: 'control-ui-origin' } },
    'service-manager': { type: 'final', meta: { kind: 'jump', title: 'Get the service manager to work', to: 'service-manager' } },
    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect what gateway and config say, and ask',
        body: 'Take the output to https://docs.openclaw.ai/help. Cut out tokens and links first: on 2026.2.24 the log holds the dashboard’s address with the token.',
        steps: [
          { text: 'Gateway, service and the config of each', risk: 'reads', run: direct('gateway status --deep') },
          { text: 'How it asks, with the secrets hidden', risk: 'reads', run: offline('config get gateway.auth') },
          { text: 'The last lines of the log', risk: 'reads', run: lastWords },
        ],
        sources: ['help/index'],
      },
    },
  },
})
