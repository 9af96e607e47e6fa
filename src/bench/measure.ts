import type { Table } from '../engine/table.ts'
import { contendersOf } from './contenders.ts'
import { logOf, needle } from './logs.ts'

export type Result = { name: string; lines: number; megabytes: number; milliseconds: number; found: boolean }
export type Single = { name: string; median: number; worst: number }

/** A contender runs until it took this long or ran this often; its best run counts. */
const enough = { milliseconds: 1500, runs: 12 }

/** The best of a few runs of each contender over a log of that many lines; those that would take minutes are left out. */
export function measureLog(table: Table, lines: number): Result[] {
  const text = logOf(lines, needle)
  const bytes = new TextEncoder().encode(text)
  return contendersOf(table)
    .filter(({ most = Infinity }) => lines <= most)
    .map(({ name, run }) => {
      let found = false
      const times: number[] = []
      while (times.length < enough.runs && times.reduce((sum, time) => sum + time, 0) < enough.milliseconds)
        times.push(timed(() => (found = run(text, bytes))))
      return { name, lines, megabytes: text.length / 1e6, milliseconds: Math.min(...times), found }
    })
}

/** What a single message costs each contender: every text is one message, looked up on its own. */
export function measureSingles(table: Table, texts: readonly string[]): Single[] {
  return contendersOf(table).map(({ name, run, most }) => {
    const some = (most === 1 ? texts.slice(0, 20) : texts).map((text) => [text, new TextEncoder().encode(text)] as const)
    for (let i = 0; i < 3; i++) for (const [text, bytes] of some) run(text, bytes)
    const times = some.map(([text, bytes]) => timed(() => run(text, bytes))).toSorted((a, b) => a - b)
    return { name, median: times[times.length >> 1] ?? 0, worst: times.at(-1) ?? 0 }
  })
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
