import { newest, releases, type Env, type Install, type Os } from '../../flows/flow.ts'
import { installNames, osNames } from './environment.ts'
import { valueOf, type Values } from './fill.ts'

/** One thing a text proves: in words for the reader, and what follows from it. */
export type Evidence = {
  /** What it is about; a text proves each only once. */
  id: string
  words: string
  env?: Partial<Env>
  /** A version we hold no facts of: the forms of the newest release are shown. */
  unknown?: true
  /** Parameters it fills: each passed the pattern of its parameter, and is quoted like one that was typed. */
  values?: Values
}

/** Reads what a text proves about the OpenClaw that printed it. Secrets are not looked for. Every pattern is bounded: time grows with the text only. */
export function evidenceIn(text: string): Evidence[] {
  // A browser's name tells of the machine that looks at the page, not of the gateway's.
  const printed = text.replace(/\bMozilla\/5\.0[^\n]{0,300}/g, '')
  return [
    version(printed),
    install(printed),
    os(printed),
    closeCode(printed),
    ...state(printed),
    ...settings(printed),
    ...named(printed),
  ].filter((one) => one !== undefined)
}

const dated = String.raw`(20\d\d\.\d{1,2}\.\d{1,2}(?:-\d{1,3})?)(?![\d.])`
const versions = [
  new RegExp(String.raw`\b(?:openclaw|clawdbot)(?:@|[ /]+(?:cli |gateway |version )?v?)${dated}`, 'i'),
  new RegExp(String.raw`\b(?:openclaw|clawdbot)\b[^\n]{0,40}?\bv?${dated}`, 'i'),
  new RegExp(String.raw`\bv${dated}`),
  new RegExp(String.raw`^\s*${dated}\s*$`, 'm'),
]

function version(text: string): Evidence | undefined {
  const found = first(text, versions)
  if (!found) return undefined
  const release = releases.find((each) => each === found)
  return { id: 'version', words: `OpenClaw ${found}`, env: { release: release ?? newest }, ...(!release && { unknown: true }) }
}

