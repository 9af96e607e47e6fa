import type { Env, Family } from '../../flows/flow.ts'
import { environments, nodeOf, nodesOf, type Node } from './graph.ts'
import { canReach, shortestTrail, walk, type Answers, type TrailStep } from './walk.ts'

/** Where the user stands in a family. */
export type Place = {
  node: Node
  trail: readonly TrailStep[]
  /** The answers that fit this family, those off the trail included. */
  answers: Answers
  /** The nodes of the trail whose answer nobody gave: the shortest way to an opened node. */
  inferred: readonly string[]
  /** False: no trail leads here in this environment. */
  possible: boolean
  /** What was asked for and does not exist. */
  missing: readonly string[]
}

/** The place a node id and answers mean. The node wins over the answers; an unknown node gives the place the answers lead to. */
export function placeAt(family: Family, env: Env, wanted: { node?: string; answers: Answers }): Place {
  const { answers, missing } = fitting(family, wanted.answers)
  const node = wanted.node === undefined ? undefined : nodeOf(family, wanted.node)
  if (!node) return walked(family, env, answers, wanted.node === undefined ? missing : [wanted.node, ...missing])

  const before = without(answers, node.id)
  const straight = walk(family, env, before)
  if (straight.node === node.id) return { node, trail: straight.trail, answers: before, inferred: [], possible: true, missing }

  const trail = shortestTrail(family, env, node.id)
  if (!trail) return { node, trail: [], answers: before, inferred: [], possible: false, missing }
  const inferred = trail.filter((step) => before[step.node] !== step.answer).map((step) => step.node)
  const toHere = Object.fromEntries(trail.map((step) => [step.node, step.answer]))
  return { node, trail, answers: { ...before, ...toHere }, inferred, possible: true, missing }
}

/** The place an answer at `place` leads to; later answers that were given before and still fit are kept. */
export const placeAfter = (family: Family, env: Env, { node, answers }: Place, answer: string): Place =>
  placeAt(family, env, { answers: { ...answers, [node.id]: answer } })

/** The same place in another environment; where it cannot occur there, the last node of its trail that can. */
export function placeIn(family: Family, env: Env, { node, answers }: Place): Place {
  const same = placeAt(family, env, { node: node.id, answers })
  return same.possible ? same : walked(family, env, answers, [])
}

/** The environments in which a node can be reached. */
export const environmentsOf = (family: Family, node: string): readonly Env[] => environments.filter((env) => canReach(family, env, node))

function walked(family: Family, env: Env, answers: Answers, missing: readonly string[]): Place {
  const { node: id, trail } = walk(family, env, answers)
  const node = nodeOf(family, id)
  if (!node) throw new Error(`${family.id} has no node ${id}`)
  return { node, trail, answers, inferred: [], possible: true, missing }
}

function fitting(family: Family, answers: Answers): { answers: Answers; missing: string[] } {
  const known = (node: string, answer: string) => nodeOf(family, node)?.answers.some(({ id }) => id === answer) ?? false
  const entries = Object.entries(answers)
  return {
    answers: Object.fromEntries(entries.filter(([node, answer]) => known(node, answer))),
    missing: entries.filter(([node, answer]) => !known(node, answer)).map(([node, answer]) => `${node}:${answer}`),
  }
}

const without = (answers: Answers, node: string): Answers => Object.fromEntries(Object.entries(answers).filter(([id]) => id !== node))

/** The id of a family's first node. */
export const firstNode = (family: Family): string => nodesOf(family)[0]?.id ?? ''
