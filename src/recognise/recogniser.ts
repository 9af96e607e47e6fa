import { evidenceIn } from '../engine/evidence.ts'
import { matcherOf } from '../engine/match.ts'
import type { Table } from '../engine/table.ts'
import { readFile, type Progress, type Reading, type Recognised } from './read.ts'
import type { FromWorker, ToWorker } from './recognise.worker.ts'

export type Options = { progress?: Progress; signal?: AbortSignal }
/** Reads any input to its end. Rejects with an AbortError when `signal` is aborted, and when a file cannot be read. */
export type Recogniser = (input: string | Blob, options?: Options) => Promise<Recognised>

/** Up to this many characters a text is read at once: that takes less than a frame or two. */
const atOnce = 64 * 1024

/** A recogniser over this table. What is long goes to a worker; where there is none, it is read here in small pieces. */
export function recogniserOf(table: Table): Recogniser {
  const matcher = matcherOf(table)
  return async (input, { progress = () => {}, signal } = {}) => {
    signal?.throwIfAborted()
    if (typeof input === 'string' && input.length <= atOnce) return proven({ ...matcher.match(input), skipped: 0 })
    const file = typeof input === 'string' ? new Blob([input]) : input
    const worker = startWorker()
    const here = () => readFile(matcher, file, progress, signal)
    return proven(await (worker ? readBy(worker, table, file, here, progress, signal) : here()))
  }
}

const proven = (reading: Reading): Recognised => ({ ...reading, evidence: evidenceIn(reading.sample) })

/** Files opened from disk and sandboxed frames may start no worker. */
function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./recognise.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return undefined
  }
}

/** Reads in the worker; `here` does it where the worker's script does not load. */
function readBy(worker: Worker, table: Table, file: Blob, here: () => Promise<Reading>, progress: Progress, signal?: AbortSignal) {
  const send = (message: ToWorker) => worker.postMessage(message)
  const { promise, resolve, reject } = withResolvers<Reading>()
  const abort = () => reject(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if ('reading' in data) resolve(data.reading)
    else if ('failed' in data) reject(new Error(data.failed))
    else progress(data.done)
  })
  worker.addEventListener('error', () => resolve(here()))
  send({ table })
  send({ file })
  return promise.finally(() => {
    signal?.removeEventListener('abort', abort)
    worker.terminate()
  })
}

function withResolvers<T>() {
  let resolve!: (value: T | Promise<T>) => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
