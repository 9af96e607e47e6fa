import { describe, expect, test } from 'vitest'
import { cli, direct, everywhere, offline, variants } from '../../flows/commands.ts'
import { flow, releases, type Commands, type Env, type Family, type Language } from '../../flows/flow.ts'
import { parameters } from '../../flows/parameters.ts'
import { nodeOf } from '../engine/graph.ts'
import { captured } from './captured.ts'
import { commandsHash, type Run } from './proof.ts'
import { originOf } from './signatures.ts'
import { samples } from './typed.ts'
import { verify } from './verify.ts'

const facts = captured()

/** A family with one fix that types `run`. */
const familyWith = (run: Commands, signatures: readonly string[] = []): Family =>
  flow.createMachine({
    id: 'seeded',
    meta: { kind: 'family', title: 'Seeded', summary: 'A mistake.', group: 'care', messages: [], prevention: [] },
    context: ({ input }) => input,
    initial: 'fix',
    states: {
      fix: {
        meta: {
          kind: 'fix',
          title: 'Fix',
          steps: [{ text: 'Type it', risk: 'reads', run }],
          verify: { run: cli('gateway health'), expect: ['OK ('] },
          signatures,
        },
        on: { broken: 'end' },
      },
      end: { type: 'final', meta: { kind: 'end', title: 'End' } },
    },
  })
const findingsOf = (run: Commands) => verify([familyWith(run)], facts).findings
const yaml = (text: string): Commands => ({ ...everywhere(text), language: 'yaml' satisfies Language })

test('every release is captured', () => {
  expect([...facts.releases.keys()].toSorted()).toEqual([...releases].toSorted())
})

test('the port that a command has before it is filled in is that of every release', () => {
  for (const { defaultPort } of facts.releases.values()) expect(String(defaultPort)).toBe(parameters.port.fallback)
})

test.each([
  ['Gateway start blocked: existing config is missing gateway.mode', /^OpenClaw .*2026\.9\.6/],
  ['no such service: openclaw', /^docker$/],
  ['the input device is not a TTY', /^a log$/],
  ['no program ever printed this line', /^undefined$/],
])('“%s” is told where it is from', (signature, origin) => {
  expect(String(originOf(signature, facts))).toMatch(origin)
})

test.each(Object.entries(parameters))('<%s> has a legal value to read commands with', (name, { pattern }) => {
  expect(samples[name]).toMatch(pattern)
})

