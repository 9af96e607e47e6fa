import type { CommandFacts } from './facts.ts'

/** Asks for the help of a command: `[]` is the program itself. */
export type AskHelp = (path: readonly string[]) => Promise<CommandFacts>

/**
 * Walks a command tree: the program itself, the groups named in `whole` with all below them, and of the others what stands on the way to
 * something that is `typed`. Level by level, two questions side by side.
 */
export async function walkHelp(
  ask: AskHelp,
  whole: ReadonlySet<string>,
  typed: readonly (readonly string[])[],
): Promise<Record<string, CommandFacts>> {
  const isWanted = (path: readonly string[]) =>
    whole.has(path[0] ?? '') || typed.some((words) => path.every((name, i) => words[i] === name))
  const found = new Map<string, CommandFacts>()
  for (let level: string[][] = [[]]; level.length > 0;) {
    const below: string[][] = []
    const waiting = [...level]
    const worker = async () => {
      for (let path = waiting.shift(); path; path = waiting.shift()) {
        const here = path
        const facts = await ask(here)
        found.set(here.join(' '), facts)
        process.stderr.write(`  ${found.size} commands read, ${waiting.length + below.length} to go: ${here.join(' ')}\n`)
        below.push(
          ...(facts.subcommands ?? []).map((name) => [...here, name]).filter((child) => child.at(-1) !== 'help' && isWanted(child)),
        )
      }
    }
    await Promise.all([worker(), worker()])
    level = below
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
