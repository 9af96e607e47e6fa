import type { Browser, Page } from 'playwright'

/** How a reader's device and line are slowed down; undefined is the machine as it is. */
export type Slowness = { cpu: number; latency: number; kilobits: number } | undefined
/** A phone on a weak line: a quarter of the speed, slow 4G as Lighthouse means it. */
export const slow4G: Slowness = { cpu: 4, latency: 150, kilobits: 1638 }

/** A page to load: what shows that its chart is painted (nothing does where it waits further down the page), and the link that is clicked. */
export type Peer = { name: string; url: string; chart?: string; link: string }

/** What a load cost, in ms since it began: words painted, a click on the first answer arrives, the chart is painted, work that blocked. */
export type Load = { painted: number; ready: number; chart: number; blocked: number; kilobytes: number }

type Marks = { painted: number; ready: number; chart: number; blocked: number }
declare global {
  interface Window {
    marks: Marks
  }
}

/** One cold load of a page. */
export async function loadOnce(browser: Browser, peer: Peer, slowness: Slowness): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.addInitScript(watch, peer.chart)
  const sent = await slowDown(page, slowness)
  await page.goto(peer.url, { waitUntil: 'commit' })
  if (peer.chart) await page.waitForFunction(() => window.marks.chart > 0, undefined, { timeout: 120_000, polling: 100 })
  // Until the page has been still for a second.
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1000)
  const marks = await page.evaluate(() => window.marks)
  await context.close()
  const again = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' })
  const ready = await clickOnce(await again.newPage(), peer, slowness)
  await again.close()
  return { ...marks, ready, kilobytes: sent() / 1000 }
}

/** When a click on the first answer (or on the home page the first family), given as early as can be, arrives at the page, in ms since the load began. */
async function clickOnce(page: Page, { url, link }: Peer, slowness: Slowness): Promise<number> {
  const click: { at?: number } = {}
  await page.exposeFunction('arrived', (at: number) => (click.at = at))
  await page.addInitScript(() => {
    const heard = () => (window as unknown as { arrived: (at: number) => void }).arrived(performance.now())
    document.addEventListener('click', heard, { capture: true, once: true })
  })
  await slowDown(page, slowness)
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator(link).first().click({ timeout: 120_000, noWaitAfter: true })
  while (click.at === undefined) await page.waitForTimeout(20)
  return click.at
}

/** Runs in the page from its first moment. */
function watch(chart: string | undefined): void {
  const marks: Marks = { painted: 0, ready: 0, chart: 0, blocked: 0 }
  window.marks = marks
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') marks.painted = startTime
  }).observe({ type: 'paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) marks.blocked += Math.max(0, duration - 50)
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    const drawn = [...document.querySelectorAll(chart!)].find((element) => element.getClientRects().length > 0)
    const there = drawn && (!(drawn instanceof HTMLImageElement) || (drawn.complete && drawn.naturalWidth > 0))
    // A frame later it is on the screen.
    if (there) requestAnimationFrame(() => (marks.chart = performance.now()))
    else requestAnimationFrame(look)
  }
  if (chart) requestAnimationFrame(look)
}

/** Slows a page down; the result tells the bytes it was sent so far. */
async function slowDown(page: Page, slowness: Slowness): Promise<() => number> {
  const devTools = await page.context().newCDPSession(page)
  let bytes = 0
  devTools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await devTools.send('Network.enable')
  if (slowness) {
    const throughput = (slowness.kilobits * 1000) / 8
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowness.cpu })
    await devTools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slowness.latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput / 2,
    })
  }
  return () => bytes
}

/** The middle of some figures, and the middle half of them. */
export function spreadOf(figures: readonly number[]): { median: number; low: number; high: number } {
  const sorted = figures.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { median: at(0.5), low: at(0.25), high: at(0.75) }
}
