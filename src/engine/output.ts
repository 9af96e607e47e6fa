import type { Answer } from './graph.ts'
import { foldTypography, printable } from './squeeze.ts'
import type { Seen } from './table.ts'

/** An answer that a pasted output means, and the line that says so. */
export type Meaning = { answer: Answer; line: number; excerpt: string }

/** The longest output read; of a longer one the end. */
const longest = 200_000
/** Regular expressions see this much of a line, and this many lines: some of them take the square of that. */
export const longestLine = 600
const mostLines = 400

/**
 * Which of these answers an output means, the surest first: the answer whose text is the longest, then the one said last.
 * `seen` holds the texts of each answer, in the order of `answers`. Empty when the output shows none of them.
 */
export function meaningsOf(output: string, answers: readonly Answer[], seen: readonly (readonly Seen[])[]): Meaning[] {
  const text = printable(output).slice(-longest)
  const lines = text.split('\n')
  const folded = lines.map(foldTypography)
  const cut = {
    text: lines
      .slice(-mostLines)
      .map((line) => line.slice(0, longestLine))
      .join('\n'),
    before: Math.max(0, lines.length - mostLines),
  }
  const found = answers.flatMap((answer, i) => {
    const spots = (seen[i] ?? []).flatMap((pattern) => spotOf(pattern, cut, lines, folded) ?? [])
    const best = spots.toSorted((a, b) => b.length - a.length || b.line - a.line)[0]
    return best ? [{ answer, ...best }] : []
  })
  return found
    .toSorted((a, b) => b.length - a.length || b.line - a.line)
    .map(({ answer, line }) => ({ answer, line: line + 1, excerpt: lines[line]!.trim().slice(0, 400) }))
}

/** Whether the output holds all of these lines, as a verify asks. */
export function showsAll(output: string, expected: readonly string[]): boolean {
  const text = foldTypography(output.slice(-longest))
  return expected.every((line) => text.includes(foldTypography(line)))
}

type Spot = { line: number; length: number }

function spotOf(
  pattern: Seen,
  cut: { text: string; before: number },
  lines: readonly string[],
  folded: readonly string[],
): Spot | undefined {
  if (typeof pattern !== 'string') {
    const match = new RegExp(pattern.source, pattern.flags).exec(cut.text)
    return match
      ? { line: cut.before + cut.text.slice(0, match.index).split('\n').length - 1, length: Math.min(match[0].length, 40) }
      : undefined
  }
  const parts = pattern
    .split(/\{[A-Za-z]+\}/)
    .map((part) => foldTypography(part))
    .filter(Boolean)
  // A message may be wrapped: it is looked for on each line together with the one after it.
  for (let i = lines.length - 1; i >= 0; i--) {
    const length = lengthIn(`${folded[i]} ${folded[i + 1] ?? ''}`, parts, folded[i]!.length)
    if (length !== undefined) return { line: i, length }
  }
  return undefined
}

/** The letters of the parts, when all stand in order and the first begins before `limit`. */
function lengthIn(text: string, parts: readonly string[], limit: number): number | undefined {
  let from = 0
  for (const [i, part] of parts.entries()) {
    const at = text.indexOf(part, from)
    if (at < 0 || (i === 0 && at >= limit)) return undefined
    from = at + part.length
  }
  return parts.reduce((sum, part) => sum + part.length, 0)
}
