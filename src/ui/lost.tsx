import { useEffect, useState } from 'react'
import type { Match } from '../engine/rank.ts'
import { nearest } from '../engine/nearest.ts'
import { useDeferred } from './deferred.ts'
import { FamilyList } from './family-list.tsx'
import { PasteBox } from './paste-box.tsx'
import { useHref, useSession, useSite } from './session-context.tsx'

/** The errors that the words of an address read like: whoever links here may have put the error into the path. */
function useErrorIn(words: string): readonly Match[] {
  const { recognise } = useSite()
  const [matches, setMatches] = useState<readonly Match[]>([])
  useEffect(() => {
    let current = true
    recognise(words).then(
      (recognised) => current && setMatches(recognised.matches.slice(0, 3)),
      // Without the matcher the page still offers what is near.
      () => {},
    )
    return () => {
      current = false
    }
  }, [recognise, words])
  return matches
}

/** An address whose family does not exist: says so, and offers what is near. */
export default function Lost() {
  const families = useDeferred(useSite().summaries)
  const href = useHref()
  const wanted = useSession(({ context }) => context.wanted)
  const asked = [wanted.family, wanted.node].filter(Boolean).join('/')
  const near = nearest(
    `${wanted.family ?? ''} ${wanted.node ?? ''}`,
    families.map(({ id }) => id),
  )
  const read = useErrorIn(asked.replace(/[-_+/]+/g, ' '))
  const titleOf = (id: string) => families.find((family) => family.id === id)?.title ?? id
  return (
    <div className="mx-auto max-w-5xl px-4 py-12">
      <h1 data-heading tabIndex={-1} className="text-3xl font-bold tracking-tight text-balance">
        There is no page “{asked}”
      </h1>
      {(near.length > 0 || read.length > 0) && (
        <>
          <p className="mt-4 text-lg text-ink2">Did you mean:</p>
          <ul className="mt-2 space-y-2">
            {read.map(({ family, node, signature }) => (
              <li key={`${family}/${node}`}>
                <a className="link text-lg font-semibold" href={href({ family, node })}>
                  {titleOf(family)}
                </a>{' '}
                <span className="font-mono text-sm text-ink2">{signature}</span>
              </li>
            ))}
            {near.map((id) => (
              <li key={id}>
                <a className="link text-lg font-semibold" href={href({ family: id })}>
                  {titleOf(id)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="mt-12 text-2xl font-bold tracking-tight">Or paste the error</h2>
      <div className="mt-4 max-w-3xl">
        <PasteBox />
      </div>
      <h2 className="mt-12 text-2xl font-bold tracking-tight">All errors</h2>
      <FamilyList families={families} />
    </div>
  )
}
