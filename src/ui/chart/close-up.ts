import type { Viewport } from '@xyflow/react'
import type { Chart } from '../../chart/geometry.ts'

/** Below this a box's text cannot be read: rather show less of the chart. */
export const legible = 0.75

/** Where to look when the whole chart would be too small to read: the reader's box, and as much of what comes next as fits legibly. */
export function closeUp(chart: Chart, here: string, { clientWidth: width, clientHeight: height }: HTMLElement): Viewport | undefined {
  const box = chart.boxes.find(({ id }) => id === here)
  if (!box || Math.min(width / chart.width, height / chart.height) * 0.96 >= legible) return undefined
  const next = new Set(chart.edges.filter(({ from }) => from === here).map(({ to }) => to))
  const near = chart.boxes.filter(({ id }) => id === here || next.has(id))
  const middle = box.x + box.width / 2
  const reach = Math.max(...near.map(({ x, width: w }) => Math.max(middle - x, x + w - middle)))
  const depth = Math.max(...near.map(({ y, height: h }) => y + h)) - box.y
  const zoom = Math.min(1, Math.max(legible, Math.min(width / (2 * reach + 32), (height * 0.75) / depth)))
  return { x: width / 2 - middle * zoom, y: height * 0.2 - box.y * zoom, zoom }
}
