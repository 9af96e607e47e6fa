import { docker } from '../proof/docker.ts'
import { proveOn } from './prove-on.ts'

/** `npm run verify:docker`: the proofs in Docker. Resolves to the exit status. */
export const main = (args: readonly string[]): Promise<number> => proveOn(docker, 'verify:docker', args)
