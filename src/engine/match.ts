import { anchorsOf, isBare } from './anchor.ts'
import { rank, type Match, type Sighting } from './rank.ts'
import { scannerOf } from './scan.ts'
import { foundAt, isVerbatim, patternOf, type Found } from './signature.ts'
import { likenessFinderOf } from './similar.ts'
import { printable, squeeze, squeezedText, type Squeezed } from './squeeze.ts'
import type { Row, Table } from './table.ts'

/** What a text says: the places it points at, in the order to fix them; when there are none, the nearest. */
export type Findings = {
  matches: readonly Match[]
  nearest: readonly Match[]
  lines: number
  /** Beginning and end of the text, or all of it: what evidence is read from. */
  sample: string
}
/** Takes a text in pieces of any size, in order. */
export type Reader = { feed: (piece: Uint8Array) => void; end: () => Findings }
export type Matcher = {
  /** For one message or a log that is at hand as a string. */
  match: (text: string) => Findings
  /** For a long log: memory stays the same however long it is. */
  reader: () => Reader
}

/** Bytes looked at around a word that was found; a message with all its varying parts fits. */
const behind = 1200
const ahead = 2400
/** Up to here a text is searched for every signature, however it is wrapped; a longer one by the scan. */
const short = 16 * 1024
/** How much of a long text's beginning and end is kept. */
const head = 48 * 1024
const tail = 192 * 1024
/** The widest line that is shown as it is. */
const widestExcerpt = 400
const newline = 0x0a

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A sighting while its piece of the text is still at hand. */
type Spotted = { row: number; start: number; end: number; squeezed: Squeezed; found: Found }

