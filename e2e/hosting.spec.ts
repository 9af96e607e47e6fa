import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { expect, test } from 'playwright/test'
import { parse } from 'yaml'
import { families } from './flows.ts'
import { serve, type Server } from './server.ts'

const dist = new URL('../dist/', import.meta.url)
const script = readdirSync(new URL('assets/', dist)).find((file) => /^index-.*\.js$/.test(file))!
const sample = (file: string) => readFileSync(new URL(`../src/hosting/${file}`, import.meta.url), 'utf8')

const closed = "frame-ancestors 'self'"
const fresh = 'no-cache'
const forever = 'public, max-age=31536000, immutable'
/** What every host shall answer: by path, the status, type, caching and who may frame it. */
const answers: Record<string, { status: number; type: string; cache: string; frames: string }> = {
  '/': { status: 200, type: 'text/html', cache: fresh, frames: closed },
  '/docker/pin-token/': { status: 200, type: 'text/html', cache: fresh, frames: closed },
  '/docker/pin-token/index.md': { status: 200, type: 'text/markdown', cache: fresh, frames: closed },
  '/flows.json': { status: 200, type: 'application/json', cache: fresh, frames: closed },
  '/sw.js': { status: 200, type: 'javascript', cache: fresh, frames: closed },
  '/manifest.webmanifest': { status: 200, type: 'application/manifest+json', cache: fresh, frames: closed },
  [`/assets/${script}`]: { status: 200, type: 'javascript', cache: forever, frames: closed },
  '/no/such/page/': { status: 404, type: 'text/html', cache: fresh, frames: closed },
}

type Answer = { status: number | undefined; headers: Record<string, string | string[] | undefined>; body: Buffer }
/** A request whose answer is taken as it comes: nothing unpacked, no redirect followed. */
const ask = (url: string) =>
  new Promise<Answer>((resolve, reject) => {
    request(url, { headers: { 'Accept-Encoding': 'gzip' } }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) }))
    })
      .on('error', reject)
      .end()
  })

for (const kind of ['nginx', 'caddy'] as const)
  test.describe(`our sample for ${kind}`, () => {
    test.describe.configure({ mode: 'serial' })
    let server: Server | undefined
    test.beforeAll(async () => {
      server = await serve(kind)
    })
    test.afterAll(() => server?.stop())
    test.beforeEach(() => test.skip(!server, `${kind} is not on this machine, and apt cannot get it`))

    test('sends types, caching, frames and CORS as the site needs them, packed', async () => {
      for (const [path, { status, type, cache, frames }] of Object.entries(answers)) {
        const { headers, ...got } = await ask(server!.url + path.slice(1))
        expect(got.status, path).toBe(status)
        expect(headers['content-type'], path).toContain(type)
        expect(headers['cache-control'], path).toBe(cache)
        expect(headers['content-security-policy'], path).toBe(frames)
        expect(headers['access-control-allow-origin'], path).toBe('*')
        expect(headers['x-content-type-options'], path).toBe('nosniff')
        // Files below some hundred bytes are not worth it.
        if (got.body.length > 2000) expect(headers['content-encoding'], path).toBe('gzip')
      }
    })

    test('leads from a folder without a slash to its page', async () => {
      const { status, headers } = await ask(`${server!.url}docker`)
      expect([301, 308]).toContain(status)
      expect(new URL(String(headers['location']), server!.url).href).toBe(`${server!.url}docker/`)
    })

    test('runs the app', async ({ page }) => {
      const wrong: string[] = []
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
      page.on('pageerror', (error) => wrong.push(error.message))
      await page.goto(`${server!.url}gateway-start-blocked/`)
      await page.getByRole('navigation', { name: /^What/ }).getByRole('link').first().click()
      await expect(page).not.toHaveURL(/gateway-start-blocked\/$/)
      await expect(page.getByRole('group', { name: /^Flowchart/ })).toBeVisible()
      expect(wrong).toEqual([])
      await page.goto(`${server!.url}gateway-start-bloked/`)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('no page')
    })
  })

test('_headers gives the same, as Cloudflare Pages and Netlify read it', () => {
  const rules = readFileSync(new URL('_headers', dist), 'utf8')
    .trim()
    .split('\n\n')
    .map((rule) => rule.split('\n').map((line) => line.trim()))
  /** Several values of one header are joined, as those hosts do. */
  const headersOf = (path: string) => {
    const found: Record<string, string> = {}
    for (const [pattern = '', ...headers] of rules) {
      if (pattern.endsWith('*') ? !path.startsWith(pattern.slice(0, -1)) : path !== pattern) continue
      for (const header of headers) {
        const [, name = '', value = ''] = /^([\w-]+): (.*)$/.exec(header) ?? []
        const key = name.toLowerCase()
        found[key] = found[key] === undefined ? value : `${found[key]}, ${value}`
      }
    }
    return found
  }
  // Cloudflare reads no more.
  expect(rules.length).toBeLessThanOrEqual(100)
  for (const path of ['/', ...families.flatMap(({ id, nodes }) => [`/${id}/`, `/${id}/${nodes[0]!.id}/`])])
    expect(headersOf(path), path).toMatchObject({ 'access-control-allow-origin': '*', 'content-security-policy': closed })
  expect(headersOf('/embed/docker/')['content-security-policy']).toBeUndefined()
  expect(headersOf(`/assets/${script}`)['cache-control']).toBe(forever)
})

test('the sample for GitHub Pages builds and publishes what npm run build makes', () => {
  const { permissions, jobs } = parse(sample('github-pages.yml')) as {
    permissions: object
    jobs: { deploy: { steps: { run?: string; uses?: string; with?: object; env?: object }[] } }
  }
  const { steps } = jobs.deploy
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { scripts: object }
  expect(permissions).toMatchObject({ pages: 'write', 'id-token': 'write' })
  for (const { run } of steps) {
    const named = /^npm run (\S+)/.exec(run ?? '')?.[1]
    if (named) expect(scripts).toHaveProperty(named)
  }
  expect(steps.find(({ run }) => run === 'npm run build')?.env).toHaveProperty('SITE_URL')
  expect(steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact'))?.with).toEqual({ path: 'dist' })
})
