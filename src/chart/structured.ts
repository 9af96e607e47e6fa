import type { Family } from '../../flows/flow.ts'
import { familyMeta, type Node } from '../engine/graph.ts'
import { siteName } from '../engine/title.ts'
import { urlOf } from './content.ts'

type Thing = Record<string, unknown> & { '@type': string }

/**
 * What a page is, for search engines, as a script element of data (schema.org, JSON-LD). A fix is a how-to; a page below a family stands
 * in a trail of pages, which is told where the site's absolute address is known. Nothing is claimed of questions and checks.
 */
export function structured(siteUrl: string | undefined, family?: Family, node?: Node): string {
  const things = [
    ...(family === undefined && siteUrl ? [{ '@type': 'WebSite', name: siteName, url: siteUrl }] : []),
    ...(node?.meta.kind === 'fix' ? [howTo(node.meta)] : []),
    ...(family && siteUrl ? [trail(siteUrl, family, node)] : []),
  ]
  if (things.length === 0) return ''
  const data = { '@context': 'https://schema.org', '@graph': things }
  // No text in it can end the element.
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>`
}

const howTo = ({ title, body, steps }: Extract<Node['meta'], { kind: 'fix' }>): Thing => ({
  '@type': 'HowTo',
  name: title,
  ...(body && { description: body.replaceAll('`', '') }),
  step: steps.map(({ text }, i) => ({ '@type': 'HowToStep', position: i + 1, text: text.replaceAll('`', '') })),
})

function trail(siteUrl: string, family: Family, node: Node | undefined): Thing {
  const places = [
    { name: siteName, url: '' },
    { name: familyMeta(family).title, url: urlOf(family.id) },
    ...(node ? [{ name: node.meta.title, url: urlOf(family.id, node.id) }] : []),
  ]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: places.map(({ name, url }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: new URL(url, siteUrl).href,
    })),
  }
}
