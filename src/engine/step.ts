import {
  newest,
  type Commands,
  type Env,
  type Language,
  type Os,
  type Step,
  type Typed,
  type Variants,
  type Verify,
  type Where,
} from '../../flows/flow.ts'
import type { Shell } from './fill.ts'
import type { NodeMeta } from './graph.ts'

/** What one step asks to type in one environment: the text, or `null` and the reason. Several lines are several commands. */
export type Command = { text: string | null; none?: string; language: Language; otherwise: readonly { when: string; text: string }[] }

const byHand = 'Nothing to type here: it is done by hand.'

const pick = (typed: Typed | undefined, os: Os): string | null => (typeof typed === 'object' ? (typed?.[os] ?? null) : (typed ?? null))

/** The form of `commands` for an environment. A release without a form of its own has the newest one's. */
export function commandFor(commands: Commands | undefined, { install, os, release }: Env): Command {
  if (!commands) return { text: null, none: byHand, language: 'text', otherwise: [] }
  const form = (run: Variants & Pick<Commands, 'earlier'>) => {
    const earlier: Partial<Variants> = release === newest ? {} : (run.earlier?.[release] ?? {})
    return pick(install in earlier ? earlier[install] : run[install], os)
  }
  const text = form(commands)
  const reason = commands.none?.[`${install}/${os}`] ?? commands.none?.[install]
  return {
    text,
    ...(text === null && reason !== undefined && { none: reason }),
    language: commands.language ?? 'shell',
    otherwise: (commands.otherwise ?? []).flatMap(({ when, run }) => {
      const other = form(run)
      return other === null ? [] : [{ when, text: other }]
    }),
  }
}

/** What proves a fix in an environment. */
export function expectationOf(verify: Verify, { release }: Env): Pick<Verify, 'expect' | 'empty' | 'within'> {
  return (release === newest ? undefined : verify.earlier?.[release]) ?? verify
}

/** The steps of any node: a check is one step that reads. */
export function stepsOf(meta: NodeMeta): readonly Step[] {
  switch (meta.kind) {
    case 'fix':
      return meta.steps
    case 'check':
      return [{ text: meta.title, risk: 'reads', run: meta.run, ...(meta.where && { where: meta.where }) }]
    case 'end':
      return meta.steps ?? []
    case 'question':
    case 'jump':
      return []
  }
}

/** Where the reader does a step. */
export const whereOf = (step: Step): Where => step.where ?? 'host'

/** Which shell reads what is typed: inside a container it is always a POSIX one. */
export const shellOf = ({ os }: Env, where?: Where): Shell => (os === 'windows' && where !== 'container' ? 'powershell' : 'posix')
