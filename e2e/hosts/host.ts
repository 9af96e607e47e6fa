import { expect, type FrameLocator, type Page } from 'playwright/test'

type Told = { type: string; detail: Record<string, unknown>; from: string }
declare global {
  interface Window {
    told: Told[]
    moved: number
  }
}

/** Notes in every page what embeds tell it, and how far what it shows was moved. */
export const listen = (page: Page) =>
  page.addInitScript(() => {
    window.told = []
    for (const type of ['ready', 'navigate', 'copy', 'outcome', 'error'])
      document.addEventListener(`openclaw-flowchart:${type}`, (event) => {
        const { detail, target } = event as CustomEvent<Record<string, unknown>>
        window.told.push({ type, detail, from: (target as HTMLElement).id })
      })
    window.moved = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.moved += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })

export const told = (page: Page, type: string) => page.evaluate((wanted) => window.told.filter((each) => each.type === wanted), type)

/** Waits until `count` embeds of the page said that they are ready. */
export const ready = (page: Page, count = 1) => expect.poll(async () => (await told(page, 'ready')).length).toBe(count)

/** What an embed shows. */
export const inside = (page: Page, selector = 'openclaw-flowchart'): FrameLocator => page.locator(selector).locator('iframe').contentFrame()

/** The height of an embed's frame, in px, once it stays the same for a while. */
export async function settledHeight(page: Page, selector = 'openclaw-flowchart'): Promise<number> {
  const now = () => page.locator(selector).evaluate((element: HTMLElement) => element.offsetHeight)
  let before = -1
  await expect
    .poll(
      async () => {
        const [last, height] = [before, await now()]
        before = height
        return height - last
      },
      { intervals: [400] },
    )
    .toBe(0)
  return before
}

/** The theme a frame shows: of its colours, not of its wishes. */
export const ground = (frame: FrameLocator) => frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
export const light = 'rgb(255, 255, 255)'
export const dark = 'rgb(13, 17, 23)'
