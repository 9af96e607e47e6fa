import { cli, direct, everywhere, healthy, inside, logs, nativeOnly, onTheClient, shells } from './commands.ts'
import { flow, type Os } from './flow.ts'
import {
  browserIn,
  openLink,
  paired,
  printLink,
  readUnseen,
  restartStep,
  restartWithToken,
  showToken,
  signInByLink,
  tokenIntoConfig,
} from './steps.ts'

const saveAs = (key: string): Record<Os, string> => ({
  linux: `openclaw config set ${key} "$OPENCLAW_GATEWAY_TOKEN"`,
  macos: `openclaw config set ${key} "$OPENCLAW_GATEWAY_TOKEN"`,
  windows: `openclaw config set ${key} "$env:OPENCLAW_GATEWAY_TOKEN"`,
})
const remoteToken = onTheClient(saveAs('gateway.remote.token'))

const dockerAway = 'Docker users come here by another way.'
const deviceTexts = ['reason=device_token_mismatch', 'device token mismatch', 'device token rejected']
const gatewayTexts = [
  'reason=token_mismatch',
  'reason=token_missing',
  'gateway token mismatch',
  'gateway token missing',
  'gateway password mismatch',
  'gateway password missing',
]
const pairingTexts = ['pairing required', 'cause=pairing-required', 'device token scope mismatch', 'upgrade pending approval']

