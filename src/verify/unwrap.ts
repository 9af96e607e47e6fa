import { parseCommands, type Call, type Word } from './command-line.ts'
import type { Shell } from '../engine/fill.ts'
import { programOf, skipped } from './programs.ts'

/** A program that is started, with the words behind its name. `inContainer`: its name is looked for on the PATH of a container. */
export type Started = { program: string; args: readonly Word[]; inContainer: boolean; shell: Shell }

const posixShells = new Set(['sh', 'bash', 'zsh'])

/** The programs a text starts, those that another program is asked to start too; `docker` and its like are looked into by who knows their options. */
export function startedBy(text: string, shell: Shell): Started[] {
  return parseCommands(text, shell).calls.flatMap((call) => startedByCall(call, shell, false))
}

/** The same for one command, for example the one behind `docker exec <container>`. */
export function startedByCall(call: Call, shell: Shell, inContainer: boolean): Started[] {
  const program = programOf(call, shell)
  if (program === undefined) return []
  const args = call.slice(skipped(call) + 1)
  const self: Started = { program: program.replace(/^(openclaw|docker|podman|wsl|npm)\.(exe|cmd)$/, '$1'), args, inContainer, shell }
  return [self, ...innerOf(self)]
}

function innerOf({ program, args, inContainer, shell }: Started): Started[] {
  const within = (call: Call, other = shell) => startedByCall(call, other, inContainer)
  if (posixShells.has(program)) {
    const script = args[args.findIndex(({ text }) => /^-\w*c$/.test(text)) + 1]
    const given = args.some(({ text }) => /^-\w*c$/.test(text)) ? script : undefined
    return given ? parseCommands(given.text, 'posix').calls.flatMap((call) => within(call, 'posix')) : []
  }
  if (program === 'node' && /(^|\/)(index|openclaw)\.m?js$/.test(args[0]?.text ?? ''))
    return startedByCall([word('openclaw'), ...args.slice(1)], shell, false)
  if (program === 'wsl') return within(behindOptions(args, /^-(u|d)$/), 'posix')
  if (program === 'ssh') return within(behindOptions(args, /^-[bcDEeFIiJLlmOopQRSWw]$/).slice(1), 'posix')
  if (program === 'kubectl' || program === 'fly') return startedByCall(behindDashes(args), 'posix', true)
  if (program === 'podman' && /^(exec|run)$/.test(args[0]?.text ?? ''))
    return startedByCall(behindOptions(args.slice(1), /^(-[evuwp]|--(entrypoint|env|name|user|volume))$/).slice(1), 'posix', true)
  if (program === 'pm2' && args[0]?.text === 'start') return within([args[1]!, ...behindDashes(args)])
  return []
}

/** The words behind the options, each of which takes a value when `takesValue` knows it; `-e` and `--` only lead to the command. */
function behindOptions(args: readonly Word[], takesValue: RegExp): readonly Word[] {
  let from = 0
  while (args[from]?.text.startsWith('-')) from += takesValue.test(args[from]!.text) ? 2 : 1
  return args.slice(from)
}

const behindDashes = (args: readonly Word[]): readonly Word[] => {
  const at = args.findIndex(({ text }) => text === '--')
  return at < 0 ? [] : args.slice(at + 1)
}

/** A word as it would be typed. */
export const word = (text: string): Word => ({ text, dynamic: false, quoted: false })
