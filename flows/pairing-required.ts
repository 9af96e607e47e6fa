import { cli, direct, variants } from './commands.ts'
import { flow } from './flow.ts'
import { approveCode, browserIn, listCodes, nobodyWaits, openThere, openTunnel, paired } from './steps.ts'

/** The same where the gateway runs, so that no network and no rights stand between. */
const devicesThere = direct('devices list')

export default flow.createMachine({
  id: 'pairing-required',
  meta: {
    kind: 'family',
    title: 'Pairing required',
    summary: 'The gateway works and waits until you approve a browser, an app or a chat user that it does not know.',
    group: 'refused',
    messages: [
      'pairing required',
      'device not paired — approve this device to connect',
      'Error: device identity required',
      'new device detected — waiting for approval',
      '[gateway] pairing request from device DEVICE_ID',
      'Telegram pairing required — approve code XXXXXX',
      'pairing required: device is not approved yet (requestId: …)',
      'device pairing required (requestId: …)',
      'pairing required: device is asking for more scopes than currently approved (requestId: …)',
      'pairing required: device is asking for a higher role than currently approved (requestId: …)',
      'scope upgrade pending approval (requestId: …)',
      'role upgrade pending approval (requestId: …)',
      'This device needs pairing approval from the gateway host.',
      'gateway connect failed: GatewayClientRequestError: pairing required',
      'No pending device pairing requests to approve',
      'control ui requires device identity (use HTTPS or localhost secure context)',
    ],
    prevention: ['prevention/data-persisted', 'prevention/browser-data'],
  },
  context: ({ input }) => input,
  initial: 'what-waits',
  states: {
    'what-waits': {
      meta: {
        kind: 'question',
        title: 'What waits for an approval?',
        body: 'Nothing is broken: the gateway got the right token from something it has not seen before. Devices and chat users are two lists with two commands.',
        sources: ['guide#Pairing Required', 'web/control-ui/connect-and-pair', 'channels/pairing'],
        corrections: [
          {
            guide: 'Every new browser or device that connects needs approval',
            why: 'Not on the gateway’s own machine: a browser there is approved silently once it has the token. From elsewhere, and on 2026.2.24 in Docker, it needs approval once.',
          },
        ],
      },
      on: {
        device: {
          target: 'approve-device',
          description: 'A browser, an app or a program',
          meta: { kind: 'answer', hint: '“pairing required”, “Approve this browser”' },
        },
        chat: {
          target: 'approve-chat-user',
          description: 'Somebody in Telegram or another chat',
          meta: { kind: 'answer', hint: 'the bot answered with a pairing code' },
        },
        identity: {
          target: 'secure-address',
          description: 'It says “device identity required”',
          meta: { kind: 'answer', hint: 'then there is nothing to approve' },
        },
        scope: {
          target: 'scope',
          description: 'A paired device that asks for more rights',
          meta: { kind: 'answer', hint: '“scope upgrade”, “role upgrade”', seen: ['scope upgrade', 'role upgrade', 'missing scope'] },
        },
        look: { target: 'see-devices', description: 'Nothing: I want to see or remove devices' },
      },
    },

    'approve-device': {
      meta: {
        kind: 'fix',
        title: 'Approve the device by its request id',
        body: 'Run this on the gateway’s machine, and leave the page open: it connects by itself soon after. The same steps approve a paired device that asks for more (`scope upgrade`, `role upgrade`): compare Requested with Approved first. Approve only what you recognise.\n\nA request is kept for five minutes. The page of 2026.9.6 shows the finished command.',
        steps: [
          { text: 'Find the request: the Request column under Pending', risk: 'reads', run: paired.run },
          { text: 'Approve it', risk: 'changes-config', run: cli('devices approve <requestId>') },
          { text: 'Wait half a minute; 2026.9.6 has a button “Check now”', where: 'browser', risk: 'reads' },
        ],
        verify: paired,
        signatures: [
          'pairing required',
          'device not paired — approve this device to connect',
          'new device detected — waiting for approval',
          '[gateway] pairing request from device {id}',
          'disconnected (1008): pairing required',
          'pairing required: device is not approved yet (requestId: {id})',
          'pairing required: device identity changed and must be re-approved (requestId: {id})',
          'device pairing required (requestId: {id})',
          'This device needs pairing approval from the gateway host',
          'gateway connect failed: GatewayClientRequestError: pairing required',
          'gateway connect failed: Error: pairing required',
          'code=1008 reason=pairing required',
          'cause=pairing-required',
          'Approve this exact request with: openclaw devices approve {id}',
          'Waiting for approval… this page connects on its own once the request is approved',
          'openclaw_gateway_pairing_required',
        ],
        sources: ['guide#Fix: Approve the Device', 'cli/devices', 'web/control-ui/connect-and-pair', 'gateway/pairing'],
        corrections: [
          {
            guide: 'openclaw devices approve DEVICE_ID',
            why: 'It takes the id of the request, not of the device. Without an id 2026.2.24 approves the newest request, 2026.9.6 only shows it.',
          },
          {
            guide: 'device not paired — approve this device to connect',
            why: 'No release prints this. The text is `pairing required`, with the code NOT_PAIRED.',
          },
          {
            guide: 'new device detected — waiting for approval',
            why: 'No release prints this. The page of 2026.9.6 says “Waiting for approval…”.',
          },
          {
            guide: '[gateway] pairing request from device DEVICE_ID',
            why: 'There is no such line. The log has a refused connection with `pairing required`, on 2026.9.6 with the request id.',
          },
        ],
        prevention: ['prevention/data-persisted', 'prevention/browser-data'],
      },
      on: {
        nothing: {
          target: 'new-request',
          description: 'Nothing is pending, or the id is unknown',
          meta: {
            kind: 'answer',
            seen: [
              'No pending device pairing requests',
              'No pending device request matches',
              'unknown requestId',
              'No device pairing entries',
            ],
          },
        },
        refused: {
          target: 'cli-refused',
          description: 'The devices command itself is refused',
          meta: {
            kind: 'answer',
            seen: ['missing scope', 'gateway closed (1006', 'Gateway not reachable', 'requires credentials', 'unauthorized:'],
          },
        },
        token: {
          target: 'sign-in',
          description: 'Approved, and now the page names a token',
          meta: { kind: 'answer', hint: 'it was closed or reloaded meanwhile', seen: ['This Gateway expects its token'] },
        },
        again: { target: 'asks-again', description: 'It worked, and asks again later' },
        broken: { target: 'pair-again', description: 'Approved, and still refused' },
      },
    },

    'new-request': {
      meta: {
        kind: 'fix',
        title: 'Make a new request, and approve it within five minutes',
        body: 'A request is gone after five minutes, and a newer one of the same device takes its place with another id. If the list stays empty while the page waits, the command asks another gateway than the page does: run it on the machine, under the user or in the container of the address that the page names.',
        steps: [
          { text: 'Reload the waiting page, or start the app again', where: 'browser', risk: 'reads' },
          { text: 'Look up its request at once', risk: 'reads', run: devicesThere },
          { text: 'Approve it', risk: 'changes-config', run: direct('devices approve <requestId>') },
        ],
        verify: { run: devicesThere, expect: ['Paired ('] },
        signatures: [
          'No pending device pairing requests to approve',
          'No pending device request matches {id}',
          'unknown requestId',
          'No device pairing entries.',
        ],
        sources: ['cli/devices', 'web/control-ui/connect-and-pair'],
      },
      on: {
        token: {
          target: 'token',
          description: 'The page now names a token',
          meta: { kind: 'answer', seen: ['token mismatch', 'token missing', 'This Gateway expects its token'] },
        },
        identity: {
          target: 'secure-address',
          description: 'The page says “device identity required”',
          meta: { kind: 'answer', seen: ['device identity required', 'requires device identity'] },
        },
        broken: { target: 'pair-again', description: 'Approved, and still refused' },
      },
    },

    'cli-refused': {
      meta: {
        kind: 'question',
        title: 'What does the devices command answer?',
        body: 'Devices are managed on the gateway’s own machine. A command elsewhere that has only the gateway token may look at the health, but not approve anything.',
        sources: ['cli/devices', 'gateway/operator-scopes'],
      },
      on: {
        scope: {
          target: 'on-the-host',
          description: '“missing scope”, “denied” or “pairing required”',
          meta: { kind: 'answer', seen: ['missing scope', 'denied', 'pairing required'] },
        },
        closed: [
          {
            target: 'on-the-host',
            guard: 'docker',
            description: '1006, or “not reachable”',
            meta: { kind: 'answer', seen: ['gateway closed (1006', 'Gateway not reachable', 'ECONNREFUSED'] },
          },
          {
            target: 'gateway-down',
            description: '1006, or “not reachable”',
            meta: { kind: 'answer', seen: ['gateway closed (1006', 'Gateway not reachable', 'ECONNREFUSED'] },
          },
        ],
        token: {
          target: 'token',
          description: '“unauthorized”, or “requires credentials”',
          meta: { kind: 'answer', seen: ['unauthorized:', 'requires credentials'] },
        },
      },
    },

    'on-the-host': {
      meta: {
        kind: 'fix',
        title: 'Approve it where the gateway runs',
        body: 'On the gateway’s machine both releases read the list from disk when the gateway answers the command line itself with `pairing required`. In Docker that is the gateway’s container: the separate `openclaw-cli` of 2026.2.24 cannot reach it (1006).',
        steps: [
          {
            text: 'Log in to the gateway’s machine, if you are on another one',
            where: 'client',
            risk: 'reads',
            run: variants({ native: 'ssh <user>@<host>', compose: 'ssh <user>@<host>', container: 'ssh <user>@<host>' }),
          },
          { text: 'Find the request', risk: 'reads', run: devicesThere },
          { text: 'Approve it', risk: 'changes-config', run: direct('devices approve <requestId>') },
        ],
        verify: { run: devicesThere, expect: ['Paired ('] },
        sources: ['cli/devices', 'gateway/operator-scopes', 'install/docker'],
      },
      on: {
        nothing: {
          target: 'new-request',
          description: 'Nothing is pending',
          meta: { kind: 'answer', seen: ['No pending device pairing requests', 'No device pairing entries'] },
        },
        denied: {
          target: 'mismatch',
          guard: 'newest',
          description: '“denied” there too, or only “cli” is listed',
          meta: { kind: 'answer', seen: ['removal denied', 'approval denied', 'revocation denied', 'rotation denied'] },
        },
        scope: {
          target: 'plain-command',
          description: 'Still “missing scope” there',
          meta: { kind: 'answer', seen: ['missing scope'] },
        },
        broken: { target: 'gateway-down', description: 'Refused there too' },
      },
    },

    'asks-again': {
      meta: {
        kind: 'question',
        title: 'When does it ask again?',
        body: 'An approval belongs to one browser profile at one address: `localhost` and `127.0.0.1` count as two. It lasts until the device is removed, or until one side forgets it.',
        sources: ['web/control-ui/connect-and-pair', 'install/docker'],
      },
      on: {
        window: { target: 'keep-data', description: 'In a private window, or after site data was cleared' },
        container: [{ target: 'mount-state', guard: 'docker', description: 'After the container was made anew' }],
        restart: { target: 'mismatch', description: 'After the gateway restarted, with a token message' },
        other: { target: 'each-once', description: 'From another browser or address' },
      },
    },

    'approve-chat-user': {
      meta: {
        kind: 'fix',
        title: 'Approve the chat user by the pairing code',
        body: 'The bot answers people it does not know with “OpenClaw: access not configured.” and a code of eight characters, good for one hour. Approve it only if you know who wrote: the first one approved may also become the owner.',
        steps: [listCodes, approveCode, { text: 'Let them write to the bot once more', where: 'chat', risk: 'reads' }],
        verify: nobodyWaits,
        signatures: [
          'Telegram pairing required — approve code {code}',
          'Ask the bot owner to approve with: openclaw pairing approve {channel} {code}',
        ],
        sources: ['guide#Fix: Approve the Device', 'channels/pairing', 'cli/pairing'],
        corrections: [
          {
            guide: 'Telegram pairing required — approve code XXXXXX',
            why: 'No release prints this. The chat shows “OpenClaw: access not configured.” and a code of eight characters.',
          },
          {
            guide: 'You can see the pairing code in the Telegram chat or in the gateway logs',
            why: 'The log has the sender without the code. `openclaw pairing list telegram` shows it.',
          },
          {
            guide: 'openclaw logs --tail 20',
            why: 'There is no such option; the log is cut by `--limit 20`, and it does not hold the code.',
          },
        ],
      },
      on: {
        expired: {
          target: 'new-code',
          description: 'The code is unknown',
          meta: { kind: 'answer', seen: ['No pending pairing request found for code'] },
        },
        broken: { target: 'chat-access', description: 'Approved, and the bot still does not answer' },
      },
    },

    'new-code': {
      meta: {
        kind: 'fix',
        title: 'Let them write again, and take the new code',
        body: 'The code was mistyped, used already, or is older than an hour.',
        steps: [{ text: 'Ask the person to write to the bot again', where: 'chat', risk: 'reads' }, listCodes, approveCode],
        verify: nobodyWaits,
        sources: ['channels/pairing', 'cli/pairing'],
      },
      on: { broken: { target: 'chat-access', description: 'No new code, or still unknown' } },
    },

    'secure-address': {
      meta: {
        kind: 'fix',
        title: 'Open the page over localhost, a tunnel or HTTPS',
        body: 'Here the client showed no identity at all, so there is nothing to approve. On 2026.2.24 a browser can make one only on `https://` or localhost. The page of 2026.9.6 makes one over plain HTTP too: there it is a page left over from an older release, or a client of another maker.\n\nThe switch that the old page suggests, allowInsecureAuth, did not cure it, and 2026.9.6 refuses it. HTTPS through a proxy or Tailscale Serve works as well. On the gateway’s own machine skip the tunnel.',
        steps: [openTunnel, openThere],
        verify: browserIn,
        signatures: ['Error: device identity required', '"cause":"control-ui-insecure-auth"'],
        sources: ['web/control-ui', 'gateway/troubleshooting/agent-replies-and-control-ui', 'gateway/remote'],
        corrections: [
          {
            guide: 'Error: device identity required',
            why: 'It is another condition than pairing: the client sent no identity, so the list of requests stays empty.',
          },
        ],
      },
      on: {
        pairing: {
          target: 'approve-there',
          description: 'Now it says “pairing required”',
          meta: { kind: 'answer', seen: ['pairing required', 'Approve this browser'] },
        },
        token: {
          target: 'token',
          description: 'Now it names a token',
          meta: { kind: 'answer', seen: ['token mismatch', 'token missing', 'This Gateway expects its token'] },
        },
        broken: { target: 'how-opened', description: 'Still “device identity required”, or no ssh' },
      },
    },

    'approve-there': {
      meta: {
        kind: 'fix',
        title: 'Approve the browser that now has an identity',
        steps: [
          { text: 'Find the request', risk: 'reads', run: devicesThere },
          { text: 'Approve it', risk: 'changes-config', run: direct('devices approve <requestId>') },
        ],
        verify: browserIn,
        sources: ['cli/devices'],
      },
      on: { broken: { target: 'pair-again', description: 'Approved, and still refused' } },
    },

    'see-devices': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'See all devices, and remove one',
        body: 'The list has two tables: Pending, with request ids, and Paired, with device ids, roles, scopes and tokens. Whether a device is connected right now is not in it. A removed device is cut off at once, without a restart; to come back it needs the gateway token, and from elsewhere a new approval.\n\nOnly `cli` in the list, or “removal denied”: that is 2026.9.6 without a saved gateway token. Save one first (family “Device token mismatch”).',
        steps: [
          { text: 'Every device the gateway knows', risk: 'reads', run: devicesThere },
          {
            text: 'Remove one by its device id (on 2026.2.24 put the lines of that column together); it prints “Removed”',
            risk: 'changes-config',
            run: direct('devices remove <deviceId>'),
          },
        ],
        sources: ['guide#See All Devices', 'guide#Remove a Device', 'cli/devices'],
        corrections: [
          {
            guide: 'This shows every paired device, its status (connected, pending, disconnected), and its ID',
            why: 'It shows pending requests and paired devices, but not who is connected.',
          },
        ],
      },
    },
    'keep-data': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Use a browser window that keeps its data',
        body: 'The identity of a browser lies in its site data. A private window, “never remember history” or “delete cookies when closing” throws it away, and each time it comes back as a new device. Open the dashboard in a normal window, or let the browser keep the data of this one address. Then clear away the entries that are left.',
        steps: [
          { text: 'Which entries are left', risk: 'reads', run: devicesThere },
          { text: 'Remove each of them', risk: 'changes-config', run: direct('devices remove <deviceId>') },
        ],
        sources: ['web/control-ui/connect-and-pair', 'cli/devices'],
      },
    },
    'each-once': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Approve each browser at each address once',
        body: 'That is how it is meant: every browser profile has an identity of its own at every address. Stay with one address, or approve the new one as well.',
        steps: [
          { text: 'Find the request of the new one', risk: 'reads', run: devicesThere },
          { text: 'Approve that request', risk: 'changes-config', run: direct('devices approve <requestId>') },
        ],
        sources: ['web/control-ui/connect-and-pair', 'cli/devices'],
      },
    },
    'mount-state': { type: 'final', meta: { kind: 'jump', title: 'Keep the pairings across rebuilds', to: 'docker/mount-state' } },
    mismatch: { type: 'final', meta: { kind: 'jump', title: 'Give the gateway a token that stays', to: 'gateway-auth/token-stays' } },
    'sign-in': {
      type: 'final',
      meta: { kind: 'jump', title: 'Sign that browser in', to: 'device-token-mismatch/open-dashboard' },
    },
    token: { type: 'final', meta: { kind: 'jump', title: 'A token is refused', to: 'gateway-auth' } },
    'pair-again': {
      type: 'final',
      meta: { kind: 'jump', title: 'Remove it and pair it again', to: 'device-token-mismatch/pair-again' },
    },
    'gateway-down': { type: 'final', meta: { kind: 'jump', title: 'Get the gateway to answer', to: 'connect-failed/gateway-down' } },
    'chat-access': {
      type: 'final',
      meta: { kind: 'jump', title: 'Find out why the chat gets no answer', to: 'access-not-configured/approve-chat' },
    },
    'how-opened': {
      type: 'final',
      meta: { kind: 'jump', title: 'Find out why it has no identity', to: 'access-not-configured/how-opened' },
    },
    scope: { type: 'final', meta: { kind: 'jump', title: 'Approve what it asks for', to: 'scope-upgrade' } },
    'plain-command': {
      type: 'final',
      meta: { kind: 'jump', title: 'Call it without --url and --token', to: 'scope-upgrade/plain-command' },
    },
  },
})
