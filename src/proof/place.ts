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
  /** Where the gateway of the owner keeps its state, when it is not `.openclaw` in the home. */
  state?: () => string
  /** Who files of the owner belong to, when it is not root. */
  uid?: number
  /** What keeps the gateway running; where nothing does, it is left in a terminal of its own. */
  keeper?: Keeper
  /** The editor that a command in the middle of a line opens: the file it shows, and what closes it. */
  editor?: { file: () => string | undefined; close: () => void }
  /** What the page would be told about this place. */
  values: Values
  /** Starts a program inside, with its input and output connected: for a browser. */
  wrapper: (program: string, at: 'host' | 'client') => Promise<string>
  /** Ends everything that runs inside, and takes the files away. */
  end: () => Promise<void>
}
export type Account = 'owner' | 'guest'

/** Docker or a service manager, by the commands of its user. */
export type Keeper = {
  start: string
  /** Makes what can be started, when `there` prints nothing. */
  make?: { there: string; by: string }
  stop: string
  kill: string
  /** Prints all that the gateway printed. */
  words: string
  /** Prints `down` when the gateway ended, or is started again and again. */
  state: string
}

/** A kind of machine that conditions run on. */
export type Place = {
  id: ProofPlace
  installs: readonly Install[]
  /** Why nothing can be run here, if so. */
  missing: () => string | undefined
  /** Gets what every sandbox of a release needs, once. Rejects with what is missing. */
  prepare: (release: Release) => Promise<unknown>
  open: (release: Release, name: string, install: Install) => Promise<Sandbox>
  /** A command that drives something this place has not, so that its shown `otherwise` form is taken at once. */
  lacks?: RegExp
  /** How what ran here differs from what a reader has. */
  about?: string
  /** The owner is no root, and types sudo. */
  sudo?: true
  /** How many conditions may be played at once, when it is not one for each core. */
  jobs?: number
}
