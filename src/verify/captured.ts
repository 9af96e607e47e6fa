import type { DockerFacts, ReleaseFacts } from './facts.ts'
import { squeezedText } from '../engine/squeeze.ts'
import type { Facts } from './verify.ts'

const files = import.meta.glob<ReleaseFacts>('../../flows/releases/[0-9]*.json', { eager: true, import: 'default' })
const docker = import.meta.glob<DockerFacts>('../../flows/releases/docker.json', { eager: true, import: 'default' })
const guide = import.meta.glob<{ says?: string }[]>('../../flows/guide.json', { eager: true, import: 'default' })
const logs = import.meta.glob<string>('../../flows/logs/**/*.txt', { eager: true, import: 'default', query: '?raw' })

/** The committed captures and logs, and what the guide says: all below `flows/`. */
export function captured(): Facts {
  const [dockerFacts] = Object.values(docker)
  if (!dockerFacts) throw new Error('flows/releases/docker.json is missing: npm run capture -- docker')
  return {
    releases: new Map(Object.values(files).map((facts) => [facts.release, facts])),
    docker: dockerFacts,
    guide: Object.values(guide).flatMap((statements) => statements.flatMap(({ says }) => (says === undefined ? [] : [squeezedText(says)]))),
    logs: Object.values(logs).map((log) => squeezedText(log)),
  }
}
