import { useId, useState } from 'react'
import { redact } from '../engine/redact.ts'
import type { Paste } from '../session/paste.ts'
import { CopyButton } from './copy-button.tsx'
import { useSite } from './session-context.tsx'

/** A link longer than this is cut by some programs: of a long text only the deciding lines go into it. */
const longest = 1500

/** “Copy link to this error”: shows what the link would hold, with what is private taken out, before it can be copied. */
export default function ShareError({ paste }: { paste: Paste }) {
  const { linkTo } = useSite()
  const id = useId()
  const { text: suggested, hidden } = redact(shortened(paste))
  const [text, setText] = useState(suggested)
  const link = linkTo(`#error=${encodeURIComponent(text)}`)
  return (
    <div className="mt-3 rounded-md border border-line bg-raised p-4">
      <label htmlFor={id} className="font-semibold">
        What the link will hold
      </label>
      <p className="text-sm text-ink2">
        Whoever opens it comes to the same place. The text stands after the #, so it is not sent to any server. Change it as you like.
      </p>
      <textarea
        id={id}
        value={text}
        onChange={(event) => setText(event.target.value.slice(0, 2 * longest))}
        spellCheck={false}
        rows={4}
        className="mt-2 block w-full rounded-sm border border-strong bg-page p-2 font-mono text-base sm:text-sm"
      />
      {hidden.length > 0 && (
        <>
          <p className="mt-2 text-sm font-semibold">Taken out</p>
          <ul className="text-sm text-ink2">
            {hidden.map(({ what, hidden: secret }) => (
              <li key={`${what} ${secret}`} className="wrap-anywhere">
                {what}: <code>{masked(secret)}</code> is now <code>&lt;{what}&gt;</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-3 max-h-24 overflow-auto font-mono text-xs wrap-anywhere text-ink2">{link}</p>
      <CopyButton text={link} what="link to this error" label="Copy the link" className="mt-3 min-h-11 bg-accent px-4 text-onaccent" />
    </div>
  )
}

const masked = (secret: string) => (secret.length > 8 ? `${secret.slice(0, 3)}…${secret.slice(-2)}` : '…')

function shortened({ text, recognised: { matches, nearest } }: Paste): string {
  if (text !== '' && text.length <= longest) return text
  const lines = [...matches, ...nearest].map(({ excerpt }) => excerpt)
  return [...new Set(lines)].join('\n').slice(0, longest)
}
