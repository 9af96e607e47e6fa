import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright'
import { build } from 'vite'
import { findBrowser } from '../../e2e/browser.mjs'
import { measureLog, measureSingles, type Result, type Single } from '../bench/measure.ts'
import { families, table } from '../chart/families.ts'
import { familyMeta } from '../engine/graph.ts'
import { measureLoads } from './bench-load.ts'
import { measurePage } from './bench-page.ts'

const sizes = [1000, 10_000, 100_000, 1_000_000]
type Measure = { log: (lines: number) => Promise<Result[]>; singles: (texts: readonly string[]) => Promise<Single[]> }

/**
 * `npm run bench [load|matcher]`: what loading the built site costs beside other pages, and the speed of the matcher beside other ways, in
 * Node and in Chromium. Only the ratios of one run mean something.
 */
export async function main([only]: readonly string[]): Promise<number> {
  if (only !== 'matcher') await inChromium(measureLoads)
  if (only !== 'load') await measureMatcher()
  return 0
}

async function inChromium(work: (browser: Browser) => Promise<void>): Promise<void> {
  const path = findBrowser()
  const browser = await chromium.launch({ ...(path && { executablePath: path }), args: ['--no-sandbox'] })
  try {
    await work(browser)
  } finally {
    await browser.close()
  }
}

async function measureMatcher(): Promise<void> {
  const texts = families.flatMap((family) => familyMeta(family).messages)
  await report('Node', texts, {
    log: (lines) => Promise.resolve(measureLog(table, lines)),
    singles: (all) => Promise.resolve(measureSingles(table, all)),
  })
  await inChromium(async (browser) => {
    const page = await browser.newPage()
    await page.addScriptTag({ content: await browserCode() })
    await report('Chromium', texts, {
      log: (lines) => page.evaluate(([data, count]) => window.measureLog(data, count), [table, lines] as const),
      singles: (all) => page.evaluate(([data, list]) => window.measureSingles(data, list), [table, all] as const),
    })
    await measurePage(browser)
  })
}

declare global {
  interface Window {
    measureLog: typeof measureLog
    measureSingles: typeof measureSingles
  }
}

async function report(where: string, texts: readonly string[], measure: Measure) {
  console.log(`\n${where}: ${table.rows.length} signatures and symptoms`)
  for (const lines of sizes) {
    const results = await measure.log(lines)
    const speed = ({ megabytes, milliseconds }: Result) => (megabytes / milliseconds) * 1000
    const reference = speed(results.find(({ name }) => name.includes('alternation'))!)
    console.log(`\n  ${lines.toLocaleString('en')} lines, ${results[0]!.megabytes.toFixed(1)} MB           MB/s   × alternation`)
    for (const one of results)
      console.log(
        `    ${one.name.padEnd(50)} ${speed(one)
          .toFixed(speed(one) < 10 ? 2 : 0)
          .padStart(6)} ${(speed(one) / reference).toFixed(2).padStart(8)}${one.found ? '' : '  (found nothing)'}`,
      )
  }
  console.log(`\n  ${texts.length} single messages, ms each                        median    worst`)
  for (const { name, median, worst } of await measure.singles(texts))
    console.log(`    ${name.padEnd(50)} ${median.toFixed(3).padStart(7)} ${worst.toFixed(2).padStart(8)}`)
}

/** The measurements as one script for a page. */
async function browserCode(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: { input: fileURLToPath(new URL('../bench/in-browser.ts', import.meta.url)), output: { format: 'iife' } },
    },
  })
  const [first] = [built].flat()
  const code = first && 'output' in first ? first.output.find((file) => file.type === 'chunk')?.code : undefined
  if (!code) throw new Error('The measurements could not be built for the browser.')
  return code
}
