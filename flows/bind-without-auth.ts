import { direct, dockerOnly, healthy, nativeOnly, offline, recreate, shells, start } from './commands.ts'
import { flow, type Step, type Verify } from './flow.ts'
import { askForToken, bringUpStep, lookAtMounts, makeToken, mounts, notMounted, saveToken, skip, stopStep } from './steps.ts'

const byDocker = 'Docker users come here by another way.'
const byNative = 'Native installs come here by another way.'
/** A container in a restart loop waits up to a minute before its next try. */
const up: Verify = { ...healthy, within: 120 }
const refused = 'Refusing to bind gateway to {bind} without auth'
const noOrigins = 'non-loopback Control UI requires'

/** What comes after the secret: the next gate, and the clients that do not know it yet. */
const origins = {
  target: 'origins',
  guard: 'earlier',
  description: 'Now it requires allowedOrigins',
  meta: { kind: 'answer', hint: 'the next thing 2026.2.24 asks for', seen: [noOrigins] },
} as const
const clients = {
  target: 'clients',
  description: 'It runs, and refuses a browser or command',
  meta: { kind: 'answer', seen: ['gateway token m{x}', 'This Gateway expects its token', 'requires credentials'] },
} as const

const startWithIt: Step = {
  text: 'Start it with the token. A plain container: add what else your first `docker run` had',
  risk: 'restarts',
  run: { ...start, compose: recreate().compose, container: recreate().container },
}

