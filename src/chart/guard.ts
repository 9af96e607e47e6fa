import { createHash } from 'node:crypto'

/**
 * A page with what it may do: its own files (`files` names where they are), and the scripts that stand in it as they are. Styles are
 * free, for React Flow places its boxes by them; the address of a frame around it can be restricted by the host only.
 */
export function guarded(html: string, files: "'self'" | "'none'" = "'self'"): string {
  const hashes = [...html.matchAll(/<script(?: type="module")?>(.*?)<\/script>/gs)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
  const own = files === "'self'" ? [files] : []
  const policy = [
    `default-src ${files}`,
    `script-src ${[...own, ...hashes].join(' ')}`,
    `style-src ${[...own, "'unsafe-inline'"].join(' ')}`,
    `img-src ${[...own, 'data:'].join(' ')}`,
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return replaced(html, /(?<=<meta charset="utf-8"\s*\/?>)/, `\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`)
}

/** Replaces what must be there: a home page that changed its shape stops the build instead of making wrong pages. */
export function replaced(html: string, what: RegExp | string, by: string): string {
  if (html.search(what) < 0) throw new Error(`The home page has no ${what}`)
  return html.replace(what, () => by)
}
