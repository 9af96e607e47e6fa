import { setTimeout as sleep } from 'node:timers/promises'
import { newest, type Step } from '../../flows/flow.ts'
import { filledText, missingIn } from '../engine/fill.ts'
import type { NodeMeta } from '../engine/graph.ts'
import { showsAll } from '../engine/output.ts'
import { commandFor, expectationOf, stepsOf, type Command } from '../engine/step.ts'
import type { Case } from './condition.ts'
import { patience } from './patience.ts'
import { harvest } from './harvest.ts'
import type { Place } from './place.ts'
import type { Reply } from './terminal.ts'
import type { Seat, World } from './world.ts'

type Fix = Extract<NodeMeta, { kind: 'fix' }>
/** How the commands of a node were run. */
export type Performed = { byHand: string[]; substituted: string[] }

/** Commands that show something until they are interrupted. */
const watches = /^openclaw (?:logs --follow|tui)\b|^journalctl .* -f\b|^docker (?:compose )?logs -f\b|^docker .* tui$/
/** Commands that are left open. */
const stays = /^ssh -N |^openclaw node run\b/
/** A login: whoever types it goes on at that machine. */
const logsIn = /^ssh \S+@\S+$/
/** On a slow machine the program gives up waiting, not starting: the check tells. */
const isImpatient = /Gateway (?:start|restart) timed out after \d+s waiting/
/** What a gateway that starts or restarts lets a command answer. The step says to repeat it then. */
const isTooEarly = /another OpenClaw process owns state-lifecycle|GATEWAY_RESTART_PREPARATION_REFUSED|^Gateway not reachable|^\{"ok":false/m
const seconds = 300
/** What the log says of a page that got in. */
const letIn = 'webchat connected'

/** An owner that is root needs no sudo; a guest has one. */
export const asSeat = (command: string, seat: Seat, { sudo }: Pick<Place, 'sudo'>): string =>
  seat === 'host' && !sudo ? command.replaceAll(/\bsudo (?:-E )?/g, '') : command

/** Runs every command of a fix as the page copies it, and requires what its check expects. Throws where the fix does not do what it says. */
export async function perform(world: World, place: Place, meta: Fix, one: Case): Promise<Performed> {
  const performed: Performed = { byHand: [], substituted: [] }
  const asksForPage = expectationOf(meta.verify, world.env).expect.includes(letIn)
  const before = asksForPage ? await world.pagesLetIn() : 0
  for (const [i, step] of stepsOf(meta).entries()) {
    const command = commandFor(step.run, world.env)
    if (one.skips?.includes(i)) {
      if (command.text !== null) performed.substituted.push(`“${step.text}” is for another case`)
      continue
    }
    if (command.text === null) {
      if (!step.run) await byHand(world, one, i, step, performed)
      continue
    }
    await typed(world, place, one, i, step, command, performed)
  }
  await prove(world, place, meta, one)
  // Its line may be an older one.
  if (asksForPage && (await world.pagesLetIn()) <= before) throw new Error(`no page was let in since; “${letIn}” is an older line`)
  return performed
}

async function byHand(world: World, one: Case, i: number, step: Step, performed: Performed): Promise<void> {
  const act = one.hands?.[i]
  if (!act) throw new Error(`step ${i} is done by hand: say how in “hands” (“${step.text}”)`)
  await act(world)
  performed.byHand.push(step.text)
}

async function typed(world: World, place: Place, one: Case, i: number, step: Step, command: Command, performed: Performed): Promise<void> {
  const chosen = one.forms?.[i] ?? (place.lacks?.test(command.text!) ? besides(command) : undefined)
  const text = chosen === undefined ? command.text! : command.otherwise[chosen]?.text
  if (text === undefined) throw new Error(`step ${i} has no alternative ${chosen}`)
  const seat = seatOf(step.where, one)
  const values = { ...world.values, ...one.values }
  if (command.language === 'url') {
    const url = filledText(text, { ...values, ...harvest(world) }, 'posix', 'url')
    if (url.startsWith('ws')) performed.byHand.push(step.text)
    else await (await world.browser(seat === 'client' ? 'client' : 'host')).open(url)
    await one.hands?.[i]?.(world)
    return
  }
  if (command.language !== 'shell') {
    if (!one.hands?.[i]) throw new Error(`step ${i} is a piece of a file: say where it goes in “hands”`)
    await one.hands[i](world)
    performed.byHand.push(step.text)
    return
  }
  let found = true
  for (const line of text.split('\n')) {
    // “Find it by its port, then end that process”: there is none.
    if (!found && line.startsWith('kill ')) continue
    const known = { ...values, ...harvest(world), ...one.values }
    const missing = missingIn(line, known)
    if (missing.length > 0)
      throw new Error(`step ${i}: no value for <${missing.join('>, <')}> in “${line}”; printed so far:\n${world.printed.slice(-3000)}`)
    const full = asSeat(filledText(line, known, 'posix'), seat, place)
    if (full.startsWith('nano ')) {
      await byHand(world, one, i, step, performed)
      continue
    }
    const edited = / nano /.test(full) ? editsWhenOpen(world, one, i, step, performed) : undefined
    const code = await execute(world, full, seat, {
      repeats: /\brepeat\b|run it again/.test(step.text) ? 3 : 0,
      replies: one.replies?.[i] ?? [],
      // What only shows something may show that it is broken; a backup has to be one.
      mayFail: (step.risk === 'reads' && !/\bbackup create\b/.test(full)) || full.includes('| grep ') || (one.fails?.includes(i) ?? false),
    })
    await edited
    found = !(full.includes('| grep ') && code !== 0)
  }
}

/** Does by hand what is done in an editor, while the line that opened it waits. */
async function editsWhenOpen(world: World, one: Case, i: number, step: Step, performed: Performed): Promise<void> {
  const { editor } = world.sandbox
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(100)) {
    world.editing = editor?.file()
    if (!world.editing) continue
    try {
      await byHand(world, one, i, step, performed)
    } finally {
      world.editing = undefined
      editor!.close()
    }
    return
  }
  throw new Error(`step ${i} opened no editor`)
}

