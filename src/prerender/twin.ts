import { newest, type Commands, type Env, type Family, type Where } from '../../flows/flow.ts'
import { filledText } from '../engine/fill.ts'
import { formsOf, isEverywhere, whereItHolds } from '../engine/forms.ts'
import { familyMeta, nodeOf, nodesOf, occursIn, type Node } from '../engine/graph.ts'
import { environmentsOf } from '../engine/place.ts'
import { sourceOf } from '../engine/source.ts'
import { expectationOf, shellOf, stepsOf } from '../engine/step.ts'
import { siteName, twinFile } from '../engine/title.ts'
import { questions } from '../ui/answers.tsx'
import { formOf } from '../ui/command.tsx'
import { groups } from '../ui/family-list.tsx'
import { kindNames } from '../ui/icons.tsx'
import { risks } from '../ui/steps.tsx'

/** A node as Markdown: the content of its page in every environment where it can occur, for tools and for readers in a terminal. */
export function nodeTwin(family: Family, node: Node, titles: Readonly<Record<string, string>>): string {
  const { meta } = node
  const among = environmentsOf(family, node.id)
  const only = whereItHolds({ envs: among })
  return page([
    `# ${escaped(meta.title)}`,
    `${kindNames[meta.kind]} of [${escaped(familyMeta(family).title)}](../${twinFile})${only && `, only ${only}`}`,
    escaped(meta.body ?? ''),
    ...list('Printed as', texts(meta.signatures)),
    ...stepsOf(meta).flatMap(({ text, risk, run, where }, i) => [
      meta.kind === 'check' ? '## The command' : `## Step ${i + 1}: ${escaped(text)} (${risks[risk].words})`,
      commands(run, where, among),
    ]),
    ...(meta.kind === 'fix' ? proof(meta.verify, among) : []),
    ...waysOn(family, node, titles, among),
    ...list(
      'What the guide says here, and why it is different',
      (meta.corrections ?? []).map(({ guide, why }) => `${code(guide)}: ${escaped(why)}`),
    ),
    sources(meta.sources),
  ])
}

/** A family as Markdown: its messages, and every node by its link. */
export function familyTwin(family: Family): string {
  const { title, summary, messages } = familyMeta(family)
  return page([
    `# ${escaped(title)}`,
    escaped(summary),
    ...list('Error messages it answers', texts(messages)),
    ...list(
      'The flowchart',
      nodesOf(family).map(({ id, meta }) => `[${escaped(meta.title)}](${id}/${twinFile}) (${kindNames[meta.kind].toLowerCase()})`),
    ),
  ])
}

/** `llms.txt`: what the site is, and where each family's Markdown is. */
export function overview(families: readonly Family[]): string {
  return page([
    `# ${siteName}`,
    `> Decision trees for the errors of an OpenClaw gateway, down to commands for a native install, Docker Compose and a single container, checked against OpenClaw ${newest} and earlier releases.`,
    'Every page has a Markdown twin: add `index.md` to its address. [flows.json](flows.json) holds the whole content, described by [flows.schema.json](flows.schema.json). The guide of the web that many answers repeat is wrong in places; the pages say where, and why.',
    ...groups.flatMap(([group, name]) =>
      list(
        name,
        families
          .filter((family) => familyMeta(family).group === group)
          .map((family) => `[${escaped(familyMeta(family).title)}](${family.id}/${twinFile}): ${escaped(familyMeta(family).summary)}`),
      ),
    ),
  ])
}

function commands(run: Commands | undefined, where: Where | undefined, among: readonly Env[]): string {
  if (!run) return 'Nothing to type: it is done by hand.'
  const forms = formsOf((env) => formOf(run, where, env), among).map((form) => {
    const { command, place } = form.value
    const shell = shellOf(form.envs[0]!, where)
    const fenced = (text: string) =>
      block(command.language === 'shell' ? shellNames[shell] : command.language, filledText(text, {}, shell, command.language))
    const holds = isEverywhere(form, among) ? '' : whereItHolds(form)
    if (command.text === null) return [holds && lead(holds), escaped(command.none ?? '')].filter(Boolean).join(' ')
    return joined([
      lead(...(holds ? [holds] : []), place),
      fenced(command.text),
      ...command.otherwise.flatMap(({ when, text }) => [`Or, if ${escaped(when)}:`, fenced(text)]),
    ])
  })
  return joined(forms)
}

const shellNames = { posix: 'sh', powershell: 'powershell' }
const lead = (...words: string[]): string => `${words.join(', ').replace(/^./, (first) => first.toUpperCase())}:`

function proof(verify: Extract<Node['meta'], { kind: 'fix' }>['verify'], among: readonly Env[]): string[] {
  const lines = formsOf((env) => expectationOf(verify, env), among).map((form) => {
    const { expect, empty, within } = form.value
    const holds = isEverywhere(form, among) ? '' : ` ${whereItHolds(form)}`
    const when = within === undefined ? '' : `, at the latest after ${within} seconds`
    if (empty) return `It worked${holds} when this prints nothing.`
    return joined([`It worked${holds} when this prints, in any order${when}:`, bullets(texts(expect))])
  })
  return ['## Did it work?', commands(verify.run, verify.where, among), ...lines]
}

function waysOn(
  family: Family,
  { meta, answers }: Node,
  titles: Readonly<Record<string, string>>,
  among: readonly Env[],
): readonly string[] {
  if (meta.kind === 'jump') return [`Go on at [${escaped(titles[meta.to] ?? meta.to)}](../../${meta.to}/${twinFile}).`]
  const rows = answers.flatMap((answer) => {
    const envs = among.filter((env) => occursIn(family, answer, env))
    if (envs.length === 0) return []
    const only = envs.length === among.length ? '' : ` (${whereItHolds({ envs })})`
    const { label, hint, to } = answer
    const next = `[${escaped(nodeOf(family, to)?.meta.title ?? to)}](../${to}/${twinFile})`
    return [`${escaped(label)}${only}${hint ? `, ${escaped(hint)}` : ''} → ${next}`]
  })
  return list(questions[meta.kind], rows)
}

const sources = (given: readonly string[] = []): string =>
  given.length === 0
    ? ''
    : `Sources: ${given
        .map(sourceOf)
        .map(({ label, url }) => (url ? `[${escaped(label)}](${url})` : escaped(label)))
        .join(' · ')}`

const texts = (signatures: readonly unknown[] = []): string[] => signatures.filter((text) => typeof text === 'string').map(code)
const list = (title: string, rows: readonly string[]): string[] => (rows.length === 0 ? [] : [`## ${title}`, bullets(rows)])
const bullets = (rows: readonly string[]): string => rows.map((row) => `- ${row}`).join('\n')
const joined = (parts: readonly string[]): string => parts.filter(Boolean).join('\n\n')
const page = (parts: readonly string[]): string => `${joined(parts)}\n`

/** A text between as many backticks as it needs. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const mark = '`'.repeat(longest + 1)
  return longest > 0 ? `${mark} ${text} ${mark}` : `${mark}${text}${mark}`
}

const block = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``

/** Words of `flows/`, where backticks already mean code: outside of them nothing else may mean anything. */
const escaped = (text: string): string =>
  text
    .split('`')
    .map((part, i) => (i % 2 === 0 ? part.replaceAll(/[\\*_<[\]]/g, String.raw`\$&`) : part))
    .join('`')
