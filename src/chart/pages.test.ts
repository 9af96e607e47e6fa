import { expect, test } from 'vitest'
import { familyMeta, nodesOf } from '../engine/graph.ts'
import { robots, sitemap } from './crawlers.ts'
import { families } from './families.ts'
import { pagesOf } from './pages.ts'
import { siteUrlOf } from './site-url.ts'

const template =
  '<html><head><meta charset="utf-8" /><title>Home</title><meta name="description" content="About" /></head><body><div id="root"></div></body></html>'
const [family] = families
const build = (siteUrl?: string) =>
  pagesOf([family!], { template, dataFile: () => 'assets/data.json', render: () => Promise.resolve('<h1>Content</h1>'), siteUrl })
/** What a page says of itself to search engines. */
const dataOf = (html: string) => {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1]
  return text === undefined ? [] : (JSON.parse(text) as { '@graph': { '@type': string }[] })['@graph']
}

test('SITE_URL is taken with or without a slash at its end, and refused when it is no web address', () => {
  expect(siteUrlOf({})).toBeUndefined()
  expect(siteUrlOf({ SITE_URL: '' })).toBeUndefined()
  expect(siteUrlOf({ SITE_URL: 'https://example.org' })).toBe('https://example.org/')
  expect(siteUrlOf({ SITE_URL: 'https://example.org/claw/?a=b#c' })).toBe('https://example.org/claw/')
  for (const wrong of ['example.org', '/claw/', 'ftp://example.org/', 'javascript:alert(1)'])
    expect(() => siteUrlOf({ SITE_URL: wrong })).toThrow(/SITE_URL/)
})

test('without SITE_URL no page holds an absolute address of the site', async () => {
  for (const { html } of await build()) expect(html).not.toMatch(/rel="canonical"|og:url|og:image|BreadcrumbList/)
  expect(robots(undefined)).not.toContain('Sitemap')
})

test('with SITE_URL every page names its own address, which the sitemap lists', async () => {
  const siteUrl = 'https://example.org/claw/'
  const pages = (await build(siteUrl)).filter(({ path }) => path.endsWith('.html'))
  const listed = sitemap(
    pages.map(({ url = '' }) => url),
    siteUrl,
  )
  expect(pages).toHaveLength(3 + nodesOf(family!).length)
  for (const { url, html } of pages) {
    expect(html).toContain(`<link rel="canonical" href="${siteUrl}${url}">`)
    expect(listed).toContain(`<loc>${siteUrl}${url}</loc>`)
  }
  expect(robots(siteUrl)).toContain('Sitemap: https://example.org/claw/sitemap.xml')
})

test('a fix is a how-to with its steps, and nothing is claimed of a question', async () => {
  const pages = await build()
  for (const node of nodesOf(family!)) {
    const { html } = pages.find(({ url }) => url === `${family!.id}/${node.id}/`)!
    const { meta } = node
    if (meta.kind === 'fix') expect(dataOf(html)).toMatchObject([{ '@type': 'HowTo', name: meta.title, step: meta.steps.map(() => ({})) }])
    else expect(dataOf(html)).toEqual([])
  }
})

test('a page has its own title, and what could end an element stands escaped', async () => {
  const pages = (await build()).filter(({ path }) => path.endsWith('.html'))
  expect(pages.find(({ url }) => url === `${family!.id}/`)?.html).toContain(
    `<title>${familyMeta(family!).title} – OpenClaw Gateway Flowchart</title>`,
  )
  for (const { html } of pages) expect(html.match(/<\/title>/g)).toHaveLength(1)
})
