import { embeddingPage } from '../engine/address.ts'
import { useFile, useHref, useSite } from './session-context.tsx'

/** The way to have all of this where there is no internet. */
export function TakeAlong() {
  const { download } = useSite()
  const link = useFile()
  const href = useHref()
  if (!download) return null
  return (
    <footer className="screen-only mt-16 border-t border-line pt-6 text-ink2">
      <p>
        A server without internet?{' '}
        <a href={link(download)} download className="link">
          Download all of this as one file
        </a>
        , carry it over, open it in any browser. This page, too, works offline once it was open.
      </p>
      <p className="mt-2">
        You write docs?{' '}
        <a href={href({ family: embeddingPage })} className="link">
          Put a flowchart, or one fix, into your own page
        </a>
        .
      </p>
    </footer>
  )
}
