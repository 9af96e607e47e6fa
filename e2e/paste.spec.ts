import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'
import { test } from './page.ts'

const blocked = 'Gateway start blocked: set gateway.mode=local (current: unset) or pass --allow-unconfigured.'
const busy = 'listen EADDRINUSE: address already in use 127.0.0.1:18790'
const pairing = 'disconnected (1008): pairing required'
const line = '2026-09-06T10:11:12.000Z [ws] ⇄ res ✓ sessions.list 12ms conn=e7f0…baca\n'

const field = (page: Page) => page.getByLabel('Paste the error or the log around it')
const found = (page: Page) => page.getByRole('region', { name: /This is it|problems, in the order|It looks like this|Not recognised/ })
const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
/** What a paste by the keyboard does, with any text. */
const paste = (page: Page, text: string) =>
  field(page).evaluate((area, pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)

test.describe('a pasted error', () => {
  test('leads to its node, with what the text proves, and Back brings the findings back', async ({ page }) => {
    await page.goto('./')
    await field(page).fill(`openclaw-gateway-1  | OpenClaw 2026.2.24 (abc1234)\nopenclaw-gateway-1  | ${blocked}`)
    await expect(found(page)).toContainText('Gateway start blocked')
    await expect(found(page)).toContainText('line 2, exact text')
    await expect(page.getByRole('list', { name: 'From your paste' })).toContainText('Docker Compose')
    await page.getByRole('link', { name: /^Open: Gateway start blocked/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Which mode does the config hold?' })).toBeVisible()
    expect(new URL(page.url()).search).toBe('?install=compose&release=2026.2.24')
    await expect(page.getByRole('region', { name: 'The command' })).toContainText('docker compose')

    await page.getByRole('button', { name: 'Remove: Docker Compose' }).click()
    await expect(page.getByRole('region', { name: 'The command' })).not.toContainText('docker compose', { useInnerText: true })
    await page.goBack()
    await expect(found(page)).toContainText('Gateway start blocked')
    await expect(field(page)).toHaveValue(/Gateway start blocked/)
  })

  test('is looked up at once when pasted, and opened by Ctrl+Enter or the button', async ({ page }) => {
    await page.goto('./')
    await expect(field(page)).toBeFocused()
    await page.evaluate((text) => navigator.clipboard.writeText(text), busy)
    await page.keyboard.press('ControlOrMeta+V')
    await expect(found(page)).toContainText('EADDRINUSE')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(page).toHaveURL(/\/gateway-not-ready\/port-busy\//)
    await page.goto('./')
    await field(page).fill(pairing)
    await page.getByRole('button', { name: 'Find the fix' }).click()
    await expect(page).toHaveURL(/\/pairing-required\//)
  })

  test('with several problems lists them in the order to fix them', async ({ page }) => {
    await page.goto('./')
    await field(page).fill(`send failed: gateway not connected\n${pairing}\n${busy}`)
    await expect(found(page).getByRole('heading', { level: 3 })).toHaveText([
      'Gateway did not become ready',
      'Pairing required',
      'Send failed: gateway not connected',
    ])
  })

  test('that nobody knows says so, and offers the questions', async ({ page }) => {
    await page.goto('./')
    await field(page).fill('my cat sat on the keyboard')
    await expect(found(page)).toContainText('Not recognised')
    await page.getByRole('link', { name: 'Find it by a few questions instead' }).click()
    await expect(page).toHaveURL(/\/triage\//)
  })

  test('that is advice of no release shows the form that holds, and where', async ({ page }) => {
    await page.goto('./')
    await field(page).fill('sudo systemctl stop nginx && openclaw restart')
    const advice = page.getByRole('region', { name: 'No release has this' })
    await expect(advice).toContainText('openclaw gateway restart')
    await advice.getByRole('link', { name: 'Where to use it instead of openclaw restart' }).click()
    await expect(page).toHaveURL(/\/connect-failed\/gateway-down\//)
  })

  test('of a version nobody measured is said to be one', async ({ page }) => {
    await page.goto('./')
    await field(page).fill(`OpenClaw 2026.3.8 (3caab92)\n${pairing}`)
    await expect(page.getByRole('note').filter({ hasText: '2026.3.8' })).toContainText('Commands are those of 2026.9.6')
  })

  test('can be cleared, and takes with it what it brought', async ({ page }) => {
    await page.goto('./?install=native')
    await field(page).fill(`OpenClaw 2026.2.24\n${pairing}`)
    await expect(page).toHaveURL(/release=2026.2.24/)
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect(found(page)).toHaveCount(0)
    await expect(page).toHaveURL(/\?install=native$/)
  })

  test('never runs, and brings nothing unquoted into a command', async ({ page }) => {
    await page.goto('./')
    const hostile = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\n${pairing}\n$ docker exec $(touch hacked) x\nrequestId: $(reboot)\n(requestId: good-id-1; rm -rf)`
    await field(page).fill(hostile)
    await expect(found(page)).toContainText('Pairing required')
    await page.getByRole('link', { name: /^Open: Pairing required/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    await expect(page.getByRole('main')).not.toContainText('reboot')
  })
})

test.describe('a link with an error', () => {
  for (const form of ['#error=', '?error='])
    test(`${form} opens the place, and keeps nothing of the text`, async ({ page }) => {
      await page.goto(`./${form}${encodeURIComponent(`${pairing} (requestId: secret-request-1)`)}`)
      await expect(page).toHaveURL(/\/pairing-required\//)
      expect(page.url()).not.toMatch(/error|secret/)
      expect(await stored(page)).not.toMatch(/secret|pairing/)
      await page.reload()
      await expect(page).toHaveURL(/\/pairing-required\//)
    })

  test('that names several problems shows the list, and one unknown the suggestions', async ({ page }) => {
    await page.goto(`./#error=${encodeURIComponent(`${pairing}\n${busy}`)}`)
    await expect(found(page)).toContainText('2 problems, in the order to fix them')
    expect(page.url()).not.toContain('error')
    await page.goto('./#error=nobody+knows+this')
    await expect(found(page)).toContainText('Not recognised')
  })

  test('may come into an open page', async ({ page }) => {
    await page.goto('docker/?install=compose')
    await page.evaluate((text) => (window.location.hash = `error=${encodeURIComponent(text)}`), pairing)
    await expect(page).toHaveURL(/\/pairing-required\//)
    await page.goBack()
    await expect(page).toHaveURL(/\/docker\//)
  })

  test('can be made, without what is private', async ({ page }) => {
    await page.goto('./')
    await field(page).fill(`${pairing}\nhttp://127.0.0.1:18789/#token=s3cret-s3cret from /home/ada/x`)
    await page.getByRole('button', { name: 'Copy link to this error' }).click()
    await expect(page.getByLabel('What the link will hold')).toHaveValue(/#token=<token> from \/home\/<user name>\/x/)
    await page.getByRole('button', { name: /^Copy the link/ }).click()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toContain('#error=disconnected')
    expect(link).not.toMatch(/s3cret|ada/)
    await page.goto('about:blank')
    await page.goto(link)
    await expect(page).toHaveURL(/\/pairing-required\//)
  })

  test('in the path of an unknown address is recognised there', async ({ page }) => {
    await page.goto('device-token-mismatch-please-rotate/what/')
    await expect(page.getByRole('heading', { level: 1, name: /There is no page/ })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Device token mismatch' }).first()).toBeVisible()
  })
})

test.describe('the output of a command', () => {
  test('at a check means one of its answers, by the line that decides it', async ({ page }) => {
    await page.goto('gateway-start-blocked/read-mode/?install=native&release=2026.9.6')
    await page.getByRole('button', { name: 'Paste the output' }).click()
    await page.getByLabel('What the command printed').fill('$ openclaw config get gateway.mode\n\u001b[33mremote\u001b[0m\n')
    const answer = page.getByRole('link', { name: /It means: remote/ })
    await expect(answer).toContainText('Line 2: remote')
    await answer.click()
    await expect(page).toHaveURL(/\/remote-meant\//)
  })

  test('after a fix is the proof, or says what else is wrong', async ({ page }) => {
    await page.goto('gateway-start-blocked/set-mode/?install=native&release=2026.9.6')
    await page.getByRole('button', { name: 'Paste the output' }).click()
    const output = page.getByLabel('What the command printed')
    await output.fill(busy)
    await expect(page.getByRole('link', { name: /It shows another error/ })).toContainText('EADDRINUSE')
    await output.fill('nothing of interest')
    await expect(page.getByText('Nothing in it decides this step')).toBeVisible()
    await output.fill('Gateway Health\nOK (12ms)\n')
    await expect(page.getByText('This is the proof')).toBeVisible()
    await page.getByRole('region', { name: 'The output' }).getByRole('button', { name: 'It works now' }).click()
    await expect(page.getByRole('heading', { name: 'Good. Your gateway works.' })).toBeVisible()
  })

  test('that stood in the paste answers a check beforehand', async ({ page }) => {
    await page.goto('./?install=native')
    await field(page).fill('gateway connect failed: Error\nconnect ECONNREFUSED 127.0.0.1:18789\n')
    await page
      .getByRole('link', { name: /^Open: Connect failed/ })
      .first()
      .click()
    const known = page.getByRole('region', { name: 'From your paste' })
    await expect(known).toContainText('connect ECONNREFUSED 127.0.0.1:18789')
    await known.getByRole('link', { name: 'Go on with this answer' }).click()
    await expect(page).toHaveURL(/\/connect-failed\/gateway-down\//)
  })
})

test.describe('a long log', () => {
  const log = Buffer.from(`${line.repeat(100_000)}${busy}\n${line.repeat(9)}`)

  for (const [name, buffer] of [
    ['gateway.log', log],
    ['gateway.log.gz', gzipSync(log)],
  ] as const)
    test(`opened as ${name} is read without stopping the page`, async ({ page }) => {
      await page.goto('./')
      await expect(field(page)).toBeFocused()
      const start = Date.now()
      await page.getByLabel('Open a log file').setInputFiles({ name, mimeType: 'text/plain', buffer })
      await expect(found(page)).toContainText('line 100,001')
      console.log(`  ${name}, 100,010 lines: ${Date.now() - start} ms to the answer, the transfer to the browser included`)
      await expect(page.getByText(`${name},`)).toBeVisible()
    })

  test('pasted stays out of the field, and out of the storage', async ({ page }) => {
    await page.goto('./')
    await paste(page, log.toString())
    await expect(found(page)).toContainText('line 100,001')
    await expect(field(page)).toHaveCount(0)
    expect(await stored(page)).not.toContain('EADDRINUSE')
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect(field(page)).toHaveValue('')
  })

  test('is read where no worker can be started', async ({ page }) => {
    await page.route(/worker.*\.js$/, (route) => route.abort())
    await page.goto('./')
    await paste(page, log.toString())
    await expect(found(page)).toContainText('line 100,001')
  })

  test('that is broken says what to do', async ({ page }) => {
    await page.goto('./')
    await page
      .getByLabel('Open a log file')
      .setInputFiles({ name: 'x.gz', mimeType: 'application/gzip', buffer: gzipSync(log).subarray(0, 400) })
    await expect(page.getByRole('alert')).toContainText('could not be read')
  })
})

test('the key / goes to the field, until it is turned off, for good', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('/')
  await expect(field(page)).toHaveValue('/')
  await page.getByRole('button', { name: 'Turn this key off' }).click()
  await page.reload()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('/')
  await expect(field(page)).not.toBeFocused()
})

test('where the clipboard cannot be read the button says which keys to press', async ({ browser }) => {
  const context = await browser.newContext({ permissions: [] })
  const page = await context.newPage()
  await page.addInitScript(() => Object.defineProperty(navigator.clipboard, 'readText', { value: () => Promise.reject(new Error('no')) }))
  await page.goto('./')
  await page.getByRole('button', { name: 'Paste', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Press Ctrl+V')
  await context.close()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`findings, chips and the link to share have nothing serious for axe (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('./')
    await field(page).fill(`OpenClaw 2026.3.8\n${pairing}\n${busy}\nBearer abcdef123456`)
    await expect(found(page)).toBeVisible()
    await page.getByRole('button', { name: 'Copy link to this error' }).click()
    await expect(page.getByLabel('What the link will hold')).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    ).toEqual([])
  })
