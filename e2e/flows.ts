import { readFileSync } from 'node:fs'
import type { Env, Install } from '../flows/flow.ts'

type Texts = Record<Install, Record<Env['os'], string | null>>
type Typed = { commands: Texts; earlier?: Partial<Record<string, Texts>>; otherwise?: { when: string; commands: Texts }[] }
export type Answer = { id: string; label: string; to: string; environments?: { install?: string[]; os?: string[]; release?: string[] }[] }
export type Node = {
  id: string
  kind: 'question' | 'check' | 'fix' | 'jump' | 'end'
  title: string
  steps: (Typed & { text: string; risk: string })[]
  verify?: Typed & { expect: string[] }
  answers: Answer[]
  to?: string
  verified: Record<string, Record<Install, Record<Env['os'], string>>>
}
export type Family = { id: string; title: string; nodes: Node[]; messages: string[] }
/** What was published: the same file other tools read. */
export const { families } = JSON.parse(readFileSync(new URL('../dist/flows.json', import.meta.url), 'utf8')) as { families: Family[] }

export const nodeOf = (family: Family, id: string): Node => {
  const node = family.nodes.find((each) => each.id === id)
  if (!node) throw new Error(`${family.id} has no node ${id}`)
  return node
}

/** The answers that can be given at a node in an environment. */
const answersIn = ({ answers }: Node, env: Env): Answer[] =>
  answers.filter(
    ({ environments }) =>
      !environments ||
      environments.some(
        ({ install, os, release }) =>
          (install?.includes(env.install) ?? true) && (os?.includes(env.os) ?? true) && (release?.includes(env.release) ?? true),
      ),
  )

/** A walk that visits every node that can occur once: by which answer, from which node. */
export function reach(family: Family, env: Env): Map<string, { from: string; answer: Answer } | null> {
  const first = family.nodes[0]!.id
  const found = new Map<string, { from: string; answer: Answer } | null>([[first, null]])
  for (const id of found.keys())
    for (const answer of answersIn(nodeOf(family, id), env)) if (!found.has(answer.to)) found.set(answer.to, { from: id, answer })
  return found
}

/** The commands a node shows in an environment, in the order of the page. */
export function commandsOf({ kind, steps, verify }: Node, env: Env): { what: string; text: string; deletes: boolean }[] {
  const shown = (typed: Typed, what: string, deletes: boolean) => {
    const texts = env.release === '2026.9.6' ? typed.commands : (typed.earlier?.[env.release] ?? typed.commands)
    const text = texts[env.install][env.os]
    if (text === null) return []
    const others = (typed.otherwise ?? []).flatMap(({ commands }) => commands[env.install][env.os] ?? [])
    return [{ what, text, deletes }, ...others.map((other) => ({ what: `${what}, the other form`, text: other, deletes }))]
  }
  return [
    ...steps.flatMap((step, i) => shown(step, kind === 'check' ? 'the check' : `step ${i + 1}`, step.risk === 'deletes-data')),
    ...(verify ? shown(verify, 'the check that it worked', false).slice(0, 1) : []),
  ]
}

/** Every text a node gives to type, in any environment. */
export const textsOf = ({ steps, verify }: Node): string[] => {
  const typed = [...steps, ...(verify ? [verify] : [])]
  const forms = typed.flatMap((each) => [
    each.commands,
    // Of a proof the expected lines may differ by release too.
    ...Object.values(each.earlier ?? {}).map((earlier) => ('commands' in earlier! ? (earlier.commands as typeof each.commands) : earlier)),
    ...(each.otherwise ?? []).map((other) => other.commands),
  ])
  return forms.flatMap((form) => Object.values(form ?? {}).flatMap((byOs) => Object.values(byOs).filter((text) => text !== null)))
}