/** The alternative for a place without a service: the gateway in a terminal, when that is one of them. */
function besides({ otherwise }: Command): number | undefined {
  const inTerminal = otherwise.findIndex(({ text }) => text.startsWith('openclaw gateway run'))
  return otherwise.length === 0 ? undefined : Math.max(0, inTerminal)
}

const seatOf = (where: Step['where'], one: Case): Seat =>
  where === 'client' || where === 'browser' ? (one.client ?? 'client') : (one.host ?? 'host')

async function execute(
  world: World,
  command: string,
  seat: Seat,
  { repeats, replies: given, mayFail }: { repeats: number; replies: readonly Reply[]; mayFail: boolean },
): Promise<number | undefined> {
  if (/^openclaw gateway run\b/.test(command)) {
    // “Press Ctrl+C in the terminal it runs in, then start it there again.”
    await world.interruptGateway()
    if (!(await world.startGateway(command, seat)) && !hasRestarted(world))
      throw new Error(`the gateway did not get ready:\n${world.said.slice(-3000)}`)
    world.printed += world.said
    return 0
  }
  const terminal = await world.seat(seat)
  if (stays.test(command)) {
    // “End it with Ctrl+C if it still waits, and start it again.”
    await world.staying.get(command)?.stop()
    const left = await terminal.leave(command)
    world.left.push(left)
    world.staying.set(command, left)
    const port = /-L (\d+):/.exec(command)?.[1]
    // A tunnel is open when its port is; a node says how far it got.
    if (port) await terminal.run(`for i in $(seq 100); do ss -ltn | grep -q :${port} && break; sleep 0.2; done`)
    else for (let i = 0; i < 60 && !/pairing|approv|connected/i.test(left.output()); i++) await sleep(1000)
    // A node of 2026.2.24 ends when it has asked.
    if (left.ended() && !left.output().includes('pairing required')) throw new Error(`“${command}” ended: ${left.output()}`)
    world.printed += left.output()
    return 0
  }
  const replies = logsIn.test(command) ? [{ keys: 'exit\n' }] : given
  const watching = watches.test(command)
  const { output, code } = await terminal.run(
    command,
    watching ? { replies, until: /\bready\b|connected|listening on/i, seconds: 12 } : { replies, seconds },
  )
  world.printed += output
  if (repeats > 0 && isTooEarly.test(output)) {
    await sleep(20_000)
    return execute(world, command, seat, { repeats: repeats - 1, replies: given, mayFail })
  }
  const killed = /^kill (\d+)$/.exec(command)?.[1]
  // A gateway finishes its work before it ends.
  if (killed) {
    await terminal.run(`for i in $(seq 150); do kill -0 ${killed} 2>/dev/null || break; sleep 0.2; done`)
    await launcherEnds(world)
  }
  // Not there at all is no reading of it.
  if (code === 126 || code === 127) throw new Error(`“${command}” could not be run:\n${output.slice(-1000)}`)
  if (watching) {
    if (code) throw new Error(`“${command}” ended with ${code}:\n${output.slice(-1000)}`)
    return undefined
  }
  if (code === undefined) throw new Error(`“${command}” did not end in ${seconds} s:\n${output.slice(-2000)}`)
  if (code !== 0 && !mayFail && !isImpatient.test(output)) throw new Error(`“${command}” ended with ${code}:\n${output.slice(-2000)}`)
  return code
}

/** 2026.2.24 restarts itself after a change of its config, and the page says that this answer is fine then. */
const hasRestarted = ({ env, said }: World) => env.release !== newest && /already (?:running|listening)/.test(said)

/** What started the gateway ends a moment after it, unless another program was meant. */
async function launcherEnds(world: World): Promise<void> {
  for (let i = 0; i < 50; i++) {
    if (!world.gateway || world.gateway.ended() || (await world.isAlive(undefined, 2))) return
    await sleep(200)
  }
}

async function prove(world: World, place: Place, meta: Fix, one: Case): Promise<void> {
  const { text } = commandFor(meta.verify.run, world.env)
  if (text === null) throw new Error('there is nothing to check the fix by')
  const { expect, empty, within = 5 } = expectationOf(meta.verify, world.env)
  const seat = seatOf(meta.verify.where, one)
  const end = Date.now() + within * 1000 * patience.times
  // What asks a gateway that is starting only slows it down.
  if (within > 5) while (Date.now() < end && !(await world.isAlive(one.port, 3))) await sleep(1000)
  for (;;) {
    const command = asSeat(filledText(text, { ...world.values, ...harvest(world), ...one.values }, 'posix'), seat, place)
    const { output } = await (await world.seat(seat)).run(command, { seconds: 100 })
    if (empty ? output.trim() === '' : showsAll(output, expect)) break
    if (Date.now() > end)
      throw new Error(
        `“${command}” does not show ${empty ? 'nothing' : expect.join(' … ')}:\n${output.slice(-2500)}\n${await world.lastWords()}`,
      )
    await sleep(1500)
  }
  // A check may be content with a container or a service that is there: then the gateway in it gets ready a while later.
  for (const alive = Date.now() + 120_000 * patience.times; !(await world.isAlive(one.port)); await sleep(2000))
    if (Date.now() > alive) throw new Error('afterwards the gateway does not answer over HTTP')
}
