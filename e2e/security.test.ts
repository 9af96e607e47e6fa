import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, root), 'utf8')
const threats = read('SECURITY.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (Threat |-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

test.each(threats.map(([, threat, , proof]) => ({ threat, proof: proof ?? '' })))('$threat is proven by tests that exist', ({ proof }) => {
  const named = [...proof.matchAll(/`([^`]+)`: “([^”]+)”/g)]
  expect(named).not.toHaveLength(0)
  expect(named).toHaveLength(proof.split(';').length)
  for (const [, file = '', title = ''] of named) {
    expect(existsSync(new URL(file, root)), file).toBe(true)
    expect(read(file).includes(title), `${file} has “${title}”`).toBe(true)
  }
})
