import { use, useState } from 'react'
import { answersAt } from '../engine/graph.ts'
import { meaningsOf } from '../engine/output.ts'
import { placeAfter } from '../engine/place.ts'
import { EvidenceChips } from './evidence.tsx'
import { CloseIcon } from './icons.tsx'
import { useHref, useSession, useSite } from './session-context.tsx'

/** What the pasted text says at this place: what was taken from it, and at a check the answer that it already shows. */
export default function FromPaste() {
  const href = useHref()
  const paste = useSession(({ context }) => context.paste)
  if (!paste) return null
  const several = paste.recognised.matches.length > 1
  return (
    <>
      <EvidenceChips />
      {several && (
        <p className="screen-only mt-1 text-sm">
          <a className="link inline-flex min-h-11 items-center" href={href({})}>
            What else was found in your paste
          </a>
        </p>
      )}
      <KnownAnswer />
    </>
  )
}

/** A check that the paste has answered: the line that decides it, and the way on. */
function KnownAnswer() {
  const { loadTable } = useSite()
  const { seen } = use(loadTable())
  const href = useHref()
  const family = useSession(({ context }) => context.family)
  const place = useSession(({ context }) => context.place)
  const env = useSession(({ context }) => context.env)
  const sample = useSession(({ context }) => context.paste?.recognised.sample ?? '')
  const [dropped, setDropped] = useState(false)
  if (!family || !place || dropped || !place.possible || place.node.meta.kind !== 'check') return null
  const { node } = place
  const possible = answersAt(family, node, env)
  const texts = seen[family.id]?.[node.id] ?? []
  const [meaning, ...others] = meaningsOf(sample, node.answers, texts).filter(({ answer }) => possible.includes(answer))
  if (!meaning || others.some(({ answer }) => answer.id !== meaning.answer.id)) return null
  const next = placeAfter(family, env, place, meaning.answer.id)
  return (
    <section
      aria-label="From your paste"
      className="screen-only mt-4 flex items-start gap-2 rounded-md border border-accent bg-accentsoft p-4"
    >
      <div className="min-w-0 flex-1">
        <p className="font-semibold">Your paste answers this already: {meaning.answer.label}</p>
        <p className="mt-1 font-mono text-[0.8125rem] wrap-anywhere">{meaning.excerpt}</p>
        <p>
          <a
            className="link inline-flex min-h-11 items-center font-semibold"
            href={href({ family: family.id, node: next.node.id, answers: next.answers })}
          >
            Go on with this answer
          </a>
        </p>
      </div>
      <button
        type="button"
        aria-label="Remove this answer"
        onClick={() => setDropped(true)}
        className="flex size-8 cursor-pointer items-center justify-center text-ink2 hover:text-ink pointer-coarse:size-11"
      >
        <CloseIcon />
      </button>
    </section>
  )
}
