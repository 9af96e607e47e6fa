import { chownSync } from 'node:fs'
import { answers, config, edits, failsToStart, opens, opensFresh, opensLink, runs, stops, token, types } from '../acts.ts'
import type { Act, Condition } from '../condition.ts'
import { anew } from '../docker-acts.ts'
import { pastes } from '../pastes.ts'

const good = config()
const newest = ['2026.9.6'] as const
const up: readonly Act[] = [anew(), good, runs()]
/** The config says another token than the container was given. */
const twoTokens: Act = async (world) => {
  await stops(world)
  await config({ auth: { mode: 'token', token: 'another-token-than-that-of-the-container' } })(world)
}
const isIn = /New session|Chat|Overview/
const page = 'http://127.0.0.1:18789'
const composeFile = '/root/openclaw/docker-compose.yml'
const override = '/root/openclaw/docker-compose.override.yml'
/** As `sudo docker compose up` in a new folder leaves it. */
const ofRoot: Act = ({ sandbox }) => chownSync(sandbox.state!(), 0, 0)
const mounted = types("docker inspect -f '{{len .Mounts}} mounts' $(docker ps -q)")
/** The page again, with the token in its address. */
const signsIn: Act = async (world) => {
  await answers(world)
  await opensFresh(`${page}/#token=${token}`, isIn)(world)
}

/** The state of a container, and what it is given. */
const conditions: readonly Condition[] = [
  {
    id: 'docker-owner',
    place: 'docker',
    releases: newest,
    cases: [
      {
        id: 'docker-state-of-root',
        given: [anew(), good, ofRoot, failsToStart()],
        lands: 'docker/own-state',
        fix: 'docker/own-state',
      },
    ],
  },
  {
    id: 'docker-unmounted',
    place: 'docker',
    releases: newest,
    cases: [
      {
        id: 'docker-no-mount',
        installs: ['container'],
        given: [
          anew({ mount: '', command: 'node openclaw.mjs gateway --allow-unconfigured' }),
          runs(),
          types('docker exec $(docker ps -q) node dist/index.js config set gateway.mode local'),
          mounted,
        ],
        lands: 'docker/state-mounted',
        walk: ['none'],
        fix: 'docker/mount-state',
      },
      {
        id: 'docker-mount-missing',
        installs: ['compose'],
        given: [
          anew(),
          edits('openclaw/docker-compose.yml', (text) =>
            text.replaceAll(/ {4}volumes:\n(?: {6}- \$\{OPENCLAW.*\n)+/g, '').replace('"18789"]', '"18789", "--allow-unconfigured"]'),
          ),
          runs(),
          mounted,
        ],
        lands: 'docker/state-mounted',
        walk: ['none'],
        fix: 'docker/mount-state',
        hands: { 3: pastes('docker/mount-state', 3, override) },
      },
    ],
  },
  {
    id: 'docker-made-anew',
    place: 'docker',
    releases: newest,
    given: up,
    cases: [
      {
        id: 'docker-container-gone',
        given: [stops, types('docker rm $(docker ps -aq)')],
        fix: 'docker/create-container',
      },
      {
        id: 'docker-token-two-places',
        installs: ['compose'],
        given: [twoTokens],
        fix: 'docker/one-token',
        also: ['gateway-auth/drop-config-token'],
      },
      { id: 'docker-token-in-both', installs: ['container'], given: [twoTokens], fix: 'docker/one-token' },
      { id: 'docker-token-also-in-config', installs: ['container'], given: [twoTokens], fix: 'gateway-auth/drop-config-token' },
      {
        id: 'docker-token-not-pinned',
        given: [stops, config({ auth: { mode: 'token', token: 'of-the-config-only-0123456789' } })],
        fix: 'docker/pin-token',
      },
      { id: 'docker-token-changed', fix: 'gateway-auth/restart-with-it' },
      {
        id: 'docker-unknown-names',
        installs: ['compose'],
        given: [
          anew(),
          good,
          edits('openclaw/docker-compose.yml', () => 'services:\n  openclaw:\n    image: openclaw-stack\n'),
          types('docker compose up -d openclaw-gateway'),
        ],
        lands: 'docker/official-names',
        fix: 'docker/official-names',
        hands: {
          0: async (world) => {
            await pastes('docker/official-names', 0, composeFile)(world)
            await world.types(
              'docker volume create openclaw_openclaw-state; docker run --rm -u root -v openclaw_openclaw-state:/to -v /root/.openclaw:/from --entrypoint cp $(docker images -q | head -1) -a /from/. /to/',
            )
          },
        },
      },
      {
        id: 'docker-unknown-image',
        installs: ['container'],
        given: [
          types('docker stop <container>; docker rm <container>; docker run -d --name openclaw-stack openclaw-stack'),
          types('docker tag <image> ghcr.io/openclaw/openclaw:latest'),
        ],
        fix: 'docker/official-names',
      },
    ],
  },
  {
    id: 'docker-reset',
    place: 'docker',
    releases: newest,
    given: up,
    cases: [
      { id: 'docker-new-config', fix: 'full-reset/new-config' },
      {
        id: 'docker-wipe',
        installs: ['container'],
        given: [stops],
        fix: 'full-reset/wipe-volume',
      },
      { id: 'docker-restore', installs: ['container'], fix: 'full-reset/restore' },
      {
        id: 'docker-wipe-folders',
        installs: ['compose'],
        given: [
          anew({ dotenv: 'OPENCLAW_WORKSPACE_DIR=/root/workspace\n' }),
          types('mkdir -p /root/workspace; chown 1000:1000 /root/workspace'),
          good,
          runs(),
        ],
        fix: 'full-reset/wipe-folders',
        values: { workspaceDir: '/root/workspace' },
      },
      { id: 'docker-restore-folders', installs: ['compose'], fix: 'full-reset/restore', values: { workspaceDir: '/root/workspace' } },
    ],
  },
  {
    id: 'docker-browser',
    place: 'docker',
    releases: newest,
    needs: ['chromium'],
    given: up,
    cases: [
      {
        id: 'docker-page-signs-in',
        given: [opens(`${page}/`, /expects its token|token missing/i)],
        fix: 'gateway-auth/sign-in',
        also: ['device-token-mismatch/open-dashboard'],
        hands: { 1: opensLink() },
        client: 'host',
      },
      {
        id: 'docker-locked-out',
        fix: 'gateway-auth/locked-out',
        also: ['device-token-mismatch/locked-out'],
        hands: { 0: async (world) => (await world.browser()).forget(), 3: opensLink() },
        client: 'host',
      },
      { id: 'docker-page-token', fix: 'docker/give-token', hands: { 1: signsIn }, client: 'host' },
      {
        id: 'docker-page-old',
        given: [signsIn],
        fix: 'protocol-mismatch/reload-page',
        also: ['device-identity/reload-page'],
        client: 'host',
      },
      { id: 'docker-open-again', fix: 'prevention/open-again', hands: { 1: signsIn }, client: 'host' },
      { id: 'docker-no-identity', fix: 'access-not-configured/fresh-page', hands: { 1: signsIn }, client: 'host' },
      { id: 'docker-origins', fix: 'docker/allow-origins', hands: { 4: signsIn }, client: 'host' },
    ],
  },
]
export default conditions
