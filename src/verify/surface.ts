import type { Word } from './command-line.ts'
import type { CommandFacts, CommandTree } from './facts.ts'

/** What a command line says once it is read: which command, its own arguments, the values of its options, and what is wrong with it. */
export type Read = { path: string; args: readonly Word[]; values: ReadonlyMap<string, Word>; problems: readonly string[] }

type Option = { name: string; takes: 'nothing' | 'value' | 'perhaps' }

/** Reads `argv`, the words behind the program's name, against what was captured of the program. */
export function readArgv(program: string, commands: CommandTree, argv: readonly Word[]): Read {
  const reader = new ArgvReader(program, commands)
  for (let i = 0; i < argv.length;) i = reader.take(argv, i)
  return reader.end()
}

class ArgvReader {
  private path = ''
  private literal = false
  private readonly args: Word[] = []
  private readonly values = new Map<string, Word>()
  private readonly problems: string[] = []
  private readonly program: string
  private readonly commands: CommandTree

  constructor(program: string, commands: CommandTree) {
    this.program = program
    this.commands = commands
  }

  /** Takes the word at `i` and what belongs to it; returns where the next one stands. */
  take(argv: readonly Word[], i: number): number {
    const word = argv[i]!
    if (this.literal || !/^-./.test(word.text)) return this.takeArgument(word, i)
    if (word.text === '--') {
      this.literal = true
      return i + 1
    }
    return word.text.startsWith('--') ? this.takeLong(argv, i) : this.takeShort(argv, i)
  }

  end(): Read {
    const { path, args, values, problems } = this
    if (problems.length === 0) this.count()
    return { path, args, values, problems }
  }

  private get facts(): CommandFacts {
    return this.commands[this.path] ?? { options: [] }
  }

  private get name(): string {
    return `${this.program} ${this.path}`.trim()
  }

  private takeArgument(word: Word, i: number): number {
    const { subcommands = [], arguments: own = [] } = this.facts
    if (this.args.length === 0 && subcommands.includes(word.text)) this.enter(word.text)
    else if (this.args.length === 0 && subcommands.length > 0 && own.length === 0) {
      this.problems.push(`unknown command ${word.text} of ${this.name}`)
      this.literal = true
    } else {
      this.args.push(word)
      // What follows the name of a container or service is the command to run there.
      if (own.some((argument) => /COMMAND/.test(argument))) this.literal = true
    }
    return i + 1
  }

  private enter(name: string): void {
    this.path = `${this.path} ${name}`.trim()
    if (this.commands[this.path]) return
    this.problems.push(`${this.name} was not captured: run npm run capture again`)
    this.literal = true
  }

  private takeLong(argv: readonly Word[], i: number): number {
    const word = argv[i]!
    const [name = '', ...rest] = word.text.split('=')
    const option = this.optionOf(name)
    if (!option) {
      this.problems.push(`unknown option ${name} of ${this.name}`)
      return i + 1
    }
    if (rest.length > 0) {
      if (option.takes === 'nothing') this.problems.push(`${name} of ${this.name} takes no value`)
      this.give(option, { ...word, text: rest.join('=') })
      return i + 1
    }
    return this.takeValue(option, argv, i)
  }

  /** `-f`, `-it` or `-p8080`. */
  private takeShort(argv: readonly Word[], i: number): number {
    const word = argv[i]!
    for (let at = 1; at < word.text.length; at++) {
      const option = this.optionOf(`-${word.text[at]}`)
      if (!option) {
        this.problems.push(`unknown option -${word.text[at]} of ${this.name}`)
        return i + 1
      }
      const rest = word.text.slice(at + 1)
      if (option.takes === 'nothing') continue
      if (!rest) return this.takeValue(option, argv, i)
      this.give(option, { ...word, text: rest })
      return i + 1
    }
    return i + 1
  }

  private takeValue(option: Option, argv: readonly Word[], i: number): number {
    const next = argv[i + 1]
    if (option.takes === 'nothing') return i + 1
    const isValue = next !== undefined && (next.dynamic || !/^-\D/.test(next.text))
    if (!isValue) {
      if (option.takes === 'value') this.problems.push(`${option.name} of ${this.name} needs a value`)
      return i + 1
    }
    this.give(option, next)
    return i + 2
  }

  private give(option: Option, value: Word): void {
    this.values.set(option.name, value)
    const choices = this.facts.choices?.[option.name] ?? this.commands['']?.choices?.[option.name]
    if (choices && !value.dynamic && !choices.includes(value.text))
      this.problems.push(`${option.name} of ${this.name} takes ${choices.join(', ')}, not ${value.text}`)
  }

  /** An option of the command itself, or one of the program's that every command takes. */
  private optionOf(name: string): Option | undefined {
    const printed = [...this.facts.options, ...(this.commands[this.groupWithOwn()]?.options ?? []), ...(this.commands['']?.options ?? [])]
    const found = printed.find((option) => namesOf(option).includes(name))
    if (!found) return undefined
    return { name: namesOf(found).at(-1)!, takes: found.includes('<') ? 'value' : found.includes('[') ? 'perhaps' : 'nothing' }
  }

  /** The options of `docker compose` hold for all below it, those of `openclaw gateway` do not. */
  private groupWithOwn(): string {
    return this.program === 'docker' ? (this.path.split(' ')[0] ?? '') : this.path
  }

  private count(): void {
    const { arguments: own = [], subcommands = [] } = this.facts
    const missing = own.filter((argument) => argument.startsWith('<'))[this.args.length]
    if (missing) this.problems.push(`${this.name} needs ${missing}`)
    const isOpen = own.some((argument) => argument.includes('...'))
    if (!isOpen && this.args.length > own.length && subcommands.length === 0)
      this.problems.push(
        `${this.name} takes ${own.length === 0 ? 'no argument' : `at most ${own.length}`}, not ${this.args.map(({ text }) => text).join(' ')}`,
      )
  }
}

/** `-f, --follow` → both names, the long one last. */
const namesOf = (printed: string): string[] => [...printed.matchAll(/(?:^|, )(--?[A-Za-z0-9][\w-]*)/g)].map(([, name]) => name!)
