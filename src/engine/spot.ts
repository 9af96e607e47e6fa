import { scannerOf } from './scan.ts'
import { foundAt, patternOf, type Found, type Pattern } from './signature.ts'
import type { Row } from './table.ts'
import { mayStandAround, squeeze, squeezedText, type Squeezed } from './squeeze.ts'

/** A signature that stands in the text: which one, from byte to byte, and how it was found. */
export type Spot = { row: number; start: number; end: number; found: Found; squeezed: Squeezed }
type Report = (spot: Spot) => void

/** Finds signatures in UTF-8. Both ways take one pass; what they cost does not depend on how many signatures there are. */
export type Spotter = {
  patterns: readonly Pattern[]
  /** However the message is wrapped and coloured: the whole text is squeezed first. For a message or a page of log. */
  everywhere: (bytes: Uint8Array, report: Report) => void
  /** Squeezes only what lies around a signature's rarest word, as it stands in the text. For long logs. */
  between: (bytes: Uint8Array, from: number, to: number, report: Report) => void
}

/** Bytes looked at before and after a word that was found: a message with all its varying parts fits. */
export const before = 1200
export const after = 2400

/** A spotter of these texts; those without an anchor are never reported. */
export function spotterOf(rows: readonly Row[]): Spotter {
  const patterns = rows.map(({ text }) => patternOf(text))
  const anchors = rows.map(({ anchor }) => anchor)
  const printed = wordTable(patterns, anchors)
  const squeezed = wordTable(
    patterns,
    anchors.map((word) => word && squeezedText(word)),
  )
  const encoder = new TextEncoder()

  const verify = (text: Squeezed, letter: number, { row, part, offset }: Owner, report: Report) => {
    const found = foundAt(patterns[row]!, text, part, letter - offset)
    if (found) report({ row, found, squeezed: text, start: text.at[found.start]!, end: text.at[found.end - 1]! + 1 })
  }

  return {
    patterns,
    everywhere: (bytes, report) => {
      const text = squeeze(bytes)
      const letters = encoder.encode(text.letters)
      squeezed.scan(letters, 0, letters.length, (word, letter) => {
        for (const owner of squeezed.owners[word]!) verify(text, letter, owner, report)
      })
    },
    between: (bytes, from, to, report) => {
      let text: Squeezed = { letters: '', at: new Int32Array(0) }
      let reach = -1
      printed.scan(bytes, from, to, (word, at) => {
        for (const owner of printed.owners[word]!) {
          if (!mayStandAround(bytes, at, printed.lengths[word]!, owner.letters, owner.offset, owner.end)) continue
          if (at > reach) {
            text = squeeze(bytes, Math.max(0, at - before), Math.min(bytes.length, at + after + after))
            reach = at + after
          }
          verify(text, letterAt(text.at, at), owner, report)
        }
      })
    },
  }
}

/** A row that a word belongs to, and where in which of its parts the word stands, in letters. */
type Owner = { row: number; part: number; offset: number; end: number; letters: Uint8Array }

function wordTable(patterns: readonly Pattern[], anchors: readonly (string | undefined)[]) {
  const words = [...new Set(anchors.filter((word) => word !== undefined))]
  const owners = new Map<string, Owner[]>(words.map((word) => [word, []]))
  for (const [row, { parts }] of patterns.entries()) {
    const word = anchors[row]
    const letters = word && squeezedText(word)
    if (!word || !letters) continue
    const part = parts.findIndex((each) => each.includes(letters))
    const offset = parts[part]!.indexOf(letters)
    owners.get(word)!.push({ row, part, offset, end: offset + letters.length, letters: new TextEncoder().encode(parts[part]) })
  }
  return { scan: scannerOf(words), lengths: words.map(({ length }) => length), owners: words.map((word) => owners.get(word)!) }
}

/** The index of the letter that stands at this byte. */
function letterAt(at: Int32Array, byte: number): number {
  let low = 0
  let high = at.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (at[middle]! < byte) low = middle + 1
    else high = middle
  }
  return low
}
