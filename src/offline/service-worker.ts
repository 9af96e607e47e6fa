import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NetworkOnly } from 'workbox-strategies'
import { shell, takeOverNow } from './terms.ts'

/** Put here by the build: the app, the data of every family, and the page that can become any other one. */
declare const FILES: readonly PrecacheEntry[]
/** What of a worker's world is used here: the compiler knows the page's only. */
declare const self: {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: (type: string, listener: (event: ExtendableMessageEvent) => void) => void
}
type ExtendableMessageEvent = { data?: unknown; waitUntil: (work: Promise<void>) => void }

precacheAndRoute([...FILES])
cleanupOutdatedCaches()

// Pages come from the network, where the newest commands are. Without one, or with one that hangs, the shell becomes the page.
const network = new NetworkOnly({ networkTimeoutSeconds: 4 })
registerRoute(
  new NavigationRoute(
    async (options) => {
      try {
        return await network.handle(options)
      } catch {
        return (await matchPrecache(shell)) ?? Response.error()
      }
    },
    // A frame in somebody's docs is not ours to keep.
    { denylist: [/\/embed\//] },
  ),
)

// The shell looks for the app from the deepest folder up. A wrong guess is answered here, where asking the network could take long.
const kept = new Set(FILES.map(({ url }) => url))
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && kept.has(url.pathname.split('/').slice(-2).join('/')),
  () => Promise.resolve(Response.error()),
)

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', ({ data }) => {
  if (data === takeOverNow) void self.skipWaiting()
})
