import { parseAddress, type Address } from '../engine/address.ts'
import { addressOf, type Session } from './session.ts'

/** The address the browser shows, read relative to the site's root. */
export function currentAddress(root: URL): Address {
  const { pathname, search, hash } = window.location
  const below = pathname.startsWith(root.pathname) ? pathname.slice(root.pathname.length) : pathname.slice(1)
  return parseAddress(below, search, hash)
}

/** Keeps session and browser history in step: Back and Forward become events, changes of the route become entries. */
export function connectHistory(session: Session, root: URL): void {
  window.addEventListener('popstate', () => session.send({ type: 'GO', address: currentAddress(root), move: 'none' }))

  session.subscribe((snapshot) => {
    if (snapshot.matches('loading') || snapshot.matches('lost')) return
    const url = new URL(addressOf(snapshot), root).href
    if (url === window.location.href) return
    if (snapshot.context.move === 'push') window.history.pushState(null, '', url)
    else window.history.replaceState(null, '', url)
  })
}

/** Takes over the links inside the site; everything a browser does on modified clicks is left to it. */
export function followLinks(session: Session, root: URL): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.target || link.hasAttribute('download')) return
    const url = new URL(link.href)
    if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname) || /\.[a-z]+$/i.test(url.pathname)) return
    event.preventDefault()
    const below = url.pathname.slice(root.pathname.length)
    session.send({ type: 'GO', address: parseAddress(below, url.search, url.hash), move: 'push' })
  })
}
