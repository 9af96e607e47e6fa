import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { flowchart } from './src/chart/plugin.ts'
import { serveLikeAHost } from './src/chart/preview.ts'

/** What every page needs at once, in one file: it compresses better than shared pieces, and costs one request. */
const first = /node_modules\/(react|react-dom|scheduler|xstate)\/|src\/(engine|session)\/|src\/ui\/(session-context|copy|copy-button|command|icons|environment|prose)\.tsx?|flows\/(flow|commands|parameters)\.ts/

export default defineConfig({
  // Relative addresses in every page: the site works under any path without a rebuild.
  base: './',
  appType: 'spa',
  plugins: [react(), tailwindcss(), flowchart(), serveLikeAHost()],
  build: {
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: first }] } } },
  },
  preview: { port: 4173 },
  test: { include: ['{src,flows,e2e}/**/*.test.ts'] },
})
