/**
 * Finds many words in one pass by a shift table over blocks of three characters (Wu and Manber's method): where a block belongs to no
 * word, the search jumps ahead by almost the length of the shortest word. Case of ASCII letters is ignored.
 */
export type Scanner = (bytes: Uint8Array, from: number, to: number, found: (word: number, at: number) => void) => void

/** Characters in 32 classes, so that a table over three of them stays in the processor's cache: 26 letters, digits, five others. */
const classOf = Uint8Array.from({ length: 256 }, (_, byte) => {
  const lower = byte | 0x20
  if (byte < 128 && lower >= 0x61 && lower <= 0x7a) return lower - 0x60
  if (byte >= 0x30 && byte <= 0x39) return 27
  return byte === 0x20 ? 28 : byte === 0x2e ? 29 : byte === 0x5f ? 30 : byte === 0x3a ? 31 : 0
})
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
      const hash = (classOf[text[i - 2]!]! << 10) | (classOf[text[i - 1]!]! << 5) | classOf[text[i]!]!
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

const hashAt = (word: Uint8Array, last: number) =>
  (classOf[word[last - 2]!]! << 10) | (classOf[word[last - 1]!]! << 5) | classOf[word[last]!]!

function standsAt(text: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) {
    const byte = text[at + i]!
    const wanted = word[i]!
    if (byte !== wanted && (wanted < 0x61 || wanted > 0x7a || (byte | 0x20) !== wanted)) return false
  }
  return true
}
