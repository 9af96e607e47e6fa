import { config, edits, failsToStart, killed, leaves, pause, runs, stops, types } from '../acts.ts'
import type { Act, Condition } from '../condition.ts'
import { quicklyWithService, yes } from '../onboarding.ts'
import { pastes } from '../pastes.ts'

const good = config()
const unit = '.config/systemd/user/openclaw-gateway.service'
const reloads = types('systemctl --user daemon-reload')
const log = types('journalctl --user -u openclaw-gateway.service -n 30 --no-pager')
const status = types('systemctl --user status openclaw-gateway.service --no-pager')
/** As an older release, a moved install or an editor left it. */
const unitSays = (from: RegExp, to: string): Act => edits(unit, (text) => text.replace(from, to))
const newest = ['2026.9.6'] as const
const noBus = types('unset XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS')
const portOwner = `node -e "require('http').createServer((q, r) => r.end()).listen(18789, '127.0.0.1')"`

/** The service of a user under a real systemd. */
const service: readonly Condition[] = [
  {
    id: 'service-missing',
    place: 'systemd',
    cases: [
      {
        id: 'service-not-installed',
        given: [config({ mode: undefined }), types('openclaw gateway start')],
        lands: 'service-manager/install',
        fix: 'service-manager/install',
        also: ['connect-failed/install-service', 'send-failed/install-service'],
      },
    ],
  },
  {
    id: 'service-plain',
    place: 'systemd',
    given: [good, runs()],
    cases: [
      {
        id: 'service-stopped',
        given: [stops, types('openclaw gateway health --timeout 3000')],
        lands: 'connect-failed/answers',
        walk: ['refused', 'stopped'],
        fix: 'connect-failed/start',
        also: ['closed-1006-1000/start-again', 'send-failed/start-service', 'service-manager/start-service'],
      },
      {
        id: 'service-killed',
        given: [killed, pause(1000), status],
        lands: 'closed-1006-1000/killed',
        fix: 'closed-1006-1000/killed',
      },
      {
        id: 'service-waits',
        given: [types('openclaw gateway restart', { seconds: 120 })],
        fix: 'gateway-not-ready/wait',
        hands: { 1: pause(2000) },
      },
      { id: 'service-guide-name', given: [types('systemctl status openclaw')], fix: 'service-manager/refresh' },
      {
        id: 'service-by-root',
        releases: newest,
        given: [types('sudo openclaw gateway install')],
        lands: 'service-manager/no-sudo',
        fix: 'service-manager/no-sudo',
      },
      {
        id: 'service-other-home',
        releases: ['2026.9.6'],
        given: [types('export OPENCLAW_HOME=/tmp/elsewhere')],
        fix: 'service-manager/own-home',
      },
    ],
  },
  {
    id: 'service-old',
    place: 'systemd',
    given: [good, runs()],
    cases: [
      {
        id: 'service-old-port',
        given: [
          stops,
          types('openclaw config set gateway.port 18790'),
          types('openclaw gateway start', { seconds: 120 }),
          types('openclaw gateway status'),
        ],
        lands: 'service-manager/service-port',
        fix: 'service-manager/service-port',
        also: ['connect-failed/service-port', 'wsl-and-windows/make-task'],
        values: { port: '18790' },
        port: '18790',
      },
      {
        id: 'service-port-in-file',
        releases: newest,
        given: [stops, config({ port: 'abc' })],
        fix: 'config-invalid/port-number',
        hands: { 1: good },
      },
      { id: 'service-wrong-port', given: [types('export OPENCLAW_GATEWAY_URL=ws://127.0.0.1:18800')], fix: 'connect-failed/same-port' },
      {
        id: 'service-token-drift',
        // 2026.2.24 has the token in the unit, and says nothing of two.
        releases: newest,
        given: [
          stops,
          good,
          unitSays(/^\[Service\]$/m, '[Service]\nEnvironment=OPENCLAW_GATEWAY_TOKEN=an-older-token'),
          reloads,
          types('openclaw gateway status'),
        ],
        lands: 'gateway-auth/sync-service',
        fix: 'gateway-auth/sync-service',
      },
      {
        id: 'service-token-left',
        given: [stops, unitSays(/^\[Service\]$/m, '[Service]\nEnvironment=OPENCLAW_GATEWAY_TOKEN=an-older-token'), reloads],
        fix: 'device-token-mismatch/sync-service',
      },
      {
        id: 'service-node-gone',
        given: [
          stops,
          unitSays(/^ExecStart=\S+/m, 'ExecStart=/home/user/.nvm/versions/node/v24.0.0/bin/node'),
          reloads,
          types('systemctl --user start openclaw-gateway.service; sleep 2'),
          log,
        ],
        lands: 'update-broke-it/service-anew',
        fix: 'update-broke-it/service-anew',
      },
      { id: 'service-node-old', given: [stops], fix: 'node-version/service-node' },
      { id: 'service-node-offered', releases: ['2026.9.6'], given: [stops], fix: 'node-version/say-yes' },
      { id: 'service-of-another', given: [stops], fix: 'config-invalid/own-service' },
    ],
  },
  {
    id: 'service-conflicts',
    place: 'systemd',
    given: [good, runs()],
    cases: [
      {
        id: 'service-gave-up',
        releases: newest,
        given: [
          stops,
          unitSays(/dist\/index\.js/, 'dist/gone.js'),
          edits(unit, (text) => text.replace(/^RestartSec=.*$/m, 'RestartSec=1')),
          reloads,
          types('systemctl --user start openclaw-gateway.service; sleep 25', { seconds: 60 }),
          unitSays(/dist\/gone\.js/, 'dist/index.js'),
          reloads,
          log,
        ],
        lands: 'service-manager/start-limit',
        fix: 'service-manager/start-limit',
      },
      {
        id: 'service-and-foreground',
        releases: newest,
        given: [stops, runs('openclaw gateway run'), types('openclaw gateway start', { seconds: 150 }), log],
        lands: 'service-manager/foreground',
        fix: 'service-manager/foreground',
      },
      {
        id: 'service-port-taken',
        given: [stops, leaves(portOwner), failsToStart()],
        fix: 'gateway-not-ready/switch-port',
        also: ['gateway-not-ready/open-port'],
        values: { newPort: '18889' },
        port: '18889',
      },
    ],
  },
  {
    id: 'service-bus',
    place: 'systemd',
    given: [good, runs()],
    cases: [
      {
        id: 'service-no-user-bus',
        given: [noBus, types('systemctl --user status openclaw-gateway.service')],
        lands: 'service-manager/user-bus',
        fix: 'service-manager/user-bus',
        also: ['send-failed/user-bus'],
      },
      {
        id: 'service-linger-off',
        given: [noBus, types('sudo loginctl disable-linger user; sleep 15', { seconds: 40 }), types('openclaw gateway status')],
        fix: 'service-manager/linger',
        also: ['send-failed/linger'],
      },
    ],
  },
  {
    id: 'service-network',
    place: 'systemd',
    cases: [
      {
        id: 'service-lan',
        given: [good, runs()],
        fix: 'access-not-configured/open-lan',
        client: 'client',
      },
      {
        id: 'service-lan-without-token',
        given: [stops, config({ bind: 'lan', auth: undefined })],
        fix: 'access-not-configured/set-token',
        client: 'client',
      },
      {
        id: 'service-second',
        given: [
          stops,
          types(
            `mkdir -p ~/.config/systemd/user; cp ~/${unit} ~/.config/systemd/user/openclaw-second.service; systemctl --user daemon-reload; systemctl --user enable --now openclaw-second.service; sleep 15`,
            {
              seconds: 60,
            },
          ),
        ],
        fix: 'prevention/one-service',
        values: { otherService: 'openclaw-second.service' },
      },
    ],
  },
  {
    id: 'service-reset',
    place: 'systemd',
    given: [good, runs()],
    cases: [
      {
        id: 'service-full-reset',
        fix: 'full-reset/wipe-native',
        replies: { 4: yes, 6: quicklyWithService },
      },
      { id: 'service-restored', fix: 'full-reset/restore' },
    ],
  },
]