/** Compiles the table once; the matcher can be used for any number of texts. It never throws, whatever the text holds. */
export function matcherOf(table: Table): Matcher {
  const { rows } = table
  const patterns = rows.map(({ text }) => patternOf(text))
  const bare = new Map(rows.flatMap(({ text }, row) => (isBare(text) ? [[squeezedText(text), row] as const] : [])))
  const searched = rows.flatMap(({ text }, row) => (isBare(text) ? [] : [row]))
  const anchors = anchorsOf(rows.map(({ text }) => text))
  const scan = scanTable(rows, searched, anchors)
  const likenesses = likenessFinderOf(rows.map(({ text }) => text))
  const elsewhere = new RegExp(table.elsewhere.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')).join('|') || '$^', 'i')

  const reader = (): Reader => {
    const sightings = new Map<string, Sighting>()
    let buffer: Uint8Array = new Uint8Array(0)
    /** Where in the buffer the scan goes on, and the number of the line the buffer begins in. */
    let from = 0
    let line = 1
    let first = ''
    let last: Uint8Array = buffer
    let size = 0

    const settle = (to: number, search: (from: number, to: number, spot: (spotted: Spotted) => void) => void) => {
      const spotted = new Map<number, Spotted & { count: number }>()
      search(from, to, (one) => spotted.set(one.row, { ...one, count: (spotted.get(one.row)?.count ?? 0) + 1 }))
      let counted = 0
      let number = line
      for (const one of [...spotted.values()].toSorted((a, b) => a.start - b.start)) {
        number += newlinesIn(buffer, counted, one.start)
        counted = one.start
        const sighting = sightingOf(one, number, buffer)
        const key = `${one.row}${sighting.elsewhere}`
        sightings.set(key, { ...sighting, count: one.count + (sightings.get(key)?.count ?? 0) })
      }
      const keep = Math.max(0, to - behind)
      line = line + newlinesIn(buffer, 0, keep)
      buffer = buffer.subarray(keep)
      from = to - keep
    }

    const sightingOf = ({ row, start, end, squeezed, found }: Spotted, number: number, bytes: Uint8Array): Sighting => {
      const [lineStart, lineEnd] = lineAround(bytes, start, end)
      const whole = decoder.decode(bytes.subarray(lineStart, lineEnd))
      const printed = decoder.decode(bytes.subarray(start, end))
      const rest = squeeze(bytes, lineStart, lineEnd).letters.length - (found.end - found.start)
      const said = patterns[row]!.parts.reduce((sum, part) => sum + part.length, 0)
      return {
        row,
        line: number,
        column: start - lineStart,
        length: end - start,
        excerpt: printable(whole).trim(),
        verbatim: isVerbatim(patterns[row]!, printed),
        alone: rest <= said / 2,
        elsewhere: elsewhere.test(whole) && !elsewhere.test(rows[row]!.text),
        values: valuesOf(found, squeezed, bytes),
        count: 1,
      }
    }

    const scanned = (start: number, end: number, spot: (spotted: Spotted) => void) => {
      let window: { from: number; to: number; squeezed: Squeezed } | undefined
      scan.run(buffer, start, end, (word, at) => {
        if (!window || at < window.from + 1 || at > window.to - ahead / 2) {
          const windowFrom = Math.max(0, at - behind)
          const windowTo = Math.min(buffer.length, at + ahead)
          window = { from: windowFrom, to: windowTo === buffer.length ? windowTo + ahead : windowTo, squeezed: squeeze(buffer, windowFrom, windowTo) }
        }
        const { squeezed } = window
        const letter = indexOf(squeezed.at, at)
        for (const { row, part, offset } of scan.rowsOf(word)) {
          const found = foundAt(patterns[row]!, squeezed, part, letter - offset)
          if (found) spot(spottedAt(row, found, squeezed))
        }
      })
    }

    const exhaustive = (_start: number, _end: number, spot: (spotted: Spotted) => void) => {
      const squeezed = squeeze(buffer)
      for (const row of searched) {
        const pattern = patterns[row]!
        const key = pattern.parts[pattern.key]!
        for (let at = squeezed.letters.indexOf(key); at >= 0; at = squeezed.letters.indexOf(key, at + 1)) {
          const found = foundAt(pattern, squeezed, pattern.key, at)
          if (found) spot(spottedAt(row, found, squeezed))
        }
      }
    }

    return {
      feed: (piece) => {
        size += piece.length
        if (first.length < head) first += decoder.decode(piece.subarray(0, head))
        last = piece.length >= tail ? piece.slice(-tail) : joined(last.subarray(Math.max(0, last.length + piece.length - tail)), piece)
        buffer = joined(buffer, piece)
        if (size > short && buffer.length - ahead > from) settle(buffer.length - ahead, scanned)
      },
      end: () => {
        settle(buffer.length, size > short ? scanned : exhaustive)
        const sample = size <= tail ? decoder.decode(last) : `${first.slice(0, head)}\n${decoder.decode(last)}`
        const lines = line + newlinesIn(buffer, 0, buffer.length)
        const sample0 = size <= tail ? 1 : Math.max(1, lines - newlinesIn(last, 0, last.length))
        return { ...concluded([...sightings.values()], size <= tail ? sample : decoder.decode(last), sample0), lines, sample }
      },
    }
  }

  const concluded = (sightings: Sighting[], text: string, firstLine: number) => {
    const lines = printable(text).split('\n')
    const bareHit = lines.length <= 3 ? bareIn(lines, bare) : undefined
    const known = bareHit === undefined ? sightings : [...sightings, bareHit]
    return rank(table, known, (max) => likenesses(lines.length > max ? lines.slice(-max) : lines).map((likeness) => ({
      ...likeness,
      line: likeness.line + firstLine + Math.max(0, lines.length - max),
      excerpt: lines[likeness.line + Math.max(0, lines.length - max)]!.trim().slice(0, widestExcerpt),
      elsewhere: elsewhere.test(lines[likeness.line + Math.max(0, lines.length - max)]!),
    })))
  }

  return {
    reader,
    match: (text) => {
      const one = reader()
      one.feed(encoder.encode(/[\uff01-\uff5e]/.test(text) ? text.normalize('NFKC') : text))
      return one.end()
    },
  }
}

/** The words the scan looks for, each with the rows it may belong to and where in them it stands. */
function scanTable(rows: readonly Row[], searched: readonly number[], anchors: readonly (string | undefined)[]) {
  const words = [...new Set(searched.map((row) => anchors[row]!))]
  const owners = words.map((word) =>
    searched.flatMap((row) => {
      if (anchors[row] !== word) return []
      const squeezedWord = squeezedText(word)
      const { parts } = patternOf(rows[row]!.text)
      return parts.flatMap((part, i) => {
        const offset = part.indexOf(squeezedWord)
        return offset < 0 ? [] : [{ row, part: i, offset }]
      })
    }),
  )
  return { run: scannerOf(words), rowsOf: (word: number) => owners[word]! }
}

const spottedAt = (row: number, found: Found, squeezed: Squeezed): Spotted => ({
  row,
  found,
  squeezed,
  start: squeezed.at[found.start]!,
  end: squeezed.at[found.end - 1]! + 1,
})

/** What the varying parts of a signature cover in the text, without the quotes and brackets around it. */
function valuesOf({ varying }: Found, { at }: Squeezed, bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    varying.flatMap(({ name, start, end }) => {
      const from = at[start - 1]! + 1
      const to = end < 0 ? wordEnd(bytes, from) : at[end]!
      const value = printable(decoder.decode(bytes.subarray(from, Math.min(to, from + 300)))).replace(/^[\s"'`([:=]+|[\s"'`)\].,;:]+$/g, '')
      return value ? [[name, value]] : []
    }),
  )
}

function wordEnd(bytes: Uint8Array, from: number): number {
  let i = from
  while (i < bytes.length && i < from + 8 && bytes[i]! <= 0x3a && bytes[i] !== newline && !(bytes[i]! >= 0x30 && bytes[i]! <= 0x39)) i++
  while (i < bytes.length && i < from + 160 && bytes[i]! > 0x20 && bytes[i] !== 0x22 && bytes[i] !== 0x27 && bytes[i] !== 0x29) i++
  return i
}

function lineAround(bytes: Uint8Array, start: number, end: number): [number, number] {
  const before = bytes.lastIndexOf(newline, start - 1)
  const after = bytes.indexOf(newline, end)
  const lineStart = start === 0 ? 0 : Math.max(before + 1, start - widestExcerpt / 2)
  const lineEnd = after < 0 ? bytes.length : after
  return [lineStart, Math.min(lineEnd, Math.max(end, lineStart + widestExcerpt))]
}

function newlinesIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) if (bytes[i] === newline) count++
  return count
}

/** The index of a byte among the letters; the next letter's when that byte is none. */
function indexOf(at: Int32Array, byte: number): number {
  let low = 0
  let high = at.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (at[middle]! < byte) low = middle + 1
    else high = middle
  }
  return low
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Words people put around a bare code. */
const aroundCode = /\b(?:error|err|code|close|closed|websocket|ws|status|disconnected|reason|with|gateway|openclaw)\b/gi

function bareIn(lines: readonly string[], bare: ReadonlyMap<string, number>): Sighting | undefined {
  for (const [i, text] of lines.entries()) {
    const row = bare.get(squeezedText(text.slice(0, 200).replace(aroundCode, '')))
    if (row === undefined) continue
    return { row, line: i + 1, column: 0, length: text.length, excerpt: text.trim(), verbatim: true, alone: true, elsewhere: false, values: {}, count: 1 }
  }
  return undefined
}
