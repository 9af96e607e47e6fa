import { dotenv, healthy, nativeOnly, offline, runContainer, shells, variants } from './commands.ts'
import { flow, type Commands, type Step, type Verify } from './flow.ts'
import { keepToken, lookAtMounts, mounts, notMounted, recreateStep, repairSteps, skip, stopStep } from './steps.ts'

const inImage = 'In Docker the program comes with the image.'
const fromDocker = 'Docker users come here by another way.'
const fromNative = 'Native installs come here by another way.'
const only = (native: Commands['native']) => ({ native, compose: null, container: null })

/** A container may take a minute, and a migration longer. */
const up: Verify = { ...healthy, within: 120 }

/** The same command as the updater’s own advice, for every way of installing. */
const newest: Step = {
  text: 'Bring OpenClaw to the newest release, in the way it was installed',
  risk: 'changes-config',
  run: variants(
    {
      native: shells('npm install -g openclaw@latest', 'npm.cmd install -g openclaw@latest'),
      compose: 'docker compose pull openclaw-gateway openclaw-cli',
      container: 'docker pull <image>',
    },
    {
      otherwise: [
        { when: 'it is a git checkout', run: only('openclaw update') },
        {
          when: 'the installer script brought it',
          run: only(shells('curl -fsSL https://openclaw.ai/install.sh | bash', 'iwr -useb https://openclaw.ai/install.ps1 | iex')),
        },
      ],
    },
  ),
}

/** Writes the service anew with the Node and the program of this terminal. */
const serviceAnew: Step = {
  text: 'Write the service anew, with this openclaw and this Node; it starts by itself',
  risk: 'restarts',
  run: {
    ...nativeOnly('openclaw gateway install --force', 'The container below takes it.'),
    otherwise: [
      { when: 'the gateway is no service: press Ctrl+C in its terminal, then start it there', run: only('openclaw gateway run') },
    ],
  },
}

const whichOnes: Commands = {
  ...offline('--version'),
  native: shells('which -a openclaw\nopenclaw --version', 'Get-Command openclaw -All\nopenclaw --version'),
}

/** What an older release would be started from. */
const olderImage = 'ghcr.io/openclaw/openclaw:<release>'

const older = [
  'is older than the config last written by OpenClaw',
  'was last written by a newer OpenClaw',
  /Config was last written by OpenClaw \S+, but you are running/,
]
const goneFile = [
  /Cannot find module '[^']*openclaw[^']*dist/,
  'status=203/EXEC',
  'Failed to locate executable',
  'points at a missing path',
]
const migration = ['requires migration', 'run openclaw doctor --fix', 'Run "openclaw doctor --fix"', 'requires state migration']
const newerData = ['uses newer schema version', 'This OpenClaw build cannot open your existing data', 'requires a newer OpenClaw build']
const otherNode = ['openclaw requires Node', 'OpenClaw requires >=', 'use 24.16+/26.1+']

