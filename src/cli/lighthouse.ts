import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { findBrowser } from '../../e2e/browser.mjs'
import { freePort } from '../bench/free-port.ts'
import { startHost } from '../bench/host.ts'
import { spreadOf } from '../bench/load.ts'
import { install } from '../verify/install.ts'

const runs = 5
const pages = { home: '', family: 'connect-failed/', fix: 'gateway-start-blocked/set-mode/' }
/** The lowest median that counts as good, by category, of 100. */
const least = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 }
const categories = Object.keys(least) as (keyof typeof least)[]

type Audit = { id: string; title: string; score: number | null; displayValue?: string }
type Report = {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, Audit>
}
type Lighthouse = { default: (url: string, options: object) => Promise<{ lhr: Report } | undefined> }
type Launcher = { launch: (options: object) => Promise<{ port: number; kill: () => void }> }

/**
 * `npm run lighthouse`: the site, built for the address it is served at, as Lighthouse's mobile preset sees it. Prints the median of some
 * runs per page; the exit status is 1 when one is below what we want. Lighthouse comes into the user's cache, not into the project.
 */
export async function main(): Promise<number> {
  const folder = await install('lighthouse', { lighthouse: '12.8.2' }, 'Lighthouse')
  const load = async <T>(file: string) => (await import(pathToFileURL(path.join(folder, 'node_modules', file)).href)) as T
  const { default: lighthouse } = await load<Lighthouse>('lighthouse/core/index.js')
  const { launch } = await load<Launcher>('chrome-launcher/dist/index.js')
  const dist = mkdtempSync(path.join(tmpdir(), 'lighthouse-'))
  const port = await freePort()
  process.env['SITE_URL'] = `http://127.0.0.1:${port}/`
  console.log('Building …')
  await build({ logLevel: 'warn', build: { outDir: dist } })
  const host = await startHost('/', { dist, port })
  const chrome = await launch({ chromePath: findBrowser(), chromeFlags: ['--headless=new', '--no-sandbox'] })
  let good = true
  try {
    console.log(`Lighthouse, mobile: median of ${runs} (lowest–highest)`)
    for (const [name, url] of Object.entries(pages)) {
      const reports: Report[] = []
      for (let run = 0; run < runs; run++) {
        const result = await lighthouse(host.url + url, { port: chrome.port, onlyCategories: categories, logLevel: 'error' })
        if (result) reports.push(result.lhr)
      }
      const scores = categories.map((category) => {
        const all = reports.map((report) => Math.round(100 * (report.categories[category]?.score ?? 0)))
        const { median } = spreadOf(all)
        good &&= median >= least[category]
        return `${category} ${median} (${Math.min(...all)}–${Math.max(...all)})`
      })
      console.log(`  ${name.padEnd(8)} ${scores.join('   ')}`)
      for (const lost of lossesOf(reports[0])) console.log(`           - ${lost}`)
    }
  } finally {
    chrome.kill()
    await host.close()
    rmSync(dist, { recursive: true, force: true })
  }
  return good ? 0 : 1
}

/** What cost points. */
const lossesOf = (report: Report | undefined): string[] =>
  Object.values(report?.categories ?? {})
    .flatMap(({ auditRefs }) => auditRefs)
    .flatMap(({ id, weight }) => {
      const audit = report?.audits[id]
      const lost = audit && weight > 0 && audit.score !== null && audit.score < 0.9
      return lost ? [`${audit.title}${audit.displayValue ? `: ${audit.displayValue}` : ''}`] : []
    })
