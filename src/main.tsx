import { startTransition, StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { charts } from 'virtual:chart'
import { familyData } from 'virtual:family-data'
import { createActor, fromPromise, waitFor } from 'xstate'
import { newest, type Family } from '../flows/flow.ts'
import { embeddingPage, embedFolder } from './engine/address.ts'
import { assumed, tokenOf } from './engine/environment.ts'
import type { HostReport } from './embed/frame.ts'
import { revived, type PublishedFamily } from './engine/published.ts'
import { provenIn, type Proofs } from './engine/proven.ts'
import { singleFileName } from './engine/title.ts'
import type { Recognised } from './recognise/read.ts'
import type { Recogniser } from './recognise/recogniser.ts'
import { connectHistory, currentAddress, followLinks, inFragments, inPaths } from './session/history.ts'
import { keepOffline } from './offline/keep.ts'
import { allowOwnScripts } from './session/own-scripts.ts'
import { remember, remembered } from './session/memory.ts'
import { session, type Input } from './session/session.ts'
import { App, embeddingGuide, homePage } from './ui/app.tsx'
import { deferred } from './ui/deferred.ts'
import { SiteProvider, type Site } from './ui/session-context.tsx'
import './styles.css'
import 'virtual:environments.css'

/** Whether all of the site is one file, which has no folders beside it. */
const inOneFile = import.meta.env.MODE === 'single'
// The script lies one folder below the site's root, in the build (assets/) as in development (src/).
const here = import.meta.url
const root = new URL('..', here)
const frames = new URL(embedFolder, root)
const embedded = !inOneFile && window.location.pathname.startsWith(frames.pathname)
const addressing = inOneFile ? inFragments(new URL(window.location.href)) : inPaths(embedded ? frames : root)
allowOwnScripts(root)
const kept = remembered()
// In a frame the theme is the page's around it, not what this reader likes on the site.
const keptTheme = (!embedded && kept.theme) || 'auto'
const container = document.getElementById('root')

const titles = new Map<string, string>()
const proofs = new Map<string, Proofs>()
const loads = new Map<string, ReturnType<typeof deferred<Family>>>()

async function fetched(url: string): Promise<PublishedFamily> {
  const response = await fetch(url, { mode: 'cors', credentials: 'same-origin' })
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return (await response.json()) as PublishedFamily
}

async function readFamily(id: string): Promise<Family> {
  const data = familyData[id]
  if (!data) throw new Error(`No family is called ${id}.`)
  const family = typeof data === 'string' ? await fetched(data) : data()
  for (const [place, title] of Object.entries(family.titles)) titles.set(place, title)
  proofs.set(id, family.proofs)
  return revived(family)
}

function loadFamily(id: string): Promise<Family> {
  const family = loads.get(id) ?? deferred(() => readFamily(id))
  loads.set(id, family)
  return family.load()
}

/** Fetched when somebody pastes or a link brings an error: the first page does not wait for it. */
const table = deferred(() => import('virtual:signatures').then((module) => module.table))
const recogniser = deferred(async () => {
  const [{ recogniserOf }, known] = await Promise.all([import('./recognise/recogniser.ts'), table.load()])
  return recogniserOf(known)
})
const recognise: Recogniser = async (input, options) => (await recogniser.load())(input, options)
const summaries = deferred(() => import('virtual:index').then(({ families }) => families))

const machine = session.provide({
  actors: {
    load: fromPromise<Family, { id: string }>(({ input }) => loadFamily(input.id)),
    recognise: fromPromise<Recognised, { text: string }>(({ input }) => recognise(input.text)),
  },
})
const address = currentAddress(addressing)
const familyIds = Object.keys(familyData)
const input: Input = {
  address,
  env: assumed(navigator.userAgent),
  saved: kept.env,
  theme: keptTheme,
  slashKey: kept.slashKey ?? true,
  familyIds,
}
const actor = createActor(machine, { input })

/** What the style sheet chooses by. */
function showChoices() {
  const { env, chosen, theme, view } = actor.getSnapshot().context
  const { dataset } = document.documentElement
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) delete dataset[name]
    else if (dataset[name] !== value) dataset[name] = value
  }
  set('env', tokenOf(env))
  set('asked', chosen.install && '')
  set('theme', theme === 'auto' ? undefined : theme)
  set('view', view)
}

