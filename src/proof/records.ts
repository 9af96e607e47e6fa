import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { redact } from '../engine/redact.ts'
import type { ProofFile, Run } from '../verify/proof.ts'

const flows = fileURLToPath(new URL('../../flows/', import.meta.url))
const proofs = `${flows}releases/proof.json`

const key = ({ release, place, family, node, install, os, condition }: Run) =>
  [release, place, install, os, family, node, condition].join(' ')
type Origin = Pick<Run, 'release' | 'place' | 'install' | 'condition'>
const origin = ({ release, place, install, condition }: Origin) => [release, place, install, condition].join(' ')

/** Puts in what a case proved, in place of what it proved before; nothing, when it failed. The order is always the same. */
export function record(of: Origin, proved: readonly Run[], about?: string): void {
  const known = existsSync(proofs) ? (JSON.parse(readFileSync(proofs, 'utf8')) as ProofFile) : { runs: [] }
  const places = { ...known.places, ...(about && { [of.place]: about }) }
  const kept = known.runs.filter((run) => origin(run) !== origin(of))
  const sorted = [...kept, ...proved].toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  mkdirSync(dirname(proofs), { recursive: true })
  const head = Object.keys(places).length > 0 ? `"places": ${JSON.stringify(places)},\n` : ''
  // In one go: another place may be proved at the same time, and read it.
  writeFileSync(`${proofs}.new`, `{ ${head}"runs": [\n${sorted.map((run) => `  ${JSON.stringify(run)}`).join(',\n')}\n] }\n`)
  renameSync(`${proofs}.new`, proofs)
}

/** Keeps the output as a log that guards the matcher. One that stands there says the same, at the same place. Returns its path below `flows/logs`. */
export function saveLog(lands: string, condition: string, release: string, output: string): string {
  const path = `${lands}/${condition}.${release}.txt`
  const file = `${flows}logs/${path}`
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${cleaned(output).trim()}\n`)
  }
  return path
}

/** What may be published: without ids and secrets, in an ordinary home. */
const cleaned = (text: string) =>
  redact(text)
    .text.replaceAll('/srv/npm/lib', '/usr/local/lib')
    .replaceAll('/srv/guest', '/home/user')
    .replaceAll(/\/root\b/g, '/home/user')
    .replaceAll(/\b[0-9a-f]{64}\b/g, '<id>')
    .replaceAll(/c0ffee[0-9a-f]+/g, '<token>')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '00000000-0000-4000-8000-000000000000')
    // The line of a banner is another one each time, and a spinner turns as long as it likes.
    .replaceAll(/^OpenClaw 20\S+ \([0-9a-f]+\) — .*\n+/gm, '')
    .replaceAll(/^(?:│\n)?[◇◒◐◓◑].*\n/gmu, '')
    .replaceAll(/^│\n/gm, '')
