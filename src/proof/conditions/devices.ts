import { config, letsIn, opensFresh, runs, token, types } from '../acts.ts'
import type { Condition } from '../condition.ts'

const page = 'http://192.168.77.1:18789'
const asks = /Approve this browser/
const isIn = /New session|Chat|Overview/
/** A browser of another machine, with the gateway's token and without an approval. */
const asksAnew = opensFresh(`${page}/#token=${token}`, asks, 'client')
const showsDevices = types('openclaw devices list')

/** Somebody on another machine wants in. */
const conditions: readonly Condition[] = [
  {
    id: 'devices',
    place: 'gateway',
    // On 2026.2.24 such a page over plain HTTP is refused before it can ask.
    releases: ['2026.9.6'],
    needs: ['chromium'],
    given: [config({ bind: 'lan', controlUi: { allowedOrigins: [page] } }), runs()],
    cases: [
      {
        id: 'pairing-required',
        given: [asksAnew],
        lands: 'pairing-required/approve-device',
        fix: 'pairing-required/approve-device',
        hands: { 2: letsIn(isIn, 'client') },
      },
      {
        id: 'device-token-rotated',
        given: [showsDevices, types('openclaw devices list --json')],
        fix: 'device-token-mismatch/pair-again',
        hands: { 3: asksAnew },
      },
      {
        id: 'pairing-expired',
        fix: 'pairing-required/new-request',
        also: ['scope-upgrade/ask-again'],
        hands: { 0: asksAnew },
      },
      { id: 'pairing-late', given: [asksAnew], fix: 'pairing-required/approve-there' },
      { id: 'client-without-identity', fix: 'access-not-configured/own-client', skips: [0], hands: { 2: asksAnew } },
      { id: 'client-without-scopes', fix: 'scope-upgrade/own-client', skips: [0], hands: { 1: asksAnew } },
      { id: 'app-identity', fix: 'device-identity/update-app', skips: [0], hands: { 1: asksAnew } },
      { id: 'token-lacks-scope', fix: 'scope-upgrade/ask-with-token', hands: { 1: asksAnew } },
      { id: 'scope-upgrade', given: [asksAnew, showsDevices], fix: 'scope-upgrade/approve-upgrade' },
      { id: 'stranger-asks', given: [asksAnew, showsDevices], fix: 'scope-upgrade/reject' },
    ],
  },
  {
    id: 'browser-tokens',
    place: 'gateway',
    needs: ['chromium'],
    given: [config(), runs()],
    cases: [
      {
        id: 'browser-signs-in-again',
        fix: 'prevention/open-again',
        hands: { 1: opensFresh(`http://127.0.0.1:18789/#token=${token}`, isIn) },
      },
    ],
  },
]
export default conditions
