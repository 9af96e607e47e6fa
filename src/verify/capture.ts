import { families } from '../chart/families.ts'
import { nodesOf } from '../engine/graph.ts'
import type { ReleaseFacts } from './facts.ts'
import { readHelp } from './help.ts'
import type { Installed } from './install.ts'
import { withProgram, type Program } from './program.ts'
import { keysOf } from './schema.ts'
import { holds, readShipped } from './shipped.ts'
import { typedIn } from './typed.ts'
import { startedBy } from './unwrap.ts'
import { walkHelp } from './walk-help.ts'

/** The groups of OpenClaw's commands that gateway work is done with. Of the other groups the commands that the families type are captured. */
const gatewayWork = new Set(
  'backup channels config dashboard devices doctor gateway health logs node pairing qr reset secrets security status tui update'.split(' '),
)
/** Sections of the config that gateway work touches; of the others, the keys that the families name. */
const gatewaySections = /^(gateway|discovery|secrets)(\.|$)/

/** Captures what a release knows: see `ReleaseFacts`. Says on standard error what it is doing. */
export async function captureRelease(release: string, installed: Installed): Promise<ReleaseFacts> {
  const say = (text: string) => process.stderr.write(`${text}\n`)
  const typed = typedWords('openclaw')
  return withProgram(installed, async (program) => {
    say(`Asking OpenClaw ${release} for the help of its commands …`)
    const ask = async (path: readonly string[]) => readHelp(await program.say([...path, '--help']))
    const commands = await walkHelp(ask, gatewayWork, typed)
    say('Reading the schema of its config …')
    const { schema, how } = await schemaOf(program, commands['config']?.subcommands?.includes('schema') ?? false)
    say('Reading its code …')
    const shipped = await readShipped(installed.root)
    const port = /DEFAULT_GATEWAY_PORT = (\d+)/.exec(shipped.text)?.[1]
    if (!port) throw new Error(`The code of ${release} names no DEFAULT_GATEWAY_PORT.`)
    const facts: ReleaseFacts = {
      release,
      captured: {
        commands: 'openclaw … --help',
        config: how,
        defaultPort: 'DEFAULT_GATEWAY_PORT in the shipped code',
        environment: 'OPENCLAW_GATEWAY_… and the variables that flows/ names, if the shipped code has them',
        signatures: 'the signatures of flows/ whose fixed parts stand in the shipped code, letters and digits compared',
      },
      defaultPort: Number(port),
      commands,
      config: keysOf(schema, isWantedKey(namedKeys(typed))),
      environment: variablesIn(shipped.text),
      signatures: signatures().filter((signature) => holds(shipped, signature)),
    }
    say(
      `${Object.keys(facts.commands).length} commands, ${Object.keys(facts.config).length} config keys, ${facts.signatures.length} of ${signatures().length} signatures.`,
    )
    return facts
  })
}

/** The words that the families type behind the name of a program. */
export const typedWords = (program: string): string[][] =>
  families.flatMap((family) =>
    [...typedIn(family)]
      .filter(({ language }) => language === 'shell')
      .flatMap(({ filled, shell }) => startedBy(filled, shell))
      .filter((started) => started.program === program)
      .map(({ args }) => args.map(({ text }) => text)),
  )

async function schemaOf(program: Program, hasCommand: boolean): Promise<{ schema: object; how: string }> {
  if (hasCommand) return { schema: json(await program.say(['config', 'schema'])) as object, how: 'openclaw config schema' }
  const asked = await program.withGateway(async () => {
    for (let tries = 0; ; tries++) {
      const said = await program.say(['gateway', 'call', 'config.schema', '--json', '--timeout', '20000'])
      if (said.includes('"properties"')) return json(said) as { schema?: object }
      if (tries === 20) throw new Error(`The gateway did not give its schema:\n${said.slice(0, 500)}`)
      await new Promise((resolve) => setTimeout(resolve, 2000))
    }
  })
  return { schema: asked.schema ?? asked, how: 'openclaw gateway call config.schema --json, of a running gateway' }
}

/** The JSON in what a command printed: a banner may stand before it. */
const json = (said: string): unknown => JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1))

/** The config keys that the families get, set or unset. */
const namedKeys = (typed: readonly (readonly string[])[]): string[] =>
  typed.flatMap(([group, action = '', key]) => (group === 'config' && key && /^(get|set|unset)$/.test(action) ? [key] : []))

const isWantedKey = (named: readonly string[]) => (key: string) =>
  gatewaySections.test(key) || named.some((name) => name === key || name.startsWith(`${key}.`))

function variablesIn(text: string): string[] {
  const named = new Set(
    families.flatMap((family) => JSON.stringify([...typedIn(family)].map(({ text: typed }) => typed)).match(/OPENCLAW_[A-Z0-9_]+/g) ?? []),
  )
  const known = new Set(text.match(/OPENCLAW_[A-Z0-9_]*[A-Z0-9]/g))
  return [...known].filter((name) => named.has(name) || name.startsWith('OPENCLAW_GATEWAY_')).toSorted()
}

/** The texts that point at a node, each once. */
const signatures = (): string[] =>
  [...new Set(families.flatMap((family) => nodesOf(family).flatMap(({ meta }) => meta.signatures ?? [])))].toSorted()
