import type { Sighting } from './rank.ts'
import { isVerbatim } from './signature.ts'
import { after, before, type Spot, type Spotter } from './spot.ts'
import { printable, squeezedText } from './squeeze.ts'

/** What was read of a text: the last sighting of every signature, and as much of the text as further reading needs. */
export type Reading = {
  sightings: readonly Sighting[]
  lines: number
  /** The text, or of a long one its end. `firstLine` is the number of its first line. */
  end: string
  firstLine: number
  /** The beginning of a text of which `end` is only the end. */
  beginning: string
}
/** Takes UTF-8 in pieces of any size, in order. What it keeps does not grow with the text. */
export type Reader = { feed: (piece: Uint8Array) => void; finish: () => Reading }

/** Up to this many bytes a text is squeezed whole. */
const short = 64 * 1024
const beginningKept = 48 * 1024
const endKept = 192 * 1024
/** The widest stretch of a line that is shown. */
const widest = 400
const newline = 0x0a
const decoder = new TextDecoder()

/** A reader for one text. `namesAnother` tells whether a line speaks of another program than the gateway. */
export function readerOf(spotter: Spotter, namesAnother: (line: string) => boolean): Reader {
  const sightings = new Map<string, Sighting>()
  let buffer: Uint8Array = new Uint8Array(0)
  let last: Uint8Array = new Uint8Array(0)
  let beginning = ''
  let size = 0
  /** Where in the buffer reading goes on, and the number of the line in which the buffer begins. */
  let from = 0
  let firstLine = 1

  const settle = (to: number, whole: boolean) => {
    const spots = new Map<number, { spot: Spot; count: number }>()
    const report = (spot: Spot) => spots.set(spot.row, { spot, count: (spots.get(spot.row)?.count ?? 0) + 1 })
    if (whole) spotter.everywhere(buffer, report)
    else spotter.between(buffer, from, to, report)
    const kept = Math.max(0, to - before)
    let line = firstLine
    let counted = 0
    const lineAt = (byte: number) => {
      line += newlinesIn(buffer, counted, byte)
      counted = byte
      return line
    }
    const sorted = [...spots.values()].toSorted((a, b) => a.spot.start - b.spot.start)
    const see = ({ spot, count }: (typeof sorted)[number]) => {
      const sighting = sightingOf(spot, lineAt(spot.start))
      const key = `${sighting.elsewhere}${spot.row}`
      const known = sightings.get(key)
      sightings.set(key, { ...sighting, first: known?.first ?? sighting.first, count: count + (known?.count ?? 0) })
    }
    for (const one of sorted) if (one.spot.start < kept) see(one)
    firstLine = lineAt(kept)
    for (const one of sorted) if (one.spot.start >= kept) see(one)
    buffer = buffer.subarray(kept)
    from = to - kept
  }

  const sightingOf = ({ row, start, end, found, squeezed }: Spot, line: number): Sighting => {
    const { parts } = spotter.patterns[row]!
    const [lineStart, lineEnd] = lineAround(buffer, start, end)
    const text = decoder.decode(buffer.subarray(lineStart, lineEnd))
    const printed = decoder.decode(buffer.subarray(start, end))
    const said = parts.reduce((sum, part) => sum + part.length, 0)
    const around =
      squeezedText(withoutPrefix(decoder.decode(buffer.subarray(lineStart, start)))) +
      squeezedText(decoder.decode(buffer.subarray(end, lineEnd)))
    return {
      row,
      line,
      first: line,
      column: start - lineStart,
      length: end - start,
      excerpt: printable(text).trim(),
      printed: printable(printed),
      verbatim: isVerbatim(spotter.patterns[row]!, printed),
      alone: around.length <= said / 2,
      elsewhere: namesAnother(text),
      values: Object.fromEntries(
        found.varying.map(({ name, start: first, end: next }) => [
          name,
          valueIn(buffer, squeezed.at[first - 1]! + 1, next < 0 ? undefined : squeezed.at[next]),
        ]),
      ),
      count: 1,
    }
  }

  return {
    feed: (piece) => {
      size += piece.length
      if (beginning.length < beginningKept) beginning += decoder.decode(piece.subarray(0, beginningKept))
      last =
        piece.length >= endKept ? piece.slice(-endKept) : joined(last.subarray(Math.max(0, last.length + piece.length - endKept)), piece)
      buffer = joined(buffer, piece)
      if (size > short && buffer.length - after > from) settle(buffer.length - after, false)
    },
    finish: () => {
      settle(buffer.length, size <= short)
      const lines = firstLine + newlinesIn(buffer, 0, buffer.length)
      return {
        sightings: [...sightings.values()],
        lines,
        end: printable(decoder.decode(last)),
        firstLine: lines - newlinesIn(last, 0, last.length),
        beginning: size > endKept ? printable(beginning.slice(0, beginningKept)) : '',
      }
    },
  }
}

/** What programs print before the message itself: the container, the time, the host and process, the part of the program. */
const prefixes =
  /^[\w.-]{1,60}\s{0,8}\|\s|\d{4}-\d\d-\d\d[T ][\d:.,]{5,18}(?:Z|[+-]\d\d:?\d\d)?|\b[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d \S{1,60} \w{1,20}\[\d{1,8}\]:|\b\d\d:\d\d:\d\d\b|\[[\w/:.# -]{1,40}\]|\b(?:error|warn|info|debug)\b:?/gi
const withoutPrefix = (text: string) => printable(text).replace(prefixes, '')

/** What a varying part covers, without the quotes and brackets around it; open-ended, it goes to the end of the word. */
function valueIn(bytes: Uint8Array, from: number, to: number | undefined): string {
  const text = printable(decoder.decode(bytes.subarray(from, Math.min(to ?? from + 200, from + 200)))).replace(/^[\s"'`([{:=]+/, '')
  return (to === undefined ? (/^[^\s"'`)\]},;]*/.exec(text)?.[0] ?? '') : text).replace(/[\s"'`)\]},.;:]+$/, '')
}

/** The line or lines a stretch stands on, cut to what can be shown. */
function lineAround(bytes: Uint8Array, start: number, end: number): [number, number] {
  const lineStart = start === 0 ? 0 : bytes.lastIndexOf(newline, start - 1) + 1
  const lineEnd = bytes.indexOf(newline, end)
  const from = Math.max(lineStart, start - widest / 2)
  return [from, Math.min(lineEnd < 0 ? bytes.length : lineEnd, Math.max(end, from + widest))]
}

function newlinesIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let i = bytes.indexOf(newline, from); i >= 0 && i < to; i = bytes.indexOf(newline, i + 1)) count++
  return count
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
