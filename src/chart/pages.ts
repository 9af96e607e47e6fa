import type { Family } from '../../flows/flow.ts'
import { familyMeta, nodesOf } from '../engine/graph.ts'
import { pageTitle } from '../engine/title.ts'
import { urlOf } from './content.ts'

export type Page = { path: string; html: string }

/**
 * One HTML file per address, made from the built home page: own title and description, file references relative to its depth,
 * and its family's data (`dataFile` names it) fetched along with the scripts.
 */
export function pagesOf(home: string, families: readonly Family[], dataFile: (family: Family) => string): Page[] {
  return families.flatMap((family) => {
    const { title, summary } = familyMeta(family)
    const data = dataFile(family)
    return [
      page(home, urlOf(family.id), [title], summary, data),
      ...nodesOf(family).map(({ id, meta }) =>
        page(home, urlOf(family.id, id), [meta.title, title], firstSentence(meta.body) ?? summary, data),
      ),
    ]
  })
}

function page(home: string, url: string, title: readonly string[], description: string, data: string): Page {
  const up = '../'.repeat(url.split('/').length - 1)
  const titled = replaced(home, /<title>.*?<\/title>/s, `<title>${escaped(pageTitle(...title))}</title>`)
  const described = replaced(titled, /(?<=<meta\s+name="description"\s+content=").*?(?=")/s, escaped(description))
  const loaded = replaced(described, '</head>', `  <link rel="preload" href="./${data}" as="fetch" crossorigin>\n  </head>`)
  return { path: `${url}index.html`, html: loaded.replaceAll(/(href|src)="\.\//g, `$1="${up}`) }
}

/** Replaces what must be there: a home page that changed its shape stops the build instead of making wrong pages. */
function replaced(html: string, what: RegExp | string, by: string): string {
  if (html.search(what) < 0) throw new Error(`The home page has no ${what}`)
  return html.replace(what, () => by)
}

const firstSentence = (body: string | undefined): string | undefined => body && /^.*?[.:?](?=\s|$)/s.exec(body)?.[0].replaceAll('`', '')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * The page a host serves for an unknown address, at any depth. It looks for the site's root in the parent paths by trying to load
 * the app from each, and leaves the address to the app, which says what is unknown and offers what is near.
 */
export function notFoundPage(home: string): string {
  const app = /<script type="module"[^>]*src="\.\/([^"]+)"/.exec(home)?.[1]
  const style = /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"/.exec(home)?.[1]
  if (!app || !style) throw new Error('The home page names no script or no style: the 404 page cannot be made.')
  const finder = `
      const parts = location.pathname.split('/').slice(0, -1)
      const load = async () => {
        for (let depth = parts.length; depth > 0; depth--) {
          const root = new URL(parts.slice(0, depth).join('/') + '/', location.origin)
          try {
            await import(new URL(${JSON.stringify(app)}, root).href)
            document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL(${JSON.stringify(style)}, root).href }))
            return
          } catch {}
        }
        document.getElementById('root').textContent = 'This page does not exist. Remove the end of the address to get to the start page.'
      }
      load()`
  const titled = replaced(home, /<title>.*?<\/title>/s, `<title>${pageTitle('Not found')}</title>`)
  const bare = titled.replaceAll(/\s*<(link rel="(stylesheet|modulepreload|icon)"|script type="module")[^>]*>(<\/script>)?/g, '')
  return replaced(bare, '</head>', `  <meta name="robots" content="noindex">\n    <script type="module">${finder}</script>\n  </head>`)
}
