import type { Env } from '../../flows/flow.ts'
import { boxesOf, inWords } from './environment.ts'
import { environments } from './graph.ts'

/** One look of a thing, and the environments that share it. */
export type Form<T> = { value: T; envs: readonly Env[] }

/** The different values of `of` over environments (all, when nothing is said), told apart as JSON, in the order they first come up. */
export function formsOf<T>(of: (env: Env) => T, among: readonly Env[] = environments): Form<T>[] {
  const forms = new Map<string, { value: T; envs: Env[] }>()
  for (const env of among) {
    const value = of(env)
    const key = JSON.stringify(value) ?? ''
    const form = forms.get(key)
    if (form) form.envs.push(env)
    else forms.set(key, { value, envs: [env] })
  }
  return [...forms.values()]
}

export const isEverywhere = ({ envs }: Form<unknown>, among: readonly Env[] = environments): boolean => envs.length === among.length

/** Where a form holds, in words; empty when that is everywhere. */
export const whereItHolds = ({ envs }: Pick<Form<unknown>, 'envs'>): string => inWords(boxesOf(envs))
