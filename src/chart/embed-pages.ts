import type { Family } from '../../flows/flow.ts'
import { embedFolder } from '../engine/address.ts'
import { familyMeta, nodesOf } from '../engine/graph.ts'
import { pageTitle } from '../engine/title.ts'
import { urlOf } from './content.ts'
import { guarded } from './guard.ts'
import { dataLink, escaped, rootedAt, withoutScripts, type Built, type Page } from './pages.ts'

/**
 * The pages for frames: the same content without the site around it, one per place. They are many and stand in other people's pages,
 * so they are small: one style sheet (`styleFile`) for all, no description, no icons.
 */
export async function embedPagesOf(
  families: readonly Family[],
  { template, dataFile, render, siteUrl }: Built,
  styleFile: string,
  headScript: string,
): Promise<Page[]> {
  const { scripts } = withoutScripts(template)
  const page = async (titles: readonly string[], family?: Family, node?: string): Promise<Page> => {
    const full = family ? urlOf(family.id, node) : ''
    const path = `${embedFolder}${full}`
    const head = [
      `<meta charset="utf-8">`,
      `<meta name="viewport" content="width=device-width, initial-scale=1">`,
      `<meta name="color-scheme" content="light dark">`,
      `<meta name="robots" content="noindex">`,
      // None: else the browser asks for /favicon.ico.
      `<link rel="icon" href="data:,">`,
      `<title>${escaped(pageTitle(...titles))}</title>`,
      ...(siteUrl ? [`<link rel="canonical" href="${escaped(new URL(full, siteUrl).href)}">`] : []),
      `<link rel="stylesheet" href="./${styleFile}">`,
      `<script>${headScript}</script>`,
    ]
    const late = [...scripts, ...(family ? [dataLink(dataFile(family))] : [])]
    const rooted = (tags: readonly string[]) => rootedAt(path, tags.join('\n'))
    const content = await render({ family: family?.id, node, embedded: true })
    const html = `<!doctype html>\n<html lang="en" data-embed>\n<head>\n${rooted(head)}\n</head>\n<body><div id="root">${content}</div>\n${rooted(late)}\n</body>\n</html>\n`
    return { path: `${path}index.html`, html: guarded(html) }
  }
  const pages = [await page([])]
  for (const family of families) {
    const { title } = familyMeta(family)
    pages.push(await page([title], family))
    for (const { id, meta } of nodesOf(family)) pages.push(await page([meta.title, title], family, id))
  }
  return pages
}
