import { expect, test, type FrameLocator, type Page } from 'playwright/test'
import { dark, ground, inside, light, listen, ready, settledHeight, told } from './host.ts'
import { servePages, type Server } from './serve.ts'
import { readmeSnippets } from './snippets.ts'

/** A page of somebody's docs: no framework, no build. */
const html = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Docs</title>${head}</head><body><h1>Our docs</h1>${body}</body></html>`

const pages: Record<string, string> = {}
let host: Server
let site: string
let script: string

test.beforeAll(async () => {
  site = test.info().project.use.baseURL ?? ''
  script = `<script type="module" src="${site}embed.js"></script>`
  host = await servePages(pages)
})
test.afterAll(() => host.close())
test.beforeEach(({ page }) => listen(page))

let count = 0
/** Opens a page with this in it, under an address of its own. */
async function open(page: Page, body: string, head = script) {
  const path = `/page-${++count}/`
  pages[path] = html(body, head)
  await page.goto(host.url + path.slice(1), { waitUntil: 'domcontentloaded' })
}

const element = (attributes: string, link = 'Fix: pairing required') =>
  `<openclaw-flowchart ${attributes}><a href="${site}pairing-required/">${link}</a></openclaw-flowchart>`
const tall = '<div style="height: 4000px">Far</div>'
const answers = (page: Page, selector?: string) => inside(page, selector).getByRole('navigation', { name: /^What/ }).getByRole('link')
/** A command that is shown. */
const typed = (frame: FrameLocator, text: string | RegExp) => frame.locator('code[data-command]:visible', { hasText: text }).first()
const heading = (page: Page, selector?: string) => inside(page, selector).getByRole('heading', { level: 1 })

test('the snippets of the README run as they are', async ({ page }) => {
  const { frame, head, element: flowchart } = readmeSnippets(site)
  await open(page, `${frame}${flowchart}<p>after</p>`, head)
  await expect(page.locator('iframe').first().contentFrame().getByRole('heading', { level: 1 })).toBeVisible()
  await page.locator('openclaw-flowchart').scrollIntoViewIfNeeded()
  await ready(page)
  await expect(heading(page)).toBeVisible()
})

test('what the embedding page copies runs as it is', async ({ page, baseURL }) => {
  await page.goto(`${baseURL}embedding/`)
  const copied = async (what: string) => {
    await page.getByRole('button', { name: `Copy: ${what}` }).click()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  await page.getByLabel('Error').selectOption('pairing-required')
  await page.getByLabel('Step').selectOption('approve-device')
  await page.getByLabel('Install').selectOption('compose')
  await page.getByLabel('Theme', { exact: true }).selectOption('dark')
  await page.getByLabel('View', { exact: true }).selectOption('steps')
  await page.getByLabel('Height').fill('700')
  const shown = inside(page)
  await page.locator('openclaw-flowchart').scrollIntoViewIfNeeded()
  await expect(shown.getByRole('heading', { level: 1, name: 'Approve the device' })).toBeVisible()
  await expect.poll(() => ground(shown)).toBe(dark)
  await expect(shown.getByRole('group', { name: /^Flowchart/ })).toHaveCount(0)

  const [frame, flowchart, markdown] = [await copied('the frame'), await copied('the element'), await copied('the Markdown link')]
  await open(page, frame, '')
  const bare = page.locator('iframe')
  await expect(bare).toHaveAttribute('height', '700')
  await expect(bare.contentFrame().getByRole('heading', { level: 1, name: 'Approve the device' })).toBeVisible()
  await expect(typed(bare.contentFrame(), 'docker compose')).toBeVisible()
  expect(await ground(bare.contentFrame())).toBe(dark)
  await open(page, flowchart, '')
  await ready(page)
  await expect(heading(page)).toContainText('Approve the device')
  const [, picture = '', link = ''] = /^\[!\[[^\]]*\]\((\S+)\)\]\((\S+)\)$/.exec(markdown) ?? []
  for (const url of [picture, link]) expect((await page.request.get(url)).status(), url).toBe(200)
})

test('without a script the element is its link, and a frame is complete', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await open(
    page,
    `${element('family="pairing-required"')}<iframe src="${site}embed/pairing-required/approve-device/" width="100%" height="640"></iframe>`,
  )
  await expect(page.getByRole('link', { name: 'Fix: pairing required' })).toBeVisible()
  const frame = page.locator('iframe').contentFrame()
  await expect(typed(frame, 'docker compose run --rm openclaw-cli devices list')).toBeVisible()
  await expect(typed(frame, /^openclaw devices list$/)).toBeVisible()
  await expect(frame.getByRole('link', { name: 'Open full page' })).toHaveAttribute('href', '../../../pairing-required/approve-device/')
  await expect(frame.getByRole('img', { name: 'The whole chart' })).toBeVisible()
  await frame.getByRole('link', { name: /used/ }).first().click()
  await expect(frame.getByRole('link', { name: 'Open full page' })).not.toHaveAttribute('href', /approve-device/)
  await context.close()
})

test('nothing is asked for until the embed is near, or clicked', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => request.url().startsWith(site) && asked.push(request.url().slice(site.length)))
  await open(page, `${tall}${element('id="far" family="pairing-required"')}${element('id="click" family="docker" loading="click"')}`)
  const button = page.getByRole('button', { name: /^Show here/ })
  await expect(button).toBeAttached()
  await page.waitForTimeout(1000)
  expect(asked).toEqual(['embed.js'])
  await page.evaluate(() => scrollTo(0, 3600))
  await ready(page)
  expect(asked.some((path) => path.startsWith('embed/pairing-required/'))).toBe(true)
  expect(asked.filter((path) => path.startsWith('embed/docker/'))).toEqual([])
  await button.click()
  await ready(page, 2)
  await expect(heading(page, '#click')).toBeVisible()
  // Whoever asked for it by a key is in it.
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('click')
  await expect(inside(page, '#click').getByRole('main')).toBeFocused()
})

test('a theme that changes before the frame is ready is not lost', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/assets\/index-.*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await open(page, element('family="pairing-required" loading="eager"'), `${script}<style>body { background: #fff }</style>`)
  await expect(heading(page)).toBeVisible()
  expect(await ground(inside(page))).toBe(light)
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
  await page.waitForTimeout(300)
  expect(await told(page, 'ready')).toEqual([])
  release()
  await ready(page)
  await expect.poll(() => ground(inside(page))).toBe(dark)
})

