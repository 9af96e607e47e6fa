import { expect, test, type Page } from 'playwright/test'
import { dark, ground, inside, light, listen, ready, told } from './host.ts'
import { serveFolder, type Server } from './serve.ts'

type Site = {
  /** Builds the site for a flowchart at this address; the folder it lies in. */
  build: (flowchart: string) => string
  /** Changes the theme of the site as its reader does. */
  switchTheme: (page: Page) => Promise<void>
  /** A link of the site to one of its own pages. */
  link: (page: Page, name: string) => ReturnType<Page['getByRole']>
}

/** What holds in a documentation system that builds pages and then changes them without loading. */
export function worksIn(name: string, { build, switchTheme, link }: Site) {
  test.describe(name, () => {
    // It is built once, and both of its workers would do it at the same time.
    test.describe.configure({ mode: 'serial', timeout: 600_000 })
    let host: Server
    test.beforeAll(async () => {
      test.setTimeout(600_000)
      host = await serveFolder(build(test.info().project.use.baseURL ?? ''))
    })
    test.afterAll(() => host.close())

    test('a frame is complete without a script', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(`${host.url}frame`)
      const frame = page.locator('iframe').contentFrame()
      await expect(frame.getByRole('heading', { level: 1 })).toContainText('Approve the device')
      await expect(frame.locator('code[data-command]', { hasText: 'docker compose run' }).first()).toBeVisible()
      await page.goto(`${host.url}element`)
      await expect(page.getByRole('link', { name: 'Pairing required (OpenClaw gateway)' })).toBeVisible()
      await context.close()
    })

    test('the element works, follows the theme, and survives going to other pages', async ({ page }) => {
      const wrong: string[] = []
      page.on('pageerror', ({ message }) => wrong.push(message))
      page.on('console', (message) => {
        // A file that the host itself lacks is not ours.
        if (message.type() === 'error' && !message.location().url.startsWith(host.url)) wrong.push(message.text())
      })
      await listen(page)
      await page.goto(`${host.url}element`)
      await page.locator('openclaw-flowchart').scrollIntoViewIfNeeded()
      await ready(page)
      const frame = inside(page)
      await expect.poll(() => ground(frame)).toBe(light)
      await frame.getByRole('navigation', { name: /^What/ }).getByRole('link').first().click()
      await expect(frame.getByRole('heading', { level: 1 })).toContainText('Approve the device')
      await frame.getByRole('button', { name: 'Copy: step 1' }).click()
      await expect(frame.getByText('Copied: step 1')).toBeAttached()
      await switchTheme(page)
      await expect.poll(() => ground(frame)).toBe(dark)

      await page.evaluate(() => scrollTo(0, 0))
      await link(page, 'Frame').click()
      await expect(page.locator('iframe').contentFrame().getByRole('heading', { level: 1 })).toContainText('Approve the device')
      await expect(page.locator('openclaw-flowchart')).toHaveCount(0)
      await link(page, 'Element').click()
      await page.locator('openclaw-flowchart').scrollIntoViewIfNeeded()
      await ready(page, 2)
      await expect.poll(() => ground(inside(page))).toBe(dark)
      expect((await told(page, 'copy')).map(({ detail }) => detail['command'])).toEqual(['step-1'])
      expect(wrong).toEqual([])
    })
  })
}
