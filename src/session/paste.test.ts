import { describe, expect, test } from 'vitest'
import type { Evidence } from '../engine/evidence.ts'
import { onlyPlace, putBack, take, type Facts } from './paste.ts'

const facts: Facts = { env: { install: 'native', os: 'linux', release: '2026.9.6' }, chosen: { os: 'linux' }, values: { port: '1' } }
const evidence: Evidence[] = [
  { id: 'install', words: 'Docker Compose', env: { install: 'compose' } },
  { id: 'os', words: 'Windows', env: { os: 'windows' } },
  { id: 'port', words: 'port 2', values: { port: '2', container: 'x' } },
]

describe('what a paste proves', () => {
  test('is taken over, but for what the user chose himself', () => {
    expect(take(facts, evidence, { os: 'linux' }).facts).toEqual({
      env: { install: 'compose', os: 'linux', release: '2026.9.6' },
      chosen: { os: 'linux', install: 'compose' },
      values: { port: '2', container: 'x' },
    })
  })

  test('can be put back, one by one, to what stood there before', () => {
    const { facts: after, taken } = take(facts, evidence, {})
    expect(taken.reduceRight(putBack, after)).toEqual(facts)
    expect(taken.reduce(putBack, after)).toEqual(facts)
    expect(putBack(after, taken[0]!)).toMatchObject({ env: { install: 'native', os: 'windows' }, chosen: { os: 'windows' } })
  })

  test('leaves alone what was changed since', () => {
    const { facts: after, taken } = take(facts, evidence, {})
    const changed = { ...after, env: { ...after.env, install: 'container' as const } }
    expect(putBack(changed, taken[0]!).env.install).toBe('container')
  })
})

test('a text opens a place by itself when one cause is sure and the rest are consequences', () => {
  const match = (node: string, confidence: 'exact' | 'similar', symptom: boolean) =>
    ({
      family: 'f',
      node,
      confidence,
      symptom,
      score: 1,
      line: 1,
      first: 1,
      excerpt: '',
      printed: '',
      signature: '',
      values: {},
      count: 1,
    }) as const
  expect(onlyPlace([match('a', 'exact', false), match('b', 'exact', true)])?.node).toBe('a')
  expect(onlyPlace([match('a', 'exact', false), match('b', 'exact', false)])).toBeUndefined()
  expect(onlyPlace([match('a', 'similar', false)])).toBeUndefined()
  expect(onlyPlace([])).toBeUndefined()
})
