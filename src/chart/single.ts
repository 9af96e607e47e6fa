import type { Rolldown } from 'vite'
import { guarded, replaced } from './guard.ts'

/** The built page with its script, style sheet and `icon` (SVG) inside: a file that works alone, and may fetch nothing. */
export function singleFile(page: string, bundle: Rolldown.OutputBundle, icon: string): string {
  const script = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
  if (script?.type !== 'chunk') throw new Error('The build has no script.')
  const scriptless = replaced(page, /\s*<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/, '')
  const alone = replaced(scriptless, /\s*<link rel="(?:apple-touch-icon|manifest)"[^>]*>/g, '')
  const iconed = replaced(alone, /(?<=<link rel="icon"[^>]*href=")[^"]*/, `data:image/svg+xml,${encodeURIComponent(icon)}`)
  const worded = replaced(
    iconed,
    '<div id="root">',
    '<noscript><p>This file is a program and needs JavaScript. The same pages on the web work without.</p></noscript>\n    <div id="root">',
  )
  // What ends a script element in HTML, or opens a comment, means the same in JavaScript when escaped: it stands in strings only.
  const code = script.code.replaceAll('</script', String.raw`<\/script`).replaceAll('<!--', String.raw`<\!--`)
  return guarded(replaced(worded, '</body>', `  <script type="module">${code}</script>\n  </body>`), "'none'")
}
