import type { Env } from '../../flows/flow.ts'
import type { Evidence } from '../engine/evidence.ts'
import type { Values } from '../engine/fill.ts'
import type { Match } from '../engine/rank.ts'
import type { Recognised } from '../recognise/read.ts'

/** What somebody pasted or opened, and what it was found to say. It lives in memory, as long as the page. */
export type Paste = {
  /** The text, or what of it is shown. */
  text: string
  /** The name of the file it came from. */
  file?: string
  recognised: Recognised
  /** What was taken from it, less what the user removed; with what stood there before, to be put back. */
  taken: readonly Taken[]
}
export type Taken = { evidence: Evidence; before: Facts }
/** What evidence can change. */
export type Facts = { env: Env; chosen: Partial<Env>; values: Values }

/** The facts with what the text proves; a part of the environment that the user chose himself (`own`) stays. */
export function take(facts: Facts, evidence: readonly Evidence[], own: Partial<Env>): { facts: Facts; taken: Taken[] } {
  const taken: Taken[] = []
  for (const one of evidence) {
    taken.push({ evidence: one, before: facts })
    const env = Object.fromEntries(Object.entries(one.env ?? {}).filter(([part]) => !(part in own)))
    facts = {
      env: { ...facts.env, ...env },
      chosen: { ...facts.chosen, ...env },
      values: { ...facts.values, ...one.values },
    }
  }
  return { facts, taken }
}

/** The facts without one piece of evidence: where its value still stands, what stood there before comes back. */
export function putBack({ env, chosen, values }: Facts, { evidence, before }: Taken): Facts {
  const parts = Object.keys(evidence.env ?? {}) as (keyof Env)[]
  const still = parts.filter((part) => env[part] === evidence.env?.[part])
  const filled = Object.keys(evidence.values ?? {}).filter((name) => values[name] === evidence.values?.[name])
  return {
    env: { ...env, ...picked(before.env, still) },
    chosen: { ...without(chosen, still), ...picked(before.chosen, still) },
    values: { ...without(values, filled), ...picked(before.values, filled) },
  }
}

/** The one place a text opens by itself: its cause is sure, and all else in it are consequences. */
export function onlyPlace(matches: readonly Match[]): Match | undefined {
  const [first, ...others] = matches
  return first && first.confidence !== 'similar' && others.every(({ symptom }) => symptom) ? first : undefined
}

const picked = <T extends object>(from: T, names: readonly string[]): Partial<T> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name))) as Partial<T>
const without = <T extends object>(from: T, names: readonly string[]): T =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name))) as T
