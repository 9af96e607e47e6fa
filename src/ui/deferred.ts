import { use } from 'react'

/** Something that is fetched when it is first needed. */
export type Deferred<T> = {
  /** Fetches it, once; a load that failed is tried anew. */
  load: () => Promise<T>
  /** What was fetched, when it is there. */
  now: () => { value: T } | undefined
}

/** `fetchIt` is called when the value is first asked for. */
export function deferred<T>(fetchIt: () => Promise<T>): Deferred<T> {
  let loading: Promise<T> | undefined
  let loaded: { value: T } | undefined
  const load = () =>
    (loading ??= fetchIt().then(
      (value) => {
        loaded = { value }
        return value
      },
      (error: unknown) => {
        loading = undefined
        throw error
      },
    ))
  return { load, now: () => loaded }
}

/** In a render: the value, at once when it is there, else the render waits. Whoever takes a built page over loads it ahead. */
export function useDeferred<T>({ load, now }: Deferred<T>): T {
  const loaded = now()
  return loaded ? loaded.value : use(load())
}
