import { direct, everywhere, lastWords, logs, onTheClient } from './commands.ts'
import { flow } from './flow.ts'
import { allowOrigin, browserIn, caddySteps, nginxSteps, openThere, openTunnel, showNginx, testCaddy } from './steps.ts'

export default flow.createMachine({
  id: 'disconnected-4008',
  meta: {
    kind: 'family',
    title: 'Disconnected (4008)',
    summary: 'The dashboard shows a close code: its login was refused, or the connection was lost.',
    group: 'drops',
    messages: [
      'disconnected (4008): connect failed',
      'disconnected (4008): connect failed — device token mismatch',
      'disconnected (4008): device identity rejected',
      'WebSocket closed with code 4008',
      'connection closed: 4008',
      '[ws] closed before connect … code=4008 reason=connect failed',
      '[ws] webchat disconnected code=4008 reason=connect failed',
      'disconnected (1006): no reason',
      'Connection to the Gateway was interrupted. Reconnecting automatically. (WebSocket 1006)',
      'origin not allowed (open the Control UI from the gateway host or allow it in gateway.controlUi.allowedOrigins)',
      'Browser origin not allowed',
      'Protocol mismatch',
      'gateway closed (1002): protocol mismatch',
      'device signature expired',
    ],
    prevention: ['prevention/token-pinned', 'prevention/keep-alive', 'prevention/browser-data'],
  },
  context: ({ input }) => input,
  initial: 'which-code',
  states: {
    'which-code': {
      meta: {
        kind: 'question',
        title: 'Which number does the page or the log show?',
        body: '4008 is the page’s own code: it closes with it after the gateway refused its login. The gateway itself closes with 1008 then. 1006 means that the connection was cut without a word, 1012 that the gateway restarts in order, 4000 that no sign of life came for a minute.',
        symptoms: [
          'WebSocket closed with code 4008',
          'connection closed: 4008',
          'gateway closed (1008): no close reason',
          'gateway closed (4008): no close reason',
          'disconnected (1008): no reason',
          'disconnected (4008): no reason',
          'disconnected (4001): no reason',
          'webchat disconnected code=1008 reason=n/a',
          'webchat disconnected code=4008 reason=n/a',
          'closed before connect {details} code=1008 reason=n/a',
          'gateway connect failed: Error: gateway closed (1008):',
          'gateway disconnected: gateway closed (1008): | {state}',
          '1008',
          '4001',
          '4008',
        ],
        sources: ['guide#Disconnected (4008)', 'web/dashboard', 'gateway/protocol/transport'],
        corrections: [
          {
            guide: 'WebSocket error code 4008 indicates a protocol-level disconnect',
            why: 'The dashboard sends it itself after its login was refused. The reason stands in the page’s text or in the gateway’s log.',
          },
          {
            guide: 'This is usually tied to a device token mismatch or a connection timeout',
            why: 'Every refused login ends so: gateway token, pairing, origin, identity, release. A timeout is 1006 or 4000, never 4008.',
          },
          { guide: 'WebSocket closed with code 4008', why: 'OpenClaw does not print this; a browser or another client may word it so.' },
          { guide: 'connection closed: 4008', why: 'OpenClaw does not print this; another client may word it so.' },
        ],
      },
      on: {
        refused: {
          target: 'reason',
          description: '4008 or 1008',
          meta: { kind: 'answer', hint: 'the login was refused', seen: ['(4008)', 'code=4008', '(1008)', 'code=1008'] },
        },
        number: {
          target: 'closed',
          description: '1000, 1006, 1012, 1013 or 4000',
          meta: {
            kind: 'answer',
            hint: 'nobody refused it: it ended',
            seen: [
              '(1000',
              'code=1000',
              '(1006',
              'WebSocket 1006',
              'code=1006',
              '(1012',
              'code=1012',
              '(1013',
              'code=1013',
              '(4000',
              'code=4000',
              'tick timeout',
            ],
          },
        },
        lost: {
          target: 'still-there',
          description: 'None: it drops again and again',
          meta: { kind: 'answer', hint: 'it had been connected before' },
        },
        release: {
          target: 'update',
          description: '1002, or “protocol mismatch”',
          meta: { kind: 'answer', seen: ['(1002)', 'protocol mismatch'] },
        },
        changed: {
          target: 'sign-in',
          description: '4001',
          meta: { kind: 'answer', hint: 'the token changed, or the device was removed', seen: ['(4001)', 'code=4001'] },
        },
      },
    },

    reason: {
      meta: {
        kind: 'check',
        title: 'Why was the login refused?',
        body: 'The answer is in the newest `ws` lines, after `reason=`; the line with `code=4008` is only the page’s echo. If the page itself shows a text, that text is the reason.\n\nIgnore lines with `client=cli mode=probe`: `openclaw dashboard` leaves them behind.',
        run: logs(100),
        symptoms: [
          'disconnected (4008): connect failed',
          'closed before connect conn={id} {details} code=4008 reason=connect failed',
          'webchat disconnected code=4008 reason=connect failed conn={id}',
        ],
        sources: [
          'guide#Disconnected (4008)',
          'guide#If Token-Related',
          'gateway/troubleshooting/agent-replies-and-control-ui',
          'cli/logs',
        ],
        corrections: [
          {
            guide: 'disconnected (4008): connect failed — device token mismatch',
            why: 'A page shows either the 4008 line or the gateway’s text, never both joined.',
          },
          {
            guide: 'If token-related, this is a device token mismatch',
            why: 'More often it is the gateway token: the log tells `token_missing` and `token_mismatch` from `device_token_mismatch`.',
          },
        ],
      },
      on: {
        token: {
          target: 'token',
          description: 'unauthorized: a token, a password, too many attempts',
          meta: {
            kind: 'answer',
            seen: ['unauthorized:', 'reason=token_', 'reason=device_token', 'reason=password_', 'reason=rate_limited'],
          },
        },
        pairing: {
          target: 'pairing',
          description: 'pairing required',
          meta: { kind: 'answer', seen: ['pairing required', 'cause=pairing-required'] },
        },
        origin: {
          target: 'allow-origin',
          description: 'origin not allowed',
          meta: { kind: 'answer', seen: ['origin not allowed', 'cause=origin-mismatch', 'Browser origin not allowed'] },
        },
        other: {
          target: 'other-reason',
          description: 'Another reason',
          meta: {
            kind: 'answer',
            hint: 'device identity or signature, protocol, proxy',
            seen: ['requires device identity', 'device signature', 'device nonce', 'protocol mismatch', 'attribution'],
          },
        },
        'no-log': {
          target: 'token-stays',
          guard: 'nativeNewest',
          description: 'No log: it “requires credentials”',
          meta: { kind: 'answer', hint: 'the gateway runs without a saved token', seen: ['logs.tail requires credentials'] },
        },
        none: { target: 'no-line', description: 'No such line, or no log at all' },
      },
    },

    'other-reason': {
      meta: {
        kind: 'question',
        title: 'Which of these does the line name?',
        signatures: ['disconnected (4008): device identity rejected', 'device identity rejected'],
        sources: ['gateway/protocol/auth', 'gateway/troubleshooting/agent-replies-and-control-ui'],
        corrections: [
          {
            guide: 'disconnected (4008): device identity rejected',
            why: 'No release prints this. The real lines are `device identity required`, `device identity mismatch`, `device signature invalid` or `expired`.',
          },
        ],
      },
      on: {
        identity: {
          target: 'identity',
          description: 'device identity required',
          meta: { kind: 'answer', seen: ['device identity required', 'requires device identity'] },
        },
        clock: {
          target: 'set-clock',
          description: 'device signature expired',
          meta: { kind: 'answer', seen: ['device signature expired', 'device-signature-stale'] },
        },
        device: {
          target: 'device',
          description: 'another word about the device',
          meta: {
            kind: 'answer',
            hint: 'nonce, signature invalid, identity mismatch',
            seen: ['device nonce', 'device signature invalid', 'device identity mismatch', 'device public key invalid'],
          },
        },
        release: { target: 'update', description: 'protocol mismatch', meta: { kind: 'answer', seen: ['protocol mismatch'] } },
        page: {
          target: 'reload-page',
          description: 'client version mismatch, invalid connect params',
          meta: { kind: 'answer', seen: ['client version mismatch', 'invalid connect params'] },
        },
        proxy: {
          target: 'reverse-proxy',
          description: 'proxy, or attribution required',
          meta: { kind: 'answer', seen: ['Proxy client attribution is required', 'ingress attribution required'] },
        },
        none: { target: 'collect', description: 'None of them' },
      },
    },

    'allow-origin': {
      meta: {
        kind: 'fix',
        title: 'Add the page’s address to the allowed origins',
        body: 'The gateway accepts pages only from addresses it knows: scheme, name and port exactly as the address bar shows them, without a path. A list of your own replaces the built-in one, so in Docker add `http://127.0.0.1:18789` too if you open the page on the host as well.',
        steps: allowOrigin,
        verify: browserIn,
        sources: ['web/control-ui', 'gateway/config-gateway'],
      },
      on: {
        pairing: {
          target: 'pairing',
          description: 'Now it says “pairing required”',
          meta: { kind: 'answer', seen: ['pairing required', 'Approve this browser'] },
        },
        token: {
          target: 'token',
          description: 'Now it names a token',
          meta: { kind: 'answer', seen: ['unauthorized:', 'This Gateway expects its token'] },
        },
        place: {
          target: 'origin-place',
          description: '“Config validation failed”',
          meta: { kind: 'answer', seen: ['expected string, received undefined'] },
        },
        broken: { target: 'origin', description: 'Still “origin not allowed”' },
      },
    },

    'origin-place': {
      meta: {
        kind: 'fix',
        title: 'Take the first place that is free',
        body: 'The list may have no gaps: with two entries the next place is 2, with none it is 0.',
        steps: allowOrigin,
        verify: browserIn,
        sources: ['cli/config', 'gateway/config-gateway'],
      },
      on: { broken: { target: 'collect', description: 'Still refused' } },
    },

    'set-clock': {
      type: 'final',
      meta: { kind: 'jump', title: 'Set the clock of the machine that connects', to: 'device-identity/client-clock' },
    },

    'reload-page': {
      type: 'final',
      meta: { kind: 'jump', title: 'Load the page anew, without its cache', to: 'protocol-mismatch/reload-page' },
    },

    'no-line': {
      meta: {
        kind: 'check',
        title: 'Does the page talk to this gateway at all?',
        body: 'Without a refused login in this log the page is talking to another gateway, another port, or to none. Compare the address below with the WebSocket URL on the page.\n\nWith `gateway.bind lan` 2026.2.24 refuses its own probe with `SECURITY ERROR`: that counts as ok here.',
        run: direct('gateway status'),
        sources: ['cli/gateway', 'web/dashboard'],
      },
      on: {
        refused: {
          target: 'token',
          description: 'probe: failed, with “unauthorized”',
          meta: { kind: 'answer', seen: ['unauthorized:'] },
        },
        down: {
          target: 'gateway-down',
          description: 'The probe failed: this gateway is down',
          meta: {
            kind: 'answer',
            seen: [
              /^(?![\s\S]*(unauthorized:|SECURITY ERROR))[\s\S]*probe: failed/,
              'ECONNREFUSED',
              'gateway closed (1006',
              'is not running',
            ],
          },
        },
        other: { target: 'wrong-port', description: 'probe: ok, but at another address than the page’s' },
        same: { target: 'collect', description: 'probe: ok, and the same address' },
      },
    },

    'still-there': {
      meta: {
        kind: 'check',
        title: 'Does the gateway answer right now?',
        body: 'Ask on the gateway’s own machine. Both releases send a sign of life every 30 seconds, so a quiet connection is never idle and needs no keep-alive of its own.',
        run: direct('gateway probe'),
        sources: ['guide#If Timeout-Related', 'cli/gateway/query', 'gateway/protocol/transport'],
        corrections: [
          {
            guide: '4008: the WebSocket connection timed out due to inactivity or network issues',
            why: 'A lost connection is 1006, a missing sign of life 4000. 4008 always means a refused login.',
          },
          {
            guide: 'curl -v http://localhost:3001/health',
            why: 'The port is 18789, and only 2026.9.6 has `/healthz`; 2026.2.24 answers every path with the page. `gateway probe` tells the truth on both.',
          },
          {
            guide: 'openclaw restart',
            why: 'No release has this command. `openclaw gateway restart` restarts the gateway, but a connection cut by a proxy or the network drops again.',
          },
        ],
      },
      on: {
        yes: {
          target: 'new-start',
          description: 'Reachable: yes',
          meta: { kind: 'answer', seen: ['Reachable: yes', 'Connect: ok'] },
        },
        no: {
          target: 'gateway-down',
          description: 'Reachable: no, or no answer',
          meta: { kind: 'answer', seen: ['Reachable: no', 'ECONNREFUSED', 'is not running', 'is restarting'] },
        },
      },
    },

    'new-start': {
      meta: {
        kind: 'check',
        title: 'Did the gateway start anew when the connection dropped?',
        body: 'A service or container comes back by itself, so look for a fresh start: “ready” (2026.9.6) or “listening on ws://” (2026.2.24) at that time, and for the lines before it.',
        run: lastWords,
        sources: ['gateway/troubleshooting/gateway-service-and-process', 'cli/logs'],
        corrections: [
          {
            guide: 'Memory pressure causing the OOM killer to terminate the gateway process',
            why: 'That happens, but the clients then see 1006 and a refused connection, not 4008: a killed process sends no code.',
          },
        ],
      },
      on: {
        no: { target: 'proxy-between', description: 'No, it has been running all the time' },
        ordered: {
          target: 'in-order',
          description: 'Yes, after SIGTERM, a restart or a config change',
          meta: {
            kind: 'answer',
            seen: [
              'received SIGTERM',
              'received SIGUSR1; restarting',
              'received SIGUSR2; restarting',
              'config change requires gateway restart',
            ],
          },
        },
        memory: {
          target: 'memory',
          description: 'Yes, after “out of memory” or “killed”',
          meta: { kind: 'answer', seen: ['heap out of memory', 'OOM killer', 'status=9/KILL', 'exited with code 137'] },
        },
        crash: { target: 'crashed', description: 'Yes, after another error, or the log just ends' },
      },
    },

    'proxy-between': {
      meta: {
        kind: 'question',
        title: 'What stands between browser and gateway?',
        body: 'A proxy that cuts connections after a fixed time is the usual cause. nginx’s own limit of 60 seconds does not cut OpenClaw, a lower one does.',
        sources: ['guide#If Timeout-Related', 'gateway/protocol/transport'],
        corrections: [
          {
            guide: 'Many proxies close idle connections after 60 seconds',
            why: 'OpenClaw’s connection is not idle: a tick comes every 30 seconds, on 2026.9.6 a ping as well. Only a limit below that cuts it, as 1006.',
          },
          {
            guide: 'configure WebSocket ping/pong keep-alives in your proxy',
            why: 'A proxy makes no pings for you. Raise its idle limit instead (nginx: `proxy_read_timeout`).',
          },
        ],
      },
      on: {
        nginx: { target: 'nginx', description: 'nginx' },
        caddy: { target: 'caddy', description: 'Caddy' },
        other: { target: 'around-proxy', description: 'Another proxy, a load balancer, a tunnel' },
        none: { target: 'network', description: 'Nothing, only the network' },
      },
    },

    nginx: {
      meta: {
        kind: 'fix',
        title: 'Let nginx keep quiet connections open',
        body: 'In Docker the port is the published one; an nginx in the same Compose project uses `openclaw-gateway:18789` instead of 127.0.0.1.',
        steps: nginxSteps,
        verify: { run: everywhere(showNginx), expect: ['test is successful', 'proxy_read_timeout 3600s'] },
        sources: ['gateway/trusted-proxy-auth', 'gateway/protocol/transport'],
        prevention: ['prevention/keep-alive'],
      },
      on: {
        refused: { target: 'reverse-proxy', description: 'Now the page does not connect at all' },
        broken: { target: 'network', description: 'It still drops' },
      },
    },

    caddy: {
      meta: {
        kind: 'fix',
        title: 'Leave only the plain reverse_proxy line in Caddy',
        body: 'Caddy passes WebSockets on by itself and has no idle limit for them. In Docker the port is the published one; a Caddy in the same Compose project uses `openclaw-gateway:18789`. A reload of Caddy cuts open connections once; the page reconnects.',
        steps: caddySteps,
        verify: { run: everywhere(testCaddy), expect: ['Valid configuration'] },
        sources: ['gateway/trusted-proxy-auth', 'gateway/protocol/transport'],
        corrections: [
          {
            guide: 'reverse_proxy localhost:3001 {\n    transport http {\n        keepalive 30s\n    }\n}',
            why: 'There `keepalive` is how long Caddy keeps unused connections to the gateway; it sends no WebSocket pings. The port is 18789.',
          },
        ],
        prevention: ['prevention/keep-alive'],
      },
      on: {
        refused: { target: 'reverse-proxy', description: 'Now the page does not connect at all' },
        broken: { target: 'network', description: 'It still drops' },
      },
    },

    'around-proxy': {
      meta: {
        kind: 'fix',
        title: 'Go around the proxy by a tunnel, and see if it holds',
        body: 'This shows whether the proxy is to blame, and you can work meanwhile. Do it on the machine with the browser, where no other gateway may use the port. Watch it for longer than it held before.',
        steps: [openTunnel, openThere],
        verify: browserIn,
        sources: ['gateway/remote'],
      },
      on: {
        holds: { target: 'raise-limit', description: 'It holds: so the proxy cuts' },
        broken: { target: 'network', description: 'It drops there too' },
      },
    },

    network: {
      meta: {
        kind: 'check',
        title: 'Does the network lose packets?',
        body: 'Ask on the machine with the browser. Many hosts do not answer to ping at all: if the page loads, 100% loss says nothing.',
        where: 'client',
        run: onTheClient({ linux: 'ping -c 20 <host>', macos: 'ping -c 20 <host>', windows: 'ping -n 20 <host>' }),
        sources: ['guide#If Timeout-Related', 'gateway/remote'],
      },
      on: {
        loses: {
          target: 'bad-network',
          description: 'Yes, some are lost',
          meta: { kind: 'answer', seen: [/\b[1-9]\d?(\.\d+)?% (packet )?loss/] },
        },
        fine: {
          target: 'collect',
          description: 'No, or nothing answers at all',
          meta: { kind: 'answer', seen: [/(^|[ (])(0|0\.0|100|100\.0)% (packet )?loss/m] },
        },
      },
    },

    'raise-limit': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Raise the time the proxy leaves a quiet connection open',
        body: 'Anything well above 30 seconds will do; an hour is common. HAProxy calls it `timeout tunnel`, a load balancer of a cloud “idle timeout”. Pings or keep-alives need not be set: the gateway sends something every 30 seconds. Some services end every WebSocket after a fixed time whatever you set; the page then connects again by itself.',
        sources: ['gateway/protocol/transport'],
      },
    },
    'in-order': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Nothing is broken: it restarted in order',
        body: 'Somebody stopped or restarted it, or a changed setting did. Open pages connect again by themselves, within a minute. If nobody did it, look who sends the signal: a second service, a process manager, an update.',
        steps: [{ text: 'What manages the gateway here, and since when it runs', risk: 'reads', run: direct('gateway status --deep') }],
        sources: ['gateway/configuration/hot-reload', 'cli/gateway'],
      },
    },
    'bad-network': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'The network between you and the gateway loses packets',
        body: 'No setting of OpenClaw cures that. Try a cable or another network, a VPN less or more, and keep the machine from sleeping. The page connects again by itself after each cut, and replies go on at the gateway meanwhile.',
        sources: ['web/control-ui/offline-and-reconnect'],
      },
    },
    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'Nothing of this family fits. Take the output below to https://docs.openclaw.ai/help, but first cut out tokens and links: on 2026.2.24 the log holds the dashboard’s address with the token.',
        steps: [
          { text: 'The state of gateway and service', risk: 'reads', run: direct('gateway status --deep') },
          { text: 'What a client sees', risk: 'reads', run: direct('gateway probe') },
          { text: 'The last lines of the log', risk: 'reads', run: logs(200) },
        ],
        sources: ['help/index'],
      },
    },

    token: { type: 'final', meta: { kind: 'jump', title: 'A token is refused', to: 'gateway-auth' } },
    'token-stays': { type: 'final', meta: { kind: 'jump', title: 'Give the gateway a token that stays', to: 'gateway-auth/token-stays' } },
    'sign-in': { type: 'final', meta: { kind: 'jump', title: 'Sign the browser in again', to: 'device-token-mismatch/open-dashboard' } },
    pairing: { type: 'final', meta: { kind: 'jump', title: 'Approve the device', to: 'pairing-required/approve-device' } },
    identity: { type: 'final', meta: { kind: 'jump', title: 'Open it where it has an identity', to: 'access-not-configured/how-opened' } },
    update: { type: 'final', meta: { kind: 'jump', title: 'Bring both sides to one release', to: 'protocol-mismatch' } },
    'gateway-down': { type: 'final', meta: { kind: 'jump', title: 'Get the gateway to answer', to: 'connect-failed/gateway-down' } },
    'wrong-port': { type: 'final', meta: { kind: 'jump', title: 'Use the gateway’s address', to: 'connect-failed/wrong-port' } },
    'reverse-proxy': { type: 'final', meta: { kind: 'jump', title: 'Set the reverse proxy right', to: 'connect-failed/reverse-proxy' } },
    memory: { type: 'final', meta: { kind: 'jump', title: 'Give it more memory', to: 'gateway-not-ready/memory' } },
    crashed: { type: 'final', meta: { kind: 'jump', title: 'Find out why it crashed', to: 'send-failed/crashed' } },
    closed: { type: 'final', meta: { kind: 'jump', title: 'It ended: see which number means what', to: 'closed-1006-1000' } },
    device: { type: 'final', meta: { kind: 'jump', title: 'See which client is refused', to: 'device-identity' } },
    origin: { type: 'final', meta: { kind: 'jump', title: 'See why the origin is refused', to: 'control-ui-origin' } },
  },
})
