import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { preview } from 'vite'
import { logOf, needle } from '../bench/logs.ts'

const megabyte = 1024 * 1024

/**
 * What a user waits for, on the built site (`npm run build` before): a log of 100,000 lines pasted, one of 50 MB pasted and opened as a
 * file; the time to the answer, the longest task of the page meanwhile and what the tab's processes grow by at most.
 */
export async function measurePage(browser: Browser): Promise<void> {
  const server = await preview({ logLevel: 'error', preview: { port: 4399, host: 'localhost' } })
  const url = server.resolvedUrls?.local[0]
  const file = path.join(tmpdir(), 'openclaw-flowchart-bench.log')
  const log = logOf(100_000, needle)
  const times = Math.floor((50 * megabyte) / log.length)
  writeFileSync(file, log.repeat(times))
  try {
    if (!url) throw new Error('The preview did not start: run npm run build first.')
    console.log('\nThe page                                        to the answer   longest task   memory')
    await measured(browser, url, '100,000 lines pasted', (page) => pasted(page, log, 1))
    await measured(browser, url, '50 MB pasted', (page) => pasted(page, log, times))
    await measured(browser, url, '50 MB opened as a file', (page) =>
      Promise.resolve(() => page.getByLabel('Open a log file').setInputFiles(file)),
    )
  } finally {
    rmSync(file)
    await server.close()
  }
}

async function measured(browser: Browser, url: string, what: string, prepare: (page: Page) => Promise<() => Promise<unknown>>) {
  const page = await browser.newPage()
  await page.goto(url)
  await page.getByRole('button', { name: 'Find the fix' }).waitFor()
  // The matcher is there by then: it is fetched while the reader looks for his text.
  await page.waitForLoadState('networkidle')
  const give = await prepare(page)
  await page.waitForTimeout(1000)
  await page.evaluate(() => {
    window.longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration)
    }).observe({ type: 'longtask' })
    new MutationObserver(() => {
      if (!window.answered && document.getElementById('findings')) window.answered = performance.now()
    }).observe(document.body, { childList: true, subtree: true })
    addEventListener('paste', () => (window.given = performance.now()), { capture: true })
    addEventListener('change', () => (window.given = performance.now()), { capture: true })
  })
  const before = residentOf(browserProcesses())
  let peak = before
  const sampling = setInterval(() => (peak = Math.max(peak, residentOf(browserProcesses()))), 25)
  await give()
  await page.locator('#findings').waitFor({ timeout: 60_000 })
  clearInterval(sampling)
  const { took, longest } = await page.evaluate(() => ({ took: window.answered - window.given, longest: window.longest }))
  const grown = Math.round((peak - before) / megabyte)
  console.log(
    `  ${what.padEnd(44)} ${`${took.toFixed(0)} ms`.padStart(12)} ${`${longest.toFixed(0)} ms`.padStart(14)} ${`+${grown} MB`.padStart(9)}`,
  )
  await page.close()
}

/** A paste by the keyboard, of a text made in the page: `times` times the log. It is there before the clock starts. */
async function pasted(page: Page, log: string, times: number): Promise<() => Promise<unknown>> {
  const field = await page.getByLabel('Paste the error or the log around it').elementHandle()
  const data = await page.evaluateHandle(
    ([text, count]) => {
      const transfer = new DataTransfer()
      transfer.setData('text/plain', text.repeat(count))
      return transfer
    },
    [log, times] as const,
  )
  return () =>
    page.evaluate(
      ([area, clipboardData]) => area?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })),
      [field, data] as const,
    )
}

declare global {
  interface Window {
    longest: number
    given: number
    answered: number
  }
}

/** The renderer processes of the browser, by what Linux says of them; none elsewhere. */
function browserProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((id) => /^\d+$/.test(id) && commandOf(id).includes('--type=renderer'))
  } catch {
    return []
  }
}

function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function residentOf(ids: readonly string[]): number {
  return ids.reduce((sum, id) => {
    try {
      return sum + Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) * 1024
    } catch {
      return sum
    }
  }, 0)
}
