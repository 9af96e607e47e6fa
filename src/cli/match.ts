import { createReadStream } from 'node:fs'
import { stdin, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { installs, oses, releases, type Env } from '../../flows/flow.ts'
import { families, table } from '../chart/families.ts'
import { formatAddress } from '../engine/address.ts'
import { assumed } from '../engine/environment.ts'
import { evidenceIn, type Evidence } from '../engine/evidence.ts'
import { matcherOf, type Findings } from '../engine/match.ts'
import type { Match } from '../engine/rank.ts'
import { reportOf } from './report.ts'

const usage = `Usage: npm run -s match -- [--json] [--install native|compose|container|docker] [--os linux|macos|windows] [--release ${releases.join('|')}] [FILE]

Reads FILE, or standard input, and says which error of the OpenClaw gateway it shows and what fixes it.
Exit status: 0 recognised, 1 not recognised, 2 wrong usage or unreadable file.`

/** `npm run match`: see `usage`. Resolves to the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args)
  if (typeof options === 'string') {
    console.error(options ? `${options}\n\n${usage}` : usage)
    return options ? 2 : 0
  }
  if (!options.file && stdin.isTTY) console.error('Paste the error, then press Ctrl+D on an empty line.')
  let findings: Findings
  try {
    findings = await read(options.file)
  } catch (error) {
    console.error(`${options.file ?? 'The input'} could not be read: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
  const evidence = evidenceIn(findings.sample)
  const env = Object.assign({}, ...evidence.map((one) => one.env)) as Partial<Env>
  const chosen = { ...env, ...options.env }
  const urlOf = ({ family, node }: Match) => siteUrl(formatAddress({ family, node, answers: {}, env: chosen }))
  if (options.json) console.log(JSON.stringify(asJson(findings, evidence, urlOf), null, 2))
  else console.log(reportOf(findings, evidence, { families, env: { ...assumed(systemName()), ...chosen }, urlOf }))
  return findings.matches.length > 0 ? 0 : 1
}

type Options = { json: boolean; file?: string; env: Partial<Env> }

/** The options, or what is wrong with them; empty when only help was asked for. */
function optionsOf(args: readonly string[]): Options | string {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, install: text, os: text, release: text },
    })
    if (values.help) return ''
    if (positionals.length > 1) return `One file at a time, not ${positionals.length}.`
    const install = oneOf('--install', values.install === 'docker' ? 'compose' : values.install, installs)
    const os = oneOf('--os', values.os, oses)
    const release = oneOf('--release', values.release, releases)
    const file = positionals[0] === '-' ? undefined : positionals[0]
    return {
      json: values.json ?? false,
      ...(file && { file }),
      env: { ...(install && { install }), ...(os && { os }), ...(release && { release }) },
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function oneOf<T extends string>(option: string, given: string | undefined, allowed: readonly T[]): T | undefined {
  const known = allowed.find((value) => value === given)
  if (given !== undefined && !known) throw new Error(`${option} is one of ${allowed.join(', ')}, not “${given}”.`)
  return known
}

async function read(file: string | undefined): Promise<Findings> {
  const reader = matcherOf(table).reader()
  const source: AsyncIterable<Buffer> = file ? createReadStream(file) : stdin
  const packed = file?.endsWith('.gz') ? createReadStream(file).pipe(createGunzip()) : source
  let size = 0
  const show = stdout.isTTY ? setInterval(() => process.stderr.write(`\rRead ${Math.round(size / 1e6)} MB`), 1000) : undefined
  try {
    for await (const piece of packed) {
      size += piece.length
      reader.feed(piece as Uint8Array)
    }
  } finally {
    clearInterval(show)
  }
  return reader.finish()
}

const asJson = ({ matches, nearest, stale }: Findings, evidence: readonly Evidence[], urlOf: (match: Match) => string) => {
  const published = (match: Match) => {
    const { family, node, score, confidence, line, excerpt, values } = match
    return { family, node, score, confidence, line, excerpt, values, url: urlOf(match) }
  }
  return {
    matches: matches.map(published),
    nearest: nearest.map(published),
    stale,
    evidence: evidence.map(({ id, words }) => ({ id, words })),
  }
}

/** Relative to the site's root, as in flows.json; absolute when SITE_URL names the site. */
const siteUrl = (path: string) => (process.env.SITE_URL ? new URL(path, process.env.SITE_URL).href : path)

const systemName = () => ({ win32: 'windows', darwin: 'macintosh' })[process.platform as string] ?? 'linux'
