import { useEffect, useRef, useState, type RefObject } from 'react'
import { copyKeys, copyText } from './copy.ts'
import { useAnnounce } from './announcer.tsx'
import { useSession, useSite } from './session-context.tsx'

type Props = {
  /** What is copied, to the letter. */
  text: string
  /** What it is, as it is announced: “Copied: …”. */
  what: string
  /** Placeholders the reader has to replace before running it. */
  missing?: readonly string[]
  /** The element that shows the text, selected when the browser refuses to copy. */
  shown?: RefObject<HTMLElement | null>
  label?: string
  disabled?: boolean
  className?: string
}

/** Copies, and says so only when it happened. */
export function CopyButton({ text, what, missing, shown, label = 'Copy', disabled = false, className = '' }: Props) {
  const announce = useAnnounce()
  const { copied } = useSite()
  const os = useSession(({ context }) => context.env.os)
  const [feedback, setFeedback] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const copy = async () => {
    const done = await copyText(text, shown?.current ?? null)
    if (done === 'copied') copied(what)
    const keys = copyKeys(os)
    const replace = (missing ?? []).map((name) => `<${name}>`).join(', ')
    setFeedback(done === 'selected' ? `Press ${keys}` : replace ? `Copied, replace ${replace}` : 'Copied')
    if (done === 'selected') announce(`The browser refused to copy. The text is selected: press ${keys}.`)
    else announce(replace ? `Copied: ${what}. Replace ${replace} before you run it.` : `Copied: ${what}`)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setFeedback(undefined), replace || done === 'selected' ? 5000 : 2000)
  }

  return (
    <button
      type="button"
      onClick={() => void copy()}
      disabled={disabled}
      aria-label={feedback ? undefined : `${label}: ${what}`}
      className={`screen-only needs-script cursor-pointer rounded-sm font-semibold disabled:cursor-not-allowed disabled:opacity-50 ${className}`}
    >
      {feedback ?? label}
    </button>
  )
}
