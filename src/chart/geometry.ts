/** A drawn chart: boxes and edges in pixels from its top left corner. Sizes are fixed here, so nothing is measured in the browser. */
export type Box = { id: string; x: number; y: number; width: number; height: number; lines: readonly string[] }
export type Edge = {
  id: string
  from: string
  to: string
  answer: string
  /** Corner points, from the edge of one box to the edge of the other. */
  points: readonly (readonly [x: number, y: number])[]
  label: { x: number; y: number; width: number; height: number; lines: readonly string[] }
}
export type Chart = { width: number; height: number; boxes: readonly Box[]; edges: readonly Edge[] }

export const text = {
  /** Widest line in a box, in characters: what fits beside the icon in the widest common system font. */
  boxChars: 23,
  labelChars: 24,
  lineHeight: 20,
  labelLineHeight: 17,
}
export const boxWidth = 264

/** Breaks a text at spaces into lines of at most `most` characters; a longer word has a line of its own. */
export function wrap(said: string, most: number): string[] {
  const lines: string[] = []
  for (const word of said.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** A path through `points` with corners rounded by `radius`. */
export function roundedPath(points: Edge['points'], radius = 10): string {
  return points
    .map(([x, y], i) => {
      const [before, after] = [points[i - 1], points[i + 1]]
      if (!before) return `M ${x} ${y}`
      if (!after) return `L ${x} ${y}`
      const r = Math.min(radius, distance(before, [x, y]) / 2, distance(after, [x, y]) / 2)
      const [fromX, fromY] = towards([x, y], before, r)
      const [toX, toY] = towards([x, y], after, r)
      return `L ${fromX} ${fromY} Q ${x} ${y} ${toX} ${toY}`
    })
    .join(' ')
}

type Point = readonly [number, number]
const distance = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(bx - ax, by - ay)
function towards(from: Point, to: Point, by: number): Point {
  const share = by / (distance(from, to) || 1)
  return [Math.round(from[0] + (to[0] - from[0]) * share), Math.round(from[1] + (to[1] - from[1]) * share)]
}
