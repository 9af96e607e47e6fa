import { use } from 'react'

/** Something that is fetched when it is first needed. */
export type Deferred<T> = {
  /** Fetches it, once; a load that failed is tried anew. */
  load: () => Promise<T>
  /** What was fetched, when it is there. */
  now: () => { value: T } | undefined
}

/** A part that did not come is asked for once more, after so many ms: a bad line may have dropped it. */
const pause = 800
const wait = () => new Promise((resolve) => setTimeout(resolve, pause))

/** `fetchIt` is called when the value is first asked for. */
export function deferred<T>(fetchIt: () => Promise<T>): Deferred<T> {
  let loading: Promise<T> | undefined
  let loaded: { value: T } | undefined
  const fetchNow = () => {
    const asked = fetchIt().catch(() => wait().then(fetchIt))
    const promise = asked.then(
      (value) => {
        loaded = { value }
        // React's own marks of a promise whose value it may use at once, without waiting.
        Object.assign(promise, { status: 'fulfilled', value })
        return value
      },
      (error: unknown) => {
        loading = undefined
        throw error
      },
    )
    return promise
  }
  return { load: () => (loading ??= fetchNow()), now: () => loaded }
}

/** In a render: the value, at once when it is there, else the render waits. Whoever takes a built page over loads it ahead. */
export const useDeferred = <T>({ load }: Deferred<T>): T => use(load())
