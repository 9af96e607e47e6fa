import { createElement, Suspense, useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import { familyMeta } from '../engine/graph.ts'
import { embeddingTitle, pageTitle, siteName } from '../engine/title.ts'
import { afterPaint } from './after-paint.ts'
import { Announcer } from './announcer.tsx'
import { Boundary } from './boundary.tsx'
import { deferred, useDeferred } from './deferred.ts'
import { EmbedBar } from './embed-bar.tsx'
import { FamilyPage } from './family-page.tsx'
import { Header } from './header.tsx'
import { Renewed } from './renewed.tsx'
import { useSession, useSite } from './session-context.tsx'

/** The pages that are fetched when they are first shown. */
export const homePage = deferred(() => import('./home.tsx').then((module) => module.default))
const lostPage = deferred(() => import('./lost.tsx').then((module) => module.default))
export const embeddingGuide = deferred(() => import('./embedding.tsx').then((module) => module.default))

const Home = () => createElement(useDeferred(homePage))
const Lost = () => createElement(useDeferred(lostPage))
const Embedding = () => createElement(useDeferred(embeddingGuide))

/** The page: which part of it shows is the session's state. */
export function App() {
  const state = useSession((snapshot) => snapshot.value)
  const { summaries, embedded } = useSite()
  useTitle()
  return (
    <Announcer>
      {embedded ? <EmbedBar /> : <Chrome />}
      <main id="main" tabIndex={-1} className="outline-none" aria-label={embedded ? siteName : undefined}>
        <Boundary key={String(state)} otherwise={<Failed />}>
          {state === 'home' && (
            <Fetched there={homePage.now() !== undefined && summaries.now() !== undefined}>
              <Home />
            </Fetched>
          )}
          {state === 'at' && <FamilyPage />}
          {state === 'embedding' && (
            <Fetched there={embeddingGuide.now() !== undefined && summaries.now() !== undefined}>
              <Embedding />
            </Fetched>
          )}
          {(state === 'loading' || state === 'recognising') && <Loading />}
          {state === 'lost' && (
            <Fetched>
              <Lost />
            </Fetched>
          )}
          {state === 'failed' && <Failed />}
        </Boundary>
      </main>
    </Announcer>
  )
}

/** What stands above every page of the site. */
const Chrome = () => (
  <>
    <a
      href="#main"
      onClick={skipToMain}
      className="link sr-only z-20 rounded-sm bg-page p-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      Skip to the content
    </a>
    <Header />
    <Renewed />
  </>
)

/**
 * A page that may still be on its way. One that is there at first is taken over with the rest of the page in one go: inside of
 * Suspense React would do it a moment later, and lose the keys and clicks between.
 */
function Fetched({ there = false, children }: { there?: boolean; children: ReactNode }) {
  const [atOnce] = useState(there)
  return atOnce ? children : <Suspense fallback={<Loading />}>{children}</Suspense>
}

/** Moves the focus without touching the fragment: it holds the answers. */
function skipToMain(event: MouseEvent) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

/** Keeps the browser's title the place's, and takes the focus to the heading of a new one. */
function useTitle() {
  const family = useSession(({ context }) => context.family)
  const node = useSession(({ context }) => context.place?.node)
  const lost = useSession((snapshot) => snapshot.matches('lost'))
  const guide = useSession((snapshot) => snapshot.matches('embedding'))
  const { embedded } = useSite()
  const title = family && familyMeta(family).title
  const place = `${family?.id ?? ''}/${node?.id ?? ''}/${lost}/${guide}`
  const shown = useRef<string>(undefined)
  useEffect(() => {
    document.title = lost
      ? pageTitle('Not found')
      : guide
        ? pageTitle(embeddingTitle)
        : title && node
          ? pageTitle(node.meta.title, title)
          : siteName
    const first = shown.current === undefined
    if (shown.current === place) return
    if (family !== undefined || lost || guide || !first) shown.current = place
    // A frame of a fixed height scrolls by itself, and a new step begins at its top.
    if (embedded && !first) window.scrollTo(0, 0)
    // The page around may have changed the place: its reader's focus is not ours to take.
    if (first || (embedded && !document.hasFocus())) return
    const heading = document.querySelector<HTMLElement>('[data-heading]')
    // Focusing lays the page out: the step is on the screen before.
    afterPaint(() => heading?.focus({ preventScroll: true }))
  }, [place, family, lost, guide, node, title, embedded])
}

function Loading() {
  return (
    <p role="status" className="mx-auto max-w-3xl px-4 py-16 text-ink2">
      Loading the flowchart …
    </p>
  )
}

function Failed() {
  const { session } = useSite()
  const retry = useSession((snapshot) => snapshot.matches('failed'))
  return (
    <section className="mx-auto max-w-3xl px-4 py-16">
      <h1 data-heading tabIndex={-1} className="text-3xl font-bold tracking-tight">
        This page did not load
      </h1>
      <p className="mt-2 text-ink2">
        The connection broke, or the site was renewed while you had it open. Try again; if that fails, reload the page.
      </p>
      <div className="mt-6 flex gap-3">
        <button
          type="button"
          className="min-h-12 cursor-pointer rounded-md bg-accent px-5 font-semibold text-onaccent"
          onClick={() => session.send({ type: 'RETRY' })}
          hidden={!retry}
        >
          Try again
        </button>
        <button
          type="button"
          className="min-h-12 cursor-pointer rounded-md border border-strong px-5 font-semibold"
          onClick={() => window.location.reload()}
        >
          Reload the page
        </button>
      </div>
    </section>
  )
}
