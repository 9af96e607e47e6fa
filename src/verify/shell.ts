import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What `bash -n` says of each text that it cannot read, by text; with shellcheck on this machine, its warnings too. */
export function shellProblems(texts: readonly string[]): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'verify-shell-'))
  try {
    texts.forEach((text, i) => writeFileSync(join(folder, `${i}.sh`), `${text}\n`))
    // One bash starts the others: a process per text from here takes ten times as long.
    execFileSync('bash', ['-c', 'for file in *.sh; do bash -n "$file" 2> "$file.said"; done; true'], { cwd: folder })
    const checked = shellcheck(folder, texts.length)
    return new Map(
      texts.flatMap((text, i) => {
        const said = [readFileSync(join(folder, `${i}.sh.said`), 'utf8'), checked.get(`${i}.sh`) ?? ''].join('').trim()
        return said
          ? [
              [
                text,
                said
                  .split('\n')[0]!
                  .replace(/^\d+\.sh: /, 'bash: ')
                  .replace(/^\d+\.sh:\d+:\d+: /, 'shellcheck: '),
              ] as const,
            ]
          : []
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rules that do not fit lines to copy: no script has a first line there, and each line is one of its own. */
const notForSnippets = [
  'SC2148', // no #! line
  'SC2155', // `export NAME="$(…)"`: nobody reads its exit status
  'SC2046', // `$(docker compose ps -q …)` may be several words on purpose
  'SC2016', // `'${#NAME}'` is for the shell in the container
]

function shellcheck(folder: string, count: number): Map<string, string> {
  const files = Array.from({ length: count }, (_, i) => `${i}.sh`)
  const { stdout, error } = spawnSync('shellcheck', ['-s', 'bash', '-f', 'gcc', '-S', 'warning', '-e', notForSnippets.join(), ...files], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  })
  if (error) return new Map()
  return new Map(stdout.split('\n').flatMap((line) => (/^\d+\.sh:/.test(line) ? [[line.split(':')[0]!, line] as const] : [])))
}
