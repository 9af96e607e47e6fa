import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'
import { shell, workerFile } from './terms.ts'

const source = fileURLToPath(new URL('./service-worker.ts', import.meta.url))

/** Builds the service worker, which holds the list of what it keeps: the app and all data, not the pages built from them. */
export function offline(): Plugin {
  return {
    name: 'offline',
    apply: (config, { command }) => command === 'build' && config.mode !== 'single' && !config.build?.ssr,
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const files = Object.values(bundle).flatMap((file) => (isKept(file.fileName) ? [entryOf(file)] : []))
        this.emitFile({ type: 'asset', fileName: workerFile, source: await workerOf(files) })
      },
    },
  }
}

const isKept = (file: string): boolean => file === shell || file.startsWith('assets/')

/** A hash in its name tells a file's version; what has none is told by its content. */
const entryOf = (file: Rolldown.OutputAsset | Rolldown.OutputChunk) => ({
  url: file.fileName,
  revision: file.fileName.startsWith('assets/')
    ? null
    : createHash('sha256')
        .update(file.type === 'asset' ? file.source : file.code)
        .digest('base64url')
        .slice(0, 12),
})

async function workerOf(files: readonly unknown[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { FILES: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry: source, formats: ['iife'], name: 'worker' } },
  })
  const [result] = [built].flat()
  if (!result || !('output' in result)) throw new Error('The service worker was not built.')
  return result.output[0].code
}
