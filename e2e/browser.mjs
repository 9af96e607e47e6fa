import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser the tests use: `CHROMIUM_PATH`, else Playwright's own, else one of the system. `undefined` when there is none. */
export function findBrowser() {
  const { CHROMIUM_PATH: chosen } = process.env
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist.`)
    return chosen
  }
  return [chromium.executablePath(), ...systemBrowsers].find((path) => path && existsSync(path))
}

/** Installs a browser: Playwright's download, else Debian's package. */
function installBrowser() {
  const attempts = [
    ['Playwright downloads its Chromium', () => run('npx', ['playwright', 'install', 'chromium', '--no-shell'], 180_000)],
    ['apt installs Debian’s chromium', () => aptInstall()],
  ]
  for (const [what, attempt] of attempts) {
    console.log(`No browser found: ${what} …`)
    try {
      attempt()
    } catch (error) {
      console.log(`  that failed: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
    }
    if (findBrowser()) return
  }
  throw new Error(
    'No browser for the end-to-end tests. Install one with `npx playwright install chromium`, or your system’s Chromium or Chrome, or set CHROMIUM_PATH to one, then run again.',
  )
}

function aptInstall() {
  if (process.getuid?.() !== 0) throw new Error('apt needs root')
  // Another run of apt holds its locks until it is done.
  again(() => run('apt-get', ['update', '-qq'], 180_000))
  again(() => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 600_000))
}

function again(attempt, tries = 5) {
  try {
    attempt()
  } catch (error) {
    if (tries === 1) throw error
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 15_000)
    again(attempt, tries - 1)
  }
}

function run(command, args, timeout) {
  execFileSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    if (!findBrowser()) installBrowser()
    console.log(`Browser: ${findBrowser()}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
