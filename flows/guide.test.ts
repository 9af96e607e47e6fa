import { expect, test } from 'vitest'
import { families } from '../src/chart/families.ts'
import { familyMeta, nodeOf } from '../src/engine/graph.ts'
import statements from './guide.json' with { type: 'json' }

/** A statement of the guide, how it was judged against the real program, and the place where the reader meets it. */
type Statement = { id: string; kind: string; verdict: string; says?: string; at: string | null; reason?: string }

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()
const familyOf = (at: string) => families.find(({ id }) => id === at.split('/')[0])

test.each((statements as Statement[]).map((statement) => [statement.id, statement] as const))(
  '%s of the guide has its place',
  (_, { kind, verdict, says, at, reason }) => {
    if (at === null) return expect(reason, 'say why it is left out').toBeTruthy()
    const family = familyOf(at)
    const [, node] = at.split('/')
    expect(family, `${at}: no such family`).toBeDefined()
    const place = node === undefined ? undefined : nodeOf(family!, node)
    if (node !== undefined) expect(place, `${at}: no such node`).toBeDefined()

    if (kind === 'message') {
      const messages = familyMeta(family!).messages.map(plain)
      expect(
        messages.some((message) => message.includes(plain(says!))),
        `“${says}” stands among the family’s messages`,
      ).toBe(true)
    }
    if (kind === 'command' && verdict === 'replaced') {
      const corrections = (place?.meta.corrections ?? []).map(({ guide }) => plain(guide))
      expect(
        corrections.some((guide) => guide.includes(plain(says!))),
        `${at} corrects “${says}”`,
      ).toBe(true)
    }
    return undefined
  },
)
