import { expect, test } from 'vitest'
import { families } from '../chart/families.ts'
import { environments, familyMeta, nodesOf, occursIn, type Node } from './graph.ts'
import { published, revived, type PublishedFamily } from './published.ts'

/** All of a node but what only the matcher reads. */
const asPublished = (nodes: readonly Node[]) =>
  JSON.parse(JSON.stringify(nodes, (key, value: unknown) => (key === 'signatures' || key === 'seen' ? undefined : value))) as unknown

test.each(families.map((family) => [family.id, family] as const))('%s walks in the browser like the original', (id, family) => {
  const copy = revived(JSON.parse(published(family)) as PublishedFamily)
  expect(copy.id).toBe(id)
  expect(familyMeta(copy)).toEqual(familyMeta(family))
  expect(asPublished(nodesOf(copy))).toEqual(asPublished(nodesOf(family)))
  const possible = (each: typeof family) =>
    nodesOf(each).flatMap(({ answers }) => answers.map((answer) => environments.map((env) => occursIn(each, answer, env))))
  expect(possible(copy)).toEqual(possible(family))
})
