import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { leftBehind, systemState } from './left-behind.ts'

// It reads /proc, and the runs it looks after need Linux.
test.runIf(process.platform === 'linux')('what a machine left is named, until it is gone', async () => {
  const before = systemState()
  const folder = mkdtempSync(join(tmpdir(), 'gateway-proof-test-'))
  const name = basename(folder)
  const left = spawn('sleep', ['60'], { argv0: `sleep-${name}` })
  try {
    const found = leftBehind(before, [name])
    expect(found).toContain(folder)
    expect(found.some((line) => line.startsWith(`process ${left.pid}: `))).toBe(true)
  } finally {
    left.kill('SIGKILL')
    await new Promise((resolve) => left.once('close', resolve))
    rmSync(folder, { recursive: true })
  }
  expect(leftBehind(before, [name])).toEqual([])
})
