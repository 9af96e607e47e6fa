import { cli, direct, everywhere, healthy, nativeOnly, shells, variants } from './commands.ts'
import { flow } from './flow.ts'
import type { Commands, Step, Verify } from './flow.ts'
import { bringUpStep, restartChanged } from './steps.ts'

/** Typed inside WSL. From PowerShell it goes through `wsl`; `-lic` gives it the PATH of an own terminal. */
const inWsl = (text: string): Commands => everywhere(shells(text, `wsl -e bash -lic '${text}'`))
/** The same text in every environment: it is typed in PowerShell on Windows, also by somebody who sits in WSL. */
const inPowerShell = (text: string): Commands => everywhere(text)
const inWslOnly = (text: string): Commands => ({
  ...inWsl(text),
  compose: null,
  container: null,
  none: { compose: 'A container has no service inside WSL.', container: 'A container has no service inside WSL.' },
})

/** curl.exe is Windows’s own one, and WSL can start it as well. */
const fromWindows: Commands = inPowerShell('curl.exe -sS -m 8 -I http://127.0.0.1:<port>/')
const windowsReaches: Verify = { run: fromWindows, expect: ['HTTP/1.1 200'], within: 30 }
const wslDown: Step = {
  text: 'In PowerShell: shut WSL down, so that it reads its settings anew. This ends everything that runs in WSL',
  risk: 'restarts',
  run: inPowerShell('wsl --shutdown'),
}
const wslUp: Step = {
  text: 'Open WSL again and bring the gateway up',
  risk: 'restarts',
  run: {
    ...inWsl('openclaw gateway start'),
    compose: 'docker compose up -d openclaw-gateway',
    container: 'docker start <container>',
    otherwise: [
      {
        when: 'it is no service: run it in a terminal of WSL and leave that open',
        run: { native: shells('openclaw gateway run', "wsl -e bash -lic 'openclaw gateway run'"), compose: null, container: null },
      },
    ],
  },
}
/** In WSL and on Windows the gateway answers by itself. */
const answersInWsl: Commands = { ...direct('gateway probe'), native: inWsl('openclaw gateway probe').native }
const wslService = inWslOnly('systemctl --user is-enabled openclaw-gateway.service')

