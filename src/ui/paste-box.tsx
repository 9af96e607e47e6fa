import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { onlyPlace } from '../session/paste.ts'
import { EvidenceChips } from './evidence.tsx'
import { Findings } from './findings.tsx'
import { PasteField, type PasteRead } from './paste-field.tsx'
import { useAnnounce } from './announcer.tsx'
import { useSession, useSite } from './session-context.tsx'

const ShareError = lazy(() => import('./share-error.tsx'))

/** The way in for whoever has an error text: paste it, and see where it leads. */
export function PasteBox() {
  const { session, loadTable } = useSite()
  const announce = useAnnounce()
  const paste = useSession(({ context }) => context.paste)
  const [sharing, setSharing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // The matcher comes while the reader looks for his text.
    void loadTable().catch(() => {})
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true })
  }, [loadTable])

  const found = ({ text, file, recognised }: PasteRead) => {
    session.send({ type: 'FOUND', text, ...(file && { file }), recognised })
    setSharing(false)
    const { matches } = recognised
    announce(matches.length === 0 ? 'Not recognised.' : `${matches.length === 1 ? 'One place' : `${matches.length} places`} found.`)
  }
  const open = ({ recognised }: PasteRead) => {
    const only = onlyPlace(recognised.matches)
    if (only)
      session.send({ type: 'GO', address: { family: only.family, node: only.node, answers: {}, env: {}, unknown: [] }, move: 'push' })
    else document.getElementById('findings')?.focus()
  }

  return (
    <div>
      <PasteField
        label="Paste the error or the log around it"
        field={field}
        {...(paste && { before: { text: paste.text, ...(paste.file && { file: paste.file }) } })}
        onRead={found}
        onClear={() => session.send({ type: 'CLEAR_PASTE' })}
        onSubmit={open}
        submit="Find the fix"
      />
      {paste && (
        <>
          <EvidenceChips />
          <Suspense>
            <Findings paste={paste} />
          </Suspense>
          <p className="screen-only mt-3">
            <button type="button" className="link min-h-11 cursor-pointer" aria-expanded={sharing} onClick={() => setSharing(!sharing)}>
              Copy link to this error
            </button>
          </p>
          {sharing && (
            <Suspense>
              <ShareError key={paste.text} paste={paste} />
            </Suspense>
          )}
        </>
      )}
    </div>
  )
}
