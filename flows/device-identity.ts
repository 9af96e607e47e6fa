import { cli, everywhere, formsOf, logs, offline, onTheClient, shells, variants } from './commands.ts'
import { flow, type Os, type Step } from './flow.ts'
import { browserIn, openThere, openTunnel, paired, reloadPage, restartStep, startStep, stopStep } from './steps.ts'

/** Whether a machine’s clock is right: two of them only say whether it is set from the network. */
const clock: Record<Os, string> = {
  linux: 'timedatectl',
  macos: 'sntp time.apple.com',
  windows: 'w32tm /stripchart /computer:time.windows.com /samples:1 /dataonly',
}
const setClock: Record<Os, string> = {
  linux: 'sudo timedatectl set-ntp true',
  macos: 'sudo sntp -sS time.apple.com',
  windows: 'Start-Service w32time\nw32tm /resync',
}
/** An offset of two minutes or more, as macOS and Windows print it. */
const off = ['System clock synchronized: no', /^[+-]?(1[2-9]\d|[2-9]\d\d|\d{4,})\.\d+ \+\/-/m, /, [+-](1[2-9]\d|[2-9]\d\d|\d{4,})\.\d+s/]
const right = ['System clock synchronized: yes', /^[+-]?(\d{1,2}|1[01]\d)\.\d+ \+\/-/m, /, [+-](0*\d{1,2}|1[01]\d)\.\d+s/]

const expired = ['device signature expired', 'device-signature-stale', 'DEVICE_AUTH_SIGNATURE_EXPIRED']
const other = ['device signature invalid', 'device nonce', 'device identity mismatch', 'device public key invalid']
const newest = everywhere('npm install -g openclaw@latest')

const next = {
  pairing: {
    target: 'pairing',
    description: 'Now it says “pairing required”',
    meta: { kind: 'answer', seen: ['pairing required', 'Approve this browser'] },
  },
  token: {
    target: 'token',
    description: 'Now it names a token',
    meta: { kind: 'answer', seen: ['unauthorized:', 'This Gateway expects its token'] },
  },
} as const

const byDoctor = 'doctor has taken it out as well.'
/** 2026.9.6 calls the config invalid that holds the first switch, so `config unset` is refused there and doctor does it. */
const switchesOut: readonly Step[] = [
  {
    text: 'Take the first switch out. On 2026.2.24 “not found” means that it is not set',
    risk: 'changes-config',
    run: {
      ...offline('doctor --fix --non-interactive'),
      native: 'openclaw doctor --fix',
      earlier: { '2026.2.24': formsOf('2026.2.24', offline('config unset gateway.controlUi.allowInsecureAuth')) },
    },
  },
  {
    text: 'Take the second one out',
    risk: 'changes-config',
    run: variants(
      {},
      {
        none: { native: byDoctor, compose: byDoctor, container: byDoctor },
        earlier: { '2026.2.24': formsOf('2026.2.24', offline('config unset gateway.controlUi.dangerouslyDisableDeviceAuth')) },
      },
    ),
  },
]

