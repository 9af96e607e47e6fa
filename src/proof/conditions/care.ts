import { config, editsConfig, failsToStart, file, gatewayConfig, leaves, runs, stops, token, types } from '../acts.ts'
import type { Act, Condition } from '../condition.ts'

/** A client of one's own, with the frame of the page. */
const frame = JSON.stringify({
  type: 'req',
  id: '1',
  method: 'connect',
  params: {
    minProtocol: 3,
    maxProtocol: 4,
    client: { id: 'gateway-client', version: '1.0.0', platform: 'linux', mode: 'backend' },
    role: 'operator',
    scopes: ['operator.read'],
    auth: { token },
  },
})
const sendsFrame: Act = async (world) => {
  await file(
    'client.mjs',
    `const s = new WebSocket('ws://127.0.0.1:18789'); s.onopen = () => s.send(${JSON.stringify(frame)}); s.onmessage = ({ data }) => { if (JSON.parse(data).type === 'res') { console.log(data); s.close() } }; s.onclose = ({ code, reason }) => console.log(code, reason)`,
  )(world)
  await world.types('node ~/client.mjs', { seconds: 30 })
  if (!world.said.includes('"ok":true')) throw new Error(`the client was not let in: ${world.said}`)
}

/** Plugins, paths, resets: what is done when nothing else helps, or before something breaks. */
const conditions: readonly Condition[] = [
  {
    id: 'plugins',
    place: 'gateway',
    cases: [
      {
        id: 'plugin-path-gone',
        given: [config({}, { plugins: { load: { paths: ['/root/.openclaw/my-plugin'] } } })],
        fix: 'plugin-load/load-path',
        hands: { 1: editsConfig(() => gatewayConfig()) },
      },
      {
        id: 'plugin-missing',
        given: [stops, config({}, { plugins: { entries: { 'no-such-plugin': { enabled: true } } } }), types('openclaw plugins doctor')],
        fix: 'plugin-load/forget-plugin',
        // 2026.2.24 is told by hand.
        hands: { 2: editsConfig(() => gatewayConfig()) },
      },
      { id: 'plugin-silent', fix: 'plugin-load/load-again' },
      { id: 'plugin-fails', fix: 'plugin-load/disable-plugin', values: { plugin: 'talk-voice' } },
      { id: 'plugin-link', releases: ['2026.9.6'], fix: 'plugin-load/relink' },
      {
        id: 'plugin-off-in-file',
        given: [stops, config()],
        fix: 'plugin-load/off-in-file',
        hands: { 1: editsConfig(() => gatewayConfig({}, { plugins: { entries: { 'talk-voice': { enabled: false } } } })) },
      },
    ],
  },
  {
    id: 'tailscale',
    place: 'gateway',
    cases: [
      {
        id: 'tailscale-missing',
        given: [config({ tailscale: { mode: 'serve' } }), failsToStart()],
        releases: ['2026.9.6'],
        lands: 'remote-gateway/tailscale-off',
        fix: 'remote-gateway/tailscale-off',
      },
      {
        id: 'tailscale-bind',
        releases: ['2026.9.6'],
        given: [stops, config({ tailscale: { mode: 'serve' }, bind: 'lan' }), types('openclaw config validate')],
        lands: 'remote-gateway/tailscale-loopback',
        fix: 'remote-gateway/tailscale-loopback',
        hands: { 0: editsConfig((text) => text.replace('"serve"', '"off"')) },
      },
      {
        id: 'tailscale-gone',
        given: [stops, config({ tailscale: { mode: 'serve' } })],
        fix: 'gateway-not-ready/tailscale-off',
      },
      {
        id: 'tailscale-unwanted',
        given: [stops, config({ tailscale: { mode: 'serve' } })],
        fix: 'access-not-configured/tailscale-off',
      },
    ],
  },
  {
    id: 'paths',
    place: 'gateway',
    given: [config(), runs()],
    cases: [
      {
        id: 'command-not-found',
        given: [types('export PATH=/srv/node/bin:/usr/bin:/bin'), types('openclaw gateway status')],
        lands: 'node-version/in-npm',
        fix: 'node-version/fix-path',
        walk: ['yes'],
      },
      {
        id: 'path-lacks-npm',
        given: [types('export PATH=/srv/node/bin:/usr/bin:/bin')],
        fix: 'prevention/fix-path',
      },
      { id: 'service-other-node', given: [stops], fix: 'node-version/service-node' },
      { id: 'node-offered', releases: ['2026.9.6'], given: [stops], fix: 'node-version/say-yes' },
      { id: 'client-sends-wrong-frame', fix: 'protocol-mismatch/first-frame', hands: { 0: sendsFrame } },
      {
        id: 'old-client-stays',
        given: [leaves(`node -e "setInterval(() => new WebSocket('ws://127.0.0.1:18789'), 400)"`, 'host', 3000)],
        fix: 'protocol-mismatch/end-client',
      },
      { id: 'health-unwatched', fix: 'prevention/watch-health' },
    ],
  },
]
export default conditions
