/**
 * Finds many words in one pass by a shift table over blocks of three characters (Wu and Manber's method): where a block belongs to no
 * word, the search jumps ahead by almost the length of the shortest word. Case of ASCII letters is ignored.
 */
export type Scanner = (bytes: Uint8Array, from: number, to: number, found: (word: number, at: number) => void) => void

const block = 3

/** A scanner for these words, each at least `block` characters of ASCII. It reports every occurrence that begins in `from … to`. */
export function scannerOf(words: readonly string[]): Scanner {
  const shortest = Math.min(...words.map((word) => word.length))
  const bytes = words.map((word) => new TextEncoder().encode(word.toLowerCase()))
  const shift = new Uint8Array(1 << 15).fill(shortest - block + 1)
  const byHash = new Map<number, number[]>()
  for (const [k, word] of bytes.entries())
    for (let end = block; end <= shortest; end++) {
      const hash = hashAt(word, end - 1)
      shift[hash] = Math.min(shift[hash]!, shortest - end)
      if (end === shortest) byHash.set(hash, [...(byHash.get(hash) ?? []), k])
    }
  // The words of one hash stand next to each other; their first two letters tell most false candidates without looking at the rest.
  const buckets = [...byHash].toSorted(([a], [b]) => a - b)
  const order = Uint16Array.from(buckets.flatMap(([, list]) => list))
  const beginnings = Uint16Array.from(order, (k) => beginningAt(bytes[k]!, 0))
  const from = new Uint16Array((1 << 15) + 1)
  for (const [hash, list] of buckets) from[hash + 1] = list.length
  for (let hash = 0; hash < 1 << 15; hash++) from[hash + 1]! += from[hash]!

  return (text, start, to, found) => {
    const end = Math.min(text.length, to + shortest - 1)
    for (let i = start + shortest - 1; i < end;) {
      const hash = ((text[i - 2]! & 31) << 10) | ((text[i - 1]! & 31) << 5) | (text[i]! & 31)
      const jump = shift[hash]!
      if (jump > 0) {
        i += jump
        continue
      }
      const at = i - shortest + 1
      const beginning = ((text[at]! & 31) << 5) | (text[at + 1]! & 31)
      const last = from[hash + 1]!
      for (let k = from[hash]!; k < last; k++)
        if (beginnings[k] === beginning && standsAt(text, at, bytes[order[k]!]!)) found(order[k]!, at)
      i++
    }
  }
}

/** Five bits of a byte are its letter, whatever its case; that others share them costs a comparison now and then. */
const hashAt = (word: Uint8Array, last: number) => ((word[last - 2]! & 31) << 10) | ((word[last - 1]! & 31) << 5) | (word[last]! & 31)

const beginningAt = (word: Uint8Array, at: number) => ((word[at]! & 31) << 5) | (word[at + 1]! & 31)

function standsAt(text: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) {
    const byte = text[at + i]!
    const wanted = word[i]!
    if (byte !== wanted && (wanted < 0x61 || wanted > 0x7a || (byte | 0x20) !== wanted)) return false
  }
  return true
}
