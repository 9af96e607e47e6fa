import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { roundedPath } from '../../chart/geometry.ts'
import type { AnswerEdge, Emphasis } from './scene.ts'

const strokes: Record<Emphasis, string> = {
  here: '!stroke-accent ![stroke-width:2.5]',
  trail: '!stroke-accent ![stroke-width:2.5]',
  rest: '!stroke-strong ![stroke-width:1.5]',
  impossible: '!stroke-line ![stroke-width:1.5]',
}
const inks: Record<Emphasis, string> = {
  here: 'text-accent',
  trail: 'font-semibold text-accent',
  rest: 'text-ink2',
  impossible: 'text-ink3 line-through decoration-1',
}

/** An answer: the route that the layout found, its label on a plate of the surface's colour, an arrow head at its end. */
export function AnswerEdgeView({ data }: EdgeProps<AnswerEdge>) {
  if (!data) return null
  const { edge, emphasis, again } = data
  const { label, points } = edge
  const [x, y] = points.at(-1) ?? [0, 0]
  return (
    <>
      <BaseEdge
        path={roundedPath(points)}
        className={`${strokes[emphasis]} ${again || emphasis === 'impossible' ? '![stroke-dasharray:6_4]' : ''}`}
      />
      <path
        d={`M${x - 5} ${y - 9}L${x} ${y}L${x + 5} ${y - 9}z`}
        className={emphasis === 'trail' ? 'fill-accent' : emphasis === 'impossible' ? 'fill-line' : 'fill-strong'}
      />
      <EdgeLabelRenderer>
        <div
          aria-hidden="true"
          className={`absolute flex flex-col items-center justify-center bg-surface text-[12.5px] leading-[17px] whitespace-nowrap ${inks[emphasis]}`}
          style={{ left: label.x, top: label.y, width: label.width, height: label.height }}
        >
          {label.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      </EdgeLabelRenderer>
    </>
  )
}
