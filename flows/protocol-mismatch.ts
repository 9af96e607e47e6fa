import { bringUp, everywhere, formsOf, healthy, logs, onTheClient, restart, shells, variants } from './commands.ts'
import { flow } from './flow.ts'
import { browserIn, restartStep } from './steps.ts'

const frame = (protocol: number) =>
  `{
  type: "req",
  id: "1",
  method: "connect",
  params: {
    minProtocol: ${protocol},
    maxProtocol: ${protocol},
    client: { id: "gateway-client", version: "1.0.0", platform: "linux", mode: "backend" },
    role: "operator",
    scopes: ["operator.read"],
    auth: { token: "…" },
  },
}`
/** What a client of your own has to send first: ran against both releases. */
const firstFrame = {
  ...everywhere(frame(4)),
  language: 'json5',
  earlier: { '2026.2.24': formsOf('2026.2.24', everywhere(frame(3))) },
} as const

export default flow.createMachine({
  id: 'protocol-mismatch',
  meta: {
    kind: 'family',
    title: 'Protocol mismatch',
    summary: 'A page, app or command is of another release than the gateway, so the two do not understand each other.',
    group: 'refused',
    messages: [
      'protocol mismatch',
      'gateway connect failed: GatewayClientRequestError: protocol mismatch',
      'Error: gateway closed (1002): protocol mismatch',
      'Gateway call failed: protocol mismatch',
      '[ws] protocol mismatch conn=… client=cli cli vdev min=3 max=3 expected=4 probeMin=3',
      'Warning: this OpenClaw command is version 2026.9.6, but the running Gateway is version 2026.2.24.',
      'client version mismatch',
      'invalid connect params: at /client/id: must be equal to one of the allowed values',
      "invalid connect params: at root: unexpected property 'foo'",
      'invalid handshake: first request must be connect',
      'closed before connect … code=1008 reason=invalid request frame',
    ],
    prevention: ['prevention/doctor-run', 'prevention/one-instance'],
  },
  context: ({ input }) => input,
  initial: 'who-says',
  states: {
    'who-says': {
      meta: {
        kind: 'question',
        title: 'Where do you read it?',
        body: '2026.2.24 speaks protocol 3, 2026.9.6 protocol 4, and neither takes the other. So after an update everything must be new: the gateway’s process, the command line, open pages, apps. A token or a pairing has nothing to do with it.\n\n`gateway status` and `gateway probe` of 2026.9.6 still reach an old gateway, so “probe: ok” proves nothing here.',
        signatures: ['protocol mismatch', 'closed before connect {details} code=1002 reason=protocol mismatch', 'cause=protocol-mismatch'],
        symptoms: ['gateway closed (1002)', 'disconnected (1002)', '1002'],
        sources: ['gateway/protocol/versioning', 'gateway/troubleshooting/updates-and-rollbacks'],
      },
      on: {
        command: { target: 'two-releases', description: 'An openclaw command prints it' },
        page: { target: 'reload-page', description: 'The dashboard in the browser shows it' },
        log: {
          target: 'whose-line',
          description: 'The gateway’s log repeats it',
          meta: { kind: 'answer', hint: 'and I do not know who knocks' },
        },
        app: { target: 'update-app', description: 'An app or a node on another device' },
        own: {
          target: 'first-frame',
          description: 'A program of mine or of another maker',
          meta: { kind: 'answer', hint: '“invalid connect params”, “first request must be connect”' },
        },
      },
    },

    'whose-line': {
      meta: {
        kind: 'check',
        title: 'Who is it that the log turns away?',
        body: 'Behind `client=` the line names the program, behind `remote=` the machine it comes from, and behind `min=` and `expected=` what it speaks and what the gateway speaks (2026.9.6). After a rollback it is often a program of the newer release that still runs and tries again.',
        run: logs(100),
        signatures: ['protocol mismatch conn={id}', 'min={min} max={max} expected={expected} probeMin={probe}'],
        sources: ['gateway/troubleshooting/updates-and-rollbacks', 'cli/logs'],
      },
      on: {
        page: {
          target: 'reload-page',
          description: 'client=openclaw-control-ui, or webchat',
          meta: { kind: 'answer', hint: 'a browser', seen: ['client=openclaw-control-ui', 'client=webchat'] },
        },
        command: {
          target: 'two-releases',
          description: 'client=cli, openclaw-tui',
          meta: { kind: 'answer', hint: 'somebody types openclaw', seen: ['client=cli', 'client=openclaw-tui'] },
        },
        helper: {
          target: 'end-client',
          description: 'client=gateway-client, again and again',
          meta: { kind: 'answer', hint: 'a program in the background', seen: ['client=gateway-client', 'client=openclaw-probe'] },
        },
        app: {
          target: 'update-app',
          description: 'client=openclaw-ios, -android, -macos, node-host',
          meta: {
            kind: 'answer',
            seen: ['client=openclaw-ios', 'client=openclaw-android', 'client=openclaw-macos', 'client=openclaw-linux', 'client=node-host'],
          },
        },
        other: {
          target: 'first-frame',
          description: 'Another reason: invalid connect params, handshake, frame',
          meta: { kind: 'answer', seen: ['invalid connect params', 'first request must be connect', 'invalid request frame'] },
        },
        none: { target: 'two-releases', description: 'No such line' },
      },
    },

    'two-releases': {
      meta: {
        kind: 'check',
        title: 'Are command and gateway of the same release?',
        body: 'The first number is the command’s. The running gateway’s is the second one; natively 2026.9.6 prints it as “Gateway version”. 2026.2.24 does not say: there compare the number with what `openclaw --version` answers on the gateway’s machine, as the account that runs it.',
        run: variants({
          native: 'openclaw --version\nopenclaw gateway status --deep',
          compose: 'docker compose run --rm openclaw-cli --version\ndocker compose exec openclaw-gateway node dist/index.js --version',
          container: 'openclaw --version\ndocker exec <container> node dist/index.js --version',
        }),
        signatures: [
          'gateway closed (1002): protocol mismatch',
          'gateway connect failed: GatewayClientRequestError: protocol mismatch',
          'gateway connect failed: Error: protocol mismatch',
          'Gateway call failed: protocol mismatch',
          'Reason: protocol mismatch',
          'client version mismatch',
          'this OpenClaw command is version {version}, but the running Gateway is version {other}',
        ],
        symptoms: ['Connect: ok ({ms}ms) · RPC: failed - timeout'],
        sources: ['gateway/troubleshooting/updates-and-rollbacks', 'cli/gateway', 'install/updating'],
      },
      on: {
        same: {
          target: 'restart-gateway',
          description: 'The same number twice, or none of the gateway',
          meta: {
            kind: 'answer',
            seen: [
              /CLI version: (\S+)[\s\S]{0,400}Gateway version: \1\s/,
              /^(?:OpenClaw )?(\d{4}\.\d+\.\d+)\b.{0,40}\n(?:OpenClaw )?\1\b/m,
            ],
          },
        },
        different: {
          target: 'which-older',
          description: 'Two numbers, or a warning about it',
          meta: {
            kind: 'answer',
            seen: [
              'this OpenClaw command is version {version}, but the running Gateway is version {other}',
              /^(?:OpenClaw )?(\d{4}\.\d+\.\d+)\b.{0,40}\n(?:OpenClaw )?(?!\1\b)\d{4}\.\d+\.\d+/m,
            ],
          },
        },
      },
    },

    'which-older': {
      meta: {
        kind: 'question',
        title: 'Which of the two is the older one?',
        body: 'Both should be the newest. After a deliberate rollback of the gateway bring the command back to the same release instead: `npm install -g openclaw@` with that number.',
        sources: ['install/updating', 'gateway/troubleshooting/updates-and-rollbacks'],
      },
      on: {
        gateway: [
          { target: 'same-version', guard: 'container', description: 'The gateway' },
          {
            target: 'restart-gateway',
            description: 'The gateway',
            meta: { kind: 'answer', hint: 'it was updated, but not restarted; or it is another install' },
          },
        ],
        command: { target: 'update-client', description: 'The command' },
        several: {
          target: 'several-installs',
          description: 'There are several installs on this machine',
          meta: { kind: 'answer', hint: 'npm of another Node, an app, a repository' },
        },
      },
    },

    'restart-gateway': {
      meta: {
        kind: 'fix',
        title: 'Restart the gateway, so that the new release runs',
        body: 'An update changes the files; the process goes on with the old program until it is started anew. The page comes from the new files already, so an updated gateway that still runs turns its own dashboard away.\n\nA container runs its image: after `docker compose pull` it takes the new one by `up -d`, not by a restart.',
        steps: [{ ...restartStep, run: { ...restart, compose: bringUp.compose } }],
        verify: { ...healthy, within: 120 },
        sources: ['install/updating', 'cli/gateway/service', 'gateway/troubleshooting/updates-and-rollbacks'],
      },
      on: {
        old: {
          target: 'same-version',
          description: 'It is still the old release',
          meta: { kind: 'answer', hint: 'the service or the container starts another install' },
        },
        'not-up': { target: 'not-ready', description: 'Now it does not start' },
        broken: { target: 'end-client', description: 'The same release, and the same message' },
      },
    },

    'update-client': {
      meta: {
        kind: 'fix',
        title: 'Update OpenClaw where the command is typed',
        body: 'On the machine of the command, which need not be the gateway’s. Installed in another way than npm: update it that way. Close the terminal afterwards: a long-running `openclaw logs --follow` or `openclaw tui` stays the old one.',
        steps: [
          {
            text: 'Bring it to the newest release',
            where: 'client',
            risk: 'changes-config',
            run: everywhere('npm install -g openclaw@latest'),
          },
          {
            text: 'Does the shell find this one first?',
            where: 'client',
            risk: 'reads',
            run: onTheClient({
              linux: 'which -a openclaw\nopenclaw --version',
              macos: 'which -a openclaw\nopenclaw --version',
              windows: 'Get-Command openclaw -All\nopenclaw --version',
            }),
          },
        ],
        verify: { run: everywhere('openclaw gateway health'), where: 'client', expect: ['OK ('] },
        sources: ['install/updating', 'gateway/troubleshooting/updates-and-rollbacks'],
      },
      on: {
        node: {
          target: 'node',
          description: 'It wants another version of Node',
          meta: { kind: 'answer', seen: ['openclaw requires Node', 'OpenClaw requires >=', 'node:sqlite is unavailable', 'EBADENGINE'] },
        },
        refused: {
          target: 'auth',
          description: 'Understood now, but it lacks a token or a pairing',
          meta: { kind: 'answer', seen: ['unauthorized:', 'pairing required', 'requires credentials'] },
        },
        broken: { target: 'several-installs', description: 'The same message, or the same number' },
      },
    },

    'reload-page': {
      meta: {
        kind: 'fix',
        title: 'Load the dashboard anew, past the cache',
        body: 'A tab that was open during the update runs the page of the old release. Behind a proxy or a CDN its cache may hand out the old one as well: then empty that, or open the page on the gateway’s machine.',
        steps: [
          {
            text: 'Close all its tabs, then open the address in a private window, or reload with Ctrl+Shift+R (Mac: Cmd+Shift+R). On the gateway’s machine it is this',
            where: 'browser',
            risk: 'reads',
            run: { ...everywhere('http://127.0.0.1:<port>/'), language: 'url' },
          },
        ],
        verify: browserIn,
        sources: ['web/control-ui/connect-and-pair', 'gateway/protocol/versioning'],
      },
      on: {
        token: {
          target: 'auth',
          description: 'Now it asks for a token, or refuses it',
          meta: { kind: 'answer', seen: ['unauthorized:', 'This Gateway expects its token'] },
        },
        pairing: {
          target: 'pairing',
          description: 'Now it says “pairing required”',
          meta: { kind: 'answer', seen: ['pairing required', 'Approve this browser'] },
        },
        broken: { target: 'restart-gateway', description: 'The same in a private window' },
      },
    },

    'end-client': {
      meta: {
        kind: 'fix',
        title: 'End the program that still speaks the other release',
        body: 'Everything that was started before the update or the rollback stays what it was: a terminal with `logs --follow` or the TUI, an editor’s helper, a wrapper, a second service. It tries again every half minute and fills the log. On 2026.9.6 the first command lists them as “Established clients”.\n\nA client on another machine ends there: `remote=` in the log is its address.',
        steps: [
          {
            text: 'See who is connected to the gateway’s port: the process that is not the gateway',
            risk: 'reads',
            run: {
              ...everywhere({
                linux: 'sudo ss -tnp dport = :<port>',
                macos: 'lsof -nP -iTCP:<port>',
                windows:
                  'Get-NetTCPConnection -RemotePort <port> | ForEach-Object { Get-Process -Id $_.OwningProcess } | Select-Object Id, ProcessName, Path',
              }),
              otherwise: [
                {
                  when: 'it is a native gateway of 2026.9.6',
                  run: { native: 'openclaw gateway status --deep', compose: null, container: null },
                },
              ],
            },
          },
          {
            text: 'Close that program. If it has no window, end its process; never the gateway’s own',
            risk: 'restarts',
            run: everywhere(shells('kill <pid>', 'Stop-Process -Id <pid>')),
          },
          { text: 'See that the log stays quiet for a minute', risk: 'reads', run: logs(20) },
        ],
        verify: healthy,
        sources: ['gateway/troubleshooting/updates-and-rollbacks', 'cli/gateway/query'],
      },
      on: {
        gone: { target: 'other-gateway', description: 'There is none, or it is the gateway itself' },
        broken: { target: 'several-installs', description: 'It comes back, or a command still says so' },
      },
    },

    'first-frame': {
      meta: {
        kind: 'fix',
        title: 'Make the client send the connect request it expects',
        body: 'The first frame after the WebSocket opens must be a JSON request with the method `connect`. Its fields are checked strictly: unknown ones are refused, `client.id` and `client.mode` are words from a list. For a program of your own `gateway-client` with `backend`, or `cli` with `cli`, were accepted by both releases; `mode: "operator"` was refused by both, though an example of the docs has it.\n\nBehind `at` the message names the field, such as `/client/id`. A program of another maker: update it, or ask its maker which release it is for.',
        steps: [
          {
            text: 'Compare with the frame that this gateway accepts. In place of the dots belongs the gateway’s token',
            where: 'client',
            risk: 'reads',
            run: firstFrame,
          },
          { text: 'Look what the gateway says to the next try', risk: 'reads', run: logs(20) },
        ],
        verify: healthy,
        signatures: [
          'invalid connect params: at {place}: {problem}',
          'invalid connect params: {detail}',
          'invalid handshake: first request must be connect',
          'closed before connect {details} reason=invalid request frame',
          'code INVALID_REQUEST message invalid request frame',
          '/client/id: must be equal to one of the allowed values',
          '/client/mode: must be equal to one of the allowed values',
        ],
        sources: ['gateway/protocol/handshake', 'gateway/protocol', 'gateway/clients'],
      },
      on: {
        identity: {
          target: 'identity',
          description: 'Now it asks for a device identity, or pairing',
          meta: { kind: 'answer', seen: ['device identity required', 'requires device identity', 'pairing required', 'NOT_PAIRED'] },
        },
        token: {
          target: 'auth',
          description: 'Now it refuses the token',
          meta: { kind: 'answer', seen: ['unauthorized:', 'AUTH_TOKEN_MISMATCH', 'AUTH_TOKEN_MISSING'] },
        },
        mismatch: {
          target: 'which-protocol',
          description: 'Now it says “protocol mismatch”',
          meta: { kind: 'answer', seen: ['protocol mismatch', 'PROTOCOL_MISMATCH'] },
        },
        broken: { target: 'ask', description: 'The same message' },
      },
    },

    'several-installs': {
      meta: {
        kind: 'check',
        title: 'Which openclaw does this shell start?',
        body: 'The first path wins. A second one comes from the npm of another Node (nvm, Homebrew), from the installer’s own folder, or from a run with sudo. Remove the one you do not use, or change the order in PATH, and open a new terminal.',
        where: 'client',
        run: onTheClient({
          linux: 'which -a openclaw\nopenclaw --version',
          macos: 'which -a openclaw\nopenclaw --version',
          windows: 'Get-Command openclaw -All\nopenclaw --version',
        }),
        sources: ['gateway/troubleshooting/updates-and-rollbacks', 'install/updating'],
      },
      on: {
        several: {
          target: 'same-version',
          description: 'Several paths',
          meta: { kind: 'answer', seen: [/^\S*\/openclaw\n(?:.*\n){0,3}?\S*\/openclaw$/m] },
        },
        one: {
          target: 'other-gateway',
          description: 'One, and it is the newest',
          meta: { kind: 'answer', seen: [/(?<!\/openclaw\n)^\S+\/openclaw\n(?!\S*\/openclaw$)/m] },
        },
        none: {
          target: 'installed',
          description: 'It is not found',
          meta: { kind: 'answer', seen: ['not found', 'is not recognized'] },
        },
      },
    },

    'update-app': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Update the app or the node, then it connects by itself',
        body: 'An app of the phone or the Mac is updated where it came from, a node host by `npm install -g openclaw@latest` and `openclaw node restart` on its machine. Its pairing stays. A node may be one protocol behind a gateway of 2026.9.6, with fewer functions; an app that talks as an operator may not. If the app is newer than the gateway, update the gateway.',
        steps: [
          {
            text: 'The release of the gateway, to compare with the app’s',
            risk: 'reads',
            run: variants({
              native: 'openclaw --version',
              compose: 'docker compose exec openclaw-gateway node dist/index.js --version',
              container: 'docker exec <container> node dist/index.js --version',
            }),
          },
        ],
        sources: ['gateway/protocol/versioning', 'cli/node', 'platforms/ios'],
      },
    },
    'which-protocol': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Name the protocol that the gateway expects',
        body: 'The refusal holds it as `expectedProtocol`: 3 is 2026.2.24, 4 is 2026.9.6. `minProtocol` to `maxProtocol` must include it. A client that works with both names 3 and 4, and reads from `hello-ok` which one was chosen.',
        sources: ['gateway/protocol/versioning', 'gateway/protocol/handshake'],
      },
    },
    ask: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Ask with the whole line',
        body: 'Take the line with `invalid connect params` or `invalid handshake`, the name and version of the client, and the release of the gateway to the client’s maker, or to https://docs.openclaw.ai/help. Cut tokens out first.',
        steps: [{ text: 'What the gateway wrote', risk: 'reads', run: logs(50) }],
        sources: ['help/index', 'gateway/clients'],
      },
    },
    'same-version': {
      type: 'final',
      meta: { kind: 'jump', title: 'Let one install run everything', to: 'gateway-not-ready/same-version' },
    },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'It does not start after the update', to: 'update-broke-it' } },
    'other-gateway': {
      type: 'final',
      meta: { kind: 'jump', title: 'See which gateway answers on this port', to: 'connect-failed/wrong-port' },
    },
    node: { type: 'final', meta: { kind: 'jump', title: 'Install the Node it wants', to: 'node-version' } },
    auth: { type: 'final', meta: { kind: 'jump', title: 'Sign in with the gateway’s token', to: 'gateway-auth' } },
    pairing: { type: 'final', meta: { kind: 'jump', title: 'Approve the browser', to: 'pairing-required/approve-device' } },
    identity: { type: 'final', meta: { kind: 'jump', title: 'Give the client an identity', to: 'device-identity' } },
    installed: { type: 'final', meta: { kind: 'jump', title: 'Install it, or find it', to: 'node-version' } },
  },
})
