import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filledText, missingIn, valueOf } from './fill.ts'

const mount = 'docker run --rm -v <volume>:/home/node/.openclaw <image>'

test('without values a usual one is filled in, and other placeholders stay to be seen', () => {
  expect(filledText('curl http://127.0.0.1:<port>/readyz', {}, 'posix')).toBe('curl http://127.0.0.1:18789/readyz')
  expect(filledText(mount, {}, 'posix')).toBe(mount)
  expect(missingIn(mount, { image: 'openclaw:local' })).toEqual(['volume'])
})

test('one value fills every place, and a value its pattern refuses fills none', () => {
  expect(filledText('docker stop <container>\ndocker rm <container>', { container: 'claw' }, 'posix')).toBe(
    'docker stop claw\ndocker rm claw',
  )
  for (const hostile of ['a; rm -rf /', '$(id)', '`id`', '--privileged', "x' y", 'a\nb', '<script>'])
    expect(filledText('docker stop <container>', { container: hostile }, 'posix')).toBe('docker stop <container>')
})

describe('a value with spaces is quoted with its word', () => {
  test('for a POSIX shell', () => {
    expect(filledText(mount, { volume: '/srv/my claw', image: 'x' }, 'posix')).toBe(
      "docker run --rm -v '/srv/my claw:/home/node/.openclaw' x",
    )
    expect(filledText('nano <configDir>/openclaw.json', { configDir: '~/my claw' }, 'posix')).toBe("nano ~/'my claw/openclaw.json'")
    expect(filledText('nano <configDir>/openclaw.json', { configDir: '~/.openclaw' }, 'posix')).toBe('nano ~/.openclaw/openclaw.json')
  })
  test('for PowerShell', () => {
    expect(filledText(mount, { volume: 'C:\\my claw', image: 'x' }, 'powershell')).toBe(
      "docker run --rm -v 'C:\\my claw:/home/node/.openclaw' x",
    )
    expect(filledText('notepad <configDir>/openclaw.json', { configDir: 'C:\\claw' }, 'powershell')).toBe('notepad C:\\claw/openclaw.json')
  })
})

test('whatever is typed, a POSIX shell reads it as one word and runs nothing', () => {
  const run = (text: string) =>
    execFileSync('sh', ['-c', `set -- ${text}; printf '%s\\0' "$@"`], { encoding: 'utf8', env: { HOME: '/h', PATH: process.env['PATH'] } })
      .split('\0')
      .slice(0, -1)
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.stringMatching(/^[ -~]{1,30}$/)), (typed) => {
      const value = valueOf('configDir', { configDir: typed })
      if (value === undefined) return
      const expected = value.startsWith('~/') || value === '~' ? value.replace('~', '/h') : value
      expect(run(filledText('<configDir>/openclaw.json', { configDir: typed }, 'posix'))).toEqual([`${expected}/openclaw.json`])
    }),
    { numRuns: 200 },
  )
})
