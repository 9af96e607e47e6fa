import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { familyMeta, nodesOf } from '../engine/graph.ts'
import { stepsOf } from '../engine/step.ts'
import { ChartOf } from './chart-frame.tsx'
import { CopyAll } from './copy-all.tsx'
import { CloseIcon } from './icons.tsx'
import { useSession } from './session-context.tsx'

/** The calm second surface: on wide screens beside the column, below that behind a button as a full-screen dialog. */
export function FlowMap({ whole }: { whole: boolean }) {
  const family = useSession(({ context }) => context.family)
  const meta = useSession(({ context }) => context.place?.node.meta)
  const wide = useWide()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const node = useSession(({ context }) => context.place?.node.id)
  useEffect(() => dialog.current?.close(), [node])
  if (!family) return null
  const caption = `The map of this flowchart, ${nodesOf(family).length} steps`

  if (whole)
    return (
      <div className="screen-only h-[calc(100dvh-4rem)] bg-surface">
        <ChartOf family={family.id} caption={caption} roomy />
      </div>
    )
  return (
    <>
      {wide && (
        // Fixed, and a layer of its own: a step after which the page scrolls, or does not any more, paints the chart not anew.
        <aside
          aria-label="Map"
          className="screen-only fixed top-14.5 right-0 bottom-0 left-[clamp(30rem,45vw,42rem)] hidden border-l border-line bg-surface will-change-transform wide:block"
        >
          <ChartOf family={family.id} caption={caption} roomy />
        </aside>
      )}
      <div className="needs-script screen-only fixed inset-x-0 bottom-0 z-10 flex gap-3 border-t border-line bg-page p-3 wide:hidden">
        <button
          type="button"
          className="min-h-12 flex-1 cursor-pointer rounded-md border border-strong px-4 font-semibold"
          onClick={() => {
            setOpen(true)
            dialog.current?.showModal()
          }}
        >
          Show map
        </button>
        {meta?.kind === 'fix' && <CopyAll steps={stepsOf(meta)} bar />}
      </div>
      <dialog
        ref={dialog}
        aria-label="Map of this flowchart"
        onClose={() => setOpen(false)}
        className="m-0 h-dvh max-h-none w-dvw max-w-none bg-surface text-ink backdrop:bg-code/60"
      >
        {open && !wide && (
          <div className="flex h-full flex-col">
            <div className="flex items-center justify-between border-b border-line bg-page px-4">
              <p className="font-semibold">{familyMeta(family).title}</p>
              <button
                type="button"
                aria-label="Close the map"
                className="flex size-12 cursor-pointer items-center justify-center"
                onClick={() => dialog.current?.close()}
              >
                <CloseIcon />
              </button>
            </div>
            <div className="min-h-0 flex-1">
              <ChartOf family={family.id} caption="Tap a box to go there" roomy />
            </div>
          </div>
        )}
      </dialog>
    </>
  )
}

const wideEnough = '(min-width: 64rem)'
const widthChanged = (changed: () => void) => {
  const media = window.matchMedia(wideEnough)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}

/** Whether there is room beside the column. A built page keeps it; the style sheet hides it where there is none. */
const useWide = (): boolean =>
  useSyncExternalStore(
    widthChanged,
    () => window.matchMedia(wideEnough).matches,
    () => true,
  )
