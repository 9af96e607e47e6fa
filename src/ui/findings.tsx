import { use } from 'react'
import type { Match } from '../engine/rank.ts'
import type { Paste } from '../session/paste.ts'
import { useDeferred } from './deferred.ts'
import { ArrowIcon } from './icons.tsx'
import { Inline } from './prose.tsx'
import { useHref, useSite } from './session-context.tsx'

const sureness: Record<Match['confidence'], string> = { exact: 'exact text', wording: 'same wording', similar: 'looks similar' }

/** What a text was found to say: the places in the order to fix them, each with the line that says so; or that nothing is known. */
export function Findings({ paste }: { paste: Paste }) {
  const table = use(useSite().loadTable())
  const families = useDeferred(useSite().summaries)
  const href = useHref()
  const { matches, nearest, stale, lines, skipped } = paste.recognised
  const sure = matches.some(({ confidence }) => confidence !== 'similar')
  const [title, ...more] = headingOf(matches, sure, stale.length > 0)
  const item = (match: Match, i: number) => (
    <Finding
      key={`${match.family}/${match.node}`}
      match={match}
      first={i === 0 && sure}
      family={families.find(({ id }) => id === match.family)?.title ?? match.family}
      title={table.titles[`${match.family}/${match.node}`] ?? match.node}
      href={href({ family: match.family, node: match.node })}
      lines={lines}
    />
  )
  return (
    <section aria-labelledby="findings" className="mt-6">
      <h2 id="findings" tabIndex={-1} className="text-2xl font-bold tracking-tight">
        {title}
      </h2>
      {more.map((text) => (
        <p key={text} className="mt-1 text-ink2">
          {text}
        </p>
      ))}
      {stale.length > 0 && (
        <ul className="mt-4 space-y-2">
          {stale.map(({ old, now, place }) => {
            const [family, node] = place.split('/')
            return (
              <li key={old} className="rounded-md border border-warn bg-warnsoft px-4 py-3">
                <p>
                  <s>
                    <code className="font-mono text-sm">{old}</code>
                  </s>{' '}
                  holds for no release. Instead: <Inline text={now} />
                </p>
                <a className="link inline-flex min-h-11 items-center" href={href({ family, node })}>
                  Where to use it<span className="sr-only"> instead of {old}</span>
                </a>
              </li>
            )
          })}
        </ul>
      )}
      {skipped > 0 && (
        <p role="note" className="mt-3 rounded-sm border-l-4 border-warn bg-warnsoft px-4 py-2">
          This is a long text: {skipped > 1 ? `its first ${Math.ceil(skipped / 1e6)} MB were` : 'its end was'} not read. Line numbers count
          from where reading began.
        </p>
      )}
      {matches.length > 0 && <ol className="mt-4 space-y-3">{matches.map(item)}</ol>}
      {matches.length === 0 && nearest.length > 0 && (
        <>
          <h3 className="mt-4 font-semibold">What comes nearest</h3>
          <ol className="mt-2 space-y-3">{nearest.map(item)}</ol>
        </>
      )}
      {!sure && (
        <p className="mt-4">
          <a className="link inline-flex min-h-11 items-center font-semibold" href={href({ family: 'triage' })}>
            Find it by a few questions instead
          </a>
        </p>
      )}
    </section>
  )
}

function headingOf(matches: readonly Match[], sure: boolean, stale: boolean): string[] {
  if (stale && !sure) return ['No release has this']
  if (matches.length === 0)
    return [
      'Not recognised',
      'No message of the gateway that we know stands in this text. Paste more of what stands around it, or answer a few questions.',
    ]
  if (!sure) return ['It looks like this', 'The wording differs from the messages we know: compare before you follow it.']
  const causes = matches.filter(({ symptom, confidence }) => !symptom && confidence !== 'similar').length
  if (causes > 1) return [`${causes} problems, in the order to fix them`, 'Often the first one causes the others.']
  return matches.length > 1 ? ['This is it', 'The rest of what the text says follows from the first.'] : ['This is it']
}

type FindingProps = { match: Match; first: boolean; family: string; title: string; href: string; lines: number }

function Finding({ match, first, family, title, href, lines }: FindingProps) {
  const { line, confidence, count } = match
  return (
    <li className={`rounded-md border p-4 ${first ? 'border-accent bg-accentsoft' : 'border-line bg-raised'}`}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h3 className="text-lg leading-snug font-bold">{family}</h3>
          <p>{title}</p>
          <p className="text-sm text-ink2">
            {lines > 1 && `line ${line.toLocaleString('en')}, `}
            {sureness[confidence]}
            {count > 1 && `, ${count.toLocaleString('en')} times`}
          </p>
        </div>
        <a
          href={href}
          aria-label={`Open: ${family}, ${title}`}
          className={
            first
              ? 'inline-flex min-h-12 items-center gap-3 rounded-md bg-accent px-5 font-semibold text-onaccent hover:underline'
              : 'inline-flex min-h-12 items-center gap-3 rounded-md border border-strong px-4 font-semibold hover:border-accent'
          }
        >
          Open
          <ArrowIcon />
        </a>
      </div>
      <p className="mt-2 font-mono text-[0.8125rem] wrap-anywhere">
        <Excerpt match={match} />
      </p>
    </li>
  )
}

/** The line as it was printed, with what was recognised marked. */
function Excerpt({ match: { excerpt, printed } }: { match: Match }) {
  const at = printed ? excerpt.indexOf(printed) : -1
  if (at < 0) return excerpt
  return (
    <>
      {excerpt.slice(0, at)}
      <mark className="rounded-sm bg-warnsoft text-ink ring-1 ring-warn">{printed}</mark>
      {excerpt.slice(at + printed.length)}
    </>
  )
}
