/** How much of a signature's wording a line holds, 0 to 1, and whether all of it stands there in order, with only a few words between. */
export type Likeness = { row: number; line: number; share: number; inOrder: boolean }
export type LikenessFinder = (lines: readonly string[]) => Likeness[]

/** A likeness below this is not worth a word to the user. */
const least = 0.3
/** What is left of a likeness whose words are scattered over a long line: they meet there by chance. */
const scattered = 0.75
/** And of one whose number the line does not hold: another code is another message. */
const otherCode = 0.6
/** One word alone is no likeness. */
const fewest = 2
/** Words that may stand between those of a signature without making it another message. */
const between = 2

/** The words a likeness is measured by: letters, and numbers of three or four digits, for those may be codes. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’‘'"`“”]/g, '')
    .split(/[^a-z0-9_]+/)
    .filter((word) => /^[a-z][a-z0-9_]+$|^\d{3,4}$/.test(word) && !filler.has(word))

const isCode = (word: string) => /^\d/.test(word)

/** Words without a meaning of their own here. */
const filler = new Set(
  'the an is are was to of in on at it and or for with by be this that from as i my you your error err no such'.split(' '),
)

/**
 * Finds the signatures whose words a line holds. A word that few signatures hold weighs more; a typing error of one letter (two in a
 * long word) is forgiven. Made for messages and short logs: every line costs about as much as it has words.
 */
export function likenessFinderOf(texts: readonly string[]): LikenessFinder {
  const rows = texts.map((text) => wordsOf(text.replace(/\{[A-Za-z]+\}/g, ' ')))
  const holders = new Map<string, number[]>()
  for (const [row, words] of rows.entries()) for (const word of new Set(words)) holders.set(word, [...(holders.get(word) ?? []), row])
  const weights = new Map([...holders].map(([word, list]) => [word, Math.log(1 + rows.length / list.length)]))
  const totals = rows.map((words) => [...new Set(words)].reduce((sum, word) => sum + weights.get(word)!, 0))
  const known = spellingsOf([...holders.keys()])
  const meant = new Map<string, string | undefined>()
  const meaning = (word: string) => {
    if (holders.has(word)) return word
    if (!meant.has(word)) meant.set(word, corrected(word, known))
    return meant.get(word)
  }

  return (lines) => {
    const best = new Map<number, Likeness>()
    for (const [line, text] of lines.entries()) {
      const places = new Map<string, number>()
      for (const [i, word] of wordsOf(text.slice(0, 2000)).entries()) {
        const meantWord = meaning(word)
        if (meantWord !== undefined && !places.has(meantWord)) places.set(meantWord, i)
      }
      const sums = new Map<number, number>()
      for (const word of places.keys()) for (const row of holders.get(word)!) sums.set(row, (sums.get(row) ?? 0) + weights.get(word)!)
      for (const [row, sum] of sums) {
        const words = rows[row]!
        const close = isClose(words, places) ? 1 : scattered
        const share = (sum / totals[row]!) * close * (words.every((word) => !isCode(word) || places.has(word)) ? 1 : otherCode)
        if (share < least || matchedWords(words, places) < fewest || (best.get(row)?.share ?? 0) > share) continue
        best.set(row, { row, line, share, inOrder: share > 0.999 && standsInOrder(words, places) })
      }
    }
    return [...best.values()]
  }
}

const matchedWords = (words: readonly string[], places: ReadonlyMap<string, number>) =>
  new Set(words.filter((word) => places.has(word))).size

/** Whether the words of a signature that the line holds stand near each other. */
function isClose(words: readonly string[], places: ReadonlyMap<string, number>): boolean {
  const at = words.map((word) => places.get(word)).filter((place) => place !== undefined)
  return Math.max(...at) - Math.min(...at) <= 2 * words.length + between
}

function standsInOrder(words: readonly string[], places: ReadonlyMap<string, number>): boolean {
  const at = [...new Set(words)].map((word) => places.get(word)!)
  return at.every((place, i) => i === 0 || (place > at[i - 1]! && place - at[i - 1]! <= between + 1))
}

/** Every known word under itself and under itself less one letter: two words one typing error apart meet under one of them. */
function spellingsOf(words: readonly string[]): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>()
  for (const word of words) if (word.length >= 5) for (const less of shortened(word)) if (!spellings.has(less)) spellings.set(less, word)
  for (const word of words) spellings.set(word, word)
  return spellings
}

function corrected(word: string, spellings: ReadonlyMap<string, string>): string | undefined {
  if (word.length < 5 || word.length > 24 || /\d/.test(word)) return undefined
  for (const less of [word, ...shortened(word)]) {
    const found = spellings.get(less)
    if (found !== undefined && found.length >= 5) return found
  }
  return undefined
}

const shortened = (word: string): string[] => Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1))
