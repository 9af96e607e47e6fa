import { systemd } from '../proof/systemd.ts'
import { proveOn } from './prove-on.ts'

/** `npm run verify:systemd`: the proofs under systemd. Resolves to the exit status. */
export const main = (args: readonly string[]): Promise<number> => proveOn(systemd, 'verify:systemd', args)
