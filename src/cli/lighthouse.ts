import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { findBrowser } from '../../e2e/browser.mjs'
import { freePort } from '../bench/free-port.ts'
import { startHost } from '../bench/host.ts'
import { spreadOf } from '../bench/load.ts'
import { install } from '../verify/install.ts'

const run = promisify(execFile)
const runs = 5
/** The lowest median that counts as good, by category, of 100. */
const least = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 }
type Category = keyof typeof least
const categories = Object.keys(least) as Category[]
/** A page for frames is kept out of search engines on purpose, and stands in a page whose speed is not ours. */
const inFrames: readonly Category[] = ['accessibility', 'best-practices']
const pages: Record<string, { url: string; of: readonly Category[] }> = {
  home: { url: '', of: categories },
  family: { url: 'connect-failed/', of: categories },
  fix: { url: 'gateway-start-blocked/set-mode/', of: categories },
  embed: { url: 'embed/gateway-start-blocked/set-mode/', of: inFrames },
}

type Audit = { id: string; title: string; score: number | null; displayValue?: string }
type Report = {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, Audit>
}
/**
 * `npm run lighthouse`: the site, built for the address it is served at, as Lighthouse's mobile preset sees it. Prints the median of some
 * runs per page; the exit status is 1 when one is below what we want. Lighthouse comes into the user's cache, not into the project.
 */
export async function main(): Promise<number> {
  const folder = await install('lighthouse', { lighthouse: '12.8.2' }, 'Lighthouse')
  const program = path.join(folder, 'node_modules/lighthouse/cli/index.js')
  const dist = mkdtempSync(path.join(tmpdir(), 'lighthouse-'))
  const port = await freePort()
  console.log('Building …')
  const env = { ...process.env, SITE_URL: `http://127.0.0.1:${port}/`, NODE_ENV: 'production' }
  await run('npx', ['vite', 'build', '--logLevel', 'warn', '--outDir', dist, '--emptyOutDir'], { env })
  const host = await startHost('/', { dist, port })
  let good = true
  try {
    console.log(`Lighthouse, mobile: median of ${runs} (lowest–highest)`)
    for (const [name, { url, of }] of Object.entries(pages)) {
      const reports: Report[] = []
      for (let i = 0; i < runs; i++) reports.push(await reportOf(program, host.url + url, of))
      const scores = of.map((category) => {
        const all = reports.map((report) => Math.round(100 * (report.categories[category]?.score ?? 0)))
        const { median } = spreadOf(all)
        good &&= median >= least[category]
        return `${category} ${median} (${Math.min(...all)}–${Math.max(...all)})`
      })
      console.log(`  ${name.padEnd(8)} ${scores.join('   ')}`)
      for (const lost of lossesOf(reports[0])) console.log(`           - ${lost}`)
    }
  } finally {
    await host.close()
    rmSync(dist, { recursive: true, force: true })
  }
  return good ? 0 : 1
}

/** One run of the program, in a browser of its own. */
async function reportOf(program: string, url: string, of: readonly Category[]): Promise<Report> {
  const { stdout } = await run(
    process.execPath,
    [program, url, '--output=json', '--quiet', `--only-categories=${of.join(',')}`, '--chrome-flags=--headless=new --no-sandbox'],
    { env: { ...process.env, CHROME_PATH: findBrowser() }, maxBuffer: 64 * 1024 * 1024 },
  )
  return JSON.parse(stdout) as Report
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
