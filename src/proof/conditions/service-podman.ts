import { config, edits, file, token, types } from '../acts.ts'
import type { Act, Condition } from '../condition.ts'

const unit = '.config/systemd/user/openclaw.service'
const published = '-p 127.0.0.1:18789:18789 '
/** As Quadlet writes it, in short; the Podman of Debian 12 has no Quadlet yet. */
const service = `[Unit]
Description=OpenClaw gateway in Podman
[Service]
ExecStart=/usr/bin/podman --runtime /usr/sbin/runc run --name openclaw --replace --userns=keep-id --user 1000 ${published}-v %h/.openclaw:/home/node/.openclaw -v /usr/lib/node_modules/openclaw:/app:ro -v /usr/lib/node_modules:/node_modules:ro -v /usr/bin/node:/usr/local/bin/node:ro -w /app -e HOME=/home/node -e OPENCLAW_GATEWAY_TOKEN=${token} -e OPENCLAW_DISABLE_BONJOUR=1 -e OPENCLAW_SKIP_CHANNELS=1 --rootfs /usr/local/lib/podman-base:O tini -s -- node openclaw.mjs gateway --bind lan
ExecStop=/usr/bin/podman stop -i openclaw
[Install]
WantedBy=default.target
`
const has = (text: string): Act => file(unit, text, 'owner', 0o644)
const values = { container: 'openclaw', user: 'user' }

/** A rootless container that systemd starts. */
const conditions: readonly Condition[] = [
  {
    id: 'service-podman',
    place: 'systemd',
    releases: ['2026.9.6'],
    given: [config({ bind: 'lan' })],
    cases: [
      { id: 'podman-container-gone', given: [has(service), types('podman ps -a')], fix: 'podman-and-hosts/podman-gone', values },
      {
        id: 'podman-stopped',
        given: [types('podman stop openclaw; sleep 3; podman ps -a', { seconds: 60 })],
        fix: 'podman-and-hosts/podman-machine',
        values,
      },
      {
        id: 'podman-not-published',
        given: [
          types('podman stop openclaw; sleep 3', { seconds: 60 }),
          has(service.replace(published, '')),
          types('systemctl --user daemon-reload; systemctl --user restart openclaw.service; sleep 20; podman ps -a', { seconds: 60 }),
          edits(unit, () => service),
        ],
        fix: 'podman-and-hosts/podman-publish',
        values,
      },
    ],
  },
]
export default conditions
