import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readmeSnippets } from './snippets.ts'

/** The site's sources with the snippets in their places, beside its packages. */
const filled = '.site'

/**
 * Builds a real documentation site from `e2e/hosts/<name>`: its packages from the registry, where they are not there as its lock file
 * names them, its sources with the README's snippets for the flowchart at `flowchart`. `build` is run there. The result is the folder.
 */
export function builtSite(name: string, sources: readonly string[], build: readonly string[], output: string, flowchart: string): string {
  const folder = fileURLToPath(new URL(name, import.meta.url))
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', CI: '1' },
    })
  const installed = path.join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(path.join(folder, 'package-lock.json')).mtimeMs)
    run('npm', 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund')
  rmSync(path.join(folder, filled), { recursive: true, force: true })
  for (const source of sources) cpSync(path.join(folder, source), path.join(folder, filled, source), { recursive: true })
  const { frame, element } = readmeSnippets(flowchart)
  for (const file of readdirSync(path.join(folder, filled), { recursive: true, encoding: 'utf8' })) {
    const whole = path.join(folder, filled, file)
    if (!statSync(whole).isFile()) continue
    const text = readFileSync(whole, 'utf8')
      .replaceAll('https://HOST/', flowchart)
      .replace(/^FRAME$/m, frame)
      .replace(/^ELEMENT$/m, element)
    writeFileSync(whole, text)
  }
  const [command = '', ...args] = build
  run(command, ...args)
  return path.join(folder, output)
}
