import { ReactFlow, ReactFlowProvider, useReactFlow, type NodeMouseHandler } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Env, Family } from '../../../flows/flow.ts'
import type { Chart } from '../../chart/geometry.ts'
import type { Place } from '../../engine/place.ts'
import { useAfterPaint } from '../after-paint.ts'
import { useSession, useSite } from '../session-context.tsx'
import { AnswerEdgeView } from './answer-edge.tsx'
import { BoxView } from './box.tsx'
import { closeUp, farthest, legible, wholeOf } from './close-up.ts'
import { neighbour } from './keys.ts'
import { sceneOf, type BoxNode } from './scene.ts'

const nodeTypes = { box: BoxView }
const edgeTypes = { answer: AnswerEdgeView }
/** A finger on a chart in the text scrolls the page; a mouse may drag the chart. */
const finePointer = () => window.matchMedia('(pointer: fine)').matches
const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

type Props = { family: string; chart: Chart; caption: string; roomy: boolean }

/** The family drawn as a chart: a map of the panel, one tab stop, arrows move inside, Enter goes there. */
export default function ChartView(props: Props) {
  const env = useSession(({ context }) => context.env)
  const current = useSession(({ context }) => (context.family?.id === props.family ? context.place : undefined))
  // The next step is on the screen first, then the map follows.
  const drawn = useAfterPaint(useMemo(() => ({ env, current }), [env, current]))
  return (
    <ReactFlowProvider>
      <Canvas {...props} {...drawn} />
    </ReactFlowProvider>
  )
}

type CanvasProps = Props & { env: Env; current: Place | undefined }

const Canvas = memo(function Canvas({ family: id, chart, caption, roomy, env, current }: CanvasProps) {
  const { session } = useSite()
  const family = useFamily(id)
  const view = useReactFlow()
  const wrapper = useRef<HTMLDivElement>(null)
  const here = current?.node.id ?? chart.boxes[0]?.id ?? ''
  const [moved, setMoved] = useState({ from: here, to: here })
  // The arrows start anew wherever the reader stands.
  const focus = moved.from === here ? moved.to : here

  const scene = useMemo(() => family && sceneOf(family, chart, env, current, focus), [family, chart, env, current, focus])

  // A wish made before React Flow is ready is granted when it is.
  const wish = useRef(!roomy)
  const show = (whole: boolean) => {
    wish.current = whole
    if (!wrapper.current) return
    const close = whole || !current ? undefined : closeUp(chart, here, wrapper.current)
    // Not `fitView`, which looks when the boxes are measured, and by then the reader may have looked elsewhere.
    void view.setViewport(close ?? wholeOf(chart, wrapper.current), { duration: calm() ? 0 : 250 })
  }
  // The place changed, or its branches with the environment: look at it again.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `show` is new in each render; these are its causes
  useEffect(() => show(!roomy), [here, env, family])

  const open = (node: string) =>
    session.send({ type: 'GO', move: 'push', address: { family: id, node, answers: current?.answers ?? {}, env: {}, unknown: [] } })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const parent = current?.trail.find((_, i) => (current.trail[i + 1]?.node ?? here) === focus)?.node
    const to = event.key === 'Home' ? chart.boxes[0]?.id : event.key === 'End' ? here : neighbour(chart, focus, event.key, parent)
    const zoom: Partial<Record<string, () => void>> = {
      '+': () => void view.zoomIn(),
      '-': () => void view.zoomOut(),
      '0': () => show(true),
      f: () => show(false),
    }
    if (to) {
      setMoved({ from: here, to })
      wrapper.current?.querySelector<HTMLElement>(`[data-id="${to}"]`)?.focus({ preventScroll: true })
      void view.fitView({ nodes: [{ id: to }], minZoom: legible, maxZoom: view.getZoom(), duration: calm() ? 0 : 150 })
    } else if (event.key === 'Enter' || event.key === ' ') open(focus)
    else if (zoom[event.key]) zoom[event.key]?.()
    else return
    event.preventDefault()
  }

  if (!scene) return null
  const onNodeClick: NodeMouseHandler<BoxNode> = (_, node) => open(node.id)
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center justify-between gap-2 py-2 pr-3 pl-5 text-sm text-ink2">
        <p>{caption}</p>
        <div className="flex gap-1">
          <Tool label="Zoom in" onClick={() => void view.zoomIn()}>
            +
          </Tool>
          <Tool label="Zoom out" onClick={() => void view.zoomOut()}>
            −
          </Tool>
          <Tool label="Show the whole chart" onClick={() => show(true)}>
            ⤢
          </Tool>
        </div>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the boxes inside, which are buttons */}
      <div
        ref={wrapper}
        role="group"
        aria-label="Flowchart. Arrow keys move between the boxes, Enter opens one."
        className="min-h-0 flex-1"
        onKeyDown={onKeyDown}
      >
        <ReactFlow
          ref={(element) => element?.setAttribute('role', 'presentation')}
          nodes={scene.nodes}
          edges={scene.edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodeClick={onNodeClick}
          onInit={() => show(wish.current)}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          deleteKeyCode={null}
          disableKeyboardA11y
          zoomOnScroll={false}
          panOnScroll={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
          panOnDrag={roomy || finePointer()}
          minZoom={farthest}
          maxZoom={1.6}
        />
      </div>
    </div>
  )
})

function Tool({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="size-9 cursor-pointer rounded-sm border border-strong bg-raised text-lg leading-none hover:border-accent"
    >
      {children}
    </button>
  )
}

/** The family of the chart: the session's own, or on the home page one that is fetched for it. */
function useFamily(id: string): Family | undefined {
  const { loadFamily } = useSite()
  const own = useSession(({ context }) => (context.family?.id === id ? context.family : undefined))
  const [fetched, setFetched] = useState<Family>()
  useEffect(() => {
    if (!own) void loadFamily(id).then(setFetched, () => {})
  }, [own, id, loadFamily])
  return own ?? fetched
}
