import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { serving, typeOf } from './serving.ts'

export type Host = {
  /** The site's root. */
  url: string
  /** Answers of this file are changed from now on: the site was renewed, or has a page more. */
  renew: (file: string, change: (text: string) => string) => void
  /** From now on requests are taken and never answered. */
  hang: () => void
  /** Ends the server; nothing answers any more. */
  close: () => Promise<void>
}

/** A plain static host that serves the built site, packed where the browser takes it, below a path of its own, on a free port when none is named. */
export async function startHost(base = '/repo/', { dist = path.resolve('dist'), port = 0 } = {}): Promise<Host> {
  const changes = new Map<string, (text: string) => string>()
  const packed = new Map<string, Buffer>()
  let hangs = false
  const contentOf = (name: string): Buffer => {
    const file = path.join(dist, name)
    const change = changes.get(name)
    if (!change) return readFileSync(file)
    return Buffer.from(change(existsSync(file) ? readFileSync(file, 'utf8') : ''))
  }
  const pack = (name: string): Buffer => {
    const before = packed.get(name)
    const bytes = before ?? brotliCompressSync(contentOf(name), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    packed.set(name, bytes)
    return bytes
  }
  const server = await serving((request, response) => {
    if (hangs) return
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const name = path.join(asked.slice(base.length), asked.endsWith('/') ? 'index.html' : '')
    const known = changes.has(name) || (path.extname(name) !== '' && existsSync(path.join(dist, name)))
    const there = asked.startsWith(base) && !name.startsWith('..') && known
    const file = there ? name : '404.html'
    const type = typeOf(file)
    const packs = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && !type.startsWith('image/png')
    response.writeHead(there ? 200 : 404, {
      'Content-Type': type,
      'Cache-Control': 'no-cache',
      ...(packs && { 'Content-Encoding': 'br' }),
    })
    response.end(packs ? pack(file) : contentOf(file))
  }, port)
  return {
    url: `http://127.0.0.1:${server.port}${base}`,
    renew: (file, change) => {
      changes.set(file, change)
      packed.delete(file)
    },
    hang: () => (hangs = true),
    close: server.close,
  }
}
