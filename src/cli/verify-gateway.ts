import { native } from '../proof/native.ts'
import { proveOn } from './prove-on.ts'

/** `npm run verify:gateway`: the proofs on a machine without a service manager. Resolves to the exit status. */
export const main = (args: readonly string[]): Promise<number> => proveOn(native, 'verify:gateway', args)
