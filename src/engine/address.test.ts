import fc from 'fast-check'
import { expect, test } from 'vitest'
import { installs, oses, releases } from '../../flows/flow.ts'
import { fromFragment, inFragment } from './fragment.ts'
import { formatAddress, parseAddress, themes, views, type Address } from './address.ts'

const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,3}$/)
const address: fc.Arbitrary<Address> = fc
  .record({
    family: fc.option(id, { nil: undefined }),
    node: fc.option(id, { nil: undefined }),
    answers: fc.dictionary(id, id, { maxKeys: 8, noNullPrototype: true }),
    env: fc.record(
      { install: fc.constantFrom(...installs), os: fc.constantFrom(...oses), release: fc.constantFrom(...releases) },
      { requiredKeys: [] },
    ),
    theme: fc.option(fc.constantFrom(...themes), { nil: undefined }),
    view: fc.option(fc.constantFrom(...views), { nil: undefined }),
  })
  .map(({ family, node, theme, view, ...rest }) => ({
    ...rest,
    ...(family && { family, ...(node && { node }) }),
    ...(theme && { theme }),
    ...(view && { view }),
    unknown: [],
  }))

const parse = (text: string) => {
  const url = new URL(text, 'https://host.example/')
  return parseAddress(url.pathname, url.search, url.hash)
}

test('an address survives being written and read', () => {
  fc.assert(
    fc.property(address, (given) => {
      expect(parse(formatAddress(given))).toEqual(given)
    }),
  )
})

test('an address survives being written and read as a fragment', () => {
  fc.assert(
    fc.property(address, (given) => {
      const link = new URL(inFragment(formatAddress(given)), 'file:///disk/flowchart.html')
      expect(link.pathname).toBe('/disk/flowchart.html')
      const { path, search, hash } = fromFragment(link.hash)
      expect(parseAddress(path, search, hash)).toEqual(given)
    }),
  )
})

test('a fragment may hold an error, or rubbish', () => {
  const read = (fragment: string) => {
    const { path, search, hash } = fromFragment(fragment)
    return parseAddress(path, search, hash)
  }
  expect(read(inFragment('#error=gateway%20closed%20(1006)')).error).toBe('gateway closed (1006)')
  expect(read('#/?error=port%20in%20use').error).toBe('port in use')
  expect(read('#/docker/?a=check:yes&install=compose')).toMatchObject({
    family: 'docker',
    answers: { check: 'yes' },
    env: { install: 'compose' },
  })
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void read(`#${text}`)))
})

test('any text is read without an error, and what is read can be written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, search, hash) => {
      const read = parseAddress(path, search, `#${hash}`)
      expect(formatAddress(read).length).toBeLessThan(path.length * 9 + 2300)
    }),
  )
})

test('docker is an older word for compose', () => {
  expect(parse('docker/?install=docker').env).toEqual({ install: 'compose' })
})

test('what means nothing is named, not followed', () => {
  const read = parse('docker/?install=vm&os=beos&theme=pink#a=x:y,<script>:z,a:b:c')
  expect(read.env).toEqual({})
  expect(read.unknown).toEqual(['install=vm', 'os=beos', 'theme=pink'])
  expect(read.answers).toEqual({ x: 'y' })
})

test('a fragment stays short enough for every program', () => {
  const answers = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`a-very-long-question-${i}`, 'an-answer']))
  expect(formatAddress({ family: 'docker', answers, env: {} }).length).toBeLessThanOrEqual(2000 + 'docker/'.length)
})
