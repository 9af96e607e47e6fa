import { config, file, leaves, opens, opensFresh, runs, stops, token, types } from '../acts.ts'
import type { Act, Condition } from '../condition.ts'

/** An SSH server on the gateway's machine that knows the client's key. */
const ssh: readonly Act[] = [
  types(
    'mkdir -p -m 700 ~/.ssh; ssh-keygen -q -N "" -t ed25519 -f ~/.ssh/id_ed25519; printf "StrictHostKeyChecking accept-new\\n" > ~/.ssh/config',
    {
      seat: 'guest',
    },
  ),
  types(
    'mkdir -p -m 700 /run/sshd ~/.ssh; cp /srv/guest/.ssh/id_ed25519.pub ~/.ssh/authorized_keys; ssh-keygen -A; /usr/sbin/sshd -f /dev/null -o StrictModes=no -o SetEnv=PATH=$PATH',
  ),
]
/** The config of the machine that connects. */
const clientConfig = (gateway: object): Act => file('.openclaw/openclaw.json', `${JSON.stringify({ gateway })}\n`, 'guest')
const remote = (url: string) => clientConfig({ mode: 'remote', remote: { url, token } })
const signsIn = opens(`http://127.0.0.1:18789/#token=${token}`, /New session|Chat|Overview/, 'client')

/** The gateway is on one machine, the browser or the command on another. */
const conditions: readonly Condition[] = [
  {
    id: 'tunnel',
    place: 'gateway',
    needs: ['sshd', 'chromium'],
    given: [config(), runs(), ...ssh],
    cases: [
      { id: 'page-over-http', fix: 'access-not-configured/ssh-tunnel', hands: { 2: signsIn } },
      {
        id: 'proxy-in-the-way',
        fix: 'device-identity/through-tunnel',
        also: ['disconnected-4008/around-proxy', 'pairing-required/secure-address'],
        hands: { 1: signsIn },
      },
      {
        id: 'insecure-switches',
        given: [stops, config({ controlUi: { dangerouslyDisableDeviceAuth: true } }), runs()],
        fix: 'device-identity/switch-off',
        fails: [1],
        hands: { 5: signsIn },
      },
      { id: 'not-reachable-from-there', fix: 'connect-failed/tunnel' },
      { id: 'tunnel-closed', fix: 'remote-gateway/open-tunnel' },
      {
        id: 'tunnel-port-taken',
        given: [leaves('python3 -m http.server 18789 --bind 127.0.0.1', 'client'), clientConfig({ mode: 'remote' })],
        fix: 'remote-gateway/other-local-port',
      },
      { id: 'ssh-refused', fix: 'remote-gateway/ssh-login' },
      {
        id: 'plaintext-ws-blocked',
        given: [remote('ws://openclaw.example.test:18789'), types('openclaw gateway health', { seat: 'client' })],
        lands: 'plaintext-ws/where-is-it',
        walk: ['elsewhere', 'ssh'],
        fix: 'plaintext-ws/by-tunnel',
      },
      {
        id: 'gateway-unnamed',
        given: [clientConfig({ mode: 'remote' })],
        fix: 'remote-gateway/name-gateway',
        replies: { 2: [{ keys: `${token}\n` }] },
      },
      {
        id: 'tunnel-to-which',
        given: [leaves('ssh -N -L 18789:127.0.0.1:18789 root@192.168.77.1', 'client', 2500)],
        fix: 'remote-gateway/name-target',
        replies: { 0: [{ keys: `${token}\n` }] },
      },
      { id: 'app-by-ssh', releases: ['2026.9.6'], given: [clientConfig({ mode: 'remote' })], fix: 'remote-gateway/mac-ssh' },
      {
        id: 'request-seen-elsewhere',
        releases: ['2026.9.6'],
        given: [
          config({ bind: 'lan', controlUi: { allowedOrigins: ['http://192.168.77.1:18789'] } }),
          runs(),
          opensFresh(`http://192.168.77.1:18789/#token=${token}`, /Approve this browser/, 'client'),
        ],
        fix: 'pairing-required/on-the-host',
        also: ['scope-upgrade/approve-there'],
      },
      { id: 'command-elsewhere', fix: 'scope-upgrade/on-the-host' },
      {
        id: 'command-with-url',
        releases: ['2026.9.6'],
        given: [
          config({ bind: 'lan', controlUi: { allowedOrigins: ['http://192.168.77.1:18789'] } }),
          runs(),
          opensFresh(`http://192.168.77.1:18789/#token=${token}`, /Approve this browser/, 'client'),
          types('export OPENCLAW_GATEWAY_URL=ws://127.0.0.1:18789'),
        ],
        fix: 'scope-upgrade/plain-command',
      },
    ],
  },
  {
    id: 'network',
    place: 'gateway',
    given: [config({ bind: 'lan', controlUi: { allowedOrigins: ['http://192.168.77.1:18789'] } }), runs()],
    cases: [
      {
        id: 'plaintext-private',
        releases: ['2026.9.6'],
        given: [remote('ws://openclaw.example.test:18789'), types('openclaw gateway health', { seat: 'client' })],
        lands: 'plaintext-ws/where-is-it',
        walk: ['elsewhere', 'private'],
        fix: 'plaintext-ws/private-address',
      },
      {
        id: 'plaintext-left-over',
        given: [remote('ws://openclaw.example.test:18789'), types('openclaw gateway health', { seat: 'guest' })],
        fix: 'plaintext-ws/not-remote',
        client: 'guest',
      },
      {
        id: 'node-unknown',
        releases: ['2026.9.6'],
        fix: 'remote-gateway/run-node',
        replies: { 0: [{ keys: `${token}\n` }] },
      },
      { id: 'client-address', fix: 'connect-failed/client-address', client: 'host' },
    ],
  },
]
export default conditions
