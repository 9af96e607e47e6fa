import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Env } from '../../flows/flow.ts'
import type { Values } from '../engine/fill.ts'
import { openBrowser, type Browser } from './browser.ts'
import type { Account, Sandbox } from './place.ts'
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
  /** How often a page was let in, as the log file says. */
  pagesLetIn: () => Promise<number>
  /** A real browser, on the gateway's machine or on the client. */
  browser: (at?: 'host' | 'client') => Promise<Browser>
  /** Whether the gateway answers over HTTP: its own word for it on 2026.9.6, its page on 2026.2.24. */
  isAlive: (port?: string, seconds?: number) => Promise<boolean>
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
    startGateway: async (command = 'openclaw gateway run', seat = 'host') => {
      const gateway = await (await world.seat(seat)).leave(command)
      world.gateway = gateway
      const end = Date.now() + 300_000
      while (Date.now() < end && !gateway.ended() && !ready.test(gateway.output())) await sleep(150)
      world.said = gateway.output()
      return !gateway.ended() && ready.test(gateway.output())
    },
    stopGateway: async (signal = 'INT') => {
      if (world.gateway) await world.gateway.stop(signal)
      world.gateway = undefined
      // 2026.2.24 restarts itself in a session of its own.
      const running = 'pgrep -x openclaw-gatewa'
      await (
        await world.seat('host')
      ).run(
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
    pagesLetIn: async () =>
      Number((await (await world.seat('host')).run("cat /tmp/openclaw/*.log | grep -c 'webchat connected'")).output.trim()),
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

/** The config file, as the account's editor sees it. */
export const configPath = (world: World, account?: Account) => join(world.sandbox.home(account), '.openclaw', 'openclaw.json')

/** Edits a file of an account by hand. A missing file is an empty one. */
export function edit(world: World, file: string, change: (text: string) => string, account?: Account): void {
  const path = join(world.sandbox.home(account), file)
  let text = ''
  try {
    text = readFileSync(path, 'utf8')
  } catch {}
  writeFileSync(path, change(text))
}
