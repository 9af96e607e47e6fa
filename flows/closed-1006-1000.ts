import { cli, direct, healthy, lastWords, logs, runState, shells, variants } from './commands.ts'
import { flow } from './flow.ts'
import { bringUpStep, restartStep, watchStart } from './steps.ts'

const noAnswer = ['Gateway not reachable', 'ECONNREFUSED', 'gateway closed (1006', 'is not running', 'is restarting', 'No such container']
const lease = 'Another Gateway owner lease is still active'
const onlyCompose = 'Only Compose has this container.'

/** With what a client may be told to wait longer than ten seconds. */
const patient = cli('gateway health --timeout 60000')

export default flow.createMachine({
  id: 'closed-1006-1000',
  meta: {
    kind: 'family',
    title: 'Gateway closed (1006 or 1000)',
    summary: 'The connection to the gateway ended with a bare number or a timeout: the number and the words beside it tell what happened.',
    group: 'drops',
    messages: [
      'gateway closed (1006 abnormal closure (no close frame)): no close reason',
      'gateway closed (1000 normal closure): no close reason',
      'gateway connect failed: Error: gateway closed (1006):',
      'WebSocket closed (code 1006)',
      'disconnected (1006): no reason',
      'Connection to the Gateway was interrupted. Reconnecting automatically. (WebSocket 1006)',
      'gateway disconnected: closed | idle',
      'gateway timeout after 10000ms',
      'disconnected (1012): service restart',
      'tick timeout',
    ],
    prevention: ['prevention/health-monitored', 'prevention/keep-alive'],
  },
  context: ({ input }) => input,
  initial: 'which-code',
  states: {
    'which-code': {
      meta: {
        kind: 'question',
        title: 'Which number or words do you see?',
        body: 'The number says who hung up, the words behind it say why. 1006 is no message at all: the client makes that number up when a line goes dead. A number of Discord, or a 409 of Telegram (`getUpdates conflict`), is another program’s.',
        symptoms: [
          '1000',
          '1006',
          '1012',
          '1013',
          '4000',
          'disconnected (1000): no reason',
          'webchat disconnected code=1000 reason=n/a',
          'gateway disconnected: gateway closed (1000): | {state}',
          'disconnected (1012): no reason',
          'gateway closed (1012): no close reason',
          'webchat disconnected code=1012 reason=n/a',
          'gateway connect failed: Error: gateway closed (1012):',
          'gateway disconnected: gateway closed (1012): | {state}',
          'disconnected (1013): no reason',
          'gateway closed (1013): no close reason',
          'webchat disconnected code=1013 reason=n/a',
          'gateway connect failed: Error: gateway closed (1013):',
          'gateway disconnected: gateway closed (1013): | {state}',
          'disconnected (4000): no reason',
          'gateway closed (4000): no close reason',
          'webchat disconnected code=4000 reason=n/a',
          'gateway connect failed: Error: gateway closed (4000):',
          'gateway disconnected: gateway closed (4000): | {state}',
        ],
        sources: ['gateway/protocol/transport', 'gateway/troubleshooting'],
      },
      on: {
        gone: {
          target: 'alive',
          description: '1006, or no number: “closed | idle”',
          meta: {
            kind: 'answer',
            hint: 'the line went dead',
            seen: ['(1006', 'code 1006', 'code=1006', 'WebSocket 1006', 'closed | idle', '[logs] gateway disconnected'],
          },
        },
        silent: {
          target: 'silent',
          description: '1000, and no reason',
          meta: { kind: 'answer', hint: 'closed before the login was done', seen: ['(1000', 'code=1000'] },
        },
        timeout: {
          target: 'timeout',
          description: '“gateway timeout after … ms”',
          meta: { kind: 'answer', hint: 'no answer in time', seen: ['gateway timeout after'] },
        },
        refused: {
          target: 'refused',
          description: '1008, 1002, 4001 or 4008',
          meta: {
            kind: 'answer',
            hint: 'the gateway or the page refuses, and says why',
            seen: ['(1008', '(4008', '(4001', '(1002', 'code=1008', 'code=4008', 'code=4001', 'code=1002'],
          },
        },
        restart: {
          target: 'restarted',
          description: '1012: service restart',
          meta: { kind: 'answer', hint: 'it stops in order', seen: ['(1012', 'code=1012', 'CLOSE 1012', 'service restart'] },
        },
        starting: {
          target: 'starting',
          description: '1013: gateway starting',
          meta: { kind: 'answer', hint: 'too early', seen: ['(1013', 'code=1013', 'gateway starting'] },
        },
        tick: {
          target: 'no-sign',
          description: '4000: tick timeout',
          meta: { kind: 'answer', hint: 'no sign of life for a minute', seen: ['(4000', 'code=4000', 'tick timeout'] },
        },
      },
    },

    alive: {
      meta: {
        kind: 'check',
        title: 'Does the gateway answer at this moment?',
        body: 'Ask on the gateway’s own machine. 1006 has two causes: the gateway died or was ended hard, or something between cut the line. In the TUI’s line `closed | idle` the left half is the connection, the right half says only that no reply is being written; nothing timed out by idling.\n\nClients of 2026.9.6 connect again by themselves; `logs --follow` of 2026.2.24 ends instead.',
        run: direct('gateway health'),
        symptoms: [
          'Connection to the Gateway was interrupted. Reconnecting automatically. (WebSocket 1006)',
          'webchat disconnected code=1006 reason=n/a',
          'gateway disconnected: closed | idle',
          'gateway disconnected: connect ECONNREFUSED {address} | idle',
          'gateway disconnected: gateway closed (1006): | {state}',
          '[logs] gateway disconnected, reconnecting in {s}s',
        ],
        sources: ['web/tui', 'cli/gateway', 'web/control-ui/offline-and-reconnect'],
      },
      on: {
        down: {
          target: 'what-ended-it',
          description: 'No: not reachable, closed (1006), not running',
          meta: { kind: 'answer', seen: noAnswer },
        },
        'cli-only': {
          target: 'ask-inside',
          guard: 'compose',
          description: 'Yes, and only openclaw-cli gets 1006',
          meta: { kind: 'answer', hint: 'docker compose run --rm openclaw-cli …' },
        },
        up: { target: 'was-it-down', description: 'Yes: “OK”', meta: { kind: 'answer', seen: ['OK ('] } },
        refused: {
          target: 'refused-login',
          description: 'It answers, and refuses this command',
          meta: { kind: 'answer', seen: ['unauthorized', 'requires credentials', 'pairing required'] },
        },
      },
    },

    'what-ended-it': {
      meta: {
        kind: 'check',
        title: 'How did the gateway end?',
        body: 'A kill leaves no words of the gateway itself: then its log just stops, and only systemd, Docker or the kernel tells of it.',
        run: lastWords,
        sources: ['gateway/troubleshooting/gateway-service-and-process', 'cli/logs'],
      },
      on: {
        memory: {
          target: 'memory',
          description: 'Out of memory, or “OOM”',
          meta: { kind: 'answer', seen: ['heap out of memory', 'OOM killer', 'OOMKilled', 'exited with code 137'] },
        },
        killed: {
          target: 'killed',
          description: 'Killed, or the log simply stops',
          meta: { kind: 'answer', seen: ['status=9/KILL', 'code=killed', "result 'signal'", 'restart counter is at'] },
        },
        ordered: {
          target: 'restarted',
          description: 'In order: SIGTERM, a stop or a restart',
          meta: {
            kind: 'answer',
            seen: ['received SIGTERM', 'received SIGINT', 'completed cleanly in', 'gateway stopping', 'received SIGUSR'],
          },
        },
        lease: {
          target: 'lease',
          guard: 'dockerNewest',
          description: '“Another Gateway owner lease is still active”',
          meta: { kind: 'answer', seen: [lease] },
        },
        error: {
          target: 'crashed',
          description: 'After an error of its own',
          meta: {
            kind: 'answer',
            seen: ['Uncaught exception', 'Unhandled promise rejection', 'unexpected runtime error', 'status=1/FAILURE'],
          },
        },
        never: {
          target: 'not-started',
          description: 'It never said that it is ready',
          meta: { kind: 'answer', seen: ['Gateway failed to start', 'Gateway start blocked'] },
        },
      },
    },

    killed: {
      meta: {
        kind: 'fix',
        title: 'Wait for the restart, or start it again',
        body: 'A service of systemd starts a killed gateway after five seconds: ready after about 10 seconds (2026.2.24) or 15 (2026.9.6). A container does so only with a restart policy, and a gateway in a terminal not at all. Nothing is left behind that has to be deleted.',
        steps: [
          { text: 'See whether it is coming up already', risk: 'reads', run: runState },
          { ...bringUpStep, text: 'If it is not: start the gateway' },
          {
            text: 'Look who killed it: the kernel names a process that took too much memory',
            risk: 'reads',
            run: variants({
              native: {
                linux: "journalctl -k --no-pager | grep -i 'out of memory'",
                macos: 'log show --last 1h --predicate \'eventMessage CONTAINS "memorystatus"\' --style compact',
                windows: "Get-WinEvent -FilterHashtable @{LogName='System'; Id=2004} -MaxEvents 5",
              },
              compose: shells(
                "docker inspect --format '{{.State.OOMKilled}} {{.State.ExitCode}}' $(docker compose ps -aq openclaw-gateway)",
                "docker inspect --format '{{.State.OOMKilled}} {{.State.ExitCode}}' (docker compose ps -aq openclaw-gateway)",
              ),
              container: "docker inspect --format '{{.State.OOMKilled}} {{.State.ExitCode}}' <container>",
            }),
          },
        ],
        verify: healthy,
        signatures: ["openclaw-gateway.service: Failed with result 'signal'", 'Active: activating (auto-restart) (Result: signal)'],
        symptoms: [
          'openclaw-gateway.service: Main process exited, code=killed, status=9/KILL',
          'openclaw-gateway.service: Scheduled restart job, restart counter is at {n}',
        ],
        sources: ['gateway/troubleshooting/gateway-service-and-process', 'cli/gateway', 'gateway/restart-recovery'],
        prevention: ['prevention/health-monitored'],
      },
      on: {
        memory: {
          target: 'memory',
          description: 'It was memory: OOM, or exit code 137',
          meta: { kind: 'answer', seen: ['true 137', 'Out of memory', 'oom-kill'] },
        },
        lease: {
          target: 'lease',
          guard: 'dockerNewest',
          description: '“Another Gateway owner lease is still active”',
          meta: { kind: 'answer', hint: 'after docker kill or rm -f', seen: [lease] },
        },
        broken: { target: 'not-ready', description: 'It does not come up, or dies again' },
      },
    },

    restarted: {
      meta: {
        kind: 'check',
        title: 'Is it back after its restart?',
        body: '1012 is the gateway’s own goodbye: a stop, a restart, or a changed setting such as port or token. Pages, the TUI and apps connect again within a minute, so wait that long first.',
        run: direct('gateway health'),
        signatures: ['webchat disconnected code=1012 reason=service restart', 'event shutdown {"reason":"gateway stopping"}'],
        symptoms: [
          'disconnected (1012): service restart',
          'close 1012 service restart',
          '[shutdown] completed cleanly in {n}ms',
          'reason: gateway stopping',
        ],
        sources: ['gateway/configuration/hot-reload', 'gateway/restart-recovery', 'cli/gateway'],
      },
      on: {
        yes: { target: 'in-order', description: 'Yes: “OK”', meta: { kind: 'answer', seen: ['OK ('] } },
        no: { target: 'start-again', description: 'No, also after a minute', meta: { kind: 'answer', seen: noAnswer } },
      },
    },

    'start-again': {
      meta: {
        kind: 'fix',
        title: 'Start the gateway that was stopped',
        body: 'Somebody or something stopped it, and nothing starts it again: a service or container that was stopped stays so, and a gateway in a terminal ends with that terminal. Open pages and TUIs come back by themselves; otherwise open them anew.',
        steps: [bringUpStep, watchStart],
        verify: healthy,
        sources: ['cli/gateway', 'install/docker/compose-operations'],
        prevention: ['prevention/health-monitored', 'prevention/one-instance'],
      },
      on: {
        lease: {
          target: 'lease',
          guard: 'dockerNewest',
          description: '“Another Gateway owner lease is still active”',
          meta: { kind: 'answer', seen: [lease] },
        },
        again: {
          target: 'stopped-again',
          description: 'It starts, and is stopped again',
          meta: { kind: 'answer', seen: ['received SIGTERM'] },
        },
        broken: { target: 'not-ready', description: 'It does not get ready' },
      },
    },

    'was-it-down': {
      meta: {
        kind: 'question',
        title: 'It answers. Where does the line go dead, then?',
        body: 'A gateway that answers on its own machine is not the one that hangs up with 1006. Either it had just come back, or something on the way cuts.',
        sources: ['gateway/troubleshooting', 'gateway/remote'],
      },
      on: {
        once: { target: 'new-start', description: 'It happened once, or now and then' },
        proxy: { target: 'proxy-cuts', description: 'Behind a proxy, a tunnel or a public name' },
        other: { target: 'remote', description: 'Always, from another machine' },
        here: {
          target: 'right-address',
          description: 'Always, on this machine',
          meta: { kind: 'answer', hint: 'TUI, browser or another program' },
        },
      },
    },

    silent: {
      meta: {
        kind: 'check',
        title: 'Does a plain probe get through?',
        body: '1000 without a reason means: the login was not finished in time, 10 seconds on 2026.2.24 and 15 on 2026.9.6, or the first message was none that the gateway knows. Its log says `handshake timeout` then. Mostly one of the two sides is too busy to speak in time.',
        run: direct('gateway probe'),
        sources: ['gateway/protocol/handshake', 'cli/gateway/query', 'gateway/troubleshooting'],
      },
      on: {
        yes: {
          target: 'whose-client',
          description: 'Reachable: yes',
          meta: { kind: 'answer', seen: ['Reachable: yes', 'Connect: ok'] },
        },
        slow: {
          target: 'busy',
          description: 'A timeout, or 1000 again',
          meta: { kind: 'answer', seen: ['failed - timeout', 'gateway closed (1000', 'budget exhausted'] },
        },
        no: {
          target: 'gateway-down',
          description: 'Refused, or not running',
          meta: { kind: 'answer', seen: ['ECONNREFUSED', 'is not running', 'is restarting'] },
        },
      },
    },

    'whose-client': {
      meta: {
        kind: 'question',
        title: 'What gets closed with 1000?',
        sources: ['gateway/protocol/handshake', 'gateway/health'],
      },
      on: {
        cli: { target: 'busy', description: 'An openclaw command, now and then' },
        update: { target: 'versions', description: 'Everything, since an update' },
        own: { target: 'own-client', description: 'A program or monitor of my own' },
      },
    },

    timeout: {
      meta: {
        kind: 'check',
        title: 'Does it answer when the client waits longer?',
        body: 'The client gave up; the gateway may still be working on it. So do not repeat a command that sends or changes something before you have looked whether it happened.',
        run: patient,
        symptoms: ['gateway timeout after {ms}ms'],
        sources: ['cli/gateway/query', 'gateway/troubleshooting/config-validation-and-probes'],
      },
      on: {
        yes: { target: 'which-call', description: 'Yes: “OK”', meta: { kind: 'answer', seen: ['OK ('] } },
        no: {
          target: 'busy',
          description: 'No, a timeout again',
          meta: { kind: 'answer', seen: ['timeout after', 'gateway closed (1000'] },
        },
        down: {
          target: 'gateway-down',
          description: 'Nothing is there: refused, 1006, not running',
          meta: { kind: 'answer', seen: ['ECONNREFUSED', 'gateway closed (1006', 'is not running', 'is restarting'] },
        },
        refused: {
          target: 'refused-login',
          description: 'It is refused: unauthorized, credentials',
          meta: { kind: 'answer', seen: ['unauthorized', 'requires credentials', 'pairing required'] },
        },
      },
    },

    'which-call': {
      meta: {
        kind: 'question',
        title: 'The gateway is healthy. What timed out?',
        sources: ['cli/gateway/query', 'cli/agent'],
      },
      on: {
        job: { target: 'long-job', description: 'A job that takes long: cron, agent, send' },
        any: { target: 'busy', description: 'Any command, again and again' },
        remote: { target: 'remote', description: 'Only from another machine' },
        memory: {
          target: 'elsewhere',
          description: 'The memory or browser probe in doctor',
          meta: { kind: 'answer', seen: ['memory probe', 'browser'] },
        },
      },
    },

    busy: {
      meta: {
        kind: 'check',
        title: 'Is the gateway too busy to answer?',
        body: 'One process does everything, so one long calculation holds up every answer. 2026.9.6 warns of it in the log; 2026.2.24 shows only the silence and `handshake timeout`.',
        run: logs(200),
        sources: ['gateway/health', 'gateway/diagnostics', 'cli/logs'],
      },
      on: {
        busy: {
          target: 'lighten',
          description: 'Yes: liveness warning, event loop, timeouts',
          meta: {
            kind: 'answer',
            seen: ['liveness warning', 'event_loop_delay', 'handshake timeout', 'memory pressure', /\b(\d{5,})ms conn=/],
          },
        },
        silent: {
          target: 'lighten',
          description: 'The log cannot be read: a timeout, too',
          meta: { kind: 'answer', seen: ['timeout after', 'gateway closed (1000', 'Gateway not reachable'] },
        },
        quiet: {
          target: 'collect',
          description: 'No, nothing of that',
          meta: {
            kind: 'answer',
            seen: [
              /^(?![\s\S]*(liveness warning|event_loop_delay|handshake timeout|memory pressure|timeout after|not reachable))[\s\S]*\[\w/,
            ],
          },
        },
      },
    },

    lighten: {
      meta: {
        kind: 'fix',
        title: 'Restart the gateway, then see what loads it',
        body: 'A restart ends what hangs; a job that was running is lost with it. When the waits come back, look what they come with: a heavy plugin, a huge session, a disk in the network, or a machine with too little memory or CPU.',
        steps: [
          restartStep,
          watchStart,
          {
            text: 'How much memory and CPU is left',
            risk: 'reads',
            run: variants({
              native: {
                linux: 'free -m\nuptime',
                macos: 'memory_pressure\nuptime',
                windows: 'Get-CimInstance Win32_OperatingSystem | Select-Object FreePhysicalMemory,TotalVisibleMemorySize',
              },
              compose: 'docker stats --no-stream',
              container: 'docker stats --no-stream <container>',
            }),
          },
        ],
        verify: healthy,
        sources: ['gateway/health', 'gateway/diagnostics', 'cli/gateway'],
        prevention: ['prevention/health-monitored'],
      },
      on: {
        memory: { target: 'memory', description: 'Memory is short' },
        slow: { target: 'slow-start', description: 'It takes minutes to get ready' },
        broken: { target: 'collect', description: 'It hangs again' },
      },
    },

    'no-sign': {
      meta: {
        kind: 'question',
        title: 'What happened in the minute before 4000?',
        body: 'The gateway sends a sign of life every 30 seconds. A client that gets none for a minute hangs up with 4000 `tick timeout` and connects again.',
        symptoms: ['tick timeout', 'gateway tick timeout', 'disconnected (4000): tick timeout'],
        sources: ['gateway/protocol/transport', 'web/control-ui/offline-and-reconnect'],
      },
      on: {
        slept: { target: 'reconnects', description: 'The machine slept, or changed its network' },
        proxy: { target: 'proxy-cuts', description: 'Nothing, but a proxy or tunnel is between' },
        network: { target: 'network', description: 'Nothing, and the gateway is on another machine' },
        here: { target: 'busy', description: 'Nothing, and all is on one machine' },
      },
    },

    starting: {
      meta: {
        kind: 'fix',
        title: 'Wait until the gateway is ready',
        body: '1013 is 2026.9.6 saying “later”: it listens already and is not ready yet, or an update or restart is under way. Clients of OpenClaw try again by themselves; an own client should do so after half a second.',
        steps: [watchStart],
        verify: healthy,
        symptoms: ['code=1013 reason=gateway starting', 'disconnected (1013): gateway starting'],
        sources: ['gateway/protocol/transport', 'gateway/health'],
      },
      on: { broken: { target: 'slow-start', description: 'Not ready after two minutes' } },
    },

    'ask-inside': {
      meta: {
        kind: 'fix',
        title: 'Run the command in the gateway’s container',
        body: 'In the Compose file of 2026.2.24 the `openclaw-cli` container has a network of its own: its 127.0.0.1 is not the gateway, and every command that needs the gateway ends with 1006. Commands that only touch the config work. The file of 2026.9.6 shares the network.',
        steps: [
          {
            text: 'Use exec instead of run; any command can stand behind it',
            risk: 'reads',
            run: variants(
              { compose: 'docker compose exec openclaw-gateway node dist/index.js health' },
              { none: { native: onlyCompose, container: onlyCompose } },
            ),
          },
          {
            text: 'Or give the service openclaw-cli these two keys in docker-compose.yml',
            risk: 'changes-config',
            run: variants(
              { compose: 'network_mode: "service:openclaw-gateway"\ndepends_on:\n  - openclaw-gateway' },
              { language: 'yaml', none: { native: onlyCompose, container: onlyCompose } },
            ),
          },
        ],
        verify: { run: direct('health'), expect: ['Agents: '], within: 60 },
        signatures: ['[openclaw] CLI failed: Error: gateway closed (1006 abnormal closure (no close frame)): no close reason'],
        sources: ['install/docker/compose-operations', 'install/docker'],
      },
      on: { broken: { target: 'one-off', description: '1006 there, too' } },
    },

    'in-order': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'It restarted in order, and is back',
        body: 'Nothing is broken. If nobody restarted it, the lines before `SIGTERM` or `SIGUSR` in its log tell what did: a changed config, an update, a second service, a process manager.',
        steps: [{ text: 'Who manages it, and since when it runs', risk: 'reads', run: direct('gateway status --deep') }],
        sources: ['gateway/configuration/hot-reload', 'gateway/restart-recovery'],
      },
    },
    reconnects: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Then 4000 is normal: the client connects again',
        body: 'A sleeping laptop cannot keep a connection. What the gateway was doing goes on meanwhile; reload the page if it does not come back within a minute.',
        sources: ['web/control-ui/offline-and-reconnect'],
      },
    },
    'own-client': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Send the connect request first, or check by HTTP',
        body: 'The gateway closes a WebSocket that says nothing, or something that is not JSON. A client has to answer the challenge with a `connect` request at once. A monitor needs no WebSocket: let it ask `/healthz` (2026.9.6; 2026.2.24 answers every path with the page).',
        steps: [
          {
            text: 'What a monitor can ask',
            risk: 'reads',
            run: variants({
              native: shells('curl -fsS http://127.0.0.1:<port>/healthz', 'curl.exe -fsS http://127.0.0.1:<port>/healthz'),
              compose: shells('curl -fsS http://127.0.0.1:<port>/healthz', 'curl.exe -fsS http://127.0.0.1:<port>/healthz'),
              container: shells('curl -fsS http://127.0.0.1:<port>/healthz', 'curl.exe -fsS http://127.0.0.1:<port>/healthz'),
            }),
          },
        ],
        sources: ['gateway/protocol/handshake', 'gateway/health'],
      },
    },
    'long-job': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'It goes on at the gateway: look, do not repeat',
        body: 'The command line stopped waiting, the gateway did not stop working. A job may take minutes, while a command waits 10 or 30 seconds. Look at the result first; commands with `--timeout` take more milliseconds.',
        steps: [
          { text: 'What the gateway did since', risk: 'reads', run: logs(100) },
          { text: 'An answer that takes longer: 60 seconds here', risk: 'reads', run: patient },
        ],
        sources: ['cli/gateway/query', 'cli/cron'],
      },
    },
    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'Take the output to https://docs.openclaw.ai/help, and cut out tokens and links first. Say when it began, and how often it happens.',
        steps: [
          { text: 'The state of gateway and service', risk: 'reads', run: direct('gateway status --deep') },
          { text: 'What a client sees', risk: 'reads', run: direct('gateway probe') },
          { text: 'The last lines of the log', risk: 'reads', run: lastWords },
        ],
        sources: ['help/index'],
      },
    },

    refused: { type: 'final', meta: { kind: 'jump', title: 'The login is refused: read the reason', to: 'disconnected-4008' } },
    'refused-login': { type: 'final', meta: { kind: 'jump', title: 'Give the command its credentials', to: 'gateway-auth' } },
    memory: { type: 'final', meta: { kind: 'jump', title: 'Give it more memory', to: 'gateway-not-ready/memory' } },
    lease: { type: 'final', meta: { kind: 'jump', title: 'Wait until the old lease ends', to: 'gateway-start-blocked/owner-lease' } },
    crashed: { type: 'final', meta: { kind: 'jump', title: 'Find out why it crashed', to: 'send-failed/crashed' } },
    'stopped-again': { type: 'final', meta: { kind: 'jump', title: 'Find out who stops it', to: 'send-failed/stopped-by' } },
    'not-started': { type: 'final', meta: { kind: 'jump', title: 'Read what it says when it starts', to: 'gateway-not-ready' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'Find out why it does not get ready', to: 'gateway-not-ready/last-lines' } },
    'slow-start': { type: 'final', meta: { kind: 'jump', title: 'It starts too slowly', to: 'gateway-not-ready/slow-start' } },
    'gateway-down': { type: 'final', meta: { kind: 'jump', title: 'Get the gateway to run', to: 'connect-failed/gateway-down' } },
    'new-start': { type: 'final', meta: { kind: 'jump', title: 'See whether it had started anew', to: 'disconnected-4008/new-start' } },
    'proxy-cuts': { type: 'final', meta: { kind: 'jump', title: 'See what the proxy cuts', to: 'disconnected-4008/proxy-between' } },
    network: { type: 'final', meta: { kind: 'jump', title: 'See whether the network loses packets', to: 'disconnected-4008/network' } },
    remote: { type: 'final', meta: { kind: 'jump', title: 'Look at the way between the machines', to: 'remote-gateway' } },
    'right-address': {
      type: 'final',
      meta: { kind: 'jump', title: 'Ask the gateway at its own address', to: 'connect-failed/wrong-port' },
    },
    versions: { type: 'final', meta: { kind: 'jump', title: 'See what the update changed', to: 'update-broke-it' } },
    elsewhere: { type: 'final', meta: { kind: 'jump', title: 'Then it is not the gateway', to: 'not-the-gateway' } },
    'one-off': { type: 'final', meta: { kind: 'jump', title: 'See what the container does', to: 'docker/container-state' } },
  },
})
