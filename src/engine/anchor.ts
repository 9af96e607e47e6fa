import { squeezedText } from './squeeze.ts'

/** The scan jumps by the length of its shortest word, so words shorter than this are joined with a neighbour. */
const shortest = 8
/** Fewer letters than this are a bare code, not a message. */
const fewest = 6
/** How much rarer two neighbours must be than a single word: between them a print may be wrapped or coloured. */
const joined = 3

/** A signature that only counts when it is all a line says: a bare code. */
export const isBare = (text: string): boolean => piecesOf(text).reduce((sum, piece) => sum + squeezedText(piece).length, 0) < fewest

/**
 * Per signature the piece that the scan looks for: a word as it stands in any print of the message, so without spaces, quotes and
 * dashes, or where words are short, neighbours. One with other words next to it, by which a false find is told at a glance; the one
 * that fewest signatures share; the longest. `undefined` for a bare one.
 */
export function anchorsOf(texts: readonly string[]): (string | undefined)[] {
  const candidates = texts.map((text) => (isBare(text) ? [] : candidatesIn(text)))
  const shared = new Map<string, number>()
  for (const list of candidates) for (const { text } of list) shared.set(text, (shared.get(text) ?? 0) + 1)
  return candidates.map((list, i) => {
    const alone = new Set(piecesOf(texts[i]!).map(squeezedText))
    const cost = ({ text, words }: Candidate) =>
      shared.get(text)! +
      (words - 1) * joined +
      (alone.has(squeezedText(text)) ? texts.length : 0) +
      (text.length < shortest ? 2 * texts.length : 0)
    const best = list
      .map((candidate) => ({ ...candidate, cost: cost(candidate) }))
      .toSorted((a, b) => a.cost - b.cost || b.text.length - a.text.length)
    return best[0]?.text
  })
}

type Candidate = { text: string; words: number }

/** Words, and two or three neighbours with what is between them. */
function candidatesIn(signature: string): Candidate[] {
  return piecesOf(signature).flatMap((piece) => {
    const words = [...piece.matchAll(/[a-z0-9_]+(?:\.[a-z0-9_]+)*/g)]
    return words.flatMap((first, i) =>
      [1, 2, 3].flatMap((count) => {
        const last = words[i + count - 1]
        const text = last ? piece.slice(first.index, last.index + last[0].length) : ''
        // Of what may be printed in other ways, only ASCII is looked for.
        return text.length >= fewest && /^[ -~]+$/.test(text) ? [{ text, words: count }] : []
      }),
    )
  })
}

/** What does not vary. */
const piecesOf = (text: string) => text.toLowerCase().split(/\{[a-z]+\}/)
