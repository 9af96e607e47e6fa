import { releases, type Release } from '../../flows/flow.ts'
import { configProblems } from './config.ts'
import type { ReleaseFacts } from './facts.ts'
import { onPathSince } from './services.ts'
import { readArgv } from './surface.ts'
import type { Started } from './unwrap.ts'

/** What is wrong with a command of OpenClaw in a release. */
export function openclawProblems(facts: ReleaseFacts, { args, inContainer }: Started): string[] {
  const read = readArgv('openclaw', facts.commands, args)
  const [group, action] = read.path.split(' ')
  return [
    ...(inContainer && isBefore(facts.release, onPathSince) ? [`the image of ${facts.release} has no openclaw on PATH`] : []),
    ...read.problems,
    ...(group === 'config' && action && /^(get|set|unset)$/.test(action) ? configProblems(facts.config, action, read.args) : []),
  ]
}

const isBefore = (release: string, other: Release) => releases.indexOf(release as Release) < releases.indexOf(other)
