import { elsewhere } from '../../flows/elsewhere.ts'
import { familyIds, loadFamily } from '../../flows/registry.ts'
import { stale } from '../../flows/stale.ts'
import { tableOf } from '../engine/table.ts'

/** Every family, loaded: for the build and the tests, never for the browser. */
export const families = await Promise.all(familyIds.map(loadFamily))

/** What the matcher knows of them all. */
export const table = tableOf(families, elsewhere, stale)
