const acts = new Set<() => void>()
let watched = false

/** Has something done when this process ends early, Ctrl+C included. Returns what takes it back, for when it ended in order. */
export function whenLeaving(act: () => void): () => void {
  if (!watched) {
    watched = true
    process.once('exit', leave)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
  }
  acts.add(act)
  return () => acts.delete(act)
}

/** One that fails does not keep the others from being done. */
function leave(): void {
  for (const act of acts) {
    try {
      act()
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error))
    }
  }
}