test('the theme follows the page as its docs system marks it, live', async ({ page }) => {
  await open(page, element('family="pairing-required" loading="eager"'))
  await ready(page)
  await expect.poll(() => ground(inside(page))).toBe(light)
  const marks: [name: string, on: () => void, off: () => void][] = [
    ['data-theme', () => (document.documentElement.dataset['theme'] = 'dark'), () => (document.documentElement.dataset['theme'] = 'light')],
    ['none', () => {}, () => delete document.documentElement.dataset['theme']],
    ['class', () => document.documentElement.classList.add('dark'), () => document.documentElement.classList.remove('dark')],
    ['Material', () => (document.body.dataset['mdColorScheme'] = 'slate'), () => (document.body.dataset['mdColorScheme'] = 'default')],
  ]
  for (const [name, on, off] of marks) {
    await page.evaluate(on)
    if (name !== 'none') await expect.poll(() => ground(inside(page)), name).toBe(dark)
    await page.evaluate(off)
    await expect.poll(() => ground(inside(page)), `${name} off`).toBe(light)
  }
  await page.evaluate(() => delete document.body.dataset['mdColorScheme'])
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => ground(inside(page)), 'the system').toBe(dark)
  await page.locator('openclaw-flowchart').evaluate((each) => each.setAttribute('theme', 'light'))
  await expect.poll(() => ground(inside(page)), 'its own attribute').toBe(light)
})

test('a page that marks its dark theme only is followed when the system prefers the other', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page, element('family="pairing-required" loading="eager"'), `${script}<style>body { background: #fff }</style>`)
  await ready(page)
  expect(await ground(inside(page))).toBe(light)
})

