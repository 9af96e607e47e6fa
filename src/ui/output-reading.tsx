import { use, useState } from 'react'
import { answersAt } from '../engine/graph.ts'
import { meaningsOf, showsAll } from '../engine/output.ts'
import { placeAfter } from '../engine/place.ts'
import { expectationOf } from '../engine/step.ts'
import { ArrowIcon } from './icons.tsx'
import { PasteField, type PasteRead } from './paste-field.tsx'
import { Inline } from './prose.tsx'
import { useHref, useSession, useSite } from './session-context.tsx'

/** The field for what a command printed, and what it means here: the proof, an answer with the line that decides it, or another error. */
export default function OutputReading() {
  const [read, setRead] = useState<PasteRead>()
  return (
    <div className="mt-2">
      <PasteField label="What the command printed" onRead={setRead} onClear={() => setRead(undefined)} />
      {read && <Meaning read={read} />}
    </div>
  )
}

function Meaning({ read: { recognised } }: { read: PasteRead }) {
  const { session, loadTable } = useSite()
  const { seen, titles } = use(loadTable())
  const href = useHref()
  const family = useSession(({ context }) => context.family)
  const place = useSession(({ context }) => context.place)
  const env = useSession(({ context }) => context.env)
  if (!family || !place) return null
  const { node } = place
  const output = recognised.sample
  const verify = node.meta.kind === 'fix' ? expectationOf(node.meta.verify, env) : undefined
  const proven = verify !== undefined && !verify.empty && showsAll(output, verify.expect)
  const possible = answersAt(family, node, env)
  const meanings = meaningsOf(output, node.answers, seen[family.id]?.[node.id] ?? []).filter(({ answer }) => possible.includes(answer))
  const elsewhere = recognised.matches.filter(
    (match) => match.confidence !== 'similar' && !match.symptom && !(match.family === family.id && match.node === node.id),
  )

  return (
    <div role="status" className="mt-3 space-y-2">
      {proven && (
        <div className="rounded-md border-2 border-ok bg-oksoft p-4">
          <p className="font-semibold">This is the proof: it works.</p>
          <p className="mt-1 font-mono text-[0.8125rem] wrap-anywhere">{verify.expect.join(' … ')}</p>
          <button
            type="button"
            className="link min-h-11 cursor-pointer font-semibold"
            onClick={() => session.send({ type: 'WORKED', worked: true })}
          >
            It works now
          </button>
        </div>
      )}
      {meanings.map(({ answer, excerpt, line }, i) => {
        const next = placeAfter(family, env, place, answer.id)
        return (
          <Row
            key={answer.id}
            href={href({ family: family.id, node: next.node.id, answers: next.answers })}
            lead={i === 0 ? 'It means' : 'Or'}
            label={answer.label}
            why={`${recognised.lines > 1 ? `Line ${line}: ` : ''}${excerpt}`}
          />
        )
      })}
      {elsewhere.slice(0, 3).map((match) => (
        <Row
          key={`${match.family}/${match.node}`}
          href={href({ family: match.family, node: match.node })}
          lead={proven || meanings.length > 0 ? 'It also shows another error' : 'It shows another error'}
          label={titles[`${match.family}/${match.node}`] ?? match.node}
          why={match.excerpt}
        />
      ))}
      {!proven && meanings.length === 0 && elsewhere.length === 0 && (
        <p className="rounded-sm border-l-4 border-strong px-4 py-2">
          Nothing in it decides this step{verify ? ', and it is not the proof either' : ''}. Compare it with the answers yourself.
        </p>
      )}
    </div>
  )
}

function Row({ href, lead, label, why }: { href: string; lead: string; label: string; why: string }) {
  return (
    <a
      href={href}
      className="flex min-h-12 items-center justify-between gap-4 rounded-md border border-accent bg-accentsoft px-4 py-2.5 hover:underline"
    >
      <span className="min-w-0">
        <span className="text-sm text-ink2">{lead}: </span>
        <span className="font-semibold">
          <Inline text={label} />
        </span>
        <span className="block font-mono text-[0.8125rem] wrap-anywhere">{why}</span>
      </span>
      <ArrowIcon />
    </a>
  )
}
