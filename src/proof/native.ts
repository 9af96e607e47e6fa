import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cacheDir, installRelease } from '../verify/install.ts'
import { whenLeaving } from '../verify/leaving.ts'
import type { Account, Place, Sandbox } from './place.ts'
import { find, unpacked } from './programs.ts'
import { terminalIn } from './terminal.ts'

/** Where the sandbox's own folder is mounted inside it. Every Linux has this folder, and no program of ours needs it. */
const inside = '/srv'
const hostAddress = '192.168.77.1'

/**
 * A machine within the machine: namespaces for mounts, processes and network, so that the home of the account, the system's folders,
 * the default port and the loopback are its own, nothing reaches a real network, and everything ends with it. A second network
 * namespace is the client's.
 */
export const native: Place = {
  id: 'gateway',
  installs: ['native'],
  lacks: /^openclaw gateway (?:start|stop|restart|install)\b|^(?:systemctl|journalctl|loginctl) /,
  missing: () => {
    if (process.platform !== 'linux') return 'it needs Linux'
    const missing = ['unshare', 'nsenter', 'script', 'ip', 'ss', 'curl', 'setpriv'].filter((program) => !find(program))
    if (missing.length > 0) return `it needs ${missing.join(', ')}`
    if (process.getuid?.() !== 0) return 'it needs root, for namespaces with accounts of their own'
    if (spawnSync('unshare', ['-mnpiu', '--fork', 'true']).status !== 0) return 'this machine allows no namespaces (unshare failed)'
    return undefined
  },
  open,
}

