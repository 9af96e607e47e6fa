import { flow, type Family } from '../../flows/flow.ts'
import type { Proofs } from './proven.ts'

/** A family as data: the machine's configuration without functions, and what the places of other families that it links to are called, what is proven of it. */
export type PublishedFamily = { config: Record<string, unknown>; titles: Readonly<Record<string, string>>; proofs: Proofs }

/** Left out on the way: only the matcher reads them, and it has a table of its own. */
const forTheMatcher = new Set(['signatures', 'seen'])

/** A family as JSON. `titles`: of the places it links to, by place. */
export const published = (family: Family, titles: PublishedFamily['titles'] = {}, proofs: Proofs = {}): string =>
  JSON.stringify({ config: family.config, titles, proofs }, (key, value: unknown) => (forTheMatcher.has(key) ? undefined : value))

/** The machine of a published configuration: walks like the original. Throws when it is none. */
export const revived = ({ config }: PublishedFamily): Family =>
  flow.createMachine({ ...config, context: ({ input }) => input } as Parameters<typeof flow.createMachine>[0]) as unknown as Family
