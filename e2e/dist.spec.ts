import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { Ajv } from 'ajv'
import { expect, test } from 'playwright/test'
import { families } from './flows.ts'

const dist = new URL('../dist/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, dist), 'utf8')
const assets = readdirSync(new URL('assets/', dist))

test('flows.json fits the schema published beside it', () => {
  const validate = new Ajv({ allErrors: true, strictRequired: false, strictTypes: false }).compile(JSON.parse(read('flows.schema.json')))
  expect(validate(JSON.parse(read('flows.json'))), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
})

test('every family and node is a file of its own, under any base path', () => {
  for (const { id, title, nodes } of families)
    for (const path of [`${id}/`, ...nodes.map((node) => `${id}/${node.id}/`)]) {
      expect(existsSync(new URL(`${path}index.html`, dist)), path).toBe(true)
      const html = read(`${path}index.html`)
      expect(html, path).toContain(title.replaceAll('&', '&amp;'))
      expect(html, `${path}: only relative addresses`).not.toMatch(/(src|href)="\//)
    }
})

test('no layout engine is shipped', () => {
  for (const file of assets.filter((name) => name.endsWith('.js')))
    expect(read(`assets/${file}`), file).not.toMatch(/org\.eclipse\.elk|elk\.layered/)
})

test('a family works on at most 100 kB of script, and the chart comes after', async ({ page }) => {
  const kB = (urls: Iterable<string>) =>
    [...urls].reduce((sum, url) => sum + gzipSync(read(`assets/${url.split('/').at(-1)}`)).length, 0) / 1000
  const largest = { family: '', size: 0 }
  for (const { id, nodes } of families) {
    const scripts = new Set<string>()
    page.removeAllListeners('request')
    page.on('request', (request) => {
      if (request.url().endsWith('.js')) scripts.add(request.url())
    })
    await page.route(/\/chart-(?!frame).*\.js$/, (route) => route.abort())
    await page.goto(`${id}/?view=steps&install=compose`)
    await expect(page.getByRole('heading', { level: 1, name: nodes[0]!.title })).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(
      [...scripts].some((url) => /\/chart-(?!frame)/.test(url)),
      `${id}: the chart is not needed`,
    ).toBe(false)
    const size = kB(scripts)
    if (size > largest.size) Object.assign(largest, { family: id, size })
  }
  test.info().annotations.push({ type: 'largest', description: `${largest.family}: ${largest.size.toFixed(1)} kB gzip` })
  console.log(`  script before the chart, at most: ${largest.size.toFixed(1)} kB gzip (${largest.family})`)
  expect(largest.size).toBeLessThanOrEqual(100)
})
