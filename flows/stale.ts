/**
 * Advice that goes around and holds for no release we hold facts of: what it says, what holds instead, and where that stands.
 * Whoever pastes it is told; no command of a family may contain it (the contract test sees to that).
 */
export const stale: readonly { old: string; now: string; place: string }[] = [
  {
    old: 'openclaw restart',
    now: '`openclaw gateway restart`, or `openclaw gateway start` when it is down',
    place: 'connect-failed/gateway-down',
  },
  { old: 'openclaw start', now: '`openclaw gateway start`', place: 'connect-failed/gateway-down' },
  { old: 'openclaw stop', now: '`openclaw gateway stop`', place: 'full-reset' },
  { old: 'openclaw config reset', now: '`openclaw reset --scope config`', place: 'gateway-not-ready/reset-config' },
  { old: 'openclaw logs --tail', now: '`openclaw logs --limit <lines>`', place: 'send-failed/crashed' },
  { old: 'gateway.token', now: '`gateway.auth.token`', place: 'gateway-auth' },
  {
    old: 'gateway.host',
    now: '`gateway.bind`, with a word such as `lan` instead of an address',
    place: 'access-not-configured/other-machine',
  },
  {
    old: 'gateway.mode hybrid',
    now: '`gateway.mode local`; where it listens is `gateway.bind`',
    place: 'gateway-start-blocked/repair-value',
  },
  { old: 'gateway.bind 0.0.0.0', now: '`gateway.bind lan`', place: 'docker/bind-lan' },
  {
    old: 'OPENCLAW_GATEWAY_MODE',
    now: '`openclaw config set gateway.mode local`: no release reads the variable',
    place: 'gateway-start-blocked/set-mode-docker',
  },
  { old: 'localhost:3001', now: 'port 18789, unless you changed it', place: 'connect-failed/wrong-port' },
  { old: '127.0.0.1:3001', now: 'port 18789, unless you changed it', place: 'connect-failed/wrong-port' },
  { old: 'port 3001', now: 'port 18789, unless you changed it', place: 'connect-failed/wrong-port' },
  { old: '3001:3001', now: '`18789:18789`', place: 'docker/publish-port' },
  { old: 'openclaw-stack', now: '`ghcr.io/openclaw/openclaw`', place: 'docker/official-names' },
  { old: '/app/data', now: '`/home/node/.openclaw`', place: 'docker/mount-state' },
  { old: 'gateway.pid', now: 'nothing: no release writes this file', place: 'gateway-not-ready/stale-lock' },
  { old: 'systemctl status openclaw', now: '`systemctl --user status openclaw-gateway.service`', place: 'send-failed/service' },
  { old: 'systemctl restart openclaw', now: '`openclaw gateway restart`', place: 'connect-failed/gateway-down' },
]
