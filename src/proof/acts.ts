import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { cli, offline } from '../../flows/commands.ts'
import { filledText } from '../engine/fill.ts'
import { commandFor } from '../engine/step.ts'
import type { Act } from './condition.ts'
import { patience } from './patience.ts'
import type { Account } from './place.ts'
import { configPath, edit, pathOf, type Seat, type World } from './world.ts'

/** The token of the gateways here: no machine but the sandbox ever knows it. */
export const token = 'c0ffee5eedc0ffee5eedc0ffee5eedc0ffee5eedc0ffee5eedc0ffee5eedc0ff'

type Json = string | number | boolean | undefined | readonly Json[] | { readonly [key: string]: Json }
type Settings = { readonly [key: string]: Json }

/** The config of a plain gateway, with what a condition changes in `gateway`. `undefined` takes a key away. */
export const gatewayConfig = (gateway: Settings = {}, more: Settings = {}): string =>
  `${JSON.stringify({ gateway: { mode: 'local', bind: 'loopback', auth: { mode: 'token', token }, ...gateway }, ...more }, null, 2)}\n`

/** Writes a file into the home of an account. */
export const file =
  (path: string, text: string, account: Account = 'owner', mode = 0o600): Act =>
  (world) => {
    const target = pathOf(world, path, account)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
    chmodSync(target, mode)
    const uid = account === 'guest' ? 1000 : world.sandbox.uid
    if (uid !== undefined) for (const own of [dirname(target), target]) chownSync(own, uid, uid)
  }

/**
 * The config, as text or as what differs from a plain gateway's. Like an editor it keeps the mark of the program in it: without that
 * 2026.9.6 takes the file for clobbered and puts the last good one back.
 */
export const config =
  (gateway: Settings | string = {}, more: Settings = {}): Act =>
  (world) => {
    const text = typeof gateway === 'string' ? gateway : gatewayConfig({ ...inDocker(world), ...gateway }, { ...more, ...markIn(world) })
    return file('.openclaw/openclaw.json', text)(world)
  }

/** In a container the gateway listens beyond the container, and 2026.2.24 wants to know the addresses of its page. */
const inDocker = ({ env: { install, release } }: World): Settings =>
  install === 'native'
    ? {}
    : {
        bind: 'lan',
        ...(release === '2026.2.24' && { controlUi: { allowedOrigins: ['http://127.0.0.1:18789', 'http://localhost:18789'] } }),
      }

function markIn(world: World): Settings {
  try {
    const { meta } = JSON.parse(readFileSync(configPath(world), 'utf8')) as { meta?: Settings }
    return meta ? { meta } : {}
  } catch {
    return {}
  }
}

/** Edits a file by hand, as the step says. */
export const edits =
  (path: string, change: (text: string) => string, account?: Account): Act =>
  (world) =>
    edit(world, path, change, account)
export const editsConfig = (change: (text: string) => string): Act => edits('.openclaw/openclaw.json', change)

/** The gateway is up. */
export const runs =
  (command?: string, seat?: Seat): Act =>
  async (world) => {
    await world.stopGateway()
    if (!(await world.startGateway(command, seat)))
      throw new Error(`the gateway of the condition did not get ready:\n${world.said.slice(-3000)}`)
  }

/** The gateway is started, and gives up. */
export const failsToStart =
  (command?: string, seat?: Seat): Act =>
  async (world) => {
    await world.stopGateway()
    if (await world.startGateway(command, seat)) throw new Error('the gateway of the condition started, though it should not')
    if (command !== undefined || !world.sandbox.keeper) world.said = `$ ${command ?? 'openclaw gateway run'}\n${world.said}`
    world.gateway = undefined
  }

export const stops: Act = (world) => world.stopGateway()
/** As when memory runs out, or the machine is switched off. */
export const killed: Act = (world) => world.stopGateway('KILL')

/** Somebody types a command; what it prints is what they paste. */
export const types =
  (command: string, options: Parameters<World['types']>[1] = {}): Act =>
  async (world) => {
    const typed = asHere(world, command)
    await world.types(typed, options)
    world.said = `$ ${typed}\n${world.said}`
  }

/** Commands that are asked while the gateway may be down. */
const offlineToo = /^(?:config|doctor|plugins|secrets) /

/** A command of OpenClaw's in the form that is typed in this environment; any other one as it is. */
function asHere({ env, sandbox }: World, command: string): string {
  const [, args] = /^openclaw (.*)$/.exec(command) ?? []
  if (env.install === 'native') return command
  if (args === undefined) return filledText(command, sandbox.values, 'posix')
  return filledText(commandFor((offlineToo.test(args) ? offline : cli)(args), env).text!, sandbox.values, 'posix')
}

/** A program that is left running, such as one that holds the port. */
export const leaves =
  (command: string, seat: Seat = 'host', waits = 1000): Act =>
  async (world) => {
    world.left.push(await (await world.seat(seat)).leave(command))
    await pause(waits)(world)
  }

export const pause =
  (milliseconds: number): Act =>
  () =>
    new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Waits until a gateway that starts answers, as whoever reloads a page does. */
export const answers: Act = async (world) => {
  for (let i = 0; i < 60 * patience.times && !(await world.isAlive(undefined, 2)); i++) await pause(1000)(world)
}

/** Opens an address in the browser; what the page shows once `expected` stands there is what they paste. */
export const opens =
  (url: string, expected: RegExp, at?: 'host' | 'client'): Act =>
  async (world) => {
    const browser = await world.browser(at)
    await browser.open(url)
    world.said = await browser.text(expected)
    if (!expected.test(world.said)) throw new Error(`the page does not show ${String(expected)}:\n${world.said.slice(0, 2500)}`)
  }

/** The same in a browser that was never here. */
export const opensFresh =
  (url: string, expected: RegExp, at?: 'host' | 'client'): Act =>
  async (world) => {
    await (await world.browser(at)).forget()
    await opens(url, expected, at)(world)
  }

/** The page that is open is let in by itself, and shows what `expected` says. */
export const letsIn =
  (expected: RegExp, at?: 'host' | 'client'): Act =>
  async (world) => {
    const text = await (await world.browser(at)).text(expected, 45)
    if (!expected.test(text)) throw new Error(`the page was not let in:\n${text.slice(0, 1500)}`)
  }

/** Opens the link that the last `openclaw dashboard` printed. */
export const opensLink =
  (at?: 'host' | 'client'): Act =>
  async (world) => {
    const url =
      [...world.printed.matchAll(/"browserUrl":\s*"([^"]+)"/g)].at(-1) ??
      [...world.printed.matchAll(/(http:\/\/[^\s"#]+#token=[^\s"]+)/g)].at(-1)
    if (!url) throw new Error(`no link was printed:\n${world.printed.slice(-1500)}`)
    await (await world.browser(at)).open(url[1]!)
  }
