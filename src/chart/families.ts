import { elsewhere } from '../../flows/elsewhere.ts'
import { familyIds, loadFamily } from '../../flows/registry.ts'
import { stale } from '../../flows/stale.ts'
import type { Proofs } from '../engine/proven.ts'
import { tableOf } from '../engine/table.ts'
import { proofsOf } from './proofs.ts'

/** Every family, loaded: for the build and the tests, never for the browser. */
export const families = await Promise.all(familyIds.map(loadFamily))

/** What is proven of their commands, by family. */
export const proofs: Readonly<Record<string, Proofs>> = Object.fromEntries(families.map((family) => [family.id, proofsOf(family)]))

/** What the matcher knows of them all. */
export const table = tableOf(families, elsewhere, stale)
