import { defineConfig } from 'playwright/test'
import all from '../playwright.config.ts'

/** Every kind of page that others put the flowchart into, those that take minutes to install among them. */
export default defineConfig({
  ...all,
  testIgnore: '**/node_modules/**',
  webServer: { ...[all.webServer].flat()[0]!, cwd: '../..' },
  outputDir: '../../test-results',
})
