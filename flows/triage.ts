import { runState } from './commands.ts'
import { flow } from './flow.ts'

const stopped = ['Runtime: stopped', 'Runtime: failed', 'Service is loaded but not running']
/** A foreground gateway that answers has no service either. */
const noService = [
  /^(?![\s\S]*(probe: ok|Runtime: running|SECURITY ERROR))[\s\S]*(\(disabled\)|\(not loaded\)|\(missing\)|Service (unit not found|not installed)|no supported service manager detected|Gateway service disabled)/,
]
const notFound = ['command not found', 'is not recognized', 'openclaw requires Node', 'OpenClaw requires >=', 'node:sqlite is unavailable']

export default flow.createMachine({
  id: 'triage',
  meta: {
    kind: 'family',
    title: 'What breaks first?',
    summary: 'A few questions lead to the family of errors that fits what you see.',
    group: 'care',
    messages: ['Gateway service disabled.', 'Runtime: stopped', 'Connectivity probe: failed', 'RPC probe: failed'],
    prevention: [],
  },
  context: ({ input }) => input,
  initial: 'what-breaks',
  states: {
    'what-breaks': {
      meta: {
        kind: 'question',
        title: 'Which of these comes first?',
        body: 'Take the first thing that fails: what comes after it is often only the consequence.',
        sources: ['help/troubleshooting', 'gateway/troubleshooting'],
        corrections: [
          {
            guide: 'This guide covers every gateway error you will encounter',
            why: 'It leaves out frequent ones: `gateway token missing`, `origin not allowed`, `Refusing to bind gateway … without auth`, `gateway closed (1006 …)`. They have their place here.',
          },
          {
            guide: 'Each section is self-contained: find your error message, copy the fix, and move on',
            why: 'Several of its messages are printed by no release, and one message can have several causes. So look first, then change something.',
          },
        ],
      },
      on: {
        start: { target: 'running', description: 'The gateway does not start' },
        connect: { target: 'connect-text', description: 'I cannot connect, or am refused' },
        drops: { target: 'drops-text', description: 'It drops, or sending fails' },
        chat: {
          target: 'part-text',
          description: 'It runs; a chat, model or tool fails',
          meta: { kind: 'answer', seen: ['access not configured'] },
        },
        update: { target: 'update', description: 'It broke with an update' },
        docker: { target: 'docker', guard: 'docker', description: 'Only Docker does: port, volume, token' },
        'not-found': {
          target: 'installed',
          guard: 'native',
          description: 'openclaw is not found',
          meta: { kind: 'answer', hint: 'or it asks for another Node', seen: notFound },
        },
        other: { target: 'other-cases', description: 'Something else, or nothing yet' },
      },
    },

    running: {
      meta: {
        kind: 'check',
        title: 'Does a gateway run at all?',
        body: 'A gateway runs as a service, in a terminal, or in a container. The lines Service, Runtime and probe tell which and how. On 2026.2.24 with `bind=lan` the probe always fails with “SECURITY ERROR”: there only the other lines count.',
        run: runState,
        sources: ['cli/gateway', 'install/docker/compose-operations', 'gateway/troubleshooting'],
      },
      on: {
        down: [
          {
            target: 'start-text',
            guard: 'native',
            description: 'Its service is there, but stopped',
            meta: { kind: 'answer', hint: 'Runtime: stopped', seen: stopped },
          },
          {
            target: 'start-text',
            description: 'Exited, restarting, or no line',
            meta: { kind: 'answer', seen: ['Exited (', 'Restarting ('] },
          },
        ],
        'no-service': {
          target: 'how-started',
          guard: 'native',
          description: 'No service, and the probe failed',
          meta: { kind: 'answer', hint: 'disabled, or not found', seen: noService },
        },
        up: [
          {
            target: 'connect-text',
            guard: 'native',
            description: '“Runtime: running”, or “probe: ok”',
            meta: { kind: 'answer', seen: ['Runtime: running', 'probe: ok'] },
          },
          { target: 'connect-text', description: 'Up', meta: { kind: 'answer', seen: [/\bUp (\d|About|Less)/] } },
        ],
        'not-found': {
          target: 'installed',
          guard: 'native',
          description: 'openclaw is not found',
          meta: { kind: 'answer', hint: 'or it asks for another Node', seen: notFound },
        },
      },
    },

    'how-started': {
      meta: {
        kind: 'question',
        title: 'How was it started until now?',
        body: 'Without a service nothing brings a gateway back: it ends with its terminal, or with the session.',
        sources: ['cli/gateway'],
      },
      on: {
        terminal: { target: 'gateway-down', description: 'In a terminal: openclaw gateway run' },
        own: { target: 'service-manager', description: 'By PM2 or a unit of my own' },
        never: { target: 'start-text', description: 'Never: this is its first start' },
      },
    },

    'start-text': {
      meta: {
        kind: 'question',
        title: 'What does it print when it starts?',
        body: 'Natively `openclaw gateway run` shows it in your terminal. In Docker it stands at the end of `docker compose logs openclaw-gateway` or `docker logs`.',
        sources: ['gateway/troubleshooting'],
      },
      on: {
        blocked: {
          target: 'start-blocked',
          description: '“start blocked” or “Missing config”',
          meta: { kind: 'answer', seen: ['Gateway start blocked', 'Missing config.', 'gateway.mode'] },
        },
        bind: {
          target: 'bind-without-auth',
          description: '“Refusing to bind … without auth”',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway'] },
        },
        setting: {
          target: 'setting-text',
          description: 'It names the config, a plugin, a secret',
          meta: {
            kind: 'answer',
            hint: '“Config invalid”, “allowedOrigins”',
            seen: ['Config invalid', 'Invalid config', 'non-loopback Control UI requires', 'plugin not found', 'SecretRef'],
          },
        },
        service: {
          target: 'service-manager',
          guard: 'native',
          description: 'Only the service fails, or its install',
          meta: { kind: 'answer', hint: 'systemd, launchd, a scheduled task, PM2', seen: ['systemd user services are unavailable'] },
        },
        port: {
          target: 'docker',
          guard: 'docker',
          description: 'Docker itself: a port, an image, a name',
          meta: { kind: 'answer', seen: ['port is already allocated'] },
        },
        other: {
          target: 'not-ready',
          description: 'Another error, or it never gets ready',
          meta: {
            kind: 'answer',
            hint: 'port, permissions, memory',
            seen: ['EADDRINUSE', 'EACCES', 'did not become ready', 'heap out of memory'],
          },
        },
        nothing: { target: 'gateway-down', description: 'I did not start it yet' },
      },
    },

    'setting-text': {
      meta: {
        kind: 'question',
        title: 'What does the message name?',
        body: 'It stands in the line itself, or in the one after “Config invalid”.',
        sources: ['gateway/troubleshooting', 'gateway/secrets'],
      },
      on: {
        config: {
          target: 'config-invalid',
          description: 'The config file, a key or a value',
          meta: {
            kind: 'answer',
            hint: 'JSON5, Unrecognized key, Invalid input',
            seen: ['JSON5 parse failed', 'Unrecognized key', 'Invalid input'],
          },
        },
        plugin: {
          target: 'plugin-load',
          description: 'A plugin',
          meta: { kind: 'answer', seen: ['plugin not found', 'failed to load'] },
        },
        origins: {
          target: 'control-ui-origin',
          description: 'allowedOrigins',
          meta: { kind: 'answer', seen: ['non-loopback Control UI requires'] },
        },
        secret: {
          target: 'secretref',
          description: 'A secret, or SecretRef',
          meta: { kind: 'answer', seen: ['SecretRef', 'Secret provider'] },
        },
      },
    },

    'connect-text': {
      meta: {
        kind: 'question',
        title: 'What do you read when you connect?',
        body: 'A close code such as 1008, 1006 or 4008 says little; the words behind it count.',
        sources: ['gateway/troubleshooting/agent-replies-and-control-ui'],
      },
      on: {
        unreachable: {
          target: 'connect-failed',
          description: 'Refused, a timeout, or a proxy error',
          meta: { kind: 'answer', hint: 'ECONNREFUSED, “Connect: failed”, 502', seen: ['ECONNREFUSED', 'Connect: failed'] },
        },
        token: {
          target: 'token-text',
          description: 'A token, a password or a right is missing',
          meta: {
            kind: 'answer',
            hint: '“token mismatch”, “unauthorized”',
            seen: ['device token mismatch', 'unauthorized', 'gateway token m{x}', 'missing scope'],
          },
        },
        pairing: {
          target: 'pairing-required',
          description: '“pairing required”',
          meta: { kind: 'answer', seen: ['pairing required', 'not paired'] },
        },
        access: {
          target: 'page-text',
          description: 'The page, the app or the TUI is not let in',
          meta: {
            kind: 'answer',
            hint: '“origin not allowed”, “device identity”',
            seen: [
              'origin not allowed',
              'device identity required',
              'device signature {x}',
              'web login provider',
              'gateway disconnected: ',
              'protocol mismatch',
            ],
          },
        },
        closed: {
          target: 'code-text',
          description: 'Only a number: 1006, 1008, 4008 …',
          meta: { kind: 'answer', seen: ['(4008)', 'code 4008', '1006'] },
        },
        remote: {
          target: 'remote-text',
          description: 'It goes to another machine, or to Windows',
          meta: { kind: 'answer', hint: '“SECURITY ERROR”, a tunnel, WSL', seen: ['SECURITY ERROR', 'gateway.remote.url'] },
        },
      },
    },

    'token-text': {
      meta: {
        kind: 'question',
        title: 'What is missing, or wrong?',
        body: 'The **gateway token** is one for all and stands in the config. A **device token** belongs to one browser or app. A **scope** is a right that a device has or lacks.',
        sources: ['gateway/troubleshooting/agent-replies-and-control-ui', 'cli/devices'],
      },
      on: {
        gateway: {
          target: 'gateway-auth',
          description: 'The gateway token, or the password',
          meta: {
            kind: 'answer',
            hint: '“gateway token mismatch”, “too many failed”',
            seen: ['gateway token m{x}', 'gateway password m{x}', 'too many failed authentication attempts', 'unauthorized'],
          },
        },
        device: {
          target: 'token',
          description: 'The device token',
          meta: { kind: 'answer', hint: '“device token mismatch”', seen: ['device token mismatch'] },
        },
        scope: {
          target: 'scope-upgrade',
          description: 'A scope or a role',
          meta: { kind: 'answer', hint: '“missing scope”, “scope upgrade”', seen: ['missing scope', 'scope upgrade', 'role upgrade'] },
        },
      },
    },

    'page-text': {
      meta: {
        kind: 'question',
        title: 'Why is it not let in?',
        sources: ['web/control-ui', 'gateway/troubleshooting/agent-replies-and-control-ui'],
      },
      on: {
        origin: {
          target: 'control-ui-origin',
          description: '“origin not allowed”',
          meta: { kind: 'answer', hint: 'or a proxy stands before it', seen: ['origin not allowed'] },
        },
        identity: {
          target: 'device-identity',
          description: 'Its device identity, or signature',
          meta: { kind: 'answer', hint: 'plain HTTP, a wrong clock', seen: ['device identity required', 'device signature {x}'] },
        },
        protocol: {
          target: 'protocol-mismatch',
          description: '“protocol mismatch”',
          meta: { kind: 'answer', seen: ['protocol mismatch'] },
        },
        other: {
          target: 'access',
          description: '“web login”, the TUI, or another reason',
          meta: { kind: 'answer', seen: ['web login provider', 'gateway disconnected: '] },
        },
      },
    },

    'code-text': {
      meta: {
        kind: 'question',
        title: 'Which number is it?',
        body: 'The number says who hung up. When words stand behind it, search for those first.',
        sources: ['gateway/protocol', 'gateway/troubleshooting'],
      },
      on: {
        abnormal: {
          target: 'closed-1006-1000',
          description: '1006 or 1000',
          meta: { kind: 'answer', hint: 'it just ended', seen: ['1006', '(1000'] },
        },
        refused: {
          target: 'closed-4008',
          description: '4008 or 1008',
          meta: { kind: 'answer', hint: 'the gateway refused', seen: ['4008', '1008'] },
        },
        restart: {
          target: 'closed-1006-1000',
          description: '1012, 1013 or 4000',
          meta: { kind: 'answer', hint: 'restart, still starting, silence', seen: ['1012', '1013', '4000'] },
        },
        protocol: {
          target: 'protocol-mismatch',
          description: '1002',
          meta: { kind: 'answer', hint: '“protocol mismatch”', seen: ['1002', 'protocol mismatch'] },
        },
      },
    },

    'remote-text': {
      meta: {
        kind: 'question',
        title: 'How do you get to the other machine?',
        sources: ['gateway/remote'],
      },
      on: {
        plain: {
          target: 'plaintext-ws',
          description: 'It says “SECURITY ERROR”',
          meta: { kind: 'answer', hint: 'plaintext ws://', seen: ['SECURITY ERROR'] },
        },
        remote: {
          target: 'remote-gateway',
          description: 'A tunnel, Tailscale, the network, a name',
          meta: { kind: 'answer', seen: ['gateway.remote.url'] },
        },
        wsl: { target: 'wsl-and-windows', description: 'It is WSL on this Windows' },
      },
    },

    'drops-text': {
      meta: {
        kind: 'question',
        title: 'What happens when it drops?',
        sources: ['gateway/troubleshooting'],
      },
      on: {
        send: {
          target: 'send-failed',
          description: '“send failed: gateway not connected”',
          meta: { kind: 'answer', seen: ['gateway not connected', 'no active gateway connection'] },
        },
        closed: {
          target: 'code-text',
          description: 'A number, or after a quiet minute',
          meta: { kind: 'answer', seen: ['4008', '1006'] },
        },
        gone: { target: 'crashed', description: 'The gateway itself is gone' },
      },
    },

    'part-text': {
      meta: {
        kind: 'question',
        title: 'What fails while the gateway runs?',
        sources: ['gateway/troubleshooting', 'channels/pairing'],
      },
      on: {
        code: {
          target: 'approve-chat',
          description: 'A chat bot answers with a code',
          meta: { kind: 'answer', hint: '“access not configured”', seen: ['access not configured'] },
        },
        send: {
          target: 'send-failed',
          description: '“send failed: gateway not connected”',
          meta: { kind: 'answer', seen: ['gateway not connected', 'no active gateway connection'] },
        },
        elsewhere: {
          target: 'not-the-gateway',
          description: 'A chat service, a model, a browser, npm',
        },
      },
    },

    'other-cases': {
      meta: {
        kind: 'question',
        title: 'Which of these is it?',
        sources: ['gateway/troubleshooting'],
      },
      on: {
        windows: { target: 'wsl-and-windows', description: 'Windows, WSL or PowerShell' },
        hosts: { target: 'podman-and-hosts', description: 'Podman, Kubernetes, a NAS, a host' },
        tried: { target: 'full-reset', description: 'I have tried everything' },
        nothing: { target: 'prevention', description: 'Nothing yet: it shall stay healthy' },
      },
    },

    'start-blocked': { type: 'final', meta: { kind: 'jump', title: 'Gateway start blocked', to: 'gateway-start-blocked' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'Gateway did not become ready', to: 'gateway-not-ready' } },
    'gateway-down': { type: 'final', meta: { kind: 'jump', title: 'Start the gateway', to: 'connect-failed/gateway-down' } },
    'connect-failed': { type: 'final', meta: { kind: 'jump', title: 'Connect failed', to: 'connect-failed' } },
    'pairing-required': { type: 'final', meta: { kind: 'jump', title: 'Pairing required', to: 'pairing-required' } },
    token: { type: 'final', meta: { kind: 'jump', title: 'Device token mismatch', to: 'device-token-mismatch' } },
    'closed-4008': { type: 'final', meta: { kind: 'jump', title: 'Disconnected (4008)', to: 'disconnected-4008' } },
    access: { type: 'final', meta: { kind: 'jump', title: 'Access not configured', to: 'access-not-configured' } },
    'approve-chat': { type: 'final', meta: { kind: 'jump', title: 'Approve the chat', to: 'access-not-configured/approve-chat' } },
    'send-failed': { type: 'final', meta: { kind: 'jump', title: 'Send failed', to: 'send-failed' } },
    'bind-without-auth': { type: 'final', meta: { kind: 'jump', title: 'Refusing to bind without auth', to: 'bind-without-auth' } },
    'closed-1006-1000': { type: 'final', meta: { kind: 'jump', title: 'Gateway closed (1006, 1000 …)', to: 'closed-1006-1000' } },
    'config-invalid': { type: 'final', meta: { kind: 'jump', title: 'Config invalid', to: 'config-invalid' } },
    'control-ui-origin': { type: 'final', meta: { kind: 'jump', title: 'Origin not allowed', to: 'control-ui-origin' } },
    'device-identity': { type: 'final', meta: { kind: 'jump', title: 'Device identity refused', to: 'device-identity' } },
    'gateway-auth': { type: 'final', meta: { kind: 'jump', title: 'Gateway token or password', to: 'gateway-auth' } },
    'not-the-gateway': { type: 'final', meta: { kind: 'jump', title: 'It is not the gateway', to: 'not-the-gateway' } },
    'plaintext-ws': { type: 'final', meta: { kind: 'jump', title: 'SECURITY ERROR: plaintext ws://', to: 'plaintext-ws' } },
    'plugin-load': { type: 'final', meta: { kind: 'jump', title: 'A plugin does not load', to: 'plugin-load' } },
    'podman-and-hosts': { type: 'final', meta: { kind: 'jump', title: 'Podman and other hosts', to: 'podman-and-hosts' } },
    'protocol-mismatch': { type: 'final', meta: { kind: 'jump', title: 'Protocol mismatch', to: 'protocol-mismatch' } },
    'remote-gateway': { type: 'final', meta: { kind: 'jump', title: 'Gateway on another machine', to: 'remote-gateway' } },
    'scope-upgrade': { type: 'final', meta: { kind: 'jump', title: 'Missing scope', to: 'scope-upgrade' } },
    secretref: { type: 'final', meta: { kind: 'jump', title: 'Secret unavailable', to: 'secretref' } },
    'service-manager': { type: 'final', meta: { kind: 'jump', title: 'The service does not start', to: 'service-manager' } },
    update: { type: 'final', meta: { kind: 'jump', title: 'It broke with an update', to: 'update-broke-it' } },
    'wsl-and-windows': { type: 'final', meta: { kind: 'jump', title: 'Windows and WSL', to: 'wsl-and-windows' } },
    crashed: { type: 'final', meta: { kind: 'jump', title: 'It crashed or was ended', to: 'send-failed/crashed' } },
    docker: { type: 'final', meta: { kind: 'jump', title: 'Docker', to: 'docker' } },
    installed: { type: 'final', meta: { kind: 'jump', title: 'Install it, or find it', to: 'node-version' } },
    'full-reset': { type: 'final', meta: { kind: 'jump', title: 'Full reset', to: 'full-reset' } },
    prevention: { type: 'final', meta: { kind: 'jump', title: 'Keep it healthy', to: 'prevention' } },
  },
})
