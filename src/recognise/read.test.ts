import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { table } from '../chart/families.ts'
import { matcherOf } from '../engine/match.ts'
import { limits } from './pieces.ts'
import { readFile } from './read.ts'

const matcher = matcherOf(table)
const error = 'listen EADDRINUSE: address already in use 127.0.0.1:18789'
const line = '2026-09-06T10:11:12Z [ws] res sessions.list 12ms\n'
const log = `${line.repeat(40_000)}${error}\n`
const node = async (file: Blob) => (await readFile(matcher, file, () => {})).matches.map((match) => [match.node, match.line])

describe('a file', () => {
  test('is read to its end', async () => expect(await node(new Blob([log]))).toEqual([['port-busy', 40_001]]))

  test('may be packed, whatever it is called', async () => {
    expect(await node(new Blob([gzipSync(log)]))).toEqual([['port-busy', 40_001]])
  })

  test('may be what PowerShell writes: UTF-16', async () => {
    const utf16 = Buffer.from(`\ufeff${log}`, 'utf16le')
    expect(await node(new Blob([utf16]))).toEqual([['port-busy', 40_001]])
  })

  test('that is longer than what is read keeps its end, and says so', async () => {
    const long = new Blob([line.repeat(Math.ceil(limits.plain / line.length)), log])
    const { matches, skipped } = await readFile(matcher, long, () => {})
    expect(matches.map((match) => match.node)).toEqual(['port-busy'])
    expect(skipped).toBe(long.size - limits.plain)
  })

  test('that is broken is refused, not misread', async () => {
    await expect(readFile(matcher, new Blob([gzipSync(log).subarray(0, 500)]), () => {})).rejects.toThrow()
  })

  test('can be stopped', async () => {
    const control = new AbortController()
    const reading = readFile(matcher, new Blob([log]), () => {}, control.signal)
    control.abort()
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })

  test('may hold anything', async () => {
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 7919) % 251)
    expect((await readFile(matcher, new Blob([bytes]), () => {})).matches).toEqual([])
  })
})
