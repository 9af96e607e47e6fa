import { config, edits, editsConfig, failsToStart, runs, stops, token, types } from '../acts.ts'
import type { Act, Condition } from '../condition.ts'
import { anew } from '../docker-acts.ts'
import { edit, type World } from '../world.ts'

const good = config()
const replaced = (from: string | RegExp, to: string) => editsConfig((text) => text.replace(from, to))
/** Breaks the config, and puts it back as it was: the mark of the program in it cannot be read while it is broken. */
function broken(change: (text: string) => string): Record<'breaks' | 'mends', Act> {
  const whole = new WeakMap<World, string>()
  const file = '.openclaw/openclaw.json'
  return {
    breaks: (world) =>
      edit(world, file, (text) => {
        whole.set(world, text)
        return change(text)
      }),
    mends: (world) => edit(world, file, () => whole.get(world) ?? ''),
  }
}
const unclosed = broken((text) => text.replace(',', ''))
const cut = broken((text) => text.slice(0, 60))
/** A change by the program keeps the config of before beside it. */
const withBackup = [good, types('openclaw config set gateway.port 18789')]
const newest = ['2026.9.6'] as const

/** The image of 2026.2.24 starts without a mode by itself. */
const unconfiguredRefused = anew({ command: 'node openclaw.mjs gateway' })

