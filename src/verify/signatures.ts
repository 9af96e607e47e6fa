import type { Family } from '../../flows/flow.ts'
import { nodesOf } from '../engine/graph.ts'
import { squeezedText } from '../engine/squeeze.ts'
import type { ReleaseFacts } from './facts.ts'

/** Where messages were seen: the shipped code of releases, what the guide says, and what was printed when a failure was provoked. */
export type Seen = { releases: ReadonlyMap<string, ReleaseFacts>; guide: readonly string[]; logs: readonly string[] }

/** Texts of other programs, which no capture of OpenClaw can hold. */
const others: Readonly<Record<string, readonly string[]>> = {
  docker: [
    'no such service: {service}',
    'volumes must be a mapping',
    'Error response from daemon',
    'Exited (137)',
    'Restarting (137)',
    'OOMKilled',
  ],
  'node.js': ['ERR_SOCKET_BAD_PORT', "Cannot find module '{path}/openclaw/dist/entry.js'"],
  nginx: ['while connecting to upstream'],
  'the shell': ['command not found', ': not found', 'is not recognized'],
  pm2: ['[PM2]'],
  systemd: ['A process of this unit has been killed by the OOM killer'],
  ufw: ['You need to be root to run this script'],
}

/** Who prints a signature: `OpenClaw 2026.9.6`, another program, “the guide” alone; `undefined` when nothing says so. */
export function originOf(signature: string, { releases, guide, logs }: Seen): string | undefined {
  const other = Object.entries(others).find(([, texts]) => texts.some((text) => standsIn(text, squeezedText(signature))))
  if (other) return other[0]
  const printing = [...releases.values()].filter((facts) => facts.signatures.includes(signature)).map(({ release }) => release)
  if (printing.length > 0) return `OpenClaw ${printing.join(' and ')}`
  if (logs.some((log) => standsIn(signature, log))) return 'a log'
  return guide.some((said) => standsIn(signature, said)) ? 'the guide' : undefined
}

/** Signatures that nothing captured, said or printed holds. */
export function unknownSignatures(families: readonly Family[], seen: Seen): string[] {
  return families.flatMap((family) =>
    nodesOf(family).flatMap(({ id, meta }) =>
      (meta.signatures ?? [])
        .filter((signature) => originOf(signature, seen) === undefined)
        .map(
          (signature) => `${family.id}/${id}, signature: no release, log or guide holds “${signature}”: capture again, or is it a symptom?`,
        ),
    ),
  )
}

/** Whether the fixed parts of a text stand in letters, in order. */
function standsIn(text: string, letters: string): boolean {
  let from = 0
  return text.split(/\{[A-Za-z]+\}/).every((part) => {
    const wanted = squeezedText(part)
    const at = letters.indexOf(wanted, from)
    from = at + wanted.length
    return at >= 0
  })
}
