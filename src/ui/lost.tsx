import { use } from 'react'
import { nearest } from '../engine/nearest.ts'
import { FamilyList } from './family-list.tsx'
import { useHref, useSession, useSite } from './session-context.tsx'

/** An address whose family does not exist: says so, and offers what is near. */
export default function Lost() {
  const families = use(useSite().loadSummaries())
  const href = useHref()
  const wanted = useSession(({ context }) => context.wanted)
  const asked = [wanted.family, wanted.node].filter(Boolean).join('/')
  const near = nearest(
    `${wanted.family ?? ''} ${wanted.node ?? ''}`,
    families.map(({ id }) => id),
  )
  return (
    <div className="mx-auto max-w-5xl px-4 py-12">
      <h1 data-heading tabIndex={-1} className="text-3xl font-bold tracking-tight text-balance">
        There is no page “{asked}”
      </h1>
      {near.length > 0 && (
        <>
          <p className="mt-4 text-lg text-ink2">Did you mean:</p>
          <ul className="mt-2 space-y-2">
            {near.map((id) => (
              <li key={id}>
                <a className="link text-lg font-semibold" href={href({ family: id })}>
                  {families.find((family) => family.id === id)?.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="mt-12 text-2xl font-bold tracking-tight">All errors</h2>
      <FamilyList families={families} />
    </div>
  )
}