/** A container that is started, and does not come up. */
const conditions: readonly Condition[] = [
  {
    id: 'docker-first-start',
    place: 'docker',
    releases: newest,
    cases: [
      {
        id: 'docker-unconfigured',
        given: [anew(), failsToStart()],
        lands: 'gateway-start-blocked/read-mode',
        walk: ['unset', 'no'],
        fix: 'gateway-start-blocked/set-mode-docker',
      },
      {
        id: 'docker-mode-by-variable',
        given: [
          anew({
            options: '-e OPENCLAW_GATEWAY_MODE=local',
            override: 'services:\n  openclaw-gateway:\n    environment:\n      OPENCLAW_GATEWAY_MODE: local\n',
          }),
          failsToStart(),
        ],
        lands: 'gateway-start-blocked/read-mode',
        walk: ['unset', 'no'],
        fix: 'gateway-start-blocked/set-mode-docker',
      },
      { id: 'docker-mode-elsewhere', given: [stops, config({ mode: undefined })], fix: 'gateway-start-blocked/who-runs' },
      {
        id: 'docker-tokenless-lan',
        given: [anew({ token: null }), config({ auth: undefined }), failsToStart()],
        lands: 'bind-without-auth/what-is-set',
        walk: ['nothing', 'no'],
        fix: 'bind-without-auth/token-for-container',
      },
    ],
  },
  {
    id: 'docker-auth-in-config',
    place: 'docker',
    releases: newest,
    given: [anew()],
    cases: [
      {
        id: 'docker-mode-none',
        given: [anew(), config({ auth: { mode: 'none' } }), failsToStart()],
        lands: 'bind-without-auth/what-is-set',
        walk: ['none', 'yes'],
        fix: 'bind-without-auth/ask-in-docker',
      },
      {
        id: 'docker-other-config',
        given: [stops, config({ auth: { mode: 'none', token } }), failsToStart()],
        fix: 'bind-without-auth/other-config',
      },
      {
        id: 'docker-token-placeholder',
        given: [stops, config({ auth: { mode: 'token', token: '' } })],
        fix: 'gateway-auth/real-token',
        also: ['gateway-auth/back-to-token', 'gateway-not-ready/set-token'],
      },
    ],
  },
  {
    id: 'docker-mode',
    place: 'docker',
    given: [unconfiguredRefused],
    cases: [
      {
        id: 'docker-mode-remote',
        given: [unconfiguredRefused, good, types('openclaw config set gateway.mode remote'), failsToStart()],
        lands: 'gateway-start-blocked/remote-meant',
        walk: ['here'],
        fix: 'gateway-start-blocked/mode-local',
      },
      {
        id: 'docker-mode-bad-value',
        given: [stops, replaced('"local"', '"hybrid"'), failsToStart()],
        lands: 'gateway-start-blocked/repair-value',
        fix: 'gateway-start-blocked/repair-value',
        hands: { 0: replaced('"hybrid"', '"local"') },
      },
      {
        id: 'docker-config-syntax',
        releases: newest,
        given: [stops, good, unclosed.breaks, failsToStart()],
        lands: 'gateway-start-blocked/read-mode',
        walk: ['unreadable', 'syntax'],
        fix: 'config-invalid/repair-line',
        hands: { 1: unclosed.mends },
      },
      {
        id: 'docker-config-cut',
        releases: newest,
        given: [stops, good, cut.breaks, types('openclaw config get gateway.mode')],
        lands: 'gateway-not-ready/repair-json',
        fix: 'gateway-not-ready/repair-json',
        hands: { 1: cut.mends },
      },
      {
        id: 'docker-config-value',
        releases: newest,
        given: [stops, config({ auth: { mode: 5, token } })],
        fix: 'gateway-not-ready/fix-value',
        hands: { 1: good },
      },
    ],
  },
  {
    id: 'docker-config-keys',
    place: 'docker',
    given: [anew()],
    cases: [
      {
        id: 'docker-config-unknown-key',
        given: [anew(), config({ host: '0.0.0.0', token: 'abc' }), failsToStart()],
        lands: 'config-invalid/remove-keys',
        fix: 'config-invalid/remove-keys',
      },
      {
        id: 'docker-doctor-repairs',
        releases: newest,
        given: [stops, config({ token: 'abc' }), failsToStart()],
        lands: 'gateway-not-ready/doctor-fix',
        fix: 'gateway-not-ready/doctor-fix',
      },
      {
        id: 'docker-config-wrong-type',
        given: [stops, config({ port: 'abc' }), failsToStart()],
        lands: 'config-invalid/port-number',
        fix: 'config-invalid/port-number',
        hands: { 1: good },
      },
      {
        id: 'docker-config-bad-values',
        releases: newest,
        given: [
          stops,
          config(
            { bind: '0.0.0.0', auth: { mode: 'secret', token } },
            { plugins: { load: { paths: ['/home/node/.openclaw/my-plugin'] } } },
          ),
        ],
        fix: 'config-invalid/correct-value',
        also: ['config-invalid/bind-name', 'plugin-load/load-path'],
        hands: { 1: good },
      },
      {
        id: 'docker-channel-unknown',
        releases: newest,
        given: [stops, config({}, { channels: { telegramm: { enabled: true } } })],
        fix: 'config-invalid/channel-name',
        hands: { 2: good },
      },
    ],
  },
  {
    id: 'docker-config-parts',
    place: 'docker',
    releases: newest,
    given: [anew()],
    cases: [
      {
        id: 'docker-config-empty',
        given: [anew(), ...withBackup, config(''), failsToStart()],
        lands: 'gateway-start-blocked/read-mode',
        walk: ['unreadable', 'empty', 'backup'],
        fix: 'config-invalid/take-backup',
      },
      {
        id: 'docker-mode-lost',
        given: [stops, ...withBackup, config({ mode: undefined })],
        fix: 'gateway-not-ready/take-backup',
      },
      {
        id: 'docker-include-missing',
        given: [stops, config({}, { $include: './extra.json5' })],
        fix: 'config-invalid/put-include-back',
        hands: { 2: good },
      },
      {
        id: 'docker-env-missing',
        given: [stops, config({ auth: { mode: 'token', token: '${OC_GW_TOKEN}' } })],
        fix: 'config-invalid/give-variable',
        hands: { 0: edits('.openclaw/.env', (text) => `${text}OC_GW_TOKEN=${token}\n`) },
      },
      {
        id: 'docker-variable-missing',
        given: [stops, config({ auth: { mode: 'token', token: '${OTHER_TOKEN}' } })],
        fix: 'gateway-not-ready/set-variable',
        hands: { 0: edits('.openclaw/.env', (text) => `${text}OTHER_TOKEN=${token}\n`) },
      },
    ],
  },
  {
    id: 'docker-bind',
    place: 'docker',
    releases: newest,
    given: [anew()],
    cases: [
      {
        id: 'docker-bind-address',
        given: [anew(), config({ bind: 'custom', customBindHost: '192.0.2.10' }), failsToStart()],
        fix: 'gateway-not-ready/bind-address',
      },
      {
        id: 'docker-tailscale',
        // Its start command binds it beyond the container.
        installs: ['compose'],
        given: [stops, config({ bind: 'loopback', tailscale: { mode: 'serve' } })],
        fix: 'gateway-not-ready/tailscale-off',
        also: ['remote-gateway/tailscale-off'],
      },
      { id: 'docker-hangs', given: [anew(), good, runs()], fix: 'gateway-not-ready/stop-own' },
      { id: 'docker-mode-written-early', given: [good, runs()], fix: 'prevention/set-local' },
      { id: 'docker-origins-early', given: [stops], fix: 'control-ui-origin/name-origins', values: { host: '192.168.77.1' } },
    ],
  },
  {
    id: 'docker-memory',
    place: 'docker',
    releases: newest,
    cases: [
      {
        id: 'docker-out-of-memory',
        given: [
          anew({
            // Otherwise it is started again before anybody looks.
            options: '-m 256m --memory-swap 256m --restart no',
            override: 'services:\n  openclaw-gateway:\n    mem_limit: 256m\n    memswap_limit: 256m\n    restart: "no"\n',
          }),
          good,
          failsToStart(),
          types('docker ps -a'),
        ],
        lands: 'gateway-not-ready/memory',
        walk: ['killed'],
        fix: 'gateway-not-ready/give-memory',
        hands: {
          1: edits('openclaw/docker-compose.override.yml', (text) => text.replaceAll('256m', '2g').replace('"no"', 'unless-stopped')),
        },
      },
    ],
  },
]
export default conditions
