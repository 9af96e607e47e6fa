import {
  cli,
  direct,
  dockerOnly,
  healthy,
  logs,
  nativeOnly,
  offline,
  onState,
  runContainer,
  shells,
  start,
  stop,
  without,
} from './commands.ts'
import { flow, type Commands, type Step, type Typed, type Variants } from './flow.ts'
import {
  dashboardOrigins,
  keepToken,
  lookAtMounts,
  makeToken,
  notMounted,
  ownState,
  repairSteps,
  showToken,
  skip,
  startStep,
  stopStep,
} from './steps.ts'

const noDocker = 'Docker users go another way here.'
const noNative = 'Native installs go another way here.'
const withAddress = 'The address above ends with it.'
const foldersOnly = (compose: Typed): Commands => ({
  native: null,
  compose,
  container: null,
  none: { native: noNative, container: 'A plain container goes another way here.' },
})

/** The config alone, out of the way. It works where 2026.2.24 refuses `reset`: with an invalid config. */
const setAside: Variants = {
  native: shells(
    'mv ~/.openclaw/openclaw.json ~/.openclaw/openclaw.json.old',
    'Move-Item "$env:USERPROFILE\\.openclaw\\openclaw.json" "$env:USERPROFILE\\.openclaw\\openclaw.json.old"',
  ),
  ...onState('mv', '/home/node/.openclaw/openclaw.json /home/node/.openclaw/openclaw.json.old', { asRoot: true }),
}
const whenInvalid = {
  when: '2026.2.24 answers “Config invalid” and stops: set the config aside, then repeat this step',
  run: setAside,
}

/** Everything, as a plain copy: it works with a broken config, where `backup create` of 2026.9.6 refuses. */
const copyOf = (name: string): Variants => ({
  native: shells(`cp -a ~/.openclaw ~/${name}`, `Copy-Item -Recurse -Force "$env:USERPROFILE\\.openclaw" "$env:USERPROFILE\\${name}"`),
  compose: `docker compose run --rm --no-deps --user root -v "\${PWD}:/to" --entrypoint tar openclaw-gateway czf /to/${name}.tgz -C /home/node/.openclaw .`,
  container: `docker run --rm -u root -v <volume>:/from:ro -v "\${PWD}:/to" --entrypoint tar <image> czf /to/${name}.tgz -C /from .`,
})

const earlierContainer = (args: string) => offline(args).earlier!['2026.2.24']!.container as string
/** The config a gateway needs before its first start; natively onboarding writes it. */
const fresh = (native: string | null): Commands => ({
  native,
  compose: offline('config set gateway.mode local').compose,
  container: offline('config set gateway.mode local').container,
  none: { native: noNative },
  earlier: {
    '2026.2.24': {
      compose: ['config set gateway.mode local', ...dashboardOrigins].map((args) => offline(args).compose).join('\n'),
      container: ['config set gateway.mode local', 'config set gateway.bind lan', ...dashboardOrigins].map(earlierContainer).join('\n'),
    },
  },
})
const freshStep: Step = {
  text: 'Write a new config; the model and the channels come later',
  risk: 'changes-config',
  run: fresh(null),
}
const withoutService = {
  when: 'you run the gateway in a terminal and want no service',
  run: { native: 'openclaw onboard', compose: null, container: null },
}
/** The old service carries the old port, on 2026.2.24 the old token too, so it is written anew. */
const onboardSteps: readonly Step[] = [
  {
    text: 'Write a new config. If it finds the old service, choose “Reinstall”. In Docker the model and the channels come later',
    risk: 'changes-config',
    run: {
      ...fresh('openclaw onboard --install-daemon'),
      otherwise: [withoutService],
    },
  },
  { ...startStep, text: 'Start the gateway, if the setup did not' },
]

