import {
  installs,
  newest,
  oses,
  releases,
  type Commands,
  type Env,
  type Family,
  type Group,
  type Install,
  type Os,
  type Release,
  type Signature,
  type Verify,
} from '../../flows/flow.ts'
import { formatAddress } from '../engine/address.ts'
import { boxesOf } from '../engine/environment.ts'
import { filledText } from '../engine/fill.ts'
import { environments, familyMeta, nodeOf, nodesOf, occursIn, type Answer, type Node } from '../engine/graph.ts'
import { provenIn, type Proofs } from '../engine/proven.ts'
import { sourceOf } from '../engine/source.ts'
import { commandFor, shellOf, stepsOf, whereOf } from '../engine/step.ts'

type Texts = Record<Install, Record<Os, string | null>>

/** The address of a family or node below the site's root. */
export const urlOf = (family: string, node?: string): string => formatAddress({ family, node, answers: {}, env: {} })

/** The whole content for other tools: `dist/flows.json`, described by `flows.schema.json`. A promise to outsiders: it only ever grows. */
export function contentOf(families: readonly Family[], proofs: Readonly<Record<string, Proofs>>): object {
  return { schema: 1, openclaw: { releases }, families: families.map((family) => familyContent(family, proofs[family.id] ?? {})) }
}

function familyContent(family: Family, proofs: Proofs): object {
  const { title, summary, messages, group, prevention } = familyMeta(family)
  return {
    id: family.id,
    title,
    summary,
    url: urlOf(family.id),
    group,
    messages,
    prevention,
    nodes: nodesOf(family).map((node) => nodeContent(family, node, proofs)),
  }
}

function nodeContent(family: Family, node: Node, proofs: Proofs): object {
  const { meta } = node
  return {
    id: node.id,
    kind: meta.kind,
    title: meta.title,
    body: meta.body ?? '',
    url: urlOf(family.id, node.id),
    signatures: (meta.signatures ?? []).map(signatureText),
    steps: stepsOf(meta).map((step) => ({ text: step.text, where: whereOf(step), risk: step.risk, ...commandsContent(step.run) })),
    ...(meta.kind === 'fix' && { verify: verifyContent(meta.verify) }),
    corrections: meta.corrections ?? [],
    sources: (meta.sources ?? []).map(sourceOf),
    verified: verifiedContent((env) => provenIn(proofs, node.id, env)?.state ?? 'n/a'),
    answers: node.answers.map((answer) => answerContent(family, answer)),
    ...(meta.kind === 'jump' && { to: meta.to }),
  }
}

/** A pattern as text: a RegExp shows its source between slashes. */
const signatureText = (signature: Signature): string => String(signature)

function answerContent(family: Family, answer: Answer): object {
  const boxes = boxesOf(environments.filter((env) => occursIn(family, answer, env)))
  const everywhere = boxes.length === 1 && Object.keys(boxes[0] ?? {}).length === 0
  return {
    id: answer.id,
    label: answer.label,
    to: answer.to,
    ...(answer.hint && { hint: answer.hint }),
    ...(!everywhere && { environments: boxes }),
  }
}

const perInstall = <T>(make: (install: Install) => T) =>
  Object.fromEntries(installs.map((install) => [install, make(install)])) as Record<Install, T>
const perOs = <T>(make: (os: Os) => T) => Object.fromEntries(oses.map((os) => [os, make(os)])) as Record<Os, T>

/** The texts of one release, the parameters that have a usual value filled with it. */
const textsOf = (commands: Commands | undefined, release: Release): Texts =>
  perInstall((install) => perOs((os) => shown(commands, { install, os, release })))

function shown(commands: Commands | undefined, env: Env): string | null {
  const { text, language } = commandFor(commands, env)
  return text === null ? null : filledText(text, {}, shellOf(env), language)
}

const earlierReleases = releases.filter((release) => release !== newest)