/** Where nothing can be awaited any more. */
const pauseHere = (milliseconds: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/** Of the gateways inside; `openclaw gateway status` names it. */
const logFileOf = (day: Date) => `/tmp/openclaw/openclaw-${day.toLocaleDateString('sv')}.log`

async function open(release: Parameters<Place['open']>[0], name: string): Promise<Sandbox> {
  const { node, root } = await installRelease(release)
  const folder = mkdtempSync(join(tmpdir(), `gateway-proof-${name}-`))
  const at = (...path: string[]) => join(folder, ...path)
  // What Node and the release's own loader of TypeScript compile is kept: 2026.2.24 spends minutes on it at its first start.
  const compiled = join(cacheDir, 'compiled', release)
  const jiti = join(compiled, 'jiti')
  for (const made of ['home', 'guest', 'tmp', 'run', 'bin', 'own', 'npm/bin', 'npm/lib/node_modules', 'node', 'compiled', 'tmp/jiti'])
    mkdirSync(at(made), { recursive: true })
  mkdirSync(jiti, { recursive: true })
  for (const shared of [...['', 'tmp', 'run', 'guest'].map((own) => at(own)), compiled, jiti]) chmodSync(shared, 0o777)
  // Without /etc/resolv.conf and a network every lookup fails at once.
  writeFileSync(at('hosts'), `127.0.0.1 localhost openclaw.test\n::1 localhost\n${hostAddress} gateway.test\n`)
  const passwd = readFileSync('/etc/passwd', 'utf8').split('\n')
  writeFileSync(
    at('passwd'),
    [
      ...passwd.filter((line) => line && line.split(':')[2] !== '1000' && !line.startsWith('sshd:')),
      `guest:x:1000:1000::${inside}/guest:/bin/bash`,
      'sshd:x:998:65534::/run/sshd:/usr/sbin/nologin',
      '',
    ].join('\n'),
  )
  writeFileSync(at('home/.npmrc'), `prefix=${inside}/npm\n`)
  writeFileSync(
    at('enter.sh'),
    `set -e
mount --bind ${folder} ${inside}
cd ${inside}
mount --bind ${dirname(root)} npm/lib/node_modules
ln -s ../lib/node_modules/openclaw/openclaw.mjs npm/bin/openclaw
mount --bind ${dirname(dirname(node))} node
mount --bind ${compiled} compiled
cp /usr/bin/env bin/sudo && chmod 4755 bin/sudo
chown -R 1000:1000 guest
mount -t tmpfs tmpfs own
mount -t tmpfs tmpfs /run
for part in etc var usr; do
  mkdir own/$part own/$part.work
  more=${unpacked}/$part
  [ -d $more ] && lower=$more:/$part || lower=/$part
  mount -t overlay overlay -o lowerdir=$lower,upperdir=$PWD/own/$part,workdir=$PWD/own/$part.work /$part
done
cp hosts /etc/hosts
cp passwd /etc/passwd
ip link set lo up
unshare -n sleep infinity &
until [ "$(readlink /proc/$!/ns/net)" != "$(readlink /proc/$$/ns/net)" ] && [ -e /proc/$!/ns/net ]; do :; done
ip link add lan0 type veth peer name lan1 netns $!
ip addr add ${hostAddress}/24 dev lan0 && ip link set lan0 up
nsenter -t $! -n sh -c 'ip link set lo up; ip addr add 192.168.77.2/24 dev lan1; ip link set lan1 up'
echo $! > run/client
mount --bind tmp /tmp
mount --bind compiled/jiti /tmp/jiti
mount --bind home /root
cd /
touch ${inside}/run/open
trap : INT
while :; do sleep 3600 & wait $! || :; done
`,
  )
  // It ends with this process, however that ends.
  const machine = spawn(
    'setpriv',
    ['--pdeathsig', 'KILL', 'unshare', '-mnpiu', '--fork', '--mount-proc', '--kill-child', 'bash', at('enter.sh')],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let first: string | undefined
  const isOpen = () => first !== undefined && existsSync(`/proc/${first}`)
  const away = () => rmSync(folder, { recursive: true, force: true })
  const stayed = whenLeaving(() => {
    machine.kill('SIGKILL')
    // What still runs inside would write into the folder while it goes.
    for (let i = 0; i < 100 && isOpen(); i++) pauseHere(50)
    away()
  })
  let said = ''
  machine.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const opened = async () => {
    for (let i = 0; i < 200; i++) {
      if (existsSync(at('run/open'))) return readFileSync(`/proc/${machine.pid}/task/${machine.pid}/children`, 'utf8').trim().split(' ')[0]!
      if (machine.exitCode !== null) break
      await sleep(25)
    }
    machine.kill('SIGKILL')
    stayed()
    away()
    throw new Error(`The sandbox could not be made: ${said.trim()}`)
  }
  const pid = (first = await opened())
  const client = readFileSync(at('run/client'), 'utf8').trim()
  const namespaces = ['-t', pid, '-m', '-n', '-p', '-i', '-u', '-r', '-w']
  const path = [`${inside}/npm/bin`, `${inside}/node/bin`, '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'].join(':')
  const environment = (account: Account) => ({
    HOME: account === 'owner' ? '/root' : `${inside}/guest`,
    USER: account === 'owner' ? 'root' : 'guest',
    PATH: `${path}:${inside}/bin`,
    LANG: 'C.UTF-8',
    TERM: 'xterm',
    NO_COLOR: '1',
    OPENCLAW_DISABLE_BONJOUR: '1',
    OPENCLAW_SKIP_CHANNELS: '1',
    NODE_COMPILE_CACHE: `${inside}/compiled`,
  })
  const asAccount: Record<Account, readonly string[]> = {
    owner: [],
    guest: ['setpriv', '--reuid', '1000', '--regid', '1000', '--clear-groups'],
  }

  return {
    release,
    values: { host: hostAddress, user: 'root', proxyAddress: '127.0.0.1', logFile: logFileOf(new Date()), domain: 'openclaw.test' },
    home: (account = 'owner') => at(account === 'owner' ? 'home' : 'guest'),
    terminal: ({ at: machineOf = 'host', as = 'owner' } = {}) =>
      terminalIn(
        (args) => {
          const there = machineOf === 'client' ? ['nsenter', '-t', client, '-n'] : []
          return spawn('nsenter', [...namespaces, ...there, ...asAccount[as], ...args], { stdio: 'pipe' })
        },
        { folder: at('run'), inside: `${inside}/run`, env: environment(as) },
      ),
    wrapper: async (program, machineOf) => {
      const script = at('run', `on-${machineOf}`)
      const there = machineOf === 'client' ? `nsenter -t ${client} -n ` : ''
      writeFileSync(script, `#!/bin/sh\nexec nsenter ${namespaces.join(' ')} ${there}${program} "$@"\n`, { mode: 0o755 })
      return script
    },
    end: async () => {
      machine.kill('SIGKILL')
      if (machine.exitCode === null && machine.signalCode === null) await new Promise((resolve) => machine.on('close', resolve))
      // The kernel takes the mounts away a moment after the last process.
      for (let i = 0; i < 20; i++) {
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
