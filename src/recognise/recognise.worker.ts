import { matcherOf, type Matcher } from '../engine/match.ts'
import type { Table } from '../engine/table.ts'
import { readFile, type Reading } from './read.ts'

/** The first message brings the table, each later one a file. There is one file at a time: to cancel, the worker is ended. */
export type ToWorker = { table: Table } | { file: Blob }
export type FromWorker = { done: number | undefined } | { reading: Reading } | { failed: string }

let matcher: Matcher | undefined
const send = (message: FromWorker) => self.postMessage(message)

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('table' in data) matcher = matcherOf(data.table)
  else if (matcher)
    readFile(matcher, data.file, (done) => send({ done })).then(
      (reading) => send({ reading }),
      (error: unknown) => send({ failed: String(error) }),
    )
})
