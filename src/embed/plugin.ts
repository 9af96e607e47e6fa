import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const source = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** Builds `embed.js`, the one script that a page of somebody else loads, and puts its types beside it. */
export function embedScript(): Plugin {
  return {
    name: 'embed-script',
    apply: (config, { command }) => command === 'build' && config.mode !== 'single' && !config.build?.ssr,
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        build: { write: false, modulePreload: { polyfill: false }, target: 'es2022', rolldownOptions: { input: source('./embed.ts') } },
      })
      const [result] = [built].flat()
      if (!result || !('output' in result) || result.output.length !== 1) throw new Error('embed.js was not built as one file.')
      this.emitFile({ type: 'asset', fileName: 'embed.js', source: result.output[0].code })
      this.emitFile({ type: 'asset', fileName: 'embed.d.ts', source: readFileSync(source('./embed-types.ts'), 'utf8') })
    },
  }
}
