import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** Most bytes, in kB of brotli: what a reader on a slow line waits for. React, React DOM and XState alone are 71, React Flow 54. */
const budgets = { page: 20, script: 95, chart: 62 }
/** Most of the script for other people's pages, in kB of gzip: some of their hosts know no brotli. */
const mostOfEmbed = 4
/** Most that is kept on a device to work offline, in kB as it lies there. */
const mostKept = 3000

const dist = path.resolve('dist')
const read = (file: string) => readFileSync(path.join(dist, file))
const kB = (bytes: Buffer) => brotliCompressSync(bytes).length / 1000

/** What a built page loads before its panel works: its scripts, and what those import at once. */
function firstScripts(): string[] {
  const html = read('index.html').toString()
  const queue = [...html.matchAll(/<(?:script[^>]*src|link rel="modulepreload"[^>]*href)="\.\/(assets\/[^"]+)"/g)].map(([, file]) => file!)
  for (const file of queue)
    for (const [, imported] of read(file)
      .toString()
      .matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      if (!queue.includes(`assets/${imported}`)) queue.push(`assets/${imported}`)
  return queue
}

/** The built files beside their budgets; the exit status is 1 when one is exceeded. Builds nothing itself. */
export function main(): number {
  if (!existsSync(dist)) {
    console.error('There is no dist/ to measure. Build first: npm run build')
    return 1
  }
  // The largest by raw size are the largest packed too; packing all thousand takes minutes.
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'index.html')
    .map((file) => ({ file, bytes: read(file) }))
    .toSorted((a, b) => b.bytes.length - a.bytes.length)
    .slice(0, 12)
    .map(({ file, bytes }) => ({ file, size: kB(bytes) }))
    .toSorted((a, b) => b.size - a.size)
  const chart = readdirSync(path.join(dist, 'assets')).find((file) => /^chart-.*\.js$/.test(file))
  const measured = [
    { what: `largest page (${pages[0]?.file})`, size: pages[0]?.size ?? 0, most: budgets.page },
    { what: 'scripts until the panel works', size: kB(Buffer.concat(firstScripts().map(read))), most: budgets.script },
    { what: 'the chart', size: chart ? kB(read(`assets/${chart}`)) : 0, most: budgets.chart },
  ]
  const kept = ['404.html', ...readdirSync(path.join(dist, 'assets')).map((file) => `assets/${file}`)]
  const keptSize = kept.reduce((sum, file) => sum + statSync(path.join(dist, file)).size, 0) / 1000
  console.log(`${keptSize > mostKept ? 'TOO MUCH' : 'ok'}  ${keptSize.toFixed(0)} of ${mostKept} kB: kept to work offline`)
  const embed = gzipSync(read('embed.js')).length / 1000
  console.log(`${embed > mostOfEmbed ? 'TOO MUCH' : 'ok'}  ${embed.toFixed(1)} of ${mostOfEmbed} kB gzip: embed.js`)
  for (const { what, size, most } of measured)
    console.log(`${size > most ? 'TOO MUCH' : 'ok'}  ${size.toFixed(1)} of ${most} kB brotli: ${what}`)
  return keptSize > mostKept || embed > mostOfEmbed || measured.some(({ size, most }) => size > most || size === 0) ? 1 : 0
}
