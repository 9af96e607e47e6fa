import { execFile } from 'node:child_process'
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheDir } from '../verify/install.ts'
import { imageBase } from './image.ts'
import { madeOnce } from './made-once.ts'

const run = promisify(execFile)

/**
 * What a container of Podman starts from, as files of the account that runs it: the base of the image. The release is mounted into it,
 * which spares an image of a gigabyte in the account's own store.
 */
export const podmanBase = (owner: number): Promise<string> =>
  madeOnce(join(cacheDir, 'podman-base'), async (making) => {
    const root = join(making, 'root')
    await run('cp', ['-a', await imageBase(), root])
    for (const folder of ['app', 'node_modules', 'home/node/.openclaw']) await mkdir(join(root, folder), { recursive: true })
    await symlink('/app/openclaw.mjs', join(root, 'usr/local/bin/openclaw'))
    await run('chown', ['-R', '-h', `${owner}:${owner}`, root])
    return root
  })
