import type { Install, Release } from '../../flows/flow.ts'
import type { Values } from '../engine/fill.ts'
import type { ProofPlace } from '../verify/proof.ts'
import type { Reply } from './terminal.ts'
import type { Seat, World } from './world.ts'

/** Something that happens in the sandbox before the page is asked, or in place of the user's hands. */
export type Act = (world: World) => void | Promise<void>

/** One fix of the page, in the state it is meant for. */
export type Case = {
  /** What is broken; the name of the proof and of the log. */
  id: string
  releases?: readonly Release[]
  /** All of the place's when nothing is said. */
  installs?: readonly Install[]
  /** Brings the failure about. The last thing printed is what the user pastes. */
  given?: readonly Act[]
  /** The node, as `family/node`, that the pasted output must open. Without it the fix is run in this state without a paste. */
  lands?: string
  /** The answers from there to the fix. At a check its command is run, and what it prints must choose that answer; `?` before it: it shows none, and the reader knows. */
  walk?: readonly string[]
  /** The fix whose commands are run, as `family/node`. */
  fix: string
  /** Other fixes for this very state with the same commands and the same proof: the run speaks for them as well. */
  also?: readonly string[]
  values?: Values
  /** What is done where a step has no command, or opens an editor: by the step's place in the node, from 0. */
  hands?: Readonly<Record<number, Act>>
  /** What is typed when a step's command asks. */
  replies?: Readonly<Record<number, readonly Reply[]>>
  /** Which shown alternative a step takes: its place in `otherwise`, from 0. */
  forms?: Readonly<Record<number, number>>
  /** Steps that are for another case than this one, by what they themselves say. Without one of its commands a fix did not run. */
  skips?: readonly number[]
  /** Steps whose command may end with an error here, as their text says. */
  fails?: readonly number[]
  /** Who types at the gateway's machine, when it is not the owner. */
  host?: Seat
  /** Where the commands of `client` and `browser` are; the client's own machine when nothing is said. */
  client?: Seat
  /** The port the gateway answers on afterwards, when it is another one. */
  port?: string
}

/** Cases that follow each other in one sandbox. */
export type Condition = {
  id: string
  place: ProofPlace
  releases?: readonly Release[]
  installs?: readonly Install[]
  /** Programs of this machine it needs besides those of the place; `chromium` is the browser of the end-to-end tests. */
  needs?: readonly string[]
  given?: readonly Act[]
  cases: readonly Case[]
}
