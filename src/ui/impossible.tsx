import { installs, releases } from '../../flows/flow.ts'
import { boxesOf, installNames, inWords, osNames } from '../engine/environment.ts'
import { environmentsOf } from '../engine/place.ts'
import { useSession, useSite } from './session-context.tsx'

/** A node that cannot occur in the chosen environment: why, and the switches that lead to where it can. */
export default function Impossible() {
  const { session } = useSite()
  const family = useSession(({ context }) => context.family)
  const place = useSession(({ context }) => context.place)
  const env = useSession(({ context }) => context.env)
  if (!family || !place) return null
  const possible = environmentsOf(family, place.node.id)
  const changed = (other: typeof env) =>
    Number(other.install !== env.install) + Number(other.os !== env.os) + Number(other.release !== env.release)
  const least = Math.min(...possible.map(changed))
  const offers = possible.filter((other) => changed(other) === least)
  return (
    <section aria-label="Not on your setup" className="mt-6 rounded-md border border-warn bg-warnsoft p-4">
      <p>
        This cannot happen on your setup ({installNames[env.install]}, {osNames[env.os]}, OpenClaw {env.release}). It occurs only{' '}
        {inWords(boxesOf(possible))}.
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {offers.map((other) => {
          const name = [
            installs.includes(other.install) && other.install !== env.install && installNames[other.install],
            other.os !== env.os && osNames[other.os],
            releases.includes(other.release) && other.release !== env.release && `OpenClaw ${other.release}`,
          ]
            .filter(Boolean)
            .join(', ')
          return (
            <button
              key={name}
              type="button"
              className="min-h-11 cursor-pointer rounded-md border border-strong bg-raised px-4 font-semibold hover:border-accent"
              onClick={() => session.send({ type: 'SET_ENV', env: other })}
            >
              Switch to {name}
            </button>
          )
        })}
      </div>
    </section>
  )
}
