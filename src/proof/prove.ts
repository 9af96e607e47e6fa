import type { Env, Install, Release } from '../../flows/flow.ts'
import { canReach } from '../engine/walk.ts'
import { commandsHash, type Run } from '../verify/proof.ts'
import { expectationOf } from '../engine/step.ts'
import type { Case, Condition } from './condition.ts'
import { perform } from './fix.ts'
import type { Place } from './place.ts'
import { record, saveLog } from './records.ts'
import { follow, landing, spotAt } from './route.ts'
import { worldIn, type World } from './world.ts'

export type Result = { id: string; seconds: number; proved: readonly string[]; error?: string }

/** Plays a condition from a fresh sandbox to its last case, writes down what each case proved, and tells of it. */
export async function play(
  place: Place,
  condition: Condition,
  { release, install }: Pick<Env, 'release' | 'install'>,
  tell: (result: Result) => void,
): Promise<void> {
  const env: Env = { install, os: 'linux', release }
  const cases = condition.cases.filter((one) => comesUp(one, env))
  const world = worldIn(await place.open(release, condition.id, install), env)
  try {
    const begin = async () => {
      for (const act of condition.given ?? []) await act(world)
    }
    let begun: Promise<void> | undefined
    for (const one of cases) {
      const start = Date.now()
      const about = { release, place: place.id, install, condition: one.id }
      const seconds = () => Math.round((Date.now() - start) / 1000)
      try {
        await (begun ??= begin())
        const proved = await playCase(world, place, one)
        record(about, proved, place.about)
        tell({ id: one.id, seconds: seconds(), proved: proved.map(({ family, node }) => `${family}/${node}`) })
      } catch (error) {
        record(about, [], place.about)
        tell({ id: one.id, seconds: seconds(), proved: [], error: error instanceof Error ? error.message : String(error) })
        // What the next case begins with may be gone.
        await world.stopGateway()
        begun = undefined
      }
    }
  } finally {
    await world.close()
  }
}

/** Whether a condition or a case is meant for that release and install. */
export const comesUp = (
  { releases, installs }: { releases?: readonly Release[]; installs?: readonly Install[] },
  { release, install }: Pick<Env, 'release' | 'install'>,
): boolean => (!releases || releases.includes(release)) && (!installs || installs.includes(install))

async function playCase(world: World, place: Place, one: Case): Promise<Run[]> {
  const { env } = world
  const { install } = env
  await world.turnThePage()
  for (const act of one.given ?? []) await act(world)
  let log: string | undefined
  if (one.lands) {
    const pasted = world.said
    const landed = landing(pasted)
    if (landed !== one.lands) throw new Error(`its output opens ${landed ?? 'nothing'}, not ${one.lands}:\n${pasted.slice(-3000)}`)
    const end = await follow(world, place, one.lands, one)
    if (end !== one.fix) throw new Error(`the answers lead to ${end}, not to ${one.fix}`)
    log = saveLog(one.lands, install === 'native' ? one.id : `${one.id}-${install}`, env.release, pasted)
  }
  const { family, node } = spotAt(one.fix)
  if (node.meta.kind !== 'fix') throw new Error(`${one.fix} is no fix`)
  if (!canReach(family, env, node.id)) throw new Error(`${one.fix} does not come up on ${env.release}`)
  const { byHand, substituted } = await perform(world, place, node.meta, one)
  const hash = commandsHash(node.meta, env)
  return [one.fix, ...(one.also ?? [])].map((name): Run => {
    const spot = spotAt(name)
    const { meta } = spot.node
    if (meta.kind !== 'fix' || commandsHash(meta, env) !== hash) throw new Error(`${name} has other commands than ${one.fix}`)
    if (
      String(expectationOf(meta.verify, env).expect) !==
      String(expectationOf(node.meta.kind === 'fix' ? node.meta.verify : meta.verify, env).expect)
    )
      throw new Error(`${name} expects something else than ${one.fix}`)
    return {
      release: env.release,
      place: place.id,
      family: spot.family.id,
      node: spot.node.id,
      install: env.install,
      os: env.os,
      condition: one.id,
      hash,
      result: substituted.length > 0 ? 'substituted' : 'ran',
      ...(substituted.length > 0 && { why: substituted.join('; ') }),
      ...(byHand.length > 0 && { byHand }),
      ...(log && { log }),
    }
  })
}
