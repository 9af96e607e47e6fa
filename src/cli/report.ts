import type { Env, Family } from '../../flows/flow.ts'
import type { Evidence } from '../engine/evidence.ts'
import { filledText, type Values } from '../engine/fill.ts'
import { answersAt, familyMeta, nodeOf, type Node } from '../engine/graph.ts'
import type { Findings } from '../engine/match.ts'
import type { Match } from '../engine/rank.ts'
import { commandFor, expectationOf, shellOf, stepsOf } from '../engine/step.ts'

type Context = { families: readonly Family[]; env: Env; urlOf: (match: Match) => string }

const sureness: Record<Match['confidence'], string> = { exact: 'exact text', wording: 'same wording', similar: 'looks similar' }

/** What was found, for a terminal: each place with the line that says so, the commands of the first, and the links. Plain text, no colours. */
export function reportOf({ matches, nearest, stale }: Findings, evidence: readonly Evidence[], context: Context): string {
  const read = evidence.length > 0 ? [`Read from the text: ${evidence.map(({ words }) => words).join(', ')}`] : []
  const unknown = evidence.find((one) => one.unknown)
  const note = unknown ? [`${unknown.words} was not measured: the commands are those of ${context.env.release}.`] : []
  const old = stale.map((one) => `“${one.old}” holds for no release. Instead: ${one.now}`)
  const values: Values = Object.assign({}, ...evidence.map((one) => one.values))
  if (matches.length === 0)
    return [
      'Not recognised: no message of the gateway that we know stands in this text.',
      ...read,
      ...old,
      ...(nearest.length > 0 ? ['', 'What comes nearest:', ...nearest.map((match) => summary(match, context))] : []),
    ].join('\n')
  return [
    ...read,
    ...note,
    ...old,
    ...matches.flatMap((match, i) => ['', summary(match, context), ...(i === 0 ? instructions(match, values, context) : [])]),
  ]
    .join('\n')
    .trim()
}

function summary(match: Match, { families, urlOf }: Context): string {
  const family = families.find(({ id }) => id === match.family)
  const title = family ? `${familyMeta(family).title}: ${nodeOf(family, match.node)?.meta.title}` : match.node
  return `${title}\n  line ${match.line} (${sureness[match.confidence]}): ${match.excerpt}\n  ${urlOf(match)}`
}

function instructions(match: Match, values: Values, { families, env }: Context): string[] {
  const family = families.find(({ id }) => id === match.family)
  const node = family && nodeOf(family, match.node)
  if (!family || !node) return []
  return [
    ...(node.meta.body ? ['', indented(node.meta.body)] : []),
    ...steps(node, values, env),
    ...proof(node, values, env),
    ...ways(family, node, env),
  ]
}

function steps({ meta }: Node, values: Values, env: Env): string[] {
  return stepsOf(meta).flatMap((step, i) => {
    const { text, none, language } = commandFor(step.run, env)
    const lead = `  ${meta.kind === 'check' ? 'Run' : `${i + 1}. ${step.text}`}${step.risk === 'deletes-data' ? ' (deletes data)' : ''}:`
    return ['', lead, indented(text === null ? (none ?? '') : filledText(text, values, shellOf(env, step.where), language), 6)]
  })
}

function proof({ meta }: Node, values: Values, env: Env): string[] {
  if (meta.kind !== 'fix') return []
  const { text } = commandFor(meta.verify.run, env)
  const { expect, empty } = expectationOf(meta.verify, env)
  if (text === null) return []
  return [
    '',
    `  Did it work? It must print ${empty ? 'nothing' : expect.join(' … ')}:`,
    indented(filledText(text, values, shellOf(env, meta.verify.where)), 6),
  ]
}

function ways(family: Family, node: Node, env: Env): string[] {
  const answers = answersAt(family, node, env)
  if (node.meta.kind === 'fix' || answers.length === 0) return []
  return ['', '  Then:', ...answers.map(({ label, to }) => `    ${label} → ${nodeOf(family, to)?.meta.title}`)]
}

const indented = (text: string, by = 2) =>
  text
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n')
