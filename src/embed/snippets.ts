/** What somebody puts into a page, and how it shall look. What is not set is left to the page and its reader. */
export type Choice = {
  family?: string
  node?: string
  install?: string
  os?: string
  theme?: string
  view?: string
  height: number
  /** What the frame is called; a screen reader says it. */
  title: string
}

/** An `<iframe>` that is complete alone, written so that HTML and JSX both take it. `base`: the site's root. */
export function iframeSnippet(choice: Choice, base: string): string {
  const attributes = {
    src: `${base}embed/${pathOf(choice)}${queryOf(choice)}`,
    title: choice.title,
    width: '100%',
    height: String(choice.height),
    loading: 'lazy',
    allow: 'clipboard-write',
    referrerpolicy: 'strict-origin-when-cross-origin',
  }
  return `<iframe${written(attributes)}></iframe>`
}

/**
 * What goes into the head once, and the element, with a link in it for where there is no script. The style keeps the room until the
 * script is there, so that nothing moves.
 */
export function elementSnippet(choice: Choice, base: string): { head: string; element: string } {
  const { title, height, ...given } = choice
  const link = `<a${written({ href: `${base}${pathOf(choice)}${queryOf(choice)}` })}>${escaped(title)}</a>`
  return {
    head: [
      `<script type="module" src="${escaped(`${base}embed.js`)}"></script>`,
      `<style>openclaw-flowchart:not(:defined) { display: block; min-height: ${height}px }</style>`,
    ].join('\n'),
    element: `<openclaw-flowchart${written({ ...given, height: String(height) })}>${link}</openclaw-flowchart>`,
  }
}

/** A picture of the chart that is a link: for where frames are stripped. */
export function markdownSnippet(choice: Choice, base: string): string {
  const title = choice.title.replaceAll(/[[\]]/g, String.raw`\$&`)
  return `[![${title}](${base}charts/${choice.family ?? 'triage'}.svg)](${base}${pathOf(choice)}${queryOf(choice)})`
}

const pathOf = ({ family, node }: Choice): string => [family, node].flatMap((part) => (part ? [`${part}/`] : [])).join('')

function queryOf({ install, os, theme, view }: Choice): string {
  const set = Object.entries({ install, os, theme, view }).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}

const written = (attributes: Record<string, string | undefined>): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) => (value ? [` ${name}="${escaped(value)}"`] : []))
    .join('')

/** For attributes and text of HTML and of JSX, where a brace would begin a program. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')
