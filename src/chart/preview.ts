import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

/** Makes `vite preview` answer as a plain static host does: `404.html` with status 404 for unknown addresses, files open to every origin. */
export function serveLikeAHost(): Plugin {
  return {
    name: 'serve-like-a-host',
    configurePreviewServer(server) {
      const dist = path.resolve(server.config.root, server.config.build.outDir)
      server.middlewares.use((request, response, next) => {
        response.setHeader('Access-Control-Allow-Origin', '*')
        const asked = new URL(request.url ?? '/', 'http://localhost').pathname
        const below = path.join(dist, decodedPath(asked))
        const file = below.endsWith(path.sep) ? path.join(below, 'index.html') : below
        if (file.startsWith(dist) && existsSync(file) && path.extname(file) !== '') return next()
        if (file.startsWith(dist) && existsSync(path.join(file, 'index.html'))) {
          response.writeHead(301, { Location: `${asked}/` }).end()
          return undefined
        }
        response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(readFileSync(path.join(dist, '404.html')))
        return undefined
      })
    },
  }
}

function decodedPath(asked: string): string {
  try {
    return decodeURIComponent(asked)
  } catch {
    return '/404'
  }
}
