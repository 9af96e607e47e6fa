import type { DockerFacts, ReleaseFacts } from './facts.ts'
import type { Facts } from './verify.ts'

const files = import.meta.glob<ReleaseFacts>('../../flows/releases/[0-9]*.json', { eager: true, import: 'default' })
const docker = import.meta.glob<DockerFacts>('../../flows/releases/docker.json', { eager: true, import: 'default' })

/** The committed captures: `flows/releases/`. */
export function captured(): Facts {
  const [dockerFacts] = Object.values(docker)
  if (!dockerFacts) throw new Error('flows/releases/docker.json is missing: npm run capture -- docker')
  return { releases: new Map(Object.values(files).map((facts) => [facts.release, facts])), docker: dockerFacts }
}
