import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { token } from './acts.ts'
import type { Act } from './condition.ts'
import { composeFile, container, volume } from './docker.ts'
import { imageName } from './engine.ts'
import type { World } from './world.ts'

/** What a container is made with, beside the usual. */
type Made = {
  /** Of the environment it is given; none when it is `null`. */
  token?: string | null
  /** The port of the host, or the whole mapping. */
  port?: string
  /** Options of `docker run`. */
  options?: string
  /** In place of the image's own. */
  command?: string
  /** Lines of `docker-compose.override.yml`. */
  override?: string
  /** Lines of `.env`. */
  dotenv?: string
  /** Options by which the state is mounted; without a state an empty text. */
  mount?: string
}

/** A new container that never ran, on an empty state. */
export const anew =
  (made: Made = {}): Act =>
  async (world) => {
    const down = world.env.install === 'compose' ? 'docker compose down -t 1 --volumes --remove-orphans; ' : ''
    await world.types(`${down}docker ps -aq | xargs -r docker rm -f; docker volume ls -q | xargs -r docker volume rm`, { seconds: 120 })
    await (world.env.install === 'compose' ? composed : single)(world, made)
    world.printed = ''
  }

async function composed({ sandbox, env: { release } }: World, { token: given = token, port, override, dotenv = '' }: Made): Promise<void> {
  const state = sandbox.state!()
  rmSync(state, { recursive: true, force: true })
  for (const folder of [state, join(state, 'workspace')]) {
    mkdirSync(folder)
    chownSync(folder, 1000, 1000)
  }
  const project = join(sandbox.home(), 'openclaw')
  const lines = [
    `OPENCLAW_IMAGE=${imageName(release)}`,
    'OPENCLAW_CONFIG_DIR=/root/.openclaw',
    'OPENCLAW_WORKSPACE_DIR=/root/.openclaw/workspace',
    ...(given === null ? [] : [`OPENCLAW_GATEWAY_TOKEN=${given}`]),
    ...(port ? [`OPENCLAW_GATEWAY_PORT=${port}`] : []),
  ]
  writeFileSync(join(project, '.env'), `${lines.join('\n')}\n${dotenv}`)
  writeFileSync(join(project, 'docker-compose.yml'), composeFile(release))
  rmSync(join(project, 'docker-compose.override.yml'), { force: true })
  if (override) writeFileSync(join(project, 'docker-compose.override.yml'), override)
}

async function single(
  world: World,
  { token: given = token, port = '18789', options = '', command = '', mount = `-v ${volume}:/home/node/.openclaw` }: Made,
): Promise<void> {
  const { sandbox, env } = world
  await world.types(`docker volume create ${volume}`)
  chownSync(sandbox.state!(), 1000, 1000)
  const mapping = port.includes(':') ? `-p ${port}` : port && `-p 127.0.0.1:${port}:18789`
  const secret = given === null ? '' : `-e OPENCLAW_GATEWAY_TOKEN=${given}`
  const words = `docker run -d --name ${container} --restart unless-stopped ${mapping} ${mount} ${secret} ${options} ${imageName(env.release)} ${command}`
  sandbox.keeper!.make!.by = words.replaceAll(/ +/g, ' ').trim()
}