const domain = 'gateway.local'
const site = '/etc/nginx/sites-enabled/openclaw'
const server = `server {
    listen 443 ssl;
    server_name ${domain};
    ssl_certificate /etc/ssl/gateway.crt;
    ssl_certificate_key /etc/ssl/gateway.key;
    @
}`
const plain = server.replace('@', 'location / { proxy_pass http://127.0.0.1:18789; }')
const writes = (file: string, text: string) => types(`sudo tee ${file} > /dev/null <<'END-OF-FILE'\n${text}\nEND-OF-FILE`)
/** A certificate that this machine trusts. */
const certificate = types(
  `sudo sh -c 'openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=${domain} -addext subjectAltName=DNS:${domain} -keyout /etc/ssl/gateway.key -out /etc/ssl/gateway.crt 2>/dev/null && cp /etc/ssl/gateway.crt /usr/local/share/ca-certificates/gateway.crt && update-ca-certificates >/dev/null'`,
)
const behindProxy = config({ trustedProxies: ['127.0.0.1'], controlUi: { allowedOrigins: [`https://${domain}`] } })
const values = { domain }

/** Proxies that systemd keeps, in front of the service. */
const proxies: readonly Condition[] = [
  {
    id: 'service-nginx',
    place: 'systemd',
    given: [behindProxy, runs(), certificate],
    cases: [
      {
        id: 'nginx-no-upgrade',
        given: [writes(site, plain), types('sudo systemctl start nginx')],
        fix: 'connect-failed/nginx',
        values,
        hands: { 0: pastes('connect-failed/nginx', 0, site, server) },
      },
      {
        id: 'nginx-cuts-quiet',
        given: [writes(site, plain), types('sudo systemctl reload nginx')],
        fix: 'disconnected-4008/nginx',
        values,
        hands: { 0: pastes('disconnected-4008/nginx', 0, site, server) },
      },
      {
        id: 'nginx-default-timeout',
        given: [writes(site, plain), types('sudo systemctl reload nginx')],
        fix: 'prevention/proxy-timeout',
        values,
        hands: {
          0: pastes('prevention/proxy-timeout', 0, site, server.replace('@', 'location / { proxy_pass http://127.0.0.1:18789;\n@\n}')),
        },
      },
      {
        id: 'proxy-wrong-backend',
        given: [
          writes(site, plain.replace('18789', '3001')),
          types('sudo systemctl restart nginx; sleep 1'),
          types(`curl -sS -m 8 -I https://${domain}/`),
        ],
        lands: 'connect-failed/proxy-backend',
        fix: 'connect-failed/proxy-backend',
        values,
        hands: {
          1: pastes('connect-failed/proxy-backend', 1, site, server.replace('@', 'location / { @ }')),
          2: pastes('connect-failed/proxy-backend', 2, '/etc/caddy/Caddyfile', `${domain} {\n    @\n}`),
        },
      },
      {
        id: 'caddy-snippet-alone',
        given: [
          types('sudo systemctl stop nginx'),
          writes('/etc/caddy/Caddyfile', 'reverse_proxy localhost:3001\ntransport http {\n    keepalive 5m\n}'),
          types('caddy validate --adapter caddyfile --config /etc/caddy/Caddyfile'),
          writes('/etc/caddy/Caddyfile', ':8080 {\n    respond ok\n}'),
          types('sudo systemctl start caddy'),
        ],
        fix: 'disconnected-4008/caddy',
        values,
        hands: { 0: pastes('disconnected-4008/caddy', 0, '/etc/caddy/Caddyfile', '@', values) },
      },
      {
        id: 'caddy-no-site',
        given: [
          writes('/etc/caddy/Caddyfile', ':8080 {\n    respond ok\n}'),
          types('sudo systemctl reload caddy'),
          types(
            'sleep 3; sudo sh -c "cp /var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt /usr/local/share/ca-certificates/caddy.crt && update-ca-certificates"',
          ),
        ],
        fix: 'connect-failed/caddy',
        values,
        hands: { 0: pastes('connect-failed/caddy', 0, '/etc/caddy/Caddyfile', '@', values) },
      },
    ],
  },
  {
    id: 'service-firewall',
    place: 'systemd',
    given: [config({ bind: 'lan', controlUi: { allowedOrigins: ['http://192.168.77.1:18789'] } }), runs()],
    cases: [
      {
        id: 'firewall-blocks-port',
        given: [
          types('sudo ufw allow 3001; sudo ufw --force enable; sudo ufw status', { seconds: 60 }),
          types('curl -sS -m 8 -I http://192.168.77.1:18789/', { seat: 'client' }),
        ],
        lands: 'connect-failed/reach',
        walk: ['timeout'],
        fix: 'connect-failed/firewall',
        client: 'client',
        values: { subnet: '192.168.77.0/24' },
        hands: { 2: types('curl -sS -m 8 -I http://192.168.77.1:18789/', { seat: 'client' }) },
      },
    ],
  },
]

const conditions: readonly Condition[] = [...service, ...proxies]
export default conditions
