import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { serving, typeOf } from '../../src/bench/serving.ts'

export type Server = { url: string; close: () => Promise<void> }

type Answer = { body: Buffer | string; file: string }

/** Serves what `read` has for a path on a free port of another site than the flowchart's, which is `localhost`. */
async function serve(read: (path: string) => Answer | undefined): Promise<Server> {
  const { port, close } = await serving((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const answer = read(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
    response.writeHead(answer ? 200 : 404, { 'Content-Type': typeOf(answer?.file ?? '') })
    response.end(answer?.body)
  })
  return { url: `http://127.0.0.1:${port}/`, close }
}

/** A site that somebody built into a folder; an address without an ending is a page. */
export const serveFolder = (folder: string): Promise<Server> =>
  serve((asked) => {
    const files = [asked, `${asked}.html`, `${asked}/index.html`].map((each) => path.join(folder, each))
    const file = files.find((each) => path.extname(each) !== '' && existsSync(each))
    return file?.startsWith(folder) ? { body: readFileSync(file), file } : undefined
  })

/** Pages written down in a test, by path; more may be added while it runs. */
export const servePages = (pages: Record<string, string>): Promise<Server> =>
  serve((asked) => {
    const body = pages[asked.replace(/index\.html$/, '')]
    return body === undefined ? undefined : { body, file: 'index.html' }
  })
