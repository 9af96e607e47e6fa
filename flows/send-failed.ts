import {
  cli,
  direct,
  follow,
  healthy,
  lastWords,
  logs,
  nativeOnly,
  offline,
  onTheClient,
  runState,
  shells,
  variants,
  without,
} from './commands.ts'
import { flow, type Commands, type Step } from './flow.ts'
import { bringUpStep, installService, noBus, noServiceYet, skip, startStep, watchStart } from './steps.ts'

const fromDocker = 'Docker users come here by another way.'
const fromNative = 'Native installs come here by another way.'

/** Only where systemd runs the gateway. */
const linuxOnly = (text: string): Commands =>
  variants(
    { native: { linux: text, macos: null, windows: null } },
    {
      none: {
        'native/macos': 'Only Linux has systemd.',
        'native/windows': 'Only Linux has systemd.',
        compose: fromDocker,
        container: fromDocker,
      },
    },
  )

/** OpenClaw's own question, and the one of each system's manager. */
const serviceState: Commands = {
  ...nativeOnly('openclaw gateway status', fromDocker),
  otherwise: [
    {
      when: 'you would rather ask the system’s own manager',
      run: {
        native: {
          linux: 'systemctl --user status openclaw-gateway.service --no-pager',
          macos: 'launchctl print gui/$(id -u)/ai.openclaw.gateway',
          windows: "Get-ScheduledTask -TaskName 'OpenClaw Gateway' | Select-Object TaskName, State",
        },
        compose: null,
        container: null,
      },
    },
  ],
}

const noReport = 'Only newer releases than 2026.2.24 write such a report.'
/** Reads the state directory, so it works while the gateway is down. */
const crashReport: Commands = {
  ...offline('gateway stability --bundle latest'),
  earlier: { '2026.2.24': { native: null, compose: null, container: null } },
  none: { native: noReport, compose: noReport, container: noReport },
}

const linger: Step = {
  text: 'Keep the user’s systemd running without a login',
  risk: 'changes-config',
  run: linuxOnly('sudo loginctl enable-linger "$(id -un)"'),
}
/** The container of the Compose service, whatever its name is. */
const inspected = (command: string): Pick<Commands, 'compose' | 'container'> => ({
  compose: shells(`${command} $(docker compose ps -aq openclaw-gateway)`, `${command} (docker compose ps -aq openclaw-gateway)`),
  container: `${command} <container>`,
})
const bringUpContainer = skip(bringUpStep, { native: fromNative })
const down = ['ECONNREFUSED', 'gateway closed (1006', 'is not running', 'is restarting', 'No such container']
const blocked = ['Missing config.', 'Gateway start blocked']

