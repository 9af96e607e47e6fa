import { config, file, runs } from '../acts.ts'
import type { Act, Condition } from '../condition.ts'
import { quickly, yes } from '../onboarding.ts'

/** What the reset is about: memory in the workspace, and a login. */
const memory = '.openclaw/workspace/MEMORY.md'
const lives: Act = file(memory, 'Remember the milk.\n')
const keptMemory: Act = async (world) => {
  await world.types('cat ~/.openclaw/workspace/MEMORY.md')
  if (!world.said.includes('Remember the milk.')) throw new Error(`the memory is gone:\n${world.said}`)
}

/** Nothing else helped. */
const conditions: readonly Condition[] = [
  {
    id: 'reset',
    place: 'gateway',
    releases: ['2026.9.6'],
    given: [config(), lives, runs()],
    cases: [
      { id: 'config-beyond-repair', fix: 'full-reset/new-config', replies: { 2: quickly }, forms: { 2: 0 } },
      { id: 'logins-beyond-repair', given: [keptMemory], fix: 'full-reset/new-logins', replies: { 3: yes, 4: quickly }, forms: { 4: 0 } },
      {
        id: 'state-beyond-repair',
        given: [keptMemory],
        fix: 'full-reset/wipe-native',
        replies: { 4: yes, 6: quickly },
        forms: { 6: 0 },
        fails: [5],
      },
      { id: 'reset-regretted', fix: 'full-reset/restore' },
    ],
  },
]
export default conditions
