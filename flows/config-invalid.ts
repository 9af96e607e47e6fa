import { editConfig, formsOf, healthy, nativeOnly, offline, onState, shells, stop, without } from './commands.ts'
import { flow, type Commands, type Step, type Verify } from './flow.ts'
import { bringUpStep, copyInState, editVariables, mounts, notMounted, restartChanged, restartStep } from './steps.ts'

/** A container in a restart loop waits up to a minute before its next try. */
const up: Verify = { ...healthy, within: 120 }
const state = '/home/node/.openclaw'
const noService = 'In Docker the container is the service.'

/** Names the fault, changes nothing. 2026.2.24 has no `config validate`: there every command that reads the config names it. */
const validate: Commands = {
  ...offline('config validate'),
  earlier: { '2026.2.24': formsOf('2026.2.24', offline('config get gateway.mode')) },
}

const keepCopy: Step = {
  text: 'Keep a copy of the config',
  risk: 'changes-config',
  run: copyInState('openclaw.json', 'openclaw.json.before-edit'),
}
/** After every repair by hand. */
const askAgain: Step = {
  text: 'Ask again before you start it: `Config valid` (2026.9.6) or the one word `local` (2026.2.24), and no complaint',
  risk: 'reads',
  run: validate,
}

/** The config and every copy that OpenClaw or you made of it. */
const copies: Commands = {
  native: {
    linux: 'ls -la ~/.openclaw/openclaw.json*',
    macos: 'ls -la ~/.openclaw/openclaw.json*',
    windows: 'Get-ChildItem "$env:USERPROFILE\\.openclaw" -Filter openclaw.json* -Force',
  },
  ...onState('find', `${state} -maxdepth 1 -name 'openclaw.json*' -ls`),
}

/** The files beside the config: where an include without a path is looked for. */
const filesBeside: Commands = {
  native: shells('ls -la ~/.openclaw', 'Get-ChildItem "$env:USERPROFILE\\.openclaw" -Force'),
  ...onState('ls', `-la ${state}`),
}

const stillWrong = {
  description: 'It names a place again',
  meta: { kind: 'answer', seen: ['OpenClaw config is invalid', 'Config invalid', 'Invalid config at'] },
} as const

