import { expect, test } from 'vitest'
import { staleIn } from './stale.ts'

const stale = [
  { old: 'openclaw restart', now: 'x', place: 'a' },
  { old: 'gateway.token', now: 'y', place: 'b' },
]
const found = (text: string) => staleIn(text, stale).map(({ old }) => old)

test('old advice is found as a word of its own', () => {
  expect(found('$ openclaw  restart\n')).toEqual(['openclaw restart'])
  expect(found('openclaw config set gateway.token "x"')).toEqual(['gateway.token'])
  expect(found('openclaw gateway restart; gateway.tokens; gateway token; my-openclaw restart; gateway.token.x')).toEqual([])
  expect(found('a'.repeat(30_000))).toEqual([])
})
