import { installs, oses, releases, type Env } from '../../flows/flow.ts'
import type { Answers } from './walk.ts'

export const themes = ['auto', 'light', 'dark'] as const
export const views = ['both', 'steps', 'chart'] as const
export type Theme = (typeof themes)[number]
export type View = (typeof views)[number]

/** What an address says, unchecked against any family: path = identity, query = presentation, fragment = private. */
export type Address = {
  family?: string
  node?: string
  answers: Answers
  /** A text to look up. It is read once and never written: what people paste has no place in an address. */
  error?: string
  env: Partial<Env>
  theme?: Theme
  view?: View
  /** What stood there and means nothing, in words for the reader. */
  unknown: readonly string[]
}

/** The page for who writes docs. It stands where a family would. */
export const embeddingPage = 'embedding'
/** The folder of the pages that stand in frames. */
export const embedFolder = 'embed/'

/** Longer texts are cut: what matters of an error fits. */
const longestError = 65_536
/** Longer fragments are cut: some programs refuse the link. */
const longestFragment = 2000
const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Reads an address below the site's root. Never throws; what it does not understand is named in `unknown`. */
export function parseAddress(path: string, search: string, hash: string): Address {
  const unknown: string[] = []
  const [family, node, ...rest] = path.split('/').filter((part) => part !== '' && part !== 'index.html')
  const query = new URLSearchParams(search)
  const oneOf = <T extends string>(name: string, allowed: readonly T[], alias: Partial<Record<string, T>> = {}): T | undefined => {
    const given = query.get(name)
    if (given === null) return undefined
    const known = Object.hasOwn(alias, given) ? alias[given] : allowed.find((value) => value === given)
    if (!known) unknown.push(`${name}=${given.slice(0, 40)}`)
    return known
  }
  const install = oneOf('install', installs, { docker: 'compose' })
  const os = oneOf('os', oses)
  const release = oneOf('release', releases)
  const theme = oneOf('theme', themes)
  const view = oneOf('view', views)
  if (rest.length > 0) unknown.push(decoded(rest.join('/')))
  const error = errorIn(query, hash)
  return {
    ...(error ? { error, answers: {} } : { ...placeOf(family, node), answers: parseAnswers(hash) }),
    env: { ...(install && { install }), ...(os && { os }), ...(release && { release }) },
    ...(theme && { theme }),
    ...(view && { view }),
    unknown,
  }
}

const placeOf = (family?: string, node?: string) => ({ ...(family && { family: decoded(family) }), ...(node && { node: decoded(node) }) })

/** The address below the root, the inverse of `parseAddress`: sorted, without what is not set. */
export function formatAddress({ family, node, answers, env, theme, view }: Omit<Address, 'unknown' | 'error'>): string {
  const path = [family, node].filter((part) => part !== undefined).map((part) => `${encodeURIComponent(part)}/`)
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...env, theme, view })) if (value) query.set(name, value)
  query.sort()
  const search = query.size > 0 ? `?${query}` : ''
  return `${path.join('')}${search}${formatAnswers(answers)}`
}

/** `#error=` or `?error=`. A plus sign is a space only where nothing else is. */
function errorIn(query: URLSearchParams, hash: string): string | undefined {
  const [, encoded] = /^#error=(.*)$/s.exec(hash) ?? []
  const text = encoded === undefined ? query.get('error') : decoded(/\s|%20/.test(encoded) ? encoded : encoded.replaceAll('+', ' '))
  return text?.trim().slice(0, longestError) || undefined
}

function parseAnswers(hash: string): Answers {
  const [, list = ''] = /^#a=(.*)$/s.exec(hash.slice(0, longestFragment)) ?? []
  const pairs = list.split(',').map((pair) => pair.split(':'))
  return Object.fromEntries(
    pairs.flatMap(([node = '', answer = '', ...more]) => (id.test(node) && id.test(answer) && more.length === 0 ? [[node, answer]] : [])),
  )
}

function formatAnswers(answers: Answers): string {
  const pairs = Object.entries(answers).map(([node, answer]) => `${node}:${answer}`)
  while (pairs.join(',').length > longestFragment - '#a='.length) pairs.pop()
  return pairs.length > 0 ? `#a=${pairs.toSorted().join(',')}` : ''
}

/** Undoes percent encoding where it is valid, so that a broken link still shows as what it is. */
const decoded = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
