import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright'
import { pan } from '../bench/forest.ts'
import { startHost, type Host } from '../bench/host.ts'
import { loadOnce, slow4G, spreadOf, type Load, type Peer, type Slowness } from '../bench/load.ts'
import { mermaidPage, mermaidScript, plainPage } from '../bench/peers.ts'
import { layout } from '../chart/layout.ts'
import { families } from '../chart/families.ts'

const rounds = 9
/** A fix in the middle of a middling family: a deep link as people follow it. */
const deepLink = { family: 'gateway-start-blocked', url: 'gateway-start-blocked/set-mode/' }
const link = 'nav[aria-labelledby=answers] a'
const map = 'aside img, aside .react-flow__node'

/** What loading costs, cold, beside a plain page of the same words and one with the chart drawn by Mermaid; then steps and panning. */
export async function measureLoads(browser: Browser): Promise<void> {
  const host = await startHost('/')
  try {
    const peers = await peersOn(host)
    for (const [name, slowness] of [
      ['4 × slower CPU, slow 4G', slow4G],
      ['this machine as it is', undefined],
    ] as const)
      await compare(browser, name, peers, slowness)
    await steps(browser, host)
    console.log('\nDragging the map                      boxes drawn   frame, median   slower quarter')
    for (const count of [60, 600, 2400]) {
      const { drawn, median, high } = await pan(browser, host, count)
      console.log(`  ${`${count} nodes`.padEnd(36)} ${String(drawn).padStart(10)} ${ms(median).padStart(15)} ${ms(high).padStart(16)}`)
    }
  } finally {
    await host.close()
  }
}

async function peersOn(host: Host): Promise<Peer[]> {
  const html = readFileSync(path.join('dist', deepLink.url, 'index.html'), 'utf8')
  const svg = readFileSync(`dist/charts/${deepLink.family}-light.svg`, 'utf8')
  host.renew('plain/page/index.html', () => plainPage(html, svg))
  const peers = [
    { name: 'plain page', url: `${host.url}plain/page/`, chart: 'aside svg', link },
    { name: 'a fix, by its link', url: host.url + deepLink.url, chart: map, link },
    { name: 'the same in a frame', url: `${host.url}embed/${deepLink.url}`, chart: 'main img, main .react-flow__node', link },
    { name: 'home', url: host.url, link: 'main section a' },
  ]
  const family = families.find(({ id }) => id === deepLink.family)
  const script = await mermaidScript()
  if (!family || !script) {
    console.log('Mermaid is not compared with: it could not be fetched.')
    return peers
  }
  const chart = await layout(family)
  host.renew('mermaid.js', () => script)
  host.renew('mermaid/page/index.html', () => mermaidPage(html, chart, '/mermaid.js'))
  return [...peers, { name: 'Mermaid page', url: `${host.url}mermaid/page/`, chart: '.mermaid svg', link }]
}

const columns = ['painted', 'ready', 'chart', 'blocked'] as const

async function compare(browser: Browser, name: string, peers: readonly Peer[], slowness: Slowness) {
  const loads = new Map<Peer, Load[]>(peers.map((peer) => [peer, []]))
  // Interleaved, so that a machine that gets slower or faster does so for all.
  for (let round = 0; round < rounds; round++) for (const [peer, done] of loads) done.push(await loadOnce(browser, peer, slowness))
  const [floor] = [...loads.values()]
  console.log(`\nLoads, ${name}: median of ${rounds} (middle half)  × plain page`)
  console.log(`  ${''.padEnd(22)} ${columns.map((column) => column.padEnd(28)).join('')} kB sent`)
  for (const [peer, done] of loads) {
    const cells = columns.map((column) => {
      if (column === 'chart' && !peer.chart) return '–'.padEnd(28)
      const { median, low, high } = spreadOf(done.map((load) => load[column]))
      const reference = spreadOf((floor ?? []).map((load) => load[column])).median
      const ratio = reference > 0 ? ` ×${(median / reference).toFixed(2)}` : ''
      return `${ms(median)} (${low.toFixed(0)}–${high.toFixed(0)})${ratio}`.padEnd(28)
    })
    console.log(`  ${peer.name.padEnd(22)} ${cells.join('')} ${spreadOf(done.map(({ kilobytes }) => kilobytes)).median.toFixed(0)}`)
  }
}

/** From a click on an answer until the next step is on the screen, with the map open. */
async function steps(browser: Browser, host: Host) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' })
  await page.goto(`${host.url}connect-failed/?install=native&os=linux`)
  await page.locator('.react-flow__node').first().waitFor()
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const times: number[] = []
  while (times.length < 30) {
    await page.waitForTimeout(400)
    const took = await page.evaluate(async () => {
      const title = () => document.querySelector('h1')?.textContent
      const before = title()
      const answer = document.querySelector<HTMLElement>('nav[aria-labelledby=answers] a')
      const changed = new Promise<void>((resolve) => {
        new MutationObserver((_, watch) => {
          if (title() === before) return
          watch.disconnect()
          resolve()
        }).observe(document.body, { childList: true, subtree: true, characterData: true })
      })
      const start = performance.now()
      if (answer) answer.click()
      else history.go(-2)
      await changed
      // A task of the highest priority that a frame's callback asks for is the first after that frame: before timers and messages.
      await new Promise<unknown>((resolve) => {
        requestAnimationFrame(() => void scheduler.postTask(() => resolve(undefined), { priority: 'user-blocking' }))
      })
      return answer ? performance.now() - start : undefined
    })
    if (took !== undefined) times.push(took)
  }
  const { median, low, high } = spreadOf(times)
  console.log(`\nFrom an answer to the next step, 4 × slower CPU, map open: ${ms(median)} (${low.toFixed(0)}–${high.toFixed(0)})`)
  await page.close()
}

const ms = (time: number) => `${time.toFixed(0)} ms`
