import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What this system has that a run may not change: mounts, network interfaces, network namespaces with a name, firewall rules. */
export function systemState(): ReadonlySet<string> {
  const rules = spawnSync('iptables-save', { encoding: 'utf8' }).stdout ?? ''
  return new Set([
    ...readFileSync('/proc/self/mounts', 'utf8').split('\n'),
    ...entriesOf('/sys/class/net').map((name) => `interface ${name}`),
    ...entriesOf('/run/netns').map((name) => `network namespace ${name}`),
    ...rules
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.replace(/ \[\d+:\d+\]$/, '')),
  ])
}

/**
 * What is there now and was not `before`, and what still carries the name of a machine that is gone: its folder, with all that Docker
 * kept, its cgroups, its processes. Linux only.
 */
export function leftBehind(before: ReadonlySet<string>, machines: Iterable<string>): string[] {
  const commands = entriesOf('/proc').filter((pid) => /^\d+$/.test(pid) && pid !== String(process.pid))
  return [
    ...[...systemState()].filter((line) => !before.has(line)),
    ...[...machines].flatMap((name) => [
      ...[tmpdir(), ...['.', ...entriesOf('/sys/fs/cgroup')].map((one) => join('/sys/fs/cgroup', one))]
        .map((folder) => join(folder, name))
        .filter((path) => existsSync(path)),
      ...commands.filter((pid) => commandOf(pid).includes(name)).map((pid) => `process ${pid}: ${commandOf(pid)}`),
    ]),
  ]
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Empty when it ended meanwhile. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
