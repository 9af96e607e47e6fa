import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react'
import { onlyPlace } from '../session/paste.ts'
import { EvidenceChips } from './evidence.tsx'
import { Findings } from './findings.tsx'
import { PasteField, type PasteRead } from './paste-field.tsx'
import { useAnnounce } from './announcer.tsx'
import { useSession, useSite } from './session-context.tsx'

const ShareError = lazy(() => import('./share-error.tsx'))

/** The way in for whoever has an error text: paste it, and see where it leads. */
export function PasteBox({ takeFocus = false }: { takeFocus?: boolean }) {
  const { session, loadTable } = useSite()
  const announce = useAnnounce()
  const paste = useSession(({ context }) => context.paste)
  const [sharing, setSharing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // The matcher comes while the reader looks for his text.
    void loadTable().catch(() => {})
    if (takeFocus && window.matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true })
  }, [loadTable, takeFocus])
  useSlashKey(field)

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
      <SlashKey />
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

/** The key / goes to the field, from anywhere but another field. */
function useSlashKey(field: RefObject<HTMLTextAreaElement | null>) {
  const on = useSession(({ context }) => context.slashKey)
  useEffect(() => {
    if (!on) return undefined
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [field, on])
}

function SlashKey() {
  const { session } = useSite()
  const on = useSession(({ context }) => context.slashKey)
  return (
    <p className="screen-only mt-1 text-xs text-ink2 pointer-coarse:hidden">
      {on && (
        <>
          Press <kbd className="rounded-sm border border-strong px-1 font-mono">/</kbd> to get here.{' '}
        </>
      )}
      <button type="button" className="link min-h-6 cursor-pointer" onClick={() => session.send({ type: 'SET_SLASH_KEY', on: !on })}>
        {on ? 'Turn this key off' : 'Let the / key lead here'}
      </button>
    </p>
  )
}
