import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'

const command = fileURLToPath(new URL('../cli/run.mjs', import.meta.url))
const folders: string[] = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** `npm run capture` with an empty cache, and a script in place of npm. */
function capture(npm: string) {
  const folder = mkdtempSync(join(tmpdir(), 'install-test-'))
  folders.push(folder)
  const at = (name: string) => join(folder, name)
  mkdirSync(at('bin'))
  writeFileSync(at('bin/npm'), `#!/bin/sh\nmkdir -p node_modules/half\necho $$ > ${at('pid')}\n${npm}\n`, { mode: 0o755 })
  const child = spawn(process.execPath, [command, 'capture', '2026.9.6'], {
    env: { ...process.env, PATH: `${at('bin')}:${process.env.PATH}`, XDG_CACHE_HOME: at('cache') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()))
  return {
    child,
    at,
    ended: new Promise<{ code: number | null; said: string }>((resolve) => child.on('close', (code) => resolve({ code, said }))),
    left: () => readdirSync(at('cache/openclaw-gateway-flowchart')),
  }
}

test.skipIf(process.platform === 'win32')(
  'an install that fails says so, and leaves nothing half-done',
  async () => {
    const { ended, left } = capture('echo "npm error network unreachable" >&2; exit 1')
    const { code, said } = await ended
    expect(code).toBe(1)
    expect(said).toContain('could not be installed. Is the npm registry in reach?')
    expect(said).toContain('network unreachable')
    expect(left()).toEqual([])
  },
  60_000,
)

test.skipIf(process.platform === 'win32')(
  'an install that is interrupted ends npm, and leaves nothing half-done',
  async () => {
    const { child, at, ended, left } = capture('sleep 600 & wait')
    await vi.waitUntil(() => existsSync(at('pid')) && readFileSync(at('pid'), 'utf8') !== '', { timeout: 30_000, interval: 50 })
    const npm = Number(readFileSync(at('pid'), 'utf8'))
    expect(left()).toHaveLength(1)
    child.kill('SIGINT')
    expect((await ended).code).toBe(130)
    expect(left()).toEqual([])
    await vi.waitUntil(() => !isRunning(npm), { timeout: 5000 })
  },
  60_000,
)

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
