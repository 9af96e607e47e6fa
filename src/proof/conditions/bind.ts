import { config, failsToStart, stops, types, leaves, runs, killed, pause } from '../acts.ts'
import type { Condition } from '../condition.ts'

/** The gateway is started, and cannot have its address, its port or its secret. */
const conditions: readonly Condition[] = [
  {
    id: 'bind',
    place: 'gateway',
    cases: [
      {
        id: 'bind-without-auth',
        releases: ['2026.9.6'],
        given: [config({ bind: 'lan', auth: undefined }), failsToStart()],
        lands: 'bind-without-auth/what-is-set',
        walk: ['nothing', 'network'],
        fix: 'bind-without-auth/set-token',
      },
      {
        id: 'bind-without-auth-here',
        releases: ['2026.9.6'],
        given: [stops, config({ bind: 'lan', auth: undefined }), failsToStart()],
        lands: 'bind-without-auth/what-is-set',
        walk: ['nothing', 'here'],
        fix: 'bind-without-auth/bind-loopback',
        also: ['gateway-not-ready/bind-loopback'],
      },
      {
        id: 'bind-token-wanted',
        given: [stops, config({ bind: 'lan', auth: undefined, controlUi: { allowedOrigins: ['http://192.168.77.1:18789'] } })],
        fix: 'gateway-not-ready/set-token',
      },
      {
        id: 'bind-other-config',
        given: [stops, config({ auth: { mode: 'none', token: 'c0ffee5eedc0ffee5eedc0ffee5eedc0ff' } })],
        fix: 'bind-without-auth/other-config',
      },
      {
        id: 'bind-addr-unavailable',
        given: [stops, config({ bind: 'custom', customBindHost: '192.0.2.10' }), failsToStart()],
        lands: 'gateway-not-ready/bind-address',
        fix: 'gateway-not-ready/bind-address',
      },
    ],
  },
  {
    id: 'port',
    place: 'gateway',
    cases: [
      {
        id: 'port-in-use',
        given: [config(), leaves('python3 -m http.server 18789 --bind 127.0.0.1'), failsToStart()],
        lands: 'gateway-not-ready/port-busy',
        walk: ['other', 'yes'],
        fix: 'gateway-not-ready/end-program',
      },
      {
        id: 'port-in-use-stays',
        given: [stops, leaves('python3 -m http.server 18789 --bind 127.0.0.1'), failsToStart()],
        lands: 'gateway-not-ready/port-busy',
        walk: ['other', 'no'],
        fix: 'gateway-not-ready/switch-port',
        also: ['gateway-not-ready/open-port'],
        port: '18889',
      },
    ],
  },
  {
    id: 'second-gateway',
    place: 'gateway',
    cases: [
      {
        id: 'gateway-hangs',
        given: [config(), runs()],
        fix: 'gateway-not-ready/stop-own',
      },
      {
        id: 'gateway-left-over',
        given: [types('ss -ltnp')],
        fix: 'gateway-not-ready/end-leftover',
      },
    ],
  },
  {
    id: 'lock',
    place: 'gateway',
    releases: ['2026.9.6'],
    given: [config(), runs(), killed, pause(500)],
    cases: [
      {
        id: 'stale-lock',
        fix: 'gateway-not-ready/lease',
        hands: { 1: pause(300_000) },
      },
    ],
  },
]
export default conditions
