import { existsSync, readdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'

const mounted = '/sys/fs/cgroup'

/** Controllers with a hierarchy of their own (cgroup v1) that this system has; none where there is one hierarchy for all. */
export const controllers = (wanted: readonly string[]): string[] =>
  existsSync(join(mounted, 'cgroup.controllers')) ? [] : wanted.filter((one) => existsSync(join(mounted, one)))

/** Removes every cgroup of that name, and those in it: what a killed machine leaves behind. Throws while a process is in one. */
export function takeAway(name: string): void {
  if (!existsSync(mounted)) return
  for (const hierarchy of ['.', ...readdirSync(mounted)]) {
    const cgroup = join(mounted, hierarchy, name)
    if (existsSync(cgroup)) remove(cgroup)
  }
}

/** The folders only: the files in a cgroup go with it. */
function remove(cgroup: string): void {
  for (const entry of readdirSync(cgroup, { withFileTypes: true })) if (entry.isDirectory()) remove(join(cgroup, entry.name))
  rmdirSync(cgroup)
}
