import { expect, test, type Page } from 'playwright/test'

// No server: the file is opened as from a stick.
const file = new URL('../dist/openclaw-gateway-flowchart.html', import.meta.url)
const field = (page: Page) => page.getByLabel('Paste the error or the log around it')

test('the single file opens from a disk and leads from a paste to a copied fix, without a request', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url().slice(0, 200)))
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))

  await page.goto(file.href)
  await field(page).fill('Gateway start blocked: set gateway.mode=local (current: unset) or pass --allow-unconfigured.')
  await page.getByRole('link', { name: /^Open: Gateway start blocked/ }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Which mode does the config hold?')
  await expect(page).toHaveURL(/\.html#\/gateway-start-blocked\/$/)
  await expect(page.getByRole('group', { name: /^Flowchart/ })).toBeVisible()

  const answers = page.getByRole('navigation', { name: /^What/ })
  await answers.getByRole('link', { name: 'Nothing: not found, or unset' }).click()
  await answers.getByRole('link', { name: 'No, this is its first start' }).click()
  await expect(page.getByRole('button', { name: /^Copy/ }).first()).toBeVisible()
  const fix = await heading.innerText()
  await page.reload()
  await expect(heading).toHaveText(fix)
  await page.getByRole('button', { name: /^Copy/ }).first().click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('openclaw')

  await page.goBack()
  await expect(heading).toHaveText('Did this gateway start before?')
  await page.goForward()
  await expect(heading).toHaveText(fix)
  expect(faults).toEqual([])
  expect(asked.filter((url) => url.split('#')[0] !== file.href && !url.startsWith('data:'))).toEqual([])
})

test('a long paste into the single file is read without a worker', async ({ page }) => {
  await page.goto(file.href)
  await field(page).evaluate((area: HTMLTextAreaElement) => {
    const data = new DataTransfer()
    data.setData('text/plain', `${'all is well\n'.repeat(100_000)}listen EADDRINUSE: address already in use 127.0.0.1:18790\n`)
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('region', { name: /This is it/ })).toContainText('line 100,001')
})

test('an address in the fragment that means nothing says so, and offers what is near', async ({ page }) => {
  await page.goto(`${file.href}#/gateway-start-bloked/`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('no page')
  await page
    .getByRole('main')
    .getByRole('link', { name: /Gateway start blocked/ })
    .first()
    .click()
  await expect(page).toHaveURL(/#\/gateway-start-blocked\/$/)
})