export default flow.createMachine({
  id: 'device-identity',
  meta: {
    kind: 'family',
    title: 'Device identity or signature refused',
    summary:
      'A client shows an identity that the gateway cannot verify: a wrong clock, an old page, or a client that signs in another way.',
    group: 'refused',
    messages: [
      'device signature expired',
      'device signature invalid',
      'device nonce required',
      'device nonce mismatch',
      'device identity mismatch',
      'device public key invalid',
      'code=1008 reason=device signature expired',
      'DEVICE_AUTH_SIGNATURE_EXPIRED',
      'DEVICE_AUTH_NONCE_REQUIRED',
      'If you must stay on HTTP, set gateway.controlUi.allowInsecureAuth: true (token-only).',
      'unknown deviceId',
      'client invalidated: …',
    ],
    prevention: ['prevention/browser-data'],
  },
  context: ({ input }) => input,
  initial: 'which-words',
  states: {
    'which-words': {
      meta: {
        kind: 'question',
        title: 'What does it say about the device?',
        body: 'Each client has a key pair; the public half is its identity. At every connect it signs a fresh word of the gateway (the nonce) and the time. So nobody can use an old login again.',
        symptoms: ['DEVICE_AUTH_INVALID', 'cause=device-auth-invalid'],
        sources: ['gateway/protocol/auth', 'gateway/troubleshooting/agent-replies-and-control-ui'],
      },
      on: {
        required: {
          target: 'how-opened',
          description: '“device identity required”',
          meta: {
            kind: 'answer',
            hint: 'it sent none; needs HTTPS or localhost',
            seen: ['device identity required', 'requires device identity'],
          },
        },
        expired: { target: 'client-clock', description: '“device signature expired”', meta: { kind: 'answer', seen: expired } },
        invalid: {
          target: 'which-client',
          description: '“nonce”, “signature invalid”, “identity mismatch”',
          meta: { kind: 'answer', hint: 'or “public key invalid”', seen: other },
        },
        removed: {
          target: 'removed-device',
          description: 'The device was removed, or is unknown',
          meta: {
            kind: 'answer',
            hint: '“unknown deviceId”, 4001 “client invalidated”',
            seen: ['unknown deviceId', 'client invalidated', '(4001)'],
          },
        },
        changed: {
          target: 'approve',
          description: '“identity changed and must be re-approved”',
          meta: { kind: 'answer', seen: ['device identity changed and must be re-approved'] },
        },
        switch: {
          target: 'switch-off',
          description: 'I set allowInsecureAuth, or the page names it',
          meta: { kind: 'answer', seen: ['allowInsecureAuth', 'dangerouslyDisableDeviceAuth'] },
        },
      },
    },

    'client-clock': {
      meta: {
        kind: 'check',
        title: 'Is the clock right on the machine that connects?',
        body: 'More than two minutes between the two clocks, and the gateway takes the login for an old one. Run this on the machine with the browser or app. Linux says whether its clock is set from the network; macOS and Windows print the difference in seconds. A phone: compare it with a radio clock or another phone.',
        run: onTheClient(clock),
        where: 'client',
        signatures: [...expired, 'code=1008 reason=device signature expired'],
        sources: ['gateway/protocol/auth'],
      },
      on: {
        off: { target: 'set-client-clock', description: 'No: not synchronized, or minutes off', meta: { kind: 'answer', seen: off } },
        right: { target: 'host-clock', description: 'Yes', meta: { kind: 'answer', seen: right } },
        unknown: {
          target: 'set-client-clock',
          description: 'The command fails, or nothing answers',
          meta: {
            kind: 'answer',
            hint: 'no network time there',
            seen: ['System has not been booted with systemd', 'has not been started', 'error: 0x', 'Timeout', 'not found'],
          },
        },
      },
    },

    'set-client-clock': {
      meta: {
        kind: 'fix',
        title: 'Set the clock of the machine that connects',
        body: 'On a phone switch on the automatic date and time. In WSL and virtual machines the clock may stand still while the computer sleeps: there a restart of WSL or of the virtual machine sets it.',
        steps: [
          {
            text: 'Set it from the network (Windows: in a terminal opened as administrator)',
            where: 'client',
            risk: 'changes-config',
            run: onTheClient(setClock),
          },
          {
            text: 'Look whether the time (UTC) is now the same here as on the gateway’s machine',
            where: 'client',
            risk: 'reads',
            run: onTheClient({ linux: 'date -u', macos: 'date -u', windows: '(Get-Date).ToUniversalTime()' }),
          },
          reloadPage,
        ],
        verify: browserIn,
        sources: ['gateway/protocol/auth'],
      },
      on: {
        ...next,
        broken: { target: 'host-clock', description: 'Set, and the signature still expires' },
      },
    },

    'host-clock': {
      meta: {
        kind: 'check',
        title: 'Is the clock right on the gateway’s machine?',
        body: 'The same question to the other side. A container has the clock of its host; with Docker Desktop that is a virtual machine, which may be behind after the computer slept.',
        run: everywhere(clock),
        sources: ['gateway/protocol/auth'],
      },
      on: {
        off: { target: 'set-host-clock', description: 'No: not synchronized, or minutes off', meta: { kind: 'answer', seen: off } },
        right: { target: 'which-client', description: 'Yes: both are right', meta: { kind: 'answer', seen: right } },
        unknown: {
          target: 'set-host-clock',
          description: 'The command fails, or nothing answers',
          meta: {
            kind: 'answer',
            hint: 'no network time there',
            seen: ['System has not been booted with systemd', 'has not been started', 'error: 0x', 'Timeout', 'not found'],
          },
        },
      },
    },

    'set-host-clock': {
      meta: {
        kind: 'fix',
        title: 'Set the clock of the gateway’s machine',
        body: 'With Docker Desktop restart Docker Desktop itself after that: its virtual machine then takes over the time.',
        steps: [
          {
            text: 'Set it from the network (Windows: in a terminal opened as administrator)',
            risk: 'changes-config',
            run: everywhere(setClock),
          },
          restartStep,
          reloadPage,
        ],
        verify: browserIn,
        sources: ['gateway/protocol/auth'],
      },
      on: { ...next, broken: { target: 'which-client', description: 'Both clocks agree, and it is still refused' } },
    },

    'which-client': {
      meta: {
        kind: 'question',
        title: 'Which client is refused?',
        body: 'It signed something else than the gateway expects. “nonce required” comes from a client of before the challenge, “nonce mismatch” from one that answers an older challenge, “identity mismatch” from one whose id does not belong to its key. Nothing has to be changed at the gateway.',
        signatures: [
          'device signature invalid',
          'device identity mismatch',
          'device nonce mismatch',
          'device nonce required',
          'device public key invalid',
          'DEVICE_AUTH_SIGNATURE_INVALID',
          'DEVICE_AUTH_DEVICE_ID_MISMATCH',
          'DEVICE_AUTH_NONCE_MISMATCH',
          'DEVICE_AUTH_NONCE_REQUIRED',
          'DEVICE_AUTH_PUBLIC_KEY_INVALID',
          'device-nonce-missing',
          'device-id-mismatch',
        ],
        sources: ['gateway/protocol/auth', 'gateway/troubleshooting/agent-replies-and-control-ui'],
      },
      on: {
        browser: { target: 'reload-page', description: 'The dashboard in a browser' },
        command: { target: 'update-command', description: 'An openclaw command, or a node' },
        app: { target: 'update-app', description: 'An app or dashboard of another maker' },
        own: { target: 'sign-challenge', description: 'A script or client I wrote myself' },
      },
    },

    'reload-page': {
      meta: {
        kind: 'fix',
        title: 'Load the page anew, without its cache',
        body: 'After an update an open tab goes on with the old page, which signs in the old way. A proxy or a service worker may keep it as well: the private window shows whether that is so.',
        steps: [
          {
            text: 'Ctrl+Shift+R (Mac: Cmd+Shift+R), or close all its tabs and open its address in a private window; on the gateway’s machine that is this',
            where: 'browser',
            risk: 'reads',
            run: { ...everywhere('http://127.0.0.1:<port>/'), language: 'url' },
          },
        ],
        verify: browserIn,
        sources: ['web/control-ui/connect-and-pair', 'gateway/protocol/auth'],
      },
      on: {
        ...next,
        private: { target: 'clear-data', description: 'Only the private window gets in' },
        broken: { target: 'through-tunnel', description: 'The same in a private window' },
      },
    },

    'through-tunnel': {
      meta: {
        kind: 'fix',
        title: 'Go around the proxy, and see if it gets in',
        body: 'A proxy that serves an old copy of the page, or that sends the page’s connection to another gateway, gives the same words. Through the tunnel both come from one gateway.',
        steps: [openTunnel, openThere],
        verify: browserIn,
        sources: ['gateway/remote', 'web/control-ui/connect-and-pair'],
      },
      on: {
        ...next,
        works: { target: 'reverse-proxy', description: 'It gets in: so it is the proxy' },
        broken: { target: 'update', description: 'The same through the tunnel' },
      },
    },

    'update-command': {
      meta: {
        kind: 'fix',
        title: 'Bring that command line to the gateway’s release',
        body: 'Look at both releases. An old command line, or an old node that runs as a service, signs in the old way. Where it was installed in another way than by npm, update it in that way.',
        steps: [
          { text: 'The gateway’s release', risk: 'reads', run: offline('--version') },
          { text: 'The release of the one that is refused', where: 'client', risk: 'reads', run: everywhere('openclaw --version') },
          { text: 'Update the older one: there', where: 'client', risk: 'changes-config', run: newest },
          { text: 'Only if a node runs there: restart it', where: 'client', risk: 'restarts', run: everywhere('openclaw node restart') },
        ],
        verify: { run: everywhere('openclaw gateway health'), where: 'client', expect: ['OK ('], within: 60 },
        sources: ['gateway/protocol/auth', 'nodes/pairing-and-status', 'install/updating'],
      },
      on: {
        ...next,
        gateway: { target: 'update', description: 'It is the gateway that is older' },
        broken: { target: 'collect', description: 'Both are of one release, and it is still refused' },
      },
    },

    'update-app': {
      meta: {
        kind: 'fix',
        title: 'Update that app, and let it make a new identity',
        body: 'Every client must answer the gateway’s challenge since 2026.2. An app that was not updated for that cannot be let in by any setting of the gateway.',
        steps: [
          { text: 'Update the app to its newest version', where: 'client', risk: 'changes-config' },
          {
            text: 'Still refused? Sign out there, or reset its pairing in its settings, and connect anew',
            where: 'client',
            risk: 'changes-config',
          },
          { text: 'It is a new device then: find its request', risk: 'reads', run: cli('devices list') },
          { text: 'Approve it', risk: 'changes-config', run: cli('devices approve <requestId>') },
        ],
        verify: paired,
        sources: ['gateway/clients', 'gateway/protocol/auth', 'cli/devices'],
      },
      on: {
        clock: { target: 'collect', description: 'It works elsewhere, only this device is refused' },
        broken: { target: 'collect', description: 'The newest version, and still refused' },
      },
    },

    'switch-off': {
      meta: {
        kind: 'fix',
        title: 'Take the insecure switches out, open it securely',
        body: 'They do not cure it. With `gateway.controlUi.allowInsecureAuth` 2026.2.24 refuses a page on plain HTTP all the same, though the page itself proposes it; 2026.9.6 knows the key no more and calls the config invalid. `dangerouslyDisableDeviceAuth` has no effect on 2026.9.6. Its page makes an identity over plain HTTP as well, so an update is a cure too.',
        steps: [stopStep, ...switchesOut, startStep, openTunnel, openThere],
        verify: browserIn,
        signatures: ['gateway.controlUi: Unrecognized key: "allowInsecureAuth"'],
        symptoms: ['If you must stay on HTTP, set gateway.controlUi.allowInsecureAuth: true (token-only)'],
        sources: ['web/control-ui', 'gateway/security/audit-checks', 'gateway/remote'],
      },
      on: {
        ...next,
        invalid: {
          target: 'config-invalid',
          guard: 'newest',
          description: 'It does not start: the config is still invalid',
          meta: { kind: 'answer', seen: ['Config invalid', 'OpenClaw config is invalid', 'Invalid config at {path}'] },
        },
        broken: { target: 'how-opened', description: 'It still says “device identity required”' },
      },
    },

    'removed-device': {
      meta: {
        kind: 'question',
        title: 'What was done with the device?',
        body: 'A removed device is cut off at once. To come back it needs the gateway token, and from another machine a new approval.',
        signatures: ['client invalidated: {reason}', 'Reason: unknown deviceId', 'Error: unknown deviceId'],
        symptoms: ['unknown deviceId', 'unknown deviceId/role'],
        sources: ['cli/devices', 'gateway/protocol/auth'],
      },
      on: {
        removed: { target: 'pair-again', description: 'It was removed, and shall come back' },
        revoked: {
          target: 'role',
          guard: 'newest',
          description: 'Its role was revoked',
          meta: { kind: 'answer', seen: ['role upgrade pending approval', 'Approve the new role'] },
        },
        command: {
          target: 'see-devices',
          description: '`devices remove` or `rotate` does not know its id',
          meta: { kind: 'answer', seen: ['unknown deviceId'] },
        },
        nothing: { target: 'pair-again', description: 'Nothing that I know of: it was just cut off' },
      },
    },

    'sign-challenge': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Let your client sign the gateway’s challenge',
        body: 'Wait for the event `connect.challenge` before you send `connect`. Put its `nonce` into `device.nonce`, and its `ts` into `device.signedAt` (2026.2.24: the time now, at most two minutes off). Sign the payload that holds that nonce, with client, role, scopes and token exactly as you send them. `device.id` is the fingerprint of the public key, not a name. Answer each challenge once: a reconnect brings a new one.',
        sources: ['gateway/protocol/handshake', 'gateway/protocol/auth', 'gateway/clients'],
      },
    },
    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'Take the output below, without tokens, and the client’s name and version to https://docs.openclaw.ai/help, or to the maker of the client.',
        steps: [
          { text: 'What the gateway refused, and to whom', risk: 'reads', run: logs(200) },
          {
            text: 'Both times (UTC): here, and once more on the client',
            risk: 'reads',
            run: variants({
              native: shells('date -u', '(Get-Date).ToUniversalTime()'),
              compose: 'docker compose exec openclaw-gateway date -u',
              container: 'docker exec <container> date -u',
            }),
          },
        ],
        sources: ['help/index'],
      },
    },

    'how-opened': {
      type: 'final',
      meta: { kind: 'jump', title: 'Find out why it has no identity', to: 'access-not-configured/how-opened' },
    },
    'clear-data': {
      type: 'final',
      meta: { kind: 'jump', title: 'Clear what the browser keeps', to: 'device-token-mismatch/clear-site-data' },
    },
    'pair-again': { type: 'final', meta: { kind: 'jump', title: 'Remove it and pair it again', to: 'device-token-mismatch/pair-again' } },
    'see-devices': { type: 'final', meta: { kind: 'jump', title: 'See the devices and their ids', to: 'pairing-required/see-devices' } },
    role: { type: 'final', meta: { kind: 'jump', title: 'Approve its role again', to: 'scope-upgrade' } },
    approve: { type: 'final', meta: { kind: 'jump', title: 'Approve the device once more', to: 'pairing-required/approve-device' } },
    pairing: { type: 'final', meta: { kind: 'jump', title: 'Approve the device', to: 'pairing-required/approve-device' } },
    token: { type: 'final', meta: { kind: 'jump', title: 'A token is refused', to: 'gateway-auth' } },
    'reverse-proxy': { type: 'final', meta: { kind: 'jump', title: 'Set the reverse proxy right', to: 'connect-failed/reverse-proxy' } },
    update: {
      type: 'final',
      meta: { kind: 'jump', title: 'Bring the gateway to the newest release', to: 'gateway-not-ready/same-version' },
    },
    'config-invalid': { type: 'final', meta: { kind: 'jump', title: 'Repair the config', to: 'config-invalid' } },
  },
})
