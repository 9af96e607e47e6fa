import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { releases, type Release } from '../../flows/flow.ts'
import { native } from '../proof/native.ts'
import { find, unpackPrograms } from '../proof/programs.ts'
import { browserMissing } from '../proof/browser.ts'
import { conditions } from '../proof/conditions.ts'
import type { Condition } from '../proof/condition.ts'
import { isOf, play, type Result } from '../proof/prove.ts'
import { installRelease } from '../verify/install.ts'

const usage = `Usage: npm run verify:gateway -- [--release ${releases.join('|')}] [--only <condition or case> …] [--jobs <n>]

Provokes failures on the real program, and runs the page's own fixes until it is healthy again.
What it proves goes to flows/releases/proof.json, what the program printed to flows/logs/.
Exit status: 0 all proved or nothing can be run here, 1 something failed, 2 wrong usage.`

/** `npm run verify:gateway`: see `usage`. Resolves to the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: { release: text, only: { ...text, multiple: true }, jobs: text, help: { type: 'boolean', short: 'h' } },
  })
  const chosen = releases.filter((release) => !values.release || release === values.release)
  if (values.help || chosen.length === 0) {
    console.error(usage)
    return values.help ? 0 : 2
  }
  const missing = native.missing()
  if (missing) {
    console.log(`Skipped: ${missing}.`)
    return 0
  }
  await unpackPrograms()
  const start = Date.now()
  const failed: Result[] = []
  const fixes = new Set<string>()
  for (const release of chosen.toReversed()) {
    try {
      await installRelease(release)
    } catch (error) {
      console.log(`Skipped ${release}: ${error instanceof Error ? error.message : String(error)}`)
      continue
    }
    const playable = conditions.filter((condition) => concerns(condition, release, values.only))
    await inParallel(Number(values.jobs ?? Math.min(2, availableParallelism())), playable, async (condition) => {
      const lack = (condition.needs ?? []).map(lacking).find(Boolean)
      if (lack) return console.log(`${release}  ${condition.id}: skipped, ${lack}`)
      const one = values.only && !values.only.includes(condition.id) ? justThese(condition, values.only) : condition
      await play(native, one, release, (result) => {
        const said = result.error ? `FAILED: ${result.error}` : result.proved.join(', ')
        console.log(`${release}  ${result.id}: ${result.seconds} s, ${said}`)
        if (result.error) failed.push(result)
        for (const fix of result.proved) fixes.add(`${release} ${fix}`)
      })
    })
  }
  console.log(`\n${fixes.size} fixes ran, ${failed.length} cases failed, ${Math.round((Date.now() - start) / 1000)} s.`)
  return failed.length > 0 ? 1 : 0
}

const concerns = (condition: Condition, release: Release, only: readonly string[] | undefined) =>
  isOf(condition.releases, release) &&
  condition.cases.some((one) => isOf(one.releases, release) && (!only || only.includes(one.id) || only.includes(condition.id)))

/** Some cases begin where the one before ends: their condition has to be named. */
const justThese = (condition: Condition, ids: readonly string[]): Condition => ({
  ...condition,
  cases: condition.cases.filter((one) => ids.includes(one.id)),
})

const lacking = (program: string): string | undefined =>
  program === 'chromium' ? browserMissing() : find(program) ? undefined : `it needs ${program}`

async function inParallel<T>(jobs: number, all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await run(next)
  }
  await Promise.all(Array.from({ length: jobs }, worker))
}
