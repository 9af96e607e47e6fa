import type { Family } from '../../flows/flow.ts'
import { nodeOf } from '../engine/graph.ts'
import type { Place } from '../engine/place.ts'
import { PerEnvironment } from './per-environment.tsx'
import { useHref, usePlaceIn, useSession } from './session-context.tsx'

/** The answers that led here, each with a link that asks it again and keeps the later ones. */
export function Trail() {
  const href = useHref()
  const family = useSession(({ context }) => context.family)
  const placeIn = usePlaceIn()
  if (!family) return null
  return (
    <PerEnvironment of={(env) => trailOf(placeIn(env))}>
      {(place) => place.trail.length > 0 && <TrailList family={family} place={place} href={href} />}
    </PerEnvironment>
  )
}

type Walked = Pick<Place, 'trail' | 'inferred' | 'answers'>
const trailOf = (place: Place | undefined): Walked => ({
  trail: place?.trail ?? [],
  inferred: place?.inferred ?? [],
  answers: place?.answers ?? {},
})

function TrailList({ family, place, href }: { family: Family; place: Walked; href: ReturnType<typeof useHref> }) {
  return (
    <ol aria-label="Your answers so far" className="mt-4 border-b border-line text-sm">
      {place.trail.map(({ node: id, answer }, i) => {
        const node = nodeOf(family, id)
        const label = node?.answers.find((other) => other.id === answer)?.label
        return (
          <li key={id} className="grid grid-cols-[1.5rem_1fr_auto] items-baseline gap-x-1 border-t border-line py-2">
            <span aria-hidden="true" className="text-ink3">
              {i + 1}
            </span>
            <span className="min-w-0">
              <span className="text-ink2">{node?.meta.title}</span> <strong className="font-semibold wrap-anywhere">{label}</strong>
              {place.inferred.includes(id) && <span className="text-ink3"> (assumed)</span>}
            </span>
            <a className="screen-only link px-1 py-1" href={href({ family: family.id, node: id, answers: place.answers })}>
              Change<span className="sr-only"> the answer to: {node?.meta.title}</span>
            </a>
          </li>
        )
      })}
    </ol>
  )
}
