import { FlowMap } from './map.tsx'
import { Panel } from './panel.tsx'
import { useSession } from './session-context.tsx'

/** A family: the reading column, and beside it (on a phone behind a button) the map. */
export function FamilyPage() {
  const view = useSession(({ context }) => context.view ?? 'both')
  const node = useSession(({ context }) => context.place?.node.id)
  return (
    <div className={view === 'both' ? 'both-parts wide:grid wide:grid-cols-[clamp(30rem,45vw,42rem)_minmax(0,1fr)]' : ''}>
      {view !== 'chart' && <Panel key={node} />}
      {view !== 'steps' && (
        <div className="map-part contents">
          <FlowMap whole={view === 'chart'} />
        </div>
      )}
    </div>
  )
}