export default flow.createMachine({
  id: 'send-failed',
  meta: {
    kind: 'family',
    title: 'Send failed: gateway not connected',
    summary: 'A message was not sent, because the gateway stopped or the connection to it was lost.',
    group: 'drops',
    messages: [
      'send failed: gateway not connected',
      'Error: send failed — gateway not connected',
      'send failed: Error: gateway not connected',
      'message delivery failed: gateway not connected',
      '[telegram] send failed: gateway not connected',
      'Error: cannot send — no active gateway connection',
      'not connected to gateway — message not sent',
      '[gateway] listening on',
      'gateway disconnected: connect ECONNREFUSED 127.0.0.1:18789 | disconnected',
      'Disconnected from gateway.',
      'Gateway agent call connection closed; the Gateway may still be running this turn.',
      '[gateway] received SIGTERM; shutting down',
      '[openclaw] OpenClaw hit an unexpected runtime error.',
      '[openclaw] Uncaught exception: {error}',
      '[openclaw] Unhandled promise rejection: TypeError: fetch failed',
      'openclaw-gateway.service: Main process exited, code=killed, status=9/KILL',
      'Gateway LaunchAgent was installed but not loaded; re-bootstrapped launchd service.',
    ],
    prevention: ['prevention/health-monitored', 'prevention/one-instance'],
  },
  context: ({ input }) => input,
  initial: 'who-sent',
  states: {
    'who-sent': {
      meta: {
        kind: 'question',
        title: 'Where did you send from?',
        body: 'The TUI, the browser page and the CLI are clients: they send through a connection to the gateway. A bot in Telegram or WhatsApp is part of the gateway itself: with the gateway down it sends nothing, and nothing is printed in the chat.',
        symptoms: [
          'send failed: gateway not connected',
          'send failed: Error: gateway not connected',
          'Error: send failed — gateway not connected',
          'message delivery failed: gateway not connected',
          '[telegram] send failed: gateway not connected',
          'cannot send — no active gateway connection',
          'not connected to gateway — message not sent',
          'gateway not connected',
          'node not connected',
        ],
        sources: ['guide#Send Failed: Gateway Not Connected', 'web/tui'],
        corrections: [
          {
            guide: 'The connection was down when you sent via Telegram, API or browser',
            why: 'True for browser, TUI and API clients. A Telegram bot runs inside the gateway and has no such connection: with the gateway down the chat simply stays silent.',
          },
          {
            guide: 'send failed: gateway not connected',
            why: 'The TUI prints it when the connection goes while it sends. With the connection already gone both releases say `not connected to gateway — message not sent`.',
          },
          {
            guide: 'send failed: Error: gateway not connected',
            why: 'The form of 2026.2.24; 2026.9.6 leaves “Error:” out. The cause is the same.',
          },
          {
            guide: 'Error: send failed — gateway not connected',
            why: 'Neither release prints the form with the dash. It is answered here, because the cause is the same.',
          },
          {
            guide: 'message delivery failed: gateway not connected',
            why: 'Neither release prints this line. It is answered here, because it names the same cause.',
          },
          {
            guide: '[telegram] send failed: gateway not connected',
            why: 'Neither release prints this: the Telegram channel runs inside the gateway. Its own lines read `Telegram send failed: chat not found` and the like.',
          },
          {
            guide: 'Error: cannot send — no active gateway connection',
            why: 'Neither release prints this line. It is answered here, because it names the same cause.',
          },
        ],
      },
      on: {
        client: { target: 'up', description: 'TUI, browser page or app' },
        command: {
          target: 'up',
          description: 'A command',
          meta: { kind: 'answer', hint: 'such as `openclaw message send` or `openclaw agent`' },
        },
        chat: { target: 'bot-up', description: 'Telegram, WhatsApp or another chat app' },
      },
    },

    up: {
      meta: {
        kind: 'check',
        title: 'Does the gateway answer now?',
        body: 'Ask on the gateway’s own machine. A gateway under a service or restart policy is often back after 10 to 20 seconds.',
        run: direct('gateway health'),
        symptoms: [
          'gateway disconnected: connect ECONNREFUSED {address} | disconnected',
          'gateway disconnected: closed | disconnected',
          'Disconnected from gateway.',
          'Gateway agent call connection closed; the Gateway may still be running this turn',
        ],
        sources: ['guide#Cause 2: Network Interruption', 'gateway/health', 'cli/gateway'],
      },
      on: {
        down: [
          { target: 'manager', guard: 'native', description: 'Refused: ECONNREFUSED, or 1006', meta: { kind: 'answer', seen: down } },
          { target: 'container-state', description: 'Refused, or “is not running”', meta: { kind: 'answer', seen: down } },
        ],
        up: { target: 'client-sees', description: 'OK', meta: { kind: 'answer', seen: ['OK ('] } },
        timeout: {
          target: 'slow',
          description: '“gateway timeout after …ms”',
          meta: { kind: 'answer', hint: 'it is starting, or too busy', seen: ['gateway timeout after', 'gateway closed (1000'] },
        },
        refuses: {
          target: 'token',
          description: '“unauthorized”, or another refusal',
          meta: { kind: 'answer', seen: ['unauthorized', 'pairing required'] },
        },
      },
    },

    'bot-up': {
      meta: {
        kind: 'check',
        title: 'Does the gateway with the bot in it run?',
        body: 'Ask on the gateway’s own machine. The chat service itself is a separate way: a running gateway can still have a bot that is not connected.',
        run: direct('gateway health'),
        sources: ['channels/troubleshooting', 'gateway/health'],
      },
      on: {
        down: [
          { target: 'manager', guard: 'native', description: 'Refused: ECONNREFUSED, or 1006', meta: { kind: 'answer', seen: down } },
          { target: 'container-state', description: 'Refused, or “is not running”', meta: { kind: 'answer', seen: down } },
        ],
        up: {
          target: 'chat-shows',
          description: 'OK',
          meta: { kind: 'answer', hint: 'or it refuses only me: unauthorized', seen: ['OK (', 'unauthorized', 'pairing required'] },
        },
        timeout: {
          target: 'slow',
          description: '“gateway timeout after …ms”',
          meta: { kind: 'answer', hint: 'it is starting, or too busy', seen: ['gateway timeout after', 'gateway closed (1000'] },
        },
      },
    },

    'chat-shows': {
      meta: {
        kind: 'question',
        title: 'What does the chat show?',
        body: 'The gateway runs, so the message reached it or got stuck between the chat service and the bot.',
      },
      on: {
        silence: { target: 'channel', description: 'Nothing at all' },
        access: {
          target: 'approve-chat',
          description: '“access not configured”, or a pairing code',
          meta: { kind: 'answer', seen: ['access not configured', 'Pairing code'] },
        },
        provider: { target: 'provider', description: '“Connection error.”, or another error of the model' },
      },
    },

    manager: {
      meta: {
        kind: 'question',
        title: 'What keeps this gateway running?',
        body: 'OpenClaw installs itself as a user service: systemd on Linux, launchd on macOS, a Scheduled Task on Windows.',
        sources: ['guide#Cause 3: Gateway Stopped by Process Manager', 'gateway/index'],
        corrections: [
          {
            guide: 'PM2, systemd, or Docker restart policies might have stopped the gateway',
            why: 'A restart policy starts a gateway, it does not stop one. PM2 is not part of OpenClaw: it matters only if you set it up yourself.',
          },
        ],
      },
      on: {
        service: { target: 'service', description: 'Its own service, or I do not know' },
        terminal: {
          target: 'install-service',
          description: 'A terminal window, now closed or ended',
          meta: { kind: 'answer', hint: '`openclaw gateway run`' },
        },
        fails: { target: 'service-manager', description: 'Its service, which does not start or install' },
        pm2: { target: 'pm2', description: 'PM2' },
      },
    },

    service: {
      meta: {
        kind: 'check',
        title: 'What does the service say?',
        body: 'The line “Runtime:” holds the answer, with the last exit code in brackets.',
        run: serviceState,
        signatures: ['Gateway LaunchAgent was installed but not loaded'],
        sources: [
          'guide#Cause 3: Gateway Stopped by Process Manager',
          'cli/gateway',
          'gateway/troubleshooting/gateway-service-and-process',
        ],
        corrections: [
          {
            guide: 'systemctl status openclaw',
            why: 'There is no such unit. It is a user unit with another name: `systemctl --user status openclaw-gateway.service`; on macOS and Windows there is no systemd.',
          },
        ],
      },
      on: {
        failed: {
          target: 'crashed',
          description: 'Runtime: stopped, failed or auto-restart',
          meta: { kind: 'answer', hint: 'it ended with an error', seen: ['state failed', 'auto-restart', 'Active: failed'] },
        },
        stopped: {
          target: 'start-service',
          description: 'Runtime: stopped, last exit 0 or none',
          meta: {
            kind: 'answer',
            hint: 'somebody or something stopped it in order',
            seen: ['state inactive', 'Active: inactive', 'Runtime: stopped'],
          },
        },
        missing: {
          target: 'install-service',
          description: 'No service: not found, not installed',
          meta: {
            kind: 'answer',
            seen: [
              'Service unit not found',
              'Service not installed',
              'Gateway service disabled',
              'Gateway service not loaded',
              'Gateway service missing',
            ],
          },
        },
        'no-bus': { target: 'user-bus', ...noBus, description: 'Runtime: unknown, no user bus or systemd' },
        running: {
          target: 'slow',
          description: 'Runtime: running',
          meta: { kind: 'answer', hint: 'it does not answer yet', seen: ['Runtime: running', 'Active: active (running)'] },
        },
      },
    },

    'container-state': {
      meta: {
        kind: 'check',
        title: 'What does Docker say about the container?',
        run: without(runState, { native: fromNative }),
        sources: ['guide#Cause 3: Gateway Stopped by Process Manager', 'install/docker/compose-operations'],
        corrections: [
          {
            guide: 'docker ps -a | grep openclaw',
            why: 'It works where a shell has grep; Windows has none. `docker compose ps -a`, or `docker ps -a --filter`, works everywhere.',
          },
          {
            guide: 'PM2, systemd, or Docker restart policies might have stopped the gateway',
            why: 'A restart policy starts a container again, it does not stop one.',
          },
        ],
      },
      on: {
        stopped: {
          target: 'stopped-by',
          description: 'Exited (0) or (143), or no line',
          meta: { kind: 'answer', seen: ['Exited (0)', 'Exited (143)'] },
        },
        killed: {
          target: 'killed',
          description: 'Exited (137)',
          meta: { kind: 'answer', hint: 'killed, perhaps for memory', seen: ['Exited (137)'] },
        },
        loop: {
          target: 'crashed',
          description: 'Restarting, or Exited with another number',
          meta: { kind: 'answer', seen: ['Restarting (', 'Exited (1)', 'Exited (78)', 'Exited (139)', 'Exited (134)'] },
        },
        up: {
          target: 'slow',
          description: 'Up',
          meta: { kind: 'answer', hint: 'it does not answer yet', seen: [/\bUp (\d|About|Less)/] },
        },
      },
    },

    crashed: {
      meta: {
        kind: 'check',
        title: 'What was its last line before it ended?',
        body: 'Look for the end of a run, not for the last line of all: after a restart the new run’s lines follow. A killed process cannot write a last line: then the log simply ends.',
        run: lastWords,
        signatures: [
          '[openclaw] OpenClaw hit an unexpected runtime error.',
          '[openclaw] Uncaught exception: {error}',
          '[openclaw] Unhandled promise rejection: {error}',
          '[openclaw] wrote stability bundle: {path}-uncaught_exception.json',
          'memory pressure: level=critical',
        ],
        symptoms: [
          'received SIGTERM; shutting down',
          'received SIGINT; shutting down',
          'Main process exited, code=killed, status=9/KILL',
          'Main process exited, code=exited, status={n}/FAILURE',
          'Gateway exited with code: {n}',
        ],
        sources: [
          'guide#Cause 1: Gateway Crashed Mid-Session',
          'gateway/troubleshooting/gateway-service-and-process',
          'help/faq/logging-and-debugging',
        ],
        corrections: [
          {
            guide: 'openclaw logs --tail 100',
            why: 'There is no such option; it is `openclaw logs --limit 100`. On 2026.2.24 that needs a running gateway, so a crash is read from the service’s own log.',
          },
          {
            guide: 'Look for panic, fatal, OOM, or killed in the output',
            why: 'OpenClaw is a Node program: look for `hit an unexpected runtime error` (2026.9.6), `Uncaught exception` (2026.2.24), `heap out of memory` and `received SIGTERM`. Whoever is killed for memory leaves no line of its own; the kernel or `docker inspect` tells.',
          },
        ],
      },
      on: {
        signal: {
          target: 'stopped-by',
          description: '“received SIGTERM; shutting down” (or SIGINT)',
          meta: {
            kind: 'answer',
            hint: 'it was stopped from outside',
            seen: ['received SIGTERM; shutting down', 'received SIGINT; shutting down', 'signal SIGTERM received'],
          },
        },
        exception: {
          target: 'exception',
          description: '“unexpected runtime error”, or an exception',
          meta: {
            kind: 'answer',
            hint: '“Uncaught exception”, “Unhandled promise rejection”, a stack ending in “Node.js v…”',
            seen: [
              'hit an unexpected runtime error',
              'Uncaught exception',
              'Unhandled promise rejection',
              'FATAL unhandled rejection',
              /^Node\.js v\d/m,
            ],
          },
        },
        heap: {
          target: 'memory',
          description: '“heap out of memory”, or “OOM killer”',
          meta: { kind: 'answer', seen: ['heap out of memory', 'OOM killer', 'memory pressure: level=critical'] },
        },
        blocked: {
          target: 'start-blocked',
          description: '“Missing config”, or “Gateway start blocked”',
          meta: { kind: 'answer', seen: blocked },
        },
        silent: [
          {
            target: 'killed',
            guard: 'docker',
            description: 'It just ends, or says KILL',
            meta: { kind: 'answer', seen: ['status=9/KILL', 'Killed'] },
          },
          {
            target: 'killed',
            guard: 'nativeLinux',
            description: 'It just ends, or says KILL',
            meta: { kind: 'answer', seen: ['status=9/KILL', 'Killed'] },
          },
          { target: 'memory', description: 'It just ends', meta: { kind: 'answer', seen: ['Killed: 9'] } },
        ],
        other: { target: 'not-ready', description: 'Another error, and it starts over' },
      },
    },

    'stopped-by': {
      meta: {
        kind: 'question',
        title: 'What happened just before?',
        body: 'The gateway was asked to stop and did so in order. That is no crash. A changed port or token also restarts it, for about 20 seconds.',
        symptoms: [
          "State 'stop-sigterm' timed out. Killing.",
          '[gateway] shutdown timed out; exiting without full cleanup',
          'stopped after SIGTERM 5 times in 5 min: another supervisor may be managing this Gateway',
          'restart attempt source=launchd-handoff',
          'openclaw restart failed source=launchd-handoff',
          'systemd enters deactivating (stop-sigterm)',
        ],
      },
      on: {
        change: [
          { target: 'start-container', guard: 'docker', description: 'A stop, a restart, an update or a changed setting' },
          { target: 'start-service', description: 'A stop, a restart, an update or a changed setting' },
        ],
        logout: { target: 'linger', guard: 'nativeLinux', description: 'I logged out, or the machine restarted' },
        reboot: { target: 'restart-policy', guard: 'docker', description: 'The machine or Docker restarted' },
        twice: {
          target: 'one-instance',
          guard: 'native',
          description: '“stopped after SIGTERM 5 times in 5 min”',
          meta: {
            kind: 'answer',
            hint: 'a second supervisor, such as PM2 beside the service',
            seen: ['another supervisor may be managing this Gateway'],
          },
        },
        unknown: [
          { target: 'start-container', guard: 'docker', description: 'I do not know' },
          { target: 'start-service', description: 'I do not know' },
        ],
      },
    },

    'start-service': {
      meta: {
        kind: 'fix',
        title: 'Start the service, and watch until it is ready',
        body: '`openclaw gateway start` drives systemd, launchd or the Scheduled Task, whichever this system has. Clients reconnect by themselves once it is up.',
        steps: [startStep, watchStart],
        verify: healthy,
        sources: [
          'guide#Cause 1: Gateway Crashed Mid-Session',
          'guide#Cause 3: Gateway Stopped by Process Manager',
          'cli/gateway',
          'help/faq/logging-and-debugging',
        ],
        corrections: [
          {
            guide: 'openclaw restart',
            why: 'No release has this command. `openclaw gateway start` starts a stopped gateway, `openclaw gateway restart` restarts it.',
          },
          {
            guide: 'Wait for [gateway] listening on',
            why: 'Only 2026.2.24 prints it, as `listening on ws://…`. 2026.9.6 ends its start with `[gateway] ready`.',
          },
        ],
        prevention: ['prevention/health-monitored'],
      },
      on: {
        'no-service': { target: 'install-service', ...noServiceYet },
        resend: { target: 'resend', description: 'It runs, but my client stays disconnected' },
        broken: { target: 'not-ready', description: 'It does not come up, or stops again' },
      },
    },

    'start-container': {
      meta: {
        kind: 'fix',
        title: 'Start the container, and watch until it is ready',
        body: 'A container needs up to 40 seconds. Stop it with `docker stop` or `docker compose stop` only: after a hard kill 2026.9.6 may wait five minutes before a new container can take over its state.',
        steps: [bringUpContainer, skip(watchStart, { native: fromNative })],
        verify: healthy,
        sources: ['guide#Cause 3: Gateway Stopped by Process Manager', 'install/docker/compose-operations'],
        corrections: [
          {
            guide: 'openclaw restart',
            why: 'No release has this command. A container is started and restarted by Docker.',
          },
          {
            guide: 'Wait for [gateway] listening on',
            why: 'Only 2026.2.24 prints it, as `[gateway] listening on ws://…`. 2026.9.6 ends its start with `[gateway] ready`.',
          },
        ],
      },
      on: {
        lease: {
          target: 'lease',
          guard: 'dockerNewest',
          description: '“Another Gateway owner lease is still active”',
          meta: { kind: 'answer', seen: ['Another Gateway owner lease is still active'] },
        },
        missing: {
          target: 'docker',
          guard: 'container',
          description: '“No such container”',
          meta: { kind: 'answer', seen: ['No such container'] },
        },
        resend: { target: 'resend', description: 'It runs, but my client stays disconnected' },
        broken: { target: 'not-ready', description: 'It does not come up, or stops again' },
      },
    },

    'install-service': {
      meta: {
        kind: 'fix',
        title: 'Install the gateway as a service, so that it stays up',
        body: 'A gateway in a terminal ends with that terminal. The service starts at once, again after a crash, and at login. On Linux it ends at your last logout, until lingering is on: `sudo loginctl enable-linger` with your user name.',
        steps: installService,
        verify: healthy,
        sources: ['cli/gateway', 'gateway/index'],
        prevention: ['prevention/installed'],
      },
      on: {
        'no-bus': { target: 'user-bus', ...noBus },
        broken: { target: 'not-ready', description: 'Installed, and it does not stay up' },
      },
    },

    'user-bus': {
      meta: {
        kind: 'fix',
        title: 'Give this shell the user bus of systemd',
        body: 'After `su`, `sudo -u`, in cron and in some SSH logins the shell does not know the user’s systemd. The gateway itself may run well meanwhile. Be the user the gateway belongs to, not root.',
        steps: [
          linger,
          { text: 'Name the bus in this shell', risk: 'reads', run: linuxOnly('export XDG_RUNTIME_DIR=/run/user/$(id -u)') },
          startStep,
        ],
        verify: {
          run: linuxOnly('systemctl --user show openclaw-gateway.service -p ActiveState'),
          expect: ['ActiveState=active'],
          within: 60,
        },
        sources: ['gateway/index', 'platforms/linux', 'gateway/troubleshooting'],
      },
      on: {
        'no-systemd': {
          target: 'foreground',
          description: 'This system has no systemd',
          meta: {
            kind: 'answer',
            hint: 'a container, WSL without systemd',
            seen: ['System has not been booted with systemd', 'systemctl: command not found', 'loginctl: command not found'],
          },
        },
        'no-service': { target: 'install-there', ...noServiceYet },
        inactive: {
          target: 'not-ready',
          description: 'Another state than active',
          meta: { kind: 'answer', seen: ['ActiveState=inactive', 'ActiveState=failed', 'ActiveState=activating'] },
        },
        broken: { target: 'collect', description: 'Still no bus' },
      },
    },

    linger: {
      meta: {
        kind: 'fix',
        title: 'Let the gateway live on after you log out',
        body: 'A user service ends with the user’s last login, and starts again at the next one: so it looks healthy whenever you look. `gateway install` does not change that.',
        steps: [linger, startStep],
        verify: { run: linuxOnly('loginctl show-user "$(id -un)" -p Linger'), expect: ['Linger=yes'], within: 10 },
        sources: ['gateway/index', 'platforms/linux'],
      },
      on: { broken: { target: 'start-service', description: 'Linger=yes, and the gateway is down' } },
    },

    'restart-policy': {
      meta: {
        kind: 'fix',
        title: 'Let Docker start the container by itself',
        body: 'Without a restart policy a container stays down after a reboot. `unless-stopped` brings it back, except after a stop by hand. Docker itself has to start with the machine; Docker Desktop has a setting for that.',
        steps: [
          {
            text: 'Set the policy for this container',
            risk: 'changes-config',
            run: {
              native: null,
              ...inspected('docker update --restart unless-stopped'),
              none: { native: fromNative },
            },
          },
          {
            text: 'Keep it for the next time the container is made: in docker-compose.yml, under openclaw-gateway',
            risk: 'changes-config',
            run: {
              native: null,
              compose: 'restart: unless-stopped',
              container: null,
              language: 'yaml',
              none: { native: fromNative, container: 'The container keeps the policy by itself.' },
            },
          },
          bringUpContainer,
        ],
        verify: {
          run: {
            native: null,
            ...inspected("docker inspect --format '{{.State.Status}} {{.HostConfig.RestartPolicy.Name}}'"),
            none: { native: fromNative },
          },
          expect: ['running unless-stopped'],
          within: 60,
        },
        sources: ['install/docker', 'install/docker/compose-operations'],
      },
      on: { broken: { target: 'start-container', description: 'The policy is set, and the gateway is down' } },
    },

    pm2: {
      meta: {
        kind: 'fix',
        title: 'Restart it in PM2, once the error is cured',
        body: '`online` proves nothing there: PM2 starts a failing gateway again and again, so a rising number under ↺ is a crash loop. Do not run PM2 and the service side by side.',
        steps: [
          { text: 'Look at status and ↺, twice with some seconds between', risk: 'reads', run: nativeOnly('pm2 status', fromDocker) },
          {
            text: 'Read the error log: cure what the last lines say, before you go on',
            risk: 'reads',
            run: nativeOnly('pm2 logs <pmName> --lines 50 --nostream', fromDocker),
          },
          { text: 'Restart the gateway', risk: 'restarts', run: nativeOnly('pm2 restart <pmName>', fromDocker) },
        ],
        verify: healthy,
        sources: ['guide#Cause 3: Gateway Stopped by Process Manager', 'gateway/index'],
        corrections: [
          {
            guide: 'pm2 status',
            why: 'OpenClaw never sets PM2 up, so this shows a gateway only if you did. The usual question is `openclaw gateway status`.',
          },
        ],
        prevention: ['prevention/one-instance'],
      },
      on: {
        blocked: {
          target: 'start-blocked',
          description: '“Missing config”, or “Gateway start blocked”',
          meta: { kind: 'answer', seen: blocked },
        },
        twice: {
          target: 'one-instance',
          description: 'A service runs as well',
          meta: {
            kind: 'answer',
            seen: ['gateway already running', 'another OpenClaw process owns', 'another supervisor may be managing'],
          },
        },
        service: { target: 'service', description: 'It is not in PM2’s list' },
        broken: { target: 'not-ready', description: 'Online, and ↺ keeps rising' },
      },
    },

    killed: {
      meta: {
        kind: 'check',
        title: 'Was it killed for lack of memory?',
        body: 'Whoever is killed by the kernel writes no last line. 137 alone does not prove it: a `docker kill` ends with the same number. Once Docker has started the container again, `false` is about the new run and proves nothing.',
        run: variants(
          {
            native: {
              linux: "sudo dmesg -T | grep -iE 'out of memory|oom-kill|killed process'",
              macos: null,
              windows: null,
            },
            ...inspected("docker inspect --format '{{.State.OOMKilled}} {{.State.ExitCode}}'"),
          },
          {
            none: {
              'native/macos': 'macOS and Windows users come here by another way.',
              'native/windows': 'macOS and Windows users come here by another way.',
            },
          },
        ),
        sources: ['guide#Cause 1: Gateway Crashed Mid-Session', 'gateway/troubleshooting/gateway-service-and-process'],
      },
      on: {
        yes: [
          {
            target: 'memory',
            guard: 'docker',
            description: 'true',
            meta: { kind: 'answer', seen: [/^true \d+$/m] },
          },
          {
            target: 'memory',
            description: 'A line names node, MainThread or openclaw',
            meta: { kind: 'answer', seen: ['Out of memory', 'oom-kill', 'Killed process'] },
          },
        ],
        no: [
          {
            target: 'start-container',
            guard: 'docker',
            description: 'false, and it is down',
            meta: { kind: 'answer', seen: [/^false [1-9]\d*$/m] },
          },
          { target: 'start-service', description: 'Nothing' },
        ],
        again: {
          target: 'memory',
          guard: 'docker',
          description: 'false 0: Docker has started it again meanwhile',
          meta: { kind: 'answer', hint: 'lack of memory is the first suspect', seen: [/^false 0$/m] },
        },
      },
    },

    exception: {
      meta: {
        kind: 'fix',
        title: 'Start it again, and look whether the error returns',
        body: 'Keep the line: the word behind “Reason:” or “Uncaught exception:” names what failed. “fetch failed” is a network error: both releases print “Non-fatal … (continuing)” and go on, only older ones ended by it, so update those. “Fatal Gateway error: 4014” comes from Discord, not from this gateway: the bot lacks a privileged intent in Discord’s developer portal.',
        steps: [bringUpStep, { text: 'After some minutes, read the log of the new run', risk: 'reads', run: logs(100) }],
        verify: healthy,
        signatures: ['Unhandled promise rejection: TypeError: fetch failed'],
        sources: ['guide#Cause 1: Gateway Crashed Mid-Session', 'gateway/troubleshooting/gateway-service-and-process', 'cli/logs'],
        corrections: [
          {
            guide: 'openclaw restart',
            why: 'No release has this command: it is `openclaw gateway start` or `openclaw gateway restart`, or Docker’s own command.',
          },
        ],
      },
      on: {
        resend: { target: 'resend', description: 'It runs, but my client stays disconnected' },
        broken: { target: 'collect', description: 'It crashes again' },
      },
    },

    'client-sees': {
      meta: {
        kind: 'check',
        title: 'Can the machine you sent from reach it?',
        body: 'Run it on the machine with the TUI or browser. On the gateway’s own machine the host is 127.0.0.1; after a move of the server it is the new address. Behind a reverse proxy go straight to the last answer.\n\n2026.2.24 has no health address and answers every path with its page: there a 200 proves only that it listens, which is enough here.',
        run: onTheClient({
          linux: 'curl -sS -m 8 -I http://<host>:<port>/healthz',
          macos: 'curl -sS -m 8 -I http://<host>:<port>/healthz',
          windows: 'curl.exe -sS -m 8 -I http://<host>:<port>/healthz',
        }),
        where: 'client',
        sources: ['guide#Cause 2: Network Interruption', 'gateway/health', 'gateway/remote'],
        corrections: [
          {
            guide: 'curl -v http://localhost:3001/health',
            why: 'The port is 18789. 2026.9.6 answers `/healthz` and `/health`; 2026.2.24 has no such address, there `openclaw health` is the check.',
          },
          {
            guide: 'If unreachable, restart',
            why: 'A gateway that answers on its own machine needs no restart: the way to it does, or the client reconnects by itself.',
          },
          {
            guide: 'openclaw restart',
            why: 'No release has this command. Where a restart is due it is `openclaw gateway restart`.',
          },
        ],
      },
      on: {
        yes: {
          target: 'resend',
          description: 'HTTP/1.1 200',
          meta: { kind: 'answer', seen: [/^HTTP\/\S+ 200/m] },
        },
        timeout: { target: 'firewall', description: '(28) timed out', meta: { kind: 'answer', seen: ['(28)'] } },
        refused: {
          target: 'connect',
          description: '(7) Couldn’t connect, or another error',
          meta: { kind: 'answer', seen: ['(7) Failed to connect', '(6) Could not resolve host', '(52)', '(56)'] },
        },
        proxy: { target: 'reverse-proxy', description: 'I use a public name or reverse proxy' },
      },
    },

    resend: {
      meta: {
        kind: 'fix',
        title: 'Let it reconnect, then send again',
        body: 'Page and TUI try again by themselves. The TUI does not send the lost message later: send it again. The page of 2026.9.6 keeps it in the chat’s queue and sends it after the reconnect: look there first. After `openclaw agent` look into the session first, since that turn may still run and would then run twice.',
        steps: [
          { text: 'If the page stays disconnected: reload it, and do not clear its site data', where: 'browser', risk: 'reads' },
          {
            text: 'If the TUI stays disconnected: leave it, and open it anew where it ran',
            risk: 'reads',
            run: cli('tui', { asks: true }),
          },
        ],
        verify: healthy,
        symptoms: ['gateway closed (1012): service restart'],
        sources: ['guide#Cause 2: Network Interruption', 'web/control-ui/offline-and-reconnect', 'web/tui', 'cli/agent'],
      },
      on: {
        drops: { target: 'drops', description: 'It connects, and drops again' },
        refuses: {
          target: 'token',
          description: '“unauthorized” or “pairing required”',
          meta: { kind: 'answer', seen: ['unauthorized', 'pairing required', 'device token mismatch'] },
        },
        broken: { target: 'connect', description: 'It does not connect' },
      },
    },

    foreground: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Then run the gateway without a service',
        body: 'Without systemd there is no user service. Leave this running in its own terminal, or under the supervisor your system has.',
        steps: [
          { text: 'Run the gateway in this terminal', risk: 'restarts', run: nativeOnly('openclaw gateway run', fromDocker) },
          { text: 'In a second terminal: it answers OK', risk: 'reads', run: direct('gateway health') },
        ],
        sources: ['cli/gateway', 'platforms/windows'],
      },
    },
    channel: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Then the bot’s way to the chat service is the matter',
        body: 'The gateway runs; the channel has its own connection, token and rules. Look at its state and its log lines, then at the page of your channel on https://docs.openclaw.ai/channels.',
        steps: [
          { text: 'The state of every channel', risk: 'reads', run: cli('channels status --probe') },
          { text: 'Send a message to the bot now, and watch what the log says', risk: 'reads', run: follow },
        ],
        sources: ['channels/troubleshooting', 'channels/telegram'],
      },
    },
    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'Take the output below, without tokens, to https://docs.openclaw.ai/help.',
        steps: [
          { text: 'The state of gateway and service', risk: 'reads', run: direct('gateway status --deep') },
          { text: 'The lines around the crash', risk: 'reads', run: lastWords },
          { text: 'What a crash of 2026.9.6 left behind; it holds no chat text', risk: 'reads', run: crashReport },
        ],
        sources: ['help/index'],
      },
    },

    'install-there': {
      type: 'final',
      meta: { kind: 'jump', title: 'The bus is there: install the service', to: 'send-failed/install-service' },
    },
    memory: { type: 'final', meta: { kind: 'jump', title: 'It needs more memory', to: 'gateway-not-ready/memory' } },
    slow: { type: 'final', meta: { kind: 'jump', title: 'It is starting, or too slow', to: 'gateway-not-ready/slow-start' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'It does not get ready', to: 'gateway-not-ready' } },
    'start-blocked': { type: 'final', meta: { kind: 'jump', title: 'Its start is blocked', to: 'gateway-start-blocked' } },
    lease: { type: 'final', meta: { kind: 'jump', title: 'Wait for the old lease', to: 'gateway-start-blocked/owner-lease' } },
    token: { type: 'final', meta: { kind: 'jump', title: 'See which reason it gives', to: 'connect-failed/refusal' } },
    'approve-chat': { type: 'final', meta: { kind: 'jump', title: 'Approve the chat user', to: 'access-not-configured/approve-chat' } },
    provider: { type: 'final', meta: { kind: 'jump', title: 'The model’s provider', to: 'not-the-gateway/which-model-error' } },
    connect: { type: 'final', meta: { kind: 'jump', title: 'Find out why it cannot connect', to: 'connect-failed' } },
    firewall: { type: 'final', meta: { kind: 'jump', title: 'A firewall is in the way', to: 'connect-failed/firewall' } },
    'reverse-proxy': { type: 'final', meta: { kind: 'jump', title: 'Check the reverse proxy', to: 'connect-failed/reverse-proxy' } },
    docker: { type: 'final', meta: { kind: 'jump', title: 'Make the container anew', to: 'docker/create-container' } },
    drops: { type: 'final', meta: { kind: 'jump', title: 'It drops the connection', to: 'closed-1006-1000' } },
    'one-instance': { type: 'final', meta: { kind: 'jump', title: 'Run only one gateway', to: 'prevention/one-instance' } },
    'service-manager': { type: 'final', meta: { kind: 'jump', title: 'Get the service to start', to: 'service-manager' } },
  },
})
