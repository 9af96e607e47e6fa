import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../src/bench/free-port.ts'
import { find, unpackPrograms } from '../src/proof/programs.ts'

export type Server = { url: string; stop: () => void }
/** A web server that the samples in `src/hosting/` are for: how it is started on a config, of which the sample is a part. */
type Kind = { sample: string; port: string; around: (sample: string, folder: string) => string; call: (config: string) => string[] }

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const kinds: Record<'nginx' | 'caddy', Kind> = {
  nginx: {
    sample: 'nginx.conf',
    port: 'listen 80;',
    // Debian's own file around it does the same; its folders are not ours to write.
    around: (sample, folder) =>
      `daemon off; user root; pid ${folder}/pid; error_log stderr; events {} http { access_log off; include ${mimeTypes()};
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}\n${sample}\n}`,
    call: (config) => ['-c', config],
  },
  caddy: {
    sample: 'Caddyfile',
    port: ':80 {',
    around: (sample) => `{\n\tadmin off\n}\n${sample}`,
    call: (config) => ['run', '--adapter', 'caddyfile', '--config', config],
  },
}

const mimeTypes = () => {
  const program = find('nginx') ?? ''
  return path.join(program.slice(0, program.lastIndexOf('/usr/')), '/etc/nginx/mime.types')
}

/** Starts a server with our sample on `dist/` at a free port; undefined where the program cannot be had. */
export async function serve(kind: keyof typeof kinds): Promise<Server | undefined> {
  await unpackPrograms()
  const program = find(kind)
  if (!program) return undefined
  const { sample, port, around, call } = kinds[kind]
  const folder = mkdtempSync(path.join(tmpdir(), 'hosting-'))
  const free = await freePort()
  const text = readFileSync(new URL(`../src/hosting/${sample}`, import.meta.url), 'utf8')
  const placed = put(put(text, '/var/www/openclaw-gateway-flowchart', dist), port, port.replace('80', String(free)))
  const config = path.join(folder, sample)
  writeFileSync(config, around(placed, folder))
  const child = spawn(program, call(config), { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder } })
  const stop = () => {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `http://127.0.0.1:${free}/`
  await answers(url, child)
  return { url, stop }
}

function put(text: string, what: string, by: string): string {
  if (!text.includes(what)) throw new Error(`The sample holds no ${what}`)
  return text.replace(what, () => by)
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  let said = ''
  child.stderr?.on('data', (piece: Buffer) => (said += piece.toString()))
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) break
    if (await fetch(url).catch(() => undefined)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} does not answer: ${said.slice(-2000)}`)
}
