import type { Viewport } from '@xyflow/react'
import type { Chart } from '../../chart/geometry.ts'

/** Below this a box's text cannot be read: rather show less of the chart. */
export const legible = 0.75

/** As far as the reader can step back. */
export const farthest = 0.15

/** The zoom at which all of a chart just fits, with a little air. */
const fit = (chart: Chart, { clientWidth: width, clientHeight: height }: HTMLElement) =>
  Math.min(width / chart.width, height / chart.height) * 0.96

/** All of a chart in the middle, never larger than drawn. */
export function wholeOf(chart: Chart, room: HTMLElement): Viewport {
  const zoom = Math.max(farthest, Math.min(1, fit(chart, room)))
  return { x: (room.clientWidth - chart.width * zoom) / 2, y: (room.clientHeight - chart.height * zoom) / 2, zoom }
}

/** Where to look when the whole chart would be too small to read: the reader's box, and as much of what comes next as fits legibly. */
export function closeUp(chart: Chart, here: string, room: HTMLElement): Viewport | undefined {
  const { clientWidth: width, clientHeight: height } = room
  const box = chart.boxes.find(({ id }) => id === here)
  if (!box || fit(chart, room) >= legible) return undefined
  const next = new Set(chart.edges.filter(({ from }) => from === here).map(({ to }) => to))
  const near = chart.boxes.filter(({ id }) => id === here || next.has(id))
  const middle = box.x + box.width / 2
  const reach = Math.max(...near.map(({ x, width: w }) => Math.max(middle - x, x + w - middle)))
  const depth = Math.max(...near.map(({ y, height: h }) => y + h)) - box.y
  const zoom = Math.min(1, Math.max(legible, Math.min(width / (2 * reach + 32), (height * 0.75) / depth)))
  return { x: width / 2 - middle * zoom, y: height * 0.2 - box.y * zoom, zoom }
}
