/**
 * Finds many words in one pass by a shift table over blocks of three characters (Wu and Manber's method): where a block belongs to no
 * word, the search jumps ahead by almost the length of the shortest word. Case of ASCII letters is ignored.
 */
export type Scanner = (bytes: Uint8Array, from: number, to: number, found: (word: number, at: number) => void) => void

const block = 3
const none = -1

/** A scanner for these words, each at least `block` characters of ASCII. It reports every occurrence that begins in `from … to`. */
export function scannerOf(words: readonly string[]): Scanner {
  const shortest = Math.min(...words.map((word) => word.length))
  const bytes = words.map((word) => new TextEncoder().encode(word.toLowerCase()))
  const shift = new Uint8Array(1 << 15).fill(shortest - block + 1)
  const first = new Int16Array(1 << 15).fill(none)
  const next = new Int16Array(words.length).fill(none)
  for (const [k, word] of bytes.entries())
    for (let end = block; end <= shortest; end++) {
      const hash = hashAt(word, end - 1)
      shift[hash] = Math.min(shift[hash]!, shortest - end)
      if (end !== shortest) continue
      next[k] = first[hash]!
      first[hash] = k
    }

  return (text, from, to, found) => {
    const end = Math.min(text.length, to + shortest - 1)
    for (let i = from + shortest - 1; i < end;) {
      const hash = ((text[i - 2]! & 31) << 10) | ((text[i - 1]! & 31) << 5) | (text[i]! & 31)
      const jump = shift[hash]!
      if (jump > 0) {
        i += jump
        continue
      }
      const start = i - shortest + 1
      for (let k = first[hash]!; k !== none; k = next[k]!) if (standsAt(text, start, bytes[k]!)) found(k, start)
      i++
    }
  }
}

/** Five bits of a byte are its letter, whatever its case; that others share them costs a comparison now and then. */
const hashAt = (word: Uint8Array, last: number) => ((word[last - 2]! & 31) << 10) | ((word[last - 1]! & 31) << 5) | (word[last]! & 31)

function standsAt(text: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) {
    const byte = text[at + i]!
    const wanted = word[i]!
    if (byte !== wanted && (wanted < 0x61 || wanted > 0x7a || (byte | 0x20) !== wanted)) return false
  }
  return true
}
