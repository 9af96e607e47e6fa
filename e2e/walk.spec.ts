import { expect, test, type Page } from 'playwright/test'
import type { Env, Install } from '../flows/flow.ts'
import { commandsOf, families, nodeOf, reach, type Family, type Node } from './flows.ts'

const installs: Install[] = ['native', 'compose', 'container']
const env = (install: Install): Env => ({ install, os: 'linux', release: '2026.9.6' })
const open = (page: Page, path: string, install: Install, more = '') =>
  page.goto(`${path}?install=${install}&os=linux${more}`, { waitUntil: 'commit' })

/** Keeps what the page copies, in the page: asking the system's clipboard after each of some thousand commands takes minutes. */
async function keepCopies(page: Page) {
  await page.addInitScript(() => {
    window.copied = []
    navigator.clipboard.writeText = (text) => {
      window.copied.push(text)
      return Promise.resolve()
    }
  })
}

declare global {
  interface Window {
    copied: string[]
  }
}

/** The node's heading is there, every command stands as published, and Copy takes exactly that. */
async function showsNode(page: Page, family: Family, node: Node, install: Install) {
  await expect(page.getByRole('heading', { level: 1, name: node.title, exact: true })).toBeVisible()
  const commands = commandsOf(node, env(install))
  const texts = commands.map(({ text }) => text)
  const shown = await page.getByRole('article').evaluate(async (article) => {
    const rendered = () => new Promise((resume) => setTimeout(resume))
    const buttons = [...article.querySelectorAll('button')].filter((button) =>
      /^Copy: (step|the check)(?!.*, line)/.test(button.ariaLabel ?? ''),
    )
    const locked = buttons.map((button) => button.disabled)
    for (const box of article.querySelectorAll<HTMLInputElement>('label input[type=checkbox]')) box.click()
    await rendered()
    window.copied = []
    for (const button of buttons) {
      button.click()
      await rendered()
    }
    return { commands: [...article.querySelectorAll('code[data-command]')].map((code) => code.textContent), locked, copied: window.copied }
  })
  expect(shown.commands, `${family.id}/${node.id}`).toEqual(texts)
  expect(shown.copied, `${family.id}/${node.id}: copied`).toEqual(texts)
  expect(shown.locked, 'what deletes is locked until there is a backup').toEqual(commands.map(({ deletes }) => deletes))
}

for (const family of families)
  for (const install of installs)
    test(`${family.id}, ${install}: real answers lead to every node, and Copy gives exactly its commands`, async ({ page }) => {
      await keepCopies(page)
      const found = reach(family, env(install))
      const children = (id: string) => [...found].flatMap(([to, by]) => (by?.from === id ? [{ to, answer: by.answer }] : []))
      const visit = async (id: string): Promise<void> => {
        const node = nodeOf(family, id)
        await showsNode(page, family, node, install)
        for (const { to, answer } of children(id)) {
          await page
            .getByRole('navigation', { name: /What|If it did not work/ })
            .getByRole('link')
            .and(page.locator(`[data-answer="${answer.id}"]`))
            .click()
          await visit(to)
          await page.goBack()
          await expect(page.getByRole('heading', { level: 1, name: node.title, exact: true })).toBeVisible()
        }
      }
      await open(page, `${family.id}/`, install, '&view=steps')
      await visit(family.nodes[0]!.id)
    })

for (const family of families)
  for (const install of installs) {
    const found = reach(family, env(install))
    const elsewhere = family.nodes.filter(({ id }) => !found.has(id))
    if (elsewhere.length === 0) continue
    test(`${family.id}, ${install}: what cannot occur there says why and offers the switch`, async ({ page }) => {
      for (const node of elsewhere) {
        await open(page, `${family.id}/${node.id}/`, install, '&view=steps')
        await expect(page.getByRole('heading', { level: 1, name: node.title, exact: true })).toBeVisible()
        const notice = page.getByRole('region', { name: 'Not on your setup' })
        await expect(notice).toContainText('It occurs only')
        await notice
          .getByRole('button', { name: /^Switch to/ })
          .first()
          .click()
        await expect(notice).toBeHidden()
        await expect(page.getByRole('heading', { level: 1, name: node.title, exact: true })).toBeVisible()
      }
    })
  }

for (const family of families)
  test(`${family.id}: a click on a box of the map opens the same place`, async ({ page }) => {
    await open(page, `${family.id}/`, 'compose')
    const found = [...reach(family, env('compose')).keys()].slice(1)
    const map = page.getByRole('complementary', { name: 'Map' })
    for (const id of [found[0]!, found.at(-1)!]) {
      const node = nodeOf(family, id)
      await map.getByRole('button', { name: 'Show the whole chart' }).click()
      const box = map.getByRole('button', { name: `: ${node.title}` }).first()
      await box.click({ force: true })
      await expect(page.getByRole('heading', { level: 1, name: node.title, exact: true })).toBeVisible()
      await expect(box).toHaveAttribute('aria-current', 'step')
      await expect(page).toHaveURL(new RegExp(`/${family.id}/${id}/`))
    }
  })
