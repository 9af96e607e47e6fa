import { Fragment, lazy, Suspense } from 'react'
import { firstNode } from '../engine/place.ts'
import { familyMeta } from '../engine/graph.ts'
import { Boundary } from './boundary.tsx'
import { Answers } from './answers.tsx'
import { AskInstall } from './ask-install.tsx'
import { Impossible } from './impossible.tsx'
import { kindColors, KindIcon, kindNames } from './icons.tsx'
import { Messages } from './messages.tsx'
import { Corrections, Sources } from './notes.tsx'
import { Outcome } from './outcome.tsx'
import { Outline } from './outline.tsx'
import { PasteOutput } from './paste-output.tsx'
import { PerEnvironment } from './per-environment.tsx'
import { ProofNote } from './proof.tsx'
import { Prose } from './prose.tsx'
import { useHref, usePlaceIn, useSession, useSite } from './session-context.tsx'
import { AfterStep, StepFirst } from './step-first.tsx'
import { Steps } from './steps.tsx'
import { Trail } from './trail.tsx'
import { VerifyBlock } from './verify.tsx'

const FromPaste = lazy(() => import('./from-paste.tsx'))

/** The reading column: how the reader got here, what this node says, what to do, where it leads. */
export function Panel() {
  const href = useHref()
  const { embedded } = useSite()
  const family = useSession(({ context }) => context.family)
  const place = useSession(({ context }) => context.place)
  const notices = useSession(({ context }) => context.notices)
  const placeIn = usePlaceIn()
  const pasted = useSession(({ context }) => context.paste !== undefined)
  if (!family || !place) return null
  const { title, summary } = familyMeta(family)
  const { node } = place
  const { meta } = node
  // Where there is nothing to do but to answer, the answers are the step.
  const Below = meta.kind === 'fix' ? AfterStep : Fragment
  const top = node.id === firstNode(family) && place.trail.length === 0

  return (
    <article
      className={`text-part min-w-0 px-4 ${embedded ? 'pt-4 pb-6 sm:px-6' : 'pt-6 pb-28 sm:px-8 wide:pb-16'}`}
      aria-labelledby="heading"
    >
      {/* A new place starts afresh; the outline is the same everywhere. */}
      <StepFirst place={node.id}>
        <Fragment key={node.id}>
          <nav aria-label="Breadcrumb" className="text-sm text-ink2">
            <a className="hover:underline" href={href({})}>
              All errors
            </a>
            <span aria-hidden="true"> / </span>
            {top ? (
              <span>{title}</span>
            ) : (
              <a className="hover:underline" href={href({ family: family.id })}>
                {title}
              </a>
            )}
          </nav>
          {notices.map((notice) => (
            <p key={notice} role="note" className="mt-4 rounded-sm border-l-4 border-warn bg-warnsoft px-4 py-3">
              {notice}
            </p>
          ))}
          {top && (
            <div className="mt-4 border-b border-line pb-6">
              <p className="text-lg font-bold">{title}</p>
              <p className="mt-1 max-w-prose text-ink2">{summary}</p>
              <Messages messages={familyMeta(family).messages} />
            </div>
          )}
          <Trail />
          {pasted && (
            <Boundary otherwise={null}>
              <Suspense>
                <FromPaste />
              </Suspense>
            </Boundary>
          )}
          <div className="mt-6">
            <AskInstall />
            <p className={`flex items-center gap-2 text-sm font-semibold ${kindColors[meta.kind]}`}>
              <KindIcon kind={meta.kind} /> {kindNames[meta.kind]}
            </p>
            <h1
              id="heading"
              data-heading
              tabIndex={-1}
              className="mt-1 scroll-mt-24 text-[1.75rem] leading-tight font-bold tracking-tight text-balance sm:text-3xl"
            >
              {meta.title}
            </h1>
            {meta.body && <Prose text={meta.body} className="max-w-prose text-lg text-ink2" />}
          </div>
          <PerEnvironment of={(env) => placeIn(env)?.possible}>
            {(possible) =>
              possible ? (
                <>
                  <Steps />
                  <Below>
                    {meta.kind === 'fix' && <ProofNote />}
                    {meta.kind === 'fix' && <VerifyBlock verify={meta.verify} />}
                    {(meta.kind === 'check' || meta.kind === 'fix') && <PasteOutput />}
                    <Outcome />
                    <Answers />
                  </Below>
                </>
              ) : (
                <Impossible />
              )
            }
          </PerEnvironment>
          <AfterStep>
            <Corrections corrections={meta.corrections ?? []} />
            <Sources sources={meta.sources ?? []} />
          </AfterStep>
        </Fragment>
      </StepFirst>
      <Outline />
    </article>
  )
}
