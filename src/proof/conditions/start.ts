import { config, edits, editsConfig, failsToStart, gatewayConfig, stops, token, types } from '../acts.ts'
import type { Condition } from '../condition.ts'

const replaced = (from: string | RegExp, to: string) => editsConfig((text) => text.replace(from, to))
const good = config()
/** A change by the program keeps the config of before beside it. */
const withBackup = [good, types('openclaw config set gateway.port 18789')]

/** The gateway is started, and its config keeps it from coming up. */
const conditions: readonly Condition[] = [
  {
    id: 'mode',
    place: 'gateway',
    cases: [
      {
        id: 'mode-unset',
        given: [config({ mode: undefined }), failsToStart()],
        lands: 'gateway-start-blocked/read-mode',
        walk: ['unset', 'no'],
        fix: 'gateway-start-blocked/set-mode',
      },
      {
        id: 'mode-bad-value',
        given: [stops, replaced('"local"', '"hybrid"'), failsToStart()],
        lands: 'gateway-start-blocked/repair-value',
        fix: 'gateway-start-blocked/repair-value',
        hands: { 0: replaced('"hybrid"', '"local"') },
      },
      {
        id: 'mode-remote',
        given: [stops, types('openclaw config set gateway.mode remote'), failsToStart()],
        lands: 'gateway-start-blocked/remote-meant',
        walk: ['here'],
        fix: 'gateway-start-blocked/mode-local',
      },
      {
        id: 'mode-lost',
        given: [stops, ...withBackup, config({ mode: undefined })],
        fix: 'gateway-start-blocked/restore-backup',
        also: ['gateway-not-ready/take-backup'],
      },
      {
        id: 'mode-elsewhere',
        given: [stops, config({ mode: undefined }), failsToStart()],
        fix: 'gateway-start-blocked/who-runs',
      },
      {
        id: 'set-local-mode',
        given: [stops, config({ mode: undefined })],
        fix: 'prevention/set-local',
      },
    ],
  },
  {
    id: 'config-text',
    place: 'gateway',
    cases: [
      {
        id: 'config-syntax',
        releases: ['2026.9.6'],
        given: [config(gatewayConfig().replace(',', '')), failsToStart()],
        lands: 'gateway-start-blocked/read-mode',
        walk: ['unreadable', 'syntax'],
        fix: 'config-invalid/repair-line',
        hands: { 1: good },
      },
      {
        id: 'config-cut',
        given: [stops, config(gatewayConfig().slice(0, 60)), types('openclaw config get gateway.mode')],
        lands: 'gateway-not-ready/repair-json',
        fix: 'gateway-not-ready/repair-json',
        hands: { 1: good },
      },
      {
        id: 'config-empty',
        releases: ['2026.9.6'],
        given: [stops, ...withBackup, config(''), failsToStart()],
        lands: 'gateway-start-blocked/read-mode',
        walk: ['unreadable', 'empty', 'backup'],
        fix: 'config-invalid/take-backup',
      },
      {
        id: 'config-emptied',
        releases: ['2026.2.24'],
        given: [stops, ...withBackup, config(''), failsToStart()],
        lands: 'config-invalid/empty-file',
        walk: ['backup'],
        fix: 'config-invalid/take-backup',
      },
      {
        id: 'config-change-undone',
        releases: ['2026.9.6'],
        given: [stops, config({ mode: undefined }), failsToStart()],
        fix: 'config-invalid/edit-again',
        hands: { 2: good },
      },
    ],
  },
  {
    id: 'config-keys',
    place: 'gateway',
    cases: [
      {
        id: 'config-unknown-key',
        given: [config({ host: '0.0.0.0', token: 'abc' }), failsToStart()],
        lands: 'config-invalid/remove-keys',
        fix: 'config-invalid/remove-keys',
      },
      {
        id: 'config-wrong-type',
        given: [stops, config({ port: 'abc' }), failsToStart()],
        lands: 'config-invalid/port-number',
        fix: 'config-invalid/port-number',
        hands: { 1: good },
      },
      {
        id: 'config-bind-address',
        given: [stops, config({ bind: '0.0.0.0' }), types('openclaw config validate')],
        lands: 'config-invalid/bind-name',
        fix: 'config-invalid/bind-name',
        hands: { 1: good },
      },
      {
        id: 'config-bad-value',
        given: [stops, config({ auth: { mode: 'secret', token } }), failsToStart()],
        lands: 'gateway-not-ready/config-valid',
        walk: ['value', 'value', 'other'],
        fix: 'config-invalid/correct-value',
        hands: { 1: good },
      },
      {
        id: 'config-value',
        given: [stops, config({ auth: { mode: 5, token } })],
        fix: 'gateway-not-ready/fix-value',
        hands: { 1: good },
      },
      {
        id: 'doctor-repairs',
        releases: ['2026.9.6'],
        given: [stops, config({ token: 'abc' }), failsToStart()],
        lands: 'gateway-not-ready/doctor-fix',
        fix: 'gateway-not-ready/doctor-fix',
      },
    ],
  },
  {
    id: 'config-parts',
    place: 'gateway',
    cases: [
      {
        id: 'channel-unknown',
        releases: ['2026.9.6'],
        given: [config({}, { channels: { telegramm: { enabled: true } } }), failsToStart()],
        lands: 'config-invalid/named-place',
        walk: ['channel'],
        fix: 'config-invalid/channel-name',
        hands: { 2: good },
      },
      {
        id: 'config-include-missing',
        given: [stops, config({}, { $include: './extra.json5' }), failsToStart()],
        lands: 'config-invalid/put-include-back',
        fix: 'config-invalid/put-include-back',
        hands: { 2: good },
      },
      {
        id: 'config-env-missing',
        given: [stops, config({ auth: { mode: 'token', token: '${OC_GW_TOKEN}' } }), types('openclaw config validate')],
        lands: 'config-invalid/give-variable',
        fix: 'config-invalid/give-variable',
        hands: { 0: edits('.openclaw/.env', (text) => `${text}OC_GW_TOKEN=${token}\n`) },
      },
      {
        id: 'variable-missing',
        given: [stops, config({ auth: { mode: 'token', token: '${OTHER_TOKEN}' } })],
        fix: 'gateway-not-ready/set-variable',
        hands: { 0: edits('.openclaw/.env', (text) => `${text}OTHER_TOKEN=${token}\n`) },
      },
      {
        id: 'other-accounts-service',
        given: [stops, good],
        fix: 'config-invalid/own-service',
      },
    ],
  },
]
export default conditions
