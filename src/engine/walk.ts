import { initialTransition, transition } from 'xstate'
import type { Env, Family } from '../../flows/flow.ts'
import { answersAt, nodeOf, type Answer } from './graph.ts'

/** What the user answered, per node. It may hold answers that are off the trail now and fit again later. */
export type Answers = Readonly<Record<string, string>>
export type TrailStep = { node: string; answer: string }
export type Walk = { node: string; trail: readonly TrailStep[] }

/** Replays `answers` from the top of a family and stops at the first node they do not settle. Pure; always ends in a node of the family. */
export function walk(family: Family, env: Env, answers: Answers): Walk {
  let [here] = initialTransition(family, env)
  const trail: TrailStep[] = []
  for (;;) {
    const node = here.value as string
    const answer = Object.hasOwn(answers, node) ? answers[node] : undefined
    if (!answer || !here.can({ type: answer })) return { node, trail }
    trail.push({ node, answer })
    ;[here] = transition(family, here, { type: answer })
  }
}

/** By which answer each node that can occur is reached first, from the top; `null` for the first node itself. */
type Reached = ReadonlyMap<string, Answer | null>
const reached = new WeakMap<Family, Map<string, Reached>>()

/** Searched once per family and environment: the map asks for every box at every step. */
function reachedIn(family: Family, env: Env): Reached {
  const key = `${env.install}/${env.os}/${env.release}`
  const known = reached.get(family) ?? new Map<string, Reached>()
  reached.set(family, known)
  let found = known.get(key)
  if (!found) known.set(key, (found = search(family, env)))
  return found
}

function search(family: Family, env: Env): Reached {
  const cameBy = new Map<string, Answer | null>([[String(family.config.initial), null]])
  for (const id of cameBy.keys()) {
    const node = nodeOf(family, id)
    for (const answer of node ? answersAt(family, node, env) : []) if (!cameBy.has(answer.to)) cameBy.set(answer.to, answer)
  }
  return cameBy
}

/** Whether some answers lead to `node` in `env`. */
export const canReach = (family: Family, env: Env, node: string): boolean => reachedIn(family, env).has(node)

/** The fewest answers that lead from the top to `node` in `env`, or `undefined` when it cannot be reached there. */
export function shortestTrail(family: Family, env: Env, node: string): readonly TrailStep[] | undefined {
  const cameBy = reachedIn(family, env)
  if (!cameBy.has(node)) return undefined
  const trail: TrailStep[] = []
  for (let by = cameBy.get(node); by; by = cameBy.get(by.from)) trail.unshift({ node: by.from, answer: by.id })
  return trail
}
