import { direct, logs, nativeOnly, shells, variants } from './commands.ts'
import { flow, type Step, type Verify } from './flow.ts'
import { showToken } from './steps.ts'

/** The same where the gateway runs: no network between, and full rights. */
const devices = direct('devices list')
const list: Step = { text: 'Find the newest request of this device', risk: 'reads', run: devices }
const approve: Step = {
  text: 'Approve it by the id in the Request column',
  risk: 'changes-config',
  run: direct('devices approve <requestId>'),
}
const there: Verify = { run: devices, expect: ['Paired ('] }
/** A call that needs `operator.read`. Printed with it: the state, as JSON. */
const mayRead: Verify = {
  run: direct('gateway call status'),
  expect: ['"runtimeVersion"'],
  within: 60,
  earlier: { '2026.2.24': { expect: ['"heartbeat"'], within: 60 } },
}
const logIn: Step = {
  text: 'Log in to the gateway’s machine, if you are on another one',
  where: 'client',
  risk: 'reads',
  run: variants({ native: 'ssh <user>@<host>', compose: 'ssh <user>@<host>', container: 'ssh <user>@<host>' }),
}

const denied = [
  'device pairing approval denied',
  'device pairing rejection denied',
  'device pairing removal denied',
  'device pairing rename denied',
  'device token rotation denied',
  'device token revocation denied',
]
const upgrade = [
  'scope upgrade pending approval',
  'role upgrade pending approval',
  'asking for more scopes than currently approved',
  'asking for a higher role than currently approved',
]
const refused = {
  target: 'devices-refused',
  description: 'The devices command itself is refused',
  meta: {
    kind: 'answer',
    seen: ['missing scope', 'requires credentials', 'gateway closed (1006', 'Gateway not reachable', 'unauthorized:'],
  },
} as const
const deniedToo = {
  target: 'token-stays',
  guard: 'newest',
  description: '“denied”, or only “cli” is listed',
  meta: { kind: 'answer', hint: 'on the gateway’s own machine', seen: denied },
} as const

