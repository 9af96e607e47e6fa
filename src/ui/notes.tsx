import type { Correction } from '../../flows/flow.ts'
import { sourceOf } from '../engine/source.ts'
import { Inline } from './prose.tsx'
import { useSite } from './session-context.tsx'

/** What the guide says where it is wrong, folded away: never beside the right form. */
export function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null
  return (
    <details className="mt-8 border-t border-line pt-2">
      <summary className="min-h-11 py-2 font-semibold text-ink2">What the guide says here, and why it is different</summary>
      <dl className="space-y-3 pb-2">
        {corrections.map(({ guide, why }) => (
          <div key={guide}>
            <dt className="font-mono text-sm wrap-anywhere text-ink2 line-through decoration-ink3">{guide}</dt>
            <dd className="mt-0.5 max-w-prose">
              <Inline text={why} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

export function Sources({ sources }: { sources: readonly string[] }) {
  const { embedded } = useSite()
  if (sources.length === 0) return null
  return (
    <p className="mt-4 text-sm text-ink3">
      Sources:{' '}
      {sources.map(sourceOf).map(({ label, url }, i) => (
        <span key={label}>
          {i > 0 && ' · '}
          {url ? (
            <a className="link" href={url} rel="noopener" {...(embedded && { target: '_blank' })}>
              {label}
            </a>
          ) : (
            label
          )}
        </span>
      ))}
    </p>
  )
}