// A link's choice is followed, not kept: only what the user changes here is remembered.
let { saved, theme, slashKey } = actor.getSnapshot().context
showChoices()
actor.subscribe(({ context }) => {
  showChoices()
  if (context.saved === saved && context.theme === theme && context.slashKey === slashKey) return
  ;({ saved, theme, slashKey } = context)
  remember({ env: saved, ...(embedded ? kept.theme && { theme: kept.theme } : { theme }), slashKey })
})
connectHistory(actor, addressing)
actor.start()

async function loadChart(family: string) {
  const load = charts[family]
  if (!load) throw new Error(`No chart of ${family}`)
  return (await load()).default
}

/** What the page around a frame is told beside the steps of the session. */
let report: HostReport | undefined
const site: Site = {
  session: actor,
  linkTo: addressing.linkTo,
  atRoot: (path) => new URL(path, root).href,
  embedded,
  copied: (what) => report?.copied(what),
  ...(!inOneFile && { download: singleFileName }),
  summaries,
  loadFamily,
  loadChart,
  loadTable: table.load,
  recognise,
  titleOf: (place) => titles.get(place) ?? place,
  provenOf: (family, node, env) => provenIn(proofs.get(family) ?? {}, node, env),
}

// The address changes while the page stays: relative files would be looked for beside each place.
for (const link of document.querySelectorAll<HTMLLinkElement>('link:is([rel=icon], [rel=manifest], [rel=apple-touch-icon])'))
  link.setAttribute('href', link.href)

/** Takes over a page that was built with its content: what it showed anybody is drawn first, and then what it is for this reader. */
async function takeOver(page: HTMLElement) {
  const { family, node } = address
  const forAnybody: Input = {
    address: { ...(family && { family }), ...(node && { node }), answers: {}, env: {}, unknown: [] },
    env: { install: 'native', os: 'linux', release: newest },
    saved: {},
    theme: 'auto',
    slashKey: true,
    familyIds,
  }
  // Equal snapshots that are not the same would have everything drawn twice.
  const isAnybody = JSON.stringify(input) === JSON.stringify(forAnybody)
  const built = isAnybody ? actor : createActor(machine, { input: forAnybody }).start()
  const [snapshot] = await Promise.all([
    waitFor(built, (now) => !now.matches('loading')),
    waitFor(actor, (now) => !now.matches('loading') && !now.matches('recognising')),
    ...(family === embeddingPage ? [embeddingGuide.load(), summaries.load()] : family ? [] : [homePage.load(), summaries.load()]),
  ])
  if (!isAnybody) built.stop()
  // Its data did not come: the page as it was built is complete, and its links lead on.
  if (actor.getSnapshot().matches('failed')) return
  const same = actor.getSnapshot().value === snapshot.value
  if (!same) page.replaceChildren()
  const up = '../'.repeat(Number(family !== undefined) + Number(node !== undefined))
  // In slices: the page is readable already, and a click in between is served at once.
  if (same) startTransition(() => void hydrateRoot(page, <Page site={{ ...site, built: { snapshot, up } }} />))
  else createRoot(page).render(<Page site={site} />)
  followLinks(actor, addressing)
}

const Page = ({ site: shown }: { site: Site }) => (
  <StrictMode>
    <SiteProvider site={shown}>
      <App />
    </SiteProvider>
  </StrictMode>
)

/** Draws the page, for the first time or over what was built. */
async function show(page: HTMLElement) {
  if (page.firstElementChild) return takeOver(page)
  createRoot(page).render(<Page site={site} />)
  followLinks(actor, addressing)
  await waitFor(actor, (now) => !now.matches('loading') && !now.matches('recognising'))
}

if (container) {
  const shown = show(container).finally(() => delete document.documentElement.dataset['looking'])
  if (embedded)
    void import('./embed/frame.ts').then(({ connectHost }) => {
      const takeFocus = () => document.getElementById('main')?.focus({ preventScroll: true })
      report = connectHost({ session: actor, root, content: container, takeFocus }, shown)
    })
}

if (import.meta.env.PROD && !inOneFile && !embedded) {
  const script = new URL(here).pathname.split('/').at(-1) ?? ''
  void keepOffline(root, script, () => actor.send({ type: 'RENEWED' }))
}
