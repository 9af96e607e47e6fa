import { environments, nodesOf } from '../engine/graph.ts'
import { filledText, type Values } from '../engine/fill.ts'
import { commandFor, stepsOf } from '../engine/step.ts'
import { canReach } from '../engine/walk.ts'
import type { Env, Family, Language, Where } from '../../flows/flow.ts'
import type { Shell } from '../engine/fill.ts'
import { shellOfOtherwise, shellOfText } from './shell-of.ts'

/** One text to type (or why there is none), where it stands: `step 2`, `verify`, `step 1 otherwise`. */
export type Typed = {
  family: string
  node: string
  at: string
  env: Env
  shell: Shell
  language: Language
  where?: Where
  /** As written, with its placeholders, and with legal values in their place. */
  text: string | null
  filled: string
  none?: string
}

/** A legal value for every placeholder. */
export const samples: Values = {
  port: '18789',
  newPort: '18889',
  container: 'openclaw',
  otherContainer: 'other-gateway',
  volume: 'openclaw-state',
  image: 'ghcr.io/openclaw/openclaw:latest',
  configDir: '/srv/openclaw',
  workspaceDir: '/srv/openclaw/workspace',
  requestId: '6f1c2e0a-3b1d-4b7c-9d53-0c1f8e2a7b44',
  deviceId: 'a1b2c3d4e5f6',
  channel: 'telegram',
  code: 'ABCD1234',
  pid: '4711',
  host: 'gateway.lan',
  domain: 'openclaw.example.com',
  proxyAddress: '127.0.0.1',
  subnet: '192.168.1.0/24',
  bridgeAddress: '172.18.0.1',
  place: '0',
  origin: 'https://openclaw.example.com',
  logFile: '/tmp/openclaw/openclaw.log',
  otherService: 'other-gateway.service',
  pmName: 'openclaw-gateway',
  plugin: 'memory-lancedb',
  pluginPackage: '@openclaw/whatsapp',
  pluginFolder: '/srv/plugins/one',
  archive: 'openclaw-backup.tar.gz',
  release: '2026.9.4',
  userHeader: 'x-forwarded-user',
  secretName: 'OPENCLAW_GATEWAY_TOKEN',
  secretFile: '/run/secrets/token',
  user: 'molty',
}

/** Everything a family asks to type, in every environment that leads there. */
export function* typedIn(family: Family): Generator<Typed> {
  for (const node of nodesOf(family)) {
    const parts = stepsOf(node.meta).map(({ run, where }, i) => ({ at: `step ${i + 1}`, run, where }))
    if (node.meta.kind === 'fix') parts.push({ at: 'verify', run: node.meta.verify.run, where: node.meta.verify.where })
    for (const { at, run, where } of parts) {
      if (!run) continue
      for (const env of environments.filter((each) => canReach(family, each, node.id))) {
        const { text, none, language, otherwise } = commandFor(run, env)
        const base = { family: family.id, node: node.id, env, language, ...(where && { where }) }
        yield typed({ ...base, at, text, ...(none !== undefined && { none }) }, shellOfText(text ?? '', env, where))
        for (const other of otherwise)
          yield typed({ ...base, at: `${at} otherwise`, text: other.text }, shellOfOtherwise(other.text, env, where))
      }
    }
  }
}

const typed = (base: Omit<Typed, 'shell' | 'filled'>, shell: Shell): Typed => ({
  ...base,
  shell,
  filled: filledText(base.text ?? '', samples, shell, base.language),
})
