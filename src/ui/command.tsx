import { useRef } from 'react'
import type { Commands, Env, Language, Where } from '../../flows/flow.ts'
import { fill, filledText, missingIn, type Piece, type Shell } from '../engine/fill.ts'
import { commandFor, type Command } from '../engine/step.ts'
import { CopyButton } from './copy-button.tsx'
import { useSession } from './session-context.tsx'

/** A text to type: where it goes in words, and which shell reads it. */
export type Shown = { text: string; place: string; language: Language; shell: Shell }

const languageNames: Partial<Record<Language, string>> = {
  nginx: 'in the nginx configuration',
  caddyfile: 'in the Caddyfile',
  json5: 'in openclaw.json',
  yaml: 'in docker-compose.yml',
}

/** Where a text goes, in the words of the reader's own setup. */
function placeName({ install, os }: Env, where: Where | undefined, language: Language): string {
  const file = languageNames[language]
  if (file) return file
  if (where === 'client') return 'on the other machine, the one that cannot connect'
  if (where === 'browser') return 'in your browser'
  if (where === 'chat') return 'in the chat'
  if (where === 'proxy') return 'on the proxy’s host'
  if (where === 'container') return 'in the container'
  const shell = os === 'windows' ? ', in PowerShell' : ''
  if (install === 'native') return `on the gateway host${shell}`
  return install === 'compose' ? `on the Docker host, in the folder of docker-compose.yml${shell}` : `on the Docker host${shell}`
}

/** What a command looks like in an environment: the texts, and the words for where they go. */
export function formOf(run: Commands, where: Where | undefined, env: Env): { command: Command; place: string } {
  const command = commandFor(run, env)
  return { command, place: placeName(env, where, command.language) }
}

/** The pieces of a text, parted at white space, which stands between the words as a word of its own. */
function wordsOf(pieces: readonly Piece[]): Piece[][] {
  const words: Piece[][] = []
  for (const piece of pieces.flatMap(splitAtSpace)) {
    const last = words.at(-1)
    const space = piece.text.trim() === ''
    if (last && !space && last[0]?.text.trim() !== '') last.push(piece)
    else words.push([piece])
  }
  return words
}

const splitAtSpace = (piece: Piece): Piece[] =>
  piece.parameter ? [piece] : piece.text.split(/(\s+)/).flatMap((text) => (text === '' ? [] : [{ text }]))

const plain = (word: readonly Piece[]): string => word.map((piece) => piece.text).join('')

/** A short word with a hyphen is kept in one piece: an option torn there reads as two. A longer one breaks where the line ends, also on a phone. */
const isKept = (word: readonly Piece[]): boolean => plain(word).length <= 28 && plain(word).includes('-')

/** What is drawn: words that need an element of their own, and between them the rest as one text. */
function runsOf(pieces: readonly Piece[]): (string | Piece[])[] {
  const runs: (string | Piece[])[] = []
  for (const word of wordsOf(pieces)) {
    const last = runs.at(-1)
    if (isKept(word) || word.some(({ parameter }) => parameter)) runs.push(word)
    else if (typeof last === 'string') runs[runs.length - 1] = last + plain(word)
    else runs.push(plain(word))
  }
  return runs
}

function PieceView({ piece }: { piece: Piece }) {
  if (!piece.parameter) return piece.text
  return (
    <span className={`font-semibold text-codeaccent ${piece.filled ? '' : 'underline decoration-dotted underline-offset-4'}`}>
      {piece.text}
    </span>
  )
}

/** One text to type: where, what, and a button that copies exactly that. */
export function CommandBlock({
  shown,
  what,
  locked = false,
  quiet = false,
}: {
  shown: Shown
  what: string
  locked?: boolean
  quiet?: boolean
}) {
  const values = useSession(({ context }) => context.values)
  const code = useRef<HTMLElement>(null)
  const { shell } = shown
  const lines = shown.text.split('\n')
  const filled = (text: string) => filledText(text, values, shell, shown.language)
  return (
    <div
      role="group"
      aria-label={what}
      className="keep-together mt-2 overflow-hidden rounded-md bg-code text-codeink ring-1 ring-codeline ring-inset print:ring-1"
    >
      <div className="flex items-center justify-between gap-3 pt-1.5 pr-1.5 pl-4">
        <span className="text-[0.8125rem] text-codeink2">{shown.place}</span>
        <CopyButton
          text={filled(shown.text)}
          what={what}
          missing={missingIn(shown.text, values)}
          shown={code}
          disabled={locked}
          className={`min-h-11 px-4 text-sm sm:min-h-9 ${quiet ? 'text-codeink hover:bg-codeline' : 'bg-codeline hover:bg-[#3a4557]'}`}
        />
      </div>
      <pre className="px-4 pt-1 pb-3 font-mono text-sm leading-6 wrap-anywhere whitespace-pre-wrap">
        <code ref={code} data-command>
          {runsOf(fill(shown.text, values, shell, shown.language)).map((run, i) =>
            typeof run === 'string' ? (
              run
            ) : (
              <span key={i} className={isKept(run) ? 'inline-block' : undefined}>
                {run.map((piece, j) => (
                  <PieceView key={j} piece={piece} />
                ))}
              </span>
            ),
          )}
        </code>
      </pre>
      {lines.length > 1 && shown.language === 'shell' && (
        <p className="screen-only flex flex-wrap items-center gap-1 border-t border-codeline px-3 py-1 text-[0.8125rem] text-codeink2">
          One line at a time:
          {lines.map((line, i) => (
            <CopyButton
              key={i}
              text={filled(line)}
              what={`${what}, line ${i + 1}`}
              missing={missingIn(line, values)}
              disabled={locked}
              label={`Line ${i + 1}`}
              className="min-h-8 px-2 text-codeink hover:bg-codeline max-sm:min-h-11"
            />
          ))}
        </p>
      )}
    </div>
  )
}
