import type { Edge as FlowEdge, Node as FlowNode } from '@xyflow/react'
import type { Env, Family } from '../../../flows/flow.ts'
import type { Box, Chart, Edge } from '../../chart/geometry.ts'
import { whereItHolds } from '../../engine/forms.ts'
import { nodeOf, occursIn, type NodeMeta } from '../../engine/graph.ts'
import { environmentsOf, type Place } from '../../engine/place.ts'
import { canReach } from '../../engine/walk.ts'
import { kindNames } from '../icons.tsx'

/** How much a box or edge stands out: where the reader is, how he got there, what may come, what cannot occur here. */
export type Emphasis = 'here' | 'trail' | 'rest' | 'impossible'
export type BoxData = { box: Box; kind: NodeMeta['kind']; emphasis: Emphasis; reason: string }
export type EdgeData = { edge: Edge; emphasis: Emphasis; again: boolean }
export type BoxNode = FlowNode<BoxData, 'box'>
export type AnswerEdge = FlowEdge<EdgeData, 'answer'>

/** What React Flow draws of a chart for one place in one environment. Without a place (the home page) nothing is dimmed. */
export function sceneOf(
  family: Family,
  chart: Chart,
  env: Env,
  place: Place | undefined,
  focus: string,
): { nodes: BoxNode[]; edges: AnswerEdge[] } {
  const onTrail = new Set(place?.trail.map(({ node }) => node))
  const nodes = chart.boxes.flatMap((box): BoxNode[] => {
    const node = nodeOf(family, box.id)
    if (!node) return []
    const occurs = canReach(family, env, box.id)
    const emphasis = box.id === place?.node.id ? 'here' : !occurs ? 'impossible' : onTrail.has(box.id) ? 'trail' : 'rest'
    const reason = occurs ? '' : `only ${whereItHolds({ envs: environmentsOf(family, box.id) })}`
    return [
      {
        id: box.id,
        type: 'box',
        position: { x: box.x, y: box.y },
        width: box.width,
        height: box.height,
        data: { box, kind: node.meta.kind, emphasis, reason },
        ariaRole: 'button',
        ariaLabel: [
          `${kindNames[node.meta.kind]}: ${node.meta.title}`,
          leadsTo(family, box.id),
          onTrail.has(box.id) && 'on your path',
          reason,
        ]
          .filter(Boolean)
          .join('. '),
        domAttributes: {
          tabIndex: box.id === focus ? 0 : -1,
          'aria-current': emphasis === 'here' ? 'step' : undefined,
          'aria-roledescription': undefined,
        },
      },
    ]
  })
  const edges = chart.edges.map((edge): AnswerEdge => {
    const answer = nodeOf(family, edge.from)?.answers.find(({ id, to }) => id === edge.answer && to === edge.to)
    const taken = place?.trail.some(({ node, answer: given }) => node === edge.from && given === edge.answer) ?? false
    const occurs = answer !== undefined && occursIn(family, answer, env)
    const emphasis = !occurs ? 'impossible' : taken ? 'trail' : 'rest'
    return { id: edge.id, type: 'answer', source: edge.from, target: edge.to, data: { edge, emphasis, again: edge.answer === 'broken' } }
  })
  return { nodes, edges }
}

function leadsTo(family: Family, id: string): string {
  const answers = nodeOf(family, id)?.answers ?? []
  return answers.map(({ label, to }) => `“${label}” leads to “${nodeOf(family, to)?.meta.title ?? to}”`).join(', ')
}
