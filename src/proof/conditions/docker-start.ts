import { config, failsToStart } from '../acts.ts'
import type { Condition } from '../condition.ts'
import { anew } from '../docker-acts.ts'

/** A container that is started, and does not come up. */
const conditions: readonly Condition[] = [
  {
    id: 'docker-first-start',
    place: 'docker',
    cases: [
      {
        id: 'docker-unconfigured',
        releases: ['2026.9.6'],
        given: [anew(), failsToStart()],
        lands: 'gateway-start-blocked/read-mode',
        fix: 'gateway-start-blocked/set-mode-docker',
      },
      {
        id: 'docker-tokenless',
        releases: ['2026.9.6'],
        given: [anew({ token: null }), config({ auth: undefined }), failsToStart()],
        lands: 'bind-without-auth/what-is-set',
        fix: 'bind-without-auth/token-for-container',
      },
    ],
  },
]
export default conditions
