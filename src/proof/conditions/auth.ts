import { config, edits, failsToStart, file, opens, opensFresh, opensLink, runs, stops, token, types } from '../acts.ts'
import type { Act, Condition } from '../condition.ts'

const password = 'correct-horse-battery'
/** A config of somebody who has an account on the same machine. */
const guestConfig = (gateway: Record<string, never> | object = {}): Act =>
  file('.openclaw/openclaw.json', `${JSON.stringify({ gateway: { mode: 'local', ...gateway } })}\n`, 'guest')
/** What a page that was let in shows. */
const isIn = /Appearance|New session|Overview/
const signsIn: Act = opensLink()
/** Types a secret into the page's form. */
const signsInWith =
  (secret: string): Act =>
  async (world) => {
    const browser = await world.browser()
    await browser.fill(/Gateway (?:secret|password|token)|^Password/i, secret)
    await browser.press(/^Connect/i)
  }

const pastesToken: Act = async (world) => {
  // 2026.2.24 has its form there, a later release on every page.
  await opensFresh('http://127.0.0.1:18789/overview', /expects its token|token missing/i)(world)
  const before = await world.pagesLetIn()
  await signsInWith(token)(world)
  await (await world.browser()).text(isIn, 20)
  if ((await world.pagesLetIn()) <= before) throw new Error('the page was not let in')
}
/** Closes the tab that asks with the old token. */
const closesTabs: Act = async (world) => (await world.browser()).forget()

/** A gateway that runs, and refuses. */
const conditions: readonly Condition[] = [
  {
    id: 'token',
    place: 'gateway',
    given: [config()],
    cases: [
      {
        id: 'token-regenerated',
        releases: ['2026.9.6'],
        given: [config({ auth: undefined }), runs()],
        lands: 'gateway-auth/token-stays',
        walk: ['none'],
        fix: 'gateway-auth/new-token',
        also: ['device-token-mismatch/new-token'],
      },
      {
        id: 'token-env-config-drift',
        given: [
          config(),
          runs(),
          types('export OPENCLAW_GATEWAY_TOKEN=another-token-than-the-config'),
          types('openclaw gateway call health --url ws://127.0.0.1:18789 --token "$OPENCLAW_GATEWAY_TOKEN"'),
        ],
        lands: 'gateway-auth/which-places',
        walk: ['both'],
        fix: 'gateway-auth/drop-variable',
        hands: { 1: edits('.openclaw/.env', (text) => text.replaceAll(/^OPENCLAW_GATEWAY_TOKEN=.*\n/gm, '')) },
      },
      {
        id: 'token-shared',
        given: [types('export OPENCLAW_GATEWAY_TOKEN=another-token-than-the-config')],
        fix: 'device-token-mismatch/cli-shared',
      },
      {
        id: 'token-set-but-still-mismatch',
        given: [
          types('openclaw config set gateway.auth.token a-new-token-of-the-config-0123456789'),
          types('openclaw gateway call health'),
        ],
        fix: 'gateway-auth/restart-with-it',
      },
      { id: 'cli-device-mismatch', releases: ['2026.9.6'], fix: 'device-token-mismatch/cli-here' },
      {
        id: 'token-not-pinned',
        given: [stops, config({ auth: undefined })],
        fix: 'prevention/pin-token',
      },
    ],
  },
  {
    id: 'secret',
    place: 'gateway',
    given: [config()],
    cases: [
      {
        id: 'auth-token-empty',
        releases: ['2026.9.6'],
        given: [config({ auth: { mode: 'token', token: '' } }), failsToStart()],
        lands: 'gateway-auth/real-token',
        fix: 'gateway-auth/real-token',
      },
      {
        id: 'auth-password-missing',
        given: [stops, config({ auth: { mode: 'password' } }), failsToStart()],
        lands: 'gateway-auth/set-password',
        fix: 'gateway-auth/set-password',
        replies: { 0: [{ keys: `${password}\n` }] },
      },
      {
        id: 'password-forgotten',
        fix: 'gateway-auth/back-to-token',
      },
      {
        id: 'trusted-proxy-unset',
        given: [stops, config({ auth: { mode: 'trusted-proxy' } }), failsToStart()],
        lands: 'gateway-auth/trusted-proxy',
        fix: 'gateway-auth/trusted-proxy',
        fails: [3],
      },
    ],
  },
  {
    id: 'elsewhere',
    place: 'gateway',
    given: [config(), runs()],
    cases: [
      {
        id: 'gateway-token-missing',
        given: [guestConfig(), types('openclaw gateway call health', { seat: 'guest' })],
        lands: 'gateway-auth/same-user',
        walk: ['user'],
        fix: 'gateway-auth/give-client-token',
        also: ['device-token-mismatch/other-client'],
        client: 'guest',
        forms: { 3: 1 },
        replies: { 2: [{ keys: `${token}\n` }] },
        skips: [1, 4],
      },
      {
        id: 'gateway-password-mismatch',
        given: [
          stops,
          config({ auth: { mode: 'password', password } }),
          runs(),
          guestConfig({ auth: { mode: 'password', password: 'wrong' } }),
          types('openclaw gateway call health', { seat: 'guest' }),
        ],
        lands: 'gateway-auth/show-password',
        fix: 'gateway-auth/show-password',
        client: 'guest',
        forms: { 1: 1 },
        replies: { 0: [{ keys: `${password}\n` }] },
      },
    ],
  },
  {
    id: 'page-password',
    place: 'gateway',
    releases: ['2026.9.6'],
    needs: ['chromium'],
    given: [config({ auth: { mode: 'password', password } }), runs()],
    cases: [
      {
        id: 'page-password-missing',
        given: [opens('http://127.0.0.1:18789/', /expects its password|password missing/i)],
        lands: 'gateway-auth/type-password',
        fix: 'gateway-auth/type-password',
        client: 'host',
        hands: { 1: signsInWith(password) },
      },
    ],
  },
  {
    id: 'page',
    place: 'gateway',
    needs: ['chromium'],
    given: [config(), runs()],
    cases: [
      {
        id: 'page-token-missing',
        given: [opens('http://127.0.0.1:18789/', /expects its token|token missing/i)],
        fix: 'gateway-auth/sign-in',
        also: ['device-token-mismatch/open-dashboard'],
        hands: { 1: signsIn },
      },
      {
        id: 'config-get-token-redacted',
        given: [types('openclaw config get gateway.auth.token')],
        lands: 'gateway-auth/see-token',
        fix: 'gateway-auth/see-token',
        hands: { 1: pastesToken },
      },
      {
        id: 'auth-rate-limited',
        fix: 'gateway-auth/locked-out',
        also: ['device-token-mismatch/locked-out'],
        hands: { 0: closesTabs, 3: signsIn },
      },
      {
        id: 'page-no-identity',
        fix: 'access-not-configured/fresh-page',
        hands: { 1: opensFresh(`http://127.0.0.1:18789/#token=${token}`, /New session|Chat|Overview/) },
      },
    ],
  },
]
export default conditions
