import { config, stops, types } from '../acts.ts'
import type { Condition } from '../condition.ts'

/** The service of a user under a real systemd. */
const conditions: readonly Condition[] = [
  {
    id: 'systemd-service',
    place: 'systemd',
    cases: [
      {
        id: 'service-not-installed',
        given: [config({ mode: undefined }), types('openclaw gateway start')],
        fix: 'connect-failed/install-service',
        also: ['send-failed/install-service', 'service-manager/install'],
      },
      {
        id: 'service-stopped',
        given: [stops, types('openclaw gateway health --timeout 3000')],
        fix: 'connect-failed/start',
      },
    ],
  },
]
export default conditions
