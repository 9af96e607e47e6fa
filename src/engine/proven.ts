import type { Env } from '../../flows/flow.ts'
import { tokenOf } from './environment.ts'

/** How the commands of a node are known to work, in the environments (as words) that share it. */
export type Proven = {
  /** Run on the real program; checked against captured facts of it; or known from the docs only. */
  state: 'ran' | 'parsed' | 'documented'
  /** Why it is not more than that. */
  reason?: string
  /** What was done by hand when it ran. */
  byHand?: readonly string[]
  in: readonly string[]
}
/** By node. Where a node cannot occur, or gives nothing to type, there is nothing. */
export type Proofs = Readonly<Record<string, readonly Proven[]>>

/** What is proven of a node in an environment. */
export const provenIn = (proofs: Proofs, node: string, env: Env): Proven | undefined =>
  proofs[node]?.find((proven) => proven.in.includes(tokenOf(env)))
