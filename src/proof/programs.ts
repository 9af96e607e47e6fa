import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheDir } from '../verify/install.ts'
import { madeOnce } from './made-once.ts'

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
  try {
    await unpack(unpacked, 'programs that some fixes name: ssh server, nginx, Caddy, cron', [{ packages }])
  } catch (error) {
    console.error(`They could not be had (${error instanceof Error ? error.message.split('\n')[0] : String(error)}).`)
  }
}

/** Packages of one suite of Debian; the system's own when none is named. */
type Wanted = { packages: readonly string[]; suite?: string }

/** Unpacks packages into a folder of the cache, once. Rejects where apt is missing or has not got them. */
export const unpack = (folder: string, what: string, wanted: readonly Wanted[]): Promise<string> =>
  madeOnce(folder, async (making) => {
    for (const program of ['apt-get', 'dpkg']) if (!find(program)) throw new Error(`there is no ${program} here`)
    console.error(`Unpacking ${what} …`)
    for (const { packages: names, suite } of wanted)
      await run('apt-get', [...(suite ? await sourcesOf(suite, making) : []), 'download', '-q', ...names], {
        cwd: making,
        timeout: 300_000,
      })
    for (const archive of await readdir(making))
      if (archive.endsWith('.deb')) await run('dpkg', ['-x', archive, join(making, 'root')], { cwd: making })
    return join(making, 'root')
  })

/** Options by which apt asks another suite of the mirror that it asks already; the system's own sources stay as they are. */
async function sourcesOf(suite: string, folder: string): Promise<string[]> {
  const of = (part: string) => join(folder, 'apt', part)
  await mkdir(of('cache/archives/partial'), { recursive: true })
  await mkdir(of('lists/partial'), { recursive: true })
  await cp('/etc/apt', of('etc'), { recursive: true })
  await rm(of('etc/sources.list.d'), { recursive: true, force: true })
  await writeFile(of('etc/sources.list'), `deb ${await debianMirror()} ${suite} main\n`)
  const options = ['Etc', 'State::lists', 'Cache'].flatMap((name, i) => ['-o', `Dir::${name}=${of(['etc', 'lists', 'cache'][i]!)}`])
  await run('apt-get', [...options, 'update', '-q'], { timeout: 300_000 })
  return options
}

/** The mirror of Debian that apt asks on this machine. */
export async function debianMirror(): Promise<string> {
  const { stdout } = await run('apt-get', ['indextargets', '--format', '$(SITE) $(ORIGIN)', 'Created-By: Packages'])
  const mirror = stdout.split('\n').find((line) => /^https?:.* Debian$/.test(line) && !line.includes('security'))
  if (!mirror) throw new Error('apt knows no mirror of Debian')
  return mirror.split(' ')[0]!
}
