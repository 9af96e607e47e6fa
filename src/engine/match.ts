import { rank, type Match, type Sighting } from './rank.ts'
import { readerOf, type Reading } from './reader.ts'
import { likenessFinderOf } from './similar.ts'
import { spotterOf } from './spot.ts'
import { squeezedText } from './squeeze.ts'
import { staleIn, type Stale } from './stale.ts'
import type { Table } from './table.ts'

/** What a text says: the places it points at, in the order to fix them; when there are none, the nearest. */
export type Findings = {
  matches: readonly Match[]
  nearest: readonly Match[]
  /** Advice in it that holds for no release. */
  stale: readonly Stale[]
  lines: number
  /** The text, or of a long one its beginning and its end: what evidence is read from. */
  sample: string
}
export type Matcher = {
  /** For one message or a log that is at hand as a string. */
  match: (text: string) => Findings
  /** For a long log, piece by piece: memory stays the same however long it is. */
  reader: () => { feed: (piece: Uint8Array) => void; finish: () => Findings }
}

/** Lines compared by their words when no signature stands in the text. */
const compared = 400
/** The longest line shown of those that are only alike. */
const widest = 400
const longestTyped = 64 * 1024
/** A text of more lines than this is no bare code. */
const fewLines = 3
/** Words people put around a bare code. */
const aroundCode = /\b(?:error|err|code|close|closed|websocket|ws|status|disconnected|reason|with|gateway|openclaw)\b/gi

/** Compiles the table once; the matcher serves any number of texts. It never throws, whatever they hold, and takes time in proportion to them. */
export function matcherOf(table: Table): Matcher {
  const texts = table.rows.map(({ text }) => text)
  const spotter = spotterOf(table.rows)
  const bare = new Map(table.rows.flatMap(({ text, anchor }, row) => (anchor ? [] : [[squeezedText(text), row] as const])))
  const alike = likenessFinderOf(table.rows.map(({ text, anchor }) => (anchor ? text : '')))
  const marker = anyOf(table.elsewhere)
  const ownMarker = texts.map((text) => marker.test(text))

  const findingsOf = ({ sightings, lines, end, firstLine, beginning }: Reading): Findings => {
    const endLines = end.split('\n')
    const code = endLines.length <= fewLines ? bareCode(endLines, bare) : undefined
    const known = sightings.map((one) => ({ ...one, elsewhere: one.elsewhere && !ownMarker[one.row] }))
    const skipped = Math.max(0, endLines.length - compared)
    const compare = () =>
      alike(endLines.slice(skipped)).map((likeness) => {
        const excerpt = endLines[skipped + likeness.line]!.trim().slice(0, widest)
        return {
          ...likeness,
          line: firstLine + skipped + likeness.line,
          excerpt,
          elsewhere: marker.test(excerpt) && !ownMarker[likeness.row],
        }
      })
    return {
      ...rank(table, code ? [...known, code] : known, compare),
      stale: staleIn(end, table.stale),
      lines,
      sample: beginning ? `${beginning}\n${end}` : end,
    }
  }

  const reader = () => {
    const one = readerOf(spotter, (line) => marker.test(line))
    return { feed: one.feed, finish: () => findingsOf(one.finish()) }
  }
  return {
    reader,
    match: (text) => {
      const one = reader()
      // Full-width letters stand in messages that people typed or translated, not in logs.
      const typed = text.length <= longestTyped && /[\uff01-\uff5e]/.test(text)
      one.feed(new TextEncoder().encode(typed ? text.normalize('NFKC') : text))
      return one.finish()
    },
  }
}

/** Whether one of these texts stands in a line, whatever its spaces and case. */
function anyOf(texts: readonly string[]): RegExp {
  const sources = texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'))
  return new RegExp(sources.length > 0 ? sources.join('|') : '(?!)', 'i')
}

function bareCode(lines: readonly string[], bare: ReadonlyMap<string, number>): Sighting | undefined {
  for (const [i, text] of lines.entries()) {
    const row = bare.get(squeezedText(text.slice(0, 200).replace(aroundCode, '')))
    if (row === undefined) continue
    const whole = {
      column: 0,
      length: text.length,
      excerpt: text.trim(),
      printed: text.trim(),
      verbatim: true,
      alone: true,
      elsewhere: false,
    }
    return { row, line: i + 1, first: i + 1, ...whole, values: {}, count: 1 }
  }
  return undefined
}
