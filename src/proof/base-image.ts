import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheDir } from '../verify/install.ts'
import { madeOnce } from './made-once.ts'
import { debianMirror, find, unpack } from './programs.ts'

const run = promisify(execFile)

/** The release of Debian that images and machines of our own are made of. */
const suite = 'bookworm'
const bootstrapper = join(cacheDir, 'debootstrap')

/** The files of a small Debian with these packages, made once. `finish` is run in it, as root. Rejects where it cannot be made. */
export const debian = (name: string, packages: readonly string[], finish: string): Promise<string> =>
  madeOnce(join(cacheDir, name), async (making) => {
    if (!find('wget')) throw new Error('making a Debian of its own needs wget')
    await unpack(bootstrapper, 'debootstrap', [{ packages: ['debootstrap'] }])
    console.error(`Making a small Debian (${name}): one to three minutes …`)
    const root = join(making, 'root')
    await mkdir(root)
    const wanted = ['--variant=minbase', `--include=${packages.join(',')}`, suite, root, await debianMirror()]
    await run(join(bootstrapper, 'usr/sbin/debootstrap'), wanted, {
      env: { ...process.env, DEBOOTSTRAP_DIR: join(bootstrapper, 'usr/share/debootstrap') },
      maxBuffer: 2 ** 26,
    })
    await run('chroot', [root, 'sh', '-ec', finish])
    return root
  })
