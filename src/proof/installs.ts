import type { Install } from '../../flows/flow.ts'
import type { ProofPlace } from '../verify/proof.ts'

/** The installs that each place holds. */
export const installsOf: Record<ProofPlace, readonly Install[]> = {
  gateway: ['native'],
  docker: ['compose', 'container'],
  systemd: ['native'],
}
