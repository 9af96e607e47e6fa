import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { createActor, fromPromise, waitFor } from 'xstate'
import { newest, type Env, type Family } from '../../flows/flow.ts'
import { embeddingPage } from '../engine/address.ts'
import { provenIn, type Proofs } from '../engine/proven.ts'
import { session } from '../session/session.ts'
import { App, embeddingGuide, homePage } from '../ui/app.tsx'
import { singleFileName } from '../engine/title.ts'
import { deferred } from '../ui/deferred.ts'
import { SiteProvider, type FamilySummary, type Site } from '../ui/session-context.tsx'

/** What nobody chose yet: the page is the same for every reader, and holds the other environments beside it. */
const nobodys: Env = { install: 'native', os: 'linux', release: newest }
// Here, for nothing can be imported once this module stands.
await Promise.all([homePage.load(), embeddingGuide.load()])

const unused = () => Promise.reject(new Error('Nothing is fetched while a page is built.'))

export type Render = (place: { family?: string | undefined; node?: string | undefined; embedded?: boolean }) => Promise<string>

/** Draws pages as the app draws them at first, for anybody. `titles` are those of every place a family links to. */
export async function renderer(
  families: readonly Family[],
  summaries: readonly FamilySummary[],
  titles: Readonly<Record<string, string>>,
  proofs: Readonly<Record<string, Proofs>>,
): Promise<Render> {
  const known = deferred(() => Promise.resolve(summaries))
  await known.load()
  const load = fromPromise<Family, { id: string }>(({ input }) => {
    const family = families.find(({ id }) => id === input.id)
    return family ? Promise.resolve(family) : Promise.reject(new Error(`No family is called ${input.id}.`))
  })
  const machine = session.provide({ actors: { load } })

  return async ({ family, node, embedded = false }) => {
    const actor = createActor(machine, {
      input: {
        address: { ...(family && { family }), ...(node && { node }), answers: {}, env: {}, unknown: [] },
        env: nobodys,
        saved: {},
        theme: 'auto',
        slashKey: true,
        familyIds: families.map(({ id }) => id),
      },
    }).start()
    const snapshot = await waitFor(actor, (now) => !now.matches('loading'))
    if (!snapshot.matches(family === embeddingPage ? 'embedding' : family ? 'at' : 'home'))
      throw new Error(`No page for ${family}/${node}: ${JSON.stringify(snapshot.value)}`)
    const site: Site = {
      session: actor,
      linkTo: (address) => address,
      atRoot: (path) => path,
      embedded,
      copied: () => {},
      built: { snapshot, up: '../'.repeat(Number(family !== undefined) + Number(node !== undefined)) },
      download: singleFileName,
      summaries: known,
      loadTable: unused,
      loadFamily: unused,
      loadChart: unused,
      recognise: unused,
      titleOf: (place) => titles[place] ?? place,
      provenOf: (of, at, env) => provenIn(proofs[of] ?? {}, at, env),
    }
    const html = renderToString(
      <StrictMode>
        <SiteProvider site={site}>
          <App />
        </SiteProvider>
      </StrictMode>,
    )
    actor.stop()
    return html
  }
}

export { headScript } from './head.ts'
export { coloursIn, picture } from './picture.tsx'
export { familyTwin, nodeTwin, overview } from './twin.ts'
