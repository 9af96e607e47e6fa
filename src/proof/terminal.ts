import type { ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { patience } from './patience.ts'

/** What one command did. `code` is missing when it had to be interrupted. */
export type Ended = { output: string; code?: number }
/** What is typed when a program asks: the text it must have printed, and the keys. Without a text they are typed at once. */
export type Reply = { asks?: RegExp; keys: string }
export type RunOptions = {
  replies?: readonly Reply[]
  /** Enough was seen: the command is interrupted, as by Ctrl+C. */
  until?: RegExp
  seconds?: number
}

/** A bash in a terminal of its own: what is exported there stays, programs may ask, and Ctrl+C reaches them. */
export type Terminal = {
  run: (command: string, options?: RunOptions) => Promise<Ended>
  /** Starts a command and leaves it running, its output in a file. */
  leave: (command: string) => Promise<Left>
}
/** A program that was left running. */
export type Left = { output: () => string; ended: () => boolean; stop: (signal?: 'INT' | 'KILL') => Promise<void> }

const ctrlC = '\x03'
let count = 0

/**
 * `enter` starts a program inside the place. `folder` is one that both sides see, called `inside` there: commands travel as files, so
 * that the terminal shows only what they print.
 */
export async function terminalIn(
  enter: (args: readonly string[]) => ChildProcess,
  { folder, inside, env, cwd = '.' }: { folder: string; inside: string; env: Readonly<Record<string, string>>; cwd?: string },
): Promise<Terminal> {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  const bash = 'bash --noprofile --norc --noediting'
  const child = enter(['env', '-i', ...variables, 'script', '-qfe', '-c', bash, '/dev/null'])
  let printed = ''
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (printed += text))
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (printed += text))
  child.stdin!.on('error', () => {})
  const type = (keys: string) => void child.stdin!.write(keys)

  const run = async (command: string, { replies = [], until, seconds = 90 }: RunOptions = {}): Promise<Ended> => {
    const name = `command-${++count}`
    const done = join(folder, `${name}.code`)
    writeFileSync(join(folder, `${name}.sh`), `${command}\n`)
    const from = printed.length
    const waiting = [...replies]
    let answered = from
    type(` . ${inside}/${name}.sh; echo $? > ${inside}/${name}.code\n`)
    const end = Date.now() + seconds * 1000 * patience.times
    while (Date.now() < end) {
      await sleep(40)
      if (existsSync(done)) {
        const code = readFileSync(done, 'utf8').trim()
        if (code !== '') {
          await sleep(60)
          return { output: clean(printed.slice(from)), code: Number(code) }
        }
      }
      const next = waiting[0]
      if (next && (!next.asks || next.asks.test(clean(printed.slice(answered))))) {
        waiting.shift()
        await sleep(next.asks ? 250 : 400)
        answered = printed.length
        type(next.keys)
      }
      if (until?.test(clean(printed.slice(from)))) break
      if (child.exitCode !== null) throw new Error(`The terminal ended: ${printed.slice(-500)}`)
    }
    type(ctrlC)
    await sleep(500)
    type(ctrlC)
    await sleep(700)
    return { output: clean(printed.slice(from)) }
  }

  const leave = async (command: string): Promise<Left> => {
    const name = `left-${++count}`
    const at = (end: string) => join(folder, `${name}.${end}`)
    const there = `${inside}/${name}`
    writeFileSync(at('sh'), `${command}\n`)
    writeFileSync(at('log'), '')
    chmodSync(at('log'), 0o666)
    await run(`setsid bash -c 'echo $$ > ${there}.pid; . ${there}.sh; echo $? > ${there}.code' </dev/null >${there}.log 2>&1 & disown`)
    return {
      output: () => clean(readFileSync(at('log'), 'utf8')),
      ended: () => existsSync(at('code')),
      stop: async (signal = 'INT') => {
        // The whole session, because a gateway of 2026.9.6 is several processes. One that finishes its work has a minute and a half.
        await run(
          `kill -${signal} -- -$(cat ${there}.pid); for i in $(seq 900); do kill -0 -- -$(cat ${there}.pid) || break; sleep 0.1; done 2>/dev/null; kill -KILL -- -$(cat ${there}.pid) 2>/dev/null`,
          { seconds: 120 },
        )
      },
    }
  }

  type('stty -echo cols 220 rows 60; PS1=; PS2=; bind "set enable-bracketed-paste off" 2>/dev/null; unset HISTFILE\n')
  type(` cd ${cwd}\n`)
  await sleep(150)
  const ready = await run('echo ready', { seconds: 60 })
  if (!ready.output.includes('ready')) throw new Error(`No terminal could be opened: ${printed.slice(-500)}`)
  return { run, leave }
}

// oxlint-disable-next-line no-control-regex -- what a terminal sends to colour and move is made of control characters
const control = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[ -/]*[0-~]|[\u0000-\u0008\u000b-\u001a]/g

/** What a reader would copy from the screen. */
const clean = (text: string) => text.replaceAll('\r\n', '\n').replace(control, '')
