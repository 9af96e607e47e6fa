import { createContext, use, useCallback, useSyncExternalStore, type ReactNode } from 'react'
import type { Env, Family, Group } from '../../flows/flow.ts'
import type { Chart } from '../chart/geometry.ts'
import { formatAddress } from '../engine/address.ts'
import { placeAt, type Place } from '../engine/place.ts'
import type { Proven } from '../engine/proven.ts'
import type { Table } from '../engine/table.ts'
import type { Recogniser } from '../recognise/recogniser.ts'
import type { Session, SessionSnapshot } from '../session/session.ts'
import type { Deferred } from './deferred.ts'

/** What the home page knows of a family; `message` is the commonest one of an error. */
export type FamilySummary = { id: string; title: string; group: Group; summary: string; message?: string }

/** What the composition root gives the UI: the one session, what is known of every family, and how places are linked. */
export type Site = {
  session: Session
  /** The whole link of an address of the site. */
  linkTo: (address: string) => string
  /** In a page that was built with its content: what the session was then, for anybody, and the way up to the root. The first render is of that. */
  built?: { snapshot: SessionSnapshot; up: string }
  /** The whole link of a file below the site's root, or of a page of the site proper. */
  atRoot: (path: string) => string
  /** The page stands in somebody's frame: no chrome, and nothing that depends on the height of the frame. */
  embedded: boolean
  /** Tells the page around that something was copied, by its name. */
  copied: (what: string) => void
  /** The file below the root that holds all of the site; a page that is that file offers none. */
  download?: string
  summaries: Deferred<readonly FamilySummary[]>
  /** What the matcher knows of all families. */
  loadTable: () => Promise<Table>
  recognise: Recogniser
  loadFamily: (id: string) => Promise<Family>
  loadChart: (family: string) => Promise<Chart>
  /** What a place that a loaded family links to is called. */
  titleOf: (place: string) => string
  /** How the commands of a node of a loaded family are known to work. */
  provenOf: (family: string, node: string, env: Env) => Proven | undefined
}

const SiteContext = createContext<Site | null>(null)

export function SiteProvider({ site, children }: { site: Site; children: ReactNode }) {
  return <SiteContext value={site}>{children}</SiteContext>
}

/** The site; only below `SiteProvider`. */
export function useSite(): Site {
  const site = use(SiteContext)
  if (!site) throw new Error('useSite outside of SiteProvider')
  return site
}

/** A part of the session's snapshot; renders anew when that part changes. */
export function useSession<T>(select: (snapshot: SessionSnapshot) => T): T {
  const { session, built } = useSite()
  // The same function in every render: React subscribes anew to another one.
  const subscribe = useCallback((changed: () => void) => session.subscribe(changed).unsubscribe, [session])
  return useSyncExternalStore(
    subscribe,
    () => select(session.getSnapshot()),
    () => select(built?.snapshot ?? session.getSnapshot()),
  )
}

/** The reader's place in any environment: where a built page shows them all, each by its own shortest trail. */
export function usePlaceIn(): (env: Env) => Place | undefined {
  const { family, place, env: current } = useSession(({ context }) => context)
  return (env) => (env === current || !family || !place ? place : placeAt(family, env, { node: place.node.id, answers: {} }))
}

const never = () => () => {}

/** True while a page is built, and while the script takes it over: then nothing may depend on who reads it. */
export const usePrerendered = (): boolean =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  )

/** A function that makes an address of this site, with what the user chose so far, from the parts of a place. A built page holds relative ones. */
export function useHref(): (place: { family?: string; node?: string; answers?: Record<string, string> }) => string {
  const { linkTo, built } = useSite()
  const prerendered = usePrerendered()
  const chosen = useSession(({ context }) => context.chosen)
  const view = useSession(({ context }) => context.view)
  return ({ family, node, answers = {} }) => {
    const address = formatAddress({ family, node, answers, env: chosen, view })
    return prerendered && built ? `${built.up}${address}` || './' : linkTo(address)
  }
}

/** The link of a file below the root, or of a page of the site proper. */
export function useFile(): (path: string) => string {
  const { atRoot, embedded, built } = useSite()
  const prerendered = usePrerendered()
  return (path) => (prerendered && built ? `${embedded ? '../' : ''}${built.up}${path}` || './' : atRoot(path))
}

/** A function that makes a link of a place such as `family` or `family/node`: where it leads, and what it is called. */
export function usePlaceLink(): (place: string) => { href: string; label: string } {
  const { titleOf } = useSite()
  const href = useHref()
  return (place) => {
    const [family, node] = place.split('/')
    return { href: href({ family, node }), label: titleOf(place) }
  }
}
