import { parseAddress, type Address } from '../engine/address.ts'
import { fromFragment, inFragment } from '../engine/fragment.ts'
import { addressOf, type Session } from './session.ts'

/** Where a page keeps its place. */
export type Addressing = {
  /** The whole link of an address such as `formatAddress` makes it. */
  linkTo: (address: string) => string
  /** What an address of the site says. */
  read: (url: URL) => Address
  /** Whether a link leads to a place of the site: not to a file, and not elsewhere. */
  leadsToPlace: (url: URL) => boolean
}

/** The place stands in the path, below the site's `root`. */
export function inPaths(root: URL): Addressing {
  const isInside = ({ pathname }: URL) => pathname.startsWith(root.pathname)
  return {
    linkTo: (address) => new URL(address, root).href,
    read: (url) => parseAddress(isInside(url) ? url.pathname.slice(root.pathname.length) : url.pathname.slice(1), url.search, url.hash),
    leadsToPlace: (url) => url.origin === root.origin && isInside(url) && !/\.[a-z]+$/i.test(url.pathname),
  }
}

/** The place stands behind the `#` of the one `file` that holds the whole site. */
export const inFragments = (file: URL): Addressing => ({
  linkTo: (address) => new URL(inFragment(address), file).href,
  read: (url) => {
    const { path, search, hash } = fromFragment(url.hash)
    return parseAddress(path, search || url.search, hash)
  },
  leadsToPlace: ({ origin, pathname }) => origin === file.origin && pathname === file.pathname,
})

/** The address the browser shows. */
export const currentAddress = ({ read }: Addressing): Address => read(new URL(window.location.href))

/** Keeps session and browser history in step: Back and Forward become events, changes of the route become entries. */
export function connectHistory(session: Session, addressing: Addressing): void {
  window.addEventListener('popstate', () => session.send({ type: 'GO', address: currentAddress(addressing), move: 'none' }))

  session.subscribe((snapshot) => {
    if (snapshot.matches('loading') || snapshot.matches('lost')) return
    const url = addressing.linkTo(addressOf(snapshot))
    if (url === window.location.href) return
    if (snapshot.context.move === 'push') window.history.pushState(null, '', url)
    else window.history.replaceState(null, '', url)
  })
}

/** Takes over the links inside the site; everything a browser does on modified clicks is left to it. */
export function followLinks(session: Session, { read, leadsToPlace }: Addressing): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.target || link.hasAttribute('download')) return
    const url = new URL(link.href)
    if (!leadsToPlace(url)) return
    event.preventDefault()
    session.send({ type: 'GO', address: read(url), move: 'push' })
  })
}
