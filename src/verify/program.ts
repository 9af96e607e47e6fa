import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Installed } from './install.ts'
import { whenLeaving } from './leaving.ts'

const run = promisify(execFile)

/** A release with a home of its own, which touches nothing of the user's. */
export type Program = {
  /** What a command prints; also when it fails, for help is printed then too. */
  say: (args: readonly string[]) => Promise<string>
  /** Does something beside a gateway on loopback, which ends with it. */
  withGateway: <T>(todo: () => Promise<T>) => Promise<T>
}

/** Lends a release in a throwaway home. */
export async function withProgram<T>({ node, entry }: Installed, todo: (program: Program) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'openclaw-capture-'))
  const stayed = whenLeaving(() => rmSync(home, { recursive: true, force: true, maxRetries: 10 }))
  const env = {
    PATH: [dirname(node), process.env.PATH].join(':'),
    HOME: home,
    NO_COLOR: '1',
    TERM: 'dumb',
    COLUMNS: '200',
    OPENCLAW_SKIP_CHANNELS: '1',
    OPENCLAW_DISABLE_BONJOUR: '1',
  }
  const say: Program['say'] = async (args) => {
    const options = { env, cwd: home, timeout: 120_000, maxBuffer: 64 * 1024 * 1024 }
    try {
      return (await run(node, [entry, ...args], options)).stdout
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
      return stdout + stderr
    }
  }
  const withGateway: Program['withGateway'] = async (inner) => {
    const port = String(await freePort())
    for (const [key, value] of [
      ['gateway.mode', 'local'],
      ['gateway.bind', 'loopback'],
      ['gateway.port', port],
      ['gateway.auth.token', 'only-for-this-capture'],
    ])
      await say(['config', 'set', key!, value!])
    const gateway = spawn(node, [entry, 'gateway', 'run'], { env, cwd: home, stdio: 'ignore' })
    const ended = once(gateway, 'exit')
    const stays = whenLeaving(() => gateway.kill('SIGKILL'))
    try {
      return await inner()
    } finally {
      gateway.kill('SIGTERM')
      const timer = setTimeout(() => gateway.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(timer)
      stays()
    }
  }
  try {
    return await todo({ say, withGateway })
  } finally {
    await rm(home, { recursive: true, force: true })
    stayed()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
