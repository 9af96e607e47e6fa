import { healthy, lastWords, nativeOnly, restart, shells, start, stop, variants } from './commands.ts'
import { flow, type Commands, type Os, type Step, type Verify } from './flow.ts'
import { installService, noBus, noServiceYet, skip, startStep, watchStart } from './steps.ts'

const fromDocker = 'Docker users come here by another way.'
const fromNative = 'Native installs come here by another way.'

/** Typed on one system only; nobody comes here with another one. */
const on = (os: Os, text: string): Commands =>
  variants(
    { native: { linux: null, macos: null, windows: null, [os]: text } },
    {
      none: {
        'native/linux': 'This is about another system.',
        'native/macos': 'This is about another system.',
        'native/windows': 'This is about another system.',
        compose: fromDocker,
        container: fromDocker,
      },
    },
  )
const only = (native: Commands['native']) => ({ native, compose: null, container: null })

/** OpenClaw's own question, and the one of each system's manager. */
const status: Commands = {
  ...nativeOnly('openclaw gateway status', fromDocker),
  otherwise: [
    {
      when: 'you would rather ask the system itself',
      run: only({
        linux: 'systemctl --user status openclaw-gateway.service --no-pager',
        macos: 'launchctl print gui/$(id -u)/ai.openclaw.gateway',
        windows: 'schtasks /Query /TN "OpenClaw Gateway" /V /FO LIST',
      }),
    },
  ],
}
const running: Verify = { run: nativeOnly('openclaw gateway status', fromDocker), expect: ['Runtime: running'], within: 60 }

/** Writes the service anew, with the port, Node and program of today; it starts at once. */
const reinstall = (text: string): Step => ({
  text,
  risk: 'restarts',
  run: {
    ...nativeOnly('openclaw gateway install --force', fromDocker),
    otherwise: [{ when: 'you want no service: run it in a terminal and leave that open', run: only('openclaw gateway run') }],
  },
})

const sudoRefused = ['Refusing a sudo-to-root systemd user-service install']
const homeRefused = ['service management skipped: non-default state dir or config path']
const noSession = ['logged-in macOS GUI session', 'launchctl bootstrap failed', 'no usable GUI session']
const taskDenied = ['schtasks create failed', 'schtasks unavailable', 'schtasks run failed']

