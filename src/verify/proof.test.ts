import { describe, expect, test } from 'vitest'
import type { Env } from '../../flows/flow.ts'
import { notRun } from '../../flows/not-run.ts'
import { families } from '../chart/families.ts'
import { nodeOf, nodesOf } from '../engine/graph.ts'
import { commandsHash, proofOf, type Run } from './proof.ts'
import { runs } from './runs.ts'

const linux: Env = { install: 'native', os: 'linux', release: '2026.9.6' }
const family = families.find(({ id }) => id === 'gateway-start-blocked')!
const node = nodeOf(family, 'set-mode')!
const run: Run = {
  ...linux,
  place: 'gateway',
  family: family.id,
  node: node.id,
  condition: 'mode-unset',
  hash: commandsHash(node.meta, linux),
  result: 'ran',
}

test('a run of the commands as they are proves them, in that environment only', () => {
  expect(proofOf([run], family, node, linux)).toEqual({ state: 'ran', run })
  expect(proofOf([run], family, node, { ...linux, os: 'macos' }).state).not.toBe('ran')
  expect(proofOf([run], family, node, { ...linux, release: '2026.2.24' }).state).not.toBe('ran')
})

test('a run of other commands proves nothing any more', () => {
  expect(proofOf([{ ...run, hash: '0123456789abcdef' }], family, node, linux)).toEqual({ state: 'parsed', reason: 'It was not run there.' })
})

test('a run that needed something else says what', () => {
  const substituted: Run = { ...run, result: 'substituted', why: 'There is no service manager here.' }
  expect(proofOf([substituted], family, node, linux)).toMatchObject({ state: 'parsed', reason: 'There is no service manager here.' })
})

test('what a service manager is told is known from its docs', () => {
  const other = families.find(({ id }) => id === 'service-manager')!
  const { state, reason } = proofOf([], other, nodeOf(other, 'mac-session')!, { ...linux, os: 'macos' })
  expect(state).toBe('documented')
  expect(reason).toContain('launchctl')
})

test('a node that does not come up somewhere needs no proof there', () => {
  const other = families.find(({ id }) => id === 'service-manager')!
  expect(proofOf([], other, nodeOf(other, 'mac-session')!, linux).state).toBe('n/a')
})

describe('of the native fixes on Linux, on the newest release', () => {
  const fixes = families.flatMap((one) =>
    nodesOf(one)
      .filter(({ meta }) => meta.kind === 'fix')
      .map((fix) => ({ name: `${one.id}/${fix.id}`, proof: proofOf(runs, one, fix, linux) }))
      .filter(({ proof }) => proof.state !== 'n/a'),
  )

  test('at least 60 % ran', () => {
    expect(fixes.filter(({ proof }) => proof.state === 'ran').length / fixes.length).toBeGreaterThanOrEqual(0.6)
  })

  test('each of the others has a reason of its own', () => {
    const without = fixes.filter(({ proof }) => proof.state !== 'ran' && proof.reason!.startsWith('It was not run there.'))
    expect(without.map(({ name }) => name)).toEqual([])
  })

  test('no reason is given twice, or for what is no fix', () => {
    const named = notRun.flatMap(({ fixes: names }) => names)
    expect(new Set(named).size).toBe(named.length)
    expect(named.filter((name) => !fixes.some((one) => one.name === name))).toEqual([])
  })
})
