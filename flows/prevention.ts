import { cli, direct, dockerOnly, everywhere, healthy, nativeOnly, recreate, shells, start } from './commands.ts'
import { flow, type Os, type Step, type Verify } from './flow.ts'
import {
  applyNginx,
  browserIn,
  keepToken,
  lookAtMounts,
  mounts,
  notMounted,
  recreateStep,
  repairSteps,
  restartStep,
  restartWithToken,
  sameState,
  showToken,
  stopOther,
  testNginx,
  tokenIntoConfig,
} from './steps.ts'

const docker = 'Docker users come here by another way.'
const native = 'Native installs come here by another way.'
const inImage = 'In Docker the program comes with the image.'

const version: Verify = { run: nativeOnly('openclaw --version', inImage), expect: ['2026.'] }
const asService = 'the gateway does not run as a service: leave this out, and start it again in its terminal'

const withHealthCheck = (recreate().container as string).replace(
  '-p ',
  "--health-cmd 'node dist/index.js gateway health' --health-interval 3m --health-timeout 60s --health-start-period 2m -p ",
)
const watched: Record<Os, string> = {
  linux: 'crontab -l',
  macos: 'crontab -l',
  windows: "(Get-ScheduledTask -TaskName 'OpenClaw health').Actions.Arguments",
}
/** Every five minutes; with the PATH of this shell, because cron has a short one of its own. */
const watch: Record<Os, string> = {
  linux: `(crontab -l 2>/dev/null; echo "*/5 * * * * PATH='$PATH' openclaw gateway health >/dev/null 2>&1 || logger -t openclaw 'gateway is not healthy'") | crontab -`,
  macos: `(crontab -l 2>/dev/null; echo "*/5 * * * * PATH='$PATH' openclaw gateway health >/dev/null 2>&1 || logger -t openclaw 'gateway is not healthy'") | crontab -`,
  windows: [
    `$do = New-ScheduledTaskAction -Execute powershell.exe -Argument '-NoProfile -WindowStyle Hidden -Command "openclaw.cmd gateway health; if ($LASTEXITCODE) { Get-Date | Out-File -Append $HOME\\openclaw-down.log }"'`,
    '$when = New-ScheduledTaskTrigger -Once -At (Get-Date) -RepetitionInterval (New-TimeSpan -Minutes 5)',
    "Register-ScheduledTask -TaskName 'OpenClaw health' -Action $do -Trigger $when",
  ].join('\n'),
}

const address: Step = {
  text: 'Show the token of the gateway. 2026.2.24 prints the new address, which ends with it. Keep it out of screenshots',
  risk: 'reads',
  run: showToken,
}

/** 2026.2.24 ends every run without --fix with “to apply changes.”, also when there are none. */
const needsFix = [/Run "openclaw doctor --fix" to (?!apply changes)/]

