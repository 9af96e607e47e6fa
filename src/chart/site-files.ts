import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Family } from '../../flows/flow.ts'
import { embedFolder } from '../engine/address.ts'
import { nodesOf } from '../engine/graph.ts'
import type { Proofs } from '../engine/proven.ts'
import { twinFile } from '../engine/title.ts'
import { headersFile } from '../hosting/headers.ts'
import { contentOf, linkTitles, summariesOf } from './content.ts'
import { robots, sitemap } from './crawlers.ts'
import { embedPagesOf } from './embed-pages.ts'
import schema from './flows.schema.json' with { type: 'json' }
import type { Chart } from './geometry.ts'
import { notFoundPage, pagesOf } from './pages.ts'

/** A file of the built site, by its path below the root. */
type File = { path: string; text: string }

type Site = {
  families: readonly Family[]
  proofs: Readonly<Record<string, Proofs>>
  /** The built home page without content, its style sheet inside. */
  template: string
  sheet: string
  dataFile: (family: Family) => string
  chartOf: (family: Family) => Promise<Chart>
  siteUrl: string | undefined
}

const styleSheet = fileURLToPath(new URL('../styles.css', import.meta.url))

/** Everything in `dist` that is derived from the families, besides what the app fetches. `draw` is the app's own components, run in the build. */
export async function siteFiles(site: Site, draw: typeof import('../prerender/render.tsx')): Promise<File[]> {
  const { families, proofs, template, sheet, dataFile, siteUrl } = site
  const titles = linkTitles(families)
  const render = await draw.renderer(families, summariesOf(families), titles, proofs)
  const built = { template, dataFile, render, siteUrl }
  const styleFile = `${embedFolder}${createHash('sha256').update(sheet).digest('hex').slice(0, 8)}.css`
  const pages = await pagesOf(families, built)
  const urls = pages.flatMap(({ url }) => url ?? [])
  const embeds = await embedPagesOf(families, built, styleFile, draw.headScript(true))
  return [
    ...[...pages, ...embeds].map(({ path, html }) => ({ path, text: html })),
    { path: styleFile, text: sheet },
    { path: '404.html', text: notFoundPage(template) },
    ...(await pictures(site, draw)),
    ...families.flatMap((family) => [
      { path: `${family.id}/${twinFile}`, text: draw.familyTwin(family) },
      ...nodesOf(family).map((node) => ({ path: `${family.id}/${node.id}/${twinFile}`, text: draw.nodeTwin(family, node, titles) })),
    ]),
    { path: 'llms.txt', text: draw.overview(families) },
    { path: 'robots.txt', text: robots(siteUrl) },
    ...(siteUrl ? [{ path: 'sitemap.xml', text: sitemap(urls, siteUrl) }] : []),
    { path: '_headers', text: headersFile(foldersOf(urls)) },
    { path: 'flows.json', text: `${JSON.stringify(contentOf(families, proofs), null, 1)}\n` },
    { path: 'flows.schema.json', text: `${JSON.stringify(schema, null, 2)}\n` },
  ]
}

/** The charts as files: one that follows the reader's system, and one per theme. */
async function pictures({ families, chartOf }: Site, { picture, coloursIn }: typeof import('../prerender/render.tsx')): Promise<File[]> {
  const colours = coloursIn(readFileSync(styleSheet, 'utf8'))
  const schemes = { '': 'both', '-light': 'light', '-dark': 'dark' } as const
  const made = families.map(async (family) => {
    const chart = await chartOf(family)
    return Object.entries(schemes).map(([end, scheme]) => ({
      path: `charts/${family.id}${end}.svg`,
      text: picture(family, chart, colours, scheme),
    }))
  })
  return (await Promise.all(made)).flat()
}

/** The folders at the root that hold pages. */
const foldersOf = (urls: readonly string[]): string[] => [...new Set(urls.flatMap((url) => url.split('/')[0] || []))]
