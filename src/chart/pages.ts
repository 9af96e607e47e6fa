import type { Family } from '../../flows/flow.ts'
import { embeddingPage } from '../engine/address.ts'
import { familyMeta, nodesOf, type Node } from '../engine/graph.ts'
import { embeddingSummary, embeddingTitle, pageTitle, siteName, twinFile } from '../engine/title.ts'
import type { Render } from '../prerender/render.tsx'
import { urlOf } from './content.ts'
import { oembedOf } from './oembed.ts'
import { guarded, replaced } from './guard.ts'
import { structured } from './structured.ts'

/** `url`: the address below the root of what is a page. */
export type Page = { url?: string; path: string; html: string }
export type Built = { template: string; dataFile: (family: Family) => string; render: Render; siteUrl?: string | undefined }

/**
 * One HTML file per address, made from the built home page: its content as the app draws it at first, own title and description,
 * file references relative to its depth, and its family's data (`dataFile` names it) fetched along with the scripts.
 * Absolute addresses stand in them only where `siteUrl` is known.
 */
export async function pagesOf(families: readonly Family[], { template, dataFile, render, siteUrl }: Built): Promise<Page[]> {
  const oembed = (place: { family?: string; node?: string | undefined }, titles: readonly string[]): Page => ({
    path: `${place.family ? urlOf(place.family, place.node) : ''}oembed.json`,
    html: oembedOf(pageTitle(...titles), place, siteUrl),
  })
  const home = {
    url: '',
    titles: [],
    description: homeDescription(template),
    head: [oembedLink, structured(siteUrl)],
    content: await render({}),
  }
  const guide = {
    ...home,
    head: [],
    url: urlOf(embeddingPage),
    titles: [embeddingTitle],
    description: embeddingSummary,
    content: await render({ family: embeddingPage }),
  }
  const empty = withoutScripts(template)
  const pages = [page(empty, siteUrl, home), page(empty, siteUrl, guide), oembed({}, [])]
  for (const family of families) {
    const { title, summary } = familyMeta(family)
    const data = dataLink(dataFile(family))
    const add = async (titles: readonly string[], description: string, node?: Node) => {
      const head = [twinLink, oembedLink, structured(siteUrl, family, node)]
      const content = await render({ family: family.id, node: node?.id })
      pages.push(page(empty, siteUrl, { url: urlOf(family.id, node?.id), titles, description, head, data, content }))
      pages.push(oembed({ family: family.id, node: node?.id }, titles))
    }
    await add([title], summary)
    for (const node of nodesOf(family)) await add([node.meta.title, title], firstSentence(node.meta.body) ?? summary, node)
  }
  return pages
}

const twinLink = `<link rel="alternate" type="text/markdown" href="${twinFile}">`
const oembedLink = '<link rel="alternate" type="application/json+oembed" href="oembed.json">'

type Parts = { url: string; titles: readonly string[]; description: string; head: readonly string[]; data?: string; content: string }

function page({ bare, scripts }: Empty, siteUrl: string | undefined, { url, titles, description, head, data, content }: Parts): Page {
  const title = escaped(pageTitle(...titles))
  const absolute = (file: string) => escaped(new URL(file, siteUrl).href)
  const tags = [
    ...head.filter(Boolean),
    `<meta property="og:type" content="${url === '' ? 'website' : 'article'}">`,
    `<meta property="og:site_name" content="${siteName}">`,
    `<meta property="og:title" content="${title}">`,
    `<meta property="og:description" content="${escaped(description)}">`,
    ...(siteUrl
      ? [
          `<link rel="canonical" href="${absolute(url)}">`,
          `<meta property="og:url" content="${absolute(url)}">`,
          `<meta property="og:image" content="${absolute('screenshot.png')}">`,
        ]
      : []),
  ]
  const titled = replaced(bare, /<title>.*?<\/title>/s, `<title>${title}</title>`)
  const described = replaced(titled, describing, escaped(description))
  const headed = replaced(described, '</head>', `  ${tags.join('\n    ')}\n  </head>`)
  const late = replaced(headed, '</body>', `  ${[...scripts, ...(data ? [data] : [])].join('\n    ')}\n  </body>`)
  // The content has its own relative links already.
  const rooted = rootedAt(url, late)
  return { url, path: `${url}index.html`, html: guarded(replaced(rooted, '<div id="root">', `<div id="root">${content}`)) }
}

/** References to files below the root, as they are from the page at `url`. */
export const rootedAt = (url: string, html: string): string =>
  html.replaceAll(/(href|src)="\.\//g, `$1="${'../'.repeat(url.split('/').length - 1) || './'}`)

/** Has a family's data fetched along with the scripts. */
export const dataLink = (file: string): string => `<link rel="preload" href="./${file}" as="fetch" crossorigin>`

type Empty = { bare: string; scripts: string[] }

/** A page parted from what loads the app. That goes behind the content: on a slow line it would take turns with the words. */
export function withoutScripts(html: string): Empty {
  const loads = /\s*(<(?:script type="module"[^>]*src=|link rel="modulepreload")[^>]*>(?:<\/script>)?)/g
  return { bare: html.replaceAll(loads, ''), scripts: [...html.matchAll(loads)].map(([, tag = '']) => tag) }
}

const describing = /(?<=<meta\s+name="description"\s+content=").*?(?=")/s
const homeDescription = (template: string): string => describing.exec(template)?.[0] ?? ''

const firstSentence = (body: string | undefined): string | undefined => body && /^.*?[.:?](?=\s|$)/s.exec(body)?.[0].replaceAll('`', '')

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * The page a host serves for an unknown address, at any depth. It looks for the site's root in the parent paths by trying to load
 * the app from each, and leaves the address to the app, which says what is unknown and offers what is near.
 */
export function notFoundPage(home: string): string {
  const app = /<script type="module"[^>]*src="\.\/([^"]+)"/.exec(home)?.[1]
  if (!app) throw new Error('The home page names no script: the 404 page cannot be made.')
  const finder = `
      const parts = location.pathname.split('/').slice(0, -1)
      const load = async () => {
        for (let depth = parts.length; depth > 0; depth--) {
          const root = new URL(parts.slice(0, depth).join('/') + '/', location.origin)
          try {
            await import(new URL(${JSON.stringify(app)}, root).href)
            return
          } catch {}
        }
        document.getElementById('root').textContent = 'This page does not exist. Remove the end of the address to get to the start page.'
      }
      load()`
  const titled = replaced(home, /<title>.*?<\/title>/s, `<title>${pageTitle('Not found')}</title>`)
  const bare = titled.replaceAll(/\s*<(link rel="(modulepreload|icon)"|script type="module")[^>]*>(<\/script>)?/g, '')
  const worded = replaced(
    bare,
    '<div id="root">',
    `<noscript><p>This page does not exist. Remove the end of the address to get to the start page: it works without JavaScript.</p></noscript>
    <div id="root">`,
  )
  return guarded(
    replaced(worded, '</head>', `  <meta name="robots" content="noindex">\n    <script type="module">${finder}</script>\n  </head>`),
  )
}