export default flow.createMachine({
  id: 'prevention',
  meta: {
    kind: 'family',
    title: 'Keep it healthy',
    summary: 'OpenClaw is installed, and eight habits keep the gateway from breaking again.',
    group: 'care',
    messages: [
      'openclaw: command not found',
      "The term 'openclaw' is not recognized",
      'openclaw requires Node >=22.12.0.',
      'openclaw: Node 20.20.2: node:sqlite is unavailable; use 24.16+/26.1+ or a build with the fix.',
      'OpenClaw requires >=24.16.0 <25, or >=26.1.0 (Node 26 recommended).',
    ],
    prevention: [],
  },
  context: ({ input }) => input,
  initial: 'installed',
  states: {
    installed: {
      meta: {
        kind: 'check',
        title: 'Is OpenClaw installed, and does it start?',
        run: direct('--version'),
        sources: ['install/node', 'install/installer'],
      },
      on: {
        version: {
          target: 'token-pinned',
          description: 'It prints a version',
          meta: { kind: 'answer', seen: [/^(OpenClaw )?20\d\d\.\d+\.\d+/m] },
        },
        'not-found': {
          target: 'in-npm',
          guard: 'native',
          description: 'openclaw is not found',
          meta: {
            kind: 'answer',
            seen: ['openclaw: command not found', 'command not found: openclaw', 'openclaw: not found', 'is not recognized'],
          },
        },
        'old-node': {
          target: 'new-node',
          guard: 'native',
          description: 'It asks for another Node',
          meta: {
            kind: 'answer',
            seen: ['openclaw requires Node', 'OpenClaw requires >=', 'node:sqlite is unavailable', 'Update NodeJS: Y/N'],
          },
        },
        elsewhere: {
          target: 'node-version',
          guard: 'native',
          description: 'Here yes, in the service, sudo or cron not',
        },
        down: {
          target: 'gateway-down',
          guard: 'docker',
          description: 'The container does not run',
          meta: { kind: 'answer', seen: ['is not running', 'is restarting', 'No such container', 'no such service'] },
        },
      },
    },

    'in-npm': {
      meta: {
        kind: 'check',
        title: 'Does npm know OpenClaw?',
        body: 'When it is there and the shell does not find it, only the PATH is wrong. With nvm every Node version has programs of its own.',
        run: nativeOnly(shells('npm ls -g openclaw', 'npm.cmd ls -g openclaw'), inImage),
        sources: ['install/node'],
      },
      on: {
        no: {
          target: 'install',
          description: '(empty), or npm is not found either',
          meta: { kind: 'answer', seen: ['(empty)', 'npm: command not found', 'command not found: npm', "'npm.cmd' is not recognized"] },
        },
        yes: {
          target: 'fix-path',
          description: 'openclaw@ and a version',
          meta: { kind: 'answer', seen: [/\bopenclaw@20\d\d\./] },
        },
      },
    },

    install: {
      meta: {
        kind: 'fix',
        title: 'Install OpenClaw',
        body: 'The installer brings the newest release and, where needed, a Node that fits (24.16 or newer 24, or 26.1 and up). Then it leads you through the setup.',
        steps: [
          {
            text: 'Run the installer as your own user (Windows: in PowerShell)',
            risk: 'changes-config',
            run: nativeOnly(
              shells('curl -fsSL https://openclaw.ai/install.sh | bash', 'iwr -useb https://openclaw.ai/install.ps1 | iex'),
              inImage,
            ),
          },
          { text: 'Open a new terminal, so that it knows the new PATH', risk: 'reads' },
        ],
        verify: version,
        sources: ['install/installer', 'install/index', "guide#Haven't installed OpenClaw yet?"],
        corrections: [
          {
            guide: 'curl -fsSL https://openclaw.ai/install.cmd -o install.cmd && install.cmd && del install.cmd',
            why: 'The documentation knows no such script, so it is not offered here; Windows has install.ps1. In PowerShell 5.1 this line is an error, too.',
          },
        ],
      },
      on: {
        next: { target: 'token-pinned', description: 'Installed: the eight habits' },
        broken: {
          target: 'fix-path',
          description: 'Installed, and still not found',
          meta: { kind: 'answer', seen: ['command not found'] },
        },
      },
    },

    'fix-path': {
      meta: {
        kind: 'fix',
        title: 'Put the programs of npm on your PATH',
        steps: [
          {
            text: 'For this terminal',
            risk: 'reads',
            run: nativeOnly(shells('export PATH="$(npm prefix -g)/bin:$PATH"', "$env:Path += ';' + (npm.cmd prefix -g)"), inImage),
          },
          {
            text: 'For every new one',
            risk: 'changes-config',
            run: {
              ...nativeOnly(
                {
                  linux: `echo "export PATH=\\"$(npm prefix -g)/bin:\\$PATH\\"" >> ~/.bashrc`,
                  macos: `echo "export PATH=\\"$(npm prefix -g)/bin:\\$PATH\\"" >> ~/.zshrc`,
                  windows: null,
                },
                inImage,
              ),
              none: {
                compose: inImage,
                container: inImage,
                'native/windows':
                  'Settings, System, About, Advanced system settings, Environment Variables: add the folder that `npm.cmd prefix -g` prints to Path.',
              },
            },
          },
        ],
        verify: version,
        sources: ['install/node'],
      },
      on: {
        next: { target: 'token-pinned', description: 'Found: the eight habits' },
        node: {
          target: 'node-version',
          description: 'Found, and it asks for another Node',
          meta: { kind: 'answer', seen: ['openclaw requires Node', 'OpenClaw requires >=', 'node:sqlite is unavailable'] },
        },
        broken: { target: 'ask', description: 'Still not found' },
      },
    },

    'new-node': {
      meta: {
        kind: 'fix',
        title: 'Install a Node that this release accepts',
        body: '2026.9.6 needs Node 24.16 or newer 24, or 26.1 and up; 2026.2.24 is content with 22.12. With an older one no command works, not even `--version`. Where 2026.9.6 asks `Update NodeJS: Y/N`, Y gives the command line a Node of its own; a service still needs the steps here.',
        steps: [
          { text: 'The Node this terminal uses', risk: 'reads', run: nativeOnly('node -v', inImage) },
          {
            text: 'Install a newer one (Linux: the form for Debian and Ubuntu; elsewhere take nvm)',
            risk: 'changes-config',
            run: {
              ...nativeOnly(
                {
                  linux: 'curl -fsSL https://deb.nodesource.com/setup_24.x | sudo -E bash -\nsudo apt-get install -y nodejs',
                  macos: 'brew install node',
                  windows: 'winget install OpenJS.NodeJS.LTS',
                },
                inImage,
              ),
              otherwise: [
                {
                  when: 'you use nvm: OpenClaw has to be installed again for the new Node, and this brings its newest release',
                  run: {
                    native: shells('nvm install 26\nnvm alias default 26\nnpm install -g openclaw@latest', null),
                    compose: null,
                    container: null,
                  },
                },
              ],
            },
          },
          { text: 'Open a new terminal', risk: 'reads' },
          {
            text: 'Let the service use it too: it keeps the path of the old one',
            risk: 'restarts',
            run: {
              ...nativeOnly('openclaw gateway install --force', inImage),
              otherwise: [{ when: asService, run: { native: 'openclaw gateway run', compose: null, container: null } }],
            },
          },
        ],
        verify: version,
        sources: ['install/node', 'install/installer', 'cli/gateway'],
      },
      on: {
        next: { target: 'token-pinned', description: 'It runs: the eight habits' },
        'not-found': {
          target: 'in-npm',
          description: 'Now openclaw is not found',
          meta: { kind: 'answer', seen: ['command not found', 'is not recognized'] },
        },
        broken: { target: 'node-version', description: 'It still asks for another Node' },
      },
    },

    'token-pinned': {
      meta: {
        kind: 'check',
        title: '1 of 8: does the gateway have a token that stays?',
        body: 'Without one 2026.9.6 invents a new token at every start, so every dashboard has to log in again, paired or not. 2026.2.24 writes the first one it makes into the config. A password serves as well as a token.',
        run: {
          native: 'openclaw config get gateway.auth.token',
          compose:
            "docker compose exec openclaw-gateway sh -c 'echo ${OPENCLAW_GATEWAY_TOKEN:+in the environment}'\ndocker compose run --rm openclaw-cli config get gateway.auth.token",
          container:
            "docker exec <container> sh -c 'echo ${OPENCLAW_GATEWAY_TOKEN:+in the environment}'\ndocker exec <container> openclaw config get gateway.auth.token",
          earlier: {
            '2026.2.24': {
              compose:
                "docker compose exec openclaw-gateway sh -c 'echo ${OPENCLAW_GATEWAY_TOKEN:+in the environment}'\ndocker compose exec openclaw-gateway node dist/index.js config get gateway.auth.token",
              container:
                "docker exec <container> sh -c 'echo ${OPENCLAW_GATEWAY_TOKEN:+in the environment}'\ndocker exec <container> node dist/index.js config get gateway.auth.token",
            },
          },
        },
        sources: ['guide#Prevention Checklist', 'help/environment', 'gateway/config-gateway'],
        corrections: [
          {
            guide: 'Pinning the token eliminates device token mismatch errors',
            why: 'It ends the mismatch after restarts: on 2026.9.6 also `device token mismatch`, because device tokens hold only with the gateway token they were made under. A device that was removed, revoked or rotated still gets it.',
          },
        ],
      },
      on: {
        pinned: [
          {
            target: 'mode-set',
            guard: 'native',
            description: '__OPENCLAW_REDACTED__, or it has a password',
            meta: { kind: 'answer', seen: ['__OPENCLAW_REDACTED__'] },
          },
          {
            target: 'mode-set',
            description: '“in the environment”, or __OPENCLAW_REDACTED__',
            meta: { kind: 'answer', seen: ['__OPENCLAW_REDACTED__', /^in the environment/m] },
          },
        ],
        none: [
          {
            target: 'pin-token',
            guard: 'native',
            description: 'None: unset, or not found',
            meta: {
              kind: 'answer',
              seen: ['Config path not found: gateway.auth.token', 'Config path is valid but unset: gateway.auth.token'],
            },
          },
          { target: 'pin-in-docker', description: 'Neither of the two' },
        ],
      },
    },

    'pin-token': {
      meta: {
        kind: 'fix',
        title: 'Write a token into the config',
        body: 'Browsers and apps that used another token have to sign in once more. On 2026.9.6 paired ones too: their device tokens go with the old gateway token (`device token mismatch`), their approval stays. On 2026.2.24 paired ones keep their own. A service of 2026.2.24 carries a copy of the token, so there it is installed again instead of restarted.',
        steps: [...tokenIntoConfig(docker), restartWithToken],
        verify: {
          run: nativeOnly('openclaw config get gateway.auth.token\nopenclaw gateway health', docker),
          expect: ['__OPENCLAW_REDACTED__', 'OK ('],
          within: 60,
        },
        sources: ['guide#Prevention Checklist', 'gateway/config-gateway', 'help/environment'],
        corrections: [
          {
            guide: 'openclaw config set gateway.token "your-stable-token"',
            why: 'Both releases refuse this key; it is `gateway.auth.token`. Typed like this the token would also stay in the history of the shell.',
          },
        ],
      },
      on: {
        next: { target: 'mode-set', description: 'Pinned: the next habit' },
        mismatch: {
          target: 'token-refused',
          description: '“token mismatch”, of gateway or device',
          meta: { kind: 'answer', seen: ['token mismatch'] },
        },
        broken: { target: 'not-ready', description: 'The gateway does not come back' },
      },
    },

    'mode-set': {
      meta: {
        kind: 'check',
        title: '2 of 8: does the config say mode local?',
        body: 'A gateway starts only with it. Written once, it stays with the config file.',
        run: cli('config get gateway.mode'),
        sources: ['guide#Prevention Checklist', 'cli/config'],
      },
      on: {
        local: [
          { target: 'data-persisted', guard: 'docker', description: 'local', meta: { kind: 'answer', seen: [/^local$/m] } },
          { target: 'doctor-run', description: 'local', meta: { kind: 'answer', seen: [/^local$/m] } },
        ],
        unset: {
          target: 'set-local',
          description: 'Nothing: not found, or unset',
          meta: { kind: 'answer', seen: ['Config path not found: gateway.mode', 'Config path is valid but unset: gateway.mode'] },
        },
        other: { target: 'start-blocked', description: 'remote, or an error', meta: { kind: 'answer', seen: [/^remote$/m] } },
      },
    },

    'set-local': {
      meta: {
        kind: 'fix',
        title: 'Write mode local into the config',
        steps: [{ text: 'Write the mode', risk: 'changes-config', run: cli('config set gateway.mode local') }, restartStep],
        verify: { run: cli('config get gateway.mode'), expect: ['local'] },
        sources: ['guide#Prevention Checklist', 'cli/config'],
        corrections: [
          {
            guide: 'run openclaw config set gateway.mode local once and you will never see gateway start blocked again',
            why: 'The command is right. The block returns when openclaw.json is lost, moved or, on 2026.9.6, no longer parseable, and for another user, HOME or profile.',
          },
        ],
      },
      on: {
        next: [
          { target: 'data-persisted', guard: 'docker', description: 'Set: the next habit' },
          { target: 'doctor-run', description: 'Set: the next habit' },
        ],
        broken: { target: 'not-ready', description: 'The gateway does not come back' },
      },
    },

    'data-persisted': {
      meta: {
        kind: 'check',
        title: '3 of 8: does the state outlive the container?',
        body: 'Config, pairings, sessions and memory are stored in `/home/node/.openclaw`. What is not mounted there goes with the container at the next rebuild. A native install has no such trap.',
        run: mounts,
        sources: ['guide#Prevention Checklist', 'install/docker/networking-and-storage', 'install/docker-vm-runtime'],
        corrections: [
          {
            guide: 'For Docker, mount a volume at /app/data',
            why: 'Nothing is stored there: `/app` is the program. The state is in `/home/node/.openclaw`.',
          },
        ],
      },
      on: {
        yes: {
          target: 'doctor-run',
          description: 'A Destination is /home/node/.openclaw',
          meta: { kind: 'answer', seen: ['"Destination":"/home/node/.openclaw"', '"Destination":"/home/node"'] },
        },
        no: { target: 'mount-state', description: 'No: [], or other places only', meta: notMounted.meta },
      },
    },

    'doctor-run': {
      meta: {
        kind: 'check',
        title: '4 of 8: what does doctor say after the last update?',
        body: 'Ask it after every update. Without `--fix` it may run beside the gateway. `openclaw update` and the images of 2026.9.6 do the migrations by themselves; hints about skills, memory search or backups are no fault. Neither is the last line of 2026.2.24, `Run "openclaw doctor --fix" to apply changes.`: it always stands there.',
        run: cli('doctor --non-interactive'),
        sources: ['guide#Prevention Checklist', 'cli/doctor', 'gateway/troubleshooting/updates-and-rollbacks'],
        corrections: [
          {
            guide: 'openclaw doctor --fix catches and repairs these automatically',
            why: 'It repairs known migrations and unknown keys. Broken JSON, wrong tokens and lost pairings it leaves as they are.',
          },
        ],
      },
      on: {
        fine: {
          target: 'health-monitored',
          description: 'Nothing that needs a repair',
          meta: {
            kind: 'answer',
            seen: [/^(?![\s\S]*(openclaw doctor --fix" to (?!apply changes)|[Cc]onfig (is )?invalid))[\s\S]*Doctor complete/],
          },
        },
        repair: [
          {
            target: 'doctor-in-docker',
            guard: 'docker',
            description: 'In a box: run doctor --fix to …',
            meta: { kind: 'answer', hint: 'such as “to remove these keys”', seen: needsFix },
          },
          {
            target: 'run-doctor',
            description: 'In a box: run doctor --fix to …',
            meta: { kind: 'answer', hint: 'such as “to remove these keys”', seen: needsFix },
          },
        ],
        invalid: {
          target: 'config-valid',
          description: 'The config is invalid',
          meta: { kind: 'answer', seen: ['Config invalid', 'OpenClaw config is invalid', 'is not parseable'] },
        },
      },
    },

    'run-doctor': {
      meta: {
        kind: 'fix',
        title: 'Let doctor repair while the gateway is stopped',
        body: 'Beside a running gateway 2026.9.6 answers “Doctor could not enter maintenance”. It keeps the config from before as `openclaw.json.bak`.',
        steps: repairSteps,
        verify: healthy,
        sources: ['guide#Prevention Checklist', 'cli/doctor', 'cli/doctor/running'],
      },
      on: {
        next: { target: 'health-monitored', description: 'Repaired: the next habit' },
        broken: { target: 'not-ready', description: 'The gateway does not come back' },
      },
    },

    'health-monitored': {
      meta: {
        kind: 'check',
        title: '5 of 8: does anything watch the gateway?',
        body: 'Service and Docker bring back a gateway that ended. One that hangs they do not notice: for that something has to ask it. The image of 2026.9.6 has such a check built in; “(health: starting)” becomes “(healthy)” within minutes.',
        run: { native: watched, compose: 'docker compose ps openclaw-gateway', container: 'docker ps --filter name=<container>' },
        sources: ['guide#Prevention Checklist', 'gateway/health', 'install/docker#health-checks'],
        corrections: [
          {
            guide: 'openclaw status as Docker HEALTHCHECK',
            why: 'It ends with 0 even when the gateway is down, so no script would notice. `openclaw gateway health` and `openclaw gateway probe` end with 1.',
          },
        ],
      },
      on: {
        yes: [
          {
            target: 'one-instance',
            guard: 'native',
            description: 'Yes: this one, or another monitor',
            meta: { kind: 'answer', seen: ['gateway health'] },
          },
          { target: 'one-instance', description: '“(healthy)”', meta: { kind: 'answer', seen: ['(healthy)'] } },
        ],
        no: [
          {
            target: 'watch-health',
            guard: 'native',
            description: 'Nothing asks the gateway',
            meta: { kind: 'answer', seen: ['no crontab for', 'No MSFT_ScheduledTask objects found'] },
          },
          { target: 'add-healthcheck', description: 'Up, with nothing in brackets' },
        ],
        bad: {
          target: 'not-ready',
          guard: 'docker',
          description: '“(unhealthy)”',
          meta: { kind: 'answer', seen: ['(unhealthy)'] },
        },
      },
    },

    'watch-health': {
      meta: {
        kind: 'fix',
        title: 'Ask the gateway every five minutes',
        body: 'A failure goes to the log of the system: read it with `journalctl -t openclaw` (Linux) or `log show --last 1d --predicate \'process == "logger"\'` (macOS). Windows writes the time into `openclaw-down.log` in your home folder. A monitor from outside asks `/healthz` of 2026.9.6; 2026.2.24 answers 200 on every path.',
        steps: [
          {
            text: 'This is what will be asked: it prints OK, and ends with 1 when the gateway is down',
            risk: 'reads',
            run: nativeOnly('openclaw gateway health', docker),
          },
          { text: 'Let the system ask it', risk: 'changes-config', run: nativeOnly(watch, docker) },
        ],
        verify: { run: nativeOnly(watched, docker), expect: ['gateway health'] },
        sources: ['guide#Prevention Checklist', 'gateway/health', 'cli/gateway'],
      },
      on: {
        next: { target: 'one-instance', description: 'Watched: the next habit' },
        broken: { target: 'one-instance', description: 'This system has no cron: another monitor will do' },
      },
    },

    'add-healthcheck': {
      meta: {
        kind: 'fix',
        title: 'Give the container a health check',
        body: 'Docker then shows `(healthy)` or `(unhealthy)` in its list. It restarts nothing because of it: look at the list, or let a monitor do so.',
        steps: [
          {
            text: 'Add this to docker-compose.override.yml beside your Compose file',
            risk: 'changes-config',
            run: {
              ...dockerOnly(
                [
                  'services:',
                  '  openclaw-gateway:',
                  '    healthcheck:',
                  '      test: ["CMD", "node", "dist/index.js", "gateway", "health"]',
                  '      interval: 3m',
                  '      timeout: 60s',
                  '      start_period: 2m',
                ].join('\n'),
                null,
                native,
              ),
              none: { native, container: 'A plain container gets it by `--health-cmd` below.' },
              language: 'yaml',
            },
          },
          lookAtMounts,
          keepToken,
          recreateStep('<port>', withHealthCheck),
        ],
        verify: {
          run: dockerOnly('docker compose ps openclaw-gateway', 'docker ps --filter name=<container>', native),
          expect: ['(healthy)'],
          within: 400,
        },
        sources: ['guide#Prevention Checklist', 'install/docker#health-checks', 'gateway/health'],
      },
      on: {
        next: { target: 'one-instance', description: 'Healthy: the next habit' },
        'no-mount': { target: 'mount-state', ...notMounted },
        broken: { target: 'not-ready', description: 'It says “(unhealthy)”', meta: { kind: 'answer', seen: ['(unhealthy)'] } },
      },
    },

    'one-instance': {
      meta: {
        kind: 'check',
        title: '6 of 8: does only one gateway use this state?',
        body: 'One gateway per state folder. Several on one machine are fine when each has its own: natively a profile of its own (`openclaw --profile rescue …`) and a port at least 120 away, in Docker a mount of its own.',
        run: { ...sameState, native: 'openclaw gateway status --deep' },
        sources: ['guide#Prevention Checklist', 'gateway/multiple-gateways', 'gateway/gateway-lock'],
        corrections: [
          {
            guide: 'Keep one instance per machine: several with the same data directory cause token collisions and intermittent errors',
            why: 'The state folder counts, not the machine, and tokens do not collide: a lock refuses the second gateway. Only 2026.2.24 lets one start on another port.',
          },
        ],
      },
      on: {
        one: [
          { target: 'keep-alive', guard: 'native', description: 'It names no other service' },
          { target: 'keep-alive', description: 'One, or each has its own state' },
        ],
        two: [
          {
            target: 'one-service',
            guard: 'native',
            description: '“Other gateway-like services detected”',
            meta: { kind: 'answer', seen: ['Other gateway-like services detected', 'Other gateway-like service detected'] },
          },
          { target: 'one-container', description: 'Two on the same folder or volume' },
        ],
      },
    },

    'one-service': {
      meta: {
        kind: 'fix',
        title: 'Switch the second service off',
        body: 'Mostly it is left over from an older install or another name of the program. Leave it if it is a profile you made on purpose.',
        steps: [
          {
            text: 'Switch off the one you do not want: the check above prints its name and a hint',
            risk: 'changes-config',
            run: nativeOnly(
              {
                linux: 'systemctl --user disable --now <otherService>',
                macos: 'launchctl bootout gui/$(id -u)/<otherService>',
                windows: 'Stop-ScheduledTask -TaskName <otherService>\nDisable-ScheduledTask -TaskName <otherService>',
              },
              docker,
            ),
          },
          { text: 'Start the one you want, if it is down', risk: 'restarts', run: start },
        ],
        verify: healthy,
        sources: ['gateway/multiple-gateways', 'gateway/troubleshooting/gateway-service-and-process'],
      },
      on: {
        next: { target: 'keep-alive', description: 'Only one is left: the next habit' },
        broken: { target: 'port-busy', description: 'The port is still taken' },
      },
    },

    'one-container': {
      meta: {
        kind: 'fix',
        title: 'Stop the second container',
        body: 'Never with kill: 2026.9.6 then keeps the state locked for five minutes. A stopped container keeps its settings; remove it when the other one has all you need.',
        steps: [
          {
            text: 'Stop the one you do not want',
            risk: 'restarts',
            run: stopOther,
          },
        ],
        verify: healthy,
        sources: ['gateway/multiple-gateways', 'gateway/gateway-lock'],
      },
      on: {
        next: { target: 'keep-alive', description: 'Only one is left: the next habit' },
        broken: { target: 'not-ready', description: 'The other one does not come up' },
      },
    },

    'keep-alive': {
      meta: {
        kind: 'question',
        title: '7 of 8: does a proxy cut quiet connections?',
        body: 'The gateway sends something every 30 seconds (2026.9.6: every 25), so the defaults of nginx (60 seconds) and Caddy (none) cut nothing. Only a limit below that does, and it shows as close code 1006.',
        sources: ['guide#Prevention Checklist', 'gateway/protocol/transport'],
        corrections: [
          {
            guide: 'set keep-alive intervals to prevent idle connection timeouts that cause disconnected (4008) errors',
            why: '4008 is a refused connect, not an idle cut. What helps against idle cuts is a longer read timeout in the proxy.',
          },
        ],
      },
      on: {
        no: { target: 'browser-data', description: 'No proxy, or its timeouts are the defaults' },
        nginx: { target: 'proxy-timeout', description: 'nginx, with timeouts of my own' },
        drops: {
          target: 'drops',
          description: 'Yes: it drops when nothing happens',
          meta: { kind: 'answer', seen: ['1006'] },
        },
      },
    },

    'proxy-timeout': {
      meta: {
        kind: 'fix',
        title: 'Let nginx keep quiet connections',
        steps: [
          {
            text: 'In the `location` that leads to the gateway',
            risk: 'changes-config',
            where: 'proxy',
            run: { ...everywhere('proxy_read_timeout 3600s;\nproxy_send_timeout 3600s;'), language: 'nginx' },
          },
          ...applyNginx,
        ],
        verify: {
          run: everywhere(testNginx),
          where: 'proxy',
          expect: ['syntax is ok', 'test is successful'],
        },
        sources: ['guide#Prevention Checklist', 'gateway/protocol/transport', 'gateway/trusted-proxy-auth'],
      },
      on: {
        next: { target: 'browser-data', description: 'Loaded: the last habit' },
        broken: { target: 'reverse-proxy', description: 'nginx reports an error, or the page is gone' },
      },
    },

    'browser-data': {
      meta: {
        kind: 'question',
        title: '8 of 8: did address, domain or token change?',
        body: 'Browsers remember the address and their pairing. After a change they need the new address once, or the new token.',
        sources: ['guide#Prevention Checklist', 'web/dashboard', 'web/control-ui/connect-and-pair'],
        corrections: [
          {
            guide: 'clear site data in every browser that connects to OpenClaw',
            why: 'That throws away the identity of the browser as well: it must be paired again, and unsent drafts are gone. Opening the dashboard anew is enough.',
          },
        ],
      },
      on: {
        no: { target: 'all-hold', description: 'No' },
        yes: { target: 'open-again', description: 'Yes, one of them' },
      },
    },

    'open-again': {
      meta: {
        kind: 'fix',
        title: 'Open the dashboard anew in every browser',
        body: 'Clear the site data of that address only when the page stays on an old release or an old token, and pair the browser again afterwards.',
        steps: [
          address,
          {
            text: 'Open the dashboard at its present address and paste the token when it asks',
            risk: 'reads',
            where: 'browser',
          },
        ],
        verify: browserIn,
        sources: ['guide#Prevention Checklist', 'web/dashboard', 'web/control-ui/connect-and-pair'],
      },
      on: {
        next: { target: 'all-hold', description: 'It opens everywhere' },
        origin: {
          target: 'allow-origin',
          description: '“origin not allowed”',
          meta: { kind: 'answer', seen: ['origin not allowed', 'Browser origin not allowed'] },
        },
        pairing: {
          target: 'approve-device',
          description: '“pairing required”',
          meta: { kind: 'answer', seen: ['pairing required', 'Pending ('] },
        },
        broken: { target: 'token-refused', description: 'It refuses the token or the device' },
      },
    },

    'all-hold': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'All eight hold',
        body: 'Come back after the next update: habits 4 and 5 find most of what an update can break. And keep a copy of the state; 2026.9.6 makes one with `openclaw backup create`.',
        sources: ['install/backups', 'gateway/health'],
      },
    },

    ask: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'Take the output below to https://docs.openclaw.ai/help.',
        steps: [
          {
            text: 'Node, npm and where npm installs',
            risk: 'reads',
            run: nativeOnly(shells('node -v\nnpm -v\nnpm prefix -g', 'node -v\nnpm.cmd -v\nnpm.cmd prefix -g'), inImage),
          },
          {
            text: 'Every openclaw and node this terminal finds',
            risk: 'reads',
            run: nativeOnly(shells('which -a openclaw node', 'Get-Command openclaw, node -All'), inImage),
          },
        ],
        sources: ['install/node', 'help/index'],
      },
    },

    'pin-in-docker': { type: 'final', meta: { kind: 'jump', title: 'Give the container a token', to: 'docker/pin-token' } },
    'mount-state': { type: 'final', meta: { kind: 'jump', title: 'Mount the state', to: 'docker/mount-state' } },
    'doctor-in-docker': { type: 'final', meta: { kind: 'jump', title: 'Run doctor in Docker', to: 'docker/doctor-in-docker' } },
    'gateway-down': { type: 'final', meta: { kind: 'jump', title: 'Start the container', to: 'connect-failed/gateway-down' } },
    'start-blocked': { type: 'final', meta: { kind: 'jump', title: 'Look at the mode', to: 'gateway-start-blocked' } },
    'config-valid': { type: 'final', meta: { kind: 'jump', title: 'Repair the config', to: 'config-invalid' } },
    'port-busy': { type: 'final', meta: { kind: 'jump', title: 'Free the port', to: 'gateway-not-ready/port-busy' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'It does not get ready', to: 'gateway-not-ready' } },
    'token-refused': { type: 'final', meta: { kind: 'jump', title: 'The token is refused', to: 'gateway-auth' } },
    'approve-device': { type: 'final', meta: { kind: 'jump', title: 'Approve the browser', to: 'pairing-required/approve-device' } },
    'allow-origin': {
      type: 'final',
      meta: { kind: 'jump', title: 'Allow the address of the page', to: 'control-ui-origin/which-address' },
    },
    'reverse-proxy': { type: 'final', meta: { kind: 'jump', title: 'Repair the proxy', to: 'connect-failed/reverse-proxy' } },
    drops: { type: 'final', meta: { kind: 'jump', title: 'Find out what cuts the connection', to: 'disconnected-4008/proxy-between' } },
    'node-version': { type: 'final', meta: { kind: 'jump', title: 'Another Node, or openclaw not found', to: 'node-version' } },
  },
})
