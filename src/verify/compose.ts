import Ajv from 'ajv'
import { parse } from 'yaml'
import { word, type Started } from './unwrap.ts'
import { startedByCall } from './unwrap.ts'
import { officialServices } from './services.ts'
import composeSpec from './compose-spec/compose-spec.json' with { type: 'json' }

type File = { services?: Record<string, Service | null> }
type Service = { command?: unknown; healthcheck?: { test?: unknown } }

const { $schema: _, ...schema } = composeSpec
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema)
const topLevel = new Set(Object.keys(composeSpec.properties))

/** What is wrong with a snippet of a Compose file, and the programs it starts in containers. A part of one service is read as openclaw-gateway's. */
export function readCompose(text: string): { problems: readonly string[]; started: readonly Started[] } {
  let content: unknown
  try {
    content = parse(text)
  } catch (error) {
    return { problems: [`not YAML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`], started: [] }
  }
  if (typeof content !== 'object' || content === null) return { problems: ['not a part of a Compose file'], started: [] }
  const isWhole = Object.keys(content).every((key) => topLevel.has(key))
  const file = (isWhole ? content : { services: { [officialServices[0]!]: content } }) as File
  const services = Object.entries(file.services ?? {})
  const unknown = services.filter(([name]) => !officialServices.includes(name)).map(([name]) => `unknown Compose service ${name}`)
  const wrong = validate(file)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `Compose schema: ${instancePath || '/'} ${message}`)
  return { problems: [...unknown, ...wrong.slice(0, 3)], started: services.flatMap(([, service]) => startedByService(service ?? {})) }
}

const startedByService = ({ command, healthcheck }: Service): Started[] =>
  [command, healthcheck?.test].flatMap((list) => {
    if (!Array.isArray(list)) return []
    const words = (list as unknown[]).map((each) => word(String(each)))
    return startedByCall(words[0]?.text === 'CMD' ? words.slice(1) : words, 'posix', true)
  })
