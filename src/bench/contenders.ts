import AhoCorasick from 'ahocorasick'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { matcherOf } from '../engine/match.ts'
import type { Table } from '../engine/table.ts'

/** A way to find signatures in a text. `run` says whether the needle's signature was among them; `most`: more lines than this take minutes. */
export type Contender = { name: string; run: (text: string, bytes: Uint8Array) => boolean; most?: number }

/** All ways, over the same signatures. The first is ours; the last two are the floor and what only serves single texts. */
export function contendersOf(table: Table): Contender[] {
  const texts = table.rows.map(({ text }) => text)
  const isNeedle = (text: string) => /another gateway instance/i.test(text)
  const literals = texts.map((text) =>
    longest(text.split(/\{[A-Za-z]+\}/))
      .toLowerCase()
      .trim(),
  )
  const sources = texts.map((text) =>
    text
      .split(/\{[A-Za-z]+\}/)
      .map(escaped)
      .join(String.raw`[^\n]{0,80}?`),
  )

  const matcher = matcherOf(table)
  // Literals only, over lower case: with wildcards inside or the flag `i` it is hundreds of times slower.
  const alternation = new RegExp(
    literals
      .toSorted((a, b) => b.length - a.length)
      .map(escaped)
      .join('|'),
    'g',
  )
  const each = sources.map((source) => new RegExp(source, 'i'))
  const automaton = new AhoCorasick(literals)
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] })
  index.addAll(texts.map((text, id) => ({ id, text })))
  const fuse = new Fuse(texts, { threshold: 0.3, ignoreLocation: true })

  const ofFile = (bytes: Uint8Array) => {
    const reader = matcher.reader()
    for (let at = 0; at < bytes.length; at += piece) reader.feed(bytes.subarray(at, at + piece))
    return reader.finish().matches.some(({ signature }) => isNeedle(signature))
  }

  return [
    {
      name: 'this matcher: normalised, lines, values, ranking',
      run: (text) => matcher.match(text).matches.some(({ signature }) => isNeedle(signature)),
    },
    { name: 'the same, of a file', run: (_, bytes) => ofFile(bytes) },
    {
      name: 'one alternation of all signatures',
      run: (text) => [...text.toLowerCase().matchAll(alternation)].some(([found]) => isNeedle(found)),
    },
    {
      name: 'a RegExp per signature per line',
      run: (text) =>
        text.split('\n').reduce((found, line) => each.filter((one) => one.test(line) && isNeedle(one.source)).length > 0 || found, false),
      most: 10_000,
    },
    { name: 'ahocorasick', run: (text) => automaton.search(text.toLowerCase()).some(([, found]) => found.some(isNeedle)), most: 100_000 },
    {
      name: 'minisearch, line by line',
      run: (text) =>
        text.split('\n').reduce(
          (found, line) =>
            index
              .search(line)
              .slice(0, 3)
              .some(({ id }) => isNeedle(texts[id as number]!)) || found,
          false,
        ),
      most: 1000,
    },
    { name: 'fuse.js, single texts', run: (text) => fuse.search(text.slice(0, 300)).some(({ item }) => isNeedle(item)), most: 1 },
    { name: 'a plain charCodeAt pass (the floor)', run: floor },
  ]
}

/** A file is read in pieces of this size. */
const piece = 1 << 20

function floor(text: string): boolean {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum ^= text.charCodeAt(i)
  return sum >= 0
}

const longest = (pieces: readonly string[]) => pieces.reduce((a, b) => (b.length > a.length ? b : a), '')
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
