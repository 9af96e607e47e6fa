import type { CommandFacts } from './facts.ts'

/** Reads what `openclaw … --help` prints. */
export function readHelp(help: string): CommandFacts {
  const options = [...entries(help, 'Options:')].filter(([printed]) => printed.startsWith('-'))
  const choices = options.flatMap(([printed, text]) => {
    const values = choicesIn(text)
    return values && /[<[]/.test(printed) ? [[longName(printed), values] as const] : []
  })
  const usage = /^Usage:([\s\S]*?)(?:\n\s*\n|$)/m.exec(help)?.[1]?.replace(/\s+/g, ' ') ?? ''
  const own = [...usage.matchAll(/[<[][\w.-]+[>\]]/g)]
    .map(([argument]) => argument)
    .filter((argument) => !/^\[(options|command)\]$/.test(argument))
  const subcommands = [...entries(help, 'Commands:')]
    .map(([printed]) => printed.split(/[ |]/)[0]!)
    .filter((name) => /^[a-z][a-z0-9-]*$/.test(name))
  return {
    options: options.map(([printed]) => printed).toSorted(byName),
    ...(choices.length > 0 && { choices: Object.fromEntries(choices.toSorted(([a], [b]) => (a < b ? -1 : 1))) }),
    ...(own.length > 0 && { arguments: own }),
    ...(subcommands.length > 0 && { subcommands: subcommands.toSorted() }),
  }
}

/** Reads what `docker … --help` prints. Arguments in capitals are the words of its usage line. */
export function readDockerHelp(help: string): CommandFacts {
  const options = [...help.matchAll(/^ +((?:-\w, )?--[\w-]+)(?: (\S+(?: \S+)*))?(?=\s{2,}|$)/gm)].map(([, names, value]) =>
    // `-T, --no-TTY docker compose exec` is a slip of Compose: the option takes nothing.
    value && !value.includes(' ') ? `${names} <${value}>` : names!,
  )
  const usage = /^Usage:\s+docker\s+(.*)$/m.exec(help)?.[1] ?? ''
  const own = usage
    .split(/\s+/)
    .filter((word) => /[A-Z]{2}/.test(word) && !/OPTIONS/.test(word))
    .map((word) => (word.startsWith('[') ? word : `<${word}>`))
  const section = /^((?:[A-Z][\w ]* )?Commands:\n(?: .*\n|\n(?=[A-Z][\w ]*Commands:))+)+/gm
  const subcommands = [...help.matchAll(section)].flatMap(([text]) =>
    [...text.matchAll(/^ {2}([a-z][\w-]*)\*? /gm)].map(([, name]) => name!),
  )
  return {
    options: [...new Set(options)].toSorted(byName),
    ...(own.length > 0 && subcommands.length === 0 && { arguments: own }),
    ...(subcommands.length > 0 && { subcommands: [...new Set(subcommands)].toSorted() }),
  }
}

/** The two columns of a section: what is printed at the left, and the text beside it with its further lines. */
function* entries(help: string, heading: string): Generator<[string, string]> {
  const lines = help.split('\n')
  const from = lines.findIndex((line) => line.trim() === heading && !line.startsWith(' '))
  if (from < 0) return
  let entry: [string, string] | undefined
  for (const line of lines.slice(from + 1)) {
    if (line.trim() === '' || /^\S/.test(line)) break
    const found = /^ {2}(\S.*?)(?: {2,}(.*))?$/.exec(line)
    if (found) {
      if (entry) yield entry
      entry = [found[1]!.trim(), found[2] ?? '']
    } else if (entry) entry[1] += ` ${line.trim()}`
  }
  if (entry) yield entry
}

/** `("none"|"token")`, `(silent|fatal)` or `(choices: "a", "b")`. A list that says when the option holds is none of them: a colon follows. */
function choicesIn(text: string): string[] | undefined {
  const listed =
    /\(choices: ([^)]*)\)/.exec(text)?.[1]?.split(/,\s*/) ?? /\(("?[\w-]+"?(?:\s?\|\s?"?[\w-]+"?)+)\)(?!:)/.exec(text)?.[1]?.split('|')
  return listed?.map((value) => value.replaceAll('"', '').trim())
}

const longName = (printed: string) => /--[\w-]+/.exec(printed)?.[0] ?? printed
const byName = (a: string, b: string) => (longName(a) < longName(b) ? -1 : 1)
