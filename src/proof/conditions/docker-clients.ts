import { config, edits, failsToStart, letsIn, opensFresh, opensLink, runs, token, types } from '../acts.ts'
import type { Condition } from '../condition.ts'
import { anew } from '../docker-acts.ts'

const newest = ['2026.9.6'] as const
const earlier = ['2026.2.24'] as const
const isIn = /New session|Chat|Overview/
const page = (port = '18789', secret = token) => `http://127.0.0.1:${port}/#token=${secret}`
const another = 'another-token-than-the-one-it-was-given'

/** A container answers, and refuses who comes: a command with another token, a page at another port, a browser through the bridge. */
const conditions: readonly Condition[] = [
  {
    id: 'docker-refuses-commands',
    place: 'docker',
    releases: earlier,
    cases: [
      {
        id: 'docker-two-tokens',
        given: [anew(), config({ auth: { mode: 'token', token: another } }), runs(), types('openclaw gateway health')],
        lands: 'gateway-auth/which-places',
        walk: ['both'],
        fix: 'gateway-auth/drop-config-token',
      },
      {
        id: 'docker-cli-in-own-network',
        installs: ['compose'],
        given: [anew(), config(), runs(), types('docker compose run -T --rm openclaw-cli devices list')],
        lands: 'closed-1006-1000/ask-inside',
        fix: 'closed-1006-1000/ask-inside',
        hands: {
          1: edits(
            'openclaw/docker-compose.override.yml',
            () => 'services:\n  openclaw-cli:\n    network_mode: "service:openclaw-gateway"\n    depends_on:\n      - openclaw-gateway\n',
          ),
        },
      },
      {
        id: 'docker-no-such-program',
        given: [anew(), config(), runs(), types('docker exec $(docker ps -q) openclaw status')],
        lands: 'docker/call-by-name',
        fix: 'docker/call-by-name',
      },
    ],
  },
  {
    id: 'docker-refuses-pages',
    place: 'docker',
    needs: ['chromium'],
    cases: [
      {
        id: 'docker-origins-required',
        releases: earlier,
        given: [anew(), config({ controlUi: undefined }), failsToStart()],
        lands: 'control-ui-origin/name-origins',
        fix: 'control-ui-origin/name-origins',
        values: { host: '192.168.77.1' },
      },
      {
        id: 'docker-pairing',
        releases: earlier,
        given: [anew(), config(), runs(), opensFresh(page(), /pairing required/i)],
        lands: 'pairing-required/approve-device',
        fix: 'pairing-required/approve-device',
        hands: { 2: letsIn(isIn) },
        client: 'host',
      },
      {
        id: 'docker-page-with-old-token',
        releases: newest,
        given: [anew(), config(), runs(), opensFresh(page('18789', another), /mismatch|does not match|wrong|rejected/i)],
        lands: 'gateway-auth/browser-reason',
        walk: ['token'],
        fix: 'gateway-auth/sign-in',
        hands: { 1: opensLink() },
        client: 'host',
      },
      {
        id: 'docker-page-at-other-port',
        releases: newest,
        given: [anew({ port: '18889' }), config(), runs(), opensFresh(page('18889'), /origin not allowed/i)],
        lands: 'control-ui-origin/which-address',
        walk: ['local'],
        fix: 'control-ui-origin/allow-port',
        values: { port: '18889' },
        hands: { 4: opensFresh(page('18889'), isIn) },
        client: 'host',
        port: '18889',
      },
    ],
  },
]
export default conditions
