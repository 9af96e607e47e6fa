import type { Env } from '../../flows/flow.ts'
import { installNames, osNames } from '../engine/environment.ts'
import { whereItHolds } from '../engine/forms.ts'
import { environmentsOf } from '../engine/place.ts'
import { PerEnvironment } from './per-environment.tsx'
import { useSession, useSite } from './session-context.tsx'

/** A node that cannot occur in the chosen environment: why, and the switches that lead to where it can. */
export function Impossible() {
  const { session } = useSite()
  const family = useSession(({ context }) => context.family)
  const place = useSession(({ context }) => context.place)
  if (!family || !place) return null
  const possible = environmentsOf(family, place.node.id)
  return (
    <section aria-label="Not on your setup" className="needs-environment screen-only mt-6 rounded-md border border-warn bg-warnsoft p-4">
      <p>This cannot happen on your setup. It occurs only {whereItHolds({ envs: possible })}.</p>
      <PerEnvironment of={(env) => offersFrom(env, possible)}>
        {(offers) => (
          <div className="mt-3 flex flex-wrap gap-2">
            {offers.map(({ name, env }) => (
              <button
                key={name}
                type="button"
                className="min-h-11 cursor-pointer rounded-md border border-strong bg-raised px-4 font-semibold hover:border-accent"
                onClick={() => session.send({ type: 'SET_ENV', env })}
              >
                Switch to {name}
              </button>
            ))}
          </div>
        )}
      </PerEnvironment>
    </section>
  )
}

/** The environments nearest to `env` in which it can occur, called by what would change. */
function offersFrom(env: Env, possible: readonly Env[]): { name: string; env: Env }[] {
  const changes = (other: Env) => [
    ...(other.install === env.install ? [] : [installNames[other.install]]),
    ...(other.os === env.os ? [] : [osNames[other.os]]),
    ...(other.release === env.release ? [] : [`OpenClaw ${other.release}`]),
  ]
  const least = Math.min(...possible.map((other) => changes(other).length))
  return possible.flatMap((other) => {
    const changed = changes(other)
    return changed.length === least ? [{ name: changed.join(', '), env: other }] : []
  })
}
