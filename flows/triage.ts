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
          target: 'approve-chat',
          description: 'A chat bot answers with a code',
          meta: { kind: 'answer', hint: '“access not configured”', seen: ['access not configured'] },
        },
        docker: { target: 'docker', guard: 'docker', description: 'Only Docker does: port, volume, token' },
        'not-found': {
          target: 'installed',
          guard: 'native',
          description: 'openclaw is not found',
          meta: { kind: 'answer', hint: 'or it asks for another Node', seen: notFound },
        },
        tried: { target: 'full-reset', description: 'I have tried everything' },
        nothing: { target: 'prevention', description: 'Nothing: it shall stay so' },
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
        own: { target: 'send-failed', description: 'By PM2 or a unit of my own' },
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
          target: 'docker',
          guard: 'docker',
          description: '“Refusing to bind”, or a port of Docker',
          meta: { kind: 'answer', seen: ['Refusing to bind gateway', 'non-loopback Control UI requires', 'port is already allocated'] },
        },
        other: {
          target: 'not-ready',
          description: 'Another error, or it never gets ready',
          meta: {
            kind: 'answer',
            hint: 'port, permissions, config, memory',
            seen: ['EADDRINUSE', 'EACCES', 'did not become ready', 'heap out of memory'],
          },
        },
        nothing: { target: 'gateway-down', description: 'I did not start it yet' },
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
          meta: { kind: 'answer', hint: 'ECONNREFUSED, 502, origin not allowed', seen: ['ECONNREFUSED', 'origin not allowed', '1006'] },
        },
        pairing: {
          target: 'pairing-required',
          description: '“pairing required”',
          meta: { kind: 'answer', seen: ['pairing required', 'not paired'] },
        },
        token: {
          target: 'token',
          description: '“token mismatch” or “unauthorized”',
          meta: { kind: 'answer', seen: ['device token mismatch', 'unauthorized', 'gateway token m{x}'] },
        },
        closed: {
          target: 'closed-4008',
          description: '“disconnected (4008)”',
          meta: { kind: 'answer', seen: ['(4008)', 'code 4008'] },
        },
        access: {
          target: 'access',
          description: '“device identity”, “web login”, the TUI',
          meta: {
            kind: 'answer',
            hint: 'or from another machine',
            seen: ['device identity required', 'web login provider', 'gateway disconnected: '],
          },
        },
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
          target: 'closed-4008',
          description: '4008, 1006, or after a quiet minute',
          meta: { kind: 'answer', seen: ['4008', '1006'] },
        },
        gone: { target: 'crashed', description: 'The gateway itself is gone' },
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
    crashed: { type: 'final', meta: { kind: 'jump', title: 'It crashed or was ended', to: 'send-failed/crashed' } },
    docker: { type: 'final', meta: { kind: 'jump', title: 'Docker', to: 'docker' } },
    installed: { type: 'final', meta: { kind: 'jump', title: 'Install it, or find it', to: 'prevention/installed' } },
    'full-reset': { type: 'final', meta: { kind: 'jump', title: 'Full reset', to: 'full-reset' } },
    prevention: { type: 'final', meta: { kind: 'jump', title: 'Keep it healthy', to: 'prevention' } },
  },
})
