import { describe, expect, test } from 'vitest'
import { createActor, fromPromise, waitFor } from 'xstate'
import { families } from '../chart/families.ts'
import { parseAddress } from '../engine/address.ts'
import { addressOf, session, type Event, type Input } from './session.ts'

const address = (text: string) => {
  const url = new URL(text, 'https://host.example/')
  return parseAddress(url.pathname, url.search, url.hash)
}
const go = (text: string, move: 'push' | 'none' = 'push'): Event => ({ type: 'GO', address: address(text), move })

/** A session at an address, its families loaded as the page would; `failures` loads fail first. */
function open(text: string, input: Partial<Input> = {}, failures = 0) {
  let left = failures
  const load = fromPromise<(typeof families)[number], { id: string }>(({ input: { id } }) =>
    left-- > 0 ? Promise.reject(new Error('offline')) : Promise.resolve(families.find((family) => family.id === id)!),
  )
  const actor = createActor(session.provide({ actors: { load } }), {
    input: {
      address: address(text),
      env: { install: 'native', os: 'linux', release: '2026.9.6' },
      saved: {},
      theme: 'auto',
      slashKey: true,
      familyIds: families.map(({ id }) => id),
      ...input,
    },
  })
  actor.start()
  const settled = () => waitFor(actor, (snapshot) => !snapshot.matches('loading'))
  return { actor, settled }
}

describe('the session', () => {
  test('starts at home, at a place, or lost, as the address says', async () => {
    expect((await open('').settled()).value).toBe('home')
    expect((await open('nowhere/at-all/').settled()).value).toBe('lost')
    const at = await open('gateway-start-blocked/set-mode/?install=native').settled()
    expect(at.value).toBe('at')
    expect(at.context.place?.node.id).toBe('set-mode')
    expect(at.context.place?.inferred).toEqual(['read-mode', 'worked-before'])
  })

  test('takes the environment from the address, then from memory, then from what is assumed', async () => {
    const { context } = await open('docker/?install=docker', { saved: { install: 'native', os: 'macos' } }).settled()
    expect(context.env).toEqual({ install: 'compose', os: 'macos', release: '2026.9.6' })
    expect(context.saved).toEqual({ install: 'native', os: 'macos' })
  })

  test('Back does not undo a choice of environment made since', async () => {
    const { actor, settled } = open('gateway-start-blocked/?install=native')
    await settled()
    actor.send({ type: 'SET_ENV', env: { install: 'container' } })
    actor.send(go('gateway-start-blocked/?install=native', 'none'))
    expect(actor.getSnapshot().context.env.install).toBe('container')
    expect(addressOf(actor.getSnapshot())).toBe('gateway-start-blocked/?install=container')
  })

  test('writes the address of every place so that it opens the same place again', async () => {
    for (const family of families) {
      const { actor, settled } = open(`${family.id}/?install=compose`)
      await settled()
      for (const node of Object.keys(family.states)) {
        actor.send(go(`${family.id}/${node}/?install=compose`))
        const written = addressOf(actor.getSnapshot())
        actor.send(go(written))
        expect(actor.getSnapshot().context.place?.node.id, written).toBe(node)
        expect(addressOf(actor.getSnapshot())).toBe(written)
      }
    }
  })

  test('says what of an address does not exist, once', async () => {
    const { actor, settled } = open('gateway-start-blocked/no-such-step/?install=vm#a=nothing:here')
    await settled()
    expect(actor.getSnapshot().context.notices).toHaveLength(3)
    actor.send(go('gateway-start-blocked/set-mode/'))
    expect(actor.getSnapshot().context.notices).toEqual([])
  })

  test('can try again to load a family, and forgets the old one meanwhile', async () => {
    const { actor, settled } = open('docker/', {}, 1)
    expect((await settled()).value).toBe('failed')
    expect(actor.getSnapshot().context.place).toBeUndefined()
    actor.send({ type: 'RETRY' })
    expect((await settled()).value).toBe('at')
  })

  test('goes to another family and back home', async () => {
    const { actor, settled } = open('triage/')
    await settled()
    actor.send(go('full-reset/'))
    expect((await settled()).context.place?.node.id).toBe(String(families.find(({ id }) => id === 'full-reset')?.config.initial))
    actor.send(go(''))
    expect(actor.getSnapshot().value).toBe('home')
    expect(actor.getSnapshot().context.family).toBeUndefined()
  })

  test('keeps what the reader filled in from place to place, out of the address', async () => {
    const { actor, settled } = open('docker/')
    await settled()
    actor.send({ type: 'FILL', name: 'container', value: 'secret-name' })
    actor.send(go('gateway-start-blocked/'))
    const snapshot = await settled()
    expect(snapshot.context.values).toEqual({ container: 'secret-name' })
    expect(addressOf(snapshot)).not.toContain('secret')
  })
})
