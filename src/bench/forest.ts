import { readdirSync } from 'node:fs'
import type { Browser } from 'playwright'
import type { Chart } from '../chart/geometry.ts'
import type { Host } from './host.ts'
import { spreadOf } from './load.ts'

const inARow = 60

/** Puts a made-up family of `count` questions, three answers each, in the place of the triage. */
function plant(host: Host, count: number): void {
  const ids = Array.from({ length: count }, (_, i) => `q-${i}`)
  const childrenOf = (i: number) => [1, 2, 3].map((n) => 3 * i + n).filter((child) => child < count)
  const states = Object.fromEntries(
    ids.map((id, i) => [
      id,
      {
        meta: { kind: 'question', title: `Question ${i}`, body: '', sources: [] },
        on: Object.fromEntries(childrenOf(i).map((child, n) => [`a-${n}`, { target: `q-${child}`, description: `Answer ${n}` }])),
      },
    ]),
  )
  const meta = { kind: 'family', title: 'Forest', summary: '', group: 'care', messages: [], prevention: [] }
  const at = (i: number) => ({ x: (i % inARow) * 300, y: Math.floor(i / inARow) * 160 })
  const chart: Chart = {
    width: inARow * 300,
    height: Math.ceil(count / inARow) * 160,
    boxes: ids.map((id, i) => ({ id, ...at(i), width: 264, height: 48, lines: [`Question ${i}`] })),
    edges: ids.flatMap((id, i) =>
      childrenOf(i).map((child, n) => {
        const [from, to] = [at(i), at(child)]
        const points = [[from.x + 132, from.y + 48] as const, [from.x + 132, to.y - 20] as const, [to.x + 132, to.y] as const]
        const label = { x: to.x + 100, y: to.y - 40, width: 64, height: 17, lines: [`Answer ${n}`] }
        return { id: `${id}-${n}`, from: id, to: `q-${child}`, answer: `a-${n}`, points, label }
      }),
    ),
  }
  const files = readdirSync('dist/assets')
  const named = (pattern: RegExp) => `assets/${files.find((file) => pattern.test(file))}`
  host.renew(named(/^triage-.*\.json$/), () =>
    JSON.stringify({ config: { id: 'triage', meta, initial: 'q-0', states }, titles: {}, proofs: {} }),
  )
  host.renew(named(/^triage-.*\.js$/), () => `export default ${JSON.stringify(chart)}`)
}

/** What a frame takes, in ms, while the map of a made-up family of so many nodes is dragged about. */
export async function pan(browser: Browser, host: Host, count: number): Promise<{ drawn: number; median: number; high: number }> {
  plant(host, count)
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' })
  await page.goto(`${host.url}triage/?view=chart`)
  await page.waitForFunction((all) => document.querySelectorAll('.react-flow__node').length >= all, count, { timeout: 120_000 })
  await page.getByRole('button', { name: 'Show the whole chart' }).click()
  await page.waitForTimeout(1500)
  const drawn = await page.locator('.react-flow__node').count()
  const frames = page.evaluate(async () => {
    const times: number[] = []
    for (let last = await frame(); times.length < 120;) {
      const now = await frame()
      times.push(now - last)
      last = now
    }
    return times
    function frame() {
      return new Promise<number>((resolve) => requestAnimationFrame(resolve))
    }
  })
  await page.mouse.move(640, 500)
  await page.mouse.down()
  for (let i = 0; i < 60; i++) await page.mouse.move(640 + 4 * (i % 30), 500 - 3 * (i % 30))
  await page.mouse.up()
  const { median, high } = spreadOf(await frames)
  await page.close()
  return { drawn, median, high }
}