const composes = /^\s*[\w-]{0,40}openclaw-(?:gateway|cli)(?:-\d+)?\s+\| |\bdocker[ -]compose\b|\bservice "openclaw-(?:gateway|cli)"/m
const containers = /\bdocker (?:exec|run|logs|restart|inspect|ps)\b|\bpodman (?:exec|run|logs)\b/
const inside = /\/home\/node\/|\/app\/dist\/|\bhost\.docker\.internal\b|\b172\.(?:1[7-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}\b/

function install(text: string): Evidence | undefined {
  const found: Install | undefined = composes.test(text)
    ? 'compose'
    : containers.test(text)
      ? 'container'
      : inside.test(text)
        ? 'compose'
        : nativeOnly.test(text)
          ? 'native'
          : undefined
  return found && { id: 'install', words: installNames[found], env: { install: found } }
}

const nativeOnly =
  /\bsystemctl --user\b|\bopenclaw-gateway\.service\b|\bLaunchAgent\b|\bschtasks\b|\bRuntime: (?:running|stopped) \((?:pid|state)/
const systems: readonly [Os, RegExp][] = [
  [
    'windows',
    /\b[A-Z]:\\{1,2}(?:Users|Windows|Program)|\bschtasks\b|\bPowerShell\b|\bThe term '[^'\n]{1,60}' is not recognized|\bwin32\b|\bOS\W{1,8}windows\b/i,
  ],
  ['macos', /(?<![\w/])\/Users\/|\bLaunchAgent\b|\blaunchctl\b|\/opt\/homebrew\/|\bdarwin\b|\bmacOS\b/],
  ['linux', /(?<![\w/])\/home\/(?!node\/)|(?<![\w/])\/root\/|\bsystemctl\b|\bsystemd\b|\bjournalctl\b/],
]

function os(text: string): Evidence | undefined {
  const found = systems.filter(([, pattern]) => pattern.test(text))
  const [one] = found
  return one && found.length === 1 ? { id: 'os', words: osNames[one[0]], env: { os: one[0] } } : undefined
}

function closeCode(text: string): Evidence | undefined {
  const code = first(text, [/\bcode[ =:]{1,3}(1\d{3}|4\d{3})\b/, /\((1\d{3}|4\d{3})(?: [a-z ]{1,40})?\)/, /\bWebSocket (1\d{3}|4\d{3})\b/])
  return code ? { id: 'code', words: `close code ${code}` } : undefined
}

/** What status prints about the service and its probe. */
function state(text: string): Evidence[] {
  const runtime = first(text, [/\bRuntime: (running|stopped|unknown|failed)\b/])
  const probe = first(text, [/\b(?:Connectivity|RPC) probe: (ok|failed)\b/])
  return [
    ...(runtime ? [{ id: 'runtime', words: `service ${runtime}` }] : []),
    ...(probe ? [{ id: 'probe', words: probe === 'ok' ? 'the gateway answers' : 'the gateway does not answer' }] : []),
  ]
}

function settings(text: string): Evidence[] {
  const bind = first(text, [/\bbind[=:] ?"?(loopback|lan|tailnet|auto|custom)\b/i])
  const config = first(text, [/\b(?:Config|File)(?: \((?:cli|service)\))?: (\S{1,200}openclaw\.json)\b/])
  return [...(bind ? [{ id: 'bind', words: `bind ${bind.toLowerCase()}` }] : []), ...(config ? [{ id: 'config', words: config }] : [])]
}

/** What fills a parameter, by its name. The last group is the value. */
const fillers: Readonly<Record<string, readonly RegExp[]>> = {
  port: [
    /\bwss?:\/\/[\w.[\]:-]{1,80}?:(\d{2,5})\b/,
    /\b(?:gateway )?port[ =:]{1,3}(\d{2,5})\b/i,
    /\bEADDRINUSE[^\n]{0,60}?:(\d{2,5})\b/,
    /\bECONNREFUSED [\w.:]{1,45}:(\d{2,5})\b/,
  ],
  container: [
    /\bdocker (?:exec|logs|restart|inspect) (?:-{1,2}\w{1,12} )*([A-Za-z0-9][\w.-]{1,80})/,
    /\b([a-z0-9][\w-]{0,60}-openclaw-gateway-\d{1,3})\b/,
  ],
  requestId: [/\brequestId[:= "]{1,4}([0-9A-Za-z-]{8,64})/, /\bdevices approve ([0-9a-f][0-9a-f-]{7,63})\b/],
  deviceId: [/\bdevice(?:Id)?[:= "]{1,4}([0-9a-f]{32,64})\b/i],
  channel: [/\bpairing approve ([a-z][a-z0-9-]{2,30}) [A-Z0-9]{4,16}\b/],
  code: [/\bpairing approve [a-z][a-z0-9-]{2,30} ([A-Z0-9]{4,16})\b/, /\bPairing code:\s{0,4}([A-Z0-9]{4,16})\b/i],
  pid: [/\((?:PID|pid) (\d{2,9})\)/],
}
const called: Readonly<Record<string, string>> = { requestId: 'request', deviceId: 'device', code: 'pairing code', pid: 'process' }

function named(text: string): Evidence[] {
  return Object.entries(fillers).flatMap(([name, patterns]) => {
    const value = last(text, patterns)
    if (value === undefined || valueOf(name, { [name]: value }) !== value) return []
    return [{ id: name, words: `${called[name] ?? name} ${value}`, values: { [name]: value } }]
  })
}

function first(text: string, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1]
    if (found) return found
  }
  return undefined
}

/** The last one in the text: ids are asked anew, and only the newest still counts. */
function last(text: string, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const found = [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].at(-1)?.[1]
    if (found) return found
  }
  return undefined
}