test('the height follows the content, grows and shrinks, and comes to rest', async ({ page }) => {
  await page.addInitScript(() => {
    if (window !== window.top) return
    Object.assign(window, { sizes: [] })
    addEventListener('message', ({ data }) => {
      const { type, height } = Object(data) as { type?: string; height?: number }
      if (type === 'resize') (window as unknown as { sizes: number[] }).sizes.push(height ?? 0)
    })
  })
  await open(page, `${element('family="pairing-required" install="compose" view="steps" loading="eager" height="300"')}<p>after</p>${tall}`)
  await ready(page)
  await answers(page).first().click()
  const long = await settledHeight(page)
  const content = () =>
    inside(page)
      .locator('#root')
      .evaluate((root) => Math.ceil(root.getBoundingClientRect().height))
  expect(long).toBe(await content())
  // The reader goes back by the trail, to a shorter step.
  await inside(page)
    .getByRole('link', { name: /^Change/ })
    .first()
    .click()
  const short = await settledHeight(page)
  expect(short).toBe(await content())
  expect(short).toBeLessThan(long - 200)
  expect(short).toBeGreaterThanOrEqual(300)

  const sizes = () => page.evaluate(() => (window as unknown as { sizes: number[] }).sizes.length)
  const before = await sizes()
  expect(before).toBeLessThan(20)
  await page.waitForTimeout(1500)
  expect(await sizes()).toBe(before)

  await page.locator('openclaw-flowchart').evaluate((each) => each.setAttribute('max-height', '500'))
  expect(await settledHeight(page)).toBe(500)
  await answers(page).first().click()
  expect(await settledHeight(page)).toBe(500)
  expect(
    await inside(page)
      .locator('html')
      .evaluate((root) => root.scrollHeight),
  ).toBeGreaterThan(500)
})

test('what is hidden takes its height when it shows', async ({ page }) => {
  await open(page, `<div id="tab" hidden>${element('family="pairing-required" view="steps" loading="eager"')}</div>`)
  await ready(page)
  await page.locator('#tab').evaluate((tab: HTMLElement) => (tab.hidden = false))
  await expect.poll(() => settledHeight(page)).toBeGreaterThan(500)
})

