import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { flowchart } from './src/chart/plugin.ts'
import { embedScript } from './src/embed/plugin.ts'
import { offline } from './src/offline/plugin.ts'
import { serveLikeAHost } from './src/chart/preview.ts'

export default defineConfig(({ mode }) => ({
  // Relative addresses in every page: the site works under any path without a rebuild.
  base: './',
  appType: 'spa',
  plugins: [react(), tailwindcss(), flowchart(), offline(), embedScript(), serveLikeAHost()],
  build: {
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The single file is laid beside the pages.
    ...(mode === 'single' && { emptyOutDir: false, copyPublicDir: false }),
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What the first page needs comes in one file: it packs better than pieces, and is one request.
      output: { codeSplitting: mode === 'single' ? false : { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
  preview: { port: 4173 },
  // A slow machine is no reason to fail.
  test: { include: ['{src,flows,e2e}/**/*.test.ts'], testTimeout: 60_000 },
}))
