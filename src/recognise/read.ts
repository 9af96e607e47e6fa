import type { Evidence } from '../engine/evidence.ts'
import type { Findings, Matcher } from '../engine/match.ts'
import { sourceOf } from './pieces.ts'

/** What a text was found to say. */
export type Reading = Findings & {
  /** Bytes that were not read, because the text is longer than what is read. */
  skipped: number
}
/** And what it proves. */
export type Recognised = Reading & { evidence: readonly Evidence[] }
/** 0 to 1, or `undefined` while nobody knows how much is to come. */
export type Progress = (done: number | undefined) => void

/** Milliseconds of work after which whoever else wants to do something gets his turn. */
const pause = 25

/** Reads a file to its end, piece by piece. Rejects with an AbortError once `signal` is aborted, and when a gzip file is broken. */
export async function readFile(matcher: Matcher, file: Blob, progress: Progress, signal?: AbortSignal): Promise<Reading> {
  const { pieces, skipped } = await sourceOf(file)
  const reader = matcher.reader()
  let paused = performance.now()
  for await (const { bytes, done } of pieces) {
    signal?.throwIfAborted()
    reader.feed(bytes)
    if (performance.now() - paused < pause) continue
    progress(done)
    // Lets a click on Cancel through.
    await new Promise((resume) => setTimeout(resume))
    paused = performance.now()
  }
  return { ...reader.finish(), skipped: skipped() }
}
