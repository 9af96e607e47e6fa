import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import type { Recognised } from '../recognise/read.ts'
import { useAnnounce } from './announcer.tsx'
import { useSite } from './session-context.tsx'

/** What was read: of a file or a long paste the text itself stays out of the page. */
export type PasteRead = { text: string; file?: string; recognised: Recognised }
type Props = {
  label: string
  /** What stood in the field before, when the reader comes back to it. */
  before?: { text: string; file?: string }
  onRead: (read: PasteRead) => void
  onClear: () => void
  /** Ctrl or ⌘ with Enter, or the button: the text was read by then. */
  onSubmit?: (read: PasteRead) => void
  submit?: string
  field?: RefObject<HTMLTextAreaElement | null>
  children?: ReactNode
}
type Busy = { done: number | undefined; shown: boolean; cancel: () => void }

/** A text longer than this is kept out of the field: a text area of many megabytes stops the page. */
const longestTyped = 60_000
const typingPause = 300
/** Characters turned into a file at once. */
const piece = 4 * 1024 * 1024
/** Work shorter than this shows no progress: it would only flicker. */
const briefly = 200

/** Takes a text by typing, pasting, dropping or opening a file, and reads it at once. Says what it does with long ones, and can be stopped. */
export function PasteField({ label, before, onRead, onClear, onSubmit, submit, field, children }: Props) {
  const { recognise } = useSite()
  const announce = useAnnounce()
  const id = useId()
  const own = useRef<HTMLTextAreaElement>(null)
  const area = field ?? own
  const [text, setText] = useState(before?.text ?? '')
  const [file, setFile] = useState(before?.file)
  const [busy, setBusy] = useState<Busy>()
  const [problem, setProblem] = useState<string>()
  const turn = useRef(0)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = useRef<() => void>(undefined)
  useEffect(
    () => () => {
      clearTimeout(pause.current)
      stop.current?.()
    },
    [],
  )

  const read = async (input: string | Blob, shown: { text: string; file?: string }) => {
    clearTimeout(pause.current)
    stop.current?.()
    const mine = ++turn.current
    const control = new AbortController()
    const cancel = () => control.abort()
    stop.current = cancel
    const show = setTimeout(() => setBusy((now) => now && { ...now, shown: true }), briefly)
    setProblem(undefined)
    setBusy({ done: 0, shown: false, cancel })
    try {
      const recognised = await recognise(input, {
        signal: control.signal,
        progress: (done) => mine === turn.current && setBusy((now) => now && { ...now, done }),
      })
      if (mine !== turn.current) return undefined
      const result = { ...shown, recognised }
      onRead(result)
      return result
    } catch {
      if (mine !== turn.current) return undefined
      if (control.signal.aborted) announce('Stopped.')
      else
        setProblem(
          typeof input === 'string'
            ? 'A part of the site did not load, so the text could not be read. Reload the page and paste it again.'
            : 'This file could not be read. If it is packed, unpack it (gunzip) and open it again.',
        )
      return undefined
    } finally {
      clearTimeout(show)
      if (mine === turn.current) setBusy(undefined)
    }
  }
  const clear = () => {
    turn.current++
    clearTimeout(pause.current)
    stop.current?.()
    setText('')
    setFile(undefined)
    setBusy(undefined)
    setProblem(undefined)
    onClear()
  }
  const type = (typed: string, at: 'once' | 'pause') => {
    setText(typed)
    setFile(undefined)
    clearTimeout(pause.current)
    if (typed.trim() === '') return clear()
    if (at === 'once') void read(typed, { text: typed })
    else pause.current = setTimeout(() => void read(typed, { text: typed }), typingPause)
    return undefined
  }
  const openFile = (opened: Blob, name: string) => {
    setText('')
    setFile(name)
    return read(opened, { text: '', file: name })
  }
  const take = async (taken: string) => {
    if (taken.length <= longestTyped) return type(taken, 'once')
    const mine = ++turn.current
    const blob = await blobOf(taken)
    return mine === turn.current ? openFile(blob, `Pasted text, ${sizeOf(blob.size)}`) : undefined
  }
  // What was typed or pasted while the script was on its way; only at first, before a render can overwrite it.
  const takeEarly = useEffectEvent(() => {
    const early = area.current?.value ?? ''
    if (early !== text) void take(early)
  })
  // oxlint-disable-next-line react/set-state-in-effect -- the field is what it synchronises with
  useLayoutEffect(() => takeEarly(), [])

  const paste = (event: ClipboardEvent) => {
    const [pasted] = event.clipboardData.files
    const taken = pasted ? '' : event.clipboardData.getData('text/plain')
    if (!pasted && taken.length <= longestTyped) return
    event.preventDefault()
    if (pasted) void openFile(pasted, nameOf(pasted))
    else void take(taken)
  }
  const drop = (event: DragEvent) => {
    const [dropped] = event.dataTransfer.files
    const taken = event.dataTransfer.getData('text/plain')
    if (!dropped && !taken) return
    event.preventDefault()
    if (dropped) void openFile(dropped, nameOf(dropped))
    else void take(taken)
  }
  const pasteByButton = async () => {
    try {
      await take(await navigator.clipboard.readText())
    } catch {
      area.current?.focus()
      setProblem('The browser does not let this page read the clipboard. Press Ctrl+V (or ⌘V, or hold the field and choose Paste).')
    }
  }
  const send = async () => {
    if (text.trim() === '' || !onSubmit) return area.current?.focus()
    const result = await read(text, { text })
    if (result) onSubmit(result)
    return undefined
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void send()
  }

  return (
    <div
      className="rounded-lg border border-strong bg-raised focus-within:border-accent"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <label htmlFor={id} className="block px-4 pt-3 font-semibold">
        {label}
      </label>
      {file === undefined ? (
        <textarea
          id={id}
          ref={area}
          value={text}
          onChange={(event) =>
            type(event.target.value, (event.nativeEvent as InputEvent).inputType === 'insertFromPaste' ? 'once' : 'pause')
          }
          onPaste={paste}
          onKeyDown={keys}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          placeholder="Gateway start blocked: …"
          className="block field-sizing-content max-h-[32rem] min-h-28 w-full resize-y bg-transparent px-4 py-2 font-mono text-base whitespace-pre-wrap outline-none wrap-anywhere placeholder:text-ink3 sm:text-sm"
        />
      ) : (
        <p id={id} className="px-4 py-4 font-mono text-sm wrap-anywhere">
          {file}
        </p>
      )}
      {busy?.shown && (
        <p className="flex flex-wrap items-center gap-3 px-4 pb-3 text-sm">
          <progress
            aria-label="Reading"
            className="h-2 min-w-40 flex-1 accent-accent"
            {...(busy.done !== undefined && { value: busy.done })}
          />
          <span className="tabular-nums">{busy.done === undefined ? 'Reading …' : `Reading, ${Math.round(busy.done * 100)} %`}</span>
          <button type="button" className="link min-h-11 cursor-pointer" onClick={busy.cancel}>
            Cancel
          </button>
        </p>
      )}
      {problem && (
        <p role="alert" className="mx-4 mb-3 border-l-4 border-warn bg-warnsoft px-3 py-2 text-sm">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-sm">
        <span className="mr-auto text-ink2">Nothing you paste leaves this page.</span>
        {(text !== '' || file !== undefined) && (
          <button type="button" className="link min-h-11 cursor-pointer" onClick={clear}>
            Clear
          </button>
        )}
        <button type="button" className="link min-h-11 cursor-pointer" onClick={() => void pasteByButton()}>
          Paste
        </button>
        <label className="link relative inline-flex min-h-11 cursor-pointer items-center">
          Open a log file
          <input
            type="file"
            accept=".log,.txt,.json,.jsonl,.gz,text/*"
            className="absolute inset-0 w-full cursor-pointer opacity-0"
            onChange={(event) => {
              const [opened] = event.target.files ?? []
              if (opened) void openFile(opened, nameOf(opened))
              event.target.value = ''
            }}
          />
        </label>
        {submit && (
          <button
            type="button"
            className="min-h-11 cursor-pointer rounded-md bg-accent px-5 font-semibold text-onaccent"
            onClick={() => void send()}
          >
            {submit}
          </button>
        )}
      </div>
      {children}
    </div>
  )
}

/** A long text as a file, made in pieces: all at once it would stop the page. */
async function blobOf(text: string): Promise<Blob> {
  const parts: Blob[] = []
  for (let at = 0; at < text.length; at += piece) {
    parts.push(new Blob([text.slice(at, at + piece)]))
    await new Promise((resume) => setTimeout(resume))
  }
  return new Blob(parts)
}

const nameOf = ({ name, size }: File) => `${name || 'Pasted file'}, ${sizeOf(size)}`

const sizeOf = (bytes: number) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
