import { parameters, type Parameter, type ParameterName } from '../../flows/parameters.ts'
import type { Language } from '../../flows/flow.ts'

/** What the user filled in, by parameter name. */
export type Values = Readonly<Partial<Record<string, string>>>
/** A command cut into what stands and what is filled in. `filled` is false while the placeholder itself is shown. */
export type Piece = { text: string; parameter?: ParameterName; filled?: boolean }
export type Shell = 'posix' | 'powershell'

const placeholder = /<([A-Za-z]+)>/g
const isParameter = (name: string): name is ParameterName => Object.hasOwn(parameters, name)

/** The declared placeholders of a command, once each, in the order they stand. */
export const placeholdersIn = (text: string): string[] => [...new Set([...text.matchAll(placeholder)].map(([, name]) => name!))]

/** The value of a parameter, or `undefined` while it has none that its pattern accepts. */
export function valueOf(name: string, values: Values): string | undefined {
  const { pattern, fallback }: Parameter = isParameter(name) ? parameters[name] : { label: '', hint: '', pattern: /^$/ }
  const value = Object.hasOwn(values, name) ? values[name]?.trim() : undefined
  return value && pattern.test(value) ? value : fallback
}

/** The parameters of a command that still show as placeholders. */
export const missingIn = (text: string, values: Values): string[] =>
  placeholdersIn(text).filter((name) => valueOf(name, values) === undefined)

/**
 * Fills a command in. A value that the shell would not take literally is quoted together with the word it stands in;
 * a value that its pattern refuses is never put in. In a text that is no shell command values stand as they are.
 */
export function fill(text: string, values: Values, shell: Shell, language: Language = 'shell'): Piece[] {
  return text.split(/(\s+)/).flatMap((word) => {
    const pieces = piecesOf(word, values)
    const filled = pieces.map((piece) => piece.text).join('')
    const plain = language !== 'shell' || pieces.every((piece) => !piece.filled || isLiteral(piece.text, shell))
    return plain ? pieces : quoted(pieces, filled, shell)
  })
}

/** The filled command as one text: exactly what Copy writes. */
export const filledText = (text: string, values: Values, shell: Shell, language?: Language): string =>
  fill(text, values, shell, language)
    .map((piece) => piece.text)
    .join('')

function piecesOf(word: string, values: Values): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of word.matchAll(placeholder)) {
    const name = match[1]!
    if (!isParameter(name)) continue
    if (match.index > from) pieces.push({ text: word.slice(from, match.index) })
    const value = valueOf(name, values)
    pieces.push({ text: value ?? match[0], parameter: name, filled: value !== undefined })
    from = match.index + match[0].length
  }
  if (from < word.length) pieces.push({ text: word.slice(from) })
  return pieces
}

/** Characters no shell gives a meaning to. `~` is left to expand at the start of a POSIX word, `\` is PowerShell's path separator. */
const literal: Record<Shell, RegExp> = {
  posix: /^(~(?=\/|$))?[A-Za-z0-9_@%+=:,./-]*$/,
  powershell: /^[A-Za-z0-9_+=:./\\-]*$/,
}
const isLiteral = (value: string, shell: Shell) => literal[shell].test(value)

function quoted(pieces: Piece[], word: string, shell: Shell): Piece[] {
  const inner = (text: string) => (shell === 'posix' ? text.replaceAll("'", "'\\''") : text.replaceAll("'", "''"))
  const home = shell === 'posix' && word.startsWith('~/') ? '~/' : ''
  const rest = home ? dropStart(pieces, home.length) : pieces
  return [{ text: `${home}'` }, ...rest.map((piece) => ({ ...piece, text: inner(piece.text) })), { text: "'" }]
}

function dropStart(pieces: Piece[], length: number): Piece[] {
  const [first, ...rest] = pieces
  return first ? [{ ...first, text: first.text.slice(length) }, ...rest] : []
}