test('with a height given nothing that is being read is moved', async ({ page }) => {
  const { head, element: flowchart } = readmeSnippets(site)
  // The script comes late: the page is painted without it.
  await page.route(/embed\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  for (const [name, body] of [
    ['in sight', `${flowchart}<p>${'after '.repeat(2000)}</p>`],
    ['below', `<p>${'before '.repeat(2000)}</p>${flowchart}<p>${'after '.repeat(2000)}</p>`],
    ['low', `${flowchart.replace(/height="\d+"/, 'height="300"')}<p>${'after '.repeat(2000)}</p>`],
  ] as const) {
    await open(page, body, name === 'low' ? head.replace(/min-height: \d+px/, 'min-height: 300px') : head)
    await page.locator('openclaw-flowchart').evaluate((each) => each.scrollIntoView({ block: 'nearest' }))
    await ready(page)
    await settledHeight(page)
    const moved = await page.evaluate(() => window.moved)
    test.info().annotations.push({ type: 'layout shift', description: `${name}: ${moved}` })
    expect(moved, name).toBeLessThanOrEqual(0.02)
  }
  // Once the reader goes a step, it takes the height it wants; what he clicks does not run away before.
  expect(await settledHeight(page)).toBe(300)
  await answers(page).first().click()
  await expect.poll(() => settledHeight(page)).toBeGreaterThan(300)
})

test('copying works in the element, and without permission copies or says how to', async ({ page }) => {
  const command = 'docker compose run --rm openclaw-cli devices list'
  await open(page, element('family="pairing-required" node="approve-device" install="docker" loading="eager"'))
  await ready(page)
  const copy = inside(page).getByRole('button', { name: 'Copy: step 1' })
  await copy.click()
  await expect(inside(page).getByText('Copied: step 1')).toBeAttached()
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await page.locator('h1').click()
  expect(await clipboard()).toBe(command)
  expect(await told(page, 'copy')).toMatchObject([{ detail: { family: 'pairing-required', node: 'approve-device', command: 'step-1' } }])

  await page.evaluate(() => navigator.clipboard.writeText('before'))
  const bare = (attributes: string) =>
    `<iframe src="${site}embed/pairing-required/approve-device/?install=docker" width="100%" height="900" ${attributes}></iframe>`
  for (const attributes of ['', 'sandbox="allow-scripts"']) {
    await page.evaluate(() => navigator.clipboard.writeText('before'))
    await open(page, bare(attributes), '')
    const frame = page.locator('iframe').contentFrame()
    await frame.getByRole('button', { name: 'Copy: step 1' }).click()
    const said = frame.getByText(/^(Copied: step 1|The browser refused to copy\. The text is selected: press (Ctrl\+C|⌘C)\.)$/)
    await expect(said).toBeAttached()
    const copied = (await said.textContent())?.startsWith('Copied')
    const selected = await frame.locator('html').evaluate(() => String(getSelection()))
    await page.locator('h1').click()
    // It says that it copied when it did, and only then.
    expect(await clipboard(), attributes).toBe(copied ? command : 'before')
    if (!copied) expect(selected.trim()).toBe(command)
  }
})

test('where the browser refuses every way to copy, the text is selected and the keys are named', async ({ page }) => {
  await page.addInitScript(() => {
    // As a browser does that wants a permission for the old command too.
    document.execCommand = () => false
  })
  await open(page, `<iframe src="${site}embed/pairing-required/approve-device/?install=docker" width="100%" height="900"></iframe>`, '')
  const frame = page.locator('iframe').contentFrame()
  await frame.getByRole('button', { name: 'Copy: step 1' }).click()
  await expect(frame.getByRole('button', { name: /^Press (Ctrl\+C|⌘C)$/ })).toBeVisible()
  expect((await frame.locator('html').evaluate(() => String(getSelection()))).trim()).toBe(
    'docker compose run --rm openclaw-cli devices list',
  )
})

test('keys lead in and out', async ({ page }) => {
  await open(
    page,
    `<button id="before">Before</button>${element('family="pairing-required" view="steps" loading="eager"')}<button id="after">After</button>`,
  )
  await ready(page)
  await page.locator('#before').focus()
  const at = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName)
  await page.keyboard.press('Tab')
  // The focus goes from one document to the other a moment later.
  await expect.poll(at).toBe('openclaw-flowchart')
  let steps = 0
  for (; (await at()) !== 'after' && steps < 80; steps++) await page.keyboard.press('Tab')
  await expect.poll(at).toBe('after')
  expect(steps).toBeGreaterThan(5)
  await page.keyboard.press('Shift+Tab')
  await expect.poll(at).toBe('openclaw-flowchart')
  for (let back = 0; (await at()) !== 'before' && back < 80; back++) await page.keyboard.press('Shift+Tab')
  await expect.poll(at).toBe('before')

  // A whole answer by keys, and the heading has the focus.
  const link = answers(page).first()
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText(/Approve the device/)
  await expect(heading(page)).toBeFocused()
})

test('two embeds do not disturb each other', async ({ page }) => {
  await open(
    page,
    `${element('id="one" family="pairing-required" install="native" loading="eager"')}${element('id="two" family="gateway-start-blocked" install="docker" loading="eager"')}`,
  )
  await ready(page, 2)
  const second = await heading(page, '#two').innerText()
  const height = await settledHeight(page, '#two')
  await answers(page, '#one').first().click()
  await expect(heading(page, '#one')).toHaveText(/Approve the device/)
  await expect(typed(inside(page, '#one'), 'openclaw devices list')).toBeVisible()
  await expect(heading(page, '#two')).toHaveText(second)
  expect(await settledHeight(page, '#two')).toBe(height)
  await page.locator('#two').evaluate((each) => each.setAttribute('theme', 'dark'))
  await expect.poll(() => ground(inside(page, '#two'))).toBe(dark)
  expect(await ground(inside(page, '#one'))).toBe(light)
  for (const { from, detail } of await told(page, 'navigate')) expect([from, detail['family']]).toEqual(['one', 'pairing-required'])
})

