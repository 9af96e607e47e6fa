import { use } from 'react'

/** Something that is fetched when it is first needed. */
export type Deferred<T> = {
  /** Fetches it, once; a load that failed is tried anew. */
  load: () => Promise<T>
  /** The same for a render, which asks again when it hears of a failure: it hears the same for a moment. */
  rendered: () => Promise<T>
  /** What was fetched, when it is there. */
  now: () => { value: T } | undefined
}

/** A part that did not come is asked for once more, after so many ms: a bad line may have dropped it. */
const pause = 800
/** How long a failure stands for renders, in ms. */
const memory = 1000
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** `fetchIt` is called when the value is first asked for. */
export function deferred<T>(fetchIt: () => Promise<T>): Deferred<T> {
  let loading: Promise<T> | undefined
  let failed: Promise<T> | undefined
  let loaded: { value: T } | undefined
  const start = () => {
    const promise = fetchIt().catch(() => wait(pause).then(fetchIt))
    promise.then(
      (value) => {
        loaded = { value }
        // React's own marks of a promise whose value it may use at once, without waiting.
        Object.assign(promise, { status: 'fulfilled', value })
      },
      async () => {
        failed = promise
        loading = undefined
        await wait(memory)
        failed = undefined
      },
    )
    return promise
  }
  const load = () => (loading ??= start())
  return { load, rendered: () => failed ?? load(), now: () => loaded }
}

/** In a render: the value, at once when it is there, else the render waits. Whoever takes a built page over loads it ahead. */
export const useDeferred = <T>({ rendered }: Deferred<T>): T => use(rendered())
