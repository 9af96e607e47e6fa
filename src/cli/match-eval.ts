import { readFileSync } from 'node:fs'
import { table } from '../chart/families.ts'
import { matcherOf } from '../engine/match.ts'
import type { Match } from '../engine/rank.ts'

/**
 * One labelled text: `none` is the label of what is not the gateway's, `other-gateway` of every family that no text is labelled with;
 * `acceptable` lists other right families.
 */
type Case = { id: string; text: string; family: string; acceptable?: readonly string[] }
type Result = Case & { first: Match | undefined; found: string | undefined; took: number }

/** What counts as “not the gateway's” when it is found: an honest answer to a text labelled `none`. */
const notOurs = 'not-the-gateway'

/** `npm run match:eval -- FILE.jsonl`: accuracy per family, confusion, wrong answers with confidence, latency. */
export async function main([file]: readonly string[]): Promise<number> {
  if (!file) {
    console.error('Usage: npm run match:eval -- FILE.jsonl')
    return 2
  }
  const matcher = matcherOf(table)
  const cases = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case)
  const labels = new Set(cases.flatMap(({ family, acceptable = [] }) => [family, ...acceptable]))
  const results = cases.map((one): Result => {
    const start = performance.now()
    const [first] = matcher.match(one.text).matches
    const found = first && (labels.has(first.family) || first.family === notOurs ? first.family : 'other-gateway')
    return { ...one, first, found, took: performance.now() - start }
  })
  const none = results.filter(({ family }) => family === 'none')
  const other = results.filter(({ family }) => family === 'other-gateway')
  const owned = results.filter(({ family }) => family !== 'none' && family !== 'other-gateway')
  console.log(`${cases.length} texts, ${table.rows.length} signatures and symptoms\n`)
  perFamily(owned)
  count('texts with a family', owned, isRight)
  count('none: not matched, only similar, or said not to be the gateway', none, isHonest)
  count('other: right, or not wrong with confidence', other, (one) => isRight(one) || !isSure(one))
  count('other: an acceptable place', other, isRight)
  list(
    'Wrong or missing',
    owned.filter((one) => !isRight(one)),
  )
  list(
    'Wrong with confidence',
    [...none, ...other].filter((one) => isSure(one) && !isRight(one) && !isHonest(one)),
  )
  list(
    'Wrong and called exact',
    results.filter((one) => one.first?.confidence === 'exact' && !isRight(one) && !isHonest(one)),
  )
  const took = results.map((one) => one.took).toSorted((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]?.toFixed(2)
  console.log(`\nLatency in ms: median ${at(0.5)}, 95th of a hundred ${at(0.95)}, worst ${at(1)}`)
  return 0
}

const isSure = ({ first }: Result) => first !== undefined && first.confidence !== 'similar'
const isRight = ({ family, acceptable = [], found }: Result) => found !== undefined && [family, ...acceptable].includes(found)
const isHonest = (one: Result) => one.family === 'none' && (!isSure(one) || one.first?.family === notOurs)

function perFamily(results: readonly Result[]) {
  const families = [...new Set(results.map(({ family }) => family))].toSorted()
  for (const family of families) {
    const rows = results.filter((one) => one.family === family)
    const became = new Map<string, number>()
    for (const { first } of rows) became.set(first?.family ?? 'nothing', (became.get(first?.family ?? 'nothing') ?? 0) + 1)
    const confusion = [...became].map(([to, times]) => `${to} ${times}`).join(', ')
    console.log(
      `${family.padEnd(24)} ${String(rows.filter(isRight).length).padStart(3)} of ${String(rows.length).padEnd(3)} → ${confusion}`,
    )
  }
  console.log()
}

function count(what: string, results: readonly Result[], good: (one: Result) => boolean) {
  const right = results.filter(good).length
  if (results.length > 0) console.log(`${what}: ${right} of ${results.length} (${((100 * right) / results.length).toFixed(1)} %)`)
}

function list(title: string, results: readonly Result[]) {
  if (results.length === 0) return
  console.log(`\n${title}:`)
  for (const { id, family, first } of results)
    console.log(
      `  ${id} (${family}) → ${first ? `${first.family}/${first.node}, ${first.confidence}, line ${first.line}: ${first.signature}` : 'nothing'}`,
    )
}
