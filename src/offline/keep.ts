import { takeOverNow, workerFile } from './terms.ts'

/** Look for a newer version at most this often, in ms, while a page stays open. */
const betweenLooks = 60 * 60 * 1000

/**
 * Keeps the site on this device once the page is done with what the reader waits for. Nothing that is shown changes by itself: when
 * the site was renewed since this page was loaded, `onNewer` is called, once. `script` is the app's own file name, which tells versions
 * apart. Where a browser has no service worker, or saves data, nothing happens.
 */
export async function keepOffline(root: URL, script: string, onNewer: () => void): Promise<void> {
  if (!('serviceWorker' in navigator) || savesData()) return
  await idle()
  try {
    const { serviceWorker } = navigator
    const hadOne = serviceWorker.controller !== null
    const registration = await serviceWorker.register(new URL(workerFile, root).href, { scope: root.pathname, updateViaCache: 'none' })
    const settle = async (worker?: ServiceWorker | null) => {
      if (!(await isNewest(root, script))) onNewer()
      else worker?.postMessage(takeOverNow)
    }
    // Another page of the newer version has let its worker take over.
    serviceWorker.addEventListener('controllerchange', () => hadOne && void settle())
    if (registration.waiting) void settle(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const { installing } = registration
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed' && serviceWorker.controller) void settle(installing)
      })
    })
    let looked = Date.now()
    document.addEventListener('visibilitychange', () => {
      if (document.hidden || Date.now() - looked < betweenLooks) return
      looked = Date.now()
      void registration.update().catch(() => {})
    })
  } catch {
    // Private windows and sandboxes refuse: then the site works as long as there is a network.
  }
}

/** How long the page has the line for itself after it was loaded, in ms: the map comes in this time. */
const afterLoad = 3000

/** Whether the site as it is now loads the same app as this page did. Without an answer, it does. */
async function isNewest(root: URL, script: string): Promise<boolean> {
  try {
    const response = await fetch(root, { cache: 'no-store' })
    return !response.ok || (await response.text()).includes(script)
  } catch {
    return true
  }
}

/** The page is loaded, and has had a while for itself. */
async function idle(): Promise<void> {
  if (document.readyState !== 'complete') await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }))
  await new Promise((resolve) => setTimeout(resolve, afterLoad))
}

const savesData = (): boolean => 'connection' in navigator && Object(navigator.connection).saveData === true
