import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { config, edits, failsToStart, file, runs, stops, token, types } from '../acts.ts'
import type { Act, Condition } from '../condition.ts'

const refers = (source: string, provider: string, id: string, more: Parameters<typeof config>[1] = {}): Act =>
  config({ auth: { mode: 'token', token: { source, provider, id } } }, more)
const setsVariable = (name: string): Act => edits('.openclaw/.env', (text) => `${text}${name}=${token}\n`)
const program = file(
  'fetch-secret',
  `#!/bin/sh\ncat >/dev/null\necho '{"protocolVersion":1,"values":{"gateway":"${token}"}}'\n`,
  'owner',
  0o700,
)

/** The token is a reference, and what it names cannot be had. Only 2026.9.6 has references. */
const conditions: readonly Condition[] = [
  {
    id: 'secrets',
    place: 'gateway',
    releases: ['2026.9.6'],
    cases: [
      {
        id: 'secretref-unresolved',
        given: [refers('env', 'default', 'OC_MISSING_TOKEN'), failsToStart()],
        lands: 'secretref/which-secret',
        walk: ['env'],
        fix: 'secretref/set-variable',
        hands: { 0: setsVariable('OC_MISSING_TOKEN') },
      },
      {
        id: 'secret-for-the-command',
        given: [
          stops,
          refers('env', 'default', 'OC_COMMAND_TOKEN'),
          types(`export OC_COMMAND_TOKEN=${token}`),
          runs(),
          types('unset OC_COMMAND_TOKEN'),
        ],
        fix: 'secretref/command-alone',
        hands: { 0: setsVariable('OC_COMMAND_TOKEN') },
      },
      { id: 'secret-degraded', fix: 'secretref/reload-secrets' },
      { id: 'secret-for-doctor', fix: 'secretref/let-doctor-ask' },
      { id: 'secret-back', given: [stops], fix: 'secretref/restart-with-secrets' },
      {
        id: 'secret-not-stored',
        given: [stops, refers('store', 'default', 'GATEWAY_TOKEN'), failsToStart()],
        fix: 'secretref/fill-store',
        values: { secretName: 'GATEWAY_TOKEN' },
        replies: { 0: [{ asks: /value|secret/i, keys: `${token}\r` }] },
      },
      {
        id: 'secret-file-open',
        given: [
          stops,
          file('gateway.secret', token, 'owner', 0o644),
          refers('file', 'mounted', 'value', {
            secrets: { providers: { mounted: { source: 'file', path: '/root/gateway.secret', mode: 'singleValue' } } },
          }),
          ({ sandbox }) => chmodSync(join(sandbox.home(), 'gateway.secret'), 0o644),
          failsToStart(),
        ],
        fix: 'secretref/repair-file',
        values: { secretFile: '~/gateway.secret' },
      },
      {
        id: 'secret-program',
        given: [
          stops,
          refers('exec', 'vault', 'gateway', { secrets: { providers: { vault: { source: 'exec', command: '/root/fetch-secret' } } } }),
          failsToStart(),
          program,
        ],
        fix: 'secretref/repair-program',
      },
      {
        id: 'secret-plain',
        given: [stops, refers('env', 'default', 'OC_NOWHERE_TOKEN'), failsToStart()],
        fix: 'secretref/plain-token',
      },
    ],
  },
]
export default conditions