test('removed and put back, twice loaded, inserted later', async ({ page }) => {
  await open(page, element('id="one" family="pairing-required" loading="eager"'))
  await ready(page)
  await page.addScriptTag({ url: `${site}embed.js?again`, type: 'module' })
  await page.evaluate(() => {
    const one = document.getElementById('one')!
    one.remove()
    document.documentElement.dataset['theme'] = 'dark'
    document.body.append(one)
  })
  await ready(page, 2)
  await expect.poll(() => ground(inside(page))).toBe(dark)
  expect(await page.locator('#one').evaluate((one) => one.shadowRoot?.querySelectorAll('iframe').length)).toBe(1)
  // Out of the page it is silent.
  await page.evaluate(() => document.getElementById('one')!.remove())
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'))
  await page.evaluate(() => {
    const later = document.createElement('openclaw-flowchart')
    later.setAttribute('node', 'docker/pin-token')
    later.setAttribute('loading', 'eager')
    document.body.append(later)
  })
  await ready(page, 3)
  expect((await told(page, 'ready')).at(-1)?.detail).toMatchObject({ family: 'docker', node: 'pin-token' })
})

test('attributes change what is shown without loading it anew', async ({ page }) => {
  await open(page, element('family="pairing-required" install="native" view="steps" loading="eager"'))
  await ready(page)
  const change = (name: string, value: string) =>
    page.locator('openclaw-flowchart').evaluate((each, [attribute = '', to = '']) => each.setAttribute(attribute, to), [name, value])
  await change('node', 'approve-device')
  await expect(heading(page)).toContainText('Approve the device')
  await change('install', 'container')
  await change('params', '{"container": "my-claw"}')
  await expect(typed(inside(page), 'docker exec my-claw openclaw devices list')).toBeVisible()
  await change('os', 'windows')
  await change('view', 'both')
  await expect(inside(page).getByRole('group', { name: /^Flowchart/ })).toBeVisible()
  await change('error', 'listen EADDRINUSE: address already in use 127.0.0.1:18789')
  await expect.poll(async () => (await told(page, 'navigate')).at(-1)?.detail['family']).toBe('gateway-not-ready')
  // The host's page keeps the focus, for nobody went into the frame.
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body')
  await page.locator('openclaw-flowchart').evaluate((each) => each.removeAttribute('error'))
  await change('family', 'no-such-family')
  await expect.poll(async () => (await told(page, 'error')).at(-1)?.detail['message']).toBe('This flowchart does not exist.')
  expect((await told(page, 'ready')).length).toBe(1)
})

test('the reader’s own choice stays when the page changes something else', async ({ page }) => {
  await open(page, element('family="pairing-required" node="approve-device" install="native" loading="eager"'))
  await ready(page)
  await inside(page)
    .getByText(/^Your setup/)
    .click()
  await inside(page).getByRole('radio', { name: 'Container' }).check({ force: true })
  await expect(typed(inside(page), 'docker exec <container> openclaw devices list')).toBeVisible()
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
  await expect.poll(() => ground(inside(page))).toBe(dark)
  await expect(typed(inside(page), 'docker exec <container> openclaw devices list')).toBeVisible()
})

test('an error text opens what handles it, and an unknown one says so', async ({ page }) => {
  await open(page, element('error="disconnected (1008): pairing required" loading="eager"'))
  await ready(page)
  expect((await told(page, 'ready'))[0]?.detail).toMatchObject({ family: 'pairing-required' })
  await expect(heading(page)).toBeVisible()
  await open(page, element('error="zorp frobnicated the quux" loading="eager"'))
  await expect
    .poll(async () => (await told(page, 'error')).map(({ detail }) => detail['message']))
    .toEqual(['The error was not recognised.'])
  await expect(inside(page).getByRole('heading', { name: 'Not recognised' })).toBeVisible()
})

