import { nodeOf, answersAt, type Node } from '../engine/graph.ts'
import { filledText } from '../engine/fill.ts'
import { matcherOf } from '../engine/match.ts'
import { meaningsOf } from '../engine/output.ts'
import { commandFor } from '../engine/step.ts'
import type { Family } from '../../flows/flow.ts'
import { families, table } from '../chart/families.ts'
import { harvest } from './harvest.ts'
import type { Place } from './place.ts'
import { asSeat } from './fix.ts'
import type { Case } from './condition.ts'
import type { Seat, World } from './world.ts'

const matcher = matcherOf(table)

export type Spot = { family: Family; node: Node }

/** The place of that name, `family/node`; a family alone means its first node. */
export function spotAt(name: string): Spot {
  const [id, node] = name.split('/')
  const family = families.find((one) => one.id === id)
  const found = family && nodeOf(family, node ?? String(family.config.initial))
  if (!family || !found) throw new Error(`there is no ${name}`)
  return { family, node: found }
}

/** Where a pasted output leads, the surest first. */
export const landing = (output: string): string | undefined => {
  const first = matcher.match(output).matches.find(({ confidence }) => confidence !== 'similar')
  return first && `${first.family}/${first.node}`
}

/**
 * Goes from a node by these answers. At a check its command is run, and the answer must be the one that its output means. One that the
 * reader gives by what they know, where the output shows none, begins with a question mark.
 */
export async function follow(
  world: World,
  place: Place,
  from: string,
  { walk = [], host = 'host' }: Pick<Case, 'walk' | 'host'>,
): Promise<string> {
  let spot = through(spotAt(from))
  for (const step of walk) {
    const { family, node } = spot
    const id = step.replace('?', '')
    const answer = answersAt(family, node, world.env).find((one) => one.id === id)
    if (!answer) throw new Error(`${family.id}/${node.id} has no answer “${id}” here`)
    if (node.meta.kind === 'check') await read(world, place, spot, step, host)
    spot = through({ family, node: nodeOf(family, answer.to)! })
  }
  return nameOf(spot)
}

const nameOf = ({ family, node }: Spot) => `${family.id}/${node.id}`

function through(spot: Spot): Spot {
  return spot.node.meta.kind === 'jump' ? through(spotAt(spot.node.meta.to)) : spot
}

async function read(world: World, place: Place, { family, node }: Spot, step: string, host: Seat): Promise<void> {
  if (node.meta.kind !== 'check') return
  const command = commandFor(node.meta.run, world.env)
  const text = place.lacks?.test(command.text ?? '') ? (command.otherwise[0]?.text ?? command.text) : command.text
  if (text === null) throw new Error(`${family.id}/${node.id} has nothing to type here`)
  const seat = node.meta.where === 'client' ? 'client' : host
  const filled = asSeat(filledText(text, { ...world.values, ...harvest(world) }, 'posix'), seat, place)
  const terminal = await world.seat(seat)
  const { output } = await terminal.run(filled, { seconds: 100 })
  world.said = output
  world.printed += output
  const all = node.answers
  const seen = table.seen[family.id]?.[node.id] ?? []
  const here = new Set(answersAt(family, node, world.env))
  const kept = all.flatMap((answer, i) => (here.has(answer) ? [{ answer, seen: seen[i] ?? [] }] : []))
  const [meaning] = meaningsOf(
    output,
    kept.map(({ answer }) => answer),
    kept.map((one) => one.seen),
  )
  const id = step.replace('?', '')
  const known = !meaning && (step.startsWith('?') || kept.find(({ answer }) => answer.id === id)?.seen.length === 0)
  if (meaning?.answer.id !== id && !known)
    throw new Error(
      `at ${family.id}/${node.id} “${filled}” means ${meaning ? `“${meaning.answer.id}”` : 'none of its answers'}, not “${id}”:\n${output.slice(-2000)}`,
    )
}