export default flow.createMachine({
  id: 'wsl-and-windows',
  meta: {
    kind: 'family',
    title: 'Windows and WSL',
    summary: 'The gateway runs in WSL2 or natively on Windows, and Windows, PowerShell or the way between them is in its way.',
    group: 'connect',
    messages: [
      'WSL2 needs systemd enabled: edit /etc/wsl.conf with [boot]\\nsystemd=true',
      'schtasks create failed: ERROR: Access is denied.',
      "The token '&&' is not a valid statement separator in this version.",
      'openclaw.ps1 cannot be loaded because running scripts is disabled on this system.',
      'System has not been booted with systemd as init system (PID 1). Can’t operate.',
      'WSL2 gateway not reachable from Windows',
    ],
    prevention: ['prevention/health-monitored', 'prevention/one-instance'],
  },
  context: ({ input }) => input,
  initial: 'where-it-runs',
  states: {
    'where-it-runs': {
      meta: {
        kind: 'question',
        title: 'What goes wrong between Windows and OpenClaw?',
        body: 'WSL2 is a Linux machine of its own inside Windows: with its own files, network and programs. A gateway there is the one of Linux; set the system above to where you type, Linux for a WSL terminal.',
        symptoms: ['WSL2 gateway not reachable from Windows', 'gateway in WSL not reachable from the Windows browser'],
        sources: ['platforms/windows', 'gateway/remote'],
      },
      on: {
        reach: { target: 'answers-in-wsl', description: 'It runs in WSL, and Windows does not reach it' },
        lan: { target: 'who-may-in', description: 'It runs in WSL, and another device does not reach it' },
        stops: { target: 'wsl-stops', guard: 'native', description: 'It runs in WSL, and stops by itself' },
        two: { target: 'who-has-port', description: 'Windows and WSL show different settings' },
        systemd: {
          target: 'wsl-systemd',
          guard: 'native',
          description: 'WSL says that systemd is missing',
          meta: { kind: 'answer', seen: ['WSL2 needs systemd', 'has not been booted with systemd', 'Failed to connect to bus'] },
        },
        task: {
          target: 'task-state',
          guard: 'native',
          description: 'It runs on Windows itself, and does not start',
          meta: { kind: 'answer', hint: 'Scheduled Task', seen: ['schtasks', 'Scheduled Task'] },
        },
        powershell: {
          target: 'powershell-says',
          description: 'PowerShell does not take a command',
          meta: { kind: 'answer', seen: ['FullyQualifiedErrorId', 'CategoryInfo', 'statement separator', 'running scripts is disabled'] },
        },
      },
    },

    'answers-in-wsl': {
      meta: {
        kind: 'check',
        title: 'Does the gateway answer inside WSL?',
        body: 'First the short way: if it does not answer there, Windows cannot reach it either.',
        run: answersInWsl,
        sources: ['platforms/windows', 'cli/gateway/query'],
      },
      on: {
        yes: { target: 'from-windows', description: 'Reachable: yes', meta: { kind: 'answer', seen: ['Reachable: yes', 'Connect: ok'] } },
        no: {
          target: 'gateway-down',
          description: 'Reachable: no',
          meta: { kind: 'answer', seen: ['Reachable: no', 'ECONNREFUSED', 'is not running', 'is restarting'] },
        },
        windows: {
          target: 'which-openclaw',
          guard: 'native',
          description: 'openclaw is not found, or its paths begin with C:\\',
          meta: { kind: 'answer', seen: ['command not found', /[A-Z]:\\Users/] },
        },
      },
    },

    'from-windows': {
      meta: {
        kind: 'check',
        title: 'Does Windows get an answer at 127.0.0.1?',
        body: 'Type it in PowerShell. Windows forwards its own 127.0.0.1 to WSL2, so a gateway that listens on 127.0.0.1 in WSL is enough; nothing has to be opened.',
        run: fromWindows,
        sources: ['platforms/windows'],
      },
      on: {
        no: {
          target: 'forwarding',
          description: '(7) Could not connect, or (28) a timeout',
          meta: { kind: 'answer', seen: ['(7)', '(28)', 'Failed to connect', 'Could not connect', 'timed out'] },
        },
        yes: {
          target: 'page-there',
          description: 'HTTP/1.1 200: it answers',
          meta: { kind: 'answer', hint: 'only the page or an app does not connect', seen: ['HTTP/1.1 200'] },
        },
        other: {
          target: 'who-has-port',
          description: 'Another answer: (52), (56), 404',
          meta: { kind: 'answer', seen: ['(52)', '(56)', 'HTTP/1.1 4', 'HTTP/1.0'] },
        },
      },
    },

    forwarding: {
      meta: {
        kind: 'fix',
        title: 'Let Windows forward its localhost to WSL',
        body: 'The forwarding is on unless `.wslconfig` says `localhostForwarding=false`, and it hangs now and then after sleep or a VPN: then a shutdown of WSL alone brings it back. Where a VPN or policy blocks it, `networkingMode=mirrored` (Windows 11) gives WSL the network of Windows.',
        steps: [
          {
            text: 'In PowerShell: open WSL’s settings; a new file is fine',
            risk: 'changes-config',
            run: inPowerShell('notepad "$env:USERPROFILE\\.wslconfig"'),
          },
          {
            text: 'Let it hold this, with no second line localhostForwarding',
            risk: 'changes-config',
            run: {
              ...everywhere('[wsl2]\nlocalhostForwarding=true'),
              language: 'text',
              otherwise: [
                {
                  when: 'that changes nothing and you have Windows 11: one network for both',
                  run: everywhere('[wsl2]\nnetworkingMode=mirrored'),
                },
              ],
            },
          },
          wslDown,
          wslUp,
        ],
        verify: windowsReaches,
        sources: ['platforms/windows'],
      },
      on: {
        port: { target: 'who-has-port', description: 'It still does not answer' },
        broken: { target: 'collect', description: 'WSL itself does not start any more' },
      },
    },

    'who-has-port': {
      meta: {
        kind: 'check',
        title: 'Which program has the port on Windows?',
        body: 'Type it in PowerShell. `wslrelay` is Windows’s forwarding to WSL, `com.docker.backend` is Docker Desktop, `node` is a gateway on Windows itself: then there are two, each with its own config, token and chats.',
        run: inPowerShell('Get-NetTCPConnection -LocalPort <port> -State Listen | ForEach-Object { Get-Process -Id $_.OwningProcess }'),
        sources: ['platforms/windows', 'gateway/multiple-gateways'],
      },
      on: {
        relay: {
          target: 'page-there',
          description: 'wslrelay: it leads to WSL',
          meta: { kind: 'answer', seen: ['wslrelay', 'wslhost'] },
        },
        node: { target: 'which-one', description: 'node: a gateway on Windows', meta: { kind: 'answer', seen: [/\bnode\b/] } },
        docker: { target: 'docker', description: 'com.docker.backend', meta: { kind: 'answer', seen: ['com.docker'] } },
        other: {
          target: 'other-program',
          description: 'Another program, such as svchost or a proxy',
          meta: { kind: 'answer', seen: ['svchost', 'iphlpsvc'] },
        },
        none: {
          target: 'which-openclaw',
          guard: 'native',
          description: 'Nothing: “No MSFT_NetTCPConnection objects”',
          meta: { kind: 'answer', seen: ['No MSFT_NetTCPConnection'] },
        },
      },
    },

    'which-one': {
      meta: {
        kind: 'question',
        title: 'Which of the two gateways shall stay?',
        body: 'Two gateways with one bot token disturb each other, and only one can have the port. WSL is the closest to Linux; the Windows one needs no WSL. Each keeps its settings in its own home: `~/.openclaw` in WSL, `%USERPROFILE%\\.openclaw` on Windows.',
        sources: ['platforms/windows', 'gateway/multiple-gateways'],
      },
      on: {
        wsl: { target: 'only-wsl', description: 'The one in WSL' },
        windows: [
          { target: 'only-windows', guard: 'native', description: 'The one on Windows' },
          { target: 'docker', description: 'The one on Windows' },
        ],
        both: { target: 'two-ports', description: 'Both' },
      },
    },

    'only-wsl': {
      meta: {
        kind: 'fix',
        title: 'Take the gateway of Windows away',
        body: 'Its files stay where they are; only its task goes. A gateway in a PowerShell window ends with Ctrl+C there.',
        steps: [
          {
            text: 'In PowerShell on Windows: stop and remove its task',
            risk: 'restarts',
            run: inPowerShell('openclaw gateway uninstall'),
          },
          wslUp,
        ],
        verify: windowsReaches,
        sources: ['platforms/windows', 'cli/gateway/service'],
      },
      on: {
        token: { target: 'auth', description: 'It answers, and refuses the token' },
        broken: { target: 'forward-again', description: 'Windows does not reach the one in WSL' },
      },
    },

    'only-windows': {
      meta: {
        kind: 'fix',
        title: 'Take the gateway of WSL away',
        body: 'Its files stay in WSL. A gateway in a terminal of WSL ends with Ctrl+C there.',
        steps: [
          { text: 'In WSL: stop and remove its service', risk: 'restarts', run: inWslOnly('openclaw gateway uninstall') },
          {
            text: 'In PowerShell on Windows: start the one there',
            risk: 'restarts',
            run: {
              ...inPowerShell('openclaw gateway start'),
              otherwise: [
                { when: 'it has no task: run it in a PowerShell window and leave that open', run: inPowerShell('openclaw gateway run') },
              ],
            },
          },
        ],
        verify: windowsReaches,
        sources: ['platforms/windows', 'cli/gateway/service'],
      },
      on: {
        token: { target: 'auth', description: 'It answers, and refuses the token' },
        broken: { target: 'task-again', description: 'The one on Windows does not start' },
      },
    },

    'which-openclaw': {
      meta: {
        kind: 'check',
        title: 'Which openclaw does WSL start?',
        body: 'WSL also finds the programs of Windows. One below /mnt/c is the Windows one: it reads the Windows config, and its services are not WSL’s.',
        run: variants(
          { native: inWsl('command -v openclaw').native },
          { none: { compose: 'A container has its own program.', container: 'A container has its own program.' } },
        ),
        sources: ['platforms/windows', 'install/installer'],
      },
      on: {
        windows: {
          target: 'install-in-wsl',
          description: 'A path that begins with /mnt/',
          meta: { kind: 'answer', seen: [/^\/mnt\/[a-z]\//m] },
        },
        none: { target: 'install-in-wsl', description: 'Nothing at all', meta: { kind: 'answer', seen: [/^\s*$/] } },
        linux: {
          target: 'gateway-down',
          description: 'A path of Linux',
          meta: { kind: 'answer', seen: [/^\/(?!mnt\/)\S*openclaw/m] },
        },
      },
    },

    'who-may-in': {
      meta: {
        kind: 'question',
        title: 'Where is the other device?',
        body: 'WSL has a network of its own behind Windows, so no other device sees it. A tunnel or Tailscale inside WSL works without opening anything.',
        sources: ['platforms/windows', 'gateway/remote'],
      },
      on: {
        anywhere: { target: 'remote', description: 'Anywhere: by Tailscale or an SSH tunnel' },
        lan: [
          { target: 'portproxy', guard: 'native', description: 'In my own network, directly' },
          { target: 'docker-lan', description: 'In my own network, directly' },
        ],
      },
    },

    portproxy: {
      meta: {
        kind: 'fix',
        title: 'Pass a port of Windows on to WSL',
        body: 'For this the gateway has to listen beyond 127.0.0.1, with a token. Fill in WSL’s address as “Gateway host”. It changes whenever WSL starts: then repeat the two netsh lines. With `networkingMode=mirrored` there is nothing to pass on, only the firewall to open.',
        steps: [
          {
            text: 'In WSL: see whether the gateway has a token; it must not be empty',
            risk: 'reads',
            run: inWslOnly('openclaw config get gateway.auth.mode'),
          },
          { text: 'In WSL: listen on its network', risk: 'changes-config', run: inWslOnly('openclaw config set gateway.bind lan') },
          {
            text: 'In WSL: restart it',
            risk: 'restarts',
            run: {
              ...inWslOnly('openclaw gateway restart'),
              otherwise: [
                { when: 'it runs in a terminal of WSL: press Ctrl+C there, then start it again', run: inWslOnly('openclaw gateway run') },
              ],
            },
          },
          { text: 'In PowerShell: WSL’s address, the first one', risk: 'reads', run: inPowerShell('wsl hostname -I') },
          {
            text: 'In PowerShell as administrator: pass the port on, and let it through the firewall',
            risk: 'changes-config',
            run: inPowerShell(
              [
                'netsh interface portproxy delete v4tov4 listenaddress=0.0.0.0 listenport=<port>',
                'netsh interface portproxy add v4tov4 listenaddress=0.0.0.0 listenport=<port> connectaddress=<host> connectport=<port>',
                'New-NetFirewallRule -DisplayName OpenClaw-WSL -Direction Inbound -Protocol TCP -LocalPort <port> -Profile Private -Action Allow',
              ].join('\n'),
            ),
          },
        ],
        verify: { run: inPowerShell('curl.exe -sS -m 8 -I http://<host>:<port>/'), expect: ['HTTP/1.1 200'], within: 60 },
        sources: ['platforms/windows', 'gateway/security/network-exposure'],
      },
      on: {
        bind: {
          target: 'bind-auth',
          description: '“Refusing to bind gateway … without auth”',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway'] },
        },
        origin: {
          target: 'origin',
          description: 'It names allowedOrigins, or “origin not allowed”',
          meta: { kind: 'answer', seen: ['controlUi.allowedOrigins', 'origin not allowed'] },
        },
        identity: {
          target: 'identity',
          description: 'The page says “device identity required”',
          meta: { kind: 'answer', seen: ['device identity required', 'requires device identity'] },
        },
        broken: { target: 'remote', description: 'The other device still gets nothing' },
      },
    },

    'wsl-stops': {
      meta: {
        kind: 'question',
        title: 'When does the gateway in WSL stop?',
        body: 'Windows ends WSL when nobody uses it, and WSL ends the services of a user who is not logged in.',
        symptoms: ['gateway stops when I close the WSL terminal', 'WSL stops in the background'],
        sources: ['platforms/windows'],
      },
      on: {
        terminal: { target: 'keep-wsl', description: 'Some seconds after I close its terminal' },
        reboot: { target: 'keep-wsl-boot', description: 'After Windows restarted: it does not come back' },
        gpu: {
          target: 'ollama',
          description: 'WSL itself restarts again and again',
          meta: { kind: 'answer', hint: 'with Ollama and a GPU' },
        },
        error: { target: 'dropped', description: 'While I use it' },
      },
    },

    'keep-wsl': {
      meta: {
        kind: 'fix',
        title: 'Install the service in WSL, and keep WSL alive',
        body: 'Three things together: systemd and the service in WSL, lingering so that it outlives the terminal, and one process that keeps WSL itself from being ended as idle.',
        steps: [
          {
            text: 'In WSL: the service, as your own user',
            risk: 'restarts',
            run: {
              ...inWslOnly('openclaw gateway install'),
            },
          },
          {
            text: 'In PowerShell: let it run without a login. The user is the one in WSL',
            risk: 'changes-config',
            run: inPowerShell('wsl -u root loginctl enable-linger <user>'),
          },
          {
            text: 'In PowerShell: the program for the process that stays',
            risk: 'changes-config',
            run: inPowerShell('wsl -u root apt-get install -y dbus-x11'),
          },
          {
            text: 'In PowerShell: start it; it stays until WSL is shut down',
            risk: 'changes-config',
            run: inPowerShell('wsl.exe --exec dbus-launch true'),
          },
        ],
        verify: { run: wslService, expect: ['enabled'] },
        sources: ['platforms/windows', 'cli/gateway/service'],
      },
      on: {
        systemd: {
          target: 'wsl-systemd',
          description: 'It says that systemd is missing',
          meta: { kind: 'answer', seen: ['systemd', 'Failed to connect to bus'] },
        },
        boot: { target: 'keep-wsl-boot', description: 'It stays, but not over a restart of Windows' },
        broken: { target: 'dropped', description: 'It still stops' },
      },
    },

    'keep-wsl-boot': {
      meta: {
        kind: 'fix',
        title: 'Let Windows start WSL when it boots',
        body: 'Your own account, not SYSTEM: SYSTEM does not see your WSL. Windows asks for your password. It takes the default distribution; `wsl --list --verbose` marks it with a star.',
        steps: [
          {
            text: 'In PowerShell: let the service run without a login. The user is the one in WSL',
            risk: 'changes-config',
            run: inPowerShell('wsl -u root loginctl enable-linger <user>'),
          },
          {
            text: 'In PowerShell as administrator: make the task',
            risk: 'changes-config',
            run: inPowerShell('schtasks /create /tn "WSL Boot" /tr "wsl.exe --exec dbus-launch true" /sc onstart /ru "$env:USERNAME"'),
          },
          { text: 'Run it once now', risk: 'restarts', run: inPowerShell('schtasks /run /tn "WSL Boot"') },
        ],
        verify: { run: wslService, expect: ['enabled'] },
        sources: ['platforms/windows'],
      },
      on: {
        service: {
          target: 'wsl-service',
          description: 'It says disabled, or No such file',
          meta: { kind: 'answer', seen: ['disabled', 'No such file', 'not-found'] },
        },
        broken: { target: 'collect', description: 'The task runs, and WSL does not start' },
      },
    },

    'wsl-systemd': {
      meta: {
        kind: 'fix',
        title: 'Switch systemd on in WSL',
        body: 'The service of the gateway needs systemd, and WSL starts it only when its settings say so. Without it `openclaw gateway run` in a terminal works as well.',
        steps: [
          {
            text: 'Open WSL’s own settings',
            risk: 'changes-config',
            run: nativeOnly(shells('sudo nano /etc/wsl.conf', 'wsl -u root nano /etc/wsl.conf'), 'A container needs no systemd.'),
          },
          {
            text: 'Let it hold this; a section [boot] that is there already gets only the second line',
            risk: 'changes-config',
            run: { ...everywhere('[boot]\nsystemd=true'), language: 'text' },
          },
          wslDown,
          {
            text: 'Open WSL again and install the service, as your own user (not with sudo)',
            risk: 'restarts',
            run: inWslOnly('openclaw gateway install'),
          },
        ],
        verify: { run: wslService, expect: ['enabled'], within: 60 },
        signatures: ['WSL2 needs systemd enabled: edit /etc/wsl.conf with [boot]\\nsystemd=true'],
        symptoms: ['System has not been booted with systemd as init system (PID 1)'],
        sources: ['platforms/windows'],
      },
      on: { broken: { target: 'service-manager', description: 'systemd runs, and the service does not' } },
    },

    'task-state': {
      meta: {
        kind: 'check',
        title: 'What does the gateway’s task on Windows say?',
        body: 'Type it in PowerShell. The service of a native gateway is the Scheduled Task “OpenClaw Gateway”; where Windows does not let you make one, a shortcut in the Startup folder takes its place and starts it only when you log in.',
        run: nativeOnly('openclaw gateway status', 'In Docker the container is the service.'),
        sources: ['platforms/windows', 'cli/gateway/service'],
      },
      on: {
        running: {
          target: 'from-windows',
          description: 'probe: ok',
          meta: { kind: 'answer', seen: ['Connectivity probe: ok', 'RPC probe: ok'] },
        },
        none: {
          target: 'make-task',
          description: 'disabled, missing or not installed',
          meta: { kind: 'answer', seen: ['(missing)', '(disabled)', '(not loaded)', 'not installed', 'Gateway service disabled'] },
        },
        stopped: {
          target: 'start-task',
          description: 'stopped, or running and the probe failed',
          meta: { kind: 'answer', seen: ['Runtime: stopped', 'Runtime: unknown', 'Runtime: running', 'probe: failed'] },
        },
        'not-found': {
          target: 'install-openclaw',
          description: 'openclaw is not recognized',
          meta: { kind: 'answer', seen: ['is not recognized', 'command not found'] },
        },
      },
    },

    'make-task': {
      meta: {
        kind: 'fix',
        title: 'Make the gateway’s task',
        body: 'In a PowerShell of your own account. Where Windows denies the task, 2026.9.6 falls back to the Startup folder by itself.',
        steps: [
          {
            text: 'Install the task',
            risk: 'restarts',
            run: {
              ...nativeOnly('openclaw gateway install --force', 'In Docker the container is the service.'),
              otherwise: [
                {
                  when: 'Windows does not allow it: run the gateway in a window and leave that open',
                  run: { native: 'openclaw gateway run', compose: null, container: null },
                },
              ],
            },
          },
        ],
        verify: healthy,
        sources: ['platforms/windows', 'cli/gateway/service'],
      },
      on: {
        start: {
          target: 'start-task',
          description: 'Installed, and it does not run',
          meta: { kind: 'answer', seen: ['Gateway not reachable', 'ECONNREFUSED', 'gateway closed (1006'] },
        },
        denied: {
          target: 'as-administrator',
          description: '“schtasks … failed”, “Access is denied”',
          meta: { kind: 'answer', seen: ['schtasks create failed', 'schtasks unavailable', 'schtasks run failed'] },
        },
        broken: { target: 'windows-end', description: 'It cannot be installed' },
      },
    },

    'start-task': {
      meta: {
        kind: 'fix',
        title: 'Start the task, and read why it ended',
        body: 'Windows does not start a task again that started well and ended with an error: the cause has to go first. The lines of `gateway/task-supervisor` in the log hold the exit code and the last words. In a window of its own the gateway shows them directly.',
        steps: [
          bringUpStep,
          {
            text: 'If it ends again: stop the task, and let it say why in a window',
            risk: 'restarts',
            run: nativeOnly('openclaw gateway run', 'In Docker the container is the service.'),
          },
        ],
        verify: healthy,
        sources: ['platforms/windows', 'cli/gateway'],
        prevention: ['prevention/health-monitored'],
      },
      on: {
        old: { target: 'rewrite-task', description: 'It runs in a window, only the task does not' },
        broken: { target: 'not-ready', description: 'It prints an error' },
      },
    },

    'powershell-says': {
      meta: {
        kind: 'question',
        title: 'What does PowerShell object to?',
        body: 'Windows comes with PowerShell 5.1. Guides are mostly written for the shell of Linux; set the system above to Windows, and the commands here are right for it.',
        sources: ['platforms/windows', 'install/installer'],
      },
      on: {
        words: {
          target: 'other-shell',
          description: '&&, export, curl, grep or a \\ at the end',
          meta: {
            kind: 'answer',
            seen: [
              'statement separator',
              "'export' is not recognized",
              "'grep' is not recognized",
              'Invoke-WebRequest',
              "'sudo' is not recognized",
            ],
          },
        },
        scripts: {
          target: 'allow-scripts',
          guard: 'native',
          description: 'Running scripts is disabled on this system',
          meta: { kind: 'answer', seen: ['running scripts is disabled', 'PSSecurityException', 'UnauthorizedAccess'] },
        },
        quotes: {
          target: 'lost-quotes',
          description: 'A list or JSON is refused',
          meta: { kind: 'answer', hint: 'the inner quotes are gone', seen: ['Failed to parse', 'JSON5', 'Invalid input: expected array'] },
        },
        missing: {
          target: 'install-openclaw',
          guard: 'native',
          description: 'openclaw is not recognized',
          meta: { kind: 'answer', seen: ["'openclaw' is not recognized"] },
        },
        variable: { target: 'variable', description: 'A token from the environment does not arrive' },
      },
    },

    'allow-scripts': {
      meta: {
        kind: 'fix',
        title: 'Let PowerShell run npm’s start scripts',
        body: 'npm puts `openclaw.ps1` beside `openclaw.cmd`, and PowerShell takes the .ps1. The .cmd works without any change. Or allow local scripts for your own account only.',
        steps: [
          {
            text: 'In PowerShell: allow scripts of this machine for your account',
            risk: 'changes-config',
            run: {
              ...nativeOnly(
                'Set-ExecutionPolicy -Scope CurrentUser -ExecutionPolicy RemoteSigned',
                'In Docker openclaw is in the container.',
              ),
              otherwise: [
                {
                  when: 'a policy of your company forbids it: call the .cmd instead, with the same arguments',
                  run: { native: 'openclaw.cmd --version', compose: null, container: null },
                },
              ],
            },
          },
          { text: 'Try it', risk: 'reads', run: nativeOnly('openclaw --version', 'In Docker openclaw is in the container.') },
        ],
        verify: { run: cli('--version'), expect: ['20'] },
        signatures: ['openclaw.ps1 cannot be loaded because running scripts is disabled on this system'],
        sources: ['platforms/windows', 'install/installer'],
      },
      on: { broken: { target: 'windows-end', description: 'Still forbidden' } },
    },

    'page-there': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Windows reaches it: open the page at 127.0.0.1',
        body: 'Take 127.0.0.1 and the same port, not WSL’s own address and not the name of the machine: only there a page over plain HTTP has its device identity without more. If the page then refuses you, its words say what is missing.',
        steps: [
          {
            text: 'Open this in the browser on Windows',
            where: 'browser',
            risk: 'reads',
            run: { ...everywhere('http://127.0.0.1:<port>/'), language: 'url' },
          },
          {
            text: 'The link with the login, shown inside WSL',
            risk: 'reads',
            run: { ...cli('dashboard --no-open'), native: inWsl('openclaw dashboard --no-open').native },
          },
        ],
        sources: ['web/dashboard', 'platforms/windows'],
      },
    },
    'two-ports': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Give one of them another port, and its own bot tokens',
        body: 'Both may run when port, state and chat tokens differ. Change it at one of them only: its service has to be written anew for a new port.',
        steps: [
          { text: 'At one of them: another port', risk: 'changes-config', run: inPowerShell('openclaw config set gateway.port <newPort>') },
          {
            text: 'Write its service anew',
            risk: 'restarts',
            run: nativeOnly('openclaw gateway install --force', 'In Docker the mapped port counts: see the Docker family.'),
          },
        ],
        sources: ['gateway/multiple-gateways', 'cli/gateway/service'],
      },
    },
    'other-program': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Another program, or an old port rule, has the port',
        body: 'svchost with iphlpsvc is a rule of `netsh portproxy`: one that points to an old address of WSL swallows every call. See the rules, and delete the one for this port. Any other program: end it, or give the gateway another port.',
        steps: [
          { text: 'In PowerShell: the rules there are', risk: 'reads', run: inPowerShell('netsh interface portproxy show v4tov4') },
          {
            text: 'As administrator: delete the one for this port, with the listen address it shows',
            risk: 'changes-config',
            run: inPowerShell('netsh interface portproxy delete v4tov4 listenaddress=0.0.0.0 listenport=<port>'),
          },
        ],
        sources: ['platforms/windows'],
      },
    },
    'other-shell': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Write it the way PowerShell wants it',
        body: "Put commands joined by `&&` on lines of their own. `export NAME=value` becomes `$env:NAME = 'value'`, `curl` becomes `curl.exe`, `grep` becomes `Select-String`, `~` becomes `$env:USERPROFILE`, and `sudo` is a PowerShell opened as administrator. A `\\` at the end of a line becomes a backtick, or one long line.",
        symptoms: ["The token '&&' is not a valid statement separator in this version"],
        sources: ['platforms/windows', 'install/installer'],
      },
    },
    'lost-quotes': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Write lists by their places, without JSON',
        body: 'PowerShell 5.1 drops the inner quotes of `\'["…"]\'` on the way to a program. The form below needs none; 0 is the first place and replaces what stood there.',
        steps: [
          {
            text: 'Such as the proxy that may be trusted',
            risk: 'changes-config',
            run: cli("config set 'gateway.trustedProxies[0]' <proxyAddress>"),
          },
        ],
        sources: ['cli/config'],
      },
    },
    variable: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Set it where the gateway starts',
        body: '`$env:NAME` lasts for this window only, and neither WSL nor a task or container sees it. In WSL it belongs into the file `~/.openclaw/.env`, on Windows into `.env` in `.openclaw` of your home, in Compose into its `.env`. Then restart the gateway.',
        steps: [restartChanged],
        sources: ['gateway/configuration/environment-variables', 'help/environment'],
      },
    },
    ollama: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'That is Ollama with the GPU, not the gateway',
        body: 'Its service loads the last model as WSL starts and takes so much memory that Windows ends WSL. Switch its autostart off, and limit WSL’s memory in `.wslconfig`; the page below has the lines.',
        steps: [
          {
            text: 'In PowerShell: switch the autostart of Ollama in WSL off',
            risk: 'changes-config',
            run: inPowerShell('wsl -u root systemctl disable ollama'),
          },
        ],
        sources: ['providers/ollama/troubleshooting'],
      },
    },
    'windows-end': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Windows forbids it: run it in WSL or in a window',
        body: 'Policies of a company may forbid tasks and scripts. In WSL2 the gateway needs neither, and a window with `openclaw gateway run` works everywhere as long as it is open. Your administrator can allow the task “OpenClaw Gateway”.',
        sources: ['platforms/windows'],
      },
    },
    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'Take it to https://docs.openclaw.ai/help, without tokens and links.',
        steps: [
          { text: 'In PowerShell: WSL and its version', risk: 'reads', run: inPowerShell('wsl --version\nwsl --list --verbose') },
          {
            text: 'The state of the gateway',
            risk: 'reads',
            run: { ...direct('gateway status --deep'), native: inWsl('openclaw gateway status --deep').native },
          },
        ],
        sources: ['help/index', 'platforms/windows'],
      },
    },

    'gateway-down': {
      type: 'final',
      meta: { kind: 'jump', title: 'Get the gateway to answer there first', to: 'connect-failed/gateway-down' },
    },
    'install-in-wsl': {
      type: 'final',
      meta: { kind: 'jump', title: 'Install OpenClaw inside WSL (system: Linux)', to: 'prevention/install' },
    },
    'install-openclaw': { type: 'final', meta: { kind: 'jump', title: 'Install it, or find it', to: 'prevention/installed' } },
    'forward-again': {
      type: 'final',
      meta: { kind: 'jump', title: 'Set the forwarding to WSL right', to: 'wsl-and-windows/forwarding' },
    },
    'rewrite-task': { type: 'final', meta: { kind: 'jump', title: 'Write the task anew', to: 'wsl-and-windows/make-task' } },
    'task-again': { type: 'final', meta: { kind: 'jump', title: 'Look at the task on Windows', to: 'wsl-and-windows/task-state' } },
    'wsl-service': { type: 'final', meta: { kind: 'jump', title: 'Install the service in WSL', to: 'wsl-and-windows/keep-wsl' } },
    docker: { type: 'final', meta: { kind: 'jump', title: 'See what the published port answers', to: 'docker/host-answer' } },
    'docker-lan': { type: 'final', meta: { kind: 'jump', title: 'Open the published port', to: 'access-not-configured/published' } },
    remote: { type: 'final', meta: { kind: 'jump', title: 'Take the way of a remote gateway', to: 'remote-gateway' } },
    dropped: { type: 'final', meta: { kind: 'jump', title: 'Find out how it ended', to: 'closed-1006-1000' } },
    auth: { type: 'final', meta: { kind: 'jump', title: 'Use the token of the gateway that stays', to: 'gateway-auth' } },
    'bind-auth': { type: 'final', meta: { kind: 'jump', title: 'Give it a token before it opens', to: 'bind-without-auth' } },
    origin: { type: 'final', meta: { kind: 'jump', title: 'Allow the address of the page', to: 'control-ui-origin' } },
    identity: { type: 'final', meta: { kind: 'jump', title: 'Open the page where it has an identity', to: 'device-identity' } },
    'service-manager': { type: 'final', meta: { kind: 'jump', title: 'Find out why the service does not start', to: 'service-manager' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'Look what the error means', to: 'gateway-not-ready' } },
    'as-administrator': {
      type: 'final',
      meta: { kind: 'jump', title: 'Make the task as administrator (system: Windows)', to: 'service-manager/windows-task' },
    },
  },
})
