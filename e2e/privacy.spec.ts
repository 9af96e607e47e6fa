import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from 'playwright/test'
import { test } from './page.ts'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const secret = 'sk-live-4f9a1c77e2b84d06'
const container = 'my-private-claw'

type Violations = { violations: string[] }
const watchPolicy = (page: Page) =>
  page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { violations: seen })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      seen.push(`${violatedDirective} ${blockedURI}`),
    )
  })
const violations = (page: Page) => page.evaluate(() => (window as unknown as Violations).violations)

test('a whole session asks for nothing but files of the site, and tells nobody what was typed', async ({ page, baseURL }) => {
  const root = new URL(baseURL ?? '')
  const requests: { url: URL; said: string }[] = []
  page.on('request', async (request) => {
    requests.push({
      url: new URL(request.url()),
      said: `${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`,
    })
  })
  await watchPolicy(page)

  await page.goto('./')
  const field = page.getByLabel('Paste the error or the log around it')
  await field.fill(`OPENCLAW_GATEWAY_TOKEN=${secret}\nopenclaw-gateway-1  | Gateway start blocked: set gateway.mode=local (current: unset)`)
  await page.getByRole('link', { name: /^Open: Gateway start blocked/ }).click()
  await page.getByRole('navigation', { name: /^What/ }).getByRole('link').first().click()
  await page.getByRole('button', { name: /^Theme/ }).click()
  await page.getByRole('radio', { name: 'Container' }).check({ force: true })
  await page.goto('./docker/pin-token/?install=container')
  await page.getByRole('textbox', { name: 'Container name' }).first().fill(container)
  await page.getByRole('button', { name: /^Copy/ }).first().click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(container)
  await expect(page.getByRole('group', { name: /^Flowchart/ })).toBeVisible()
  await page.goBack()
  await page.goto(`./#error=${encodeURIComponent(`token ${secret}: disconnected (1008): pairing required`)}`)
  await expect(page).not.toHaveURL(/error=/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  expect(requests.length).toBeGreaterThan(5)
  for (const { url, said } of requests.filter(({ url: { protocol } }) => protocol !== 'data:' && protocol !== 'blob:')) {
    expect(url.origin).toBe(root.origin)
    const file = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname
    expect(existsSync(`${dist}${file}`), file).toBe(true)
    for (const typed of [secret, container]) expect(said).not.toContain(typed)
  }
  const left = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href + document.cookie)
  for (const typed of [secret, container]) expect(left).not.toContain(typed)
  expect(await violations(page)).toEqual([])
})

test('the page refuses to run text as a script, and to load from elsewhere', async ({ page }) => {
  await watchPolicy(page)
  await page.goto('./connect-failed/')
  const tried = await page.evaluate(async () => {
    // What a test runs may use eval; what comes later is under the page's policy.
    await new Promise((resolve) => setTimeout(resolve))
    const outcome = (attempt: () => unknown) => {
      try {
        attempt()
        return 'allowed'
      } catch (error) {
        return (error as Error).name
      }
    }
    const image = (src: string) =>
      new Promise((resolve) => {
        const element = new Image()
        element.addEventListener('load', () => resolve('loaded'))
        element.addEventListener('error', () => resolve('refused'))
        element.src = src
      })
    return {
      // oxlint-disable-next-line no-eval -- that it is refused is the point
      eval: outcome(() => (0, eval)('1')),
      html: outcome(() => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>')),
      worker: outcome(() => new Worker('https://elsewhere.example/worker.js')),
      image: await image('https://elsewhere.example/pixel.png'),
      fetch: await fetch('https://elsewhere.example/').then(
        () => 'answered',
        () => 'refused',
      ),
    }
  })
  expect(tried).toEqual({ eval: 'EvalError', html: 'TypeError', worker: 'TypeError', image: 'refused', fetch: 'refused' })
  expect((await violations(page)).join('\n')).toMatch(/connect-src https:\/\/elsewhere/)
})