export default flow.createMachine({
  id: 'device-token-mismatch',
  meta: {
    kind: 'family',
    title: 'Device token mismatch',
    summary: 'A browser, app or command line shows a token that the gateway no longer accepts.',
    group: 'refused',
    messages: [
      'device token mismatch',
      'connect failed: device token mismatch',
      'disconnected (4008): connect failed — device token mismatch',
      'openclaw gateway device token mismatch',
      'Error: device token mismatch — please re-pair this device',
      'WebSocket connection failed: device token mismatch',
      'connect failed (4008): device identity rejected',
      'unauthorized: device token mismatch (rotate/reissue device token)',
      'unauthorized: device token rejected (pair/repair this device, or provide gateway token)',
      'This Gateway expects its token',
      'unauthorized: gateway token mismatch (open the dashboard URL and paste the token in Control UI settings)',
      'unauthorized: gateway token missing (paste in Control UI settings or openclaw doctor --generate-gateway-token; restart)',
      'unauthorized: gateway token mismatch (set gateway.remote.token to match gateway.auth.token)',
      'unauthorized: too many failed authentication attempts (retry later)',
      'Gateway authentication is temporarily rate-limited. Wait for the temporary lockout to expire, then retry.',
    ],
    prevention: ['prevention/token-pinned', 'prevention/browser-data'],
  },
  context: ({ input }) => input,
  initial: 'which-token',
  states: {
    'which-token': {
      meta: {
        kind: 'check',
        title: 'Which token does the gateway refuse?',
        body: 'There are two. The gateway token is one secret that all clients share. A device token is made for one browser, app or command line when it is paired. The page of 2026.9.6 says “This Gateway expects its token” for both, so read the newest `ws` line with `reason=`.\n\nIgnore lines with `client=cli mode=probe`: `openclaw dashboard` leaves them behind.',
        run: logs(100),
        signatures: [
          'device token mismatch',
          'connect failed: device token mismatch',
          'disconnected (4008): connect failed — device token mismatch',
          'openclaw gateway device token mismatch',
          'Error: device token mismatch — please re-pair this device',
          'WebSocket connection failed: device token mismatch',
          'connect failed (4008): device identity rejected',
          'unauthorized: device token mismatch (rotate/reissue device token)',
          'gateway closed (1008): unauthorized: device token mismatch',
          'AUTH_DEVICE_TOKEN_MISMATCH',
        ],
        sources: ['guide#Device Token Mismatch', 'gateway/troubleshooting/agent-replies-and-control-ui', 'cli/logs'],
        corrections: [
          {
            guide: 'device token mismatch',
            why: 'That is the middle of the real line: `unauthorized: device token mismatch (rotate/reissue device token)`.',
          },
          {
            guide: 'connect failed: device token mismatch',
            why: 'The command line prints `gateway connect failed:` and then the gateway’s own line.',
          },
          {
            guide: 'disconnected (4008): connect failed — device token mismatch',
            why: 'A page shows either the 4008 line or the gateway’s text, never both joined.',
          },
          {
            guide: 'openclaw gateway device token mismatch',
            why: 'No release prints this; it is answered here because it names the same cause.',
          },
          {
            guide: 'Error: device token mismatch — please re-pair this device',
            why: 'No release prints this. For a token it does not know the gateway says `device token rejected (pair/repair this device, or provide gateway token)`.',
          },
          {
            guide: 'WebSocket connection failed: device token mismatch',
            why: 'A browser’s console never names the reason; the page and the gateway’s log do.',
          },
          {
            guide: 'connect failed (4008): device identity rejected',
            why: 'No release prints this. If the log names the identity or signature of the device instead of a token, choose “Another reason”.',
          },
        ],
      },
      on: {
        device: {
          target: 'which-client',
          description: 'The device token',
          meta: { kind: 'answer', hint: 'device_token_mismatch, or “device token rejected”', seen: deviceTexts },
        },
        gateway: {
          target: 'gateway-auth',
          description: 'The gateway token, or the password',
          meta: { kind: 'answer', hint: 'token_missing, token_mismatch, password_…', seen: gatewayTexts },
        },
        approval: {
          target: 'pairing',
          description: 'No token: it waits for approval',
          meta: { kind: 'answer', hint: '“pairing required”, or a role or scope', seen: pairingTexts },
        },
        locked: {
          target: 'locked-out',
          description: 'Too many failed attempts',
          meta: { kind: 'answer', seen: ['reason=rate_limited', 'too many failed authentication attempts', 'temporarily rate-limited'] },
        },
        'no-log': {
          target: 'token-stays',
          guard: 'nativeNewest',
          description: 'No log: it “requires credentials”',
          meta: { kind: 'answer', hint: 'the gateway runs without a saved token', seen: ['logs.tail requires credentials'] },
        },
        other: {
          target: 'other-refusal',
          description: 'Another reason, or no such line',
          meta: {
            kind: 'answer',
            seen: ['origin not allowed', 'requires device identity', 'device signature', 'device nonce', 'protocol mismatch'],
          },
        },
      },
    },

    'which-client': {
      meta: {
        kind: 'question',
        title: 'What shows the device token mismatch?',
        body: 'A Telegram bot has no device token: the people who write to it are approved in another way.',
        signatures: ['device token rejected (pair/repair this device, or provide gateway token)'],
        corrections: [
          {
            guide: 'The token stored on your device (browser, Telegram bot, mobile app) no longer matches',
            why: 'Browsers, apps and command lines have a device token. A Telegram chat has none; its users are approved by `openclaw pairing`.',
          },
        ],
      },
      on: {
        browser: { target: 'open-dashboard', description: 'The dashboard in a browser' },
        cli: [
          { target: 'pin-docker', guard: 'docker', description: 'An openclaw command here' },
          { target: 'cli-here', guard: 'newest', description: 'An openclaw command here' },
          { target: 'cli-shared', description: 'An openclaw command here' },
        ],
        elsewhere: { target: 'other-client', description: 'An app, a node or a command on another machine' },
        chat: { target: 'chat', description: 'A Telegram or other chat' },
      },
    },

    'who-sends': {
      meta: {
        kind: 'question',
        title: 'What sends the wrong gateway token, or none?',
        body: 'Both releases hide the token in `config get`: the word `__OPENCLAW_REDACTED__` is not the token. In password mode the password takes the token’s place.',
        sources: ['web/dashboard', 'gateway/troubleshooting/agent-replies-and-control-ui'],
      },
      on: {
        browser: { target: 'open-dashboard', description: 'The dashboard in a browser' },
        cli: [
          { target: 'pin-docker', guard: 'docker', description: 'An openclaw command here' },
          { target: 'cli-shared', description: 'An openclaw command here' },
        ],
        elsewhere: { target: 'other-client', description: 'An app, a node or a command on another machine' },
      },
    },

    'open-dashboard': {
      meta: {
        kind: 'fix',
        title: 'Sign this browser in again by a fresh link',
        body: '2026.9.6 drops a browser’s device token when the gateway token changes, and when the device was removed, revoked or rotated. The link cures all of these, and a browser that was paired needs no new approval. It is good for one sign-in within ten minutes. On a desktop `openclaw dashboard` opens it by itself.\n\nThe link and the output around it are secrets: keep them out of chats and screenshots. The page of 2026.2.24 heals by itself while it still has the gateway token.',
        steps: signInByLink,
        verify: browserIn,
        signatures: ['webchat disconnected code=4001 reason=device removed', 'webchat disconnected code=4001 reason=gateway auth changed'],
        sources: ['guide#Quick Fix', 'cli/dashboard', 'web/dashboard', 'web/control-ui/connect-and-pair'],
        corrections: [
          {
            guide: 'openclaw doctor --fix && openclaw restart',
            why: '`doctor --fix` changes no token, and 2026.9.6 refuses it while the gateway runs (`Doctor could not enter maintenance`). `openclaw restart` is no command.',
          },
          {
            guide: 'This regenerates matching tokens and restarts the gateway',
            why: 'It left the gateway token and every device token as they were in both releases.',
          },
        ],
        prevention: ['prevention/token-pinned', 'prevention/browser-data'],
      },
      on: {
        'comes-back': {
          target: 'token-stays',
          description: 'It works, until the gateway restarts',
          meta: { kind: 'answer', hint: 'or the log “requires credentials”', seen: ['logs.tail requires credentials'] },
        },
        pairing: {
          target: 'approve',
          description: 'Now it waits for approval',
          meta: { kind: 'answer', hint: '“pairing required”, “Approve this browser”', seen: ['pairing required', 'Approve this browser'] },
        },
        'no-link': {
          target: 'gateway-down',
          description: 'No link: the gateway does not answer',
          meta: { kind: 'answer', seen: ['"ok":false', 'ECONNREFUSED', 'gateway closed (1006'] },
        },
        broken: { target: 'pair-again', description: 'Still refused' },
      },
    },

    'cli-here': {
      meta: {
        kind: 'fix',
        title: 'Restart the gateway: it pairs this command line anew',
        body: 'A command uses a device token only when it finds no gateway token, neither in the config nor in OPENCLAW_GATEWAY_TOKEN. `devices rotate` breaks it: the command line goes on with the old token. A gateway that runs in a terminal then refuses `gateway restart` too: end it there with Ctrl+C. At its next start a gateway without a saved token pairs the command line of its own user again.',
        steps: [restartStep],
        verify: healthy,
        signatures: [
          'Reason: unauthorized: device token mismatch (rotate/reissue device token)',
          'Gateway restart failed: GatewayClientRequestError: unauthorized: device token mismatch ({hint})',
        ],
        sources: ['cli/devices', 'cli/gateway'],
        prevention: ['prevention/token-pinned'],
      },
      on: {
        'comes-back': { target: 'token-stays', description: 'It works, but it comes back' },
        broken: { target: 'token-stays', description: 'Still “device token mismatch”' },
      },
    },

    'cli-shared': {
      meta: {
        kind: 'fix',
        title: 'Let command line and gateway use one token',
        body: 'A token set while the gateway ran counts only after a restart. 2026.2.24 takes OPENCLAW_GATEWAY_TOKEN of the terminal before the config, 2026.9.6 the other way round, so an old variable breaks the one and a wrong config the other.',
        steps: [
          {
            text: 'Take an old token out of this terminal',
            risk: 'reads',
            run: nativeOnly(
              shells('unset OPENCLAW_GATEWAY_TOKEN', 'Remove-Item Env:OPENCLAW_GATEWAY_TOKEN -ErrorAction SilentlyContinue'),
              dockerAway,
            ),
          },
          restartStep,
        ],
        verify: healthy,
        sources: ['gateway/troubleshooting/agent-replies-and-control-ui', 'help/environment'],
      },
      on: {
        service: {
          target: 'sync-service',
          description: 'Only `gateway status` fails, or it says the service is stale',
          meta: {
            kind: 'answer',
            seen: ['Config token differs from service token', 'service token is stale', 'embeds OPENCLAW_GATEWAY_TOKEN'],
          },
        },
        broken: { target: 'new-token', description: 'Still “gateway token mismatch” or “missing”' },
      },
    },

    'sync-service': {
      meta: {
        kind: 'fix',
        title: 'Write the service anew, with the token of the config',
        body: 'The service of 2026.2.24 keeps a copy of the token from the day it was installed.',
        steps: [
          {
            text: 'Install the service again; that restarts it',
            risk: 'restarts',
            run: nativeOnly('openclaw gateway install --force', dockerAway),
          },
        ],
        verify: healthy,
        sources: ['cli/gateway/service'],
      },
      on: { broken: { target: 'new-token', description: 'It still names the token' } },
    },

    'new-token': {
      meta: {
        kind: 'fix',
        title: 'Write a gateway token that stays into the config',
        body: 'From now on every start uses this one. Browsers and other clients have to sign in once more; approvals stay. A service of 2026.2.24 carries a copy of the token, so there it is installed again.',
        steps: [...tokenIntoConfig(dockerAway), restartWithToken],
        verify: healthy,
        sources: ['gateway/config-gateway', 'web/dashboard'],
        prevention: ['prevention/token-pinned'],
      },
      on: {
        browser: { target: 'sign-in-again', description: 'It works here; the browser has to sign in' },
        broken: { target: 'collect', description: 'Still “gateway token mismatch”' },
      },
    },

    'other-client': {
      meta: {
        kind: 'fix',
        title: 'Give that client the gateway token',
        body: 'Do not rotate its device token from here: 2026.9.6 does not deliver the new one to another device. With the gateway token the client gets a new device token by itself. The check at the end is for that machine too.',
        steps: [
          {
            text: 'On the gateway’s machine, in a real terminal: show the gateway token (2026.2.24: the part behind #token=) and copy it',
            risk: 'reads',
            run: showToken,
          },
          {
            text: 'In an app: paste it into the settings of its gateway connection, and leave out the rest of the steps',
            where: 'client',
            risk: 'changes-config',
          },
          {
            text: 'On the other machine: paste the token, then Enter; nothing is shown',
            where: 'client',
            risk: 'reads',
            run: onTheClient(readUnseen('OPENCLAW_GATEWAY_TOKEN', 'Gateway token')),
          },
          {
            text: 'On the other machine: save it',
            where: 'client',
            risk: 'changes-config',
            run: {
              ...remoteToken,
              otherwise: [
                ...remoteToken.otherwise!,
                {
                  when: 'its gateway.mode is not remote, because it uses a tunnel or runs on the gateway’s machine',
                  run: everywhere(saveAs('gateway.auth.token')),
                },
                {
                  when: 'it runs Windows, and its gateway.mode is not remote',
                  run: everywhere({
                    linux: saveAs('gateway.auth.token').windows,
                    macos: saveAs('gateway.auth.token').windows,
                    windows: null,
                  }),
                },
              ],
            },
          },
          {
            text: 'Only if that machine runs a node: restart it',
            where: 'client',
            risk: 'restarts',
            run: everywhere('openclaw node restart'),
          },
        ],
        verify: { run: everywhere('openclaw gateway health'), where: 'client', expect: ['OK ('], within: 60 },
        signatures: ['"tokenDelivery": "withheld-cross-device"'],
        sources: ['gateway/remote', 'nodes/node-host', 'cli/devices', 'gateway/protocol/auth'],
      },
      on: {
        pairing: {
          target: 'approve',
          description: 'Now it says “pairing required”',
          meta: { kind: 'answer', seen: ['pairing required', 'upgrade pending approval'] },
        },
        'no-token': {
          target: 'token-stays',
          description: 'There is no gateway token to show',
          meta: { kind: 'answer', seen: ['No configured Gateway token is available'] },
        },
        broken: { target: 'pair-again', description: 'Still “device token mismatch”' },
      },
    },

    'pair-again': {
      meta: {
        kind: 'fix',
        title: 'Remove the device and pair it again',
        body: 'This makes the gateway forget one device, and nothing else. It counts at once: no restart. A browser on the gateway’s own machine is let in without a question, and so is one that comes by the link of 2026.9.6.',
        steps: [
          {
            text: 'Find its id: 2026.9.6 repeats it in full under the table; on 2026.2.24 put the lines of the Device column together',
            risk: 'reads',
            run: cli('devices list'),
          },
          { text: 'Remove the device; it prints “Removed”', risk: 'changes-config', run: cli('devices remove <deviceId>') },
          {
            ...printLink,
            text: 'For a browser: print a link that signs it in, the value of browserUrl (2026.2.24: the whole address). Anything else: let it connect again',
          },
          openLink,
          {
            text: 'Only if it waits for approval: look up the request, within five minutes',
            risk: 'reads',
            run: cli('devices list'),
          },
          { text: 'Approve it by the id in the Request column', risk: 'changes-config', run: cli('devices approve <requestId>') },
        ],
        verify: paired,
        sources: ['guide#Manual Fix: Remove and Re-Approve', 'cli/devices', 'web/control-ui/connect-and-pair'],
        corrections: [
          {
            guide: 'openclaw restart',
            why: 'No release has this command, and a removed device needs no restart of the gateway.',
          },
          {
            guide: 'openclaw devices approve NEW_DEVICE_ID',
            why: 'It takes the id of the request. A device id is refused: `No pending device request matches` or `unknown requestId`.',
          },
          {
            guide: 'Reconnect from your browser or Telegram, and a new pairing request will appear',
            why: 'It appears for browsers, apps and command lines elsewhere. A local browser is approved silently, and a Telegram chat gets a pairing code instead.',
          },
        ],
        prevention: ['prevention/browser-data'],
      },
      on: {
        refused: {
          target: 'devices-refused',
          description: 'The devices command itself is refused',
          meta: { kind: 'answer', seen: ['missing scope', 'gateway closed (1006', 'requires credentials'] },
        },
        denied: {
          target: 'token-stays',
          guard: 'newest',
          description: '“removal denied”, or only “cli” is listed',
          meta: { kind: 'answer', hint: 'on the gateway’s own machine', seen: ['device pairing removal denied'] },
        },
        'comes-back': { target: 'token-stays', description: 'It works, until the gateway restarts' },
        broken: { target: 'private-window', description: 'Still refused' },
      },
    },

    'token-stays': {
      meta: {
        kind: 'check',
        title: 'Does the gateway have a token that stays?',
        body: 'Without one 2026.9.6 makes up a gateway token at every start, and all browsers lose their device tokens. Until it has one, `openclaw logs` “requires credentials”, and `devices list` shows only the command line itself.\n\n2026.2.24 saves the first one it makes. The command shows no secret; in Docker it first prints the length of the token in `.env` or `-e`, then whether the config has one.',
        run: inside(
          'openclaw config get gateway.auth.token',
          "sh -c 'echo ${#OPENCLAW_GATEWAY_TOKEN}; node dist/index.js config get gateway.auth.token'",
        ),
        sources: ['guide#Prevention: Pin Your Gateway Token', 'web/dashboard', 'gateway/config-gateway', 'install/docker'],
        corrections: [
          {
            guide: 'OpenClaw regenerates the gateway token on every restart unless you pin it',
            why: 'Only without a configured token, and only 2026.9.6; 2026.2.24 saves one once. Setup, onboarding and the Docker script all save one.',
          },
          {
            guide: 'Pin it once and token mismatches stop',
            why: 'It ends the mismatch after restarts. A device that was removed, revoked or rotated, or lost its site data, still has to sign in again.',
          },
          {
            guide: 'openclaw config set gateway.token "your-stable-token-here"',
            why: 'The key is refused. It is `gateway.auth.token`, and a token typed out ends up in the history of your shell.',
          },
          { guide: 'gateway.token', why: 'There is no such key; both releases name it `gateway.auth.token`.' },
          {
            guide: 'docker run -e OPENCLAW_GATEWAY_TOKEN=your-stable-token-here openclaw-stack',
            why: 'The variable is right. The image is `ghcr.io/openclaw/openclaw`, and without a mount at `/home/node/.openclaw` all pairings go with the container.',
          },
        ],
      },
      on: {
        no: [
          {
            target: 'pin-docker',
            guard: 'docker',
            description: 'No: 0, and not found or unset',
            meta: { kind: 'answer', seen: [/^0$/m] },
          },
          {
            target: 'new-token',
            description: 'No: not found, or unset',
            meta: {
              kind: 'answer',
              seen: ['Config path not found: gateway.auth.token', 'Config path is valid but unset: gateway.auth.token'],
            },
          },
        ],
        yes: [
          {
            target: 'state',
            guard: 'docker',
            description: 'Yes: a number above 0, or __OPENCLAW_REDACTED__',
            meta: { kind: 'answer', seen: [/^[1-9]\d*$/m, '__OPENCLAW_REDACTED__'] },
          },
          {
            target: 'private-window',
            description: 'Yes: __OPENCLAW_REDACTED__',
            meta: { kind: 'answer', seen: ['__OPENCLAW_REDACTED__'] },
          },
        ],
      },
    },

    'locked-out': {
      meta: {
        kind: 'fix',
        title: 'End the lockout, then sign in with the right token',
        body: 'After ten failures within a minute 2026.9.6 refuses that address for five minutes, even with the right token. 2026.2.24 does so only when `gateway.auth.rateLimit` is set. The count is kept in memory: a restart ends it, waiting does too.',
        steps: [
          { text: 'Close every tab and app that still tries the old token', where: 'browser', risk: 'reads' },
          restartStep,
          ...signInByLink,
        ],
        verify: browserIn,
        sources: ['gateway/security/rate-limiting', 'gateway/troubleshooting/agent-replies-and-control-ui'],
      },
      on: {
        token: {
          target: 'who-sends',
          description: 'Now it names a token again',
          meta: { kind: 'answer', seen: gatewayTexts },
        },
        broken: { target: 'whose-attempts', description: 'Still “too many failed attempts”' },
      },
    },

    'private-window': {
      meta: {
        kind: 'question',
        title: 'Does the fresh link work in a private window?',
        body: 'A private window starts without the stored identity and tokens of that browser. It counts as a new device, so it may ask for an approval first. A link works once: print a new one.',
        sources: ['web/control-ui/connect-and-pair'],
      },
      on: {
        yes: { target: 'clear-site-data', description: 'Yes: the browser keeps something old' },
        no: { target: 'collect', description: 'No, or it is no browser' },
      },
    },

    'other-refusal': {
      type: 'final',
      meta: { kind: 'jump', title: 'Read what else it may be', to: 'disconnected-4008/reason' },
    },
    pairing: { type: 'final', meta: { kind: 'jump', title: 'It waits for an approval', to: 'pairing-required' } },
    approve: { type: 'final', meta: { kind: 'jump', title: 'Approve the device', to: 'pairing-required/approve-device' } },
    'devices-refused': {
      type: 'final',
      meta: { kind: 'jump', title: 'Run the devices command where it is allowed', to: 'pairing-required/cli-refused' },
    },
    chat: { type: 'final', meta: { kind: 'jump', title: 'Approve the chat user', to: 'pairing-required/approve-chat-user' } },
    'sign-in-again': {
      type: 'final',
      meta: { kind: 'jump', title: 'Sign each browser in once more', to: 'device-token-mismatch/open-dashboard' },
    },
    'pin-docker': { type: 'final', meta: { kind: 'jump', title: 'Give the container a token that stays', to: 'docker/pin-token' } },
    state: { type: 'final', meta: { kind: 'jump', title: 'Keep the pairings across rebuilds', to: 'docker/mount-state' } },
    'gateway-down': { type: 'final', meta: { kind: 'jump', title: 'Get the gateway to answer', to: 'connect-failed/gateway-down' } },
    'clear-site-data': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Clear what the browser keeps of this address',
        body: 'It loses its identity with that, so it is a new device afterwards: sign in by a fresh link, and approve it if it asks. Messages that were not sent are gone.',
        steps: [
          {
            text: 'Delete the site data of the gateway’s address only: the icon left of the address, then cookies and site data',
            where: 'browser',
            risk: 'changes-config',
          },
          ...signInByLink,
          { text: 'Look up the old entry of this browser, to remove it', risk: 'reads', run: cli('devices list') },
          { text: 'Remove the old entry', risk: 'changes-config', run: cli('devices remove <deviceId>') },
        ],
        sources: ['web/control-ui/connect-and-pair', 'cli/devices'],
      },
    },
    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'Nothing of this family fits. Take the output below to https://docs.openclaw.ai/help, but first cut out tokens and links: on 2026.2.24 the log holds the dashboard’s address with the token.',
        steps: [
          { text: 'The state of gateway and service', risk: 'reads', run: direct('gateway status --deep') },
          { text: 'The devices it knows', risk: 'reads', run: cli('devices list') },
          { text: 'The last lines of the log', risk: 'reads', run: logs(200) },
        ],
        sources: ['help/index'],
      },
    },
    'gateway-auth': { type: 'final', meta: { kind: 'jump', title: 'The gateway token or password is refused', to: 'gateway-auth' } },
    'whose-attempts': {
      type: 'final',
      meta: { kind: 'jump', title: 'Find the client that tries the wrong token', to: 'gateway-auth/whose-attempts' },
    },
  },
})
