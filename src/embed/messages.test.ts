import fc from 'fast-check'
import { expect, test } from 'vitest'
import { envelope, protocol, readMessage, toFrame, toHost } from './messages.ts'

const inEnvelope = (message: object) => ({ [envelope]: protocol, ...message })

test('a whole message is read, and only what the protocol knows of it', () => {
  const sent = inEnvelope({ type: 'navigate', family: 'docker', url: 'https://x/', title: 'T', paste: 'secret' })
  expect(readMessage(toHost, sent)).toEqual({ type: 'navigate', family: 'docker', node: undefined, url: 'https://x/', title: 'T' })
})

test('what is of the other direction, of another version or lacks something is none', () => {
  expect(readMessage(toHost, inEnvelope({ type: 'open', family: 'docker' }))).toBeUndefined()
  expect(readMessage(toFrame, inEnvelope({ type: 'resize', height: 10 }))).toBeUndefined()
  expect(readMessage(toHost, { [envelope]: 2, type: 'resize', height: 10 })).toBeUndefined()
  expect(readMessage(toHost, inEnvelope({ type: 'navigate', family: 'docker' }))).toBeUndefined()
  expect(readMessage(toHost, inEnvelope({ type: 'resize', height: Number.NaN }))).toBeUndefined()
})

test('whatever comes, reading it does not throw, and what is read is whole', () => {
  const words = [...Object.keys(toHost), ...Object.keys(toFrame), '__proto__', 'toString', 'constructor']
  const fields = ['family', 'node', 'error', 'url', 'title', 'height', 'params', 'theme', 'command', 'result', 'message', 'protocol']
  const near = fc
    .record({
      [envelope]: fc.oneof(fc.constant(protocol), fc.anything()),
      type: fc.oneof(fc.constantFrom(...words), fc.anything()),
      rest: fc.dictionary(fc.constantFrom(...fields), fc.anything()),
    })
    .map(({ rest, ...message }) => ({ ...rest, ...message }))
  fc.assert(
    fc.property(fc.oneof(fc.anything(), near), (data) => {
      const message = readMessage(toHost, data)
      if (message?.type === 'resize') expect(Number.isFinite(message.height)).toBe(true)
      if (message?.type === 'navigate') expect([typeof message.url, typeof message.title]).toEqual(['string', 'string'])
      const order = readMessage(toFrame, data)
      if (order?.type === 'open') expect(['string', 'undefined']).toContain(typeof order.family)
    }),
    { numRuns: 1000 },
  )
})
