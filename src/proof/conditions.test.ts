import { describe, expect, test } from 'vitest'
import { releases } from '../../flows/flow.ts'
import { canReach } from '../engine/walk.ts'
import { stepsOf } from '../engine/step.ts'
import { commandsHash } from '../verify/proof.ts'
import { conditions } from './conditions.ts'
import { harvest } from './harvest.ts'
import { comesUp } from './prove.ts'
import { installsOf } from './installs.ts'
import { spotAt } from './route.ts'

const cases = conditions.flatMap((condition) => condition.cases.map((one) => ({ ...one, of: condition })))

test('every case and every condition has a name of its own', () => {
  const names = [cases.map(({ id, of }) => `${of.place} ${id}`), conditions.map(({ id, place }) => `${place} ${id}`)]
  for (const ids of names) expect(new Set(ids).size).toBe(ids.length)
})

describe.each(cases)('$of.place: $id', (one) => {
  const { family, node } = spotAt(one.fix)
  const where = releases
    .flatMap((release) => installsOf[one.of.place].map((install) => ({ install, os: 'linux', release }) as const))
    .filter((env) => comesUp(one.of, env) && comesUp(one, env))

  test('names a fix that comes up on each of its releases', () => {
    expect(node.meta.kind).toBe('fix')
    expect(where.length).toBeGreaterThan(0)
    expect(where.filter((env) => !canReach(family, env, node.id))).toEqual([])
    if (one.lands) expect(() => spotAt(one.lands!)).not.toThrow()
  })

  test('speaks only for fixes with the same commands', () => {
    for (const name of one.also ?? []) {
      const other = spotAt(name).node.meta
      for (const env of where.filter(({ release }) => release === where.at(-1)!.release))
        expect(commandsHash(other, env), name).toBe(commandsHash(node.meta, env))
    }
  })

  test('does by hand only what is a step', () => {
    const steps = stepsOf(node.meta).length
    for (const place of [one.hands, one.replies, one.forms].flatMap((places) => Object.keys(places ?? {})))
      expect(Number(place)).toBeLessThan(steps)
  })
})

test('values are taken from what commands print', () => {
  const table = '│ Pending (1) │\n│ 8f14e45f-ceea-467f-a8d5-6f1b2c3d4e5f │ vm │\nPaired (1)\n'
  expect(harvest({ printed: table }).requestId).toBe('8f14e45f-ceea-467f-a8d5-6f1b2c3d4e5f')
  const nodes = `${table}│ Request │ Node │\n│ 0d3fb259-4315-4583-83f9-9032d0682f8e │ vm │\n`
  expect(harvest({ printed: nodes }).requestId).toBe('0d3fb259-4315-4583-83f9-9032d0682f8e')
  expect(harvest({ printed: 'LISTEN 0 511 127.0.0.1:18789 users:(("openclaw-gatewa",pid=186,fd=22))' }).pid).toBe('186')
  expect(harvest({ printed: 'python3 4711 root 3u IPv4 0t0 TCP 127.0.0.1:18789 (LISTEN)' }).pid).toBe('4711')
  expect(harvest({ printed: '[\n  "https://openclaw.example.com"\n]\n' }).place).toBe('1')
  expect(harvest({ printed: 'Config path is valid but unset' }).place).toBe('0')
})
