import type { NodeMeta } from '../../engine/graph.ts'

/** The outline of a box, as a path: its kind is told by shape, not by colour alone: square, stadium, rounded, ribbon, flag. */
export function outline(kind: NodeMeta['kind'], width: number, height: number): string {
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
