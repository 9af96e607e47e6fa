import { useEffect, useRef } from 'react'
import { familyMeta } from '../engine/graph.ts'
import { ArrowIcon } from './icons.tsx'
import { useHref, usePlaceLink, useSession, useSite } from './session-context.tsx'

/** “It works now”: ends the diagnosis and shows how the fault stays away. */
export function Outcome() {
  const { session } = useSite()
  const href = useHref()
  const linkTo = usePlaceLink()
  const worked = useSession(({ context }) => context.worked)
  const family = useSession(({ context }) => context.family)
  const meta = useSession(({ context }) => context.place?.node.meta)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (worked) heading.current?.focus()
  }, [worked])
  if (!family || meta?.kind !== 'fix') return null

  if (!worked)
    return (
      <button
        type="button"
        onClick={() => session.send({ type: 'WORKED', worked: true })}
        className="screen-only needs-script mt-5 flex min-h-12 w-full cursor-pointer items-center justify-between rounded-md border-2 border-ok px-4 py-2.5 text-left font-semibold hover:bg-oksoft"
      >
        It works now
        <ArrowIcon />
      </button>
    )
  const prevention = meta.prevention ?? familyMeta(family).prevention
  return (
    <section aria-labelledby="worked" className="screen-only mt-5 rounded-md border-2 border-ok bg-oksoft p-4">
      <h2 id="worked" ref={heading} tabIndex={-1} className="text-xl font-bold tracking-tight">
        Good. Your gateway works.
      </h2>
      {prevention.length > 0 && (
        <>
          <p className="mt-1">So that it does not come back:</p>
          <ul className="mt-2 space-y-1">
            {prevention.map((place) => (
              <li key={place}>
                <a className="link inline-flex min-h-11 items-center font-semibold" href={linkTo(place).href}>
                  {linkTo(place).label}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-2 flex flex-wrap gap-x-6">
        <button type="button" className="link min-h-11 cursor-pointer" onClick={() => session.send({ type: 'WORKED', worked: false })}>
          No, it is still broken
        </button>
        <a className="link inline-flex min-h-11 items-center" href={href({})}>
          All errors
        </a>
      </p>
    </section>
  )
}