export default flow.createMachine({
  id: 'config-invalid',
  meta: {
    kind: 'family',
    title: 'Config invalid',
    summary: 'openclaw.json cannot be read, or holds a key or value that OpenClaw does not accept, so the gateway does not start.',
    group: 'start',
    messages: [
      'OpenClaw config is invalid: ~/.openclaw/openclaw.json',
      'OpenClaw config is invalid; run "openclaw doctor --fix" before startup.',
      "- <root>: JSON5 parse failed: SyntaxError: JSON5: invalid character '\"' at 5:5",
      'Config at /home/user/.openclaw/openclaw.json is not parseable and cannot be repaired automatically.',
      'openclaw.json:1 — gateway: Unrecognized keys: "host", "token"',
      'gateway.port: Invalid input: expected number, received string',
      'openclaw.json:1 — gateway.bind: Invalid input (allowed: "auto", "lan", "loopback", "custom", "tailnet"), got: "0.0.0.0"',
      'channels.nosuchchannel: unknown channel id: nosuchchannel',
      'Failed to read include file: ./extra.json5 (resolved: /home/user/.openclaw/extra.json5)',
      'Missing env var "OC_GW_TOKEN" referenced at config path: gateway.auth.token',
      'Config auto-restored from backup: /home/user/.openclaw/openclaw.json (size-drop-vs-last-good:2207->121, missing-meta-vs-last-good)',
      'Doctor finished, but config fixes were not applied.',
    ],
    prevention: ['prevention/doctor-run', 'prevention/mode-set'],
  },
  context: ({ input }) => input,
  initial: 'named-place',
  states: {
    'named-place': {
      meta: {
        kind: 'check',
        title: 'Which place does OpenClaw name as wrong?',
        body: 'One fault anywhere in the file stops the start, and locks out `config set` with it. The way out is the file itself: an editor, or the backup beside it. The words before the last colon are the place, such as `gateway.port`; `<root>` is the top of the file.\n\n2026.9.6 does not name the place when it starts, and for a file that does not parse it speaks of a missing `gateway.mode`. This command names it, and is allowed while the gateway is down.\n\nOn 2026.2.24 the healthy answer is the one word `local`.',
        run: validate,
        signatures: [
          'OpenClaw config is invalid; run "openclaw doctor --fix" before startup',
          'config reload skipped (invalid config): {issues}',
          'commands still run with invalid config',
        ],
        symptoms: ['No config changes were written. Fix the value(s) above in', 'Doctor finished, but config fixes were not applied'],
        sources: ['cli/config', 'gateway/configuration#strict-validation', 'gateway/troubleshooting/config-validation-and-probes'],
      },
      on: {
        keys: {
          target: 'remove-keys',
          description: 'Unrecognized key, or “is ignored; use …”',
          meta: {
            kind: 'answer',
            seen: ['Unrecognized key', 'Unrecognized keys', 'Legacy config keys detected', 'Unknown config keys', 'is ignored; use'],
          },
        },
        value: {
          target: 'which-value',
          description: 'Invalid input, Too big, Too small',
          meta: { kind: 'answer', hint: 'a value of the wrong kind', seen: ['Invalid input', 'Too small', 'Too big'] },
        },
        syntax: {
          target: 'repair-line',
          description: 'JSON5 parse failed',
          meta: { kind: 'answer', hint: 'the file cannot be read as a whole', seen: ['JSON5 parse failed', 'SyntaxError: JSON5'] },
        },
        empty: {
          target: 'empty-file',
          description: 'invalid end of input at 1:1',
          meta: { kind: 'answer', hint: 'the file is empty', seen: [/SyntaxError: JSON5: invalid end of input at 1:1(?!\d)/] },
        },
        channel: {
          target: 'channel-name',
          description: 'unknown channel id',
          meta: { kind: 'answer', seen: ['unknown channel id'] },
        },
        other: {
          target: 'other-place',
          description: 'An include file, a variable, a plugin, EACCES',
          meta: {
            kind: 'answer',
            seen: [
              'Failed to read include file',
              'Missing env var',
              'feature using this value will be unavailable',
              'plugin not found',
              'plugin path not found',
              'read failed: Error: EACCES',
            ],
          },
        },
        valid: [
          {
            target: 'valid-now',
            guard: 'newest',
            description: 'Config valid',
            meta: { kind: 'answer', seen: [/^Config valid(?![\s\S]*feature using this value)/m] },
          },
          {
            target: 'other-file',
            description: 'local, or unset: it can be read',
            meta: { kind: 'answer', seen: [/^local$/m, 'Config path not found: gateway.mode'] },
          },
        ],
      },
    },

    'remove-keys': {
      meta: {
        kind: 'fix',
        title: 'Let doctor take the unknown keys out',
        body: 'Doctor removes what this release does not know, moves old keys to their new place, and leaves the file before as `openclaw.json.bak`. It carries no value over from a key that never existed: a token belongs under `gateway.auth.token`, and instead of a host there is `gateway.bind`. So look in the copy what you still need.\n\nNot with `$include` on 2026.2.24: there it deletes that line, and the included settings with it. Take the key out in an editor then.\n\n2026.9.6 also switches off skills whose tools are not installed.',
        steps: [
          {
            text: 'Stop the container first: 2026.9.6 refuses to repair beside a gateway',
            risk: 'restarts',
            run: without(stop, { native: 'Doctor stops a service by itself; a gateway that is down needs no stop.' }),
          },
          { ...keepCopy, run: copyInState('openclaw.json', 'openclaw.json.before-doctor') },
          { text: 'Take the unknown keys out', risk: 'changes-config', run: offline('doctor --fix --non-interactive') },
          askAgain,
          bringUpStep,
        ],
        verify: up,
        signatures: [
          'gateway: Unrecognized keys: {keys}',
          'gateway.token is ignored; use gateway.auth.token instead',
          'Config uses "gateway.token". This key is ignored; use "gateway.auth.token" instead',
          'Migration applied, but config still invalid; fix remaining issues manually',
        ],
        sources: ['cli/doctor', 'gateway/doctor', 'gateway/configuration#strict-validation'],
      },
      on: {
        'not-applied': {
          target: 'correct-value',
          description: 'Doctor wrote no changes',
          meta: {
            kind: 'answer',
            hint: 'something else in the file is wrong, too',
            seen: ['config fixes were not applied', 'No config changes were written'],
          },
        },
        syntax: {
          target: 'repair-line',
          description: 'It says that the file is not parseable',
          meta: { kind: 'answer', seen: ['is not parseable and cannot be repaired automatically', 'JSON5 parse failed'] },
        },
        broken: { target: 'other-error', description: 'The config is valid now, and still not up' },
      },
    },

    'which-value': {
      meta: {
        kind: 'question',
        title: 'Whose value is it?',
        sources: ['gateway/configuration-reference', 'gateway/config-gateway'],
      },
      on: {
        port: { target: 'port-number', description: 'gateway.port' },
        bind: { target: 'bind-name', description: 'gateway.bind' },
        mode: { target: 'mode-word', description: 'gateway.mode' },
        other: { target: 'correct-value', description: 'Another place, or several' },
      },
    },

    'port-number': {
      meta: {
        kind: 'fix',
        title: 'Write the port as a bare number from 1 to {max}',
        body: 'Quotes around it, letters or a number that is too large all count. 18789 is the default, and in a container it always stays 18789: which port the host shows is Docker’s matter.\n\n2026.9.6 puts a number out of range back to 18789 at the start. 2026.2.24 lets `99999` into the file and fails only when it listens. A wrong `OPENCLAW_GATEWAY_PORT` is passed over without a word.\n\nIf the complaint is about `--port`, the number was typed with the command, or stands in the service: the last two steps are enough.',
        steps: [
          keepCopy,
          {
            text: 'Make it say "port": 18789 under "gateway", without quotes around the number',
            risk: 'changes-config',
            run: {
              ...editConfig,
              otherwise: [
                {
                  when: 'only the start complains and the config itself is accepted, as with 99999 on 2026.2.24',
                  run: formsOf('2026.2.24', offline('config set gateway.port 18789')),
                },
              ],
            },
          },
          askAgain,
          {
            text: 'Write the port into the service, which keeps the old one otherwise; this starts it, too',
            risk: 'restarts',
            run: {
              ...nativeOnly('openclaw gateway install --force', noService),
              otherwise: [
                {
                  when: 'the gateway is not installed as a service: start it in a terminal and leave that open',
                  run: { native: 'openclaw gateway run', compose: null, container: null },
                },
              ],
            },
          },
          { ...bringUpStep, run: without(bringUpStep.run!, { native: 'The step before has started it.' }) },
        ],
        verify: up,
        signatures: [
          'gateway.port: Invalid input: expected number, received {type}',
          'gateway.port: Too small: expected number to be >0',
          'gateway.port: Too big: expected number to be <={max}',
          'RangeError [ERR_SOCKET_BAD_PORT]',
          'Removed out-of-range gateway.port ({port})',
          'Invalid --port. Use a port number from 1 to {max}',
        ],
        symptoms: ['Invalid port'],
        sources: ['gateway/configuration-reference', 'gateway/config-gateway', 'cli/gateway/running'],
      },
      on: {
        again: { target: 'correct-value', ...stillWrong },
        busy: {
          target: 'not-ready',
          description: 'Now the port is in use, or not permitted',
          meta: { kind: 'answer', seen: ['EADDRINUSE', 'already listening', 'listen EACCES'] },
        },
        broken: { target: 'other-error', description: 'The port is right, and still not up' },
      },
    },

    'bind-name': {
      meta: {
        kind: 'fix',
        title: 'Name the bind by a word, not by an address',
        body: '`loopback` is for this machine only, also behind a proxy on it. `lan` lets other devices and Docker’s published port in, and needs a token or password. `tailnet`, `auto` and `custom` are the others; for `custom` the address stands in `gateway.customBindHost`.\n\nWhere the bind is the only fault, `doctor --fix` of 2026.9.6 turns `0.0.0.0` into `lan` by itself. On 2026.2.24, or with a second fault, it changes nothing.',
        steps: [
          keepCopy,
          {
            text: 'Make it say "bind": "loopback" under "gateway"; in Docker "bind": "lan"',
            risk: 'changes-config',
            run: editConfig,
          },
          askAgain,
          bringUpStep,
        ],
        verify: up,
        signatures: [
          'gateway.bind: Invalid input',
          'Invalid --bind. Use "loopback", "lan", "tailnet", "auto", or "custom"',
          'gateway.bind host aliases (for example 0.0.0.0/localhost) are legacy; use bind modes',
        ],
        sources: ['gateway/config-gateway', 'gateway/configuration-reference'],
      },
      on: {
        'no-auth': {
          target: 'without-auth',
          description: 'Now it refuses to bind without auth',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway to {bind} without auth'] },
        },
        origins: {
          target: 'origins',
          guard: 'earlier',
          description: 'Now it requires allowedOrigins',
          meta: { kind: 'answer', seen: ['non-loopback Control UI requires'] },
        },
        again: { target: 'correct-value', ...stillWrong },
        broken: { target: 'other-error', description: 'The bind is right, and still not up' },
      },
    },

    'correct-value': {
      meta: {
        kind: 'fix',
        title: 'Correct each named place in the file',
        body: 'Neither `config set` nor doctor repairs a wrong value. Go from line to line of the message; 2026.9.6 prints what it allows and what it got. A number and `true` or `false` have no quotes, text has them, a list has square brackets.\n\nChange the named places only. 2026.9.6 takes a short new file in place of the old one for damage, and puts the backup back at the next start.',
        steps: [
          keepCopy,
          { text: 'Change the named places, and save', risk: 'changes-config', run: editConfig },
          { ...askAgain, text: `${askAgain.text}. Repeat both until no place is left` },
          bringUpStep,
        ],
        verify: up,
        signatures: [
          'Config validation failed: {place}',
          'Doctor could not apply config fixes: the repaired config still fails validation',
        ],
        sources: ['gateway/configuration#strict-validation', 'gateway/configuration-reference', 'cli/config'],
      },
      on: {
        lost: { target: 'take-backup', description: 'I do not find my way in the file' },
        again: { target: 'take-backup', ...stillWrong },
        broken: { target: 'other-error', description: 'It is valid, and still not up' },
      },
    },

    'repair-line': {
      meta: {
        kind: 'fix',
        title: 'Repair the place that line and column name',
        body: '`at 5:5` is line 5, column 5. The fault stands there or at the end of the line before: mostly a missing comma, a missing quote, or a line break inside quotes. Comments and a comma too many are allowed. An `end of input` further down means that the rest of the file is cut off: take the backup then.\n\nDoctor leaves such a file as it is; 2026.9.6 says so, 2026.2.24 ends with “Doctor complete.” all the same.',
        steps: [
          keepCopy,
          { text: 'Repair that place, and save', risk: 'changes-config', run: editConfig },
          { ...askAgain, text: `${askAgain.text}. A new line and column is the next fault` },
          bringUpStep,
        ],
        verify: up,
        signatures: [
          'best-effort read ignored unparseable config',
          'Config at {path} is not parseable and cannot be repaired automatically',
          'hand-edit the file; or move it aside and run openclaw onboard to generate a fresh config',
        ],
        sources: ['gateway/configuration', 'gateway/troubleshooting/config-validation-and-probes', 'gateway/doctor'],
      },
      on: {
        'cut-off': {
          target: 'take-backup',
          description: 'invalid end of input: the rest is missing',
          meta: { kind: 'answer', seen: ['JSON5: invalid end of input'] },
        },
        place: {
          target: 'correct-value',
          description: 'It parses now, but names another place',
          meta: { kind: 'answer', seen: ['Unrecognized key', 'Invalid input', 'unknown channel id'] },
        },
        broken: { target: 'take-backup', description: 'It still does not parse, or is not up' },
      },
    },

    'empty-file': {
      meta: {
        kind: 'check',
        title: 'Is there a backup beside the empty file?',
        body: 'A config of 0 bytes comes from a full disk, a write that was cut off, or a `>` in a shell. Make room first if the disk is full. OpenClaw keeps the state before each of its own writes as `openclaw.json.bak`, older ones as `.bak.1`, `.bak.2` and so on.',
        run: copies,
        signatures: ['SyntaxError: JSON5: invalid end of input at 1:1'],
        sources: ['gateway/configuration#strict-validation', 'gateway/troubleshooting/config-validation-and-probes'],
      },
      on: {
        backup: {
          target: 'take-backup',
          description: 'openclaw.json.bak is there',
          meta: { kind: 'answer', seen: ['openclaw.json.bak'] },
        },
        none: {
          target: 'new-config',
          description: 'Only openclaw.json',
          meta: { kind: 'answer', seen: [/^(?![\s\S]*openclaw\.json\.bak)[\s\S]*openclaw\.json/] },
        },
      },
    },

    'take-backup': {
      meta: {
        kind: 'fix',
        title: 'Put the last good config in its place',
        body: 'The backup is the file before the last write of OpenClaw, so your newest setting may be missing: the copy of the damaged file shows it. Is `openclaw.json.bak` bad as well, take `openclaw.json.bak.1` in the same way.',
        steps: [
          { ...keepCopy, text: 'Keep the damaged file', run: copyInState('openclaw.json', 'openclaw.json.broken') },
          {
            text: 'Copy the backup over it',
            risk: 'changes-config',
            run: copyInState('openclaw.json.bak', 'openclaw.json'),
          },
          {
            text: 'It must answer `local`. `config set` works again, so a missing setting can be made anew',
            risk: 'reads',
            run: offline('config get gateway.mode'),
          },
          bringUpStep,
        ],
        verify: up,
        sources: ['gateway/troubleshooting/config-validation-and-probes', 'gateway/configuration#strict-validation'],
      },
      on: {
        'no-backup': {
          target: 'new-config',
          description: 'There is none, or it is invalid, too',
          meta: {
            kind: 'answer',
            seen: [
              "cannot stat '{path}': No such file or directory",
              'No such file or directory',
              'Cannot find path',
              'OpenClaw config is invalid',
              'Config invalid',
            ],
          },
        },
        'no-mode': {
          target: 'start-blocked',
          description: 'Nothing, or “start blocked”',
          meta: {
            kind: 'answer',
            hint: 'the backup is older than the mode',
            seen: ['Config path not found: gateway.mode', 'Config path is valid but unset: gateway.mode', 'Gateway start blocked'],
          },
        },
        broken: { target: 'other-error', description: 'Restored and valid, and still not up' },
      },
    },

    'channel-name': {
      meta: {
        kind: 'fix',
        title: 'Correct or remove the channel in the file',
        body: 'A name under `channels` that no channel has blocks the start, mostly a typing error. Doctor does not take it out, on neither release, and `config set` is locked.\n\nOn 2026.9.6 a channel that exists but is not installed is no fault here. On 2026.2.24 a channel of a plugin is unknown as long as the plugin is not there: remove its block, start, install the plugin, and set it up again.',
        steps: [
          {
            text: 'See which channels this release knows. It lists them under their titles; the name in the file is small and without spaces, such as telegram',
            risk: 'reads',
            run: {
              ...offline('channels list --all'),
              none: {
                native: '2026.2.24 lists nothing while the config is invalid: see docs.openclaw.ai/channels.',
                compose: '2026.2.24 lists nothing while the config is invalid: see docs.openclaw.ai/channels.',
                container: '2026.2.24 lists nothing while the config is invalid: see docs.openclaw.ai/channels.',
              },
              earlier: { '2026.2.24': { native: null, compose: null, container: null } },
            },
          },
          keepCopy,
          { text: 'Correct the name under "channels", or remove it with its block', risk: 'changes-config', run: editConfig },
          askAgain,
          bringUpStep,
        ],
        verify: up,
        signatures: ['unknown channel id: {channel}'],
        sources: ['channels/index', 'cli/channels', 'gateway/configuration#strict-validation'],
      },
      on: {
        again: { target: 'correct-value', ...stillWrong },
        broken: { target: 'other-error', description: 'The name is right, and still not up' },
      },
    },

    'other-place': {
      meta: {
        kind: 'question',
        title: 'Which of these does it name?',
        sources: ['gateway/configuration', 'gateway/troubleshooting/config-validation-and-probes'],
      },
      on: {
        include: { target: 'put-include-back', description: 'Failed to read include file' },
        variable: {
          target: 'give-variable',
          description: 'Missing env var',
          meta: { kind: 'answer', hint: '2026.9.6: “feature using this value will be unavailable”' },
        },
        plugin: { target: 'plugin', description: 'plugin not found, plugin path not found' },
        unreadable: { target: 'permissions', description: 'read failed: EACCES' },
        none: { target: 'take-backup', description: 'None of them' },
      },
    },

    'put-include-back': {
      meta: {
        kind: 'fix',
        title: 'Put the included file back, or correct its path',
        body: 'The path behind `$include` counts from the folder of the file it stands in; `resolved:` in the message says where that is. The gateway does not start without the file, because its settings may be the token or the access rules. In Docker the file must lie in the mounted state, not only on the host.\n\nDo not let doctor repair this on 2026.2.24: it deletes the `$include` line, and the gateway starts without those settings, with a new token. 2026.9.6 refuses to.',
        steps: [
          { text: 'See what is there: was the file renamed, or never mounted?', risk: 'reads', run: filesBeside },
          keepCopy,
          {
            text: 'Move the file back to the place in the message. If it is to be another one, correct the path; if it is gone for good, remove the line',
            risk: 'changes-config',
            run: editConfig,
          },
          askAgain,
          bringUpStep,
        ],
        verify: up,
        signatures: [
          'Failed to read include file: {file}',
          'ConfigIncludeError',
          'best-effort read skipped $include resolution',
          'Config write would flatten $include-owned config',
        ],
        sources: ['gateway/configuration/common-tasks', 'gateway/configuration'],
      },
      on: {
        again: { target: 'correct-value', ...stillWrong },
        broken: { target: 'other-error', description: 'It is read, and still not up' },
      },
    },

    'give-variable': {
      meta: {
        kind: 'fix',
        title: 'Give the variable to the gateway itself',
        body: '`${NAME}` in the config stands for a variable of the process that runs the gateway. A service does not read `~/.bashrc` or `~/.zshrc`; both releases read the file `.env` in the state directory. Only capital letters, digits and `_` are a name; for a literal `${NAME}` write `$${NAME}`.\n\n2026.2.24 does not start without it. 2026.9.6 starts and warns; if the token depends on it, it makes one up for this run, and everybody with the right token is refused. Doctor does not help on either.',
        steps: [editVariables, askAgain, { ...restartStep, text: 'Restart the gateway, which reads the file only when it starts' }],
        verify: up,
        signatures: [
          'Missing env var "{name}" referenced at config path: {key}',
          'MissingEnvVarError',
          'env var "{name}" - feature using this value will be unavailable',
          'env var "{name}" at {key} - feature using this value will be unavailable',
        ],
        sources: ['gateway/configuration/environment-variables', 'help/environment'],
      },
      on: {
        refused: {
          target: 'auth',
          description: 'It runs, but clients are refused',
          meta: { kind: 'answer', seen: ['auth token was missing. Generated a runtime token', 'unauthorized:', 'token mismatch'] },
        },
        secret: {
          target: 'secret',
          guard: 'newest',
          description: 'It says that a SecretRef is unresolved',
          meta: { kind: 'answer', seen: ['SecretRef could not be resolved', 'SecretRef is unresolved'] },
        },
        broken: { target: 'other-error', description: 'The variable is there, and still not up' },
      },
    },

    'valid-now': {
      meta: {
        kind: 'question',
        title: 'The config is valid: what is still wrong?',
        body: 'A running gateway goes on with its last good config while the file is invalid, and 2026.9.6 may put a backup back when the file looks damaged.',
        sources: ['gateway/configuration/hot-reload', 'gateway/configuration#strict-validation'],
      },
      on: {
        undone: {
          target: 'edit-again',
          description: 'My change is gone again',
          meta: { kind: 'answer', hint: '“Config auto-restored from backup”' },
        },
        blocked: { target: 'start-blocked', description: 'It says “start blocked”, or names gateway.mode' },
        warnings: { target: 'give-variable', description: 'It warns of an env var' },
        plugin: { target: 'plugin', description: 'It warns of a plugin' },
        down: { target: 'other-file', description: 'The gateway still says that it is invalid' },
        'not-up': { target: 'other-error', description: 'It does not start for another reason' },
      },
    },

    'edit-again': {
      meta: {
        kind: 'fix',
        title: 'Make the change again, within the whole file',
        body: '2026.9.6 compares the file with the last good one. Has it lost `gateway.mode`, its `meta` block or more than half of its size, it takes that for damage: the backup comes back, and your file stays beside it as `openclaw.json.clobbered.<time>`; a refused write of OpenClaw itself as `.rejected.<time>`. So never replace the whole file by a short one: change it in place, or let `config set` do it.',
        steps: [
          { text: 'Find your version: the newest .clobbered or .rejected', risk: 'reads', run: copies },
          { ...keepCopy, text: 'Keep a copy of the config that runs now' },
          {
            text: 'Copy only the lines you wanted into the file, and leave the rest, above all "meta" and "gateway"',
            risk: 'changes-config',
            run: editConfig,
          },
          askAgain,
          restartChanged,
        ],
        verify: up,
        signatures: [
          'Config observe anomaly: {path}',
          'Config write rejected: {path}',
          'Config auto-restored from last-known-good: {path}',
          'Config last-known-good promotion skipped',
        ],
        sources: ['gateway/troubleshooting/config-validation-and-probes', 'gateway/configuration#strict-validation'],
      },
      on: {
        again: { target: 'correct-value', ...stillWrong },
        broken: { target: 'other-error', description: 'The change stays, and it is not up' },
      },
    },

    'other-file': {
      meta: {
        kind: 'check',
        title: 'Does the gateway read this same file?',
        body: 'The file is fine, so the complaint is about another one: of another user, HOME or profile, or of another mount. “Config (cli)” and “Config (service)” must name the same file; in Docker the Source that belongs to /home/node/.openclaw must be your folder or volume.',
        run: { ...mounts, native: 'openclaw gateway status --deep' },
        sources: ['cli/gateway', 'gateway/multiple-gateways', 'gateway/configuration'],
      },
      on: {
        other: [
          { target: 'not-mounted', guard: 'docker', ...notMounted },
          {
            target: 'own-service',
            description: 'No, the service names another file',
            meta: { kind: 'answer', seen: [/Config \(cli\): (\S+)\s{1,9}Config \(service\): (?!\1\s)\S/] },
          },
        ],
        source: { target: 'right-source', guard: 'docker', description: 'Its Source is another folder or volume' },
        same: {
          target: 'other-error',
          description: 'Yes, the same',
          meta: { kind: 'answer', seen: [/Config \(cli\): (\S+)\s{1,9}Config \(service\): \1\s/, '"Destination":"/home/node/.openclaw"'] },
        },
      },
    },

    'own-service': {
      meta: {
        kind: 'fix',
        title: 'Install the service anew from this account',
        body: 'A service keeps the HOME, profile and paths it was installed with. Installed anew it reads the config of the account that types the command. Do not use sudo: that would be the account of root.',
        steps: [
          {
            text: 'Install it anew; this starts it, too',
            risk: 'restarts',
            run: {
              ...nativeOnly('openclaw gateway install --force', noService),
              otherwise: [
                {
                  when: 'the gateway is not installed as a service: start it in a terminal of this account and leave that open',
                  run: { native: 'openclaw gateway run', compose: null, container: null },
                },
              ],
            },
          },
          {
            text: '“Config (cli)” and “Config (service)” must be the same now',
            risk: 'reads',
            run: nativeOnly('openclaw gateway status --deep', noService),
          },
        ],
        verify: up,
        sources: ['cli/gateway/service', 'gateway/multiple-gateways'],
      },
      on: { broken: { target: 'other-error', description: 'The same file, and still not up' } },
    },

    'start-blocked': { type: 'final', meta: { kind: 'jump', title: 'The mode is missing', to: 'gateway-start-blocked' } },
    'mode-word': {
      type: 'final',
      meta: { kind: 'jump', title: 'Change the word in gateway.mode', to: 'gateway-start-blocked/repair-value' },
    },
    'without-auth': { type: 'final', meta: { kind: 'jump', title: 'Give it a token, or bind it to loopback', to: 'bind-without-auth' } },
    origins: { type: 'final', meta: { kind: 'jump', title: 'Allow the addresses of the dashboard', to: 'control-ui-origin' } },
    plugin: { type: 'final', meta: { kind: 'jump', title: 'Settle the plugin', to: 'plugin-load' } },
    auth: { type: 'final', meta: { kind: 'jump', title: 'Clients are refused: one token for all', to: 'gateway-auth' } },
    secret: { type: 'final', meta: { kind: 'jump', title: 'Resolve the secret', to: 'secretref' } },
    permissions: {
      type: 'final',
      meta: { kind: 'jump', title: 'The file belongs to another account', to: 'gateway-not-ready/permissions' },
    },
    'new-config': {
      type: 'final',
      meta: { kind: 'jump', title: 'No backup: begin with an empty config', to: 'gateway-not-ready/reset-config' },
    },
    'right-source': { type: 'final', meta: { kind: 'jump', title: 'Mount the folder that holds your config', to: 'docker/right-source' } },
    'not-mounted': { type: 'final', meta: { kind: 'jump', title: 'Mount the right state', to: 'docker/mount-state' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'Free the port, or take another', to: 'gateway-not-ready/port-busy' } },
    'other-error': {
      type: 'final',
      meta: { kind: 'jump', title: 'The config is right: something else stops it', to: 'gateway-not-ready' },
    },
  },
})
