import { renderToStaticMarkup } from 'react-dom/server'
import type { Family } from '../../flows/flow.ts'
import { roundedPath, type Chart } from '../chart/geometry.ts'
import { familyMeta, nodeOf, type NodeMeta } from '../engine/graph.ts'
import { outline } from '../ui/chart/outline.ts'
import { KindIcon, kindNames } from '../ui/icons.tsx'

/** `both` follows the reader's system, or in a page the theme of the page. */
export type Scheme = 'light' | 'dark' | 'both'
export type Colours = Readonly<Record<string, { light: string; dark: string }>>

/** The colours of a style sheet that holds them as `--color-name: light-dark(#…, #…)`. */
export const coloursIn = (styles: string): Colours =>
  Object.fromEntries(
    [...styles.matchAll(/--color-(\w+): light-dark\((#\w+), (#\w+)\)/g)].map(([, name = '', light = '', dark = '']) => [
      name,
      { light, dark },
    ]),
  )

const kinds = Object.keys(kindNames) as NodeMeta['kind'][]
const used = ['surface', 'raised', 'strong', 'ink', 'ink2', 'accent', 'ok', 'oksoft'] as const

/** The chart as an SVG file that stands alone: every box with its words, every answer beside its line, each box a link to its page. */
export function picture(family: Family, chart: Chart, colours: Colours, scheme: Scheme = 'both'): string {
  const { title } = familyMeta(family)
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${chart.width} ${chart.height}`}
      width={chart.width}
      height={chart.height}
      role="img"
      aria-label={`Flowchart: ${title}`}
    >
      <title>{`Flowchart: ${title}`}</title>
      <style>{styleOf(colours, scheme)}</style>
      <rect className="ground" width={chart.width} height={chart.height} />
      <defs>
        {kinds.map((kind) => (
          <g key={kind} id={kind}>
            <KindIcon kind={kind} size={17} />
          </g>
        ))}
      </defs>
      {/* One path for all: a reader of the file sees the same, and it is a third of the size. */}
      <path className="line" d={chart.edges.map(({ points }) => roundedPath(points.map(([x, y]) => [round(x), round(y)]))).join('')} />
      <path className="head" d={chart.edges.map(({ points }) => `M${(points.at(-1) ?? [0, 0]).map(round).join(' ')}l-5 -9h10z`).join('')} />
      <path
        className="ground"
        d={chart.edges.map(({ label: { x, y, width, height } }) => `M${round(x)} ${round(y)}h${width}v${height}h${-width}z`).join('')}
      />
      {chart.edges.map(({ id, label }) => (
        <Lines key={id} className="answer" lines={label.lines} x={label.x + label.width / 2} y={label.y + label.height / 2} height={17} />
      ))}
      {chart.boxes.map(({ id, x, y, width, height, lines }) => {
        const kind = nodeOf(family, id)?.meta.kind ?? 'end'
        return (
          <a key={id} href={`../${family.id}/${id}/`} className={kind === 'fix' ? 'fix' : undefined}>
            <g transform={`translate(${round(x)} ${round(y)})`}>
              <path className="box" d={outline(kind, width, height)} />
              <use href={`#${kind}`} x={20} y={height / 2 - 8.5} />
              <Lines lines={lines} x={47} y={height / 2} height={20} />
            </g>
          </a>
        )
      })}
    </svg>,
  )
}

/** Lines of text around the middle `y`. */
const Lines = ({
  lines,
  x,
  y,
  height,
  className,
}: {
  lines: readonly string[]
  x: number
  y: number
  height: number
  className?: string
}) =>
  lines.map((line, i) => (
    <text key={line} className={className} x={round(x)} y={round(y + (i - (lines.length - 1) / 2) * height)}>
      {line}
    </text>
  ))

const round = (pixels: number) => Math.round(pixels)

function styleOf(colours: Colours, scheme: Scheme): string {
  const set = (which: 'light' | 'dark') => used.map((name) => `--${name}:${colours[name]?.[which] ?? 'currentColor'}`).join(';')
  const chosen = scheme === 'both' ? `svg{${set('light')}}@media(prefers-color-scheme:dark){svg{${set('dark')}}}` : `svg{${set(scheme)}}`
  return [
    chosen,
    'text{font:600 14px system-ui,sans-serif;dominant-baseline:central;fill:var(--ink)}',
    '.ground{fill:var(--surface)}',
    '.line{fill:none;stroke:var(--strong);stroke-width:1.5}',
    '.head{fill:var(--strong)}',
    '.answer{font-size:12.5px;font-weight:400;text-anchor:middle;fill:var(--ink2)}',
    '.box{fill:var(--raised);stroke:var(--strong)}',
    'use{color:var(--accent)}',
    '.fix .box{fill:var(--oksoft);stroke:var(--ok)}',
    '.fix use{color:var(--ok)}',
  ].join('')
}
