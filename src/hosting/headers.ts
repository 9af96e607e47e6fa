/**
 * `_headers`, as Cloudflare Pages and Netlify read it at the root of a site. Both join what several rules say of one header, and two
 * policies for frames would both hold: so each folder that may not be framed is named (`closed`, below the root), and `embed/` is none of them.
 */
export function headersFile(closed: readonly string[]): string {
  const rule = (path: string, ...headers: string[]) => [path, ...headers.map((header) => `  ${header}`), ''].join('\n')
  return [
    rule('/*', 'Access-Control-Allow-Origin: *', 'X-Content-Type-Options: nosniff', 'Referrer-Policy: strict-origin-when-cross-origin'),
    rule('/assets/*', 'Cache-Control: public, max-age=31536000, immutable'),
    ...['/', ...closed.map((folder) => `/${folder}/*`)].map((path) => rule(path, "Content-Security-Policy: frame-ancestors 'self'")),
  ].join('\n')
}
