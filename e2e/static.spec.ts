import { expect, test, type Page } from 'playwright/test'
import { families, nodeOf, reach, textsOf } from './flows.ts'

/** Follows the plain links of the pages as they are sent, from a family's page: no script of theirs runs. */
const walkPages = async (family: string): Promise<Record<string, string[]>> => {
  const root = new URL('.', document.baseURI)
  const found: Record<string, string[]> = {}
  const queue = [new URL(`${family}/`, root).href]
  for (const url of queue) {
    const page = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html')
    const path = new URL(url).pathname.slice(root.pathname.length)
    found[path] = [...page.querySelectorAll('code[data-command]')].map((code) => code.textContent)
    for (const link of page.querySelectorAll('[aria-labelledby=answers] a')) {
      const next = new URL(link.getAttribute('href') ?? '', url)
      next.hash = next.search = ''
      if (next.pathname.startsWith(new URL(`${family}/`, root).pathname) && !queue.includes(next.href)) queue.push(next.href)
    }
  }
  return found
}

test.describe('without a script', () => {
  // The walk reads pages as text, which the policy of the page it runs in forbids.
  test.use({ bypassCSP: true })
  for (const family of families)
    test(`${family.id}: plain links lead to every node, with all its commands`, async ({ page }) => {
      await page.goto('./')
      const pages = await page.evaluate(walkPages, family.id)
      const [first] = family.nodes
      for (const node of family.nodes) {
        const shown = pages[node === first && !pages[`${family.id}/${node.id}/`] ? `${family.id}/` : `${family.id}/${node.id}/`]
        expect(shown, `a link leads to ${node.id}`).toBeDefined()
        expect(
          textsOf(node).filter((text) => !shown?.includes(text)),
          `${family.id}/${node.id}`,
        ).toEqual([])
      }
    })

  test('a page shows every form under its heading, and nothing that needs one', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! })
    const page = await context.newPage()
    await page.goto('./gateway-start-blocked/')
    await page
      .getByRole('link', { name: /^Nothing: not found, or unset/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText('With Docker Compose', { exact: false }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0)
    await expect(page.getByRole('region', { name: 'Not on your setup' })).toBeHidden()
    await context.close()
  })
})

/** Keeps what was sent and can be pressed, but for the picture that the chart takes the place of, and notes what moves. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const sent = [...document.querySelectorAll('h1, :is(header, main) :is(a:not(:has(img)), button, input, textarea, summary)')]
      window.sent = sent.filter((element) => element.checkVisibility())
    })
    window.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifted += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
declare global {
  interface Window {
    shifted: number
    sent: Element[]
  }
}

/** What was sent is still what is shown: a press that has begun on a thing that is made anew is lost. */
async function expectKept(page: Page) {
  await expect(page.getByRole('button', { name: /^Theme: / })).toBeEnabled()
  expect(await page.evaluate(() => window.sent.length)).toBeGreaterThan(5)
  expect(await page.evaluate(() => window.sent.filter(({ isConnected }) => !isConnected).map(({ outerHTML }) => outerHTML))).toEqual([])
}

/** The app's script does not arrive until the result is called. */
async function holdScript(page: Page): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/assets\/index-.*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  return release
}

test.describe('the script takes over what was sent', () => {
  for (const [i, family] of families.entries()) {
    const install = (['native', 'compose', 'container'] as const)[i % 3]!
    test(`${family.id}, ${install}: without an error, a new heading or a shift`, async ({ page }) => {
      const wrong: string[] = []
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
      page.on('pageerror', (error) => wrong.push(error.message))
      await watch(page)
      const fix = [...reach(family, { install, os: 'windows', release: '2026.9.6' }).keys()].findLast(
        (id) => nodeOf(family, id).kind === 'fix',
      )
      for (const path of [`${family.id}/`, ...(fix ? [`${family.id}/${fix}/`] : [])]) {
        await page.goto(`${path}?install=${install}&os=windows`)
        await expect(page.getByRole('group', { name: /^Flowchart/ })).toBeVisible()
        await expectKept(page)
        expect(await page.evaluate(() => window.shifted), path).toBeLessThanOrEqual(0.01)
      }
      expect(wrong).toEqual([])
    })
  }

  test('what was pasted before it came is read when it comes', async ({ page }) => {
    const release = await holdScript(page)
    await page.goto('./', { waitUntil: 'commit' })
    await page.getByLabel('Paste the error or the log around it').fill('disconnected (1008): pairing required')
    release()
    await expect(page.getByRole('region', { name: 'This is it' })).toContainText('Pairing required')
  })

  test('a setup that was chosen before it came is the chosen one', async ({ page }) => {
    const release = await holdScript(page)
    await page.goto('./pairing-required/approve-device/', { waitUntil: 'commit' })
    await page.getByRole('radio', { name: 'Container' }).check({ force: true })
    release()
    await expect(page.getByText('docker exec <container> openclaw devices list').filter({ visible: true }).first()).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Container' })).toBeChecked()
    await expect(page).toHaveURL(/install=container/)
  })

  test('the home page too', async ({ page }) => {
    const wrong: string[] = []
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
    page.on('pageerror', (error) => wrong.push(error.message))
    await watch(page)
    await page.goto('./')
    await page.getByRole('heading', { name: 'The whole picture' }).scrollIntoViewIfNeeded()
    await expect(page.getByRole('group', { name: /^Flowchart/ })).toBeVisible()
    expect(await page.evaluate(() => window.shifted)).toBeLessThanOrEqual(0.01)
    await page.getByLabel('Paste the error or the log around it').fill('pairing required')
    await expect(page.getByRole('region', { name: 'This is it' })).toBeVisible()
    await expectKept(page)
    expect(wrong).toEqual([])
  })
})
