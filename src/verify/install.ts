import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { whenLeaving } from './leaving.ts'

/** A release that can be run: `node <entry> …`. `root` is the package's folder. */
export type Installed = { node: string; entry: string; root: string }

/** Outside the repository, and safe to delete: the next run installs again. */
export const cacheDir = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'openclaw-gateway-flowchart')

const isWindows = process.platform === 'win32'

/** 2026.2.24 names a git repository as a dependency; the registry holds the same library. */
const overrides = { '@whiskeysockets/baileys': { libsignal: 'npm:libsignal-node@2.0.1' } }

/** The Node that the releases need, whatever Node runs this. Some npm versions leave out install scripts, so its binary is moved by hand when they did. */
async function installNode(): Promise<string> {
  const folder = await install('node24', { node: '24' }, 'Node 24')
  const binaries = ['node/bin/node', 'node/bin/node.exe', `node-${process.platform}-${process.arch}/bin/node`]
  const found = binaries.map((path) => join(folder, 'node_modules', path)).find(existsSync)
  if (!found) throw new Error(`${folder} holds no Node binary. Delete that folder and run again.`)
  return found
}

/** Installs a release of OpenClaw from the npm registry into the cache, once. Rejects with what to do when the registry is out of reach. */
export async function installRelease(release: string): Promise<Installed> {
  const node = await installNode()
  const folder = await install(join('releases', release), { openclaw: release }, `OpenClaw ${release} (about 1 GB)`)
  const root = join(folder, 'node_modules', 'openclaw')
  return { node, entry: join(root, 'openclaw.mjs'), root }
}

/**
 * Installs packages from the npm registry into a folder of the cache, once; resolves to that folder. Under a temporary name first: an
 * interrupted install leaves nothing that looks complete. `what` says it to whoever waits. Rejects with what to do when it fails.
 */
export async function install(name: string, dependencies: Record<string, string>, what: string): Promise<string> {
  const folder = join(cacheDir, name)
  if (existsSync(folder)) return folder
  await mkdir(join(folder, '..'), { recursive: true })
  const making = await mkdtemp(`${folder}.`)
  const stayed = whenLeaving(() => rmSync(making, { recursive: true, force: true, maxRetries: 10 }))
  try {
    await writeFile(join(making, 'package.json'), JSON.stringify({ private: true, dependencies, overrides }))
    await npmInstall(making, what, 'openclaw' in dependencies ? ['--ignore-scripts'] : [])
    await rename(making, folder)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    // Somebody else may have installed the same meanwhile.
    if (!existsSync(folder)) throw error
  } finally {
    stayed()
  }
  return folder
}

function npmInstall(folder: string, what: string, options: readonly string[]): Promise<void> {
  const start = Date.now()
  const show = () => process.stderr.write(`Installing ${what} … ${Math.round((Date.now() - start) / 1000)} s\n`)
  show()
  const timer = setInterval(show, 15_000)
  let stayed = () => {}
  return new Promise<void>((resolve, reject) => {
    const npm = spawn('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...options], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: isWindows,
      // A group of its own, so that all of it can be ended.
      detached: !isWindows,
    })
    stayed = whenLeaving(() => (isWindows ? npm.kill() : process.kill(-npm.pid!, 'SIGKILL')))
    let said = ''
    npm.stderr.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-2000)))
    npm.on('error', (error) => reject(new Error(`npm could not be started: ${error.message}`)))
    npm.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${what} could not be installed. Is the npm registry in reach?\n${said.trim()}`)),
    )
  }).finally(() => {
    clearInterval(timer)
    stayed()
  })
}
