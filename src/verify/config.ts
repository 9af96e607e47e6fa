import type { Word } from './command-line.ts'
import type { KeyFacts, ReleaseFacts } from './facts.ts'

type Config = ReleaseFacts['config']

/** What is wrong with `config get|set|unset` in a release, beyond its options. */
export function configProblems(config: Config, action: string, [path, value]: readonly Word[]): string[] {
  if (!path || path.dynamic) return []
  const facts = keyFacts(config, path.text)
  if (!facts) return [`unknown config key ${path.text}`]
  if (action !== 'set' || !value || value.dynamic) return []
  const problem = valueProblem(facts, value.text)
  return problem ? [`${path.text} ${problem}, not ${value.text}`] : []
}

/** A key as it is typed, `list[0].name` or `list.0.name`, in the captured keys. */
export function keyFacts(config: Config, path: string): KeyFacts | undefined {
  let keys = ['']
  for (const part of path.replaceAll(/\[(\d+)\]/g, '.$1').split('.')) {
    const forms = (key: string) => [key ? `${key}.${part}` : part, key ? `${key}.*` : '*', ...(/^\d+$/.test(part) ? [`${key}[]`] : [])]
    keys = keys.flatMap(forms).filter((key) => Object.hasOwn(config, key))
  }
  return keys[0] === undefined ? undefined : config[keys[0]]
}

/** Why a key does not take a value; the program reads it as JSON5 when it can, else as text. */
export function valueProblem({ type, values, min, max }: KeyFacts, text: string): string | undefined {
  const value = parsed(text)
  if (values && !values.includes(value)) return `takes ${values.join(', ')}`
  const kind = Array.isArray(value) ? 'array' : typeof value
  const fits = type.includes(kind) || (kind === 'number' && type.includes('integer') && Number.isInteger(value))
  if (!fits) return `takes ${type.join(' or ')}`
  if (typeof value === 'number' && ((min !== undefined && value < min) || (max !== undefined && value > max)))
    return `takes ${min ?? '…'} to ${max ?? '…'}`
  return undefined
}

function parsed(text: string): string | number | boolean {
  try {
    return JSON.parse(text) as string | number | boolean
  } catch {
    return text
  }
}