describe('a seeded mistake gives a line that says where and what', () => {
  test('unknown command', () => {
    expect(findingsOf(cli('gateway reboot'))).toEqual([
      'seeded/fix, step 1, native/linux, 2026.2.24: unknown command reboot of openclaw gateway (in 18 environments)',
    ])
  })

  test('a command that only a later release has', () => {
    expect(findingsOf(offline('config validate'))).toEqual([
      'seeded/fix, step 1, native/linux, 2026.2.24: unknown command validate of openclaw config (in 9 environments)',
    ])
  })

  test('unknown option', () => {
    expect(findingsOf(cli('config get gateway.mode --foo'))).toEqual([
      'seeded/fix, step 1, native/linux, 2026.2.24: unknown option --foo of openclaw config get (in 18 environments)',
    ])
  })

  test('an option that takes another value', () => {
    expect(findingsOf(direct('gateway run --bind 0.0.0.0'))).toEqual([
      'seeded/fix, step 1, native/linux, 2026.2.24: --bind of openclaw gateway run takes loopback, lan, tailnet, auto, custom, not 0.0.0.0 (in 18 environments)',
    ])
  })

  test('wrong argument count', () => {
    expect(findingsOf(cli('config get'))).toEqual([
      'seeded/fix, step 1, native/linux, 2026.2.24: openclaw config get needs <path> (in 18 environments)',
    ])
    expect(findingsOf(cli('config get gateway.mode gateway.bind'))).toEqual([
      'seeded/fix, step 1, native/linux, 2026.2.24: openclaw config get takes at most 1, not gateway.mode gateway.bind (in 18 environments)',
    ])
  })

  test('unknown config key', () => {
    expect(findingsOf(offline('config set gateway.token abc'))).toEqual([
      'seeded/fix, step 1, native/linux, 2026.2.24: unknown config key gateway.token (in 18 environments)',
    ])
  })

  test('value not allowed', () => {
    expect(findingsOf(offline('config set gateway.bind 0.0.0.0'))).toEqual([
      'seeded/fix, step 1, native/linux, 2026.2.24: gateway.bind takes auto, lan, loopback, custom, tailnet, not 0.0.0.0 (in 18 environments)',
    ])
    expect(findingsOf(offline('config set gateway.port many'))[0]).toContain('gateway.port takes integer, not many')
    expect(findingsOf(offline('config set gateway.port 70000')).at(-1)).toContain('gateway.port takes 1 to 65535, not 70000')
  })

  test('PowerShell quote trap', () => {
    expect(findingsOf(everywhere(`openclaw config set gateway.trustedProxies '["127.0.0.1"]'`)).join('\n')).toContain(
      'native/windows, 2026.2.24: PowerShell 5.1 drops the inner quotes of ["127.0.0.1"]',
    )
  })

  test.each([
    ['openclaw gateway stop && openclaw gateway start', 'PowerShell 5.1 knows no && and ||: write separate lines'],
    ['openclaw config set gateway.auth.token "$OPENCLAW_GATEWAY_TOKEN"', '$OPENCLAW_GATEWAY_TOKEN is empty in PowerShell'],
    ['ls ~/.openclaw', 'PowerShell hands ~ to a program as it stands'],
    ['curl http://127.0.0.1:<port>/', 'curl is another command in PowerShell'],
    ["Get-Content 'a.txt", "PowerShell: a ' is missing"],
    ['Get-Thing', 'Get-Thing is no cmdlet that Windows comes with'],
  ])('PowerShell: %s', (text, problem) => {
    expect(
      findingsOf(variants({ native: { linux: 'ls', macos: 'ls', windows: text } }, { none: { compose: 'x', container: 'x' } }))[0],
    ).toContain(`seeded/fix, step 1, native/windows, 2026.2.24: ${problem}`)
  })

  test('a line that bash cannot read', () => {
    expect(findingsOf(variants({ native: 'for file in *; do ls' }, { none: { compose: 'x', container: 'x' } }))[0]).toMatch(
      /^seeded\/fix, step 1, native\/linux, 2026\.2\.24: bash: .*syntax error/,
    )
  })

  test('unknown docker option', () => {
    const problem = (text: string) => findingsOf(variants({ compose: text }, { none: { native: 'x', container: 'x' } }))
    expect(problem('docker ps --everything')).toEqual([
      'seeded/fix, step 1, compose/linux, 2026.2.24: unknown option --everything of docker ps (in 6 environments)',
    ])
    expect(problem('docker compose logs --lines=5 openclaw-gateway')[0]).toContain('unknown option --lines of docker compose logs')
    expect(problem('docker compose bounce')[0]).toContain('unknown command bounce of docker compose')
  })

  test('unknown Compose service', () => {
    expect(findingsOf(variants({ compose: 'docker compose restart openclaw' }, { none: { native: 'x', container: 'x' } }))).toEqual([
      'seeded/fix, step 1, compose/linux, 2026.2.24: unknown Compose service openclaw: the official ones are openclaw-gateway and openclaw-cli (in 6 environments)',
    ])
    expect(findingsOf(yaml('services:\n  openclaw:\n    image: x'))[0]).toContain('unknown Compose service openclaw')
  })

  test('a Compose snippet that its schema refuses', () => {
    expect(findingsOf(yaml('ports: 18789'))[0]).toContain('Compose schema: /services/openclaw-gateway/ports must be array')
    expect(findingsOf(yaml('restarts: always'))[0]).toContain(
      'Compose schema: /services/openclaw-gateway must NOT have additional properties',
    )
  })

  test('a command inside a container, a shell or another program', () => {
    const wrapped = (text: string) => findingsOf(variants({ container: text }, { none: { native: 'x', compose: 'x' } }))
    expect(wrapped('docker exec <container> node dist/index.js gateway reboot')[0]).toContain('unknown command reboot of openclaw gateway')
    expect(wrapped("docker exec <container> sh -c 'echo; node dist/index.js gateway reboot'")[0]).toContain('unknown command reboot')
    expect(wrapped('ssh <user>@<host> openclaw gateway reboot')[0]).toContain('unknown command reboot')
    expect(wrapped('docker exec <container> openclaw gateway health')).toEqual([
      'seeded/fix, step 1, container/linux, 2026.2.24: the image of 2026.2.24 has no openclaw on PATH (in 3 environments)',
    ])
  })

  test('unknown environment variable', () => {
    expect(findingsOf(variants({ native: 'unset OPENCLAW_GATEWAY_MODE' }, { none: { compose: 'x', container: 'x' } }))[0]).toContain(
      'unknown environment variable OPENCLAW_GATEWAY_MODE',
    )
  })

  test('missing variant', () => {
    expect(findingsOf(variants({ native: 'openclaw gateway status', compose: 'docker compose ps' }, { none: {} }))).toEqual([
      'seeded/fix, step 1, container/linux, 2026.2.24: nothing to type, and no reason for it (none) (in 6 environments)',
    ])
  })

  test('a signature that no release, log or guide holds', () => {
    const { findings } = verify([familyWith(cli('gateway status'), ['no program ever printed this line'])], facts)
    expect(findings).toEqual([
      'seeded/fix, signature: no release, log or guide holds “no program ever printed this line”: capture again, or is it a symptom?',
    ])
  })

  test('stale proof', () => {
    const env: Env = { install: 'native', os: 'linux', release: '2026.9.6' }
    const family = familyWith(cli('gateway status'))
    const run: Run = {
      ...env,
      place: 'gateway',
      family: 'seeded',
      node: 'fix',
      condition: 'seeded',
      hash: commandsHash(nodeOf(family, 'fix')!.meta, env),
      result: 'ran',
    }
    expect(verify([family], facts, [run]).findings).toEqual([])
    expect(verify([familyWith(cli('gateway probe'))], facts, [run]).findings).toEqual([
      'seeded/fix, proof, native/linux, 2026.9.6: stale proof, its commands have changed since they ran',
    ])
    expect(verify([family], facts, [{ ...run, node: 'gone' }]).findings).toEqual([
      'seeded/gone, proof, native/linux, 2026.9.6: stale proof, there is no such node',
    ])
  })
})
