import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Install, Release } from '../../flows/flow.ts'
import { newest } from '../../flows/flow.ts'
import { installRelease } from '../verify/install.ts'
import { engineFiles, engineScript, imageName, prepareEngine } from './engine.ts'
import { aboutImage } from './image.ts'
import { hostAddress, inside, machineMissing, openMachine } from './machine.ts'
import { asAccount, compiledFolder, environmentOf, overlays, ownFolders, releaseScript, writeNames } from './native.ts'
import { installsOf } from './installs.ts'
import type { Keeper, Place, Sandbox } from './place.ts'
import { unpacked } from './programs.ts'
import { terminalIn } from './terminal.ts'

/** A Docker engine of its own in a machine of its own, with the files of a Compose project in the folder of the terminal. */
export const docker: Place = {
  id: 'docker',
  installs: installsOf.docker,
  missing: machineMissing,
  prepare: async (release) => {
    await installRelease(release)
    await prepareEngine(release)
  },
  open,
  about: aboutImage,
}

/** Stands in for the editor of a line that goes on after it: it is closed when the file was edited by hand. */
const editor = `#!/bin/sh
echo "$PWD/$1" > ${inside}/run/editing
while [ -e ${inside}/run/editing ]; do sleep 0.1; done
`

const project = 'openclaw'
export const container = 'openclaw'
export const volume = 'openclaw-state'

/** How a gateway is looked after in each of the two forms. */
const keepers: Record<'compose' | 'container', Keeper> = {
  compose: {
    start: 'docker compose up -d openclaw-gateway',
    stop: 'docker compose stop openclaw-gateway',
    kill: 'docker compose kill openclaw-gateway',
    words: 'docker compose logs --no-color openclaw-gateway',
    state: stateOf('$(docker compose ps -aq openclaw-gateway)'),
  },
  container: {
    start: `docker start ${container}`,
    make: { there: `docker ps -aq --filter name=^/${container}$`, by: '' },
    stop: `docker stop ${container}`,
    kill: `docker kill ${container}`,
    words: `docker logs ${container}`,
    state: stateOf(container),
  },
}
function stateOf(which: string): string {
  return `docker inspect --format '{{if or .State.Restarting .RestartCount (not .State.Running)}}down{{end}}' ${which}`
}

/** The official Compose file, as far as it matters here. In 2026.2.24 the service for commands had a network of its own. */
export const composeFile = (release: Release): string => `services:
  openclaw-gateway:
    image: \${OPENCLAW_IMAGE:-openclaw:local}
    environment:
      HOME: /home/node
      TERM: xterm-256color
      OPENCLAW_GATEWAY_TOKEN: \${OPENCLAW_GATEWAY_TOKEN:-}
    volumes:
      - \${OPENCLAW_CONFIG_DIR}:/home/node/.openclaw
      - \${OPENCLAW_WORKSPACE_DIR}:/home/node/.openclaw/workspace
    ports:
      - "127.0.0.1:\${OPENCLAW_GATEWAY_PORT:-18789}:18789"
    init: true
    restart: unless-stopped
    command: ["node", "dist/index.js", "gateway", "--bind", "\${OPENCLAW_GATEWAY_BIND:-lan}", "--port", "18789"]
  openclaw-cli:
    image: \${OPENCLAW_IMAGE:-openclaw:local}
${release === newest ? '    network_mode: "service:openclaw-gateway"\n    depends_on:\n      - openclaw-gateway\n' : ''}    environment:
      HOME: /home/node
      TERM: xterm-256color
      OPENCLAW_GATEWAY_TOKEN: \${OPENCLAW_GATEWAY_TOKEN:-}
      BROWSER: echo
    volumes:
      - \${OPENCLAW_CONFIG_DIR}:/home/node/.openclaw
      - \${OPENCLAW_WORKSPACE_DIR}:/home/node/.openclaw/workspace
    stdin_open: true
    tty: true
    init: true
    entrypoint: ["node", "dist/index.js"]
`

async function open(release: Release, name: string, install: Install): Promise<Sandbox> {
  const form = install === 'compose' ? 'compose' : 'container'
  const installed = await installRelease(release)
  const machine = await openMachine(`${name}-${form}`, {
    folders: [...ownFolders, 'docker', 'editor'],
    prepare: (own) => {
      writeNames(own)
      writeFileSync(own('editor/nano'), editor, { mode: 0o755 })
    },
    first: `${releaseScript(installed, compiledFolder(release))}\n${overlays([unpacked, engineFiles])}`,
    // The engine, too, writes into the machine's own folder only: a dump of its stacks, for one.
    last: `mount --bind tmp /tmp\n${engineScript(release)}\nmount --bind home /root\ncd /`,
  })
  const { at } = machine
  const folder = at('home', project)
  mkdirSync(folder)
  const { PATH, ...usual } = environmentOf('owner')
  const environment = { ...usual, PATH: `${inside}/editor:${PATH}`, COMPOSE_PROGRESS: 'plain' }

  return {
    release,
    values: {
      host: hostAddress,
      user: 'root',
      domain: 'openclaw.test',
      container,
      volume: form === 'compose' ? '/root/.openclaw' : volume,
      image: imageName(release),
      configDir: '/root/.openclaw',
      workspaceDir: '/root/.openclaw/workspace',
    },
    home: (account = 'owner') => (account === 'owner' ? at('home') : at('guest')),
    state: () => (form === 'compose' ? at('home/.openclaw') : at('docker/volumes', volume, '_data')),
    uid: 1000,
    keeper: { ...keepers[form] },
    terminal: ({ at: from = 'host', as = 'owner' } = {}) =>
      terminalIn((args) => machine.enter([...asAccount[as], ...args], from), {
        folder: at('run'),
        inside: `${inside}/run`,
        env: as === 'owner' ? environment : environmentOf(as),
        ...(as === 'owner' && { cwd: `/root/${project}` }),
      }),
    editor: {
      file: () =>
        existsSync(at('run/editing'))
          ? readFileSync(at('run/editing'), 'utf8')
              .trim()
              .replace(/^\/root/, at('home')) || undefined
          : undefined,
      close: () => rmSync(at('run/editing')),
    },
    wrapper: async (program, from) => machine.wrapper(program, from),
    end: machine.end,
  }
}
