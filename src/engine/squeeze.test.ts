import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldTypography, printable, squeeze, squeezedText } from './squeeze.ts'

describe('squeezing a text', () => {
  test.each([
    ['Gateway start blocked', 'gatewaystartblocked'],
    ['\u001b[31mpairing\u001b[0m required', 'pairingrequired'],
    ['[31mpairing[0m required', 'pairingrequired'],
    ['\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007', 'link'],
    ['│  gateway.mode is  │\n│  unset            │', 'gatewaymodeisunset'],
    ['“device” — ‘token’ …', 'devicetoken'],
    ['failed\\nGateway \\"x\\" \\u001b[31mred', 'failedgatewayxred'],
    ['array[3] list[12]', 'array3list12'],
    ['连接时报错 disconnected (4008)', 'disconnected4008'],
    ['', ''],
  ])('%j says %s', (text, letters) => expect(squeezedText(text)).toBe(letters))

  test('knows where each letter stands', () => {
    const bytes = new TextEncoder().encode('é A-b\u001b[1mC')
    const { letters, at } = squeeze(bytes)
    expect(letters).toBe('abc')
    expect([...at].map((i) => String.fromCharCode(bytes[i]!))).toEqual(['A', 'b', 'C'])
  })

  test('gives letters and digits only, in order, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { letters, at } = squeeze(bytes)
        expect(letters).toMatch(/^[a-z0-9]*$/)
        expect(at).toHaveLength(letters.length)
        for (let i = 1; i < at.length; i++) expect(at[i]).toBeGreaterThan(at[i - 1]!)
      }),
    )
  })
})

test('a printable text holds no escape and no invisible character', () => {
  expect(printable('\u001b[31mred\u001b[0m\u0000\u202e \u200bok\n')).toBe('red ok\n')
})

test('folding typography keeps the punctuation', () => {
  expect(foldTypography('  “Device”  Token — ‘x’ … ')).toBe(`"device" token - 'x' ...`)
})
