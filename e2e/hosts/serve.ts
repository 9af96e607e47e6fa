import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

export type Server = { url: string; close: () => Promise<void> }

type Answer = { body: Buffer | string; ending: string }

/** Serves what `read` has for a path on a free port of another site than the flowchart's, which is `localhost`. */
async function serve(read: (path: string) => Answer | undefined): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const answer = read(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
    response.writeHead(answer ? 200 : 404, { 'Content-Type': types[answer?.ending ?? ''] ?? 'application/octet-stream' })
    response.end(answer?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A site that somebody built into a folder; an address without an ending is a page. */
export const serveFolder = (folder: string): Promise<Server> =>
  serve((asked) => {
    const files = [asked, `${asked}.html`, `${asked}/index.html`].map((each) => path.join(folder, each))
    const file = files.find((each) => path.extname(each) !== '' && existsSync(each))
    return file?.startsWith(folder) ? { body: readFileSync(file), ending: path.extname(file) } : undefined
  })

/** Pages written down in a test, by path; more may be added while it runs. */
export const servePages = (pages: Record<string, string>): Promise<Server> =>
  serve((asked) => {
    const body = pages[asked.replace(/index\.html$/, '')]
    return body === undefined ? undefined : { body, ending: '.html' }
  })