export default flow.createMachine({
  id: 'update-broke-it',
  meta: {
    kind: 'family',
    title: 'It broke with an update',
    summary: 'After an update, or a step back, the gateway does not come up: old and new program, service and data do not fit together.',
    group: 'start',
    messages: [
      'Refusing to run automatic gateway startup migrations because this OpenClaw binary (2026.9.4) is older than the config last written by OpenClaw 2026.9.6.',
      'Config was last written by a newer OpenClaw (2026.9.6); current version is 2026.2.24.',
      'Config was last written by OpenClaw 2026.9.6, but you are running 2026.9.4 — upgrade or re-run setup.',
      "Error: Cannot find module '/usr/local/lib/node_modules/openclaw/dist/index.js'",
      'openclaw-gateway.service: Main process exited, code=exited, status=203/EXEC',
      'service command points at a missing path: ~/.nvm/versions/node/v24.0.0/bin/node',
      'Gateway service entrypoint does not match the current install.',
      'openclaw: missing dist/entry.(m)js (build output).',
      'This OpenClaw build cannot open your existing data.',
      'Legacy session store requires migration: … Run "openclaw doctor --fix" against the same state/config before starting OpenClaw.',
      'Warning: this OpenClaw command is version 2026.9.6, but the running Gateway is version 2026.9.4.',
    ],
    prevention: ['prevention/doctor-run', 'prevention/one-instance', 'prevention/data-persisted'],
  },
  context: ({ input }) => input,
  initial: 'what-says',
  states: {
    'what-says': {
      meta: {
        kind: 'question',
        title: 'What do you see since the update?',
        body: 'Program, service and data are three things. An update changes the program; the service may still point at the old one, and the data are carried over at the first start. Do not delete anything now.',
        sources: ['gateway/troubleshooting/updates-and-rollbacks', 'install/updating'],
      },
      on: {
        gone: [
          {
            target: 'service-anew',
            guard: 'native',
            description: '“Cannot find module …”, or “203/EXEC”',
            meta: { kind: 'answer', hint: 'the service points at files that are gone', seen: goneFile },
          },
          {
            target: 'covered-program',
            description: '“Cannot find module …”',
            meta: { kind: 'answer', seen: ['Cannot find module', 'missing dist/entry'] },
          },
        ],
        older: {
          target: 'versions',
          description: 'Config written by a newer OpenClaw',
          meta: { kind: 'answer', hint: '“older than the config last written by”, or two versions are named', seen: older },
        },
        migration: {
          target: 'run-doctor',
          description: '“requires … migration”, “doctor --fix”',
          meta: { kind: 'answer', seen: migration },
        },
        data: {
          target: 'forward-or-back',
          description: '“uses newer schema version”',
          meta: { kind: 'answer', seen: newerData },
        },
        update: {
          target: 'update-state',
          guard: 'native',
          description: 'The update itself failed or was undone',
          meta: { kind: 'answer', seen: ['update rolled back', 'Update failed', 'missing dist/entry'] },
        },
        back: { target: 'forward-or-back', description: 'Nothing helps: I want the old release back' },
        other: { target: 'other-line', description: 'Another line' },
      },
    },

    versions: {
      meta: {
        kind: 'check',
        title: 'Which OpenClaw is it that runs?',
        body: 'The config remembers in `meta.lastTouchedVersion` which release wrote it last. An older one refuses to start on 2026.9.6, and only warns on 2026.2.24. Do not delete that entry and do not set `OPENCLAW_ALLOW_OLDER_BINARY_DESTRUCTIVE_ACTIONS`: the old program would run on data it does not know.',
        run: whichOnes,
        signatures: [
          'is older than the config last written by OpenClaw',
          'Refusing to run automatic gateway startup migrations',
          'Config was last written by a newer OpenClaw ({version}); current version is {other}',
          'Config was last written by OpenClaw {version}, but you are running {other}',
          'Run the newer openclaw binary on PATH, or reinstall the intended gateway service from the newer install',
          'Warning: this OpenClaw command is version {version}, but the running Gateway is version {other}',
          'Warning: this OpenClaw command is version {version}, but the installed Gateway service is version {other}',
          'the active Gateway lock predates targeted restart ownership; update the running Gateway before retrying',
        ],
        sources: ['gateway/troubleshooting/updates-and-rollbacks', 'install/updating/rollback-and-recovery'],
      },
      on: {
        several: {
          target: 'newest-runs',
          guard: 'native',
          description: 'Two or more paths: two installations',
          meta: {
            kind: 'answer',
            seen: [
              /^\/\S*openclaw\s*\n\/\S*openclaw\s*$/m,
              /^(Application|ExternalScript)\s+openclaw[\s\S]*?\n(Application|ExternalScript)\s+openclaw/m,
            ],
          },
        },
        older: {
          target: 'forward-or-back',
          description: 'One, and older than the config names',
          meta: { kind: 'answer', hint: 'a step back, or an old image' },
        },
        same: [
          {
            target: 'service-anew',
            guard: 'native',
            description: 'One, as new as the config names',
            meta: { kind: 'answer', hint: 'then the service still starts an old one' },
          },
          { target: 'newest-runs', description: 'As new as the config names' },
        ],
      },
    },

    'forward-or-back': {
      meta: {
        kind: 'question',
        title: 'Forward to the newest release, or back?',
        body: 'The newest release reads what older ones wrote, so forward is the safe way. Back works only as long as the old program can read the data: once a newer one has carried them over, it needs the backup from before the update.',
        signatures: [
          'This OpenClaw build cannot open your existing data',
          'uses newer schema version {n}; this build supports {m}',
          'gateway requires a newer OpenClaw build',
        ],
        sources: ['install/updating/rollback-and-recovery', 'gateway/troubleshooting/updates-and-rollbacks'],
      },
      on: {
        forward: { target: 'newest-runs', description: 'Forward: it shall work with the newest' },
        back: { target: 'go-back', description: 'Back: the newest does not work for me' },
        restore: {
          target: 'restore',
          guard: 'native',
          description: 'Back, with a backup from before the update',
          meta: { kind: 'answer', hint: 'the old release says “newer schema version”' },
        },
        'restore-docker': {
          target: 'restore-copy',
          guard: 'docker',
          description: 'Back, with a copy from before the update',
          meta: { kind: 'answer', hint: 'the old release says “newer schema version”' },
        },
      },
    },

    'newest-runs': {
      meta: {
        kind: 'fix',
        title: 'Let one OpenClaw run, and let it be the newest',
        body: 'Update the installation that your shell finds first, then let the service or container use that one. Installations further down the list may go later, when everything works. An image whose tag names a release stays that release: change `OPENCLAW_IMAGE` in `.env`, or the tag in your `docker run`.',
        steps: [
          { text: 'Which one comes first, and how old is it?', risk: 'reads', run: whichOnes },
          newest,
          { text: 'It must show the new version now', risk: 'reads', run: offline('--version') },
          lookAtMounts,
          keepToken,
          serviceAnew,
          recreateStep(),
        ],
        verify: up,
        sources: ['gateway/troubleshooting/updates-and-rollbacks', 'install/updating', 'cli/gateway/service', 'install/docker'],
      },
      on: {
        'not-mounted': { target: 'mount-state', guard: 'docker', ...notMounted },
        node: { target: 'node', guard: 'native', description: 'It asks for another Node', meta: { kind: 'answer', seen: otherNode } },
        migration: {
          target: 'run-doctor',
          description: '“requires … migration”, “doctor --fix”',
          meta: { kind: 'answer', seen: migration },
        },
        plugin: {
          target: 'plugin',
          description: 'A line about a plugin',
          meta: { kind: 'answer', seen: ['plugin load failed', 'failed to load'] },
        },
        broken: { target: 'other-line', description: 'Another error' },
      },
    },

    'service-anew': {
      meta: {
        kind: 'fix',
        title: 'Write the service anew with the program of today',
        body: 'The service names the exact files of the day it was installed. After an update, another npm prefix or a removed Node of nvm they are gone, and systemd tries in vain every five seconds. 2026.9.6 repairs that by `openclaw gateway start`, too; `restart` refuses it, and 2026.2.24 says “Restarted” and runs nothing.',
        steps: [
          {
            text: 'The Node and the openclaw of this terminal: both must answer',
            risk: 'reads',
            run: nativeOnly('node -v\nopenclaw --version', fromDocker),
          },
          { ...serviceAnew, run: { ...serviceAnew.run!, none: { compose: fromDocker, container: fromDocker } } },
          {
            text: 'Linux, only when it says “start-limit-hit”: reset the counter, then start it',
            risk: 'restarts',
            run: {
              ...nativeOnly(
                {
                  linux: 'systemctl --user reset-failed openclaw-gateway.service\nopenclaw gateway start',
                  macos: null,
                  windows: null,
                },
                fromDocker,
              ),
              none: {
                compose: fromDocker,
                container: fromDocker,
                'native/macos': 'Only systemd counts.',
                'native/windows': 'Only systemd counts.',
              },
              otherwise: [
                {
                  when: 'the gateway is no service: start it in a terminal',
                  run: only({ linux: 'openclaw gateway run', macos: null, windows: null }),
                },
              ],
            },
          },
        ],
        verify: healthy,
        signatures: [
          "Cannot find module '{path}/openclaw/dist/index.js'",
          "Cannot find module '{path}/openclaw/dist/entry.js'",
          "Cannot find module '{path}/openclaw/openclaw.mjs'",
          'Failed to locate executable {path}',
          'Failed at step EXEC spawning {path}',
          'status=203/EXEC',
          'last exit 203',
          'Gateway service entrypoint does not match the current install',
          'service command points at a missing path: {path}',
          'service command points at a temporary path: {path}',
          'Gateway service definition needs repair',
          'Gateway service Node runtime probe failed',
        ],
        symptoms: ['code: MODULE_NOT_FOUND', 'Gateway service uses Node from a version manager; it can break after upgrades'],
        sources: ['gateway/troubleshooting/updates-and-rollbacks', 'cli/gateway/service', 'install/updating'],
      },
      on: {
        'not-found': {
          target: 'node',
          description: 'node or openclaw is not found',
          meta: { kind: 'answer', seen: ['command not found', 'is not recognized', ...otherNode] },
        },
        older: { target: 'forward-or-back', description: '“older than the config last written by”', meta: { kind: 'answer', seen: older } },
        incomplete: {
          target: 'install-again',
          description: '“missing dist/entry”, or openclaw itself fails',
          meta: { kind: 'answer', seen: ['missing dist/entry', 'ERR_MODULE_NOT_FOUND'] },
        },
        broken: { target: 'service', description: 'Written anew, and it does not come up' },
      },
    },

    'covered-program': {
      meta: {
        kind: 'fix',
        title: 'Take the whole image, and let nothing cover /app',
        body: 'The program lies in `/app` of the image. A folder mounted there hides it, and so does an image that was only half built or pulled. The state belongs to `/home/node/.openclaw`, and nothing else needs a mount.',
        steps: (
          [
            {
              text: 'No Destination may be `/app` or lie below it: take such a line out of docker-compose.yml or your `docker run`',
              risk: 'reads',
              run: mounts,
            },
            { ...newest, text: 'Pull the image again', run: { ...newest.run!, native: null, none: { native: fromNative }, otherwise: [] } },
            lookAtMounts,
            keepToken,
            recreateStep(),
          ] as readonly Step[]
        ).map((step) => skip(step, { native: fromNative })),
        verify: up,
        signatures: ["Cannot find module '/app/dist/index.js'", "Cannot find module '/app/openclaw.mjs'"],
        sources: ['install/docker', 'install/docker/compose-operations'],
      },
      on: {
        'not-mounted': { target: 'mount-state', ...notMounted },
        broken: { target: 'docker', description: 'The same line, or another one' },
      },
    },

    'run-doctor': {
      meta: {
        kind: 'fix',
        title: 'Stop the gateway, let doctor carry the data over',
        body: 'A newer release carries older data over at its first start. Where it cannot do that alone it refuses to start, and doctor does it while no gateway runs. Doctor keeps the originals; the copies named `.pre-startup-migration-….bak` are your way back.',
        steps: repairSteps,
        verify: up,
        signatures: [
          'Legacy session store requires migration',
          'Legacy workspace setup state requires migration',
          'Legacy device auth requires migration',
          'run openclaw doctor --fix to migrate {what} before using it',
          'dependency tree corrupted; run openclaw doctor --fix',
          'Doctor could not enter maintenance. StateDatabaseCoordinatorContentionError: another OpenClaw process owns gateway-lifecycle',
        ],
        symptoms: ['requires state migration', 'then run openclaw doctor --fix, then start it again with openclaw gateway start'],
        sources: ['install/docker#upgrading-container-images', 'gateway/troubleshooting/updates-and-rollbacks', 'cli/doctor'],
      },
      on: {
        second: {
          target: 'second-gateway',
          description: '“another OpenClaw process owns”',
          meta: { kind: 'answer', seen: ['another OpenClaw process owns gateway-lifecycle'] },
        },
        owner: {
          target: 'owner',
          description: '“EACCES: permission denied”',
          meta: { kind: 'answer', seen: ['EACCES'] },
        },
        plugin: {
          target: 'plugin',
          description: 'Only a plugin fails',
          meta: { kind: 'answer', seen: ['plugin load failed', 'failed to load'] },
        },
        data: { target: 'newer-data', description: '“uses newer schema version”', meta: { kind: 'answer', seen: newerData } },
        broken: { target: 'other-line', description: 'Doctor ended, and it does not come up' },
      },
    },

    'update-state': {
      meta: {
        kind: 'check',
        title: 'What became of the update?',
        body: 'The line “Update” says whether there is something newer. 2026.9.6 also remembers the last run: failed, rolled back or done, with a reason. A run that was rolled back leaves the release from before, and that one works.',
        run: nativeOnly('openclaw update status', inImage),
        symptoms: ['OpenClaw update rolled back to {version}'],
        sources: ['install/update-troubleshooting', 'cli/update'],
      },
      on: {
        failed: {
          target: 'install-again',
          description: 'It failed, or stopped on the way',
          meta: { kind: 'answer', seen: ['failed', 'rolled-back', 'rolled back', 'interrupted'] },
        },
        done: { target: 'service-anew', description: 'It is done, and the gateway is down' },
        broken: {
          target: 'install-again',
          description: 'The command itself fails',
          meta: { kind: 'answer', seen: ['missing dist/entry', 'ERR_MODULE_NOT_FOUND', 'Cannot find module'] },
        },
      },
    },

    'install-again': {
      meta: {
        kind: 'fix',
        title: 'Install the newest release by hand, then doctor',
        body: 'An installation that stopped halfway lacks files of `dist`. Installing over it replaces the program; config, chats and pairings stay. The newest releases need Node 24.16 or newer 24, or 26.1 and up. “EACCES” from npm means that its folder belongs to another user.',
        steps: [
          {
            ...skip(stopStep, { compose: inImage, container: inImage }),
            text: 'Stop the gateway; an error is fine where openclaw itself no longer runs',
          },
          {
            ...newest,
            text: 'Install it, in the way it was installed',
            run: { ...newest.run!, compose: null, container: null, none: { compose: inImage, container: inImage } },
          },
          {
            text: 'Carry the data over. It ends with “Doctor complete.”',
            risk: 'changes-config',
            run: nativeOnly('openclaw doctor --fix', inImage),
          },
          serviceAnew,
        ],
        verify: up,
        signatures: ['openclaw: missing dist/entry.(m)js (build output)', "Cannot find module '{path}/openclaw/dist/{file}' imported from"],
        sources: ['install/update-troubleshooting', 'install/updating/update-methods', 'install/installer'],
      },
      on: {
        node: { target: 'node', description: 'It asks for another Node', meta: { kind: 'answer', seen: otherNode } },
        second: {
          target: 'run-doctor',
          description: '“Doctor could not enter maintenance”',
          meta: { kind: 'answer', seen: ['Doctor could not enter maintenance'] },
        },
        broken: { target: 'other-line', description: 'Installed, and another error came up' },
      },
    },

    'go-back': {
      meta: {
        kind: 'fix',
        title: 'Go back one release, with a backup in hand',
        body: 'The updater of 2026.9.6 looks first whether the older release can read your data, and refuses where it cannot. Do not get round a refusal: then only the backup from before the update helps. With Compose and a plain container the tag of the image is the release.',
        steps: [
          skip(stopStep, { native: 'The updater stops and starts it.' }),
          {
            text: 'Back up the state as it is now. It holds secrets: keep it private',
            risk: 'changes-config',
            run: variants(
              {
                native: 'openclaw backup create --verify',
                compose: 'docker compose cp openclaw-gateway:/home/node/.openclaw openclaw-backup',
                container: 'docker cp <container>:/home/node/.openclaw openclaw-backup',
              },
              {
                otherwise: [
                  {
                    when: 'it refuses because of the config: stop the gateway, then copy the folder',
                    run: only(
                      shells(
                        'cp -a ~/.openclaw ~/openclaw-backup',
                        'Copy-Item -Recurse -Force "$env:USERPROFILE\\.openclaw" "$env:USERPROFILE\\openclaw-backup"',
                      ),
                    ),
                  },
                ],
                earlier: {
                  '2026.2.24': {
                    native: shells(
                      'cp -a ~/.openclaw ~/openclaw-backup',
                      'Copy-Item -Recurse -Force "$env:USERPROFILE\\.openclaw" "$env:USERPROFILE\\openclaw-backup"',
                    ),
                  },
                },
              },
            ),
          },
          {
            text: 'See what would happen; a refusal stands here already',
            risk: 'reads',
            run: nativeOnly('openclaw update --tag <release> --dry-run', inImage),
          },
          {
            text: 'Go back, and confirm the question. With Compose this names the image',
            risk: 'restarts',
            run: variants(
              {
                native: 'openclaw update --tag <release>',
                compose: dotenv('OPENCLAW_IMAGE', olderImage),
                container: `docker pull ${olderImage}`,
              },
              {},
            ),
          },
          lookAtMounts,
          keepToken,
          recreateStep(
            undefined,
            ['docker stop <container>', 'docker rm <container>', runContainer().replace('<image>', olderImage)].join('\n'),
          ),
        ],
        verify: up,
        sources: ['install/updating/rollback-and-recovery', 'cli/update', 'install/docker'],
      },
      on: {
        'not-mounted': { target: 'mount-state', guard: 'docker', ...notMounted },
        refused: [
          {
            target: 'restore',
            guard: 'native',
            description: 'It refuses: newer data, newer config',
            meta: { kind: 'answer', seen: [...newerData, ...older] },
          },
          {
            target: 'restore-copy',
            description: 'It refuses: newer data, newer config',
            meta: { kind: 'answer', seen: [...newerData, ...older] },
          },
        ],
        protocol: {
          target: 'protocol',
          description: '“protocol mismatch” in its log',
          meta: { kind: 'answer', hint: 'a newer client still runs', seen: ['protocol mismatch'] },
        },
        broken: { target: 'other-line', description: 'It is back, and does not come up' },
      },
    },

    'other-line': {
      meta: {
        kind: 'question',
        title: 'Which of these lines comes nearest?',
        body: 'Every update may also uncover something that was wrong before: a key that is gone, a plugin that is too old, a token in two places.',
        sources: ['gateway/troubleshooting'],
      },
      on: {
        config: {
          target: 'config',
          description: '“Config invalid”, an unknown key',
          meta: { kind: 'answer', seen: ['Config invalid', 'OpenClaw config is invalid', 'Unrecognized key'] },
        },
        plugin: { target: 'plugin', description: 'A plugin', meta: { kind: 'answer', seen: ['plugin load failed', 'failed to load'] } },
        protocol: { target: 'protocol', description: '“protocol mismatch”', meta: { kind: 'answer', seen: ['protocol mismatch'] } },
        node: { target: 'node', guard: 'native', description: 'Node, or openclaw is not found', meta: { kind: 'answer', seen: otherNode } },
        service: {
          target: 'service',
          guard: 'native',
          description: 'The service',
          meta: { kind: 'answer', hint: 'systemd, launchd, the Task Scheduler' },
        },
        refused: {
          target: 'gateway-auth',
          description: '“unauthorized”, a token or password',
          meta: { kind: 'answer', seen: ['unauthorized', 'gateway token m{x}'] },
        },
        none: { target: 'not-ready', description: 'None of them' },
      },
    },

    restore: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Put the backup back, with the release it belongs to',
        body: 'Once the data are newer than the program, there is no way back without the backup from before the update. Everything since then is lost, and WhatsApp may have to be linked again. Set the present state aside first, and move the extracted one into its place as https://docs.openclaw.ai/install/backups says.\n\nA plain copy of the folder instead of an archive: stop the gateway, rename `.openclaw`, and copy the old folder there.',
        steps: [
          {
            text: 'Extract the archive into a new folder; this changes nothing yet',
            risk: 'reads',
            run: {
              ...nativeOnly('openclaw backup restore <archive> --target restored-openclaw', inImage),
              earlier: { '2026.2.24': { native: null } },
              none: { compose: inImage, container: inImage, native: '2026.2.24 makes no archives: take your copy of the folder.' },
            },
          },
          {
            text: 'Install the release that wrote it',
            risk: 'changes-config',
            run: nativeOnly(shells('npm install -g openclaw@<release>', 'npm.cmd install -g openclaw@<release>'), inImage),
          },
        ],
        sources: ['install/updating/rollback-and-recovery', 'install/backups'],
      },
    },

    'newer-data': {
      type: 'final',
      meta: { kind: 'jump', title: 'The data are newer than the program', to: 'update-broke-it/forward-or-back' },
    },
    'restore-copy': { type: 'final', meta: { kind: 'jump', title: 'Put the copy back in its place', to: 'full-reset/restore' } },
    'mount-state': { type: 'final', meta: { kind: 'jump', title: 'Mount the state first', to: 'docker/mount-state' } },
    docker: { type: 'final', meta: { kind: 'jump', title: 'Find out what the container lacks', to: 'docker' } },
    'second-gateway': { type: 'final', meta: { kind: 'jump', title: 'Another gateway runs', to: 'gateway-not-ready/port-busy' } },
    owner: { type: 'final', meta: { kind: 'jump', title: 'Files it may not read', to: 'gateway-not-ready/permissions' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'It does not get ready', to: 'gateway-not-ready' } },
    config: { type: 'final', meta: { kind: 'jump', title: 'The config is not valid', to: 'config-invalid' } },
    plugin: { type: 'final', meta: { kind: 'jump', title: 'A plugin does not load', to: 'plugin-load' } },
    protocol: { type: 'final', meta: { kind: 'jump', title: 'Client and gateway differ', to: 'protocol-mismatch' } },
    node: { type: 'final', meta: { kind: 'jump', title: 'Another Node is needed', to: 'node-version' } },
    service: { type: 'final', meta: { kind: 'jump', title: 'The service does not come up', to: 'service-manager' } },
    'gateway-auth': { type: 'final', meta: { kind: 'jump', title: 'It refuses the token', to: 'gateway-auth' } },
  },
})
