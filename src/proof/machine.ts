import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { whenLeaving } from '../verify/leaving.ts'
import { takeAway } from './cgroups.ts'
import { find } from './programs.ts'

/** Where the machine's own folder is mounted inside it. Every Linux has this folder, and no program of ours needs it. */
export const inside = '/srv'
export const hostAddress = '192.168.77.1'

/** What makes one kind of machine. The scripts run inside, in its own folder. */
export type Shape = {
  folders: readonly string[]
  /** Writes what the scripts need, before it opens. */
  prepare: (at: Machine['at']) => void
  /** Before the network is there. */
  first: string
  /** When the network is there, `$client` being the process of the client. */
  last: string
  /** Takes the place of the first process; without it, that one only keeps the machine open. */
  init?: string
  /** Controllers of a part of this system's cgroups that the machine sees as all of them. */
  cgroups?: readonly string[]
}

export type Machine = {
  name: string
  /** A path in its own folder, seen from here. */
  at: (...path: string[]) => string
  enter: (args: readonly string[], from?: 'host' | 'client') => ChildProcess
  /** A script that starts a program inside, with its input and output connected. */
  wrapper: (program: string, from: 'host' | 'client') => string
  end: () => Promise<void>
}

/** The names of those that this process opened. */
export const opened = new Set<string>()

/** Why no machine can be made here, if so. */
export function machineMissing(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux'
  const missing = ['unshare', 'nsenter', 'script', 'ip', 'ss', 'curl', 'setpriv'].filter((program) => !find(program))
  if (missing.length > 0) return `it needs ${missing.join(', ')}`
  if (process.getuid?.() !== 0) return 'it needs root, for namespaces with accounts of their own'
  if (spawnSync('unshare', ['-mnpiu', '--fork', 'true']).status !== 0) return 'this machine allows no namespaces (unshare failed)'
  return undefined
}

/** Where nothing can be awaited any more. */
const pauseHere = (milliseconds: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/**
 * A machine within the machine: namespaces for mounts, processes and network, so that the home of the account, the system's folders,
 * the default port and the loopback are its own, nothing reaches a real network, and everything ends with it. A second network
 * namespace is the client's.
 */
export async function openMachine(condition: string, shape: Shape): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), `gateway-proof-${condition}-`))
  const name = folder.slice(tmpdir().length + 1)
  opened.add(name)
  const at = (...path: string[]) => join(folder, ...path)
  for (const made of ['tmp', 'run', ...shape.folders]) mkdirSync(at(made), { recursive: true })
  for (const shared of ['', 'tmp', 'run']) chmodSync(at(shared), 0o777)
  shape.prepare(at)
  writeFileSync(
    at('enter.sh'),
    `set -e
name=${name}
mount --bind ${folder} ${inside}
cd ${inside}
${shape.first}
ip link set lo up
unshare -n sleep infinity &
client=$!
until [ "$(readlink /proc/$client/ns/net)" != "$(readlink /proc/$$/ns/net)" ] && [ -e /proc/$client/ns/net ]; do :; done
ip link add lan0 type veth peer name lan1 netns $client
ip addr add ${hostAddress}/24 dev lan0 && ip link set lan0 up
nsenter -t $client -n sh -c 'ip link set lo up; ip addr add 192.168.77.2/24 dev lan1; ip link set lan1 up'
echo $client > run/client
${shape.last}
touch ${inside}/run/open
${shape.init ?? 'trap : INT\nwhile :; do sleep 3600 & wait $! || :; done'}
`,
  )
  // It ends with this process, however that ends.
  const own = (shape.cgroups ?? []).map((one) => `/sys/fs/cgroup/${one}/${name}`)
  const joins = own.map((path) => `mkdir ${path}; echo $$ > ${path}/cgroup.procs; `).join('')
  const namespaced = `unshare -mnpiu${own.length > 0 ? 'C' : ''} --fork --mount-proc --kill-child bash ${at('enter.sh')}`
  const machine = spawn('setpriv', ['--pdeathsig', 'KILL', 'bash', '-c', `${joins}exec ${namespaced}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const away = () => {
    takeAway(name)
    rmSync(folder, { recursive: true, force: true })
  }
  let pid = ''
  // The first process is gone when all others inside are.
  const isGone = () => !existsSync(`/proc/${pid || machine.pid}/ns/mnt`)
  // The kernel takes processes and mounts away a moment after the first process.
  const stayed = whenLeaving(() => {
    machine.kill('SIGKILL')
    for (let i = 0; i < 400; i++) {
      try {
        if (isGone()) return away()
      } catch {}
      pauseHere(50)
    }
  })
  let said = ''
  machine.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const first = async () => {
    for (let i = 0; i < 1200; i++) {
      if (existsSync(at('run/open'))) return readFileSync(`/proc/${machine.pid}/task/${machine.pid}/children`, 'utf8').trim().split(' ')[0]!
      if (machine.exitCode !== null) break
      await sleep(25)
    }
    machine.kill('SIGKILL')
    await sleep(200)
    away()
    stayed()
    throw new Error(`The sandbox could not be made: ${said.trim()}`)
  }
  pid = await first()
  const client = readFileSync(at('run/client'), 'utf8').trim()
  const enter = ['nsenter', '-t', pid, '-m', '-n', '-p', '-i', '-u', '-r', '-w', ...(own.length > 0 ? ['-C'] : [])]
  const there = { host: [], client: ['nsenter', '-t', client, '-n'] }

  return {
    name,
    at,
    enter: (args, from = 'host') => spawn(enter[0]!, [...enter.slice(1), ...there[from], ...args], { stdio: 'pipe' }),
    wrapper: (program, from) => {
      const script = at('run', `on-${from}`)
      writeFileSync(script, `#!/bin/sh\nexec ${[...enter, ...there[from], program].join(' ')} "$@"\n`, { mode: 0o755 })
      return script
    },
    end: async () => {
      machine.kill('SIGKILL')
      while (!isGone()) await sleep(25)
      for (let i = 0; i < 100; i++) {
        try {
          away()
          stayed()
          return
        } catch {
          await sleep(100)
        }
      }
    },
  }
}
