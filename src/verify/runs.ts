import type { ProofFile, Run } from './proof.ts'

const files = import.meta.glob<ProofFile>('../../flows/releases/proof.json', { eager: true, import: 'default' })

/** What was run on the real program. Before the first run there is no file, and no proof. */
export const runs: readonly Run[] = Object.values(files).flatMap((file) => file.runs)
