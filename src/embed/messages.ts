/** The one key that tells our messages from all others; its value is the version of the protocol. */
export const envelope = 'openclawFlowchart'
export const protocol = 1

type Check<T> = (value: unknown) => value is T
const longest = 70_000
const text: Check<string> = (value): value is string => typeof value === 'string' && value.length <= longest
const amount: Check<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value)
const maybe: Check<string | undefined> = (value): value is string | undefined => value === undefined || text(value)
const texts: Check<Record<string, string> | undefined> = (value): value is Record<string, string> | undefined =>
  value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(text))

const place = { family: maybe, node: maybe }
const presentation = { theme: maybe, lang: maybe, install: maybe, os: maybe, release: maybe, view: maybe, params: texts }

/** What the frame tells the page around it. Nothing that was typed or pasted is among it. */
export const toHost = {
  ready: { protocol: amount, ...place },
  resize: { height: amount },
  navigate: { ...place, url: text, title: text },
  copy: { ...place, command: text },
  outcome: { ...place, result: text },
  error: { message: text },
}
/** What the page around tells the frame: how to look at first, a change of that, a place to open, to take the focus. */
export const toFrame = { init: presentation, set: presentation, open: { ...place, error: maybe }, focus: {} }

type Vocabulary = Record<string, Record<string, Check<unknown>>>
type Fields<Checks> = { [Name in keyof Checks]: Checks[Name] extends Check<infer Value> ? Value : never }
/** A field that may be missing need not be written. */
type Loose<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: T[K]
}
type MessageOf<Words> = { [Type in keyof Words]: { type: Type } & Loose<Fields<Words[Type]>> }[keyof Words]

export type ToHost = MessageOf<typeof toHost>
export type ToFrame = MessageOf<typeof toFrame>
/** Every message of the protocol, without its envelope. */
export type Message = ToHost | ToFrame

/** The message in `data`, if it is one of these words and whole; what else it holds is left out. */
export function readMessage<Words extends Vocabulary>(words: Words, data: unknown): MessageOf<Words> | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const given = data as Record<string, unknown>
  const { type } = given
  if (given[envelope] !== protocol || typeof type !== 'string' || !Object.hasOwn(words, type)) return undefined
  const checks = Object.entries(words[type] ?? {})
  if (!checks.every(([name, check]) => check(given[name]))) return undefined
  return Object.fromEntries([['type', type], ...checks.map(([name]) => [name, given[name]])]) as MessageOf<Words>
}

/** Puts a message into its envelope and sends it. */
export const post = (to: Window, message: Message, origin: string): void => to.postMessage({ [envelope]: protocol, ...message }, origin)
