import { config, runs, stops, types } from '../acts.ts'
import type { Condition } from '../condition.ts'

/** Where programs of npm go that need no root: an OpenClaw there comes before that of the system. */
const ownPrefix = types('npm config set prefix ~/.npm-global; export PATH="$HOME/.npm-global/bin:$PATH"')
const program = '~/.npm-global/lib/node_modules/openclaw'

/** An update stopped halfway, or two programs are there. */
const conditions: readonly Condition[] = [
  {
    id: 'service-updates',
    place: 'systemd',
    releases: ['2026.9.6'],
    given: [config(), runs()],
    cases: [
      { id: 'service-two-programs', given: [ownPrefix], fix: 'update-broke-it/newest-runs' },
      {
        id: 'service-half-installed',
        given: [
          stops,
          ownPrefix,
          types('npm install -g openclaw@latest', { seconds: 300 }),
          types(`rm -r ${program}/dist/*.js ${program}/dist/*.mjs`),
          types('openclaw gateway status'),
        ],
        lands: 'update-broke-it/install-again',
        fix: 'update-broke-it/install-again',
        fails: [0],
      },
      { id: 'service-older-program', given: [stops, ownPrefix], fix: 'gateway-not-ready/same-version' },
    ],
  },
]
export default conditions
