import type { Family, Group, Signature } from '../../flows/flow.ts'
import { anchorsOf } from './anchor.ts'
import type { Stale } from './stale.ts'
import { familyMeta, nodeOf, nodesOf } from './graph.ts'

/** One text that points at a node. A symptom points there as well, but gives way to any text that names a cause. */
export type Row = {
  family: string
  node: string
  text: string
  symptom?: true
  /** The word or neighbouring words by which it is found; a bare code has none. */
  anchor?: string
}
/** A pattern of an answer as JSON: a text, or a regular expression with its flags. */
export type Seen = string | { source: string; flags: string }

/** Everything the matcher knows of the families, as data: compact enough to be fetched when somebody pastes. */
export type Table = {
  rows: readonly Row[]
  /** What the places of the rows are called, by `family/node`. */
  titles: Readonly<Record<string, string>>
  groups: Readonly<Record<string, Group>>
  /** What other programs print: a line that holds one of these speaks of something else than the gateway. */
  elsewhere: readonly string[]
  stale: readonly Stale[]
  /** By family and node, in the order of its answers: the texts by which an output chooses that answer. */
  seen: Readonly<Record<string, Readonly<Record<string, readonly (readonly Seen[])[]>>>>
}

/** The table of these families. A regular expression cannot point at a node: the scan looks for plain text. */
export function tableOf(families: readonly Family[], elsewhere: readonly string[], stale: readonly Stale[]): Table {
  return {
    rows: anchored(families.flatMap(rowsOf)),
    titles: Object.fromEntries(
      families.flatMap((family) => rowsOf(family).map(({ node }) => [`${family.id}/${node}`, titleOf(family, node)])),
    ),
    groups: Object.fromEntries(families.map((family) => [family.id, familyMeta(family).group])),
    elsewhere,
    stale,
    seen: Object.fromEntries(families.map((family) => [family.id, seenIn(family)])),
  }
}

const titleOf = (family: Family, node: string) => nodeOf(family, node)?.meta.title ?? ''

/** The rows, each with its anchor. */
export function anchored(rows: readonly Row[]): Row[] {
  const anchors = anchorsOf(rows.map(({ text }) => text))
  return rows.map((row, i) => ({ ...row, ...(anchors[i] && { anchor: anchors[i] }) }))
}

function rowsOf(family: Family): Row[] {
  return nodesOf(family).flatMap(({ id, meta }): Row[] => [
    ...(meta.signatures ?? []).map((text) => ({ family: family.id, node: id, text })),
    ...(meta.symptoms ?? []).map((text) => ({ family: family.id, node: id, text, symptom: true as const })),
  ])
}

function seenIn(family: Family): Record<string, Seen[][]> {
  const asked = nodesOf(family).filter(({ answers }) => answers.some(({ seen }) => seen.length > 0))
  return Object.fromEntries(asked.map(({ id, answers }) => [id, answers.map(({ seen }) => seen.map(asData))]))
}

const asData = (signature: Signature): Seen =>
  typeof signature === 'string' ? signature : { source: signature.source, flags: signature.flags }
