import type { Group } from '../../flows/flow.ts'
import { wordsOf, type Likeness } from './similar.ts'
import { squeezedText } from './squeeze.ts'
import type { Table } from './table.ts'

/** How sure a match is: the text to the letter, the same wording printed in another way, or only alike. */
export type Confidence = 'exact' | 'wording' | 'similar'
/** A place the text points at, and the line that says so. */
export type Match = {
  family: string
  node: string
  /** 0 to 1: how sure it is, for sorting and thresholds of other tools. */
  score: number
  confidence: Confidence
  /** From 1; the last line that says it, where several do. */
  line: number
  /** And the first. */
  first: number
  excerpt: string
  /** The part of the excerpt that was recognised; empty where the whole line is only alike. */
  printed: string
  /** The text of the family that was recognised. */
  signature: string
  /** Names a consequence that has many causes. */
  symptom: boolean
  values: Readonly<Record<string, string>>
  count: number
}

/** Where a signature stands in the text, before it is weighed against the others. */
export type Sighting = {
  row: number
  line: number
  /** The first line that says it. */
  first: number
  column: number
  length: number
  excerpt: string
  printed: string
  /** Printed to the letter, its punctuation included. */
  verbatim: boolean
  /** The line says little else. */
  alone: boolean
  /** The line names another program. */
  elsewhere: boolean
  values: Readonly<Record<string, string>>
  count: number
}

/** A line that holds words of a signature. */
export type Alike = Likeness & { excerpt: string; elsewhere: boolean }

/** What is broken first is fixed first: a gateway that does not start refuses nobody. */
const order: readonly Group[] = ['start', 'docker', 'refused', 'connect', 'drops', 'care']
/** The share of a signature's words, by weight, from which a line counts as alike. */
const alike = 0.5
/** The fewest words that make a wording: two words meet by chance. */
const fewestWords = 3
const most = 8
const suggestions = 3

/**
 * Orders what was seen: sure before alike, texts that name a cause before symptoms, then what has to be fixed first, then what was said first.
 * On one line the longer text wins over what it contains. Only where nothing is sure are lines compared by their words;
 * `compare` does that.
 */
export function rank(table: Table, sightings: readonly Sighting[], compare: () => Alike[]): { matches: Match[]; nearest: Match[] } {
  const seen = sightings.filter((one) => !sightings.some((other) => covers(table, other, one))).map((one) => matchOf(table, one))
  const sure = seen.filter(({ confidence }) => confidence !== 'similar')
  if (sure.length > 0) return { matches: ordered(table, sure), nearest: [] }
  const compared = compare().map((one) => alikeMatch(table, one))
  const candidates = ordered(table, [...seen, ...compared.filter(({ score }) => score > 0)])
  const matches = candidates.filter(({ score }) => score >= scoreOf(alike))
  return matches.length > 0
    ? { matches: matches.slice(0, suggestions), nearest: [] }
    : { matches: [], nearest: candidates.slice(0, suggestions) }
}

/** Whether `other` says all that `one` says, on the same line, and more. */
function covers(table: Table, other: Sighting, one: Sighting): boolean {
  if (other === one || other.line !== one.line || other.elsewhere !== one.elsewhere) return false
  const contained = other.column <= one.column && other.column + other.length >= one.column + one.length
  if (!contained) return false
  const [row, otherRow] = [table.rows[one.row]!, table.rows[other.row]!]
  if (otherRow.symptom && !row.symptom) return false
  return (
    lettersOf(otherRow.text) > lettersOf(row.text) ||
    (other.length === one.length && other.row < one.row && lettersOf(otherRow.text) === lettersOf(row.text))
  )
}

const lettersOf = (text: string) => squeezedText(text.replace(/\{[A-Za-z]+\}/g, '')).length

function matchOf(table: Table, { row, line, first, excerpt, printed, verbatim, alone, elsewhere, values, count }: Sighting): Match {
  const { family, node, text, symptom = false } = table.rows[row]!
  // A word alone says little in a line that says more.
  const stray = symptom && !alone && wordsOf(text).length < 2
  const confidence = elsewhere || stray ? 'similar' : verbatim && (alone || !symptom) ? 'exact' : 'wording'
  const base = { exact: 0.95, wording: 0.8, similar: 0.5 }[confidence]
  return {
    family,
    node,
    score: symptom ? base - 0.1 : base,
    confidence,
    line,
    first,
    excerpt,
    printed,
    signature: text,
    symptom,
    values,
    count,
  }
}

const scoreOf = (share: number) => Math.round(share * 70) / 100

function alikeMatch(table: Table, { row, line, share, inOrder, excerpt, elsewhere }: Alike): Match {
  const { family, node, text, symptom = false } = table.rows[row]!
  const words = new Set(wordsOf(text)).size
  const wording = inOrder && !elsewhere && words >= fewestWords
  const score = wording ? 0.75 : words < fewestWords ? scoreOf(share * 0.7) : scoreOf(share)
  return {
    family,
    node,
    score,
    confidence: wording ? 'wording' : 'similar',
    line,
    first: line,
    excerpt,
    printed: '',
    signature: text,
    symptom,
    values: {},
    count: 1,
  }
}

/** Best first, each node once. */
function ordered(table: Table, matches: readonly Match[]): Match[] {
  const stage = ({ family }: Match) => order.indexOf(table.groups[family] ?? 'care')
  const sorted = matches.toSorted(
    (a, b) =>
      Number(a.confidence === 'similar') - Number(b.confidence === 'similar') ||
      (a.confidence === 'similar' ? b.score - a.score : 0) ||
      Number(a.symptom) - Number(b.symptom) ||
      stage(a) - stage(b) ||
      // What a program says first is nearer to the cause than what it says of it later.
      a.first - b.first ||
      lettersOf(b.signature) - lettersOf(a.signature),
  )
  const places = new Set<string>()
  return sorted.filter(({ family, node }) => !places.has(`${family}/${node}`) && places.add(`${family}/${node}`)).slice(0, most)
}
