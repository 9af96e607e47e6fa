import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheDir } from '../verify/install.ts'
import { whenLeaving } from '../verify/leaving.ts'

const run = promisify(execFile)

/** Debian's packages of the programs that fixes name, unpacked beside the system and never installed in it. */
export const unpacked = join(cacheDir, 'debian')
const packages = ['openssh-server', 'libwrap0', 'nginx', 'nginx-common', 'caddy', 'cron', 'cron-daemon-common']

const folders = ['usr/local/sbin', 'usr/local/bin', 'usr/sbin', 'usr/bin', 'sbin', 'bin']

/** A program of this machine, or one unpacked for the sandbox. */
export const find = (program: string): string | undefined =>
  ['/', unpacked].flatMap((root) => folders.map((folder) => join(root, folder, program))).find(isRunnable)

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Gets the packages, once, where apt can. Without them the conditions that need them are skipped. */
export async function unpackPrograms(): Promise<void> {
  if (existsSync(unpacked) || !find('apt-get') || !find('dpkg')) return
  console.error('Unpacking programs that some fixes name: ssh server, nginx, Caddy, cron …')
  await mkdir(cacheDir, { recursive: true })
  const making = await mkdtemp(`${unpacked}.`)
  const stayed = whenLeaving(() => rmSync(making, { recursive: true, force: true, maxRetries: 10 }))
  try {
    await run('apt-get', ['download', '-q', ...packages], { cwd: making, timeout: 300_000 })
    for (const archive of await readdir(making))
      if (archive.endsWith('.deb')) await run('dpkg', ['-x', archive, join(making, 'root')], { cwd: making })
    await rename(join(making, 'root'), unpacked)
  } catch (error) {
    console.error(`They could not be had (${error instanceof Error ? error.message.split('\n')[0] : String(error)}).`)
  } finally {
    await rm(making, { recursive: true, force: true })
    stayed()
  }
}
