import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matcherOf } from './match.ts'
import { anchored, type Row, type Table } from './table.ts'

/** A family of each kind, small enough to see why something matches. */
const rows: Row[] = [
  { family: 'start', node: 'mode', text: 'Gateway start blocked: set gateway.mode=local (current: {mode})' },
  { family: 'start', node: 'port', text: 'listen EADDRINUSE: address already in use {address}' },
  { family: 'refused', node: 'approve', text: 'pairing required' },
  { family: 'refused', node: 'scopes', text: 'pairing required: device is asking for more scopes (requestId: {requestId})' },
  { family: 'connect', node: 'answers', text: 'gateway connect failed', symptom: true },
  { family: 'drops', node: 'who', text: 'send failed: gateway not connected', symptom: true },
  { family: 'drops', node: 'code', text: '4008', symptom: true },
  { family: 'docker', node: 'mount', text: 'state lost after container restart', symptom: true },
]
const table: Table = {
  rows: anchored(rows),
  titles: {},
  groups: { start: 'start', refused: 'refused', connect: 'connect', drops: 'drops', docker: 'docker' },
  elsewhere: ['discord gateway'],
  stale: [],
  seen: {},
}
const matcher = matcherOf(table)
const places = (text: string) => matcher.match(text).matches.map(({ family, node }) => `${family}/${node}`)
const noise = (lines: number) => Array.from({ length: lines }, (_, i) => `2026-09-06T10:11:12Z [ws] res sessions.list ${i}ms`).join('\n')

describe('what a text says', () => {
  test('is the cause before the symptom, and startup before connection', () => {
    const text =
      'send failed: gateway not connected\ngateway connect failed: Error: pairing required\nlisten EADDRINUSE: address already in use 127.0.0.1:18789'
    expect(places(text)).toEqual(['start/port', 'refused/approve', 'connect/answers', 'drops/who'])
  })

  test('is the specific message where a general one stands in it', () => {
    expect(places('pairing required: device is asking for more scopes (requestId: 35f71d7a)')).toEqual(['refused/scopes'])
  })

  test('holds the values that vary, the line and the original', () => {
    const [match] = matcher.match(`first\n\u001b[31mlisten EADDRINUSE: address already in use "127.0.0.1:18789"\u001b[0m.\n`).matches
    expect(match).toMatchObject({
      line: 2,
      confidence: 'exact',
      values: { address: '127.0.0.1:18789' },
      excerpt: 'listen EADDRINUSE: address already in use "127.0.0.1:18789".',
    })
  })

  test('is exact to the letter, the same wording otherwise, and similar with other words', () => {
    const confidence = (text: string) => matcher.match(text).matches[0]?.confidence
    expect(confidence('GATEWAY  start blocked: set gateway.mode=local (current: unset)')).toBe('exact')
    expect(confidence('gateway start blocked; set gateway mode local; current unset')).toBe('wording')
    expect(confidence('my container lost its state after the last restrat')).toBe('similar')
    expect(confidence('gateway connect failed')).toBe('exact')
    expect(confidence('something quite other went wrong, so gateway connect failed in the end')).toBe('wording')
  })

  test('ends at word borders', () => {
    expect(places('repairing required')).toEqual([])
    expect(places('pairing requiredness')).toEqual([])
    expect(places('[pairing required]')).toEqual(['refused/approve'])
  })

  test('is nothing where another program speaks, or nobody we know', () => {
    expect(matcher.match('discord gateway: pairing required').matches.every(({ confidence }) => confidence === 'similar')).toBe(true)
    expect(matcher.match('hello world')).toMatchObject({ matches: [], nearest: [] })
    expect(matcher.match('')).toMatchObject({ matches: [], lines: 1 })
  })

  test.each(['4008', 'code 4008', '(4008)', 'WebSocket closed with code 4008', 'error: 4008.'])(
    'of the bare code “%s” leads to its question',
    (text) => {
      expect(places(text)).toEqual(['drops/code'])
    },
  )

  test('does not come from a number inside a log', () => expect(places('took 4008 ms to read the sessions of all the agents')).toEqual([]))

  test('offers the nearest where nothing is alike enough', () => {
    const { matches, nearest } = matcher.match('my containers state vanished')
    expect(matches).toEqual([])
    expect(nearest.length).toBeLessThanOrEqual(3)
  })
})

describe('a long log', () => {
  test('is found in wherever the error stands, with its line number, fed in any pieces', () => {
    const text = `${noise(5000)}\nlisten EADDRINUSE: address already in use 127.0.0.1:18789\n${noise(40)}`
    const bytes = new TextEncoder().encode(text)
    fc.assert(
      fc.property(fc.integer({ min: 700, max: 90_000 }), (size) => {
        const reader = matcher.reader()
        for (let at = 0; at < bytes.length; at += size) reader.feed(bytes.subarray(at, at + size))
        const { matches, lines } = reader.finish()
        expect(matches).toMatchObject([{ family: 'start', node: 'port', line: 5001, values: { address: '127.0.0.1:18789' } }])
        expect(lines).toBe(5041)
      }),
      { numRuns: 40 },
    )
  })

  test('counts what repeats, and keeps the newest values', () => {
    const one = (id: number) => `pairing required: device is asking for more scopes (requestId: id-${id})`
    const text = Array.from({ length: 3000 }, (_, i) => `${noise(2)}\n${one(i)}`).join('\n')
    expect(matcher.match(text).matches).toMatchObject([{ node: 'scopes', count: 3000, line: 9000, values: { requestId: 'id-2999' } }])
  })

  test('takes time in proportion to its length, however hostile', () => {
    const hostile = ['pairing ', 'pairing required: device ', 'a', '(requestId: ', '\u001b[', '{"', '\\u001b', 'EADDRINUSE: address ']
    for (const piece of hostile) {
      const line = piece.repeat(Math.ceil(1_000_000 / piece.length))
      const start = performance.now()
      matcher.match(line)
      expect(performance.now() - start, `1 MB of “${piece}”`).toBeLessThan(5000)
    }
  })
})

test('any input is read without an error', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      ...rows.map(({ text }) => text),
      '\ud800',
      '\u001b[31',
      '<script>alert(1)</script>',
      '$(reboot)`x`',
      '\0',
      '\r\n',
      '"',
      '\\u001',
    ),
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
      const { matches, nearest } = matcher.match(list.join(''))
      for (const { score, line, excerpt } of [...matches, ...nearest]) {
        expect(score).toBeGreaterThan(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(line).toBeGreaterThan(0)
        // oxlint-disable-next-line no-control-regex -- that is what must not be there
        expect(excerpt).not.toMatch(/[\u0000-\u0008\u001b]/)
      }
    }),
    { numRuns: 10_000 },
  )
}, 60_000)
