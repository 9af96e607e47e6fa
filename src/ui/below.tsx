import { Corrections, Sources } from './notes.tsx'
import { Outline } from './outline.tsx'
import { useSession } from './session-context.tsx'

/** What stands below the answers: where it is from, what the guide says, the whole flowchart as text. */
export function Below() {
  const meta = useSession(({ context }) => context.place?.node.meta)
  if (!meta) return null
  return (
    <>
      <Corrections corrections={meta.corrections ?? []} />
      <Sources sources={meta.sources ?? []} />
      <Outline />
    </>
  )
}
