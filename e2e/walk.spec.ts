import { expect, type Page } from 'playwright/test'
import type { Env, Install } from '../flows/flow.ts'
import { commandsOf, families, nodeOf, reach } from './flows.ts'
import { test } from './page.ts'

const installs: Install[] = ['native', 'compose', 'container']
const env = (install: Install): Env => ({ install, os: 'linux', release: '2026.9.6' })
const inQuery = (install: Install) => new URLSearchParams(env(install)).toString()
const open = (page: Page, path: string, install: Install, more = '') =>
  page.goto(`${path}?${inQuery(install)}${more}`, { waitUntil: 'commit' })

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

/** A node to come to, and the answer that leads there from the one before. */
type Stop = { id: string; title: string; fix: boolean; answer?: string; onward: Stop[] }
/** What stood at a node: its commands, what Copy took, which buttons were locked before the backup was confirmed, and how many were drawn twice. */
type Shown = { id: string; commands: string[]; copied: string[]; locked: boolean[]; replaced: number }

/** Walks in the page: clicks the answers, looks around, presses every Copy, goes back. A round trip to the test for each would take minutes. */
const walkInPage = async (first: Stop): Promise<Shown[]> => {
  const shown: Shown[] = []
  const rendered = () => new Promise((resume) => setTimeout(resume))
  const until = async (isSo: () => boolean, what: () => string) => {
    const start = performance.now()
    while (!isSo()) {
      if (performance.now() - start > 10_000) throw new Error(what())
      await rendered()
    }
  }
  const heading = () => document.querySelector('h1')?.textContent
  const arrive = (title: string) =>
    until(
      () => heading() === title,
      () => `“${title}” did not come up: “${heading()}”`,
    )
  const visit = async (stop: Stop) => {
    await arrive(stop.title)
    // The steps of a fix come first, and may be copied before the rest is there.
    const early = [...document.querySelectorAll('article section button')]
    if (stop.fix)
      await until(
        () => document.getElementById('verify') !== null,
        () => `the proof of “${stop.title}” did not come up`,
      )
    const replaced = early.filter((button) => !button.isConnected).length
    const article = document.querySelector('article')!
    // The forms of other environments are there too, hidden.
    const seen = <E extends Element>(found: NodeListOf<E>) => [...found].filter((element) => element.checkVisibility())
    const buttons = seen(article.querySelectorAll('button')).filter((button) =>
      /^Copy: (step|the check)(?!.*, line)/.test(button.ariaLabel ?? ''),
    )
    const locked = buttons.map((button) => button.disabled)
    for (const box of seen(article.querySelectorAll<HTMLInputElement>('label input[type=checkbox]'))) box.click()
    await rendered()
    window.copied = []
    for (const button of buttons) {
      button.click()
      await rendered()
    }
    const commands = seen(article.querySelectorAll('code[data-command]')).map((code) => code.textContent)
    shown.push({ id: stop.id, commands, copied: window.copied, locked, replaced })
    for (const next of stop.onward) {
      const link = document.querySelector<HTMLAnchorElement>(`a[data-answer="${next.answer}"]`)
      if (!link) throw new Error(`${stop.id} has no answer ${next.answer}`)
      link.click()
      await visit(next)
      history.back()
      await arrive(stop.title)
    }
  }
  await visit(first)
  return shown
}

for (const family of families)
  for (const install of installs)
    test(`${family.id}, ${install}: real answers lead to every node, and Copy gives exactly its commands`, async ({ page }) => {
      const found = reach(family, env(install))
      const stopAt = (id: string, answer?: string): Stop => ({
        id,
        title: nodeOf(family, id).title,
        fix: nodeOf(family, id).kind === 'fix',
        ...(answer && { answer }),
        onward: [...found].flatMap(([to, by]) => (by?.from === id ? [stopAt(to, by.answer.id)] : [])),
      })
      await keepCopies(page)
      const [first] = family.nodes
      await open(page, `${family.id}/`, install, '&view=steps')
      await expect(page.getByRole('heading', { level: 1, name: first!.title, exact: true })).toBeVisible()
      const shown = await page.evaluate(walkInPage, stopAt(first!.id))
      expect(shown.map(({ id }) => id).toSorted()).toEqual([...found.keys()].toSorted())
      for (const { id, commands, copied, locked, replaced } of shown) {
        expect(replaced, `${family.id}/${id}: buttons that were taken away`).toBe(0)
        const published = commandsOf(nodeOf(family, id), env(install))
        const texts = published.map(({ text }) => text)
        expect(commands, `${family.id}/${id}`).toEqual(texts)
        expect(copied, `${family.id}/${id}: copied`).toEqual(texts)
        expect(locked, `${family.id}/${id}: what deletes is locked until there is a backup`).toEqual(
          published.map(({ deletes }) => deletes),
        )
      }
    })

/** Goes to an address of the site as a link on the page would. */
const follow = (page: Page, path: string) =>
  page.evaluate((href) => {
    const link = document.createElement('a')
    link.href = new URL(href, document.querySelector<HTMLAnchorElement>('header a')?.href).href
    document.body.append(link)
    link.click()
    link.remove()
  }, path)

for (const family of families)
  for (const install of installs) {
    const found = reach(family, env(install))
    const elsewhere = family.nodes.filter(({ id }) => !found.has(id))
    if (elsewhere.length === 0) continue
    // One notice says it for all of them; where each can occur is a unit test's.
    const some = elsewhere.length > 2 ? [elsewhere[0]!, elsewhere.at(-1)!] : elsewhere
    test(`${family.id}, ${install}: what cannot occur there says why and offers the switch`, async ({ page }) => {
      await open(page, `${family.id}/`, install, '&view=steps')
      await expect(page.getByRole('article')).toBeVisible()
      for (const node of some) {
        await follow(page, `${family.id}/${node.id}/?${inQuery(install)}&view=steps`)
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
      await box.click()
      await expect(page.getByRole('heading', { level: 1, name: node.title, exact: true })).toBeVisible()
      await expect(box).toHaveAttribute('aria-current', 'step')
      await expect(page).toHaveURL(new RegExp(`/${family.id}/${id}/`))
    }
  })
