import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { families } from '../chart/families.ts'
import { environments, nodeOf, nodesOf } from './graph.ts'
import { environmentsOf, placeAfter, placeAt, placeIn } from './place.ts'
import { shortestTrail, walk } from './walk.ts'

const anyFamily = fc.constantFrom(...families)
const anyEnv = fc.constantFrom(...environments)
const id = fc.stringMatching(/^[a-z]{1,6}$/)
/** Answers that fit, answers that do not, and nonsense, for one family. */
const someAnswers = anyFamily.chain((family) => {
  const real = nodesOf(family).flatMap((node) => node.answers.map((answer) => [node.id, answer.id] as const))
  const pair = real.length > 0 ? fc.oneof(fc.constantFrom(...real), fc.tuple(id, id)) : fc.tuple(id, id)
  return fc.record({ family: fc.constant(family), answers: fc.array(pair, { maxLength: 30 }).map((pairs) => Object.fromEntries(pairs)) })
})

test('any answers lead to a node of the family, along answers that can be given', () => {
  fc.assert(
    fc.property(someAnswers, anyEnv, ({ family, answers }, env) => {
      const { node, trail } = walk(family, env, answers)
      expect(nodeOf(family, node)).toBeDefined()
      expect(trail.every((step) => answers[step.node] === step.answer)).toBe(true)
      expect(walk(family, env, Object.fromEntries(trail.map((step) => [step.node, step.answer])))).toEqual({ node, trail })
    }),
  )
})

test('any node and answers asked for give a place whose trail leads to it, or say that it cannot occur', () => {
  fc.assert(
    fc.property(someAnswers, anyEnv, fc.option(fc.nat()), ({ family, answers }, env, pick) => {
      const nodes = nodesOf(family)
      const node = pick === null ? undefined : nodes[pick % nodes.length]?.id
      const place = placeAt(family, env, { ...(node !== undefined && { node }), answers })
      if (node !== undefined) expect(place.node.id).toBe(node)
      if (place.possible) expect(walk(family, env, place.answers).node).toBe(place.node.id)
      else expect(shortestTrail(family, env, place.node.id)).toBeUndefined()
      expect(placeAt(family, env, { node: place.node.id, answers: place.answers })).toMatchObject({
        node: { id: place.node.id },
        possible: place.possible,
      })
    }),
  )
})

test('the shortest trail leads there', () => {
  for (const family of families)
    for (const env of environments)
      for (const { id: node } of nodesOf(family)) {
        const trail = shortestTrail(family, env, node)
        if (trail) expect(walk(family, env, Object.fromEntries(trail.map((step) => [step.node, step.answer]))).node).toBe(node)
      }
})

describe('changing an answer', () => {
  const family = families.find((each) => each.id === 'gateway-start-blocked')!
  const docker = { install: 'compose', os: 'linux', release: '2026.9.6' } as const
  const native = { ...docker, install: 'native' } as const

  test('keeps the later answers that still fit', () => {
    const answers = { 'read-mode': 'unset', recreated: 'no', 'set-mode-docker': 'broken' }
    const asked = placeAt(family, docker, { node: 'read-mode', answers })
    expect(asked.node.id).toBe('read-mode')
    expect(asked.answers).toEqual({ recreated: 'no', 'set-mode-docker': 'broken' })
    expect(placeAfter(family, docker, asked, 'unset').node.id).toBe('other-config')
    expect(placeAfter(family, docker, asked, 'local').node.id).toBe('still-blocked')
  })

  test('of the environment keeps the place where it can occur, and the answers where it cannot', () => {
    const place = placeAt(family, docker, { node: 'set-mode-docker', answers: {} })
    expect(placeIn(family, { ...docker, install: 'container' }, place).node.id).toBe('set-mode-docker')
    const moved = placeIn(family, native, place)
    expect(moved.node.id).toBe('worked-before')
    expect(placeIn(family, docker, { ...moved, node: place.node }).node.id).toBe('set-mode-docker')
    expect(environmentsOf(family, 'set-mode-docker').every(({ install }) => install !== 'native')).toBe(true)
  })
})
