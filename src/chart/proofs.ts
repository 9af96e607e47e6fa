import type { Family } from '../../flows/flow.ts'
import { tokenOf } from '../engine/environment.ts'
import { environments, nodesOf, type Node } from '../engine/graph.ts'
import type { Proofs, Proven } from '../engine/proven.ts'
import { proofOf } from '../verify/proof.ts'
import { runs } from '../verify/runs.ts'

/** What is proven of each node's commands, from what was run and what was captured. */
export const proofsOf = (family: Family): Proofs =>
  Object.fromEntries(
    nodesOf(family).flatMap((node) => {
      const proven = provenOf(family, node)
      return proven.length > 0 ? [[node.id, proven]] : []
    }),
  )

function provenOf(family: Family, node: Node): Proven[] {
  const groups = new Map<string, Omit<Proven, 'in'> & { in: string[] }>()
  for (const env of environments) {
    const { state, reason, run } = proofOf(runs, family, node, env)
    if (state === 'n/a') continue
    const proven = { state, ...(reason && { reason }), ...(run?.byHand && { byHand: run.byHand }) }
    const key = JSON.stringify(proven)
    const group = groups.get(key)
    if (group) group.in.push(tokenOf(env))
    else groups.set(key, { ...proven, in: [tokenOf(env)] })
  }
  return [...groups.values()]
}