export default flow.createMachine({
  id: 'service-manager',
  meta: {
    kind: 'family',
    title: 'The service does not start or install',
    summary: 'The gateway shall run as a service, and systemd, launchd or the Task Scheduler does not play along.',
    group: 'start',
    messages: [
      'Gateway service disabled.',
      'Service is loaded but not running (likely exited immediately).',
      'systemd user services are unavailable; install/enable systemd or run the gateway under your supervisor.',
      'Gateway service check failed: Error: systemctl --user unavailable: Failed to connect to bus: No medium found',
      'No supported service manager detected.',
      'openclaw-gateway.service: Start request repeated too quickly.',
      'GATEWAY_RESTART_PREPARATION_REFUSED: Cannot verify a live serving Gateway owner for the selected service.',
      'another OpenClaw process owns state-lifecycle',
      'Refusing a sudo-to-root systemd user-service install',
      'service management skipped: non-default state dir or config path.',
      'Note: CLI config resolves gateway port=18790 (unknown).',
      'Error: schtasks create failed: ERROR: Access is denied.',
      'LaunchAgent install requires a logged-in macOS GUI session for this user',
    ],
    prevention: ['prevention/one-instance', 'prevention/health-monitored'],
  },
  context: ({ input }) => input,
  initial: 'what-happens',
  states: {
    'what-happens': {
      meta: {
        kind: 'question',
        title: 'What does the service do, or answer?',
        body: 'OpenClaw installs itself as a service of your own user: a user unit of systemd on Linux, a LaunchAgent on macOS, a Scheduled Task on Windows. `openclaw gateway start`, `stop`, `restart` and `status` drive all three.',
        sources: ['cli/gateway', 'gateway/index'],
      },
      on: {
        missing: { target: 'install', guard: 'native', ...noServiceYet },
        'no-manager': {
          target: 'no-manager',
          description: '“systemd user services are unavailable”',
          meta: {
            kind: 'answer',
            hint: 'no bus, no service manager, systemctl not available',
            seen: [
              'systemd user services are unavailable',
              'systemd user services unavailable',
              'No supported service manager detected',
              'systemctl --user unavailable',
              'systemctl not available',
              'Failed to connect to bus',
              'user session bus is unavailable',
            ],
          },
        },
        down: {
          target: 'state',
          guard: 'native',
          description: 'It is installed, and down',
          meta: {
            kind: 'answer',
            hint: 'stopped, or it ends again and again',
            seen: ['Service is loaded but not running', 'Runtime: stopped'],
          },
        },
        refused: {
          target: 'refusal',
          guard: 'native',
          description: 'The command was refused or blocked',
          meta: {
            kind: 'answer',
            seen: [
              ...sudoRefused,
              ...homeRefused,
              ...noSession,
              ...taskDenied,
              'GATEWAY_RESTART_PREPARATION_REFUSED',
              "stops the operator's running gateway service",
            ],
          },
        },
        port: {
          target: 'service-port',
          guard: 'native',
          description: 'It runs, but on the old port',
          meta: { kind: 'answer', seen: ['CLI config resolves gateway port', 'Gateway service port does not match'] },
        },
        logout: { target: 'linger', guard: 'nativeLinux', description: 'It is gone when I log out, or after a reboot' },
        'container-down': { target: 'docker', guard: 'docker', description: 'The container itself does not run' },
        own: { target: 'pm2', guard: 'native', description: 'PM2 runs it' },
      },
    },

    state: {
      meta: {
        kind: 'check',
        title: 'What does the status say?',
        body: 'Read three lines: Service, Runtime and the probe. The unit’s name is `openclaw-gateway.service`, and it belongs to your user: `systemctl status openclaw` without `--user` never finds it, also when it runs well.',
        run: status,
        signatures: ['Unit openclaw.service could not be found'],
        symptoms: [
          'Service is loaded but not running (likely exited immediately)',
          'installed · enabled · stopped (state inactive)',
          'Active: inactive (dead)',
        ],
        sources: ['cli/gateway', 'gateway/troubleshooting/gateway-service-and-process'],
      },
      on: {
        stopped: {
          target: 'start-service',
          description: 'Runtime: stopped, with last exit 0 or none',
          meta: {
            kind: 'answer',
            hint: 'somebody stopped it, in order',
            seen: [
              /^(?![\s\S]*(\(disabled\)|Service unit not found|Service not installed|probe: ok|auto-restart|state failed|last exit [1-9]))[\s\S]*(Runtime: stopped|Active: inactive)/,
            ],
          },
        },
        looping: {
          target: 'last-words',
          description: 'Runtime: auto-restart, or last exit not 0',
          meta: {
            kind: 'answer',
            hint: 'it ends with an error, again and again',
            seen: [/^(?![\s\S]*(probe: ok|state failed|Active: failed))[\s\S]*(auto-restart|last exit [1-9])/],
          },
        },
        'gave-up': {
          target: 'start-limit',
          guard: 'nativeLinux',
          description: 'Runtime: state failed',
          meta: {
            kind: 'answer',
            hint: 'systemd does not try any more',
            seen: [/^(?![\s\S]*probe: ok)[\s\S]*(state failed|Active: failed)/],
          },
        },
        missing: {
          target: 'install',
          description: 'No service: disabled, missing, not found',
          meta: {
            kind: 'answer',
            seen: [
              /^(?![\s\S]*Runtime: (running|unknown))[\s\S]*(Service: [^\n]*\((disabled|not loaded|missing)\)|Service unit not found|Service not installed|Gateway service (disabled|not loaded|missing)|Unit openclaw-gateway\.service could not be found)/,
            ],
          },
        },
        foreground: {
          target: 'foreground',
          description: 'Runtime: stopped, and yet “probe: ok”',
          meta: {
            kind: 'answer',
            hint: 'another gateway answers, in a terminal',
            seen: [/^(?![\s\S]*(\(disabled\)|Service unit not found))[\s\S]*Runtime: stopped[\s\S]*probe: ok/],
          },
        },
        'no-bus': { target: 'no-manager', ...noBus, description: 'Runtime: unknown, no bus or service manager' },
        running: {
          target: 'it-runs',
          description: 'Runtime: running',
          meta: { kind: 'answer', seen: ['Runtime: running', 'Active: active (running)', /^\s*state = running/m] },
        },
      },
    },

    'it-runs': {
      meta: {
        kind: 'question',
        title: 'It runs: what else stands there?',
        body: 'A running service has done its part. What is left is the way to it, or an old definition.',
      },
      on: {
        answers: {
          target: 'connect',
          description: '“probe: ok”, and nothing else',
          meta: { kind: 'answer', seen: [/^(?![\s\S]*(Service config issue|CLI config resolves gateway port))[\s\S]*probe: ok/] },
        },
        issue: {
          target: 'refresh',
          description: '“Service config looks out of date”',
          meta: {
            kind: 'answer',
            hint: 'or “Service config issue: …”',
            seen: ['Service config looks out of date', 'Service config issue'],
          },
        },
        port: {
          target: 'service-port',
          description: 'A note: “CLI config resolves gateway port=…”',
          meta: { kind: 'answer', hint: 'it listens on the port from before', seen: [/^[\s\S]*CLI config resolves gateway port/] },
        },
        silent: {
          target: 'slow',
          description: '“probe: failed”',
          meta: { kind: 'answer', hint: 'it is still starting, or stuck', seen: ['probe: failed'] },
        },
      },
    },

    refusal: {
      meta: {
        kind: 'question',
        title: 'Which words does the refusal hold?',
        sources: ['cli/gateway/service'],
      },
      on: {
        prepare: {
          target: 'wait-restart',
          guard: 'nativeNewest',
          description: '“GATEWAY_RESTART_PREPARATION_REFUSED”',
          meta: { kind: 'answer', seen: ['GATEWAY_RESTART_PREPARATION_REFUSED'] },
        },
        home: {
          target: 'own-home',
          guard: 'nativeNewest',
          description: '“non-default state dir or config path”',
          meta: { kind: 'answer', seen: homeRefused },
        },
        sudo: {
          target: 'no-sudo',
          guard: 'nativeLinux',
          description: '“sudo-to-root”, or I typed sudo',
          meta: { kind: 'answer', seen: sudoRefused },
        },
        session: {
          target: 'mac-session',
          guard: 'nativeMac',
          description: '“launchctl … failed”, “GUI session”',
          meta: { kind: 'answer', seen: noSession },
        },
        task: {
          target: 'windows-task',
          guard: 'nativeWindows',
          description: '“schtasks … failed”, “Access is denied”',
          meta: { kind: 'answer', seen: taskDenied },
        },
        script: {
          target: 'stop-in-script',
          guard: 'nativeNewest',
          description: '“the operator’s running gateway service”',
          meta: { kind: 'answer', seen: ["stops the operator's running gateway service"] },
        },
        older: {
          target: 'update',
          description: '“older than the config last written by”',
          meta: { kind: 'answer', seen: ['is older than the config last written by OpenClaw'] },
        },
        auth: {
          target: 'bind',
          description: 'Another “Gateway install blocked”',
          meta: { kind: 'answer', hint: 'it names bind, token or password' },
        },
      },
    },

    'no-manager': {
      meta: {
        kind: 'question',
        title: 'On what kind of machine did you type that?',
        body: 'OpenClaw found nothing that could run a service here. The gateway itself may be fine: `openclaw gateway health` says OK then. “(disabled)” and “Service PATH is not set” beside it mean nothing.',
        signatures: [
          'systemd user services are unavailable; install/enable systemd or run the gateway under your supervisor',
          'systemd user services unavailable.',
          'systemctl not available; systemd user services are required on Linux',
          'No supported service manager detected',
          "If you're in a container, run the gateway in the foreground instead of `openclaw gateway`",
        ],
        sources: ['gateway/troubleshooting', 'gateway/index'],
      },
      on: {
        shell: {
          target: 'user-bus',
          guard: 'nativeLinux',
          description: 'Linux, by su, sudo, SSH or cron',
          meta: { kind: 'answer', hint: 'a server or VM with systemd' },
        },
        container: [
          { target: 'restart-outside', guard: 'docker', description: 'Inside a container of Docker' },
          { target: 'hosts', description: 'In a container: Podman, Kubernetes, an add-on' },
        ],
        hosted: {
          target: 'hosts',
          guard: 'docker',
          description: 'In a container that something else runs',
          meta: { kind: 'answer', hint: 'an add-on, a hoster, Kubernetes' },
        },
        wsl: { target: 'wsl', guard: 'native', description: 'WSL, on Windows' },
        'no-systemd': {
          target: 'without-service',
          guard: 'nativeLinux',
          description: 'A Linux without systemd',
          meta: { kind: 'answer', seen: ['systemctl: command not found'] },
        },
        session: { target: 'mac-session', guard: 'nativeMac', description: 'A Mac, by SSH or without a login' },
        task: { target: 'windows-task', guard: 'nativeWindows', description: 'Windows' },
      },
    },

    'user-bus': {
      meta: {
        kind: 'fix',
        title: 'Give this shell the bus of your user’s systemd',
        body: 'After `su` or `sudo -u`, in cron and in some SSH logins, the shell does not know where your systemd listens. 2026.9.6 finds it by itself while your systemd runs; `systemctl` and 2026.2.24 do not, and then 2026.2.24 calls a running service “disabled”. Be the user the gateway belongs to.',
        steps: [
          {
            text: 'Let your systemd run without a login, too',
            risk: 'changes-config',
            run: on('linux', 'sudo loginctl enable-linger "$(id -un)"'),
          },
          { text: 'Name the bus in this shell', risk: 'reads', run: on('linux', 'export XDG_RUNTIME_DIR=/run/user/$(id -u)') },
          startStep,
        ],
        verify: {
          run: on('linux', 'systemctl --user show openclaw-gateway.service -p ActiveState'),
          expect: ['ActiveState=active'],
          within: 60,
        },
        signatures: [
          'Failed to connect to bus: No medium found',
          'Failed to connect to bus: $DBUS_SESSION_BUS_ADDRESS and $XDG_RUNTIME_DIR not defined',
          'systemctl --user unavailable: {detail}',
          'The systemd user session bus is unavailable',
        ],
        symptoms: ['Failed to connect to bus: {detail}'],
        sources: ['gateway/index', 'platforms/linux', 'gateway/troubleshooting'],
      },
      on: {
        'no-service': { target: 'install-there', ...noServiceYet },
        'no-systemd': {
          target: 'without-service',
          description: 'This machine has no systemd',
          meta: {
            kind: 'answer',
            seen: ['System has not been booted with systemd', 'systemctl: command not found', 'loginctl: command not found'],
          },
        },
        inactive: {
          target: 'last-words',
          description: 'The bus is there, the service is not active',
          meta: { kind: 'answer', seen: ['ActiveState=inactive', 'ActiveState=failed', 'ActiveState=activating'] },
        },
        broken: { target: 'collect', description: 'Still no bus', meta: { kind: 'answer', seen: ['Failed to connect to bus'] } },
      },
    },

    'no-sudo': {
      meta: {
        kind: 'fix',
        title: 'Do it as your own user, without sudo',
        body: 'The service belongs to your user; `sudo` works on the files of root instead. 2026.9.6 refuses that and leaves nothing behind. 2026.2.24 complains about the bus and leaves an empty `/root/.openclaw`.',
        steps: [
          {
            text: 'Take back what an earlier sudo left to root; “No such file” is fine',
            risk: 'changes-config',
            run: on('linux', 'sudo chown -R "$(id -un):$(id -gn)" ~/.openclaw ~/.config/systemd'),
          },
          ...installService,
        ],
        verify: healthy,
        signatures: [
          'Refusing a sudo-to-root systemd user-service install',
          'CLI and service are using different config paths (likely a profile/state-dir mismatch)',
        ],
        sources: ['cli/gateway', 'gateway/index'],
      },
      on: {
        'no-bus': { target: 'user-bus', ...noBus },
        broken: { target: 'last-words', description: 'Installed, and it does not stay up' },
      },
    },

    'own-home': {
      meta: {
        kind: 'fix',
        title: 'Use the home of your account again',
        body: '2026.9.6 manages a service only for the state folder of the account itself. Another HOME, `OPENCLAW_HOME`, `OPENCLAW_STATE_DIR` or `OPENCLAW_CONFIG_PATH` stops it; `sudo -E` and scripts set them without being asked.',
        steps: [
          {
            text: 'Take the variables out of this terminal',
            risk: 'reads',
            run: nativeOnly(
              shells(
                'unset OPENCLAW_HOME OPENCLAW_STATE_DIR OPENCLAW_CONFIG_PATH',
                'Remove-Item Env:OPENCLAW_HOME, Env:OPENCLAW_STATE_DIR, Env:OPENCLAW_CONFIG_PATH -ErrorAction SilentlyContinue',
              ),
              fromDocker,
            ),
          },
          {
            text: 'Set HOME to that of the account',
            risk: 'reads',
            run: {
              ...nativeOnly(
                {
                  linux: 'export HOME="$(getent passwd "$(id -un)" | cut -d: -f6)"',
                  macos: 'export HOME="/Users/$(id -un)"',
                  windows: null,
                },
                fromDocker,
              ),
              none: {
                compose: fromDocker,
                container: fromDocker,
                'native/windows': 'Windows takes USERPROFILE, which is the account’s own.',
              },
            },
          },
          {
            text: 'Install the service, or repeat the command that was refused. Do you want the other folder? Then run it without a service',
            risk: 'restarts',
            run: {
              ...nativeOnly('openclaw gateway install', fromDocker),
              otherwise: [{ when: 'it shall use the other folder, without a service', run: only('openclaw gateway run') }],
            },
          },
        ],
        verify: healthy,
        signatures: ['service management skipped: non-default state dir or config path'],
        sources: ['gateway/multiple-gateways', 'cli/gateway/service'],
      },
      on: {
        'no-bus': { target: 'user-bus', ...noBus },
        broken: { target: 'last-words', description: 'No refusal any more, and it does not run' },
      },
    },

    'wait-restart': {
      meta: {
        kind: 'fix',
        title: 'Wait 20 seconds, then start instead of restarting',
        body: 'The command found no living gateway to restart, or met one that was just starting. After a change of port, bind or token the gateway restarts itself, for about 20 seconds. A stopped service, or one whose Node or program is gone, gets the same refusal: `start` repairs that, `restart` does not.',
        steps: [
          {
            text: 'Wait 20 seconds, then look at Runtime, probe and any note',
            risk: 'reads',
            run: nativeOnly('openclaw gateway status', fromDocker),
          },
          { ...startStep, text: 'Start it: a running one is left alone, an outdated service is repaired' },
        ],
        verify: healthy,
        signatures: [
          'GATEWAY_RESTART_PREPARATION_REFUSED: Cannot verify a live serving Gateway owner for the selected service',
          'GATEWAY_RESTART_PREPARATION_REFUSED',
          'another OpenClaw process owns state-lifecycle',
        ],
        sources: ['cli/gateway/service', 'cli/gateway'],
      },
      on: {
        port: {
          target: 'service-port',
          description: 'A note: “CLI config resolves gateway port=…”',
          meta: { kind: 'answer', seen: ['CLI config resolves gateway port'] },
        },
        'no-service': { target: 'install', ...noServiceYet },
        broken: { target: 'last-words', description: 'It does not come up' },
      },
    },

    'stop-in-script': {
      meta: {
        kind: 'fix',
        title: 'Say that you mean it, or stop it in a terminal',
        body: 'In a script, in cron or in an agent’s shell 2026.9.6 asks for `--force`, so that nothing stops your gateway by accident. In a terminal it stops without a question. For a restart use `openclaw gateway restart`.',
        steps: [
          {
            text: 'Stop the gateway',
            risk: 'restarts',
            run: {
              ...nativeOnly('openclaw gateway stop --force', fromDocker),
              earlier: { '2026.2.24': { native: 'openclaw gateway stop' } },
              otherwise: [{ when: 'you wanted a restart', run: only('openclaw gateway restart') }],
            },
          },
        ],
        verify: { run: nativeOnly('openclaw gateway status', fromDocker), expect: ['Runtime: stopped'], within: 60 },
        signatures: ["This stops the operator's running gateway service"],
        sources: ['cli/gateway/service'],
      },
      on: { broken: { target: 'foreground', description: 'The service is stopped, and something still answers' } },
    },

    'windows-task': {
      meta: {
        kind: 'fix',
        title: 'Make the Scheduled Task as administrator',
        body: 'Windows did not let OpenClaw make or start the task `OpenClaw Gateway`: a policy or an old task of another account is in the way. 2026.2.24 gives up there. 2026.9.6 puts a login item into your Startup folder instead, so that the gateway starts when you sign in: that is enough, too.',
        steps: [
          { text: 'Start menu, type PowerShell, choose “Run as administrator”; it must be the same user', risk: 'reads' },
          reinstall('In that window: install the service'),
        ],
        verify: healthy,
        signatures: [
          'schtasks create failed: ERROR: Access is denied.',
          'schtasks create failed: {detail}',
          'schtasks unavailable: {detail}',
          'schtasks run failed: {detail}',
        ],
        symptoms: [
          'falls back to a per-user Startup-folder login item when task creation is denied',
          '/Run; refusing a direct fallback because the queued task could still start',
        ],
        sources: ['platforms/windows', 'gateway/index'],
      },
      on: {
        denied: {
          target: 'without-service',
          description: 'Access is denied again',
          meta: { kind: 'answer', hint: 'a rule of your organisation forbids it', seen: ['schtasks create failed'] },
        },
        broken: { target: 'last-words', description: 'The task is there, and no gateway answers' },
      },
    },

    'mac-session': {
      meta: {
        kind: 'fix',
        title: 'Load the LaunchAgent from your own desktop',
        body: 'launchd starts a LaunchAgent only in the session of a user who is logged in at the Mac’s desktop. SSH without such a login, `sudo` and another user cannot load it. A headless Mac needs automatic login for that user.',
        steps: [
          { text: 'Sign in at the desktop as the user the gateway belongs to, and open Terminal there', risk: 'reads' },
          {
            text: 'Unload what launchd remembers of it; an error that it is not there is fine',
            risk: 'restarts',
            run: on('macos', 'launchctl bootout gui/$(id -u)/ai.openclaw.gateway'),
          },
          reinstall('Install it anew; this loads and starts it'),
        ],
        verify: healthy,
        signatures: [
          'requires a logged-in macOS GUI session',
          'LaunchAgent plist exists, but macOS has no usable GUI session for this user',
          'LaunchAgent label cached but plist missing',
          'LaunchAgent is installed but not loaded in launchd',
          'launchctl bootstrap failed: {detail}',
          'launchctl kickstart failed: {detail}',
        ],
        symptoms: ['Could not find service "ai.openclaw.gateway" in domain for'],
        sources: ['platforms/mac/bundled-gateway', 'gateway/troubleshooting/gateway-service-and-process'],
      },
      on: {
        headless: { target: 'without-service', description: 'Nobody can sign in at that Mac' },
        broken: { target: 'last-words', description: 'It is loaded, and does not stay up' },
      },
    },

    'start-service': {
      meta: {
        kind: 'fix',
        title: 'Start the service',
        body: 'A service that was stopped on purpose stays stopped. 2026.9.6 waits until the gateway is ready; 2026.2.24 returns at once and says “Restarted” even when nothing runs. Do not take `openclaw gateway run` beside a service: that is a second gateway.',
        steps: [startStep, watchStart],
        verify: healthy,
        symptoms: ['Startup-folder login item installed; no gateway listener detected on port {port}'],
        sources: ['cli/gateway', 'platforms/windows'],
        prevention: ['prevention/health-monitored'],
      },
      on: {
        'no-service': { target: 'install', ...noServiceYet },
        'no-bus': { target: 'user-bus', ...noBus },
        task: {
          target: 'windows-task',
          guard: 'nativeWindows',
          description: '“schtasks … failed”',
          meta: { kind: 'answer', seen: taskDenied },
        },
        session: {
          target: 'mac-session',
          guard: 'nativeMac',
          description: '“launchctl … failed”',
          meta: { kind: 'answer', seen: noSession },
        },
        broken: { target: 'last-words', description: 'It ends again' },
      },
    },

    install: {
      meta: {
        kind: 'fix',
        title: 'Install the service; that starts it, too',
        body: 'Without a service there is nothing that `gateway start` could start; the hints “gateway start” and “systemctl --user start” under the message cannot work either. End a gateway that runs in a terminal first, with Ctrl+C. Without a mode the service of 2026.2.24 would restart for ever, so the mode comes first.',
        steps: installService,
        verify: healthy,
        signatures: [
          'Gateway service disabled.',
          'Unit openclaw-gateway.service could not be found',
          'Unit openclaw-gateway.service not found',
        ],
        symptoms: [
          'Service unit not found.',
          'Tip: openclaw gateway install',
          'Start with: openclaw gateway install',
          'Gateway service not loaded.',
          'Gateway service missing.',
          'Native service is not installed; diagnostic only, not the probe target',
        ],
        sources: ['cli/gateway', 'gateway/index'],
        prevention: ['prevention/installed'],
      },
      on: {
        'no-bus': { target: 'user-bus', ...noBus },
        sudo: { target: 'no-sudo', guard: 'nativeLinux', description: '“sudo-to-root”', meta: { kind: 'answer', seen: sudoRefused } },
        session: {
          target: 'mac-session',
          guard: 'nativeMac',
          description: '“launchctl … failed”',
          meta: { kind: 'answer', seen: noSession },
        },
        task: {
          target: 'windows-task',
          guard: 'nativeWindows',
          description: '“schtasks … failed”',
          meta: { kind: 'answer', hint: 'Access is denied', seen: taskDenied },
        },
        home: {
          target: 'own-home',
          guard: 'nativeNewest',
          description: '“non-default state dir or config path”',
          meta: { kind: 'answer', seen: homeRefused },
        },
        enabled: {
          target: 'refresh',
          description: '“Gateway service already enabled”',
          meta: { kind: 'answer', seen: ['Gateway service already enabled', 'Reinstall with: openclaw gateway install --force'] },
        },
        broken: { target: 'last-words', description: 'Installed, and it does not stay up' },
      },
    },

    refresh: {
      meta: {
        kind: 'fix',
        title: 'Write the service anew',
        body: 'The service keeps what was true on the day it was installed: port, Node, program, PATH, on 2026.2.24 also the token. A plain `gateway install` leaves an existing service as it is. A hint about the PATH alone stops no gateway.',
        steps: [reinstall('Write it anew; it restarts by itself')],
        verify: running,
        signatures: [
          'LaunchAgent is missing KeepAlive=true',
          'LaunchAgent is missing RunAtLoad=true',
          'LaunchAgent environment-file argument is missing or invalid',
        ],
        symptoms: [
          'Service config looks out of date or non-standard',
          'Gateway service PATH includes version managers or package managers; recommend a minimal PATH',
          'Gateway service PATH is not set; the daemon should use a minimal PATH',
          'Gateway service already enabled.',
        ],
        sources: ['cli/gateway/service', 'gateway/troubleshooting/gateway-service-and-process'],
      },
      on: {
        'no-bus': { target: 'user-bus', ...noBus },
        broken: { target: 'last-words', description: 'Written, and it does not run' },
      },
    },

    'service-port': {
      meta: {
        kind: 'fix',
        title: 'Write the new port into the service',
        body: 'The service got its port when it was installed, and that one wins over `gateway.port` in the config. A restart does not change it, and neither does a plain `gateway install`.',
        steps: [reinstall('Write the service anew; it restarts by itself, on the port of the config')],
        verify: healthy,
        signatures: ['Note: CLI config resolves gateway port={port}', 'Gateway service port does not match current gateway config'],
        sources: ['cli/gateway', 'gateway/index', 'gateway/troubleshooting/gateway-service-and-process'],
      },
      on: {
        'no-bus': { target: 'user-bus', ...noBus },
        client: { target: 'client-port', description: 'It answers, but my client asks the old port' },
        broken: { target: 'last-words', description: 'Written anew, and nothing answers' },
      },
    },

    linger: {
      meta: {
        kind: 'fix',
        title: 'Let the service live on after you log out',
        body: 'A user service ends about ten seconds after your last logout and starts at the next login, so it looks healthy whenever you look. `gateway install` does not change that: lingering does, and it starts the service at boot, too.',
        steps: [
          {
            text: 'Switch lingering on for your user',
            risk: 'changes-config',
            run: on('linux', 'sudo loginctl enable-linger "$(id -un)"'),
          },
          startStep,
        ],
        verify: { run: on('linux', 'loginctl show-user "$(id -un)" -p Linger'), expect: ['Linger=yes'], within: 10 },
        signatures: ['Without lingering, the Gateway will stop when you log out', 'is not logged in or lingering'],
        symptoms: ['Linger=no'],
        sources: ['gateway/index', 'platforms/linux'],
      },
      on: {
        'no-service': { target: 'install-there', ...noServiceYet },
        'no-bus': { target: 'user-bus', ...noBus },
        broken: { target: 'last-words', description: 'Linger=yes, and the gateway is down' },
      },
    },

    foreground: {
      meta: {
        kind: 'fix',
        title: 'End the gateway in the terminal, start the service',
        body: 'Two gateways want one state folder: the one that came first serves on, the other gives up. So the probe is green and the service is not what answers. `openclaw gateway stop` stops the service only. On 2026.9.6 systemd does not try again by itself.',
        steps: [
          {
            text: 'Press Ctrl+C in the terminal it runs in. Without that terminal: find it by its port, then end that process',
            risk: 'restarts',
            run: nativeOnly(stop.otherwise![0]!.run.native, fromDocker),
          },
          startStep,
        ],
        verify: running,
        signatures: [
          'Gateway service appears enabled. Stop it first',
          'Gateway failed to start: Doctor could not enter maintenance. StateDatabaseCoordinatorContentionError: another OpenClaw process owns gateway-lifecycle',
          'existing gateway is healthy, exiting with code 78 to prevent a systemd Restart=always loop',
        ],
        sources: ['gateway/gateway-lock', 'cli/gateway'],
        prevention: ['prevention/one-instance'],
      },
      on: {
        again: { target: 'pm2', description: 'Something starts it again at once' },
        broken: { target: 'last-words', description: 'The terminal’s is gone, the service ends again' },
      },
    },

    pm2: {
      meta: {
        kind: 'fix',
        title: 'Let PM2 alone run it, or the service alone',
        body: 'PM2 is no part of OpenClaw. “online” proves nothing there: PM2 starts a failing gateway again without a pause, so a rising number under ↺ is a crash loop. A unit you wrote yourself is such a second supervisor as well.',
        steps: [
          { text: 'Twice, some seconds apart: status and ↺', risk: 'reads', run: nativeOnly('pm2 status', fromDocker) },
          {
            text: 'Does ↺ rise? The last lines name the error: cure that first',
            risk: 'reads',
            run: nativeOnly('pm2 logs <pmName> --lines 50 --nostream', fromDocker),
          },
          {
            text: 'Start it anew, with the variables of this terminal',
            risk: 'restarts',
            run: {
              ...nativeOnly('pm2 restart <pmName> --update-env', fromDocker),
              otherwise: [
                {
                  when: 'the service shall run it: take it out of PM2, then start the service',
                  run: only('pm2 delete <pmName>\nopenclaw gateway start'),
                },
                {
                  when: 'it is not in PM2’s list yet',
                  run: only(shells('pm2 start openclaw --name <pmName> --interpreter none -- gateway run', null)),
                },
              ],
            },
          },
        ],
        verify: healthy,
        signatures: ['[PM2] Process {name} restarting too fast'],
        sources: ['gateway/index', 'cli/gateway'],
        prevention: ['prevention/one-instance'],
      },
      on: {
        blocked: {
          target: 'start-blocked',
          description: '“Missing config”, or “Gateway start blocked”',
          meta: { kind: 'answer', seen: ['Missing config.', 'Gateway start blocked'] },
        },
        broken: { target: 'last-words', description: 'Another error, and ↺ keeps rising' },
      },
    },

    'start-limit': {
      meta: {
        kind: 'fix',
        title: 'Reset the counter of systemd, and start once more',
        body: 'After ten failed starts in five minutes systemd gives up on 2026.9.6. The unit of 2026.2.24 has no limit: it tries every five seconds for ever, and only many restarts by hand reach systemd’s own. The first error stands further up in the journal, and it comes back until it is cured.',
        steps: [
          {
            text: 'Look for the first error above “Scheduled restart job”',
            risk: 'reads',
            run: on('linux', 'journalctl --user -u openclaw-gateway.service -n 200 --no-pager'),
          },
          {
            text: 'Reset the counter',
            risk: 'changes-config',
            run: on('linux', 'systemctl --user reset-failed openclaw-gateway.service'),
          },
          { text: 'Start the service', risk: 'restarts', run: start },
        ],
        verify: healthy,
        signatures: [
          'openclaw-gateway.service: Start request repeated too quickly',
          'systemd stopped restarting the gateway after repeated crashes',
          'Failed with result start-limit-hit',
          'Result: start-limit-hit',
        ],
        sources: ['cli/gateway', 'gateway/troubleshooting/gateway-service-and-process'],
      },
      on: {
        'no-service': { target: 'install-there', ...noServiceYet },
        broken: { target: 'last-words', description: 'The same error again' },
      },
    },

    'last-words': {
      meta: {
        kind: 'check',
        title: 'Which error does the service leave behind?',
        body: 'Look at the end of a run, just before “Main process exited”. 203 means that the program could not be started at all, 78 that OpenClaw itself refused to start.',
        run: lastWords,
        symptoms: [
          'openclaw-gateway.service: Main process exited, code=exited, status=78/CONFIG',
          'state failed, sub failed, last exit {n}',
          'Failed to start openclaw-gateway.service',
          'Gateway start failed: Error: systemctl restart failed: Job for openclaw-gateway.service failed because the control process exited with error code',
        ],
        sources: ['gateway/troubleshooting/gateway-service-and-process', 'cli/logs'],
      },
      on: {
        blocked: {
          target: 'start-blocked',
          description: '“Missing config”, or “Gateway start blocked”',
          meta: { kind: 'answer', seen: ['Missing config.', 'Gateway start blocked'] },
        },
        gone: {
          target: 'update',
          description: '“Cannot find module”, “203/EXEC”',
          meta: {
            kind: 'answer',
            hint: 'or “Failed to locate executable”, an older binary',
            seen: [
              /Cannot find module '[^']*openclaw[^']*dist/,
              'status=203/EXEC',
              'Failed to locate executable',
              'is older than the config last written by OpenClaw',
            ],
          },
        },
        config: {
          target: 'config',
          description: '“Config invalid”',
          meta: { kind: 'answer', seen: ['Config invalid', 'OpenClaw config is invalid', 'Invalid config at'] },
        },
        port: {
          target: 'port-busy',
          description: '“already running”, “already in use”',
          meta: {
            kind: 'answer',
            seen: ['gateway already running', 'is already listening on', 'EADDRINUSE', 'another OpenClaw process owns gateway-lifecycle'],
          },
        },
        node: {
          target: 'node',
          description: 'It asks for another Node',
          meta: { kind: 'answer', seen: ['openclaw requires Node', 'OpenClaw requires >=', 'use 24.16+/26.1+'] },
        },
        bind: {
          target: 'bind',
          description: '“Refusing to bind gateway … without auth”',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway to {bind} without auth'] },
        },
        other: { target: 'not-ready', description: 'Another error, or none' },
      },
    },

    'restart-outside': {
      meta: {
        kind: 'fix',
        title: 'Restart the container, not the service in it',
        body: 'A container has no service manager: Docker itself starts, stops and restarts the gateway. `openclaw gateway install` has no use there. Where the image holds `lsof`, `openclaw gateway restart` works on 2026.9.6 as well.',
        steps: [
          {
            text: 'On the host',
            risk: 'restarts',
            run: { ...skip({ text: '', risk: 'restarts', run: restart }, { native: fromNative }).run! },
          },
        ],
        verify: { ...healthy, within: 120 },
        signatures: [
          'Gateway service check failed: Error: systemctl --user unavailable: spawn systemctl ENOENT',
          'Gateway restart failed: Error: Foreground Gateway owner pid {pid} no longer listens on port {port}',
        ],
        sources: ['install/docker/compose-operations'],
      },
      on: { broken: { target: 'docker', description: 'It does not come back' } },
    },

    'without-service': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Then run the gateway without a service',
        body: 'Leave it open in its own terminal, in tmux or screen, or hand the same command to the supervisor your system has. It ends with that terminal, and nothing brings it back.',
        steps: [
          { text: 'Run the gateway in this terminal', risk: 'restarts', run: nativeOnly('openclaw gateway run', fromDocker) },
          { text: 'In a second terminal: it answers OK', risk: 'reads', run: nativeOnly('openclaw gateway health', fromDocker) },
        ],
        sources: ['cli/gateway', 'platforms/windows'],
      },
    },
    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'Take the output below, without tokens, to https://docs.openclaw.ai/help.',
        steps: [
          {
            text: 'The service, the gateway, and other services like it',
            risk: 'reads',
            run: nativeOnly('openclaw gateway status --deep', fromDocker),
          },
          { text: 'Your session, as systemd sees it', risk: 'reads', run: on('linux', 'loginctl user-status "$(id -un)"') },
        ],
        sources: ['help/index'],
      },
    },

    'install-there': {
      type: 'final',
      meta: { kind: 'jump', title: 'systemd is there: install the service', to: 'service-manager/install' },
    },
    connect: { type: 'final', meta: { kind: 'jump', title: 'The service is fine: the way to it', to: 'connect-failed' } },
    'client-port': { type: 'final', meta: { kind: 'jump', title: 'Give the client the new port', to: 'connect-failed/wrong-port' } },
    slow: { type: 'final', meta: { kind: 'jump', title: 'It is starting, or too slow', to: 'gateway-not-ready/slow-start' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'It does not get ready', to: 'gateway-not-ready' } },
    'port-busy': { type: 'final', meta: { kind: 'jump', title: 'Something holds its place', to: 'gateway-not-ready/port-busy' } },
    'start-blocked': { type: 'final', meta: { kind: 'jump', title: 'Its start is blocked', to: 'gateway-start-blocked' } },
    config: { type: 'final', meta: { kind: 'jump', title: 'The config is not valid', to: 'config-invalid' } },
    bind: { type: 'final', meta: { kind: 'jump', title: 'It wants a token or password', to: 'bind-without-auth' } },
    node: { type: 'final', meta: { kind: 'jump', title: 'Another Node is needed', to: 'node-version' } },
    update: { type: 'final', meta: { kind: 'jump', title: 'Program or Node is gone, or too old', to: 'update-broke-it' } },
    hosts: { type: 'final', meta: { kind: 'jump', title: 'Podman, Kubernetes, add-ons and hosters', to: 'podman-and-hosts' } },
    wsl: { type: 'final', meta: { kind: 'jump', title: 'WSL and Windows', to: 'wsl-and-windows' } },
    docker: { type: 'final', meta: { kind: 'jump', title: 'Bring the container up', to: 'docker' } },
  },
})
