import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'playwright/test'
import { families, textsOf } from './flows.ts'

const dist = new URL('../dist/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, dist), 'utf8')

test('every embed address is a file of its own with all commands, small, not for search engines, without chrome', async ({ page }) => {
  test.setTimeout(300_000)
  await page.goto('about:blank')
  // A browser's own parser reads them, and runs nothing.
  const contentOf = (html: string) =>
    page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'text/html')
      return {
        commands: [...parsed.querySelectorAll('code[data-command]')].map((code) => code.textContent),
        heading: parsed.querySelector('h1')?.textContent,
        full: [...parsed.querySelectorAll('a')].find((link) => link.textContent === 'Open full page')?.getAttribute('href'),
        chrome: parsed.querySelectorAll('header, [role=banner], a[href="#main"]').length,
        charts: parsed.querySelectorAll('img[src$=".svg"]').length,
      }
    }, html)
  for (const { id, nodes } of families)
    for (const node of [undefined, ...nodes]) {
      const path = node ? `${id}/${node.id}/` : `${id}/`
      const html = read(`embed/${path}index.html`)
      const { commands, heading, full, chrome, charts } = await contentOf(html)
      const shown = node ?? nodes[0]!
      expect(heading, path).toBe(shown.title)
      for (const text of textsOf(shown)) expect(commands, path).toContain(text)
      expect(new URL(full ?? '', `https://x/embed/${path}`).href, path).toBe(`https://x/${shown === nodes[0] ? `${id}/` : path}`)
      expect([chrome, charts], path).toEqual([0, 1])
      expect(html, path).toContain('<meta name="robots" content="noindex">')
      expect(html, `${path}: only relative addresses`).not.toMatch(/(src|href)="\//)
      expect(html.length, path).toBeLessThan(read(`${path}index.html`).length)
      expect(JSON.parse(read(`${path}oembed.json`)), path).toMatchObject({ version: '1.0', type: 'link' })
      expect(read(`${path}index.html`), path).toContain('<link rel="alternate" type="application/json+oembed" href="oembed.json">')
    }
})

test('nothing in a frame depends on the height of the frame', () => {
  const html =
    read('embed/index.html') + read('embed/pairing-required/index.html') + read('embed/pairing-required/approve-device/index.html')
  expect(html).not.toMatch(/\b(?:h|min-h|max-h)-(?:d|s|l)?vh\b|\[[^\]]*\d(?:d|s|l)?vh|min-h-full|min-h-screen/)
})

test('the embed script asks for nothing else', () => {
  expect(read('embed.js')).not.toMatch(/\bimport\b(?!\.meta)|\brequire\(|fetch\(|XMLHttpRequest|innerHTML|\beval\b/)
  expect(read('sw.js')).not.toMatch(/embed\.js|"embed\//)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`frames and the embedding page can be used by everybody, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    for (const path of [
      'embed/',
      'embed/pairing-required/',
      'embed/pairing-required/approve-device/?install=docker',
      'embed/docker/?view=chart',
      'embedding/',
    ]) {
      await page.goto(path)
      if (path === 'embedding/')
        await expect(
          page
            .locator('openclaw-flowchart iframe')
            .contentFrame()
            .getByText(/^Your setup: /),
        ).toBeVisible()
      else await expect(page.getByText(/^Your setup: /)).toBeVisible()
      if (path.includes('docker')) await expect(page.getByRole('group', { name: /^Flowchart/ })).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        path,
      ).toEqual([])
    }
  })

test('a fix fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 })
  for (const path of ['embed/pairing-required/approve-device/', 'embedding/']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(375)
  }
})