export default flow.createMachine({
  id: 'bind-without-auth',
  meta: {
    kind: 'family',
    title: 'Refusing to bind gateway without auth',
    summary: 'The gateway shall listen beyond its own machine or container and has neither token nor password, so it does not start.',
    group: 'start',
    messages: [
      'Refusing to bind gateway to lan without auth.',
      'Refusing to bind gateway to auto without auth.',
      'Refusing to bind gateway to tailnet without auth.',
      'Refusing to bind gateway to custom without auth.',
      'Container environment detected — the gateway defaults to bind=auto (0.0.0.0) for port-forwarding compatibility.',
      'Set OPENCLAW_GATEWAY_TOKEN or OPENCLAW_GATEWAY_PASSWORD, or pass --token/--password to start with auth.',
      'Set gateway.auth.token/password (or OPENCLAW_GATEWAY_TOKEN/OPENCLAW_GATEWAY_PASSWORD) or pass --token/--password.',
      '"gateway.remote.token" is for remote CLI calls; it does not enable local gateway auth.',
    ],
    prevention: ['prevention/token-pinned', 'prevention/data-persisted'],
  },
  context: ({ input }) => input,
  initial: 'what-is-set',
  states: {
    'what-is-set': {
      meta: {
        kind: 'check',
        title: 'What does the config say about auth?',
        body: 'Whoever reaches a gateway without a secret owns it, so only `loopback` may go without. In Docker it listens beyond its container, and 2026.9.6 does so by itself in every container when no bind is set.\n\nA missing token alone does not stop 2026.2.24: it makes one and saves it. There the refusal means that `gateway.auth.mode` is `none`. The command hides all secrets.',
        run: offline('config get gateway.auth'),
        signatures: [
          refused,
          'Set OPENCLAW_GATEWAY_TOKEN or OPENCLAW_GATEWAY_PASSWORD, or pass --token/--password',
          'Set gateway.auth.token/password (or OPENCLAW_GATEWAY_TOKEN/OPENCLAW_GATEWAY_PASSWORD) or pass --token/--password',
          'refusing to bind gateway to {address} without auth (set gateway.auth.token/password',
        ],
        symptoms: ['Container environment detected — the gateway defaults to bind=auto (0.0.0.0) for port-forwarding compatibility'],
        sources: ['gateway/security/network-exposure', 'gateway/config-gateway', 'install/docker/environment-variables'],
      },
      on: {
        none: [
          {
            target: 'token-arrives',
            guard: 'docker',
            description: '"mode": "none"',
            meta: { kind: 'answer', hint: 'a token beside it does not count', seen: [/"mode":\s*"none"/] },
          },
          {
            target: 'who-reaches',
            description: '"mode": "none"',
            meta: { kind: 'answer', hint: 'a token beside it does not count', seen: [/"mode":\s*"none"/] },
          },
        ],
        nothing: [
          {
            target: 'token-arrives',
            guard: 'docker',
            description: 'Nothing, or a mode without a secret',
            meta: {
              kind: 'answer',
              seen: [
                'Config path not found: gateway.auth',
                'Config path is valid but unset: gateway.auth',
                /^(?![\s\S]*(__OPENCLAW_REDACTED__|"mode":\s*"none"))[\s\S]*"mode":/,
              ],
            },
          },
          {
            target: 'who-reaches',
            description: 'Nothing, or a mode without a secret',
            meta: {
              kind: 'answer',
              seen: [
                'Config path not found: gateway.auth',
                'Config path is valid but unset: gateway.auth',
                /^(?![\s\S]*(__OPENCLAW_REDACTED__|"mode":\s*"none"))[\s\S]*"mode":/,
              ],
            },
          },
        ],
        secret: {
          target: 'other-config',
          description: 'A token or password, and another mode',
          meta: {
            kind: 'answer',
            hint: '__OPENCLAW_REDACTED__ stands for it',
            seen: [/^(?![\s\S]*"mode":\s*"none")[\s\S]*__OPENCLAW_REDACTED__/],
          },
        },
        invalid: {
          target: 'invalid',
          description: 'Config invalid',
          meta: { kind: 'answer', seen: ['Config invalid', 'OpenClaw config is invalid'] },
        },
      },
    },

    'who-reaches': {
      meta: {
        kind: 'question',
        title: 'Who has to reach this gateway?',
        body: 'A browser on this machine, a reverse proxy on it, an SSH tunnel and Tailscale Serve all come by way of `loopback`. Only what connects straight over the network needs more.',
        sources: ['gateway/security/network-exposure', 'gateway/remote'],
      },
      on: {
        here: { target: 'bind-loopback', description: 'Only this machine, or a proxy or tunnel on it' },
        network: { target: 'set-token', description: 'Other devices of my network, directly' },
      },
    },

    'bind-loopback': {
      meta: {
        kind: 'fix',
        title: 'Let it listen on this machine only',
        body: 'On `loopback` it starts with or without a secret. With mode `none` every program and every user of this machine may then use it, so a token is the better habit here too.',
        steps: [
          {
            text: 'Bind it to this machine',
            risk: 'changes-config',
            run: nativeOnly('openclaw config set gateway.bind loopback', byDocker),
          },
          bringUpStep,
        ],
        verify: up,
        sources: ['gateway/config-gateway', 'cli/gateway'],
      },
      on: {
        option: {
          target: 'other-config',
          description: 'The same line again',
          meta: { kind: 'answer', hint: 'a --bind of the start command wins over the config', seen: [refused] },
        },
        clients,
        broken: { target: 'not-ready', description: 'Another line, or still not up' },
      },
    },

    'set-token': {
      meta: {
        kind: 'fix',
        title: 'Make a token, and make the gateway ask for it',
        body: 'Mode and token belong together: with mode `none` the token does not count, and the key `gateway.remote.token` protects nothing, because it is what this machine shows to another gateway. If `gateway.auth.token` held a good one already, the second step and the last are enough.',
        steps: [
          skip(makeToken, { compose: byNative, container: byNative }),
          askForToken,
          skip({ ...saveToken, text: 'Save the token' }, { compose: byNative, container: byNative }),
          bringUpStep,
        ],
        verify: up,
        signatures: [
          '"gateway.remote.token" is for remote CLI calls; it does not enable local gateway auth',
          'Found "gateway.token" in config. Use "gateway.auth.token" instead',
        ],
        sources: ['gateway/config-gateway', 'gateway/security/network-exposure', 'cli/config'],
        prevention: ['prevention/token-pinned'],
      },
      on: {
        clients,
        origins,
        again: { target: 'other-config', description: 'The same line again', meta: { kind: 'answer', seen: [refused] } },
        broken: { target: 'not-ready', description: 'Another line, or still not up' },
      },
    },

    'token-arrives': {
      meta: {
        kind: 'check',
        title: 'Does a token reach the container?',
        body: 'It must arrive as `OPENCLAW_GATEWAY_TOKEN`: Compose takes it from `.env` beside the Compose file, a plain container from `docker run -e`. A `restart` applies neither. No token is shown: Compose prints its length, a plain container the number of such variables (in PowerShell True, or nothing).',
        run: dockerOnly(
          "docker compose run --rm --no-deps --entrypoint sh openclaw-gateway -c 'echo ${#OPENCLAW_GATEWAY_TOKEN}'",
          shells(
            "docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' <container> | grep -c '^OPENCLAW_GATEWAY_TOKEN=.'",
            "docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' <container> | Select-String '^OPENCLAW_GATEWAY_TOKEN=.' -Quiet",
          ),
          byNative,
        ),
        sources: ['install/docker/environment-variables', 'install/docker/compose-operations'],
      },
      on: {
        no: { target: 'token-for-container', description: 'No: 0, or nothing', meta: { kind: 'answer', seen: [/^0$/m, /^\s*$/] } },
        yes: {
          target: 'ask-in-docker',
          description: 'Yes: another number, or True',
          meta: { kind: 'answer', seen: [/^[1-9]\d*$/m, /^True$/m] },
        },
        'no-container': {
          target: 'token-for-container',
          description: 'There is no such container yet',
          meta: { kind: 'answer', seen: ['No such object', 'No such container'] },
        },
        'own-file': {
          target: 'official-names',
          guard: 'compose',
          description: 'No such service: I wrote the Compose file',
          meta: { kind: 'answer', seen: ['no such service'] },
        },
      },
    },

    'token-for-container': {
      meta: {
        kind: 'fix',
        title: 'Give the container a token when it is made',
        body: 'The token does not have to stand in the config: there it would even win over this one. Binding to `loopback` is no way out in Docker, because then nothing outside the container gets in.\n\nThe browser and every other client need this token once.',
        steps: [skip(stopStep, { native: byNative }), makeToken, askForToken, lookAtMounts, saveToken, startWithIt],
        verify: up,
        sources: ['install/docker', 'install/docker/environment-variables', 'install/docker/compose-operations'],
        prevention: ['prevention/token-pinned'],
      },
      on: {
        clients,
        'not-mounted': { target: 'mount-state', ...notMounted },
        again: [
          {
            target: 'official-names',
            guard: 'compose',
            description: 'The same line again: my own Compose file',
            meta: { kind: 'answer', hint: 'it does not pass the variable on', seen: [refused] },
          },
          { target: 'ask-in-docker', description: 'The same line again', meta: { kind: 'answer', seen: [refused] } },
        ],
        origins,
        broken: { target: 'not-ready', description: 'Another line, or still not up' },
      },
    },

    'ask-in-docker': {
      meta: {
        kind: 'fix',
        title: 'Switch the mode from none to token',
        body: 'The token arrives, but the config says that nobody has to show it. Then it does not count.',
        steps: [skip(askForToken, { native: byNative }), skip(bringUpStep, { native: byNative })],
        verify: up,
        sources: ['gateway/config-gateway', 'install/docker'],
      },
      on: {
        clients,
        origins,
        again: { target: 'other-config', description: 'The same line again', meta: { kind: 'answer', seen: [refused] } },
        broken: { target: 'not-ready', description: 'Another line, or still not up' },
      },
    },

    'other-config': {
      meta: {
        kind: 'fix',
        title: 'Write it where the gateway looks',
        body: 'A refusal in spite of a secret comes from another config, or from an option: `--auth none` and `--bind` of the start command win over the config. The config belongs to one user, HOME, profile or mount.',
        steps: [
          {
            text: 'Look which config and command the gateway has: “Config (cli)” and “Config (service)” must be one file, and “Command” must hold neither --auth nor --bind. In Docker the source of /home/node/.openclaw must be your folder, and the command in your Compose file or `docker run` must not switch auth off',
            risk: 'reads',
            run: { ...mounts, native: 'openclaw gateway status --deep' },
          },
          { ...askForToken, text: 'As that user, with that mount: make the gateway ask for a token' },
          bringUpStep,
        ],
        verify: up,
        sources: ['cli/gateway', 'gateway/multiple-gateways'],
      },
      on: {
        clients,
        origins,
        broken: { target: 'collect', description: 'The same line in spite of all' },
      },
    },

    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect the three places, and ask',
        body: 'Put the output below and the exact start command into your question at https://docs.openclaw.ai/help. None of it holds a secret, unless the start command does: cut that out.',
        steps: [
          { text: 'What the config says', risk: 'reads', run: offline('config get gateway.auth') },
          { text: 'Where it shall listen', risk: 'reads', run: offline('config get gateway.bind') },
          { text: 'What the installed service runs', risk: 'reads', run: { ...mounts, native: direct('gateway status --deep').native } },
        ],
        sources: ['help/index'],
      },
    },
    origins: { type: 'final', meta: { kind: 'jump', title: 'Name the addresses of the dashboard', to: 'control-ui-origin' } },
    clients: { type: 'final', meta: { kind: 'jump', title: 'Let the clients in with the new token', to: 'gateway-auth' } },
    invalid: { type: 'final', meta: { kind: 'jump', title: 'Repair the config first', to: 'config-invalid' } },
    'mount-state': { type: 'final', meta: { kind: 'jump', title: 'Mount the state first', to: 'docker/mount-state' } },
    'official-names': {
      type: 'final',
      meta: { kind: 'jump', title: 'Pass the variable on, or use the official file', to: 'docker/official-names' },
    },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'Something else stops it', to: 'gateway-not-ready' } },
  },
})
