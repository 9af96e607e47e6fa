import { Handle, Position, type NodeProps } from '@xyflow/react'
import { KindIcon } from '../icons.tsx'
import { outline } from './outline.ts'
import type { BoxNode, Emphasis } from './scene.ts'

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
