import type { Chart } from '../../chart/geometry.ts'

/** Where an arrow key leads from a box: down to its first answer, up to where it came from, sideways to the next box of its row. */
export function neighbour(chart: Chart, from: string, key: string, parent: string | undefined): string | undefined {
  const box = chart.boxes.find(({ id }) => id === from)
  if (!box) return undefined
  if (key === 'ArrowDown') return chart.edges.find((edge) => edge.from === from)?.to
  if (key === 'ArrowUp') return parent ?? chart.edges.find((edge) => edge.to === from)?.from
  const middle = box.y + box.height / 2
  const row = chart.boxes.filter(({ y, height }) => y <= middle && middle <= y + height).toSorted((a, b) => a.x - b.x)
  const at = row.findIndex(({ id }) => id === from)
  if (key === 'ArrowLeft') return row[at - 1]?.id
  if (key === 'ArrowRight') return row[at + 1]?.id
  return undefined
}
