import { chromium } from 'playwright'
import { findBrowser } from '../../e2e/browser.mjs'
import type { Sandbox } from './place.ts'

/** A browser with one tab, like the reader's. */
export type Browser = {
  open: (url: string) => Promise<void>
  reload: () => Promise<void>
  /** Forgets everything, so that the next page is a new device. */
  forget: () => Promise<void>
  /** What the page shows, once it shows `expected`; else what it shows after a while. */
  text: (expected?: RegExp, seconds?: number) => Promise<string>
  fill: (label: RegExp, value: string) => Promise<void>
  press: (name: RegExp) => Promise<void>
  close: () => Promise<void>
}

/** Why no condition with a browser can be played, if so. */
export const browserMissing = (): string | undefined => (findBrowser() ? undefined : 'it needs a Chromium: run `node e2e/browser.mjs`')

/** Chromium inside the sandbox, so that the gateway's loopback is the browser's. */
export async function openBrowser(sandbox: Sandbox, at: 'host' | 'client'): Promise<Browser> {
  const executablePath = await sandbox.wrapper(findBrowser()!, at)
  const running = await chromium.launch({ executablePath, args: ['--no-proxy-server', '--disable-gpu'], chromiumSandbox: false })
  const newPage = async () => (await running.newContext()).newPage()
  let page = await newPage()
  return {
    open: async (url) => {
      // The same address again would only move the hash.
      await page.goto('about:blank')
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 30_000 })
    },
    reload: async () => void (await page.reload({ waitUntil: 'domcontentloaded', timeout: 30_000 })),
    forget: async () => {
      await page.context().close()
      page = await newPage()
    },
    text: async (expected, seconds = 20) => {
      const read = () =>
        page.evaluate(
          `(() => { const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => one.shadowRoot ? [one.shadowRoot.textContent, ...all(one.shadowRoot)] : []); return [document.body.innerText, ...all(document)].join('\\n') })()`,
        ) as Promise<string>
      for (let end = Date.now() + seconds * 1000; ; await page.waitForTimeout(250)) {
        const text = await read().catch(() => '')
        if ((expected && expected.test(text)) || Date.now() > end) return text
      }
    },
    fill: async (label, value) => void (await page.getByLabel(label).first().fill(value, { timeout: 10_000 })),
    press: async (name) => void (await page.getByRole('button', { name }).first().click({ timeout: 10_000 })),
    close: () => running.close(),
  }
}
