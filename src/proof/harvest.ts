import type { World } from './world.ts'

const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/
const last = <T>(all: readonly T[]): T | undefined => all.at(-1)

/** The values a reader takes from what the commands before printed, as the hints of the parameters say. */
export function harvest({ printed }: Pick<World, 'printed'>): Record<string, string> {
  const found: Record<string, string | undefined> = {
    // The first entry of “Pending”, the newest request; `nodes pending` shows the table only.
    requestId: uuid.exec(printed.split(/Pending(?: \(\d+\))?|│ Request /).at(-1) ?? '')?.[0],
    deviceId: last([...printed.matchAll(/\b[0-9a-f]{64}\b/g)])?.[0],
    // Of `ss`, of `lsof`, of the gateway's own words, or of `pgrep`.
    pid: last([...printed.matchAll(/\bpid=(\d+)|^\S+\s+(\d+)\s+\S+\s+\d+u .*LISTEN|- pid (\d+) |^(\d+) .*openclaw/gm)])
      ?.slice(1)
      .find(Boolean),
    logFile: last([...printed.matchAll(/File logs: (\S+)/g)])?.[1],
    place: String(
      last([...printed.matchAll(/^\s*"https?:\/\/|^\s*"[0-9.:/]+"/gm)])
        ? [...printed.matchAll(/^\s*"(?:https?:\/\/|[0-9.:/]+")/gm)].length
        : 0,
    ),
  }
  return Object.fromEntries(Object.entries(found).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
