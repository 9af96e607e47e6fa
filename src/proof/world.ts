import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Env } from '../../flows/flow.ts'
import type { Values } from '../engine/fill.ts'
import { patience } from './patience.ts'
import { openBrowser, type Browser } from './browser.ts'
import type { Account, Keeper, Sandbox } from './place.ts'
import type { Left, RunOptions, Terminal } from './terminal.ts'

/** Who types: the owner at the gateway's machine, or somebody elsewhere. */
export type Seat = 'host' | 'guest' | 'client'
/** One sandbox while a condition is played in it. */
export type World = {
  sandbox: Sandbox
  env: Env
  /** What was printed last that a user would paste. */
  said: string
  /** Everything that was printed since the case began. */
  printed: string
  values: Values
  seat: (seat: Seat) => Promise<Terminal>
  /** Types a command at a seat; what it printed becomes `said`. */
  types: (command: string, options?: RunOptions & { seat?: Seat }) => Promise<number | undefined>
  /** The gateway in a terminal of its own. */
  gateway: Left | undefined
  /** Starts it, and waits until it is ready or has ended. Returns whether it is ready. */
  startGateway: (command?: string, seat?: Seat) => Promise<boolean>
  stopGateway: (signal?: 'INT' | 'KILL') => Promise<void>
  /** Presses Ctrl+C in the terminal of the gateway. One that has restarted itself is not there any more. */
  interruptGateway: () => Promise<void>
  /** What a gateway that is kept printed last, for whoever reads of a failure. */
  lastWords: () => Promise<string>
  /** How often a page was let in, as the log file says. */
  pagesLetIn: () => Promise<number>
  /** A real browser, on the gateway's machine or on the client. */
  browser: (at?: 'host' | 'client') => Promise<Browser>
  /** Whether the gateway answers over HTTP: its own word for it on 2026.9.6, its page on 2026.2.24. */
  isAlive: (port?: string, seconds?: number) => Promise<boolean>
  /** The copy of a file of the state that an editor has open: it is edited in place of the file itself. */
  editing: string | undefined
  /** Programs that were left running in this case. */
  left: Left[]
  /** Those of them that a step left open, by their command. */
  staying: Map<string, Left>
  /** Ends them, and opens new terminals from now on: what was exported is forgotten. The gateway goes on. */
  turnThePage: () => Promise<void>
}

const places: Record<Seat, Parameters<Sandbox['terminal']>[0]> = {
  host: { at: 'host', as: 'owner' },
  guest: { at: 'host', as: 'guest' },
  client: { at: 'client', as: 'guest' },
}
/** What a gateway prints when it serves: 2026.9.6, 2026.2.24. */
const ready = /\[gateway\] ready|\[gateway\] listening on ws/

