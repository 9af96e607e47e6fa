import { initialTransition, transition, type SnapshotFrom } from 'xstate'
import type { Env, Family } from '../../flows/flow.ts'
import { tokenOf } from './environment.ts'
import { answersAt, nodeOf, type Answer } from './graph.ts'

/** What the user answered, per node. It may hold answers that are off the trail now and fit again later. */
export type Answers = Readonly<Record<string, string>>
export type TrailStep = { node: string; answer: string }
export type Walk = { node: string; trail: readonly TrailStep[] }

/** Replays `answers` from the top of a family and stops at the first node they do not settle. Pure; always ends in a node of the family. */
export function walk(family: Family, env: Env, answers: Answers): Walk {
  let here = topOf(family, env)
  const trail: TrailStep[] = []
  for (;;) {
    const node = here.value as string
    const answer = Object.hasOwn(answers, node) ? answers[node] : undefined
    const next = answer ? afterAnswer(family, here, answer) : undefined
    if (!answer || !next) return { node, trail }
    trail.push({ node, answer })
    here = next
  }
}

type Snapshot = SnapshotFrom<Family>
const tops = new WeakMap<Family, Map<string, Snapshot>>()
const followers = new WeakMap<Snapshot, Map<string, Snapshot | undefined>>()

/** A snapshot never changes, and each step replays the ones before it for every answer it offers: each is made once. */
function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  if (!known.has(key)) known.set(key, make())
  return known.get(key)!
}

function topOf(family: Family, env: Env): Snapshot {
  const known = tops.get(family) ?? new Map<string, Snapshot>()
  tops.set(family, known)
  return remembered(known, tokenOf(env), () => initialTransition(family, env)[0])
}

/** Where an answer leads from `here`; nowhere when it is not one there. */
function afterAnswer(family: Family, here: Snapshot, answer: string): Snapshot | undefined {
  const known = followers.get(here) ?? new Map<string, Snapshot | undefined>()
  followers.set(here, known)
  return remembered(known, answer, () => (here.can({ type: answer }) ? transition(family, here, { type: answer })[0] : undefined))
}

/** By which answer each node that can occur is reached first, from the top; `null` for the first node itself. */
type Reached = ReadonlyMap<string, Answer | null>
const reached = new WeakMap<Family, Map<string, Reached>>()

/** Searched once per family and environment: the map asks for every box at every step. */
function reachedIn(family: Family, env: Env): Reached {
  const known = reached.get(family) ?? new Map<string, Reached>()
  reached.set(family, known)
  return remembered(known, tokenOf(env), () => search(family, env))
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
