import { expect } from 'playwright/test'
import { test } from './page.ts'

const fix = 'gateway-start-blocked/set-mode/?install=native&os=linux'

test('printed, a page is its words and commands, black on white, without what is pressed', async ({ page }) => {
  await page.goto(fix)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('openclaw config set gateway.mode local').first()).toBeVisible()
  await expect(page.getByRole('list', { name: 'Your answers so far' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Copy/ }).first()).toBeHidden()
  await expect(page.getByRole('group', { name: /^Flowchart/ })).toBeHidden()
  const paper = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body)
    return { backgroundColor, color }
  })
  expect(paper.backgroundColor).toMatch(/rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)/)
  expect(paper.color).not.toMatch(/rgb\(2\d\d, 2\d\d, 2\d\d\)/)
})

test('two tabs do not disturb each other', async ({ page, context }) => {
  await page.goto(fix)
  const heading = await page.getByRole('heading', { level: 1 }).innerText()
  const other = await context.newPage()
  await other.goto('./docker/')
  await other.getByRole('radio', { name: 'Container' }).check({ force: true })
  await other.getByRole('navigation', { name: /^What/ }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  await expect(page.getByRole('radio', { name: 'Native' })).toBeChecked()
  // A new page of the site knows what was chosen last.
  await page.goto('./docker/')
  await expect(page.getByRole('radio', { name: 'Container' })).toBeChecked()
})

test('a page left for another comes back as it was', async ({ page, baseURL }) => {
  await page.goto('./')
  await page.getByLabel('Paste the error or the log around it').fill('disconnected (1008): pairing required')
  await page
    .getByRole('link', { name: /^Open: / })
    .first()
    .click()
  const heading = await page.getByRole('heading', { level: 1 }).innerText()
  const url = page.url()
  // Another origin of this machine: the same server by its number.
  await page.goto(`${baseURL!}icon.svg`).catch(() => undefined)
  await page.goBack()
  await expect(page).toHaveURL(url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
})
