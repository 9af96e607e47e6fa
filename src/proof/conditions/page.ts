import { config, killed, leaves, opensFresh, runs, stops, token, types } from '../acts.ts'
import type { Act, Condition } from '../condition.ts'

const page = 'http://openclaw.test:18789'
const refused = /origin not allowed/i
const forgetOrigins = types('openclaw config unset gateway.controlUi.allowedOrigins')
/** A page that the gateway let in shows its navigation. */
const isIn = /New session|Chat|Overview/

/** What the open page shows by now is what is pasted. */
const shows =
  (expected: RegExp): Act =>
  async (world) => {
    world.said = await (await world.browser()).text(expected, 30)
  }

/** “Reload the page; sign in if it asks.” */
const reloads =
  (url: string): Act =>
  async (world) => {
    const browser = await world.browser()
    await browser.reload()
    const text = await browser.text(/New session|Overview|expects its token|token missing/i, 15)
    if (!isIn.test(text)) await browser.open(`${url}/#token=${token}`)
  }

/** A browser is refused by where it comes from, or by how its page was opened. */
const conditions: readonly Condition[] = [
  {
    id: 'origin',
    place: 'gateway',
    releases: ['2026.9.6'],
    needs: ['chromium'],
    given: [config(), runs()],
    cases: [
      {
        id: 'origin-not-allowed',
        given: [opensFresh(`${page}/#token=${token}`, refused)],
        lands: 'control-ui-origin/which-address',
        walk: ['public'],
        fix: 'control-ui-origin/allow-address',
        values: { origin: page },
        hands: { 5: reloads(page) },
      },
      {
        id: 'origin-in-the-network',
        given: [forgetOrigins, opensFresh(`${page}/#token=${token}`, refused)],
        lands: 'control-ui-origin/which-address',
        walk: ['network'],
        fix: 'control-ui-origin/allow-lan',
        values: { host: 'openclaw.test' },
        hands: { 5: reloads(page) },
      },
      {
        id: 'origin-list-gap',
        given: [
          forgetOrigins,
          types('openclaw config set gateway.controlUi.allowedOrigins.0 https://openclaw.example.com'),
          opensFresh(`${page}/#token=${token}`, refused),
        ],
        fix: 'control-ui-origin/free-place',
        also: ['connect-failed/allow-origin', 'disconnected-4008/allow-origin', 'disconnected-4008/origin-place'],
        values: { origin: page },
        hands: { 3: reloads(page) },
      },
      {
        id: 'origin-other-port',
        given: [
          forgetOrigins,
          leaves(
            `node -e "const n=require('net');n.createServer((c)=>{const s=n.connect(18789,'127.0.0.1');c.pipe(s);s.pipe(c);c.on('error',()=>{});s.on('error',()=>{})}).listen(28789,'127.0.0.1')"`,
          ),
          opensFresh(`http://127.0.0.1:28789/#token=${token}`, isIn),
        ],
        fix: 'control-ui-origin/allow-port',
        values: { port: '28789' },
        hands: { 4: reloads('http://127.0.0.1:28789') },
      },
      {
        id: 'origin-fallback',
        given: [
          forgetOrigins,
          types('openclaw config set gateway.controlUi.dangerouslyAllowHostHeaderOriginFallback true'),
          opensFresh(`${page}/#token=${token}`, isIn),
        ],
        fix: 'control-ui-origin/fallback-off',
        values: { origin: page },
        hands: { 4: reloads(page) },
      },
      {
        id: 'page-old',
        given: [opensFresh(`http://127.0.0.1:18789/#token=${token}`, isIn)],
        fix: 'protocol-mismatch/reload-page',
        also: ['device-identity/reload-page'],
        client: 'host',
      },
    ],
  },
  {
    id: 'killed',
    place: 'gateway',
    needs: ['chromium'],
    given: [config(), runs()],
    cases: [
      {
        id: 'gateway-killed',
        releases: ['2026.9.6'],
        given: [opensFresh(`http://127.0.0.1:18789/#token=${token}`, isIn), killed, shows(/1006|interrupted/i)],
        lands: 'closed-1006-1000/alive',
        walk: ['down', '?killed'],
        fix: 'closed-1006-1000/killed',
      },
    ],
  },
  {
    id: 'origins-required',
    place: 'gateway',
    cases: [
      {
        id: 'origins-required',
        given: [config({ bind: 'lan' }), stops],
        fix: 'control-ui-origin/name-origins',
      },
      {
        id: 'lan-wanted',
        given: [stops, config()],
        fix: 'access-not-configured/open-lan',
        client: 'client',
      },
      {
        id: 'lan-without-token',
        given: [stops, config({ bind: 'lan', auth: undefined, controlUi: { allowedOrigins: ['http://192.168.77.1:18789'] } })],
        fix: 'access-not-configured/set-token',
        client: 'client',
      },
    ],
  },
]
export default conditions
