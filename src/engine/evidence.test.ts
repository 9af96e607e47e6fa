import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evidenceIn } from './evidence.ts'
import { filledText } from './fill.ts'

const read = (text: string) => Object.fromEntries(evidenceIn(text).map(({ id, words }) => [id, words]))
const env = (text: string) => Object.assign({}, ...evidenceIn(text).map((one) => one.env)) as object
const values = (text: string) => Object.assign({}, ...evidenceIn(text).map((one) => one.values)) as Record<string, string>

describe('evidence', () => {
  test.each([
    ['🦞 OpenClaw 2026.2.24 (abc1234)', { release: '2026.2.24' }],
    ['openclaw@2026.9.6 /usr/lib', { release: '2026.9.6' }],
    ['client=ui v2026.9.6 role=operator', { release: '2026.9.6' }],
    ['2026.2.24', { release: '2026.2.24' }],
    ['openclaw-gateway-1  | [gateway] ready', { install: 'compose' }],
    ['$ docker exec oc openclaw status', { install: 'container' }],
    [`EACCES: permission denied, mkdir '/home/node/.openclaw/agents'`, { install: 'compose' }],
    [`Config: C:\\Users\\me\\.openclaw\\openclaw.json`, { os: 'windows' }],
    ['/Users/me/.openclaw/openclaw.json', { os: 'macos' }],
    ['systemctl --user status openclaw-gateway.service', { install: 'native', os: 'linux' }],
    ['ua=Mozilla/5.0 (Windows NT 10.0; Win64) PowerShell C:\\Users\\x', {}],
    ['on 2026.11.23 and 11.2.24', {}],
    ['/Users/me/a and C:\\Users\\me\\b', {}],
  ])('of %j sets %j', (text, wanted) => expect(env(text)).toEqual(wanted))

  test('of a version nobody measured gives the newest forms, and is marked', () => {
    expect(evidenceIn('OpenClaw 2026.3.8 (3caab92)')).toMatchObject([
      { id: 'version', words: 'OpenClaw 2026.3.8', env: { release: '2026.9.6' }, unknown: true },
    ])
  })

  test('fills what a command needs', () => {
    expect(values('ws://127.0.0.1:18790 closed')).toEqual({ port: '18790' })
    expect(values('openclaw devices approve 035f71d7-3976-4099-8233-b6d11ced4237')).toEqual({
      requestId: '035f71d7-3976-4099-8233-b6d11ced4237',
    })
    expect(values('openclaw pairing approve telegram HAMWECS7')).toEqual({ channel: 'telegram', code: 'HAMWECS7' })
    expect(values('docker exec -it my-claw openclaw status')).toEqual({ container: 'my-claw' })
    expect(values('(requestId: first-one1) … (requestId: newest-one2)')).toEqual({ requestId: 'newest-one2' })
  })

  test('tells the state of the service, the bind and the close code', () => {
    const text =
      'Runtime: stopped (state inactive)\nConnectivity probe: failed\nBind: loopback\ndisconnected (1008): pairing required\nConfig: ~/.openclaw/openclaw.json'
    expect(read(text)).toMatchObject({
      runtime: 'service stopped',
      probe: 'the gateway does not answer',
      bind: 'bind loopback',
      code: 'close code 1008',
      config: '~/.openclaw/openclaw.json',
    })
  })

  test('never takes over a secret', () => {
    const text =
      'OPENCLAW_GATEWAY_TOKEN=s3cr3t-s3cr3t\nhttp://127.0.0.1:18789/#token=s3cr3t-s3cr3t\nAuthorization: Bearer s3cr3t-s3cr3t\n--token s3cr3t-s3cr3t'
    expect(JSON.stringify(evidenceIn(text))).not.toContain('s3cr3t')
  })

  test('never brings anything into a command that a shell would read as its own', () => {
    const bait = fc.constantFrom(
      'docker exec ',
      'requestId: ',
      'devices approve ',
      'pairing approve telegram ',
      'ws://127.0.0.1:',
      'container ',
      'device: ',
      '(pid ',
    )
    const poison = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('$(reboot)', '`x`', ';reboot', '&&x', '|sh', '"', "'", '18789;x', 'a b', '-rf', '<script>'),
    )
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(bait, poison).map((pair) => pair.join('')),
          { maxLength: 6 },
        ),
        (lines) => {
          for (const [name, value] of Object.entries(values(lines.join('\n')))) {
            expect(value).toMatch(/^[A-Za-z0-9][A-Za-z0-9_.:-]*$/)
            expect(filledText(`openclaw x <${name}>`, { [name]: value }, 'posix')).toBe(`openclaw x ${value}`)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('takes time in proportion to the text', () => {
    for (const piece of ['docker exec -', 'openclaw ', 'port:', '-openclaw-gateway-', 'Mozilla/5.0 ', '(1008 ', 'ws://a:', '172.18.']) {
      const start = performance.now()
      evidenceIn(piece.repeat(Math.ceil(250_000 / piece.length)))
      expect(performance.now() - start, piece).toBeLessThan(3000)
    }
  })
})
