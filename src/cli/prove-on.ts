import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { releases, type Env } from '../../flows/flow.ts'
import { canReach } from '../engine/walk.ts'
import { browserMissing } from '../proof/browser.ts'
import type { Case, Condition } from '../proof/condition.ts'
import { conditions } from '../proof/conditions.ts'
import { leftBehind, systemState } from '../proof/left-behind.ts'
import { opened } from '../proof/machine.ts'
import type { Place } from '../proof/place.ts'
import { find, unpackPrograms } from '../proof/programs.ts'
import { patience } from '../proof/patience.ts'
import { comesUp, play, type Result } from '../proof/prove.ts'
import { spotAt } from '../proof/route.ts'

const usage = (
  script: string,
  { installs }: Place,
) => `Usage: npm run ${script} -- [--release ${releases.join('|')}]${installs.length > 1 ? ` [--install ${installs.join('|')}]` : ''} [--only <condition or case> …] [--pasted] [--jobs <n>] [--patience <times>]

Provokes failures on the real program, and runs the page's own fixes until it is healthy again.
With --pasted it plays only the failures whose output is pasted into the matcher; the others run a fix in a state that prints nothing.
With --patience it waits so many times as long: for a busy machine.
What it proves goes to flows/releases/proof.json, what the program printed to flows/logs/.
At the end it compares the system with what it was, and names what is left behind.
Exit status: 0 all proved or nothing can be run here, 1 something failed or was left behind, 2 wrong usage.`

/** Plays the conditions of one place, as its script says: see `usage`. Resolves to the exit status. */
export async function proveOn(place: Place, script: string, args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: {
      release: text,
      install: text,
      only: { ...text, multiple: true },
      pasted: { type: 'boolean' },
      jobs: text,
      patience: text,
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.patience) patience.times = Number(values.patience)
  const chosen = releases.filter((release) => !values.release || release === values.release)
  const installs = place.installs.filter((install) => !values.install || install === values.install)
  if (values.help || chosen.length === 0 || installs.length === 0) {
    console.error(usage(script, place))
    return values.help ? 0 : 2
  }
  const missing = place.missing()
  if (missing) {
    console.log(`Skipped: ${missing}.`)
    return 0
  }
  const before = systemState()
  await unpackPrograms()
  const failed: Result[] = []
  const fixes = new Set<string>()
  let spent = 0
  for (const release of chosen.toReversed()) {
    try {
      await place.prepare(release)
    } catch (error) {
      console.log(`Skipped ${release}: ${error instanceof Error ? error.message : String(error)}`)
      continue
    }
    const start = Date.now()
    const playable = installs.flatMap((install) => {
      const env = { release, install }
      return conditions.flatMap((condition) =>
        (condition.place === place.id ? part(condition, env, values) : []).map((one) => ({ env, one })),
      )
    })
    await inParallel(Number(values.jobs ?? place.jobs ?? Math.min(2, availableParallelism())), playable, async ({ env, one }) => {
      const name = [release, ...(place.installs.length > 1 ? [env.install] : [])].join(' ')
      const lack = (one.needs ?? []).map(lacking).find(Boolean)
      if (lack) return console.log(`${name}  ${one.id}: skipped, ${lack}`)
      const tell = (result: Result) => {
        const said = result.error ? `FAILED: ${result.error}` : result.proved.join(', ')
        console.log(`${name}  ${result.id}: ${result.seconds} s, ${said}`)
        if (result.error) failed.push(result)
        for (const fix of result.proved) fixes.add(`${name} ${fix}`)
      }
      // A sandbox that does not come up is no reason to leave the others out.
      await play(place, one, env, tell).catch((error: unknown) =>
        tell({ id: one.id, seconds: 0, proved: [], error: error instanceof Error ? error.message : String(error) }),
      )
    })
    spent += Date.now() - start
  }
  console.log(`\n${fixes.size} fixes ran, ${failed.length} cases failed, ${Math.round(spent / 1000)} s.`)
  const left = leftBehind(before, opened)
  console.log(left.length > 0 ? `Left behind:\n${left.join('\n')}` : 'Nothing is left behind.')
  return failed.length > 0 || left.length > 0 ? 1 : 0
}

/** What is left of a condition in this environment, and of what was asked for. Some cases begin where the one before ends: their condition has to be named. */
function part(
  condition: Condition,
  env: Pick<Env, 'release' | 'install'>,
  { only, pasted }: { only?: string[]; pasted?: boolean },
): Condition[] {
  const isAsked = ({ id, lands }: Case) => (!only || only.includes(id) || only.includes(condition.id)) && (!pasted || lands !== undefined)
  const cases = comesUp(condition, env) ? condition.cases.filter((one) => comesUp(one, env) && isAsked(one) && isReached(one, env)) : []
  return cases.length > 0 ? [{ ...condition, cases }] : []
}

/** Some releases and installs have no such fix. */
function isReached({ fix }: Case, env: Pick<Env, 'release' | 'install'>): boolean {
  const { family, node } = spotAt(fix)
  return canReach(family, { ...env, os: 'linux' }, node.id)
}

const lacking = (program: string): string | undefined =>
  program === 'chromium' ? browserMissing() : find(program) ? undefined : `it needs ${program}`

async function inParallel<T>(jobs: number, all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await run(next)
  }
  await Promise.all(Array.from({ length: jobs }, worker))
}
