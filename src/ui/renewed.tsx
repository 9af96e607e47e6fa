import { useEffect } from 'react'
import { useAnnounce } from './announcer.tsx'
import { useSession } from './session-context.tsx'

const news = 'This site was renewed since you opened it.'

/** Says that there is a newer version; the reader decides when to load it. The place stays, for it stands in the address. */
export function Renewed() {
  const renewed = useSession(({ context }) => context.renewed)
  const pasted = useSession(({ context }) => context.paste !== undefined)
  const announce = useAnnounce()
  useEffect(() => {
    if (renewed) announce(news)
  }, [renewed, announce])
  if (!renewed) return null
  return (
    // Above the map, which is fixed.
    <section
      aria-label="New version"
      className="screen-only relative z-1 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-accentsoft px-4 py-2 wide:px-6"
    >
      <p>
        {news} {pasted && 'Loading it anew forgets what you pasted.'}
      </p>
      <button
        type="button"
        className="min-h-11 cursor-pointer rounded-md border border-strong bg-page px-4 font-semibold"
        onClick={() => window.location.reload()}
      >
        Load the new version
      </button>
    </section>
  )
}
