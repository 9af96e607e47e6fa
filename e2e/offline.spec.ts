import { expect, type Page } from 'playwright/test'
import { startHost, type Host } from '../src/bench/host.ts'
import { test as base } from './page.ts'

/** A host of this test's own, below a path: it can go away, hang, or be renewed. */
const test = base.extend<{ host: Host }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern there
  host: async ({}, ready) => {
    const host = await startHost()
    await ready(host)
    await host.close()
  },
})
test.use({ serviceWorkers: 'allow' })

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
/** The first visit is over: all is kept, and the worker answers this page. */
const kept = async (page: Page, host: Host) => {
  await page.goto(host.url)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
  })
}

test('after the first visit everything works without a network: a page never seen, the map, a paste, a reload', async ({ page, host }) => {
  await kept(page, host)
  await host.close()

  await page.goto(`${host.url}docker/pin-token/?install=compose`)
  const title = await heading(page).innerText()
  expect(title).not.toBe('')
  await expect(page.getByRole('region', { name: /command|step/i }).first()).toContainText('docker compose')
  await expect(page.getByRole('group', { name: /^Flowchart/ })).toBeVisible()
  await page.reload()
  await expect(heading(page)).toHaveText(title)

  await page.goto(host.url)
  await page.getByLabel('Paste the error or the log around it').fill('disconnected (1008): pairing required')
  await page
    .getByRole('link', { name: /^Open: / })
    .first()
    .click()
  await expect(page).toHaveURL(new RegExp(`^${host.url}[a-z-]*pairing`))

  await page.goto(`${host.url}no-such-family/`)
  await expect(heading(page)).toContainText('no page')
})

test('a network that hangs is waited for a moment only', async ({ page, host }) => {
  await kept(page, host)
  host.hang()
  await page.goto(`${host.url}connect-failed/`)
  await expect(heading(page)).not.toHaveText('')
  await expect(page.getByRole('navigation', { name: /What/ }).getByRole('link').first()).toBeVisible()
})

const newWorker = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })

test('a site that was renewed says so, and changes when the reader wants it', async ({ page, host }) => {
  await kept(page, host)
  await page.goto(`${host.url}docker/`)
  host.renew('index.html', (html) => html.replaceAll(/assets\/index-[^"]*\.js/g, 'assets/index-newer.js'))
  host.renew('sw.js', (code) => `${code}\n// newer`)
  await newWorker(page)
  const notice = page.getByRole('region', { name: 'New version' })
  await expect(notice).toContainText('renewed')
  await expect(heading(page)).toBeVisible()
  const loaded = page.waitForEvent('load')
  await notice.getByRole('button', { name: 'Load the new version' }).click()
  await loaded
  expect(page.url()).toBe(`${host.url}docker/`)
})

test('a page of the newest version lets its worker take over, and says nothing', async ({ page, host }) => {
  await kept(page, host)
  host.renew('sw.js', (code) => `${code}\n// newer`)
  const changed = page.evaluate(
    () => new Promise<void>((resolve) => navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true })),
  )
  await newWorker(page)
  await changed
  await expect(page.getByText('renewed')).toBeHidden()
})
