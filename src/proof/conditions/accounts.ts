import { failsToStart, file, gatewayConfig, stops, types } from '../acts.ts'
import type { Act, Condition } from '../condition.ts'

const state = '/srv/guest/.openclaw'
const guestConfig = (gateway = {}): Act => file('.openclaw/openclaw.json', gatewayConfig(gateway), 'guest')
const takenByRoot = (rights: string): Act => types(`mkdir -p /srv/guest/.cache; chown -R root:root ${state} /srv/guest/.cache; ${rights}`)

/** The gateway runs under an account that may not do what it needs to. */
const conditions: readonly Condition[] = [
  {
    id: 'accounts',
    place: 'gateway',
    cases: [
      {
        id: 'perm-config-unreadable',
        host: 'guest',
        given: [
          guestConfig(),
          types(`mkdir -p /srv/guest/.cache; chown root:root ${state}/openclaw.json; chmod 600 ${state}/openclaw.json`),
          failsToStart(undefined, 'guest'),
        ],
        lands: 'gateway-not-ready/permissions',
        walk: ['foreign'],
        fix: 'gateway-not-ready/fix-owner',
      },
      {
        id: 'perm-state-dir',
        releases: ['2026.9.6'],
        host: 'guest',
        given: [
          stops,
          types(`rm -rf ${state}`),
          guestConfig(),
          takenByRoot(`chmod 755 ${state}; chmod 644 ${state}/openclaw.json`),
          failsToStart(undefined, 'guest'),
        ],
        lands: 'gateway-not-ready/permissions',
        walk: ['foreign'],
        fix: 'gateway-not-ready/fix-owner',
      },
      {
        id: 'port-eacces',
        host: 'guest',
        given: [stops, types(`rm -rf ${state} /srv/guest/.cache`), guestConfig({ port: 843 }), failsToStart(undefined, 'guest')],
        lands: 'gateway-not-ready/open-port',
        fix: 'gateway-not-ready/open-port',
        port: '18889',
      },
    ],
  },
]
export default conditions
