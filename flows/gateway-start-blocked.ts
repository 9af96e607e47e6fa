import { editConfig, formsOf, healthy, nativeOnly, offline, shells } from './commands.ts'
import { flow, type Step, type Verify } from './flow.ts'
import { bringUpStep, mounts, sameState, skip } from './steps.ts'

const unset = ['Config path not found: gateway.mode', 'Config path is valid but unset: gateway.mode']
const fromNative = 'Native installs come here by another way.'
const fromDocker = 'Docker users come here by another way.'
const writeMode: Step = { text: 'Write the mode into the config', risk: 'changes-config', run: offline('config set gateway.mode local') }
/** A container in a restart loop waits up to a minute before its next try. */
const up: Verify = { ...healthy, within: 120 }
const backUp = shells(
  'cp ~/.openclaw/openclaw.json ~/.openclaw/openclaw.json.broken',
  'Copy-Item "$env:USERPROFILE\\.openclaw\\openclaw.json" "$env:USERPROFILE\\.openclaw\\openclaw.json.broken"',
)

export default flow.createMachine({
  id: 'gateway-start-blocked',
  meta: {
    kind: 'family',
    title: 'Gateway start blocked',
    summary: 'The gateway refuses to start because its config does not say that it runs on this machine.',
    group: 'start',
    messages: [
      'gateway start blocked: set gateway.mode=local (current: unset) or pass --allow-unconfigured',
      'gateway start blocked: set gateway.mode=local --allow-unconfigured',
      'Missing config. Run `openclaw setup` or set gateway.mode=local (or pass --allow-unconfigured).',
      'gateway.mode unset — gateway start will be blocked',
      'gateway.mode is unset',
      'ERROR: gateway.mode not configured. Run openclaw setup or set gateway.mode=local to start in local-only mode.',
      'missing config: run openclaw setup or set gateway.mode=local',
      'gateway start blocked: gateway.mode is unset — expected local, remote, or hybrid',
      '[gateway] start blocked — config key gateway.mode has no value',
      'Gateway start blocked: existing config is missing gateway.mode. Treat this as suspicious or clobbered config.',
      'gateway.mode is unset; gateway start will be blocked.',
      'Gateway start blocked: set gateway.mode=local (current: remote) or pass --allow-unconfigured.',
      'Config auto-restored from backup',
      'Another Gateway owner lease is still active for this state directory.',
    ],
    prevention: ['prevention/mode-set', 'prevention/data-persisted'],
  },
  context: ({ input }) => input,
  initial: 'read-mode',
  states: {
    'read-mode': {
      meta: {
        kind: 'check',
        title: 'Which mode does the config hold?',
        body: 'OpenClaw starts a gateway only when `gateway.mode` is `local`. The mode does not say where the gateway listens: that is `gateway.bind`. Behind a reverse proxy on the same machine `local` is right too.',
        run: offline('config get gateway.mode'),
        signatures: [
          'Gateway start blocked: existing config is missing gateway.mode',
          'Gateway start blocked: set gateway.mode=local (current: unset) or pass --allow-unconfigured',
          'gateway start blocked: set gateway.mode=local --allow-unconfigured',
          'Missing config. Run `openclaw setup` or set gateway.mode=local (or pass --allow-unconfigured).',
          'missing config: run openclaw setup or set gateway.mode=local',
          'Missing config: run openclaw setup first',
          'gateway.mode not configured. Run openclaw setup or set gateway.mode=local to start in local-only mode',
          'gateway.mode is unset; gateway start will be blocked',
          'gateway.mode is unset',
          'gateway start blocked: gateway.mode is unset — expected local, remote, or hybrid',
          'start blocked — config key gateway.mode has no value',
        ],
        sources: ['guide#Gateway Start Blocked', 'gateway/troubleshooting', 'cli/config'],
        corrections: [
          {
            guide: 'The most common OpenClaw gateway error',
            why: 'Nobody measured how often it happens. It is what a gateway without a config prints first, so many meet it.',
          },
          {
            guide: 'The gateway refuses to start because gateway.mode is not set',
            why: 'Mode `remote` blocks the start as well: only `local` lets it pass. The option `--allow-unconfigured` skips the check; the image of 2026.2.24 starts with it.',
          },
          {
            guide: 'gateway start blocked: set gateway.mode=local (current: unset) or pass --allow-unconfigured',
            why: '2026.2.24 prints it in one line, with a capital G. For an unset mode 2026.9.6 says `existing config is missing gateway.mode` instead; this form is left for mode remote.',
          },
          {
            guide: 'gateway start blocked: set gateway.mode=local --allow-unconfigured',
            why: 'No release prints this line; it is a shortened memory of `Gateway start blocked: set gateway.mode=local (current: unset) or pass --allow-unconfigured.`',
          },
          {
            guide: 'gateway.mode unset — gateway start will be blocked',
            why: 'A finding of doctor, not of a start; it reads `gateway.mode is unset; gateway start will be blocked.`, and `gateway.mode is unset` is its beginning.',
          },
          {
            guide: 'missing config: run openclaw setup or set gateway.mode=local',
            why: 'Two lines in one: the gateway prints `Missing config. Run …`, and 2026.2.24 elsewhere `Missing config: run openclaw setup first.` Its `openclaw setup` writes no mode, so set it yourself.',
          },
          {
            guide: 'gateway start blocked: gateway.mode is unset — expected local, remote, or hybrid',
            why: 'No release prints this line, and hybrid is not a mode. It is answered here because it names the same cause.',
          },
          {
            guide: 'ERROR: gateway.mode not configured',
            why: 'Neither release prints this; a wrapper around OpenClaw may. The real lines are `Missing config. …` and `Gateway start blocked: …`.',
          },
          {
            guide: '[gateway] start blocked — config key gateway.mode has no value',
            why: 'Neither release prints this line. It is answered here because it names the same cause.',
          },
          {
            guide: 'gateway.mode controls the network interfaces: local = 127.0.0.1, remote = 0.0.0.0, hybrid = both',
            why: 'The mode says whether a gateway runs here (`local`) or elsewhere (`remote`). Where it listens is `gateway.bind`: loopback, lan, tailnet, auto or custom. There is no `hybrid`.',
          },
        ],
      },
      on: {
        unset: [
          { target: 'recreated', guard: 'docker', description: 'Nothing: not found, or unset', meta: { kind: 'answer', seen: unset } },
          { target: 'worked-before', description: 'Nothing: not found, or unset', meta: { kind: 'answer', seen: unset } },
        ],
        remote: { target: 'remote-meant', description: 'remote', meta: { kind: 'answer', seen: [/^remote$/m] } },
        invalid: {
          target: 'repair-value',
          description: 'Config invalid, and it names gateway.mode',
          meta: { kind: 'answer', hint: 'such as hybrid', seen: ['gateway.mode: Invalid input'] },
        },
        unreadable: {
          target: 'corrupt',
          description: 'Config invalid, for another reason',
          meta: {
            kind: 'answer',
            hint: 'JSON5 parse failed, or another key',
            seen: ['JSON5 parse failed', /(Config invalid|OpenClaw config is invalid)(?![\s\S]*gateway\.mode:)/],
          },
        },
        local: { target: 'still-blocked', description: 'local', meta: { kind: 'answer', seen: [/^local$/m] } },
      },
    },

    'worked-before': {
      meta: {
        kind: 'question',
        title: 'Did this gateway start before?',
        body: 'A config that used to work and lost its mode was overwritten or cut off. Then the backup is the better cure, because other settings are gone as well.',
        signatures: ['Config auto-restored from backup: {path}'],
        symptoms: ['the config file openclaw.json was wiped or reset to defaults'],
        sources: ['guide#What Is gateway.mode?', 'gateway/troubleshooting'],
        corrections: [
          {
            guide: 'OpenClaw refuses to pick a default because each mode has different security implications',
            why: 'There is no default, but for another reason: a config that was lost or overwritten must not start a gateway unnoticed.',
          },
        ],
      },
      on: {
        no: { target: 'set-mode', description: 'No, this is its first start' },
        yes: { target: 'restore-backup', description: 'Yes, it worked until now' },
      },
    },

    'set-mode': {
      meta: {
        kind: 'fix',
        title: 'Set local mode, then start the gateway',
        body: 'The gateway does not start until its config names a mode. `local` is right for every machine that runs a gateway, also behind Caddy, nginx or Traefik.',
        steps: [writeMode, bringUpStep],
        verify: up,
        sources: ['guide#Quick Fix', 'cli/config', 'cli/gateway'],
        corrections: [
          {
            guide: 'openclaw restart',
            why: 'No release has this command. One that is down is started by `openclaw gateway start`, a running one is restarted by `openclaw gateway restart`.',
          },
          {
            guide: 'Even behind a reverse proxy, local is correct because the proxy connects via localhost',
            why: 'Mode local is right everywhere a gateway runs. What a proxy on the same machine needs is `gateway.bind loopback` and `gateway.trustedProxies`; in a container leave the bind alone.',
          },
          {
            guide: 'That is the entire fix',
            why: 'It passes this one gate. The next one is the bind: a gateway that listens beyond this machine also needs a token or password.',
          },
        ],
      },
      on: {
        'next-gate': {
          target: 'not-ready',
          description: 'Another error came up',
          meta: {
            kind: 'answer',
            hint: 'the mode is set, something else stops it',
            seen: ['Refusing to bind gateway to {bind} without auth', 'non-loopback Control UI requires'],
          },
        },
        broken: {
          target: 'other-config',
          description: 'The same message, or “Config invalid”',
          meta: {
            kind: 'answer',
            seen: ['Gateway start blocked', 'Missing config.', 'Config invalid', 'OpenClaw config is invalid'],
          },
        },
      },
    },

    'restore-backup': {
      meta: {
        kind: 'fix',
        title: 'Put the last good config back',
        body: '2026.9.6 restores the backup by itself when the damaged file still parses, and keeps the damaged one as `openclaw.json.clobbered.<time>`. A file that was cut off in the middle you restore by hand. The backup is the state before the last write, so look whether your newest setting is in it.',
        steps: [
          {
            text: 'Keep a copy of the damaged config. If it is gone altogether, go on',
            risk: 'changes-config',
            run: nativeOnly(backUp, fromDocker),
          },
          {
            text: 'Copy the backup over the damaged config',
            risk: 'changes-config',
            run: nativeOnly(
              {
                linux: 'cp ~/.openclaw/openclaw.json.bak ~/.openclaw/openclaw.json',
                macos: 'cp ~/.openclaw/openclaw.json.bak ~/.openclaw/openclaw.json',
                windows: 'Copy-Item "$env:USERPROFILE\\.openclaw\\openclaw.json.bak" "$env:USERPROFILE\\.openclaw\\openclaw.json"',
              },
              fromDocker,
            ),
          },
          { ...writeMode, text: 'Make sure that it names the mode: a backup from before your first setting lacks it' },
          bringUpStep,
        ],
        verify: up,
        signatures: ['gateway-mode-missing-vs-last-good', 'size-drop-vs-last-good'],
        sources: ['gateway/troubleshooting', 'gateway/configuration'],
        corrections: [
          {
            guide: 'Set the mode once and you will never see gateway start blocked again',
            why: 'It returns when openclaw.json is lost, overwritten or, on 2026.9.6, no longer parseable, or when another HOME, user or profile is used.',
          },
        ],
      },
      on: {
        'no-backup': {
          target: 'set-mode',
          description: 'There is no backup file',
          meta: { kind: 'answer', seen: ['No such file or directory', 'Cannot find path'] },
        },
        broken: { target: 'not-ready', description: 'Restored, and still not up' },
      },
    },

    recreated: {
      meta: {
        kind: 'question',
        title: 'Did it start before you recreated the container?',
        body: 'Config, pairings and sessions live in `/home/node/.openclaw`. Without a mount there, they go with the container.',
        sources: ['install/docker'],
      },
      on: {
        no: { target: 'set-mode-docker', description: 'No, this is its first start' },
        yes: { target: 'data-lost', description: 'Yes, and now its config is gone' },
      },
    },

    'set-mode-docker': {
      meta: {
        kind: 'fix',
        title: 'Write the mode into the mounted config, then start',
        body: 'A container that restarts in a loop cannot be entered, so a one-off container with the same mounts writes the config. There is no environment variable for the mode.',
        steps: [skip(writeMode, { native: fromNative }), skip(bringUpStep, { native: fromNative })],
        verify: up,
        signatures: ['Restarting (78)'],
        sources: ['guide#Docker Users', 'install/docker'],
        corrections: [
          {
            guide: 'docker run -e OPENCLAW_GATEWAY_MODE=local openclaw-stack',
            why: 'No release reads OPENCLAW_GATEWAY_MODE, and the official image is `ghcr.io/openclaw/openclaw`.',
          },
          {
            guide: 'openclaw-stack',
            why: 'The project publishes no image of this name. It is `ghcr.io/openclaw/openclaw`, mirrored as `openclaw/openclaw`; one built from the repository is `openclaw:local`.',
          },
          {
            guide: 'environment: - OPENCLAW_GATEWAY_MODE=local',
            why: 'The variable does nothing. The mode belongs into the mounted config, written once before the first start.',
          },
        ],
      },
      on: {
        'next-gate': {
          target: 'not-ready',
          description: 'Another error came up',
          meta: {
            kind: 'answer',
            hint: 'the mode is set, something else stops it',
            seen: ['Refusing to bind gateway to {bind} without auth', 'non-loopback Control UI requires'],
          },
        },
        lease: {
          target: 'owner-lease',
          guard: 'newest',
          description: '“Another Gateway owner lease is still active”',
          meta: { kind: 'answer', seen: ['Another Gateway owner lease is still active'] },
        },
        broken: {
          target: 'other-config',
          description: 'The same message, or “Config invalid”',
          meta: {
            kind: 'answer',
            seen: ['Missing config.', 'Gateway start blocked', 'Config invalid', 'OpenClaw config is invalid'],
          },
        },
      },
    },

    'owner-lease': {
      meta: {
        kind: 'fix',
        title: 'Make sure only one gateway uses the state, then wait',
        body: '2026.9.6 renews a lease of five minutes in its state. After a hard end (`docker rm -f`, `docker kill`, out of memory) a new container has to wait until the lease runs out. The same line appears when a second gateway really uses the state.',
        steps: [
          {
            text: 'No second gateway may use this state',
            risk: 'reads',
            run: sameState,
          },
          {
            text: 'Wait up to five minutes: with a restart policy the container comes up by itself. From now on use `docker stop` before `docker rm`.',
            risk: 'reads',
          },
        ],
        verify: { ...healthy, within: 360 },
        signatures: ['Another Gateway owner lease is still active for this state directory'],
        sources: ['gateway/gateway-lock'],
      },
      on: { broken: { target: 'not-ready', description: 'Still not up after five minutes' } },
    },

    'remote-meant': {
      meta: {
        kind: 'question',
        title: 'Should a gateway run on this machine at all?',
        body: 'Mode `remote` means: this machine is only a client of a gateway elsewhere. It does not open a gateway to the network.',
        signatures: ['Gateway start blocked: set gateway.mode=local (current: remote) or pass --allow-unconfigured'],
        sources: ['gateway/remote'],
        corrections: [
          {
            guide: 'remote: listens on 0.0.0.0, for direct access from other devices on your LAN',
            why: 'With mode `remote` the local gateway refuses to start. Other devices reach a gateway by `gateway.bind lan` and a token.',
          },
        ],
      },
      on: {
        here: { target: 'mode-local', description: 'Yes, the gateway belongs here' },
        elsewhere: { target: 'client-only', description: 'No, it runs on another machine' },
      },
    },

    'mode-local': {
      meta: {
        kind: 'fix',
        title: 'Change the mode from remote to local',
        steps: [writeMode, bringUpStep],
        verify: up,
        sources: ['cli/gateway', 'gateway/remote'],
      },
      on: {
        'other-devices': { target: 'other-machine', description: 'It runs, but other devices cannot reach it' },
        broken: { target: 'not-ready', description: 'Set, and still not up' },
      },
    },

    'repair-value': {
      meta: {
        kind: 'fix',
        title: 'Change the wrong mode in the config file',
        body: 'An invalid value locks out `config set`, and `doctor --fix` reports it without changing it. Only `local` and `remote` are modes, so the word is changed in the file.',
        steps: [
          {
            text: 'Open the config in an editor and make it say "mode": "local" under "gateway"',
            risk: 'changes-config',
            run: editConfig,
          },
          { text: 'It must answer local now', risk: 'reads', run: offline('config get gateway.mode') },
          bringUpStep,
        ],
        verify: up,
        signatures: [
          'gateway.mode: Invalid input',
          'Gateway start blocked: set gateway.mode=local (current: hybrid) or pass --allow-unconfigured',
        ],
        sources: ['gateway/configuration', 'cli/config'],
        corrections: [
          {
            guide: 'hybrid: both local and all interfaces',
            why: 'There is no such mode: both releases refuse the value and then every config command with it.',
          },
        ],
      },
      on: { broken: { target: 'not-ready', description: 'Changed, and still not up' } },
    },

    'still-blocked': {
      meta: {
        kind: 'question',
        title: 'Does it still say that the start is blocked?',
        body: 'On 2026.9.6 a config with broken JSON is reported by the same line, and `config get` may read another file than the gateway does.',
      },
      on: {
        yes: { target: 'other-config', description: 'Yes, the same line' },
        no: { target: 'not-ready', description: 'No, it fails in another way' },
      },
    },

    'other-config': {
      meta: {
        kind: 'check',
        title: 'Does the gateway read this config?',
        body: 'The gateway reads `~/.openclaw/openclaw.json` of the user it runs under. Another user, HOME, profile or mount is another config, and a file that does not parse counts as one without a mode.\n\nOn 2026.2.24 the answer of a config it can read is the one word `local`.',
        run: {
          ...offline('config validate'),
          earlier: {
            '2026.2.24': {
              ...formsOf('2026.2.24', offline('config get gateway.mode')),
            },
          },
        },
        sources: ['gateway/configuration', 'cli/config'],
      },
      on: {
        broken: {
          target: 'corrupt',
          description: 'It does not parse, or is invalid',
          meta: { kind: 'answer', seen: ['JSON5', 'OpenClaw config is invalid', 'Config invalid'] },
        },
        valid: [
          { target: 'who-runs', guard: 'earlier', description: 'local: it can be read', meta: { kind: 'answer', seen: [/^local$/m] } },
          { target: 'who-runs', description: 'It is valid', meta: { kind: 'answer', seen: ['Config valid'] } },
        ],
      },
    },

    'who-runs': {
      meta: {
        kind: 'fix',
        title: 'Write the mode where the gateway looks for it',
        body: 'A valid config with mode `local` that the gateway does not see belongs to another user, profile or mount.',
        steps: [
          {
            text: 'Look which config the gateway itself uses: “Config (cli)” and “Config (service)” must name the same file; in Docker the source of /home/node/.openclaw must be your folder',
            risk: 'reads',
            run: { ...mounts, native: 'openclaw gateway status --deep' },
          },
          { text: 'Write the mode as that user, with that mount', risk: 'changes-config', run: offline('config set gateway.mode local') },
          bringUpStep,
        ],
        verify: up,
        sources: ['cli/gateway', 'gateway/multiple-gateways'],
      },
      on: { broken: { target: 'not-ready', description: 'The same file, and still not up' } },
    },

    'client-only': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Then start no gateway here: name the other one',
        body: 'This machine needs the address of the gateway in `gateway.remote.url`, and no gateway of its own. Set it with the command below, then ask that gateway.',
        steps: [
          { text: 'Name the other gateway', risk: 'changes-config', run: offline('config set gateway.remote.url wss://<domain>') },
          { text: 'Ask it', risk: 'reads', run: offline('gateway probe') },
        ],
        sources: ['gateway/remote'],
      },
    },
    'data-lost': { type: 'final', meta: { kind: 'jump', title: 'Keep the data across rebuilds', to: 'docker/mount-state' } },
    'other-machine': {
      type: 'final',
      meta: { kind: 'jump', title: 'Open the gateway to other devices', to: 'access-not-configured/other-machine' },
    },
    corrupt: { type: 'final', meta: { kind: 'jump', title: 'Repair the config', to: 'config-invalid' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'The mode is right: something else stops it', to: 'gateway-not-ready' } },
  },
})
