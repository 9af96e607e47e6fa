import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'playwright/test'
import { families, textsOf } from './flows.ts'

const dist = new URL('../dist/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, dist), 'utf8')

test('every embed address is a file of its own with all commands, small, not for search engines, without chrome', async ({ page }) => {
  await page.goto('about:blank')
  // A browser's own parser reads them, and runs nothing.
  const contentsOf = (pages: string[]) =>
    page.evaluate(
      (texts) =>
        texts.map((text) => {
          const parsed = new DOMParser().parseFromString(text, 'text/html')
          return {
            commands: [...parsed.querySelectorAll('code[data-command]')].map((code) => code.textContent),
            heading: parsed.querySelector('h1')?.textContent,
            full: [...parsed.querySelectorAll('a')].find((link) => link.textContent === 'Open full page')?.getAttribute('href'),
            chrome: parsed.querySelectorAll('header, [role=banner], a[href="#main"]').length,
            charts: parsed.querySelectorAll('img[src$=".svg"]').length,
          }
        }),
      pages,
    )
  // One expectation per family: some thousand of them in a test cost minutes.
  for (const { id, nodes } of families) {
    const addresses = [undefined, ...nodes].map((node) => ({ node: node ?? nodes[0]!, path: node ? `${id}/${node.id}/` : `${id}/` }))
    const pages = addresses.map(({ path }) => read(`embed/${path}index.html`))
    const contents = await contentsOf(pages)
    const found = addresses.map(({ node, path }, i) => {
      const { commands, heading, full, chrome, charts } = contents[i]!
      const html = pages[i]!
      const site = read(`${path}index.html`)
      const { version, type } = JSON.parse(read(`${path}oembed.json`)) as Record<string, string>
      return {
        path,
        heading,
        missing: textsOf(node).filter((text) => !commands.includes(text)),
        full: new URL(full ?? '', `https://x/embed/${path}`).href,
        chrome,
        charts,
        hidden: html.includes('<meta name="robots" content="noindex">'),
        rooted: /(src|href)="\//.test(html),
        smaller: html.length < site.length,
        oembed: [version, type],
        announced: site.includes('<link rel="alternate" type="application/json+oembed" href="oembed.json">'),
      }
    })
    expect(found).toEqual(
      addresses.map(({ node, path }) => ({
        path,
        heading: node.title,
        missing: [],
        full: `https://x/${node === nodes[0] ? `${id}/` : path}`,
        chrome: 0,
        charts: 1,
        hidden: true,
        rooted: false,
        smaller: true,
        oembed: ['1.0', 'link'],
        announced: true,
      })),
    )
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
      if (path === 'embedding/') {
        // It is loaded when it comes near.
        await page.locator('openclaw-flowchart').scrollIntoViewIfNeeded()
        await expect(
          page
            .locator('openclaw-flowchart iframe')
            .contentFrame()
            .getByText(/^Your setup: /),
        ).toBeVisible()
      } else await expect(page.getByText(/^Your setup: /)).toBeVisible()
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
