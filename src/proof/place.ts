import type { Install, Release } from '../../flows/flow.ts'
import type { Values } from '../engine/fill.ts'
import type { ProofPlace } from '../verify/proof.ts'
import type { Terminal } from './terminal.ts'

/** Somewhere a condition is provoked and cured: a fresh machine with the release under test, and nobody else's. */
export type Sandbox = {
  release: Release
  /** A new terminal, logged in. `client` is another machine, one hop away; `as` another account. */
  terminal: (on?: { at?: 'host' | 'client'; as?: Account }) => Promise<Terminal>
  /** The folder of an account, as this process sees it: for files that are written or edited by hand. */
  home: (account?: Account) => string
  /** What the page would be told about this place. */
  values: Values
  /** Starts a program inside, with its input and output connected: for a browser. */
  wrapper: (program: string, at: 'host' | 'client') => Promise<string>
  /** Ends everything that runs inside, and takes the files away. */
  end: () => Promise<void>
}
export type Account = 'owner' | 'guest'

/** A kind of machine that conditions run on. */
export type Place = {
  id: ProofPlace
  installs: readonly Install[]
  /** Why nothing can be run here, if so. */
  missing: () => string | undefined
  open: (release: Release, name: string) => Promise<Sandbox>
  /** A command that drives something this place has not, so that its shown `otherwise` form is taken at once. */
  lacks: RegExp
}
