import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { newest } from '../../flows/flow.ts'
import { cacheDir, install, installRelease } from '../verify/install.ts'
import { madeOnce } from './made-once.ts'

const run = promisify(execFile)

/** Npm itself, and a cache of it that holds what `npm install -g openclaw@latest` asks for, so that it installs without a network. */
export type Npm = { program: string; packages: string }

/** Gets both from the npm registry, once. `owner` is who writes into the cache later. */
export async function npmWithPackages(owner: number): Promise<Npm> {
  const program = join(await install('npm', { npm: '11' }, 'npm'), 'node_modules', 'npm')
  const { node } = await installRelease(newest)
  const packages = await madeOnce(join(cacheDir, 'npm-packages'), async (making) => {
    console.error('Getting the packages of the newest release for npm: one minute …')
    const cache = join(making, 'cache')
    await mkdir(cache)
    const args = [
      'install',
      '-g',
      '--ignore-scripts',
      '--no-audit',
      '--prefix',
      join(making, 'prefix'),
      '--cache',
      cache,
      'openclaw@latest',
    ]
    // By the Node that the release wants: some packages are for this one only.
    const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` }
    await run(node, [join(program, 'bin', 'npm-cli.js'), ...args], { env, maxBuffer: 2 ** 26 })
    await run('chown', ['-R', String(owner), cache])
    return cache
  })
  return { program, packages }
}
