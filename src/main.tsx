import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { charts } from 'virtual:chart'
import { dataUrls } from 'virtual:family-data'
import { createActor, fromPromise } from 'xstate'
import type { Family } from '../flows/flow.ts'
import { assumed } from './engine/environment.ts'
import { revived, type PublishedFamily } from './engine/published.ts'
import type { Recognised } from './recognise/read.ts'
import type { Recogniser } from './recognise/recogniser.ts'
import { connectHistory, currentAddress } from './session/history.ts'
import { remember, remembered } from './session/memory.ts'
import { session } from './session/session.ts'
import { App } from './ui/app.tsx'
import { SiteProvider, type Site } from './ui/session-context.tsx'
import './styles.css'

// The script lies one folder below the site's root, in the build (assets/) as in development (src/).
const here = import.meta.url
const root = new URL('..', here)
const kept = remembered()

const titles = new Map<string, string>()

async function loadFamily(id: string): Promise<Family> {
  const response = await fetch(dataUrls[id] ?? '', { mode: 'cors', credentials: 'same-origin' })
  if (!response.ok) throw new Error(`${id}: ${response.status}`)
  const family = (await response.json()) as PublishedFamily
  for (const [place, title] of Object.entries(family.titles)) titles.set(place, title)
  return revived(family)
}

/** Fetched when somebody pastes or a link brings an error: the first page does not wait for it. */
const loadTable = once(() => import('virtual:signatures').then(({ table }) => table))
const loadRecogniser = once(async () => {
  const [{ recogniserOf }, table] = await Promise.all([import('./recognise/recogniser.ts'), loadTable()])
  return recogniserOf(table)
})
const recognise: Recogniser = async (input, options) => (await loadRecogniser())(input, options)

const fetched = fromPromise<Family, { id: string }>(({ input }) => loadFamily(input.id))
const lookUp = fromPromise<Recognised, { text: string }>(({ input }) => recognise(input.text))
const actor = createActor(session.provide({ actors: { load: fetched, recognise: lookUp } }), {
  input: {
    address: currentAddress(root),
    env: assumed(navigator.userAgent),
    saved: kept.env,
    theme: kept.theme ?? 'auto',
    slashKey: kept.slashKey ?? true,
    familyIds: Object.keys(dataUrls),
  },
})

// A link's choice is followed, not kept: only what the user changes here is remembered.
let { saved, theme, slashKey } = actor.getSnapshot().context
const showTheme = () => {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
showTheme()
actor.subscribe(({ context }) => {
  if (context.saved === saved && context.theme === theme && context.slashKey === slashKey) return
  ;({ saved, theme, slashKey } = context)
  remember({ env: saved, theme, slashKey })
  showTheme()
})
connectHistory(actor, root)
actor.start()

async function loadChart(family: string) {
  const load = charts[family]
  if (!load) throw new Error(`No chart of ${family}`)
  return (await load()).default
}

const site: Site = {
  session: actor,
  root,
  loadFamily,
  loadChart,
  loadSummaries: once(() => import('virtual:index').then(({ families }) => families)),
  loadTable,
  recognise,
  titleOf: (place) => titles.get(place) ?? place,
}

/** A load that is tried anew only after it failed. */
function once<T>(fetchIt: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () =>
    (loaded ??= fetchIt().catch((error: unknown) => {
      loaded = undefined
      throw error
    }))
}

// The address changes while the page stays: a relative icon would be looked for beside each place.
for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=icon]')) link.setAttribute('href', link.href)

const container = document.getElementById('root')
if (container)
  createRoot(container).render(
    <StrictMode>
      <SiteProvider site={site}>
        <App />
      </SiteProvider>
    </StrictMode>,
  )
