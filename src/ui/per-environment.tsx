import { useState, type ReactNode } from 'react'
import type { Env } from '../../flows/flow.ts'
import { tokenOf } from '../engine/environment.ts'
import { formsOf, isEverywhere, whereItHolds, type Form as FormOf } from '../engine/forms.ts'
import { usePrerendered, useSession } from './session-context.tsx'
import { useWhole } from './step-first.tsx'

type Props<T> = {
  /** What decides how it looks in an environment: data that JSON can tell apart. */
  of: (env: Env) => T
  /** Draws it for the environments that share it; the first of them stands for all. */
  children: (value: T, env: Env) => ReactNode
  /** All forms stay in the page, not only until the script takes over; those of others come when the step is on the screen. */
  lasting?: boolean
  /** Without a script all forms are shown: this one says over each where it holds. */
  titled?: boolean
  /** The element around a form; it makes no box of its own. */
  as?: 'div' | 'span'
}

/**
 * What looks different from one environment to the next. The built page holds every form, and the style sheet shows the one of
 * `<html data-env>`, which is set before the first paint: so nothing flashes, and without a script all of them can be read.
 */
export function PerEnvironment<T>({ of, children, lasting = false, titled = false, as: Form = 'div' }: Props<T>) {
  const prerendered = usePrerendered()
  const env = useSession(({ context }) => context.env)
  const whole = useWhole()
  const all = prerendered || (lasting && whole)
  const [built] = useState(() => (prerendered ? formsOf(of) : []))
  const forms = prerendered ? built : all ? formsOf(of) : [{ value: of(env), envs: [env] }]
  const formOf = (each: Env) => built.findIndex(({ envs }) => envs.some(isSame(each)))
  // The form that is on the screen stays, when the script takes over and when others come, and follows what the reader chooses: one that
  // is made anew loses the click, or the Copy, that is under way.
  const [own, setOwn] = useState<number>()
  if (!prerendered && own === undefined) setOwn(formOf(env))
  const keyOf = ({ value, envs }: FormOf<T>) => (lasting ? JSON.stringify(value) : prerendered ? formOf(envs[0]!) : own)
  return forms.map((form) => {
    const { value, envs } = form
    const everywhere = !all || isEverywhere(form)
    const drawn = children(value, envs.find(isSame(env)) ?? envs[0]!)
    if (drawn === null || drawn === false) return null
    return (
      <Form key={keyOf(form) ?? ''} className="contents" {...(!everywhere && { 'data-in': envs.map(tokenOf).join(' ') })}>
        {titled && !everywhere && <p className="without-script mt-3 text-sm font-semibold first-letter:uppercase">{whereItHolds(form)}</p>}
        {drawn}
      </Form>
    )
  })
}

const isSame = (env: Env) => (other: Env) => tokenOf(other) === tokenOf(env)
