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

/** The fewest answers that lead from the top to `node` in `env`, or `undefined` when it cannot be reached there. */
export function shortestTrail(family: Family, env: Env, node: string): readonly TrailStep[] | undefined {
  const top = String(family.config.initial)
  const cameBy = new Map<string, Answer | null>([[top, null]])
  const queue = [top]
  for (const id of queue) {
    const at = nodeOf(family, id)
    if (id === node) break
    for (const answer of at ? answersAt(family, at, env) : []) {
      if (cameBy.has(answer.to)) continue
      cameBy.set(answer.to, answer)
      queue.push(answer.to)
    }
  }
  if (!cameBy.has(node)) return undefined
  const trail: TrailStep[] = []
  for (let by = cameBy.get(node); by; by = cameBy.get(by.from)) trail.unshift({ node: by.from, answer: by.id })
  return trail
}
