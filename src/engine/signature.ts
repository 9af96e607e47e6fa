import { foldTypography, squeezedText, type Squeezed } from './squeeze.ts'

/** A signature ready to be looked for: its parts without the varying ones, squeezed, and the names of what stands between them. */
export type Pattern = {
  parts: readonly string[]
  /** `names[i]` varies before `parts[i]`; the last one after the last part. `undefined`: nothing does. */
  names: readonly (string | undefined)[]
  /** The part looked for first: the longest. */
  key: number
  folded: readonly string[]
}

/** Where a pattern was found, in letters; and what its varying parts cover. */
export type Found = { start: number; end: number; varying: readonly { name: string; start: number; end: number }[] }

/** How many letters a varying part may cover: a browser's name fits, a page of log does not. */
const widest = 400

/** Reads a signature: plain text, `{x}` for what varies. */
export function patternOf(signature: string): Pattern {
  const parts: string[] = []
  const folded: string[] = []
  const names: (string | undefined)[] = []
  let name: string | undefined
  for (const piece of signature.split(/(\{[A-Za-z]+\})/)) {
    const varying = /^\{([A-Za-z]+)\}$/.exec(piece)?.[1]
    const letters = varying ? '' : squeezedText(piece)
    if (varying) name = varying
    else if (letters) {
      names.push(name)
      parts.push(letters)
      folded.push(foldTypography(piece))
      name = undefined
    }
  }
  const longest = Math.max(...parts.map((part) => part.length))
  return { parts, folded, names: [...names, name], key: parts.findIndex((part) => part.length === longest) }
}

/** Whether the pattern stands in `text` with its part `key` at `at`. Looks at most `widest` letters around each part. */
export function foundAt({ parts, names }: Pattern, { letters, at: offsets }: Squeezed, key: number, at: number): Found | undefined {
  if (!letters.startsWith(parts[key]!, at)) return undefined
  const starts: number[] = []
  starts[key] = at
  for (let i = key - 1, before = at; i >= 0; i--) {
    const from = letters.slice(Math.max(0, before - widest - parts[i]!.length), before).lastIndexOf(parts[i]!)
    if (from < 0) return undefined
    before = starts[i] = Math.max(0, before - widest - parts[i]!.length) + from
  }
  for (let i = key + 1, after = at + parts[key]!.length; i < parts.length; i++) {
    const from = letters.slice(after, after + widest + parts[i]!.length).indexOf(parts[i]!)
    if (from < 0) return undefined
    starts[i] = after + from
    after = starts[i]! + parts[i]!.length
  }
  const start = starts[0]!
  const last = parts.length - 1
  const end = starts[last]! + parts[last]!.length
  if (!names[0] && touches(offsets, start)) return undefined
  if (!names.at(-1) && touches(offsets, end)) return undefined
  const varying = parts.flatMap((_, i) => {
    const name = i === 0 ? undefined : names[i]
    return name ? [{ name, start: starts[i - 1]! + parts[i - 1]!.length, end: starts[i]! }] : []
  })
  const trailing = names.at(-1)
  return { start, end, varying: trailing ? [...varying, { name: trailing, start: end, end: -1 }] : varying }
}

/** Whether a word goes on across this border: the letters on both sides are neighbours in the text as well. */
const touches = (offsets: Int32Array, border: number): boolean =>
  border > 0 && border < offsets.length && offsets[border] === 1 + offsets[border - 1]!

/** Whether a printed stretch is the signature to the letter, its punctuation included. */
export function isVerbatim({ folded }: Pattern, printed: string): boolean {
  const text = foldTypography(printed)
  let from = 0
  return folded.every((part, i) => {
    // The ends may be cut in the middle of punctuation: what a user selects rarely ends at the full stop.
    const wanted = i === folded.length - 1 ? trimEnd(part) : i === 0 ? trimStart(part) : part
    const at = text.indexOf(i === 0 ? trimStart(wanted) : wanted, from)
    if (at < 0) return false
    from = at + wanted.length
    return true
  })
}

const trimStart = (text: string) => text.replace(/^[^a-z0-9]+/, '')
const trimEnd = (text: string) => text.replace(/[^a-z0-9]+$/, '')