function commandsContent(commands: Commands | undefined): object {
  const base = textsOf(commands, newest)
  const differing = earlierReleases
    .map((release) => [release, textsOf(commands, release)] as const)
    .filter(([, texts]) => JSON.stringify(texts) !== JSON.stringify(base))
  const none = reasonsOf(commands)
  const otherwise = (commands?.otherwise ?? []).map(({ when, run }) => ({ when, commands: textsOf(run, newest) }))
  const language = commands?.language ?? 'shell'
  return {
    commands: base,
    ...(language !== 'shell' && { language }),
    ...(Object.keys(none).length > 0 && { none }),
    ...(otherwise.length > 0 && { otherwise }),
    ...(differing.length > 0 && { earlier: Object.fromEntries(differing) }),
  }
}

/** Why there is nothing to type: by install, or by install/os where only some systems have nothing. */
function reasonsOf(commands: Commands | undefined): Record<string, string> {
  return Object.fromEntries(
    installs.flatMap((install) => {
      const empty = oses.flatMap((os) => {
        const none = releases.map((release) => commandFor(commands, { install, os, release })).find(({ text }) => text === null)?.none
        return none === undefined ? [] : [[os, none] as const]
      })
      const [first] = empty
      if (first && empty.length === oses.length && empty.every(([, none]) => none === first[1])) return [[install, first[1]]]
      return empty.map(([os, none]) => [`${install}/${os}`, none])
    }),
  )
}

function verifyContent({ run, where, expect, empty, within, earlier = {} }: Verify): object {
  const proof = (lines: Pick<Verify, 'expect' | 'empty' | 'within'>) => ({
    expect: lines.expect,
    ...(lines.empty && { empty: true }),
    ...(lines.within !== undefined && { within: lines.within }),
  })
  const { earlier: earlierTexts, ...commands } = commandsContent(run) as { earlier?: Partial<Record<Release, Texts>> }
  const base = { ...commands, ...(where && { where }), ...proof({ expect, empty, within }) }
  const differing = earlierReleases.filter((release) => earlier[release] ?? earlierTexts?.[release])
  return {
    ...base,
    ...(differing.length > 0 && {
      earlier: Object.fromEntries(
        differing.map((release) => [
          release,
          { commands: earlierTexts?.[release] ?? textsOf(run, newest), ...proof(earlier[release] ?? { expect, empty, within }) },
        ]),
      ),
    }),
  }
}

/** What is proven of a node's commands. A Docker form is proven where Docker is at home, on Linux. */
function verifiedContent(state: (env: Env) => string): object {
  const perRelease = (release: Release) => ({
    native: perOs((os) => state({ install: 'native', os, release })),
    compose: state({ install: 'compose', os: 'linux', release }),
    container: state({ install: 'container', os: 'linux', release }),
  })
  return Object.fromEntries(releases.map((release) => [release, perRelease(release)]))
}

/** What the home page shows of every family. */
type Summary = { id: string; title: string; group: Group; summary: string; message?: string }
export const summariesOf = (families: readonly Family[]): Summary[] =>
  families.map((family) => {
    const { title, summary, group, messages } = familyMeta(family)
    // Whoever looks for an error knows its text; the other families are known by what they are for.
    const message = group === 'care' || group === 'docker' ? undefined : messages[0]
    return { id: family.id, title, group, summary, ...(message !== undefined && { message }) }
  })

/** What the places of other families that the families `of` (all, when none is named) link to are called, by place. */
export function linkTitles(families: readonly Family[], ...of: Family[]): Record<string, string> {
  const title = (place: string): string => {
    const [id, node] = place.split('/')
    const other = families.find((each) => each.id === id)
    // A place that does not exist is the contract test's to report.
    return other ? [familyMeta(other).title, node && nodeOf(other, node)?.meta.title].filter(Boolean).join(': ') : place
  }
  return Object.fromEntries((of.length > 0 ? of : families).flatMap(placesIn).map((place) => [place, title(place)]))
}

const placesIn = (family: Family): string[] => [
  ...familyMeta(family).prevention,
  ...nodesOf(family).flatMap(({ meta }) => (meta.kind === 'jump' ? [meta.to] : meta.kind === 'fix' ? (meta.prevention ?? []) : [])),
]
