import { newest } from '../../flows/flow.ts'
import { CloseIcon } from './icons.tsx'
import { useSession, useSite } from './session-context.tsx'

/** What was taken from the pasted text, each piece removable: it set the environment or filled a value. */
export function EvidenceChips() {
  const { session } = useSite()
  const taken = useSession(({ context }) => context.paste?.taken)
  if (!taken || taken.length === 0) return null
  const unknown = taken.find(({ evidence }) => evidence.unknown)?.evidence
  return (
    <div className="screen-only mt-4">
      <p id="from-your-paste" className="text-sm font-semibold text-ink2">
        From your paste
      </p>
      <ul aria-labelledby="from-your-paste" className="mt-1 flex flex-wrap gap-2">
        {taken.map(({ evidence: { id, words } }) => (
          <li key={id} className="inline-flex max-w-full items-center rounded-full border border-strong bg-raised pl-3 text-sm">
            <span className="truncate">{words}</span>
            <button
              type="button"
              aria-label={`Remove: ${words}`}
              onClick={() => session.send({ type: 'DROP_EVIDENCE', id })}
              className="flex size-8 cursor-pointer items-center justify-center text-ink2 hover:text-ink pointer-coarse:size-11"
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
      {unknown && (
        <p role="note" className="mt-2 max-w-prose text-sm text-ink2">
          {unknown.words} was not measured here. Commands are those of {newest}, the newest that was.
        </p>
      )}
    </div>
  )
}
