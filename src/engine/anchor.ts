import { squeezedText } from './squeeze.ts'

/** The shortest word worth looking for: shorter ones stand in every second line of a log. */
const shortest = 6

/**
 * The piece of a signature that the scan looks for: a word as it stands in any print of the message, so without spaces, quotes and
 * dashes; the one that fewest signatures share, then the longest. `undefined` for a signature too short to have one.
 */
export function anchorsOf(texts: readonly string[]): (string | undefined)[] {
  const words = texts.map((text) => text.split(/\{[A-Za-z]+\}/).flatMap((piece) => wholeWords(piece)))
  const shared = new Map<string, number>()
  for (const list of words) for (const word of new Set(list)) shared.set(word, (shared.get(word) ?? 0) + 1)
  return words.map(
    (list) => list.toSorted((a, b) => (shared.get(a) ?? 0) - (shared.get(b) ?? 0) || b.length - a.length)[0],
  )
}

/** Words of letters, digits, `_` and inner dots; where none is long enough, neighbours with the one space between them. */
function wholeWords(piece: string): string[] {
  const words = piece.toLowerCase().match(/[a-z0-9_]+(?:\.[a-z0-9_]+)*/g) ?? []
  const long = words.filter((word) => word.length >= shortest)
  if (long.length > 0) return long
  return (piece.toLowerCase().match(/[a-z0-9_]+(?:[ -][a-z0-9_]+)+/g) ?? []).filter((phrase) => phrase.length >= shortest)
}

/** A signature that only counts when it is all a line says: a bare code, or a word too short to be looked for. */
export const isBare = (text: string): boolean => squeezedText(text).length < shortest
