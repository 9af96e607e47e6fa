import { startTransition, useEffect, useState } from 'react'

/** Does the work when the frame that is being made is on the screen; the answer calls it off. */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** The value as of the last frame: what hangs on it alone is drawn when everything else is on the screen, and never holds that up. */
export function useAfterPaint<T>(value: T): T {
  const [painted, setPainted] = useState(() => value)
  useEffect(() => {
    if (Object.is(value, painted)) return undefined
    return afterPaint(() => startTransition(() => setPainted(() => value)))
  }, [value, painted])
  return painted
}