export default flow.createMachine({
  id: 'scope-upgrade',
  meta: {
    kind: 'family',
    title: 'Missing scope, or an upgrade to approve',
    summary: 'A device or program is known to the gateway, but asks for more than it was allowed to do.',
    group: 'refused',
    messages: [
      'missing scope: operator.read',
      'missing scope: operator.write',
      'missing scope: operator.admin',
      'missing scope: operator.pairing',
      'pairing required: device is asking for more scopes than currently approved (requestId: …)',
      'pairing required: device is asking for a higher role than currently approved (requestId: …)',
      'scope upgrade pending approval (requestId: …)',
      'role upgrade pending approval (requestId: …)',
      'unauthorized: device token scope mismatch (re-pair or approve scope upgrade)',
      'device pairing approval denied',
      'Gateway request failed: missing scope: operator.write',
    ],
    prevention: ['prevention/token-pinned', 'prevention/browser-data'],
  },
  context: ({ input }) => input,
  initial: 'which-words',
  states: {
    'which-words': {
      meta: {
        kind: 'question',
        title: 'Which words does it use?',
        body: 'Every device has a role (operator or node) and scopes: what it may do. They are fixed when you approve it. `operator.read` looks, `operator.write` sends messages, `operator.approvals` answers questions about commands, `operator.pairing` manages devices, `operator.admin` may do everything.',
        sources: ['gateway/operator-scopes', 'cli/devices'],
      },
      on: {
        scope: {
          target: 'who-lacks',
          description: '“missing scope: operator.…”',
          meta: { kind: 'answer', seen: ['missing scope: operator.{x}'] },
        },
        upgrade: {
          target: 'compare',
          description: '“scope upgrade”, “role upgrade”, “more scopes”',
          meta: { kind: 'answer', hint: 'or “Approve the new role”, “Approve the new access level”', seen: upgrade },
        },
        token: {
          target: 'ask-with-token',
          guard: 'newest',
          description: '“device token scope mismatch”',
          meta: { kind: 'answer', seen: ['device token scope mismatch', 'AUTH_SCOPE_MISMATCH'] },
        },
        denied: {
          target: 'approve-there',
          description: 'Approving or removing a device is “denied”',
          meta: { kind: 'answer', seen: denied },
        },
        plain: {
          target: 'pairing',
          description: 'Only “pairing required”: it is new here',
          meta: { kind: 'answer', seen: ['device is not approved yet'] },
        },
      },
    },

    compare: {
      meta: {
        kind: 'check',
        title: 'What does the device ask for, and what has it?',
        body: 'Run it where the gateway runs. Under Pending 2026.9.6 shows Requested beside Approved; 2026.2.24 shows them with `devices list --json` only. After `devices revoke`, or when an app learnt something new, the same device asks once more.\n\nA device you do not know, or one that wants `operator.admin` without a reason, is not approved but rejected.',
        run: devices,
        signatures: [
          'pairing required: device is asking for more scopes than currently approved',
          'pairing required: device is asking for more scopes than currently approved (requestId: {id})',
          'pairing required: device is asking for a higher role than currently approved',
          'pairing required: device is asking for a higher role than currently approved (requestId: {id})',
          'scope upgrade pending approval',
          'scope upgrade pending approval (requestId: {id})',
          'role upgrade pending approval',
          'role upgrade pending approval (requestId: {id})',
          'Gateway scope upgrade approval required',
          'Gateway role upgrade approval required',
          'Approve the new role',
          'Approve the new access level',
          'it asked for access it was not approved for. Approve the new request on the Gateway host',
          'security audit: device access upgrade requested reason={reason} device={id}',
          'device scope upgrade requires approval (approved: {scopes}; requested: {asked})',
          'device role upgrade requires approval (approved: {roles}; requested: {asked})',
        ],
        sources: ['cli/devices', 'gateway/operator-scopes', 'web/control-ui/connect-and-pair'],
      },
      on: {
        mine: {
          target: 'approve-upgrade',
          description: 'It is pending, and it is mine',
          meta: { kind: 'answer', seen: ['Pending ('] },
        },
        strange: { target: 'reject', description: 'It is pending, and I do not know it' },
        none: {
          target: 'ask-again',
          description: 'Nothing is pending',
          meta: { kind: 'answer', seen: [/^(?![\s\S]*Pending \()[\s\S]*Paired \(/, 'No device pairing entries'] },
        },
        refused,
      },
    },

    'approve-upgrade': {
      meta: {
        kind: 'fix',
        title: 'Approve what the device asks for',
        body: 'The old approval stays as it is until then, and so the device may go on with less. A waiting page connects by itself within half a minute; an app or a command has to connect once more.',
        steps: [list, approve],
        verify: there,
        sources: ['cli/devices', 'gateway/operator-scopes'],
      },
      on: {
        gone: {
          target: 'ask-again',
          description: 'The request is unknown or gone',
          meta: {
            kind: 'answer',
            seen: ['unknown requestId', 'No pending device request matches', 'No pending device pairing requests'],
          },
        },
        denied: {
          target: 'approve-there',
          description: '“denied”, or “missing scope”',
          meta: { kind: 'answer', seen: [...denied, 'missing scope'] },
        },
        broken: { target: 'pair-again', description: 'Approved, and it asks or fails again' },
      },
    },

    'ask-again': {
      meta: {
        kind: 'fix',
        title: 'Let it ask again, and approve within five minutes',
        body: 'A request lives for five minutes, and each new try of the device replaces it with another id. If the list stays empty, you are asking another gateway than the device does.',
        steps: [{ text: 'Reload the page, or start the app or command again', where: 'client', risk: 'reads' }, list, approve],
        verify: there,
        sources: ['cli/devices', 'gateway/pairing'],
      },
      on: {
        token: {
          target: 'ask-with-token',
          guard: 'newest',
          description: 'It says “device token scope mismatch”',
          meta: { kind: 'answer', seen: ['device token scope mismatch'] },
        },
        refused,
        broken: { target: 'pair-again', description: 'It never appears, or asks again' },
      },
    },

    reject: {
      meta: {
        kind: 'fix',
        title: 'Reject the request, and look who is paired',
        body: 'A rejected request changes nothing about what the device may do already. If you do not know the device at all, remove it as well: it is cut off at once. The gateway token should then be replaced, because a stranger has it.',
        steps: [
          { text: 'Reject it', risk: 'changes-config', run: direct('devices reject <requestId>') },
          { text: 'See who is paired', risk: 'reads', run: devices },
          { text: 'Only if it is a stranger: remove the device', risk: 'changes-config', run: direct('devices remove <deviceId>') },
        ],
        verify: { run: devices, expect: ['Paired ('] },
        sources: ['cli/devices', 'gateway/operator-scopes'],
      },
      on: { denied: deniedToo, broken: { target: 'approve-there', description: 'The command is refused' } },
    },

    'who-lacks': {
      meta: {
        kind: 'question',
        title: 'Who gets “missing scope”?',
        body: 'The connection itself works. A program that shows only the gateway token and no identity of its own gets no scopes at all, and one with an identity gets those it was approved for.',
        signatures: [
          'missing scope: operator.admin',
          'missing scope: operator.write',
          'missing scope: operator.pairing',
          'missing scope: operator.approvals',
          'missing scope: operator.questions',
          'missing scope: operator.talk',
          'missing scope: operator.talk.secrets',
        ],
        symptoms: [
          'missing scope: operator.read',
          'unreachable (missing scope: operator.read)',
          'errorCode=FORBIDDEN errorMessage=missing scope',
        ],
        sources: ['gateway/operator-scopes', 'gateway/protocol/auth'],
      },
      on: {
        elsewhere: {
          target: 'on-the-host',
          description: 'A command elsewhere, or on the Docker host',
          meta: { kind: 'answer', hint: 'another machine, a published port, --url' },
        },
        here: { target: 'plain-command', description: 'A command where the gateway runs' },
        page: { target: 'compare', description: 'The dashboard in a browser' },
        app: { target: 'own-client', description: 'An app, a script, another dashboard' },
        probe: {
          target: 'probe-only',
          guard: 'newest',
          description: 'Only `gateway probe`: “Read probe: limited”',
          meta: { kind: 'answer', seen: ['Read probe: limited'] },
        },
        team: { target: 'ask-admin', guard: 'newest', description: 'I sign in with my own name (a team’s gateway)' },
      },
    },

    'on-the-host': {
      meta: {
        kind: 'fix',
        title: 'Run the command where the gateway runs',
        body: 'A command that reaches the gateway through a published port counts as a stranger: with the gateway token it may connect, but not read or approve. In Docker the place is the gateway’s own container. There the command line has all rights.',
        steps: [
          logIn,
          { text: 'See that it may read there', risk: 'reads', run: direct('gateway call status') },
          { text: 'Call the devices there, too', risk: 'reads', run: devices },
        ],
        verify: mayRead,
        sources: ['cli/devices', 'gateway/operator-scopes', 'install/docker'],
      },
      on: {
        need: { target: 'compare', description: 'It works there, and I need it from elsewhere' },
        broken: { target: 'plain-command', description: 'Refused there as well' },
      },
    },

    'plain-command': {
      meta: {
        kind: 'fix',
        title: 'Call it without --url and --token',
        body: 'On the gateway’s own machine the command line finds address and token in the config, and gets all rights with them. An address given by hand, or kept in a variable, takes that away. Some releases between these two lost the rights of the command line also without that; an update brings them back.',
        steps: [
          {
            text: 'Forget what this terminal carries',
            risk: 'reads',
            run: nativeOnly(
              shells(
                'unset OPENCLAW_GATEWAY_URL OPENCLAW_GATEWAY_TOKEN',
                'Remove-Item Env:OPENCLAW_GATEWAY_URL, Env:OPENCLAW_GATEWAY_TOKEN -ErrorAction SilentlyContinue',
              ),
              'The container gets them from Compose or `docker run`, and they are right there.',
            ),
          },
          { text: 'Call it again, with nothing added', risk: 'reads', run: direct('gateway call status') },
          { text: 'Still refused? Then see whether its own device waits for more', risk: 'reads', run: devices },
          { text: 'Approve that', risk: 'changes-config', run: direct('devices approve <requestId>') },
        ],
        verify: mayRead,
        sources: ['gateway/operator-scopes', 'cli/devices', 'gateway/troubleshooting/agent-replies-and-control-ui'],
      },
      on: {
        denied: deniedToo,
        credentials: {
          target: 'token-stays',
          guard: 'newest',
          description: 'It “requires credentials”',
          meta: { kind: 'answer', seen: ['requires credentials'] },
        },
        broken: { target: 'update', description: 'Still “missing scope”, and nothing is pending' },
      },
    },

    'own-client': {
      meta: {
        kind: 'fix',
        title: 'Let that client show an identity, then approve it',
        body: 'The gateway takes the scopes away from a client without a device identity, whatever it asks for. So the client must sign its connect with its own key, and ask for the scope it needs: `operator.write` to send, `operator.read` to look. An app of OpenClaw does that by itself; bring it to the gateway’s release.',
        steps: [
          { text: 'Update the client, or switch its device identity on', where: 'client', risk: 'changes-config' },
          { text: 'Let it connect once', where: 'client', risk: 'reads' },
          list,
          approve,
        ],
        verify: there,
        sources: ['gateway/clients', 'gateway/protocol/auth', 'gateway/operator-scopes'],
      },
      on: {
        identity: {
          target: 'device-identity',
          description: 'Now it says “device signature” or “device nonce”',
          meta: { kind: 'answer', seen: ['device signature', 'device nonce', 'device identity mismatch'] },
        },
        none: { target: 'compare', description: 'It is paired, with too few scopes' },
        broken: { target: 'collect', description: 'It has an identity, is approved, and still lacks it' },
      },
    },

    'ask-with-token': {
      meta: {
        kind: 'fix',
        title: 'Let the device ask with the gateway token',
        body: 'The device showed its own token, and that one is good, but it covers less than it asks for. In this way it makes no request that you could approve. With the gateway token beside it a request appears. Changing the gateway token would not help.',
        steps: [
          { text: 'In a real terminal where the gateway runs: show the gateway token, and copy it', risk: 'reads', run: showToken },
          { text: 'Put it into the client’s settings, and let it connect', where: 'client', risk: 'changes-config' },
          list,
          approve,
        ],
        verify: there,
        signatures: [
          'unauthorized: device token scope mismatch (re-pair or approve scope upgrade)',
          'device token scope mismatch',
          'AUTH_SCOPE_MISMATCH',
        ],
        sources: ['cli/devices', 'gateway/protocol/auth', 'gateway/troubleshooting/agent-replies-and-control-ui'],
      },
      on: {
        'no-token': {
          target: 'token-stays',
          description: 'There is no gateway token to show',
          meta: { kind: 'answer', seen: ['No configured Gateway token is available'] },
        },
        broken: { target: 'pair-again', description: 'Still “scope mismatch”' },
      },
    },

    'approve-there': {
      meta: {
        kind: 'fix',
        title: 'Manage devices from the gateway’s own machine',
        body: 'A device cannot give away more than it has: a paired device without `operator.admin` may manage only itself, and nodes only an admin. The command line on the gateway’s machine has all rights through the gateway token.',
        steps: [logIn, list, { ...approve, text: 'Approve it there; remove, rotate and revoke work there as well' }],
        verify: there,
        signatures: denied,
        sources: ['cli/devices', 'gateway/operator-scopes', 'gateway/troubleshooting/agent-replies-and-control-ui'],
      },
      on: {
        denied: deniedToo,
        gone: {
          target: 'new-request',
          description: 'The request is unknown or gone',
          meta: { kind: 'answer', seen: ['unknown requestId', 'No pending device request matches', 'No pending device pairing requests'] },
        },
        broken: { target: 'devices-refused', description: 'Refused there too' },
      },
    },

    'probe-only': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Nothing is broken: the probe asks without an identity',
        body: '`gateway probe` of 2026.9.6 knocks as a stranger on purpose, so it always says “Read probe: limited - missing scope: operator.read”, also at a healthy gateway. What counts there is “Connect: ok”. The same line in the log, beside `status`, `system-presence` or `config.get`, comes from such a probe. Ask with the command below instead.',
        steps: [{ text: 'This one may read', risk: 'reads', run: direct('gateway call status') }],
        symptoms: [
          'Read probe: limited - missing scope: operator.read',
          'Read-probe diagnostics are limited by gateway scopes (missing operator.read)',
          'Capability: connected-no-operator-scope',
        ],
        sources: ['cli/gateway', 'gateway/operator-scopes'],
      },
    },
    'ask-admin': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Ask who runs the gateway for a wider role',
        body: 'A team’s gateway gives each person a role from `gateway.roles`, and no device gets more scopes than the role allows, whatever is approved. Only an admin of the gateway can change that; connections are made anew with the new role.',
        sources: ['gateway/operator-scopes', 'gateway/trusted-proxy-auth'],
      },
    },
    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'Take the output below, without tokens, and the client’s name and version to https://docs.openclaw.ai/help.',
        steps: [
          { text: 'Roles and scopes of the devices', risk: 'reads', run: devices },
          { text: 'Which call was refused, and to whom', risk: 'reads', run: logs(200) },
        ],
        sources: ['help/index'],
      },
    },
    pairing: { type: 'final', meta: { kind: 'jump', title: 'Approve the new device', to: 'pairing-required/approve-device' } },
    'new-request': { type: 'final', meta: { kind: 'jump', title: 'Make a new request', to: 'pairing-required/new-request' } },
    'devices-refused': {
      type: 'final',
      meta: { kind: 'jump', title: 'Get the devices command to answer', to: 'pairing-required/cli-refused' },
    },
    'pair-again': { type: 'final', meta: { kind: 'jump', title: 'Remove it and pair it again', to: 'device-token-mismatch/pair-again' } },
    'token-stays': { type: 'final', meta: { kind: 'jump', title: 'Give the gateway a token that stays', to: 'gateway-auth/token-stays' } },
    'device-identity': { type: 'final', meta: { kind: 'jump', title: 'Its identity is refused', to: 'device-identity' } },
    update: { type: 'final', meta: { kind: 'jump', title: 'Bring it to the newest release', to: 'gateway-not-ready/same-version' } },
  },
})
