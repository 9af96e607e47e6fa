import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { newest, type Release } from '../../flows/flow.ts'
import { installRelease } from '../verify/install.ts'
import { whenLeaving } from '../verify/leaving.ts'
import { debian } from './base-image.ts'

const run = promisify(execFile)
/** What the commands of Docker are given to run: the words behind `docker`. */
export type Docker = (...args: string[]) => Promise<string>

/** How our image differs from the official one. */
export const aboutImage =
  'The image has the shape of the official one (user, folders, command, health check) and is built from the npm package: its dependencies stand in /node_modules, it has no git, lsof and bundled extras, runs on Node 24 also for 2026.2.24, and keeps compiled code, so that it starts faster. The Compose file has the lines of the official one that matter here. Nothing reaches a network.'

const node = 1000
/** Where the image keeps what Node compiled. */
const compiled = '/home/node/.cache/compiled'

/** The lines of the official Dockerfile that say how the image is run. */
const shapeOf = (release: Release): string[] => [
  'WORKDIR /app',
  'ENV NODE_ENV=production',
  'ENV HOME=/home/node',
  'ENV OPENCLAW_DISABLE_BONJOUR=1',
  'ENV OPENCLAW_SKIP_CHANNELS=1',
  `ENV NODE_COMPILE_CACHE=${compiled}`,
  'USER node',
  'EXPOSE 18789',
  ...(release === newest
    ? [
        `HEALTHCHECK --interval=3m --timeout=10s --start-period=15s --retries=3 CMD node -e "fetch('http://127.0.0.1:18789/healthz').then((r)=>process.exit(r.ok?0:1)).catch(()=>process.exit(1))"`,
        'ENTRYPOINT ["tini","-s","--"]',
        'CMD ["node","openclaw.mjs","gateway"]',
      ]
    : ['ENTRYPOINT ["env"]', 'CMD ["node","openclaw.mjs","gateway","--allow-unconfigured"]']),
]

/** The files of a small Debian with the user of the image. */
export const imageBase = (): Promise<string> =>
  debian(
    'image-base',
    ['ca-certificates', 'tini', 'curl', 'procps'],
    `groupadd -g ${node} node; useradd -u ${node} -g ${node} -m -s /bin/bash node; rm -rf /var/cache/apt/archives/*.deb`,
  )

/** Builds the image under this name. */
export async function buildImage(docker: Docker, release: Release, name: string): Promise<void> {
  const { node: binary, root } = await installRelease(release)
  const base = await imageBase()
  console.error(`Building the image of OpenClaw ${release}: one to three minutes …`)
  const folder = mkdtempSync(join(tmpdir(), 'gateway-proof-image-'))
  const away = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  const stayed = whenLeaving(away)
  try {
    const archive = join(folder, 'files.tar')
    // No path twice: Docker refuses such an archive.
    const put = (from: string, to: string, owner: number, what: readonly string[] = ['.']) =>
      run('tar', [
        '-C',
        from,
        '--numeric-owner',
        `--owner=${owner}`,
        `--group=${owner}`,
        `--transform=flags=rSh;s,^\\(\\./\\)*,${to}/,`,
        '-rf',
        archive,
        ...what,
      ])
    await run('tar', ['-C', base, '--numeric-owner', '-cf', archive, '.'])
    await put(dirname(binary), 'usr/local/bin', 0, ['node'])
    await put(dirname(root), 'node_modules', 0, ['--exclude=./openclaw', '--exclude=./.bin', '.'])
    await put(root, 'app', node)
    const own = join(folder, 'own')
    const folders = ['.cache', '.config', ...(release === newest ? ['.openclaw', '.config/openclaw'] : [])]
    for (const each of folders) mkdirSync(join(own, each), { recursive: true })
    await put(own, 'home/node', node, ['.cache', '.config', ...(release === newest ? ['.openclaw'] : [])])
    if (release === newest) {
      symlinkSync('/app/openclaw.mjs', join(folder, 'openclaw'))
      await put(folder, 'usr/local/bin', 0, ['openclaw'])
    }
    const shape = shapeOf(release)
    await docker('import', ...shape.flatMap((line) => ['-c', line]), archive, `${name}-cold`)
    await warm(docker, name, shape)
  } finally {
    away()
    stayed()
  }
}

/** Runs gateway and commands once, so that their compiled code is in the image. */
async function warm(docker: Docker, name: string, shape: readonly string[]): Promise<void> {
  const script = `export OPENCLAW_GATEWAY_TOKEN=warm; run="node /app/openclaw.mjs"
$run config set gateway.mode local; $run config validate
$run gateway --bind loopback & gateway=$!
for i in $(seq 90); do curl -fsS http://127.0.0.1:18789/ >/dev/null 2>&1 && break; sleep 1; done
sleep 5; for args in "gateway health" "devices list" "gateway status" "dashboard --no-open" "secrets audit" "plugins doctor" "logs --limit 5" "health"; do timeout 60 $run $args; done
kill -INT $gateway; wait $gateway; $run doctor --fix --non-interactive; true`
  const container = `${name.replaceAll(/[^a-z0-9]+/g, '-')}-warm`
  await docker(
    'run',
    '--name',
    container,
    '--tmpfs',
    '/home/node/.openclaw:uid=1000,gid=1000',
    '--network',
    'none',
    '--entrypoint',
    'bash',
    `${name}-cold`,
    '-c',
    script,
  )
  // The entry point of this container would go into it.
  await docker('commit', ...shape.flatMap((line) => ['-c', line]), container, name)
  await docker('rm', container)
  await docker('rmi', `${name}-cold`)
}
