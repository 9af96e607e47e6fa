import { bringUp, cli, direct, editConfig, everywhere, formsOf, healthy, offline, shells, variants } from './commands.ts'
import { flow, type Commands, type Step, type Variants, type Verify } from './flow.ts'
import { askForToken, bringUpStep, editVariables, makeToken } from './steps.ts'

const noSecrets = '2026.2.24 has no secret references.'
/** A container in a restart loop waits up to a minute before its next try. */
const up: Verify = { ...healthy, within: 120 }

/** A command that 2026.2.24 does not have. */
const newestOnly = (commands: Commands): Commands => ({
  ...commands,
  none: { native: noSecrets, compose: noSecrets, container: noSecrets },
  earlier: { '2026.2.24': { native: null, compose: null, container: null } },
})
const audit = newestOnly(offline('secrets audit'))
const auditAll = newestOnly(offline('secrets audit --allow-exec'))

/** The token straight into the config; in Docker the shell of the host fills the value in. */
const inEachShell = (posix: Variants, powershell: Variants): Variants => ({
  native: shells(posix.native as string, powershell.native as string),
  compose: shells(posix.compose as string, powershell.compose as string),
  container: shells(posix.container as string, powershell.container as string),
})
const tokenArgs = (variable: string) => offline(`config set gateway.auth.token "${variable}"`)
const plainToken: Commands = {
  ...inEachShell(tokenArgs('$OPENCLAW_GATEWAY_TOKEN'), tokenArgs('$env:OPENCLAW_GATEWAY_TOKEN')),
  earlier: {
    '2026.2.24': inEachShell(
      formsOf('2026.2.24', tokenArgs('$OPENCLAW_GATEWAY_TOKEN')),
      formsOf('2026.2.24', tokenArgs('$env:OPENCLAW_GATEWAY_TOKEN')),
    ),
  },
}

const askAgain: Step = { text: 'Ask again: it must say `unresolved=0`', risk: 'reads', run: auditAll }
/** The gateway reads secrets at its start, or when it is told to. */
const apply: Step = {
  text: 'Start the gateway. If it runs already, tell it to read them anew instead',
  risk: 'restarts',
  run: { ...bringUp, otherwise: [{ when: 'the gateway runs', run: cli('secrets reload') }, ...bringUp.otherwise!] },
}

const envText = 'Failed to resolve env:'
const fileText = 'Failed to resolve file:'
const execText = 'Failed to resolve exec:'
const storeText = 'Failed to resolve store:'
const notConfigured = /Secret provider "[^"]*" is not configured/

/** What comes after a secret is there again. */
const clients = {
  target: 'clients',
  description: 'It runs, and refuses clients',
  meta: {
    kind: 'answer',
    hint: 'the secret holds another token than they have',
    seen: ['gateway token mismatch', 'This Gateway expects its token'],
  },
} as const

