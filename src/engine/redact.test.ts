import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact } from './redact.ts'

describe('redacting', () => {
  test.each([
    ['http://127.0.0.1:18789/#token=abcdef123', 'http://127.0.0.1:18789/#token=<token>'],
    ['http://h/?a=1&token=abcdef123&b=2', 'http://h/?a=1&token=<token>&b=2'],
    ['Authorization: Bearer abc.def-ghi', 'Authorization: Bearer <token>'],
    ['OPENCLAW_GATEWAY_TOKEN=hunter22 x', 'OPENCLAW_GATEWAY_TOKEN=<secret> x'],
    ['ANTHROPIC_API_KEY: "sk-ant-api03-abcdefgh"', 'ANTHROPIC_API_KEY: "<secret>"'],
    ['"token": "hunter22"', '"token": "<secret>"'],
    ['openclaw x --token hunter22', 'openclaw x --token <secret>'],
    ['key sk-ant-abcdefgh123', 'key <key>'],
    ['bot 123456789:AAabcdefghijklmnopqrstuvwxyz0123456', 'bot <bot token>'],
    ['mail me@example.org', 'mail <e-mail address>'],
    ['/home/ada/.openclaw and /Users/ada/x', '/home/<user name>/.openclaw and /Users/<user name>/x'],
    ['C:\\Users\\ada\\.openclaw', 'C:\\Users\\<user name>\\.openclaw'],
    ['connect 203.0.113.7:18789', 'connect <public address>:18789'],
  ])('%j becomes %j', (text, wanted) => {
    expect(redact(text).text).toBe(wanted)
    expect(redact(text).hidden).not.toEqual([])
  })

  test.each([
    'ws://192.168.1.20:18789',
    '127.0.0.1',
    '10.1.2.3',
    '172.18.0.1',
    '100.101.102.103',
    '/home/node/.openclaw',
    'OpenClaw 2026.9.6',
    '"$OPENCLAW_GATEWAY_TOKEN"',
    'gateway token missing',
  ])('%j is evidence and stays', (text) => expect(redact(text)).toEqual({ text, hidden: [] }))

  test('hides nothing more the second time, and takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = redact(text).text
        expect(redact(once).text).toBe(once)
      }),
    )
  })
})
