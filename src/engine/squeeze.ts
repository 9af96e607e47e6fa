/** The letters and digits of a stretch of text, in lower case without anything between them, and the byte each of them stands at. */
export type Squeezed = { letters: string; at: Int32Array }

const escape = 0x1b
const backslash = 0x5c
const bracket = 0x5b
const semicolon = 0x3b
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39

/** Lower case of ASCII letters and digits; 0 for every other byte. */
const folded = Uint8Array.from({ length: 256 }, (_, byte) => (/[a-z0-9]/i.test(String.fromCharCode(byte)) && byte < 128 ? byte | 0x20 : 0))

/**
 * What a text says once all that differs between prints of the same message is taken away: case, spaces, wrapped lines, quotes, dashes,
 * box drawing, terminal colours (also those that lost their escape character) and the `\n` and `\"` of JSON. Bytes are UTF-8.
 */
export function squeeze(bytes: Uint8Array, from = 0, to = bytes.length): Squeezed {
  const codes = new Uint8Array(to - from)
  const at = new Int32Array(to - from)
  let length = 0
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!
    const letter = folded[byte]!
    if (letter !== 0) {
      codes[length] = letter
      at[length++] = i
    } else if (byte === escape) i = endOfEscape(bytes, i, to)
    else if (byte === backslash) i += lengthOfEscaped(bytes, i)
    else if (byte === bracket) i = endOfColour(bytes, i, to)
  }
  return { letters: ascii.decode(codes.subarray(0, length)), at: at.subarray(0, length) }
}

/** Letters compared next to a word before the text around it is squeezed: enough to tell most messages apart. */
const glance = 12

/**
 * Whether the letters before and after a word may be those of `letters`, where the word is expected from `start` to `end`. Looks at a few
 * bytes only and never says no wrongly: where colours or escapes come in the way, the answer is yes.
 */
export function mayStandAround(bytes: Uint8Array, at: number, length: number, letters: Uint8Array, start: number, end: number): boolean {
  for (let i = at + length, k = end; k < letters.length && k < end + glance && i < bytes.length; i++) {
    const byte = bytes[i]!
    const letter = folded[byte]!
    if (letter !== 0) {
      if (letter !== letters[k++]) return false
    } else if (byte === escape || byte === backslash || (byte === bracket && isDigit(bytes[i + 1]))) return true
  }
  for (let i = at - 1, k = start - 1; k >= 0 && k >= start - glance && i >= 0; i--) {
    const byte = bytes[i]!
    const letter = folded[byte]!
    if (letter === 0) continue
    const escaped =
      bytes[i - 1] === backslash || (letter === 0x6d && (isDigit(bytes[i - 1]) || bytes[i - 1] === bracket || bytes[i - 1] === semicolon))
    if (escaped) return true
    if (letter !== letters[k--]) return false
  }
  return true
}

/** The same of a text that is at hand as a string. */
export const squeezedText = (text: string): string => squeeze(new TextEncoder().encode(text)).letters

const ascii = new TextDecoder('latin1')

/** The last byte of a terminal's control sequence, at most 300 bytes on. */
function endOfEscape(bytes: Uint8Array, from: number, to: number): number {
  const kind = bytes[from + 1]
  const end = Math.min(to, from + 300)
  if (kind === bracket) {
    for (let i = from + 2; i < Math.min(end, from + 40); i++) if (bytes[i]! >= 0x40 && bytes[i]! <= 0x7e) return i
    return from + 1
  }
  if (kind === 0x5d) for (let i = from + 2; i < end; i++) if (bytes[i] === 0x07 || bytes[i] === backslash) return i
  return from
}

/** How many bytes after a backslash belong to it: `\n`, `\t`, `\r`, and the `\u001b` of a colour in JSON. */
function lengthOfEscaped(bytes: Uint8Array, at: number): number {
  const next = bytes[at + 1]
  if (next === 0x6e || next === 0x74 || next === 0x72) return 1
  return next === 0x75 && bytes[at + 2] === 0x30 && bytes[at + 3] === 0x30 ? 5 : 0
}

/** The `m` of a colour such as `[31m`, or the bracket itself when it is none. */
function endOfColour(bytes: Uint8Array, from: number, to: number): number {
  let i = from + 1
  while (i < to && i < from + 12 && (isDigit(bytes[i]) || bytes[i] === semicolon)) i++
  return i > from + 1 && bytes[i] === 0x6d ? i : from
}

// oxlint-disable-next-line no-control-regex -- that is what colours are made of
const colours = /\u001b\[[0-9;?]{0,20}[A-Za-z]|\u001b\][^\u0007\u001b]{0,300}(?:\u0007|\u001b\\)?|\[\d{1,3}(?:;\d{1,3}){0,4}m/g
// oxlint-disable-next-line no-control-regex -- terminals put control characters into what is copied from them
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/** A text as it can be shown: without colours and characters nobody sees, otherwise untouched. */
export const printable = (text: string): string => text.replace(colours, '').replace(control, '')

/** A text with only its typography folded: case, spaces, quotes, dashes, box drawing, JSON escapes. Punctuation stays. */
export const foldTypography = (text: string): string =>
  printable(text.normalize('NFKC'))
    .replace(/\\[nrt]/g, ' ')
    .replace(/\\(?=["'`\\])/g, '')
    .replace(/[\u2500-\u257f\u25a0-\u25ff]/g, ' ')
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‘’‚′`´]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/…/g, '...')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
