import { memo } from 'react'
import type { Env, Family } from '../../flows/flow.ts'
import { answersAt, nodeOf, type Node } from '../engine/graph.ts'
import { firstNode } from '../engine/place.ts'
import { useAfterPaint } from './after-paint.ts'
import { kindNames } from './icons.tsx'
import { useHref, usePrerendered, useSession, useSite } from './session-context.tsx'

/** The whole flowchart as nested lists: every branch, each node once, later meetings as a link to it. */
export function Outline() {
  const { embedded } = useSite()
  const prerendered = usePrerendered()
  const family = useSession(({ context }) => context.family)
  const env = useSession(({ context }) => context.env)
  // It is long, and folded: what the reader looks at is drawn before it.
  const here = useAfterPaint(useSession(({ context }) => context.place?.node.id))
  // Every node has its page in its own frame; only the script, which needs no second page for it, adds the whole there.
  if (!family || (embedded && prerendered)) return null
  return (
    <details className="mt-8 border-t border-line pt-2" id="outline">
      <summary className="min-h-11 py-2 font-semibold text-ink2">The whole flowchart as text</summary>
      <Branches family={family} here={here} env={env} />
    </details>
  )
}

const Branches = memo(function Branches({ family, here, env }: { family: Family; here: string | undefined; env: Env }) {
  const href = useHref()
  const prerendered = usePrerendered()
  const first = nodeOf(family, firstNode(family))
  if (!first) return null

  const seen = new Set<string>()
  const branch = (node: Node) => {
    const again = seen.has(node.id)
    seen.add(node.id)
    const answers = again ? [] : prerendered ? node.answers : answersAt(family, node, env)
    return (
      <>
        <a className="link" href={href({ family: family.id, node: node.id })} aria-current={node.id === here ? 'step' : undefined}>
          {node.meta.title}
        </a>{' '}
        <span className="text-ink3">({again ? 'see above' : kindNames[node.meta.kind].toLowerCase()})</span>
        {answers.length > 0 && (
          <ol className="mt-1 space-y-1.5 border-l border-line pl-3 sm:pl-4">
            {answers.map((answer) => {
              const next = nodeOf(family, answer.to)
              return (
                <li key={`${answer.id}:${answer.to}`}>
                  <span className="text-ink2">{answer.label} → </span>
                  {next && branch(next)}
                </li>
              )
            })}
          </ol>
        )}
      </>
    )
  }
  return <div className="pb-4 text-sm">{branch(first)}</div>
})
