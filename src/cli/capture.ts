import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { format } from 'prettier'
import { captureRelease, typedWords } from '../verify/capture.ts'
import type { DockerFacts } from '../verify/facts.ts'
import { readDockerHelp } from '../verify/help.ts'
import { installRelease } from '../verify/install.ts'
import { walkHelp } from '../verify/walk-help.ts'

const usage = `Usage: npm run capture -- <release>|docker

Writes flows/releases/<release>.json: what that release of OpenClaw knows. It is installed from the npm registry (into the user's cache,
about 1 GB). With “docker” it writes flows/releases/docker.json from the docker and docker compose on this machine.`

const folder = new URL('../../flows/releases/', import.meta.url)
const run = promisify(execFile)

/** `npm run capture`: see `usage`. Resolves to the exit status. */
export async function main([what]: readonly string[]): Promise<number> {
  if (!what || !/^(docker|\d{4}\.\d+\.\d+(-[\w.]+)?)$/.test(what)) {
    console.error(usage)
    return 2
  }
  try {
    const facts = what === 'docker' ? await captureDocker() : await captureRelease(what, await installRelease(what))
    await mkdir(folder, { recursive: true })
    const file = fileURLToPath(new URL(`${what}.json`, folder))
    await writeFile(file, await format(JSON.stringify(facts), { parser: 'json', printWidth: 140 }))
    console.log(`Wrote ${file}. Read the diff before you commit it.`)
    return 0
  } catch (error) {
    console.error(`Nothing was captured: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
}

/** What the families type, Compose and volumes whole. */
async function captureDocker(): Promise<DockerFacts> {
  const ask = async (path: readonly string[]) => readDockerHelp((await run('docker', [...path, '--help'])).stdout)
  const version = async (...args: string[]) => /\d+\.\d+\.\d+/.exec((await run('docker', args)).stdout)?.[0] ?? 'unknown'
  return {
    docker: await version('--version'),
    compose: await version('compose', 'version'),
    commands: await walkHelp(ask, new Set(['compose', 'volume']), typedWords('docker')),
  }
}
