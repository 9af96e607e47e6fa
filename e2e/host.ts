import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

export type Host = {
  /** The site's root. */
  url: string
  /** Answers of this file are changed from now on: the site was renewed. */
  renew: (file: string, change: (text: string) => string) => void
  /** From now on requests are taken and never answered. */
  hang: () => void
  /** Ends the server; nothing answers any more. */
  close: () => Promise<void>
}

/** A plain static host that serves the built site below a path of its own on a free port. */
export async function startHost(base = '/repo/'): Promise<Host> {
  const changes = new Map<string, (text: string) => string>()
  let hangs = false
  const send = async (response: ServerResponse, file: string, status: number) => {
    const name = path.relative(dist, file)
    response.writeHead(status, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache' })
    const change = changes.get(name)
    if (change) response.end(change(await readFile(file, 'utf8')))
    else createReadStream(file).pipe(response)
  }
  const server = createServer((request, response) => {
    if (hangs) return
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = path.join(dist, asked.slice(base.length), asked.endsWith('/') ? 'index.html' : '')
    const there = asked.startsWith(base) && file.startsWith(dist) && path.extname(file) !== '' && existsSync(file)
    void send(response, there ? file : path.join(dist, '404.html'), there ? 200 : 404)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    renew: (file, change) => changes.set(file, change),
    hang: () => (hangs = true),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
