import { defineConfig } from 'playwright/test'
import { findBrowser } from './browser.mjs'

// Another port lets two checkouts be tested side by side.
const port = Number(process.env['PORT'] ?? 4317)
const executablePath = findBrowser()

export default defineConfig({
  testDir: '.',
  // What ends in .test.ts is Vitest's.
  testMatch: '**/*.spec.ts',
  // It takes minutes to install: `npm run test:hosts`.
  testIgnore: ['hosts/docusaurus.spec.ts', '**/node_modules/**'],
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A second try tells a machine that stumbled from a page that fails; the report lists both.
  retries: 1,
  // One page load per family and install walks up to some hundred steps.
  timeout: 120_000,
  // A slow machine is no reason to fail.
  expect: { timeout: 15_000 },
  reporter: 'list',
  outputDir: '../test-results',
  use: {
    contextOptions: { reducedMotion: 'reduce' },
    // Each test is a first visit; only those about working offline let the site be kept.
    serviceWorkers: 'block',
    actionTimeout: 30_000,
    baseURL: `http://localhost:${port}/`,
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    cwd: '..',
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
})
