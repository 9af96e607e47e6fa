import type { Env } from '../../flows/flow.ts'
import { answersAt } from '../engine/graph.ts'
import { placeAfter } from '../engine/place.ts'
import { ArrowIcon } from './icons.tsx'
import { PerEnvironment } from './per-environment.tsx'
import { Inline } from './prose.tsx'
import { useHref, usePlaceIn, usePlaceLink, useSession } from './session-context.tsx'

/** What is asked at each kind of node. */
export const questions = { check: 'What does it show?', question: 'What fits?', fix: 'If it did not work', jump: 'Go on there', end: '' }

/** Where it goes on: each answer a whole row, a plain link to the next place. */
export function Answers() {
  const href = useHref()
  const linkTo = usePlaceLink()
  const family = useSession(({ context }) => context.family)
  const place = useSession(({ context }) => context.place)
  const placeIn = usePlaceIn()
  if (!family || !place) return null
  const { node } = place
  const heading = questions[node.meta.kind]

  if (node.meta.kind === 'end')
    return (
      <p className="screen-only mt-8 border-t border-line pt-6">
        <a className="link font-semibold" href={href({})}>
          Back to all errors
        </a>
      </p>
    )
  const rowsIn = (env: Env): Row[] => {
    if (node.meta.kind === 'jump') return [{ key: node.meta.to, label: linkTo(node.meta.to).label, to: linkTo(node.meta.to).href }]
    const from = placeIn(env) ?? place
    return answersAt(family, node, env).map(({ id, label, hint }) => {
      const next = placeAfter(family, env, from, id)
      return { key: id, label, hint, to: href({ family: family.id, node: next.node.id, answers: next.answers }) }
    })
  }

  return (
    <nav aria-labelledby="answers" className="screen-only mt-6">
      <h2 id="answers" className="font-semibold">
        {heading}
      </h2>
      <PerEnvironment of={rowsIn} titled>
        {(rows) => <Rows rows={rows} />}
      </PerEnvironment>
    </nav>
  )
}

type Row = { key: string; label: string; hint?: string | undefined; to: string }

const Rows = ({ rows }: { rows: readonly Row[] }) => (
  <ul className="mt-2 space-y-2">
    {rows.map(({ key, label, hint, to }) => (
      <li key={key}>
        <a
          href={to}
          data-answer={key}
          className="flex min-h-12 items-center justify-between gap-4 rounded-md border border-strong bg-page px-4 py-2.5 hover:border-accent hover:bg-accentsoft"
        >
          <span className="min-w-0 wrap-anywhere">
            <span className="block font-medium">
              <Inline text={label} />
            </span>
            {hint && (
              <span className="block text-sm text-ink2">
                <Inline text={hint} />
              </span>
            )}
          </span>
          <span className="text-ink3">
            <ArrowIcon />
          </span>
        </a>
      </li>
    ))}
  </ul>
)
