import { createHash } from 'node:crypto'
import type { Env, Family, Install, Os, Release } from '../../flows/flow.ts'
import { notRun } from '../../flows/not-run.ts'
import type { Node, NodeMeta } from '../engine/graph.ts'
import { commandFor, stepsOf, type Command } from '../engine/step.ts'
import { canReach } from '../engine/walk.ts'
import { uncheckedIn } from './programs.ts'
import { shellOfText } from './shell-of.ts'

/** Where a fix was run: beside a gateway in the foreground, with a Docker engine, or under systemd. */
export type ProofPlace = 'gateway' | 'docker' | 'systemd'
/** One fix that was run on the real program, from provoking the failure to a healthy gateway. */
export type Run = {
  release: Release
  place: ProofPlace
  family: string
  node: string
  install: Install
  os: Os
  /** What was provoked. */
  condition: string
  /** Of the node's commands when it ran: another one now voids the proof. */
  hash: string
  /** `substituted`: something other than the commands as shown (or their shown `otherwise` form) was needed; `why` says what. */
  result: 'ran' | 'substituted'
  why?: string
  /** The steps that were done by hand, as written. */
  byHand?: readonly string[]
  /** The output that was provoked, a file below `flows/logs`. */
  log?: string
}
/** `flows/releases/proof.json`: written by the runs, never by hand. */
export type ProofFile = {
  /** How the places differ from what a reader has. */
  places?: Partial<Record<ProofPlace, string>>
  runs: readonly Run[]
}

/** `ran`: all of it, on the real program. `parsed`: it fits the captured facts. `documented`: part of it is known by docs only. */
export type Proven = 'ran' | 'parsed' | 'documented' | 'n/a'
export type Proof = { state: Proven; reason?: string; run?: Run }

/** Everything a node types in `env`, in order: its steps, then the check that proves a fix. */
const commandsOf = (meta: NodeMeta, env: Env): (Command & { where?: Parameters<typeof shellOfText>[2] })[] => [
  ...stepsOf(meta).map(({ run, where }) => ({ ...commandFor(run, env), ...(where && { where }) })),
  ...(meta.kind === 'fix' ? [{ ...commandFor(meta.verify.run, env), ...(meta.verify.where && { where: meta.verify.where }) }] : []),
]

/** Names what a node types in `env`: it changes when one of the commands does. Node.js only. */
export const commandsHash = (meta: NodeMeta, env: Env): string =>
  createHash('sha256')
    .update(JSON.stringify(commandsOf(meta, env).map(({ text }) => text)))
    .digest('hex')
    .slice(0, 16)

/** How a node's commands are proven in `env`. It trusts that `npm run verify` found nothing: the tests see to that. */
export function proofOf(runs: readonly Run[], family: Family, node: Node, env: Env): Proof {
  if (!canReach(family, env, node.id)) return { state: 'n/a', reason: 'It does not come up there.' }
  const typed = commandsOf(node.meta, env).filter(({ text }) => text !== null)
  if (typed.length === 0) return { state: 'n/a', reason: 'There is nothing to type.' }
  const run = bestRun(runs, family, node, env)
  if (run?.result === 'ran') return { state: 'ran', run }
  const why = run?.why ?? whyNotRun(family, node, env)
  const unknown = [...new Set(typed.flatMap(uncheckedParts(env)))]
  if (unknown.length > 0)
    return { state: 'documented', reason: `${why} ${list(unknown)} ${unknown.length > 1 ? 'are' : 'is'} known from the docs only.` }
  return { state: 'parsed', reason: why, ...(run && { run }) }
}

/** Why no run speaks for a node. */
function whyNotRun(family: Family, node: Node, { install, os }: Env): string {
  if (os !== 'linux') return 'The runs are made on Linux.'
  const known = install === 'native' && notRun.find(({ fixes }) => fixes.includes(`${family.id}/${node.id}`))
  return known ? known.why : 'It was not run there.'
}

const list = (names: readonly string[]) => new Intl.ListFormat('en').format(names)

/** What of one command is not read against facts. A Compose snippet is checked by its schema, and so is the JSON of a config. */
const uncheckedParts =
  (env: Env) =>
  ({ text, language, where }: ReturnType<typeof commandsOf>[number]): string[] => {
    if (language === 'shell') return uncheckedIn(text!, shellOfText(text!, env, where))
    return { nginx: ['nginx'], caddyfile: ['Caddy'], text: ['a file of the system'], yaml: [], json5: [], url: [] }[language]
  }

/** The run that says most about the node as it is now. A run of other commands says nothing any more. */
function bestRun(runs: readonly Run[], family: Family, node: Node, env: Env): Run | undefined {
  const hash = commandsHash(node.meta, env)
  const here = runs.filter((run) => isAt(run, family, node, env) && run.hash === hash)
  return here.find(({ result }) => result === 'ran') ?? here[0]
}

const isAt = (run: Run, family: Family, node: Node, env: Env): boolean =>
  run.family === family.id && run.node === node.id && run.install === env.install && run.os === env.os && run.release === env.release
