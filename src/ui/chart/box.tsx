import { Handle, Position, type NodeProps } from '@xyflow/react'
import type { NodeMeta } from '../../engine/graph.ts'
import { KindIcon } from '../icons.tsx'
import type { BoxNode, Emphasis } from './scene.ts'

/** Kind by shape, not by colour alone: square, stadium, rounded, ribbon, flag. */
function outline(kind: NodeMeta['kind'], width: number, height: number): string {
  const [w, h] = [width - 2, height - 2]
  const rounded = (r: number) =>
    `M${1 + r} 1H${w + 1 - r}a${r} ${r} 0 0 1 ${r} ${r}V${h + 1 - r}a${r} ${r} 0 0 1 ${-r} ${r}H${1 + r}a${r} ${r} 0 0 1 ${-r} ${-r}V${1 + r}a${r} ${r} 0 0 1 ${r} ${-r}z`
  switch (kind) {
    case 'check':
      return `M1 1H${w + 1}V${h + 1}H1z`
    case 'question':
      return rounded(Math.min(h / 2, 30))
    case 'fix':
      return rounded(10)
    case 'jump':
      return `M1 1H${w + 1}L${w - 9} ${h / 2 + 1}L${w + 1} ${h + 1}H1L11 ${h / 2 + 1}z`
    case 'end':
      return `M11 1H${w - 9}L${w + 1} ${h / 2 + 1}L${w - 9} ${h + 1}H11L1 ${h / 2 + 1}z`
  }
}

const fills: Record<Emphasis, string> = {
  here: 'fill-accent stroke-accent',
  trail: 'fill-raised stroke-accent stroke-2',
  rest: 'fill-raised stroke-strong',
  impossible: 'fill-surface stroke-strong [stroke-dasharray:5_4]',
}
const inks: Record<Emphasis, string> = { here: 'text-onaccent', trail: 'text-ink', rest: 'text-ink', impossible: 'text-ink3' }
const fixFill = 'fill-oksoft stroke-ok'

export function BoxView({ data: { box, kind, emphasis, reason } }: NodeProps<BoxNode>) {
  const { width, height, lines } = box
  const green = kind === 'fix' && (emphasis === 'rest' || emphasis === 'trail')
  return (
    <div
      className={`relative flex cursor-pointer items-center gap-2.5 px-5 ${inks[emphasis]}`}
      style={{ width, height }}
      title={reason || undefined}
    >
      <Handle type="target" position={Position.Top} className="!invisible" isConnectable={false} />
      <svg aria-hidden="true" className="absolute inset-0" width={width} height={height}>
        <path
          d={outline(kind, width, height)}
          className={`${green ? fixFill : fills[emphasis]} ${green && emphasis === 'trail' ? 'stroke-2' : ''}`}
        />
      </svg>
      <span className={`relative ${emphasis === 'here' || emphasis === 'impossible' ? '' : kind === 'fix' ? 'text-ok' : 'text-accent'}`}>
        <KindIcon kind={kind} size={17} />
      </span>
      <span className="relative text-[14px] leading-5 font-semibold">
        {lines.map((line) => (
          <span key={line} className="block whitespace-nowrap">
            {line}
          </span>
        ))}
      </span>
      {reason && (
        <span className="absolute -bottom-2.5 left-1/2 max-w-full -translate-x-1/2 truncate rounded-full border border-strong bg-surface px-2 text-[11px] leading-[18px] text-ink2">
          {reason}
        </span>
      )}
      <Handle type="source" position={Position.Bottom} className="!invisible" isConnectable={false} />
    </div>
  )
}
