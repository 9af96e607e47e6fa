import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheDir, installRelease } from '../verify/install.ts'
import { installsOf } from './installs.ts'
import { hostAddress, inside, machineMissing, openMachine, type Machine } from './machine.ts'
import type { Account, Place, Sandbox } from './place.ts'
import { unpacked } from './programs.ts'
import { terminalIn } from './terminal.ts'

/** The gateway in a terminal, as root, on a machine without a service manager. */
export const native: Place = {
  id: 'gateway',
  installs: installsOf.gateway,
  lacks: /^openclaw gateway (?:start|stop|restart|install)\b|^(?:systemctl|journalctl|loginctl) /,
  missing: machineMissing,
  prepare: (release) => installRelease(release),
  open,
}

/** Of the gateways inside; `openclaw gateway status` names it. */
export const logFileOf = (day: Date) => `/tmp/openclaw/openclaw-${day.toLocaleDateString('sv')}.log`

/** Lays folders of programs over the system's own; what is written there goes with the machine. */
export const overlays = (more: readonly string[]): string => `mount -t tmpfs tmpfs own
mount -t tmpfs tmpfs /run
for part in etc var usr; do
  mkdir own/$part own/$part.work
  lower=/$part
  for more in ${more.join(' ')}; do [ -d $more/$part ] && lower=$more/$part:$lower; done
  mount -t overlay overlay -o lowerdir=$lower,upperdir=$PWD/own/$part,workdir=$PWD/own/$part.work /$part
done
cp hosts /etc/hosts
cp passwd /etc/passwd`

/** The names of this machine, and an account for a guest. */
export function writeNames(at: Machine['at']): void {
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
}

/** The folders of a machine where this system's programs are at hand. */
export const ownFolders = ['home', 'guest', 'bin', 'own', 'npm/bin', 'npm/lib/node_modules', 'node', 'compiled'] as const

/** The release and its Node, as npm installs them for one account. */
export const releaseScript = (
  { root, node }: { root: string; node: string },
  compiled: string,
) => `mount --bind ${dirname(root)} npm/lib/node_modules
ln -s ../lib/node_modules/openclaw/openclaw.mjs npm/bin/openclaw
mount --bind ${dirname(dirname(node))} node
mount --bind ${compiled} compiled
cp /usr/bin/env bin/sudo && chmod 4755 bin/sudo
chown -R 1000:1000 guest`

/** Where Node and the release's own loader of TypeScript keep what they compiled: 2026.2.24 spends minutes on it at its first start. */
export function compiledFolder(release: string): string {
  const folder = join(cacheDir, 'compiled', release)
  for (const shared of [folder, join(folder, 'jiti')]) {
    mkdirSync(shared, { recursive: true })
    chmodSync(shared, 0o777)
  }
  return folder
}

export const path = [`${inside}/npm/bin`, `${inside}/node/bin`, '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'].join(':')
export const environmentOf = (account: Account) => ({
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
export const asAccount: Record<Account, readonly string[]> = {
  owner: [],
  guest: ['setpriv', '--reuid', '1000', '--regid', '1000', '--clear-groups'],
}

async function open(release: Parameters<Place['open']>[0], name: string): Promise<Sandbox> {
  const installed = await installRelease(release)
  const compiled = compiledFolder(release)
  const machine = await openMachine(name, {
    folders: ownFolders,
    prepare: (at) => {
      chmodSync(at('guest'), 0o777)
      writeNames(at)
      writeFileSync(at('home/.npmrc'), `prefix=${inside}/npm\n`)
    },
    first: `${releaseScript(installed, compiled)}\n${overlays([unpacked])}`,
    last: 'mount --bind tmp /tmp\nmkdir -p /tmp/jiti\nmount --bind compiled/jiti /tmp/jiti\nmount --bind home /root\ncd /',
  })
  const { at } = machine

  return {
    release,
    values: { host: hostAddress, user: 'root', proxyAddress: '127.0.0.1', logFile: logFileOf(new Date()), domain: 'openclaw.test' },
    home: (account = 'owner') => at(account === 'owner' ? 'home' : 'guest'),
    terminal: ({ at: from = 'host', as = 'owner' } = {}) =>
      terminalIn((args) => machine.enter([...asAccount[as], ...args], from), {
        folder: at('run'),
        inside: `${inside}/run`,
        env: environmentOf(as),
      }),
    wrapper: async (program, from) => machine.wrapper(program, from),
    end: machine.end,
  }
}
