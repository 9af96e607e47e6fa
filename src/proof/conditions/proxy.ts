import { config, file, gatewayConfig, opens, opensFresh, pause, runs, token, types } from '../acts.ts'
import type { Act, Condition } from '../condition.ts'
import { harvest } from '../harvest.ts'
import type { World } from '../world.ts'

const page = 'http://gateway.test:8080'
const isIn = /Appearance|New session|Overview/
const expectLetIn = async (world: World) => {
  const text = await (await world.browser('client')).text(isIn, 45)
  if (!isIn.test(text)) throw new Error(`the page was not let in:\n${text.slice(0, 1500)}`)
}
/** Approves what asks, as the pairing page of the guide says. */
const approves: Act = async (world) => {
  await world.types('openclaw devices list')
  await world.types(`openclaw devices approve ${harvest(world).requestId}`)
  await expectLetIn(world)
}
/** Again and again: what it shows is an answer of the gateway before it took the change. */
const reloads: Act = async (world) => {
  const browser = await world.browser('client')
  for (let i = 0; i < 9; i++) {
    await browser.reload()
    if (isIn.test(await browser.text(isIn, 5))) return
  }
  await expectLetIn(world)
}

/** A real proxy: one site over HTTP, one with a certificate of its own authority. */
const caddy: readonly Act[] = [
  file(
    'Caddyfile',
    'http://gateway.test:8080 {\n  reverse_proxy 127.0.0.1:18789\n}\ngateway.test {\n  tls internal\n  reverse_proxy 127.0.0.1:18789\n}\n',
  ),
  types(
    'caddy start --adapter caddyfile --config ~/Caddyfile > /tmp/caddy.log 2>&1; sleep 3; cp ~/.local/share/caddy/pki/authorities/local/root.crt /tmp/root.crt; chmod 644 /tmp/root.crt',
  ),
]
const knowsAuthority = 'export NODE_EXTRA_CA_CERTS=/tmp/root.crt'

/** A proxy stands before the gateway. */
const conditions: readonly Condition[] = [
  {
    id: 'proxy',
    place: 'gateway',
    needs: ['caddy', 'chromium'],
    given: [config({ controlUi: { allowedOrigins: [page] } }), runs(), ...caddy],
    cases: [
      {
        id: 'proxy-attribution-required',
        releases: ['2026.9.6'],
        given: [
          types('openclaw config set gateway.trustedProxies.0 127.0.0.1'),
          opensFresh(`${page}/#token=${token}`, /Approve this browser/, 'client'),
          approves,
          types('openclaw config unset gateway.trustedProxies'),
          pause(3000),
          opens(page, /attribution/i, 'client'),
        ],
        lands: 'connect-failed/trust-proxy',
        fix: 'connect-failed/trust-proxy',
        hands: { 4: reloads },
      },
    ],
  },
  {
    id: 'tls',
    place: 'gateway',
    needs: ['caddy'],
    given: [config({ trustedProxies: ['127.0.0.1'] }), runs(), ...caddy],
    cases: [
      {
        id: 'url-override-needs-credentials',
        given: [types(knowsAuthority), types('openclaw gateway call health --url wss://gateway.test')],
        lands: 'gateway-auth/url-credentials',
        fix: 'gateway-auth/url-credentials',
        values: { domain: 'gateway.test' },
        replies: { 1: [{ keys: `${token}\n` }] },
      },
      {
        id: 'plaintext-has-https',
        given: [
          file(
            '.openclaw/openclaw.json',
            gatewayConfig({ mode: 'remote', auth: undefined, remote: { url: 'ws://gateway.test:18789', token } }),
            'guest',
          ),
          types(knowsAuthority, { seat: 'client' }),
          types('openclaw gateway health', { seat: 'client' }),
        ],
        lands: 'plaintext-ws/where-is-it',
        walk: ['elsewhere', 'https'],
        fix: 'plaintext-ws/by-tls',
        values: { domain: 'gateway.test' },
      },
    ],
  },
]
export default conditions
