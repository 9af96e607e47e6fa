import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxesOf, inWords, type Box } from './environment.ts'
import { environments } from './graph.ts'
import { nearest } from './nearest.ts'

const inBox = ({ install, os, release }: Box, env: (typeof environments)[number]) =>
  (install?.includes(env.install) ?? true) && (os?.includes(env.os) ?? true) && (release?.includes(env.release) ?? true)

test('boxes cover exactly the environments they were made of, each once', () => {
  fc.assert(
    fc.property(fc.subarray([...environments]), (set) => {
      const boxes = boxesOf(set)
      for (const env of environments) expect(boxes.filter((box) => inBox(box, env)).length).toBe(set.includes(env) ? 1 : 0)
    }),
  )
})

test('everywhere is one box without restrictions, and needs no words', () => {
  expect(boxesOf(environments)).toEqual([{}])
  expect(inWords(boxesOf(environments))).toBe('')
})

test('a restriction is said in words', () => {
  expect(inWords(boxesOf(environments.filter(({ install }) => install !== 'native')))).toBe('with Docker Compose or in a container')
  expect(inWords(boxesOf(environments.filter(({ install, os }) => install === 'native' && os === 'linux')))).toBe(
    'on a native install, on Linux',
  )
})

test('a mistyped id is near the real one, and nonsense is near nothing', () => {
  const ids = ['gateway-start-blocked', 'pairing-required', 'docker']
  expect(nearest('pairing-requird', ids)[0]).toBe('pairing-required')
  expect(nearest('start blocked', ids)[0]).toBe('gateway-start-blocked')
  expect(nearest('zzzz', ids)).toEqual([])
})