test('what is typed and pasted in the frame stays there', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { heard: '' })
    addEventListener('message', ({ data }) => ((window as unknown as { heard: string }).heard += JSON.stringify(data)))
  })
  const secret = 'sk-live-4f9a1c77e2b84d06'
  await open(page, element('loading="eager" install="container" params=\'{"container": "private-claw"}\''))
  await ready(page)
  await inside(page).getByLabel('Paste the error or the log around it').fill(`TOKEN=${secret}\ndisconnected (1008): pairing required`)
  await inside(page)
    .getByRole('link', { name: /^Open: Pairing required/ })
    .click()
  await expect.poll(async () => (await told(page, 'navigate')).length).toBeGreaterThan(0)
  await expect(typed(inside(page), 'docker exec private-claw')).toBeVisible()
  await inside(page).getByRole('button', { name: /^Copy/ }).first().click()
  await inside(page).getByRole('button', { name: 'It works now' }).click()
  await expect.poll(async () => (await told(page, 'outcome')).map(({ detail }) => detail['result'])).toEqual(['worked'])
  const heard = await page.evaluate(() => (window as unknown as { heard: string }).heard)
  expect(heard).toContain('"navigate"')
  for (const own of [secret, 'private-claw', '1008', 'container']) expect(heard).not.toContain(own)
})

/** Sends a thousand messages, whole ones and broken ones, to a window and to every frame of it that can be reached. */
function attack(_: Element, target: string) {
  const to = target === 'window' ? window : window.top!
  const words = ['ready', 'resize', 'navigate', 'copy', 'outcome', 'error', 'init', 'set', 'open', 'focus', '__proto__', 'toString', '']
  const fields = [
    'family',
    'node',
    'url',
    'title',
    'command',
    'result',
    'message',
    'protocol',
    'height',
    'theme',
    'install',
    'params',
    'error',
  ]
  const values: readonly unknown[] = [
    99_999,
    -1,
    Number.NaN,
    Infinity,
    null,
    undefined,
    '',
    'dark',
    'docker',
    '<img src=x onerror=alert(1)>',
    [],
    {},
    { toString: 1 },
    { container: '$(reboot)' },
    'x'.repeat(100_000),
    new Date(),
    1n,
    new Map([['a', 1]]),
  ]
  let seed = 42
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
  const pick = (list: readonly unknown[]): unknown => list[Math.floor(random() * list.length)]
  for (let i = 0; i < 1000; i++) {
    const rest = Object.fromEntries(fields.flatMap((field) => (random() < 0.5 ? [[field, pick(values)]] : [])))
    const whole = { family: 'docker', node: 'pin-token', theme: 'dark', height: 50, url: 'https://evil.example/', title: 't', message: 'm' }
    const data = pick([
      { openclawFlowchart: pick([1, 1, 1, 2, '1', true]), type: pick([...words, ...values]), ...rest },
      { openclawFlowchart: 1, type: pick(words), ...whole },
      { openclawFlowchart: 1, type: 'resize', height: 50 },
      pick(values),
      JSON.stringify({ openclawFlowchart: 1, type: 'resize', height: 50 }),
    ])
    to.postMessage(data, '*')
    for (let at = 0; at < to.length; at++) to[at]!.postMessage(data, '*')
  }
}

