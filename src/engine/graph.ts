import { type AnyEventObject } from 'xstate'
import { installs, oses, releases, type Env, type Family, type Meta, type Signature } from '../../flows/flow.ts'

type Kinds = Exclude<Meta, { kind: 'family' } | { kind: 'answer' }>
export type NodeMeta = Kinds
export type FamilyMeta = Extract<Meta, { kind: 'family' }>
/** A transition: choosing `id` at node `from` leads to node `to`, in the environments `occursIn` accepts. */
export type Answer = {
  id: string
  from: string
  to: string
  label: string
  hint?: string
  seen: readonly Signature[]
  guard?: string
}
export type Node = { id: string; meta: NodeMeta; answers: readonly Answer[] }

/** All 18 environments. */
export const environments: readonly Env[] = installs.flatMap((install) =>
  oses.flatMap((os) => releases.map((release) => ({ install, os, release }))),
)

export const familyMeta = (family: Family): FamilyMeta => family.root.meta as FamilyMeta

const graphs = new WeakMap<Family, ReadonlyMap<string, Node>>()

/** Read once per family: a machine never changes. */
function graphOf(family: Family): ReadonlyMap<string, Node> {
  let graph = graphs.get(family)
  if (!graph) graphs.set(family, (graph = readNodes(family)))
  return graph
}

/** The nodes of a family in chart order (breadth first from its first node), each with its answers in the order the author wrote. */
export const nodesOf = (family: Family): readonly Node[] => [...graphOf(family).values()]

/** The node of that id, if the family has it. */
export const nodeOf = (family: Family, id: string): Node | undefined => graphOf(family).get(id)

/** Whether this answer can be given in `env`: its guard holds, and no earlier transition of the same answer takes it. */
export function occursIn(family: Family, answer: Answer, env: Env): boolean {
  const node = nodeOf(family, answer.from)
  return node?.answers.find((other) => other.id === answer.id && guardHolds(family, other, env)) === answer
}

/** The answers a user can give at `node` in `env`, in order. */
export const answersAt = (family: Family, node: Node, env: Env): readonly Answer[] =>
  node.answers.filter((answer) => occursIn(family, answer, env))

function guardHolds(family: Family, { guard }: Answer, env: Env): boolean {
  if (!guard) return true
  const test = family.implementations.guards[guard]
  if (typeof test !== 'function') throw new Error(`${family.id}: no guard is called ${guard}`)
  return test({ context: env, event: { type: '' } satisfies AnyEventObject } as never, undefined as never)
}

function readNodes(family: Family): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>()
  const queue = [String(family.config.initial)]
  for (const id of queue) {
    const state = family.states[id]
    if (!state || nodes.has(id)) continue
    const answers = [...state.transitions].flatMap(([event, transitions]) =>
      transitions.map((transition): Answer => {
        const meta = transition.meta as Extract<Meta, { kind: 'answer' }> | undefined
        const to = transition.target?.[0]?.key ?? id
        return {
          id: event,
          from: id,
          to,
          label: transition.description ?? event,
          ...(meta?.hint && { hint: meta.hint }),
          seen: meta?.seen ?? [],
          ...(typeof transition.guard === 'string' && { guard: transition.guard }),
        }
      }),
    )
    nodes.set(id, { id, meta: state.meta as NodeMeta, answers })
    queue.push(...answers.map(({ to }) => to))
  }
  return nodes
}
