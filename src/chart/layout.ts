import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js'
import type { Family } from '../../flows/flow.ts'
import { nodesOf } from '../engine/graph.ts'
import { boxWidth, text, wrap, type Chart, type Edge } from './geometry.ts'

const elk = new ELK()
const layered = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=16,left=16,bottom=16,right=16]',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
}

/** Lays a family out from top to bottom, for all environments at once, so that a switch never moves a box. Runs in the build only. */
export async function layout(family: Family): Promise<Chart> {
  const nodes = nodesOf(family)
  const answers = nodes.flatMap((node) => node.answers.map((answer, i) => ({ ...answer, edge: `${node.id}:${answer.id}:${i}` })))
  const boxLines = new Map(nodes.map(({ id, meta }) => [id, wrap(meta.title, text.boxChars)]))
  const labelLines = new Map(answers.map(({ edge, label }) => [edge, wrap(label, text.labelChars)]))

  const graph: ElkNode = {
    id: family.id,
    layoutOptions: layered,
    children: nodes.map(({ id }) => ({ id, width: boxWidth, height: 28 + text.lineHeight * (boxLines.get(id)?.length ?? 1) })),
    edges: answers.map(({ edge, from, to }) => {
      const lines = labelLines.get(edge) ?? []
      return {
        id: edge,
        sources: [from],
        targets: [to],
        labels: [
          {
            text: edge,
            width: 12 + 7 * Math.max(...lines.map((line) => line.length)),
            height: 6 + text.labelLineHeight * lines.length,
            layoutOptions: { 'elk.edgeLabels.inline': 'true' },
          },
        ],
      }
    }),
  }
  const laid = await elk.layout(graph)
  const routed = new Map((laid.edges ?? []).map((edge) => [edge.id, edge]))
  return {
    width: Math.ceil(laid.width ?? 0),
    height: Math.ceil(laid.height ?? 0),
    boxes: (laid.children ?? []).map(({ id, x = 0, y = 0, width = 0, height = 0 }) => ({
      id,
      x,
      y,
      width,
      height,
      lines: boxLines.get(id) ?? [],
    })),
    edges: answers.map(({ edge: id, from, to, id: answer }): Edge => {
      const edge = routed.get(id)
      const [section] = edge?.sections ?? []
      const [label] = edge?.labels ?? []
      if (!section || !label) throw new Error(`${family.id}: no route for ${id}`)
      const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]
      return {
        id,
        from,
        to,
        answer,
        points: points.map(({ x, y }) => [Math.round(x), Math.round(y)] as const),
        label: { x: label.x ?? 0, y: label.y ?? 0, width: label.width ?? 0, height: label.height ?? 0, lines: labelLines.get(id) ?? [] },
      }
    }),
  }
}
