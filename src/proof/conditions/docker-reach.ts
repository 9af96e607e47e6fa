import { config, edits, failsToStart, pause, runs, stops, token, types } from '../acts.ts'
import type { Act, Condition } from '../condition.ts'
import { anew } from '../docker-acts.ts'

const good = config()
const newest = ['2026.9.6'] as const
/** The port of the host answers nothing, or nobody. */
const curl = types('curl -i -m 8 http://127.0.0.1:18789/healthz')
/** A gateway that somebody set up and that runs. */
const up: readonly Act[] = [anew(), good, runs()]

/** As when the machine is switched off while it starts. */
const startsAndIsGone: Act = async (world) => {
  const { start, make } = world.sandbox.keeper!
  await world.types(`${make?.by ?? start}; sleep 5; docker rm -f $(docker ps -aq)`, { seconds: 60 })
}

/** A container runs, and nobody reaches it, or not with the right token. */
const conditions: readonly Condition[] = [
  {
    id: 'docker-killed',
    place: 'docker',
    releases: newest,
    cases: [
      {
        id: 'docker-owner-lease',
        given: [...up, types('docker rm -f $(docker ps -q)'), failsToStart()],
        lands: 'gateway-start-blocked/owner-lease',
        fix: 'gateway-start-blocked/owner-lease',
        hands: { 1: () => {} },
      },
    ],
  },
  {
    id: 'docker-cut-off',
    place: 'docker',
    releases: newest,
    cases: [
      {
        id: 'docker-start-cut-off',
        installs: ['compose'],
        given: [anew(), good, startsAndIsGone, failsToStart()],
        lands: 'gateway-not-ready/lease',
        fix: 'gateway-not-ready/lease',
        hands: { 1: () => {} },
      },
    ],
  },
  {
    id: 'docker-ports',
    place: 'docker',
    given: [anew()],
    cases: [
      {
        id: 'docker-loopback-by-env',
        installs: ['compose'],
        given: [anew({ dotenv: 'OPENCLAW_GATEWAY_BIND=loopback\n' }), good, runs(), curl],
        lands: 'docker/ready-inside',
        walk: ['inside'],
        fix: 'docker/bind-lan',
      },
      {
        id: 'docker-loopback',
        installs: ['container'],
        given: [anew(), config({ bind: 'loopback' }), runs(), curl],
        lands: 'docker/ready-inside',
        walk: ['inside'],
        fix: 'docker/bind-lan',
      },
      {
        id: 'docker-port-not-in-file',
        releases: newest,
        installs: ['compose'],
        given: [stops, edits('openclaw/docker-compose.yml', (text) => text.replace(/ {4}ports:\n.*\n/, '')), runs(), curl],
        fix: 'docker/publish-port',
        hands: {
          4: edits(
            'openclaw/docker-compose.override.yml',
            () => 'services:\n  openclaw-gateway:\n    ports:\n      - "127.0.0.1:18789:18789"\n',
          ),
        },
      },
      {
        id: 'docker-port-not-mapped',
        releases: newest,
        installs: ['container'],
        given: [anew({ port: '127.0.0.1:18789:3001' }), good, runs(), curl],
        fix: 'docker/publish-port',
      },
      {
        id: 'docker-inner-port',
        releases: newest,
        installs: ['container'],
        given: [types('openclaw config set gateway.port 18800'), pause(3000), stops, runs(), curl],
        fix: 'docker/reset-inner-port',
      },
    ],
  },
  {
    id: 'docker-host-port',
    place: 'docker',
    cases: [
      {
        id: 'docker-host-port-taken',
        given: [
          anew(),
          good,
          types('docker run -d --name other -p 127.0.0.1:18789:18789 --entrypoint sleep <image> infinity'),
          failsToStart(),
        ],
        lands: 'docker/free-host-port',
        fix: 'docker/free-host-port',
        port: '18889',
      },
      {
        id: 'docker-port-of-another',
        releases: newest,
        given: [
          anew(),
          good,
          types('docker run -d --name other -p 127.0.0.1:18789:18789 --entrypoint sleep <image> infinity'),
          failsToStart(),
        ],
        fix: 'docker/stop-other',
        also: ['gateway-not-ready/end-program'],
        values: { otherContainer: 'other' },
      },
      {
        id: 'docker-two-on-one-state',
        releases: newest,
        given: [
          types(
            'docker run -d --name second -e OPENCLAW_GATEWAY_TOKEN=x -v <volume>:/home/node/.openclaw <image>; sleep 20; docker logs second',
            {
              seconds: 60,
            },
          ),
        ],
        fix: 'prevention/one-container',
        values: { otherContainer: 'second' },
      },
      {
        id: 'docker-left-over',
        releases: newest,
        given: [types('docker start second; sleep 5'), stops],
        fix: 'gateway-not-ready/end-leftover',
        values: { otherContainer: 'second' },
      },
    ],
  },
  {
    id: 'docker-commands',
    place: 'docker',
    given: up,
    cases: [
      { id: 'docker-wait', releases: newest, fix: 'docker/wait-ready' },
      {
        id: 'docker-restart-inside',
        given: [types('docker exec $(docker ps -q) node dist/index.js gateway restart')],
        lands: 'service-manager/restart-outside',
        fix: 'service-manager/restart-outside',
        also: ['docker/restart-outside'],
      },
      {
        id: 'docker-not-a-tty',
        given: [types('docker exec -it $(docker ps -q) openclaw config get gateway.mode < /dev/null')],
        lands: 'docker/no-terminal',
        fix: 'docker/no-terminal',
      },
      {
        id: 'docker-name',
        releases: newest,
        installs: ['compose'],
        given: [types('docker compose run --rm openclaw-cli openclaw status')],
        lands: 'docker/call-by-name',
        fix: 'docker/call-by-name',
      },
      { id: 'docker-entry', releases: newest, installs: ['container'], fix: 'docker/call-by-name' },
      {
        id: 'docker-doctor-beside',
        releases: newest,
        given: [types('docker exec $(docker ps -q) openclaw doctor --fix --non-interactive', { seconds: 120 })],
        lands: 'update-broke-it/run-doctor',
        fix: 'update-broke-it/run-doctor',
        also: ['docker/doctor-in-docker'],
      },
      {
        id: 'docker-command-while-down',
        releases: newest,
        given: [stops, types('docker exec $(docker ps -aq | head -1) openclaw config get gateway.mode')],
        fix: 'docker/one-off',
      },
      {
        id: 'docker-service-stopped',
        given: [stops, types('docker exec $(docker ps -aq) node dist/index.js gateway health')],
        lands: 'connect-failed/gateway-down',
        walk: ['stopped'],
        fix: 'connect-failed/start',
      },
      {
        id: 'docker-stopped',
        releases: newest,
        given: [stops],
        fix: 'closed-1006-1000/start-again',
        also: ['send-failed/start-container'],
      },
      { id: 'docker-slow', releases: newest, fix: 'closed-1006-1000/lighten' },
      { id: 'docker-starting', releases: newest, fix: 'closed-1006-1000/starting' },
      { id: 'docker-no-policy', releases: newest, fix: 'send-failed/restart-policy', hands: { 1: () => {} } },
      { id: 'docker-crashed', releases: newest, given: [stops], fix: 'send-failed/exception' },
      { id: 'docker-plugin-silent', releases: newest, fix: 'plugin-load/load-again' },
      { id: 'docker-plugin-fails', releases: newest, fix: 'plugin-load/disable-plugin', values: { plugin: 'talk-voice' } },
    ],
  },
  {
    id: 'docker-secrets',
    place: 'docker',
    releases: newest,
    cases: [
      {
        id: 'docker-secret-missing',
        given: [
          anew(),
          config({ auth: { mode: 'token', token: { source: 'env', provider: 'default', id: 'OC_MISSING_TOKEN' } } }),
          failsToStart(),
        ],
        lands: 'secretref/which-secret',
        walk: ['env'],
        fix: 'secretref/set-variable',
        hands: { 0: edits('.openclaw/.env', (text) => `${text}OC_MISSING_TOKEN=${token}\n`) },
      },
      { id: 'docker-secret-degraded', fix: 'secretref/reload-secrets' },
      { id: 'docker-secret-for-doctor', fix: 'secretref/let-doctor-ask' },
      { id: 'docker-secret-back', given: [stops], fix: 'secretref/restart-with-secrets', also: ['protocol-mismatch/restart-gateway'] },
      {
        id: 'docker-secret-plain',
        given: [stops, config({ auth: { mode: 'token', token: { source: 'env', provider: 'default', id: 'OC_NOWHERE_TOKEN' } } })],
        fix: 'secretref/plain-token',
      },
    ],
  },
]
export default conditions
