import { FlowMap } from './map.tsx'
import { Panel } from './panel.tsx'
import { InlineChart } from './chart-frame.tsx'
import { useSession, useSite } from './session-context.tsx'

/** A family: the reading column, and beside it (on a phone behind a button, in a frame below it) the map. */
export function FamilyPage() {
  const { embedded } = useSite()
  const view = useSession(({ context }) => context.view ?? 'both')
  const title = useSession(({ context }) => context.place?.node.meta.title)
  if (embedded)
    return (
      <>
        {view === 'chart' ? (
          <h1 data-heading tabIndex={-1} className="sr-only">
            {title}
          </h1>
        ) : (
          <Panel />
        )}
        {view !== 'steps' && <EmbeddedMap />}
      </>
    )
  return (
    <div className={view === 'both' ? 'both-parts wide:grid wide:grid-cols-[clamp(30rem,45vw,42rem)_minmax(0,1fr)]' : ''}>
      {view !== 'chart' && <Panel />}
      {view !== 'steps' && (
        <div className="map-part contents">
          <FlowMap whole={view === 'chart'} />
        </div>
      )}
    </div>
  )
}

/** In a frame the map has a height of its own, in px: the frame may take its height from the content. */
function EmbeddedMap() {
  const family = useSession(({ context }) => context.family?.id)
  if (family === undefined) return null
  return (
    <section aria-label="Map" className="map-part screen-only px-4 pb-4">
      <InlineChart family={family} caption="Each box opens its step" low />
    </section>
  )
}
