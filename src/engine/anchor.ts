import { squeezedText } from './squeeze.ts'

/** The shortest word worth looking for: shorter ones stand in every second line of a log. */
const shortest = 6

/** A signature that only counts when it is all a line says: a bare code, or a text without a word long enough to look for. */
export const isBare = (text: string): boolean => wordsIn(text).length === 0

/**
 * Per signature the piece that the scan looks for: a word as it stands in any print of the message, so without spaces, quotes and
 * dashes; the one that fewest signatures share, then the longest. `undefined` for a bare one.
 */
export function anchorsOf(texts: readonly string[]): (string | undefined)[] {
  const words = texts.map(wordsIn)
  const shared = new Map<string, number>()
  for (const list of words) for (const word of new Set(list)) shared.set(word, (shared.get(word) ?? 0) + 1)
  return words.map((list) => list.toSorted((a, b) => shared.get(a)! - shared.get(b)! || b.length - a.length)[0])
}

/** Words of letters, digits, `_` and inner dots; where none is long enough, neighbours with what is between them. */
function wordsIn(text: string): string[] {
  const pieces = text.toLowerCase().split(/\{[a-z]+\}/)
  const long = pieces.flatMap((piece) => piece.match(/[a-z0-9_]+(?:\.[a-z0-9_]+)*/g) ?? []).filter(isLong)
  return long.length > 0 ? long : pieces.flatMap((piece) => piece.match(/[a-z0-9_]+(?:[ -][a-z0-9_]+)+/g) ?? []).filter(isLong)
}

const isLong = (word: string) => squeezedText(word).length >= shortest
