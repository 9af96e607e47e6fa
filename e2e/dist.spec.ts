import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'playwright/test'
import { commandsOf, families, reach } from './flows.ts'

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

test('every page has a Markdown twin with the commands of the places where it can occur', () => {
  const environments = (['native', 'compose', 'container'] as const).flatMap((install) =>
    (['linux', 'macos', 'windows'] as const).map((os) => ({ install, os, release: '2026.9.6' }) as const),
  )
  for (const family of families) {
    const reached = environments.map((env) => ({ env, nodes: reach(family, env) }))
    for (const node of family.nodes) {
      const twin = read(`${family.id}/${node.id}/index.md`)
      const blocks = new Set([...twin.matchAll(/^```\w*\n(.*?)\n```$/gms)].map(([, text]) => text))
      const texts = reached.flatMap(({ env, nodes }) => (nodes.has(node.id) ? commandsOf(node, env).map(({ text }) => text) : []))
      expect(
        texts.filter((text) => !blocks.has(text)),
        `${family.id}/${node.id}`,
      ).toEqual([])
    }
  }
})

test('every page names its Markdown twin', () => {
  for (const { id, nodes } of families)
    for (const path of [`${id}/`, `${id}/${nodes[0]!.id}/`])
      expect(read(`${path}index.html`), path).toContain('<link rel="alternate" type="text/markdown" href="index.md">')
})

test('llms.txt leads to every family', () => {
  const overview = read('llms.txt')
  for (const { id } of families) {
    expect(overview).toContain(`(${id}/index.md)`)
    expect(existsSync(new URL(`${id}/index.md`, dist)), id).toBe(true)
  }
})

test('no layout engine is shipped', () => {
  for (const file of assets.filter((name) => name.endsWith('.js')))
    expect(read(`assets/${file}`), file).not.toMatch(/org\.eclipse\.elk|elk\.layered/)
})

test('no script asks for a file that is not there', () => {
  for (const file of assets.filter((name) => name.endsWith('.js')))
    for (const [, named = ''] of read(`assets/${file}`).matchAll(/"\.\/([\w.-]+\.(?:js|css|json))"/g))
      expect(assets, `${file} names it`).toContain(named)
})

test('the panel works without the chart’s script', async ({ page }) => {
  const [family] = families
  const chart = /\/chart-[^/]*\.js$/
  await page.route(chart, (route) => route.abort())
  await page.goto(`${family!.id}/?install=compose`)
  await page.getByRole('navigation', { name: 'What' }).getByRole('link').first().click()
  await expect(page).not.toHaveURL(new RegExp(`/${family!.id}/(\\?|$)`))
  await expect(page.getByText('The map did not load. Everything works without it.')).toBeVisible()
})