export default flow.createMachine({
  id: 'secretref',
  meta: {
    kind: 'family',
    title: 'Secret reference (SecretRef) unavailable',
    summary: 'A token or key is not written in the config but referred to, and the gateway or a command cannot get it.',
    group: 'start',
    messages: [
      'Gateway failed to start: Startup failed: required secrets are unavailable.',
      'gateway.auth.token SecretRef is unresolved in this command path; probing without configured auth credentials.',
      'gateway.auth.token is configured as a secret reference but is unavailable in this command path.',
      'Gateway token is managed via SecretRef and is currently unavailable.',
      'Gateway token SecretRef could not be resolved: gateway.auth.token SecretRef is unresolved (env:default:NAME).',
      '[SECRETS_DEGRADED] cold gateway:ingress-auth: secret reference was not found.',
      '[SECRETS_PROVIDER_DEGRADED] file:filemain: secret provider failed.',
      'Failed to resolve env:default:NAME (Environment variable "NAME" is missing or empty.)',
      'Failed to resolve store:default:NAME (Secret store entry "NAME" was not found.)',
      'Secret provider "vault" is not configured',
      'gateway.auth.token: Invalid input: expected string, received object',
    ],
    prevention: ['prevention/token-pinned', 'prevention/doctor-run'],
  },
  context: ({ input }) => input,
  initial: 'which-secret',
  states: {
    'which-secret': {
      meta: {
        kind: 'check',
        title: 'Which secret is missing, and where should it come from?',
        body: 'A reference names a source (`env`, `file`, `exec`, `store`), a provider and an id. The list has one line `REF_UNRESOLVED` for each that fails, with the reason in brackets. It reads the config itself, so it works while the gateway is down, and shows no secret.\n\nThe gateway does not start without its own token or password. Without the key of a model or a channel it starts and does without that one.\n\n2026.2.24 knows no references at all: the command there only shows whether the config holds one.',
        run: { ...offline('secrets audit'), earlier: { '2026.2.24': formsOf('2026.2.24', offline('config get gateway.auth.token')) } },
        signatures: [
          'Startup failed: required secrets are unavailable',
          'SECRETS_DEGRADED',
          'SECRETS_PROVIDER_DEGRADED',
          'secret reference was not found',
          'Gateway token SecretRef could not be resolved',
          'Gateway token SecretRef could not be verified',
          '{path} SecretRef is unresolved',
          'REF_UNRESOLVED',
        ],
        sources: ['gateway/secrets/operations', 'cli/secrets', 'gateway/secrets/secretref-contract'],
      },
      on: {
        env: {
          target: 'set-variable',
          guard: 'newest',
          description: 'env: a variable is missing or empty',
          meta: { kind: 'answer', seen: [envText] },
        },
        store: {
          target: 'fill-store',
          guard: 'newest',
          description: 'store: the entry was not found',
          meta: { kind: 'answer', seen: [storeText] },
        },
        file: {
          target: 'repair-file',
          guard: 'newest',
          description: 'file: it is not readable, or lacks the key',
          meta: { kind: 'answer', seen: [new RegExp(`${fileText}(?![^\\n]*is not configured)`)] },
        },
        exec: {
          target: 'exec-says',
          guard: 'newest',
          description: 'exec: a failure, or “skipped … exec”',
          meta: { kind: 'answer', seen: [new RegExp(`${execText}(?![^\\n]*is not configured)`), /skipped \d+ exec SecretRef/] },
        },
        provider: {
          target: 'name-provider',
          guard: 'newest',
          description: '“Secret provider … is not configured”',
          meta: { kind: 'answer', seen: [notConfigured] },
        },
        clean: {
          target: 'who-complains',
          guard: 'newest',
          description: 'unresolved=0: all are there',
          meta: { kind: 'answer', seen: [/unresolved=0(?![\s\S]*skipped \d+ exec)/] },
        },
        object: {
          target: 'write-a-string',
          guard: 'earlier',
          description: '“expected string, received object”',
          meta: { kind: 'answer', seen: ['Invalid input: expected string, received object'] },
        },
        invalid: [
          {
            target: 'invalid',
            guard: 'newest',
            description: 'The config itself is invalid',
            meta: { kind: 'answer', seen: ['Config invalid', 'OpenClaw config is invalid'] },
          },
          {
            target: 'invalid',
            description: 'Another fault of the config, such as “Missing env var”',
            meta: { kind: 'answer', seen: ['Missing env var', 'JSON5'] },
          },
        ],
        string: {
          target: 'clients',
          guard: 'earlier',
          description: '__OPENCLAW_REDACTED__: a plain token',
          meta: { kind: 'answer', seen: ['__OPENCLAW_REDACTED__'] },
        },
      },
    },

    'set-variable': {
      meta: {
        kind: 'fix',
        title: 'Give the gateway the variable that is named',
        body: 'A service and a container do not have the variables of your terminal. The file `.env` in the state directory is read by the gateway and by every command, so the secret belongs there, one line `NAME=value`; the name stands behind `env:default:`. For a reference to a token any long random value will do, for a key it must be the real one.',
        steps: [editVariables, askAgain, apply],
        verify: up,
        signatures: ['Failed to resolve env:{provider}:{name} (Environment variable "{name}" is missing or empty'],
        sources: ['help/environment', 'gateway/secrets/secretref-contract', 'gateway/secrets/operations'],
      },
      on: {
        clients,
        denied: {
          target: 'name-provider',
          description: 'It is set, and the provider does not allow it',
          meta: { kind: 'answer', hint: 'an allowlist in secrets.providers', seen: ['policy denied', 'allowlist'] },
        },
        broken: { target: 'plain-token', description: 'Still unresolved, or still not up' },
      },
    },

    'fill-store': {
      meta: {
        kind: 'fix',
        title: 'Put the secret into OpenClaw’s own store',
        body: 'The store lies in the state directory: a new HOME, another profile or a container without a mount has an empty one. The command asks for the value and does not show it.',
        steps: [
          {
            text: 'Store the secret under the name that is missing; it prints “Stored”',
            risk: 'changes-config',
            run: newestOnly(offline('secrets store set <secretName>', { asks: true })),
          },
          askAgain,
          apply,
        ],
        verify: up,
        signatures: ['Secret store entry "{name}" was not found'],
        sources: ['cli/secrets', 'gateway/secrets/secret-store-and-egress'],
      },
      on: {
        clients,
        again: {
          target: 'plain-token',
          description: 'It is gone again after an update or a new container',
          meta: { kind: 'answer', hint: 'or the list still names it', seen: [storeText] },
        },
        broken: { target: 'plain-token', description: 'Stored, and still not up' },
      },
    },

    'repair-file': {
      meta: {
        kind: 'fix',
        title: 'Make the file readable for the gateway, and only for it',
        body: 'It must be a plain file of the gateway’s user with rights for nobody else: links, also hard links, are refused. A file with several secrets is JSON, and the id such as `/openai/key` is the way to one of them; with mode `singleValue` the id is `value`.\n\nIn Docker the path is one inside the container: lay the file into the mounted state folder.',
        steps: [
          {
            text: 'Does it exist, and whose is it?',
            risk: 'reads',
            run: everywhere(shells('ls -l <secretFile>', 'Get-Acl <secretFile>')),
          },
          {
            text: 'Take the rights of all others away',
            risk: 'changes-config',
            run: variants(
              {
                native: { linux: 'chmod 600 <secretFile>', macos: 'chmod 600 <secretFile>', windows: null },
                compose: {
                  linux: 'sudo chown 1000:1000 <secretFile>\nsudo chmod 600 <secretFile>',
                  macos: 'chmod 600 <secretFile>',
                  windows: null,
                },
                container: {
                  linux: 'sudo chown 1000:1000 <secretFile>\nsudo chmod 600 <secretFile>',
                  macos: 'chmod 600 <secretFile>',
                  windows: null,
                },
              },
              {
                none: {
                  'native/windows': 'On Windows the folder of your user account keeps others out already.',
                  'compose/windows': 'Docker Desktop sets the rights itself.',
                  'container/windows': 'Docker Desktop sets the rights itself.',
                },
              },
            ),
          },
          askAgain,
          apply,
        ],
        verify: up,
        signatures: ['secrets.providers.{name}.path is not readable: {path}'],
        sources: ['gateway/secrets/secretref-contract', 'gateway/secrets/operations'],
      },
      on: {
        clients,
        broken: { target: 'plain-token', description: 'It is readable, and still unresolved' },
      },
    },

    'exec-says': {
      meta: {
        kind: 'check',
        title: 'What does the program answer that fetches the secret?',
        body: 'Such programs are run only when you allow it, because they may ask for a login or have effects: that is why a check without `--allow-exec` skips them. Run this as the gateway’s user.',
        run: offline('secrets audit --allow-exec'),
        signatures: ['Audit note: skipped {n} exec SecretRef resolvability check(s)'],
        sources: ['cli/secrets', 'gateway/secrets/integration-examples'],
      },
      on: {
        works: {
          target: 'who-complains',
          description: 'unresolved=0: here it works',
          meta: { kind: 'answer', seen: ['unresolved=0'] },
        },
        missing: {
          target: 'repair-program',
          description: 'It fails, or the command is not readable',
          meta: { kind: 'answer', seen: [new RegExp(`${execText}(?![^\\n]*is not configured)`)] },
        },
        provider: {
          target: 'name-provider',
          description: '“Secret provider … is not configured”',
          meta: { kind: 'answer', seen: [notConfigured] },
        },
      },
    },

    'repair-program': {
      meta: {
        kind: 'fix',
        title: 'Let the gateway’s user run the program',
        body: '`command is not readable` means that no such file is there: `command` is a full path, without the search path of a shell. Otherwise the program itself fails: it gets only the variables named in `passEnv`, no terminal to ask in, and a few seconds. Log it in as the gateway’s user, or give it a service account. In a container it has to be part of the image.',
        steps: [
          { text: 'See how the provider is set up', risk: 'reads', run: newestOnly(offline('config get secrets.providers')) },
          askAgain,
          apply,
        ],
        verify: up,
        signatures: ['secrets.providers.{name}.command is not readable: {path}'],
        sources: ['gateway/secrets/integration-examples', 'gateway/secrets/secretref-contract', 'gateway/1password'],
      },
      on: {
        clients,
        broken: { target: 'plain-token', description: 'It cannot be had just now' },
      },
    },

    'name-provider': {
      meta: {
        kind: 'fix',
        title: 'Describe the provider, or name another one',
        body: 'The middle part of a reference names an entry under `secrets.providers`. Only `default` for `env` and `store` needs none; every `file` and `exec` needs one, of the same source. An `allowlist` there names the only variables that it hands out. The guided command writes both and tests them before it saves.',
        steps: [
          { text: 'See which providers there are', risk: 'reads', run: newestOnly(offline('config get secrets.providers')) },
          {
            text: 'Add or correct it; end with yes to apply',
            risk: 'changes-config',
            run: newestOnly(offline('secrets configure --providers-only', { asks: true })),
          },
          askAgain,
          apply,
        ],
        verify: up,
        signatures: ['Secret provider "{name}" is not configured'],
        sources: ['cli/secrets', 'gateway/secrets/secretref-contract'],
      },
      on: { clients, broken: { target: 'plain-token', description: 'Still unresolved' } },
    },

    'who-complains': {
      meta: {
        kind: 'question',
        title: 'Who still says that a secret is unavailable?',
        body: 'You and the gateway are two: what your terminal finds, a service may lack, and the other way round.',
        sources: ['gateway/secrets/operations', 'gateway/secrets/runtime-model'],
      },
      on: {
        gateway: {
          target: 'set-variable',
          description: 'The gateway, when it starts',
          meta: { kind: 'answer', seen: ['required secrets are unavailable'] },
        },
        command: {
          target: 'command-alone',
          description: 'A command: “in this command path”',
          meta: { kind: 'answer', seen: ['in this command path'] },
        },
        doctor: {
          target: 'let-doctor-ask',
          description: 'Only doctor: “managed via SecretRef …”',
          meta: { kind: 'answer', seen: ['managed via SecretRef', 'uses an exec provider'] },
        },
        degraded: {
          target: 'reload-secrets',
          description: 'The log: SECRETS_DEGRADED, and it runs',
          meta: {
            kind: 'answer',
            hint: 'a model or a channel does without its key',
            seen: ['SECRETS_DEGRADED', 'SECRETS_PROVIDER_DEGRADED', 'configured but unavailable'],
          },
        },
        nobody: { target: 'restart-with-secrets', description: 'Nobody any more: the gateway is still down' },
      },
    },

    'command-alone': {
      meta: {
        kind: 'fix',
        title: 'Let the command find the secret too',
        body: 'The gateway has the secret, the command has not: its variable stands in the service or the container and not in your terminal. Such a command then tries without any token. In `.env` of the state directory both find it. With an `exec` or `file` reference run the command as the gateway’s user.',
        steps: [
          {
            ...editVariables,
            text: 'Add the line NAME=value of the variable, with the value the gateway has. Not for a reference to a file or program',
          },
          { text: 'Ask the gateway by a command that uses it', risk: 'reads', run: healthy.run },
        ],
        verify: healthy,
        signatures: [
          '{path} is configured as a secret reference but is unavailable in this command path',
          '{path} SecretRef is unresolved in this command path; probing without configured auth credentials',
          'Unable to verify gateway token drift: gateway.auth.token SecretRef is configured but unavailable in this command path',
          '{path}: unresolved SecretRef "{ref}". Resolve this command against an active gateway runtime snapshot before reading it',
        ],
        sources: ['gateway/secrets/operations', 'gateway/troubleshooting/config-validation-and-probes', 'help/environment'],
      },
      on: {
        down: {
          target: 'which-again',
          description: 'The gateway itself does not run',
          meta: { kind: 'answer', seen: ['ECONNREFUSED', 'Gateway not reachable', 'gateway closed (1006'] },
        },
        clients,
        broken: { target: 'plain-token', description: 'Still unavailable for the command' },
      },
    },

    'let-doctor-ask': {
      meta: {
        kind: 'fix',
        title: 'Allow doctor to run the program',
        body: 'Doctor does not run programs that fetch secrets, so it cannot know theirs: this finding alone is no fault. With permission it asks them.',
        steps: [{ text: 'Let it ask', risk: 'reads', run: newestOnly(direct('doctor --lint --allow-exec')) }],
        verify: { run: auditAll, expect: ['unresolved=0'] },
        signatures: [
          'Gateway token is managed via SecretRef and is currently unavailable',
          'Gateway token SecretRef uses an exec provider and did not resolve',
          'gateway.auth.token SecretRef is configured but unavailable because exec SecretRef resolution is disabled',
        ],
        sources: ['gateway/doctor/checks', 'cli/secrets'],
      },
      on: { broken: { target: 'which-again', description: 'It is unresolved there too' } },
    },

    'reload-secrets': {
      meta: {
        kind: 'fix',
        title: 'Bring the secret back, then let the gateway read it',
        body: 'The gateway runs and leaves out what needs this key: `cold` means it never had it, `stale` that it goes on with the last one. “Affected owners” names the model, channel or tool. When the source works again, no restart is needed. A warning that stays counts the ones that still fail.',
        steps: [
          { text: 'Which one fails, and why?', risk: 'reads', run: auditAll },
          { text: 'After you repaired it: read all secrets anew', risk: 'changes-config', run: newestOnly(cli('secrets reload')) },
        ],
        verify: { run: auditAll, expect: ['unresolved=0'] },
        signatures: [
          'SECRETS_RELOADER_DEGRADED',
          'Secrets reloaded with {n} warning(s)',
          'Secret owner {owner} is configured but unavailable',
        ],
        sources: ['gateway/secrets/operations', 'cli/secrets'],
      },
      on: { broken: { target: 'which-again', description: 'The list names it still' } },
    },

    'restart-with-secrets': {
      meta: {
        kind: 'fix',
        title: 'Start it once more: the secrets are there',
        body: 'A service that failed often enough stays down until it is started by hand.',
        steps: [bringUpStep],
        verify: up,
        sources: ['cli/gateway', 'gateway/secrets/operations'],
      },
      on: { clients, broken: { target: 'not-ready', description: 'Another line stops it' } },
    },

    'write-a-string': {
      meta: {
        kind: 'fix',
        title: 'Write a plain token, or a ${NAME}, as a string',
        body: 'For 2026.2.24 a token is a string, and an object makes the whole config invalid: `config set` is locked out, and `doctor --fix` leaves it as it is. Such a config mostly comes from a newer release.\n\nA string "${NAME}" works there: it takes the variable from `.env` in the state directory, and the start fails with “Missing env var” without it.',
        steps: [
          {
            text: 'Open the config, and make the value of "token" under "gateway" and "auth" a string in quotes: "${OPENCLAW_GATEWAY_TOKEN}"',
            risk: 'changes-config',
            run: editConfig,
          },
          { ...editVariables, text: 'Add the line OPENCLAW_GATEWAY_TOKEN= with a long random value behind it' },
          bringUpStep,
        ],
        verify: up,
        signatures: [
          'gateway.auth.token: Invalid input: expected string, received object',
          'gateway.auth.password: Invalid input: expected string, received object',
        ],
        sources: ['help/environment', 'gateway/configuration'],
      },
      on: {
        clients,
        newer: {
          target: 'update',
          description: 'I did not mean to run 2026.2.24',
          meta: { kind: 'answer', hint: 'the config was written by a newer release', seen: ['older than the config'] },
        },
        broken: { target: 'invalid', description: 'The config is still invalid' },
      },
    },

    'plain-token': {
      meta: {
        kind: 'fix',
        title: 'Write the gateway’s token into the config for now',
        body: 'This takes the place of the reference, and the gateway starts whatever happened to the source. The token then stands in openclaw.json in clear text. It does not help where the missing secret is the key of a model or a channel: that one has to come from its source.\n\nBrowsers and other clients need the new token once.',
        steps: [
          makeToken,
          { text: 'Write it in place of the reference', risk: 'changes-config', run: plainToken },
          askForToken,
          bringUpStep,
        ],
        verify: up,
        sources: ['gateway/secrets', 'gateway/config-gateway', 'cli/config'],
        prevention: ['prevention/token-pinned'],
      },
      on: {
        clients,
        broken: { target: 'collect', description: 'Still the same line' },
      },
    },

    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect what the audit says, and ask',
        body: 'The output names files, variables and providers, but no secret. Take it to https://docs.openclaw.ai/help.',
        steps: [
          {
            text: 'All references',
            risk: 'reads',
            run: { ...audit, earlier: { '2026.2.24': formsOf('2026.2.24', offline('config get gateway.auth')) } },
          },
          { text: 'The gateway', risk: 'reads', run: direct('gateway status --deep') },
        ],
        sources: ['help/index'],
      },
    },
    clients: { type: 'final', meta: { kind: 'jump', title: 'Let the clients in with this token', to: 'gateway-auth' } },
    invalid: { type: 'final', meta: { kind: 'jump', title: 'Repair the config first', to: 'config-invalid' } },
    update: { type: 'final', meta: { kind: 'jump', title: 'Find out which release runs', to: 'update-broke-it' } },
    'which-again': { type: 'final', meta: { kind: 'jump', title: 'Look at the list once more', to: 'secretref/which-secret' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'Something else stops it', to: 'gateway-not-ready' } },
  },
})