/** A fresh sandbox, and what is needed to play in it. */
export function worldIn(sandbox: Sandbox, env: Env): World & { close: () => Promise<void> } {
  const seats = new Map<Seat, Promise<Terminal>>()
  const browsers = new Map<string, Promise<Browser>>()
  const world: World = {
    sandbox,
    env,
    said: '',
    printed: '',
    values: sandbox.values,
    gateway: undefined,
    editing: undefined,
    left: [],
    staying: new Map(),
    turnThePage: async () => {
      for (const left of world.left.splice(0)) await left.stop('KILL')
      world.staying.clear()
      seats.clear()
      world.printed = ''
    },
    seat: (seat) => {
      const known = seats.get(seat) ?? sandbox.terminal(places[seat])
      seats.set(seat, known)
      return known
    },
    types: async (command, { seat = 'host', ...options } = {}) => {
      const { output, code } = await (await world.seat(seat)).run(command, options)
      world.said = output
      world.printed += output
      return code
    },
    startGateway: async (command, seat = 'host') => {
      if (command === undefined && sandbox.keeper) return startKept(world, sandbox.keeper)
      const gateway = await (await world.seat(seat)).leave(command ?? 'openclaw gateway run')
      world.gateway = gateway
      const end = Date.now() + 300_000 * patience.times
      while (Date.now() < end && !gateway.ended() && !ready.test(gateway.output())) await sleep(150)
      world.said = gateway.output()
      return !gateway.ended() && ready.test(gateway.output())
    },
    stopGateway: async (signal = 'INT') => {
      await world.gateway?.stop(signal)
      world.gateway = undefined
      if (sandbox.keeper) {
        await asks(world, signal === 'KILL' ? sandbox.keeper.kill : sandbox.keeper.stop)
        return
      }
      // 2026.2.24 restarts itself in a session of its own.
      const running = 'pgrep -x openclaw-gatewa'
      await asks(
        world,
        `${running} >/dev/null && kill -${signal} $(${running}); for i in $(seq 600); do ${running} >/dev/null || break; sleep 0.1; done`,
      )
    },
    interruptGateway: async () => {
      await world.gateway?.stop()
      world.gateway = undefined
    },
    isAlive: async (port = '18789', seconds = 30) => {
      const { output } = await (await world.seat('host')).run(`curl -sS -m ${seconds} http://127.0.0.1:${port}/healthz`)
      return output.includes('"ok":true') || output.includes('<!doctype html>')
    },
    lastWords: async () => (sandbox.keeper ? (await asks(world, `${sandbox.keeper.words} 2>&1 | tail -n 20`)).slice(-2500) : ''),
    pagesLetIn: async () =>
      Number((await asks(world, `${sandbox.keeper?.words ?? 'cat /tmp/openclaw/*.log'} 2>&1 | grep -c 'webchat connected'`)).trim()),
    browser: (at = 'host') => {
      const known = browsers.get(at) ?? openBrowser(sandbox, at)
      browsers.set(at, known)
      return known
    },
  }
  return Object.assign(world, {
    close: async () => {
      for (const browser of browsers.values()) await browser.then((one) => one.close()).catch(() => {})
      await sandbox.end()
    },
  })
}

async function asks(world: World, command: string): Promise<string> {
  return (await (await world.seat('host')).run(command, { seconds: 400 })).output
}

/** Starts a gateway that is kept, and waits until it is ready or given up. */
async function startKept(world: World, { make, words, state, ...kept }: Keeper): Promise<boolean> {
  const isThere = !make || (await asks(world, make.there)).trim() !== ''
  const start = isThere ? kept.start : make.by
  const before = isThere ? await asks(world, words) : ''
  const { output, code } = await (await world.seat('host')).run(start, { seconds: 200 })
  world.said = `$ ${start}\n${output}`
  if (code !== 0) return false
  for (const end = Date.now() + 150_000 * patience.times; Date.now() < end; await sleep(1500)) {
    const all = await asks(world, words)
    const fresh = all.startsWith(before) ? all.slice(before.length) : all
    world.said = `$ ${words}\n${fresh}`
    if (ready.test(fresh)) return true
    if ((await asks(world, state)).trim() === 'down') {
      world.said = `$ ${words}\n${(await asks(world, words)).slice(all.startsWith(before) ? before.length : 0)}`
      return false
    }
  }
  return false
}

/** A file of an account, seen from here. */
export function pathOf({ sandbox, editing }: World, file: string, account: Account = 'owner'): string {
  if (editing) return editing
  const [, inState] = /^\.openclaw(?:\/(.*))?$/.exec(file) ?? []
  return account === 'owner' && sandbox.state && inState !== undefined ? join(sandbox.state(), inState) : join(sandbox.home(account), file)
}

/** The config file, as the account's editor sees it. */
export const configPath = (world: World, account?: Account) => pathOf(world, '.openclaw/openclaw.json', account)

/** Edits a file of an account by hand. A missing file is an empty one. */
export function edit(world: World, file: string, change: (text: string) => string, account?: Account): void {
  const path = pathOf(world, file, account)
  let text = ''
  try {
    text = readFileSync(path, 'utf8')
  } catch {}
  writeFileSync(path, change(text))
}
