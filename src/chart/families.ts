import { familyIds, loadFamily } from '../../flows/registry.ts'

/** Every family, loaded: for the build and the tests, never for the browser. */
export const families = await Promise.all(familyIds.map(loadFamily))
