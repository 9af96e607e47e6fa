import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Chart } from '../chart/geometry.ts'
import { install } from '../verify/install.ts'

/**
 * A built page without what makes it an app: the same words and links, and its chart (`svg`) standing in it. The floor.
 * It keeps the style sheet, for without it nothing would be where it is.
 */
export function plainPage(html: string, svg: string): string {
  return html
    .replaceAll(/<script.*?<\/script>/gs, '')
    .replaceAll(/<link rel="(?:modulepreload|preload|manifest)"[^>]*>/g, '')
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(/<a [^>]*><img [^>]*charts\/[^>]*><\/a>/, () => svg)
    .replace('<html lang="en"', '<html lang="en" data-env="native-linux-2026.9.6"')
}

/** The same page with its chart drawn by Mermaid in the browser, as most docs do it; `script` is where Mermaid lies. */
export function mermaidPage(html: string, chart: Chart, script: string): string {
  const start = `<script src="${script}"></script><script>mermaid.initialize({ startOnLoad: true, maxTextSize: 1e6, maxEdges: 1e4 })</script>`
  return plainPage(html, `<pre class="mermaid">${mermaidOf(chart)}</pre>`).replace('</body>', () => `${start}</body>`)
}

const mermaidOf = ({ boxes, edges }: Chart): string =>
  [
    'flowchart TD',
    ...boxes.map(({ id, lines }) => `  ${id}["${quoted(lines)}"]`),
    ...edges.map(({ from, to, label }) => `  ${from} -->|"${quoted(label.lines)}"| ${to}`),
  ].join('\n')

const quoted = (lines: readonly string[]) => lines.join(' ').replaceAll('"', '#quot;').replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Mermaid's code for browsers, from the registry into the cache; undefined where that cannot be reached. */
export async function mermaidScript(): Promise<string | undefined> {
  try {
    const folder = await install('mermaid', { mermaid: '12' }, 'Mermaid, to compare with')
    return readFileSync(path.join(folder, 'node_modules/mermaid/dist/mermaid.min.js'), 'utf8')
  } catch (error) {
    console.error(String(error))
    return undefined
  }
}
