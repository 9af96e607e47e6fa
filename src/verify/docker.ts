import type { Word } from './command-line.ts'
import type { DockerFacts } from './facts.ts'
import { officialServices } from './services.ts'
import { readArgv, type Read } from './surface.ts'
import { startedByCall, word, type Started } from './unwrap.ts'

/** A docker command line as it was read, and the programs it starts in a container. */
export type Docker = { problems: readonly string[]; started: readonly Started[] }

/** Commands of Compose whose arguments are all services, and those whose first one is. */
const allServices = new Set('images logs ps pull restart rm start stop up'.split(' '))
const firstService = new Set('exec port run'.split(' '))

/** Reads the words behind `docker`. */
export function readDocker({ commands }: DockerFacts, argv: readonly Word[]): Docker {
  const read = readArgv('docker', commands, argv)
  const problems = [...read.problems]
  const [first = '', second = ''] = read.path.split(' ')
  if (first === 'compose')
    for (const service of servicesIn(second, read.args))
      if (!officialServices.includes(service))
        problems.push(`unknown Compose service ${service}: the official ones are ${officialServices.join(' and ')}`)
  return { problems, started: startedIn(read) }
}

function servicesIn(command: string, args: readonly Word[]): string[] {
  const named = allServices.has(command) ? args : firstService.has(command) ? args.slice(0, 1) : []
  const copied = command === 'cp' ? args.flatMap(({ text }) => /^([\w-]+):/.exec(text)?.[1] ?? []) : []
  return [...named.filter(({ dynamic }) => !dynamic).map(({ text }) => text), ...copied]
}

/** The command in a container. Its image starts the gateway; the service openclaw-cli starts OpenClaw's command line. */
function startedIn({ path, args, values }: Read): Started[] {
  if (!/(^|compose )(exec|run)$/.test(path)) return []
  const [place, ...command] = args
  const entrypoint = values.get('--entrypoint')
  const own = entrypoint
    ? [entrypoint, ...command]
    : path === 'compose run' && place?.text === 'openclaw-cli'
      ? [word('node'), word('dist/index.js'), ...command]
      : command
  return startedByCall(own, 'posix', true)
}
