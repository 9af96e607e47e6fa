import { parse } from 'yaml'
import type { Env, Family } from '../../flows/flow.ts'
import { nodeOf } from '../engine/graph.ts'
import { readCompose } from './compose.ts'
import { readDocker } from './docker.ts'
import type { DockerFacts } from './facts.ts'
import { openclawProblems } from './openclaw.ts'
import { powershellProblems } from './powershell.ts'
import { commandsHash, type Run } from './proof.ts'
import { composeVariables } from './services.ts'
import { shellProblems } from './shell.ts'
import { unknownSignatures, type Seen } from './signatures.ts'
import { typedIn, type Typed } from './typed.ts'
import { startedBy, type Started } from './unwrap.ts'

/** What commands are read against. */
export type Facts = Seen & { docker: DockerFacts }
/** What was found wrong, a line each, and how much was read. */
export type Verified = { findings: readonly string[]; texts: number; openclaw: number; docker: number }

/** Reads every command of the families against the captured facts, and every proof against the commands. */
export function verify(families: readonly Family[], facts: Facts, runs: readonly Run[] = []): Verified {
  const all = families.flatMap((family) => [...typedIn(family)])
  const posix = all.filter(({ language, shell, text }) => language === 'shell' && shell === 'posix' && text !== null)
  const unreadable = shellProblems([...new Set(posix.map(({ filled }) => filled))])
  const reader = new Reader(facts, unreadable)
  const problems = all.flatMap((typed) => reader.problemsOf(typed).map((problem) => ({ typed, problem })))
  return {
    findings: [...lines(problems), ...unknownSignatures(families, facts), ...staleRuns(families, runs)],
    texts: new Set(all.map(({ text, shell }) => `${shell} ${text}`)).size,
    openclaw: reader.openclaw.size,
    docker: reader.docker.size,
  }
}

class Reader {
  /** The different command lines that were read. */
  readonly openclaw = new Set<string>()
  readonly docker = new Set<string>()
  private readonly read = new Map<string, readonly string[]>()
  private readonly facts: Facts
  private readonly unreadable: ReadonlyMap<string, string>

  constructor(facts: Facts, unreadable: ReadonlyMap<string, string>) {
    this.facts = facts
    this.unreadable = unreadable
  }

  problemsOf(typed: Typed): readonly string[] {
    const { text, none, language, filled } = typed
    if (text === null) return none ? [] : ['nothing to type, and no reason for it (none)']
    switch (language) {
      case 'shell':
        return this.shellProblems(typed)
      case 'yaml':
        return typed.where === 'proxy' ? unless(() => parse(filled), 'not YAML') : this.composeProblems(typed)
      case 'json5':
        return unless(() => parse(filled), 'not JSON5')
      case 'url':
        return unless(() => new URL(filled), 'not an address')
      case 'nginx':
      case 'caddyfile':
      case 'text':
        return []
    }
  }

  /** The same line stands in many environments. */
  private shellProblems(typed: Typed): readonly string[] {
    const { filled, shell, env } = typed
    const key = [shell, env.install, env.release, filled].join(' ')
    let problems = this.read.get(key)
    if (!problems) this.read.set(key, (problems = this.readShell(typed)))
    return problems
  }

  private readShell({ filled, shell, env }: Typed): string[] {
    const said = this.unreadable.get(filled)
    return [
      ...(shell === 'powershell' ? powershellProblems(filled) : said ? [said] : []),
      ...startedBy(filled, shell).flatMap((started) => this.programProblems(started, env)),
      ...this.variableProblems(filled, env),
    ]
  }

  private composeProblems({ filled, env }: Typed): string[] {
    const { problems, started } = readCompose(filled)
    return [...problems, ...started.flatMap((each) => this.programProblems(each, env)), ...this.variableProblems(filled, env)]
  }

  private programProblems(started: Started, env: Env): string[] {
    const line = started.args.map(({ text }) => text).join(' ')
    if (started.program === 'openclaw') {
      this.openclaw.add(line)
      const facts = this.facts.releases.get(env.release)
      return facts ? openclawProblems(facts, started) : [`nothing was captured of ${env.release}: npm run capture -- ${env.release}`]
    }
    if (started.program !== 'docker') return []
    this.docker.add(line)
    const { problems, started: inside } = readDocker(this.facts.docker, started.args)
    return [...problems, ...inside.flatMap((each) => this.programProblems(each, env))]
  }

  private variableProblems(text: string, { install, release }: Env): string[] {
    // To remove a variable is right for every release when one of them reads it.
    const reading = removal.test(text) ? [...this.facts.releases.values()] : [this.facts.releases.get(release)]
    const known = new Set(reading.flatMap((facts) => facts?.environment ?? []))
    const names = new Set(text.match(/\bOPENCLAW_[A-Z0-9_]*[A-Z0-9]\b/g))
    return [...names]
      .filter((name) => !known.has(name) && !(install === 'compose' && composeVariables.includes(name)))
      .map((name) => `unknown environment variable ${name}`)
  }
}

const removal = /^(unset |Remove-Item Env:|\$env:\w+ = ''$)/

function unless(read: () => unknown, problem: string): string[] {
  try {
    read()
    return []
  } catch {
    return [problem]
  }
}

/** One line per step and problem, with the first environment it occurs in. */
function lines(problems: readonly { typed: Typed; problem: string }[]): string[] {
  const groups = new Map<string, { line: string; environments: Set<string> }>()
  for (const { typed, problem } of problems) {
    const { family, node, at, env } = typed
    const environment = `${env.install}/${env.os}, ${env.release}`
    const key = `${family}/${node}, ${at}: ${problem}`
    const group = groups.get(key) ?? { line: `${family}/${node}, ${at}, ${environment}: ${problem}`, environments: new Set() }
    group.environments.add(environment)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ line, environments }) =>
    environments.size > 1 ? `${line} (in ${environments.size} environments)` : line,
  )
}

/** Proofs of commands that are no longer those of the node. */
function staleRuns(families: readonly Family[], runs: readonly Run[]): string[] {
  return runs.flatMap((run) => {
    const family = families.find(({ id }) => id === run.family)
    const node = family && nodeOf(family, run.node)
    const place = `${run.family}/${run.node}, proof, ${run.install}/${run.os}, ${run.release}`
    if (!node) return [`${place}: stale proof, there is no such node`]
    return commandsHash(node.meta, run) === run.hash ? [] : [`${place}: stale proof, its commands have changed since they ran`]
  })
}