export default flow.createMachine({
  id: 'full-reset',
  meta: {
    kind: 'family',
    title: 'Full reset',
    summary: 'Nothing else helped: start over, with a backup and no more loss than needed.',
    group: 'care',
    messages: [
      'Next: openclaw onboard --install-daemon',
      'Recommended first: openclaw backup create',
      'Cannot remove OpenClaw state while the Gateway or another state maintenance command owns this state directory. Stop the Gateway and retry.',
      'Non-interactive mode requires --yes.',
      'Reset cancelled.',
      "error: unknown command 'backup'",
      'Agent and plugin ownership could not be resolved. Resolve the reported error and retry backup, or use --only-config to save the config alone.',
      'Error response from daemon: remove openclaw-data: volume is in use',
    ],
    prevention: ['prevention/token-pinned', 'prevention/data-persisted', 'prevention/doctor-run'],
  },
  context: ({ input }) => input,
  initial: 'tried',
  states: {
    tried: {
      meta: {
        kind: 'question',
        title: 'What have you tried so far?',
        body: 'A reset helps against a broken state. It does not help against a closed port, a firewall, a proxy or too little memory, and those are most cases.',
        sources: ['guide#The Nuclear Option: Full Reset', 'cli/reset'],
      },
      on: {
        little: { target: 'find-cause', description: 'Little: I do not know the cause yet' },
        'no-doctor': [
          { target: 'repair', guard: 'native', description: 'This and that, but not doctor --fix' },
          { target: 'repair-docker', description: 'This and that, but not doctor --fix' },
        ],
        all: { target: 'keep', description: 'doctor --fix too: the error is the same' },
      },
    },

    repair: {
      meta: {
        kind: 'fix',
        title: 'Let doctor repair the state first',
        body: 'It repairs unknown keys, old formats and missing folders and deletes no memory. The gateway has to be stopped: 2026.9.6 refuses the repair beside it.',
        steps: repairSteps,
        verify: healthy,
        sources: ['cli/doctor', 'guide#The Nuclear Option: Full Reset'],
      },
      on: { broken: { target: 'keep', description: 'The error is the same' } },
    },

    keep: {
      meta: {
        kind: 'question',
        title: 'What must survive the reset?',
        body: 'The settings stand in one file. Logins of channels lie beside it, the memory is Markdown in the workspace, pairings are in the state folder. Only the last answer removes all of it. Each way makes a backup first.',
        sources: ['cli/reset', 'guide#The Nuclear Option: Full Reset'],
      },
      on: {
        most: { target: 'new-config', description: 'Everything except the settings' },
        memory: { target: 'new-logins', description: 'The memory; channels I can log in again' },
        nothing: [
          { target: 'wipe-native', guard: 'native', description: 'Nothing: I want an empty OpenClaw' },
          { target: 'wipe-folders', guard: 'compose', description: 'Nothing: I want an empty OpenClaw' },
          { target: 'wipe-volume', description: 'Nothing: I want an empty OpenClaw' },
        ],
      },
    },

    'new-config': {
      meta: {
        kind: 'fix',
        title: 'Start over with a new config only',
        body: 'Memory, chats and pairings stay; on 2026.9.6 paired browsers need the new gateway token once. Model, channels with their bot tokens and the gateway’s own token stand in the config: you enter them again, or copy them over from the old file. To go back, rename openclaw.json.old to openclaw.json.\n\n`openclaw reset --scope config` does the same by deleting, but 2026.2.24 refuses it while the config is invalid.',
        steps: [
          stopStep,
          { text: 'Set the old config aside: it stays as your backup', risk: 'changes-config', run: setAside },
          ...onboardSteps,
        ],
        verify: { ...healthy, within: 120 },
        sources: ['cli/reset', 'cli/onboard', 'install/docker'],
      },
      on: {
        'no-token': {
          target: 'pin-token',
          guard: 'dockerNewest',
          description: '“Refusing to bind gateway … without auth”',
          meta: { kind: 'answer', hint: 'the token stood in the old config', seen: ['Refusing to bind gateway to {bind} without auth'] },
        },
        done: { target: 'again', description: 'It runs: what do I have to set up again?' },
        broken: { target: 'new-logins', description: 'The error is the same' },
      },
    },

    'new-logins': {
      meta: {
        kind: 'fix',
        title: 'Start over with a new config and new channel logins',
        body: 'The workspace with the memory stays, and so do paired devices, which on 2026.9.6 need the new gateway token once. Gone are the config and the logins of channels, on 2026.2.24 also the approved chat users and the sessions. To go back, put the backup in the place of the state.',
        steps: [
          stopStep,
          {
            text: 'Back up the whole state. It holds secrets: keep it private. Choose another name if that one exists',
            risk: 'reads',
            run: copyOf('openclaw-before-reset'),
          },
          {
            text: 'See what would be removed: nothing happens yet',
            risk: 'reads',
            run: {
              ...offline('reset --scope config+creds+sessions --dry-run --yes --non-interactive'),
              otherwise: [whenInvalid],
            },
          },
          {
            text: 'Remove it. It asks once more',
            risk: 'deletes-data',
            run: offline('reset --scope config+creds+sessions', { asks: true }),
          },
          ...onboardSteps,
        ],
        verify: { ...healthy, within: 120 },
        signatures: ['Non-interactive mode requires --yes.', 'Reset cancelled.'],
        sources: ['cli/reset', 'cli/onboard', 'install/docker'],
      },
      on: {
        'no-token': {
          target: 'pin-token',
          guard: 'dockerNewest',
          description: '“Refusing to bind gateway … without auth”',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway to {bind} without auth'] },
        },
        done: { target: 'again', description: 'It runs: what do I have to set up again?' },
        broken: [
          { target: 'wipe-native', guard: 'native', description: 'The error is the same' },
          { target: 'wipe-folders', guard: 'compose', description: 'The error is the same' },
          { target: 'wipe-volume', description: 'The error is the same' },
        ],
      },
    },

    'wipe-native': {
      meta: {
        kind: 'fix',
        title: 'Back up, delete everything, set up again',
        body: 'This removes `~/.openclaw` with config, keys, pairings and chats, and the workspace with the memory, also one that lies elsewhere. Go on only when the backup is there.',
        steps: [
          stopStep,
          {
            text: 'Back up the whole state folder. It holds secrets: keep it private. Choose another name if that folder exists',
            risk: 'reads',
            run: { ...copyOf('openclaw-backup'), compose: null, container: null, none: { compose: noDocker, container: noDocker } },
          },
          {
            text: 'Also make a verified archive: it includes a workspace elsewhere. A broken config stops it; then copy such a workspace yourself',
            risk: 'reads',
            run: {
              ...nativeOnly('openclaw backup create --verify', noDocker),
              none: {
                native: '2026.2.24 has no such command. Copy a workspace that lies outside the state folder yourself.',
                compose: noDocker,
                container: noDocker,
              },
              earlier: { '2026.2.24': { native: null } },
            },
          },
          {
            text: 'See what would be removed: nothing happens yet',
            risk: 'reads',
            run: {
              ...nativeOnly('openclaw reset --scope full --dry-run --yes --non-interactive', noDocker),
              otherwise: [{ when: whenInvalid.when, run: { ...setAside, compose: null, container: null } }],
            },
          },
          {
            text: 'Delete it. It asks once more',
            risk: 'deletes-data',
            run: {
              ...nativeOnly('openclaw reset --scope full', noDocker),
              otherwise: [
                {
                  when: 'it says “Cannot remove OpenClaw state while the Gateway … owns this state directory”: a gateway still runs. Find it by its port, end it, then repeat',
                  run: stop.otherwise![0]!.run,
                },
              ],
            },
          },
          {
            text: 'Remove the service as well: the reset leaves it enabled. Without a service an error here is fine',
            risk: 'restarts',
            run: nativeOnly('openclaw gateway uninstall', noDocker),
          },
          {
            text: 'Set it up again, with a new service',
            risk: 'changes-config',
            run: { ...nativeOnly('openclaw onboard --install-daemon', noDocker), otherwise: [withoutService] },
          },
          { text: 'Start the gateway if the setup did not', risk: 'restarts', run: start },
        ],
        verify: { ...healthy, within: 120 },
        signatures: [
          'Cannot remove OpenClaw state while the Gateway or another state maintenance command owns this state directory.',
          "error: unknown command 'backup'",
          'Agent and plugin ownership could not be resolved. Resolve the reported error and retry backup',
        ],
        sources: ['guide#Native Install', 'cli/reset', 'cli/backup', 'install/backups', 'cli/onboard', 'cli/gateway'],
        corrections: [
          {
            guide: 'openclaw gateway stop',
            why: 'Right in a terminal. In a script 2026.9.6 wants `--force`, and a gateway started by hand ends with Ctrl+C.',
          },
          {
            guide: 'pkill -f openclaw',
            why: 'It ends every process with that word in its command line, your editor included, and the service comes straight back.',
          },
          {
            guide: 'cp ~/.openclaw/openclaw.json ~/openclaw-backup.json',
            why: 'That is the config alone. Keys, pairings, chats and the workspace would be lost.',
          },
          {
            guide: 'cp -r ~/.openclaw/memory ~/openclaw-memory-backup',
            why: 'That folder holds at most a search index. The memory is MEMORY.md and `memory/*.md` in the workspace, usually `~/.openclaw/workspace`.',
          },
          {
            guide: 'rm -rf ~/.openclaw',
            why: '`openclaw reset --scope full` asks, stops the service and knows a workspace elsewhere, `--dry-run` shows first what goes, and 2026.9.6 refuses while a gateway still writes there.',
          },
          {
            guide: 'openclaw setup',
            why: 'On 2026.2.24 it leaves the mode unset, so the gateway does not start. Both releases name `openclaw onboard --install-daemon` after a reset.',
          },
        ],
      },
      on: {
        done: { target: 'again', description: 'It runs: what do I have to set up again?' },
        undo: { target: 'restore', description: 'I want the old state back' },
        broken: { target: 'ask', description: 'An empty OpenClaw fails as well' },
      },
    },

    'wipe-folders': {
      meta: {
        kind: 'fix',
        title: 'Set the mounted folders aside and start empty',
        body: 'With the official Compose file the data lies in two folders of the host. Renaming them is backup and reset in one: nothing is deleted until you do it yourself later.\n\nDoes your own Compose file use a named volume? Then choose that answer below.',
        steps: [
          skip(lookAtMounts, { native: noNative, container: 'A plain container goes another way here.' }),
          { text: 'Stop and remove the containers. The folders stay', risk: 'restarts', run: foldersOnly('docker compose down') },
          {
            text: 'Set the config folder aside: this is the backup. Choose another name if that one exists',
            risk: 'changes-config',
            run: foldersOnly(shells('mv <configDir> <configDir>-backup', 'Move-Item <configDir> <configDir>-backup')),
          },
          {
            text: 'The workspace too, if it lies outside the config folder',
            risk: 'changes-config',
            run: foldersOnly(shells('mv <workspaceDir> <workspaceDir>-backup', 'Move-Item <workspaceDir> <workspaceDir>-backup')),
          },
          {
            text: 'Make them anew',
            risk: 'changes-config',
            run: foldersOnly(
              shells(
                'mkdir -p <configDir> <workspaceDir>',
                'New-Item -ItemType Directory -Force <configDir>\nNew-Item -ItemType Directory -Force <workspaceDir>',
              ),
            ),
          },
          { text: 'Give them to the user of the image', risk: 'changes-config', run: foldersOnly(ownState.compose) },
          freshStep,
          {
            text: 'Start the gateway. The token in `.env` stays as it was',
            risk: 'restarts',
            run: foldersOnly('docker compose up -d openclaw-gateway'),
          },
        ],
        verify: { ...healthy, within: 120 },
        sources: ['guide#Docker', 'install/docker/compose-operations', 'install/docker/networking-and-storage'],
        corrections: [
          {
            guide: 'docker volume rm openclaw-data',
            why: 'The official Compose file has no such volume: the state lies in OPENCLAW_CONFIG_DIR and OPENCLAW_WORKSPACE_DIR on the host, and stays there.',
          },
          {
            guide: 'After the reset run openclaw setup, or configure it by environment variables',
            why: 'Variables carry the token and API keys, not the mode: that belongs into the config. Devices and chat users must indeed be approved again.',
          },
        ],
      },
      on: {
        volume: { target: 'wipe-volume', description: 'My own Compose file uses a named volume' },
        'not-mounted': { target: 'mount-state', ...notMounted },
        'no-token': {
          target: 'pin-token',
          guard: 'dockerNewest',
          description: '“Refusing to bind gateway … without auth”',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway to {bind} without auth'] },
        },
        done: { target: 'again', description: 'It runs: what do I have to set up again?' },
        undo: { target: 'restore', description: 'I want the old state back' },
        broken: { target: 'ask', description: 'An empty OpenClaw fails as well' },
      },
    },

    'wipe-volume': {
      meta: {
        kind: 'fix',
        title: 'Back up the volume, remove it, start empty',
        body: 'A volume can be removed only after every container that has it. Its name stands under Mounts in `docker inspect`; Compose puts the project’s name in front.',
        steps: [
          stopStep,
          {
            text: 'Back up the volume into this folder. It holds secrets: keep it private. An older openclaw-backup.tgz would be overwritten',
            risk: 'reads',
            run: {
              ...dockerOnly(copyOf('openclaw-backup').container, copyOf('openclaw-backup').container, noNative),
              otherwise: [
                {
                  when: 'nothing is mounted at /home/node/.openclaw: copy it out of the container, and skip the steps about the volume',
                  run: {
                    native: null,
                    compose: 'docker compose cp openclaw-gateway:/home/node/.openclaw openclaw-backup',
                    container: 'docker cp <container>:/home/node/.openclaw openclaw-backup',
                  },
                },
              ],
            },
          },
          {
            text: 'Look into it: openclaw.json must be in the list',
            risk: 'reads',
            run: dockerOnly('tar tzf openclaw-backup.tgz', 'tar tzf openclaw-backup.tgz', noNative),
          },
          { text: 'Remove the container', risk: 'restarts', run: dockerOnly('docker compose down', 'docker rm <container>', noNative) },
          {
            text: 'Remove the volume with all data',
            risk: 'deletes-data',
            run: {
              ...dockerOnly('docker volume rm <volume>', 'docker volume rm <volume>', noNative),
              otherwise: [
                {
                  when: '“volume is in use”: this names the other container, stop and remove that first',
                  run: {
                    native: null,
                    compose: 'docker ps -a --filter volume=<volume>',
                    container: 'docker ps -a --filter volume=<volume>',
                  },
                },
                {
                  when: 'the state is a folder of the host: set it aside',
                  run: {
                    native: null,
                    compose: null,
                    container: shells('mv <volume> <volume>-backup', 'Move-Item <volume> <volume>-backup'),
                  },
                },
              ],
            },
          },
          { text: 'Give the new, empty one to the user of the image', risk: 'changes-config', run: ownState },
          freshStep,
          skip(makeToken, { native: noNative, compose: 'The token in `.env` stays.' }),
          {
            text: 'Start the gateway. A plain container: add what else your first `docker run` had, such as `-e` with API keys',
            risk: 'restarts',
            run: dockerOnly('docker compose up -d openclaw-gateway', runContainer(), noNative),
          },
        ],
        verify: { ...healthy, within: 120 },
        signatures: ['Error response from daemon: remove {volume}: volume is in use'],
        sources: ['guide#Docker', 'install/docker', 'install/docker/networking-and-storage'],
        corrections: [
          {
            guide: 'docker volume rm openclaw-data',
            why: 'Right only for a volume of that name: take the real one. There is no way back, so the backup comes first.',
          },
          {
            guide:
              'docker run -d -p 3001:3001 -e OPENCLAW_GATEWAY_MODE=local -e OPENCLAW_GATEWAY_TOKEN=your-stable-token -v openclaw-data:/app/data openclaw-stack',
            why: 'The port is 18789, no release reads OPENCLAW_GATEWAY_MODE, `/app/data` stores nothing, the image is `ghcr.io/openclaw/openclaw`, and a token does not belong into the shell’s history.',
          },
          {
            guide: 'After the reset run openclaw setup, or configure it by environment variables',
            why: 'Variables carry the token and API keys, not the mode: that is written into the volume before the first start. Devices and chat users must indeed be approved again.',
          },
        ],
      },
      on: {
        'no-token': {
          target: 'pin-token',
          guard: 'dockerNewest',
          description: '“Refusing to bind gateway … without auth”',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway to {bind} without auth'] },
        },
        done: { target: 'again', description: 'It runs: what do I have to set up again?' },
        undo: { target: 'restore', description: 'I want the old state back' },
        broken: { target: 'ask', description: 'An empty OpenClaw fails as well' },
      },
    },

    restore: {
      meta: {
        kind: 'fix',
        title: 'Put the backup back in place',
        body: 'The new state is set aside, not deleted. Everything is as it was when the backup was made: token, pairings, chats. WhatsApp may have to be linked again. A workspace that lay outside the state folder is in the archive: `openclaw backup restore` unpacks it into an empty folder, from where you copy it.',
        steps: [
          keepToken,
          { text: 'Stop the gateway', risk: 'restarts', run: { ...stop, compose: 'docker compose down' } },
          {
            text: 'Set the new state aside and put the backup in its place. A plain container gets it in a new volume',
            risk: 'changes-config',
            run: {
              native: shells(
                'mv ~/.openclaw ~/openclaw-new\ncp -a ~/openclaw-backup ~/.openclaw',
                'Move-Item "$env:USERPROFILE\\.openclaw" "$env:USERPROFILE\\openclaw-new"\nCopy-Item -Recurse -Force "$env:USERPROFILE\\openclaw-backup" "$env:USERPROFILE\\.openclaw"',
              ),
              compose: shells(
                'mv <configDir> <configDir>-new\nmv <configDir>-backup <configDir>',
                'Move-Item <configDir> <configDir>-new\nMove-Item <configDir>-backup <configDir>',
              ),
              container:
                'docker run --rm -u root -v <volume>-restored:/to -v "${PWD}:/from:ro" --entrypoint tar <image> xzf /from/openclaw-backup.tgz -C /to',
              otherwise: [
                {
                  when: 'the workspace lay outside the config folder and was set aside too',
                  run: {
                    native: null,
                    compose: shells(
                      'mv <workspaceDir> <workspaceDir>-new\nmv <workspaceDir>-backup <workspaceDir>',
                      'Move-Item <workspaceDir> <workspaceDir>-new\nMove-Item <workspaceDir>-backup <workspaceDir>',
                    ),
                    container: null,
                  },
                },
                {
                  when: 'your own Compose file uses a named volume: unpack into a new one and name that in the file',
                  run: {
                    native: null,
                    compose:
                      'docker run --rm -u root -v <volume>-restored:/to -v "${PWD}:/from:ro" --entrypoint tar <image> xzf /from/openclaw-backup.tgz -C /to',
                    container: null,
                  },
                },
              ],
            },
          },
          {
            text: 'Write the service anew, its definition may hold the new token; this starts it, too',
            risk: 'restarts',
            run: {
              ...nativeOnly('openclaw gateway install --force', 'There is no service in Docker.'),
              otherwise: [
                {
                  when: 'the gateway is not installed as a service: start it in a terminal and leave that open',
                  run: { native: 'openclaw gateway run', compose: null, container: null },
                },
              ],
            },
          },
          {
            text: 'Start the gateway',
            risk: 'restarts',
            run: {
              ...without(start, { native: 'The step before has started it.' }),
              container: ['docker rm <container>', runContainer().replace('-v <volume>:', '-v <volume>-restored:')].join('\n'),
            },
          },
        ],
        verify: { ...healthy, within: 120 },
        sources: ['install/backups', 'cli/backup', 'cli/gateway'],
      },
      on: { broken: { target: 'ask', description: 'The old state does not start either' } },
    },

    again: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'What to set up again',
        body: 'In this order: the key of the model, the channels, then browsers, apps and chat users, each of which must be approved again. After a smaller reset skip what still works.\n\nThe memory comes back by copying `MEMORY.md` and the folder `memory` from the backup’s workspace into the new one. Keep the backup until everything runs, in a private place: it holds your keys. To undo a complete reset, go back one step and choose “I want the old state back”.',
        steps: [
          { text: 'Model and its API key', risk: 'changes-config', run: cli('configure --section model', { asks: true }) },
          { text: 'Chat channels', risk: 'changes-config', run: cli('configure --section channels', { asks: true }) },
          { text: 'The address of the dashboard, for each browser', risk: 'reads', run: cli('dashboard --no-open') },
          {
            text: 'The token a browser asks for. It is a secret: keep it out of screenshots',
            risk: 'reads',
            run: {
              ...showToken,
              none: { native: withAddress, compose: withAddress, container: withAddress },
              earlier: { '2026.2.24': { native: null, compose: null, container: null } },
            },
          },
          { text: 'Devices that wait for approval', risk: 'reads', run: cli('devices list') },
          { text: 'Chat users that wait for approval', risk: 'reads', run: cli('pairing list <channel>') },
        ],
        sources: ['cli/configure', 'cli/onboard', 'cli/devices', 'install/backups'],
      },
    },
    ask: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'It is not the state: collect this, and ask',
        body: 'An empty OpenClaw that fails as well has its cause outside: Node, port, memory, disk, network, Docker or the release. Your old state can go back in place.\n\nTake out tokens before you post anything. Ask at https://docs.openclaw.ai/help, with the host system and what you did.',
        steps: [
          { text: 'Release', risk: 'reads', run: offline('--version') },
          { text: 'Service, config and listener', risk: 'reads', run: direct('gateway status --deep') },
          { text: 'What the gateway said', risk: 'reads', run: logs(200) },
        ],
        sources: ['help/index', 'cli/gateway'],
      },
    },
    'find-cause': { type: 'final', meta: { kind: 'jump', title: 'Find the cause first', to: 'triage' } },
    'repair-docker': { type: 'final', meta: { kind: 'jump', title: 'Run doctor in Docker first', to: 'docker/doctor-in-docker' } },
    'mount-state': { type: 'final', meta: { kind: 'jump', title: 'Copy the state out first', to: 'docker/mount-state' } },
    'pin-token': { type: 'final', meta: { kind: 'jump', title: 'Give the container a token', to: 'docker/pin-token' } },
  },
})