test('a thousand hostile messages change nothing, at either end', async ({ page }) => {
  const wrong: string[] = []
  page.on('pageerror', ({ message }) => wrong.push(message))
  const hostile = await servePages({ '/': html('<p>hostile</p>') })
  await open(
    page,
    `${element('id="one" family="pairing-required" loading="eager"')}<iframe id="hostile" src="${hostile.url}" width="10" height="10"></iframe>`,
  )
  await ready(page)
  const height = await settledHeight(page, '#one')
  const before = await heading(page).innerText()
  await page.locator('#hostile').contentFrame().locator('html').evaluate(attack, 'window.top')
  // The page's own scripts are of the right window, and not of the frame's origin.
  await page.locator('html').evaluate(attack, 'window')
  await page.waitForTimeout(500)
  expect(await settledHeight(page, '#one')).toBe(height)
  await expect(heading(page)).toHaveText(before)
  expect(await ground(inside(page))).toBe(light)
  expect((await page.evaluate(() => window.told)).map(({ type }) => type)).toEqual(['ready'])

  // A frame without the element, among strangers: they may speak to it, and only the page around is heard.
  await open(
    page,
    `<iframe id="bare" src="${site}embed/pairing-required/" width="100%" height="640"></iframe><iframe id="hostile" src="${hostile.url}"></iframe>`,
    '',
  )
  const bare = page.locator('#bare').contentFrame()
  await expect(bare.getByText(/^Your setup: /)).toBeVisible()
  await page.locator('#hostile').contentFrame().locator('html').evaluate(attack, 'window.top')
  await page.waitForTimeout(500)
  await expect(bare.getByRole('heading', { level: 1 })).toHaveText(before)
  expect(await ground(bare)).toBe(light)
  expect(wrong).toEqual([])

  // Of the page around it takes what the protocol knows, and stays whole whatever else comes.
  await page.locator('html').evaluate(attack, 'window')
  await page.waitForTimeout(500)
  await page.evaluate(() =>
    window.frames[0]?.postMessage({ openclawFlowchart: 1, type: 'open', family: 'pairing-required', node: 'approve-device' }, '*'),
  )
  await expect(bare.getByRole('heading', { level: 1 })).toHaveText(/Approve the device/)
  expect(wrong).toEqual([])
  await hostile.close()
})

test('a sandbox without an origin, and blocked storage', async ({ page }) => {
  const wrong: string[] = []
  page.on('pageerror', ({ message }) => wrong.push(message))
  await open(
    page,
    `<iframe src="${site}embed/pairing-required/?install=docker" sandbox="allow-scripts" width="100%" height="900"></iframe>`,
    '',
  )
  const frame = page.locator('iframe').contentFrame()
  await expect(frame.getByText(/^Your setup: Docker Compose/)).toBeVisible()
  expect(await frame.locator('html').evaluate(() => origin)).toBe('null')
  await frame.getByRole('navigation', { name: /^What/ }).getByRole('link').first().click()
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(/Approve the device/)
  await expect(typed(frame, 'docker compose run --rm openclaw-cli devices list')).toBeVisible()
  await expect(frame.getByRole('group', { name: /^Flowchart/ })).toBeVisible()
  await frame.getByRole('button', { name: 'Paste the output' }).click()
  await frame.getByLabel('What the command printed').fill('listen EADDRINUSE: address already in use 127.0.0.1:18789')
  await expect(frame.getByText(/It shows another error/)).toBeVisible()
  await page.evaluate(() => history.back())
  await expect(frame.getByRole('heading', { level: 1 })).not.toHaveText(/Approve the device/)
  expect(wrong).toEqual([])
})

test('a site that swaps its content without loading pages', async ({ page }) => {
  const views: Record<string, string> = {
    '/a': element('id="a" family="pairing-required"'),
    '/b': `<p>Nothing here</p>`,
    '/c': `<script>window.ran = true</script>${element('id="c" family="docker" node="pin-token"')}`,
  }
  const router = `<script>
    const views = ${JSON.stringify(views).replaceAll('</', String.raw`<\/`)}
    document.addEventListener('click', (event) => {
      const link = event.target.closest('nav a')
      if (!link) return
      event.preventDefault()
      history.pushState(null, '', link.href)
      show()
    })
    const show = () => (document.querySelector('main').innerHTML = views[location.hash.slice(1)] ?? '')
    addEventListener('popstate', show)
  </script>`
  await open(page, `<nav><a href="#/a">A</a> <a href="#/b">B</a> <a href="#/c">C</a></nav><main></main>${router}`)
  const go = (name: string) => page.getByRole('link', { name, exact: true }).click()
  await go('A')
  await ready(page)
  await answers(page, '#a').first().click()
  await expect(heading(page, '#a')).toHaveText(/Approve the device/)
  await go('B')
  await expect(page.locator('iframe')).toHaveCount(0)
  await go('C')
  await ready(page, 2)
  await expect(heading(page, '#c')).toBeVisible()
  await go('A')
  await ready(page, 3)
  await expect(heading(page, '#a')).not.toHaveText(/Approve the device/)
})
