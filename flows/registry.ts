import type { Family } from './flow.ts'

/** Loads every family. The folder is the registry: a file whose default export is a machine is a family. */
const modules = import.meta.glob<{ default?: Family }>([
  './*.ts',
  '!./*.test.ts',
  '!./registry.ts',
  '!./flow.ts',
  '!./commands.ts',
  '!./steps.ts',
  '!./parameters.ts',
  '!./elsewhere.ts',
  '!./not-run.ts',
  '!./stale.ts',
])
export const familyIds: readonly string[] = Object.keys(modules).map((path) => path.slice('./'.length, -'.ts'.length))

/** The family of that id. Rejects when there is none, or when its file cannot be fetched. */
export async function loadFamily(id: string): Promise<Family> {
  const family = (await modules[`./${id}.ts`]?.())?.default
  if (!family) throw new Error(`No family is called ${id}.`)
  return family
}
