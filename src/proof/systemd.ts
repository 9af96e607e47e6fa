import { chownSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { installRelease } from '../verify/install.ts'
import { debian } from './base-image.ts'
import { controllers } from './cgroups.ts'
import { installsOf } from './installs.ts'
import { hostAddress, inside, machineMissing, openMachine, type Machine } from './machine.ts'
import { compiledFolder, logFileOf } from './native.ts'
import { npmWithPackages } from './npm.ts'
import { podmanBase } from './podman-base.ts'
import type { Account, Place, Sandbox } from './place.ts'
import { patience } from './patience.ts'
import { terminalIn } from './terminal.ts'

/** A machine that boots a real systemd, with a user whose services may run: the owner of the gateway. */
export const systemd: Place = {
  id: 'systemd',
  installs: installsOf.systemd,
  missing: machineMissing,
  prepare: async (release) => {
    await installRelease(release)
    await system()
    await npmWithPackages(user)
    await podmanBase(user)
  },
  open,
  sudo: true,
  about:
    'A Debian 12 that boots its systemd in namespaces of its own, without a network; OpenClaw stands in /usr/lib/node_modules as npm puts it there, and npm finds packages in its cache.',
}

const user = 1000
const guest = 1001

/** The files of that Debian. Nothing that it has starts by itself. */
const system = (): Promise<string> =>
  debian(
    'systemd-machine',
    'systemd systemd-sysv dbus dbus-user-session libpam-systemd ca-certificates procps sudo iproute2 lsof curl openssl nginx-light caddy ufw iptables less cron openssh-server podman netavark runc uidmap slirp4netns fuse-overlayfs'.split(
      ' ',
    ),
    `useradd -u ${user} -m -s /bin/bash user; useradd -u ${guest} -m -s /bin/bash guest
echo 'user ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/user
for unit in nginx caddy ssh cron ufw podman podman-auto-update podman-restart; do systemctl disable $unit.service; done
grep -q ^user: /etc/subuid || usermod --add-subuids 100000-165535 --add-subgids 100000-165535 user
systemctl mask systemd-udevd.service systemd-networkd-wait-online.service apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer fstrim.timer
rm -f /etc/machine-id /etc/resolv.conf; : > /etc/machine-id; rm -rf /var/cache/apt/archives/*.deb`,
  )

const environmentOf = (account: Account) => {
  const name = account === 'owner' ? 'user' : 'guest'
  return {
    HOME: `/home/${name}`,
    USER: name,
    LOGNAME: name,
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C.UTF-8',
    TERM: 'xterm',
    NO_COLOR: '1',
    SYSTEMD_PAGER: 'cat',
    npm_config_offline: 'true',
    ...quiet,
    ...(account === 'owner' && { XDG_RUNTIME_DIR: `/run/user/${user}`, DBUS_SESSION_BUS_ADDRESS: `unix:path=/run/user/${user}/bus` }),
  }
}
/** Of the terminals, and of the services of the user. */
const quiet = { OPENCLAW_DISABLE_BONJOUR: '1', OPENCLAW_SKIP_CHANNELS: '1', NODE_COMPILE_CACHE: `${inside}/compiled` }

async function open(release: Parameters<Place['open']>[0], name: string): Promise<Sandbox> {
  const { node, root } = await installRelease(release)
  const compiled = compiledFolder(release)
  const npm = await npmWithPackages(user)
  const hierarchies = controllers(['systemd', 'memory', 'pids'])
  const cgroups = hierarchies.length > 0 ? hierarchies : ['.']
  const machine = await openMachine(name, {
    folders: ['home', 'guest', 'own', 'compiled', 'npm'],
    prepare: (at) => {
      chownSync(at('home'), user, user)
      chownSync(at('guest'), guest, guest)
      writeFileSync(at('hosts'), `127.0.0.1 localhost openclaw.test gateway\n::1 localhost\n${hostAddress} gateway.test gateway.local\n`)
      writeFileSync(
        at('variables'),
        Object.entries(quiet)
          .map(([key, value]) => `${key}=${value}\n`)
          .join(''),
      )
    },
    first: `mount --bind ${compiled} compiled
mount -t tmpfs tmpfs own
mkdir own/changed own/work own/root own/npm own/npm-work
mount -t overlay overlay -o lowerdir=${npm.packages},upperdir=$PWD/own/npm,workdir=$PWD/own/npm-work npm
mount -t overlay overlay -o lowerdir=${await system()},upperdir=$PWD/own/changed,workdir=$PWD/own/work own/root
hostname gateway`,
    last: `cd own/root
mount --bind ${inside} srv
mount --bind ${compiled} srv/compiled
mount --bind ${inside}/home home/user
mkdir home/user/.npm && mount --bind ${inside}/npm home/user/.npm
mount --bind ${inside}/guest home/guest
mount --bind ${inside}/tmp tmp && chmod 1777 tmp
cp ${inside}/hosts etc/hosts
mkdir -p etc/environment.d && cp ${inside}/variables etc/environment.d/90-proof.conf
touch usr/bin/node && mount --bind ${node} usr/bin/node
mkdir -p usr/lib/node_modules && mount --bind ${dirname(root)} usr/lib/node_modules
ln -s ../lib/node_modules/openclaw/openclaw.mjs usr/bin/openclaw
mkdir usr/local/lib/podman-base && mount --bind ${await podmanBase(user)} usr/local/lib/podman-base
mkdir -p usr/local/lib/npm && mount --bind ${npm.program} usr/local/lib/npm
ln -s ../lib/npm/bin/npm-cli.js usr/local/bin/npm
mount -t proc proc proc
mount -t sysfs sysfs sys
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=755 tmpfs dev
for device in null zero full random urandom tty; do touch dev/$device; mount --bind /dev/$device dev/$device; done
mkdir dev/net && mknod -m 666 dev/net/tun c 10 200; mknod -m 666 dev/fuse c 10 229
mkdir dev/pts dev/shm && mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts dev/pts
ln -s pts/ptmx dev/ptmx; ln -s /proc/self/fd dev/fd; ln -s fd/0 dev/stdin; ln -s fd/1 dev/stdout; ln -s fd/2 dev/stderr
${hierarchies.length > 0 ? ownHierarchies(hierarchies) : 'mount -t cgroup2 cgroup2 sys/fs/cgroup'}
mkdir old`,
    init: `cd ${inside}/own/root
pivot_root . old
umount -l /old; rmdir /old
exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin /sbin/init`,
    cgroups,
  })
  await booted(machine)
  const { at } = machine

  return {
    release,
    values: { host: hostAddress, user: 'user', proxyAddress: '127.0.0.1', logFile: logFileOf(new Date()), domain: 'openclaw.test' },
    home: (account = 'owner') => at(account === 'owner' ? 'home' : 'guest'),
    uid: user,
    keeper: {
      start: 'systemctl --user start openclaw-gateway.service',
      make: { there: 'ls ~/.config/systemd/user/openclaw-gateway.service 2> /dev/null', by: 'openclaw gateway install' },
      stop: 'systemctl --user stop openclaw-gateway.service',
      kill: 'systemctl --user kill --signal=KILL openclaw-gateway.service',
      words: 'journalctl --user -u openclaw-gateway.service --no-pager -o cat',
      state: "systemctl --user show -p SubState --value openclaw-gateway.service | sed -E 's/^(auto-restart|failed|dead)$/down/'",
    },
    terminal: ({ at: from = 'host', as = 'owner' } = {}) =>
      terminalIn((args) => machine.enter(['setpriv', ...asAccount[as], ...args], from), {
        folder: at('run'),
        inside: `${inside}/run`,
        env: environmentOf(as),
        cwd: as === 'owner' ? '/home/user' : '/home/guest',
      }),
    wrapper: async (program, from) => machine.wrapper(program, from),
    end: machine.end,
  }
}

const asAccount: Record<Account, readonly string[]> = {
  owner: ['--reuid', String(user), '--regid', String(user), '--init-groups'],
  guest: ['--reuid', String(guest), '--regid', String(guest), '--init-groups'],
}

/** Each hierarchy of cgroups that a systemd of cgroup v1 needs, with the part of this machine as its whole. */
const ownHierarchies = (names: readonly string[]): string =>
  [
    'mount -t tmpfs -o mode=755 tmpfs sys/fs/cgroup',
    ...names.map(
      (name) =>
        `mkdir sys/fs/cgroup/${name}; mount -t cgroup -o ${name === 'systemd' ? 'none,name=systemd' : name} cgroup sys/fs/cgroup/${name}`,
    ),
  ].join('\n')

/** Waits until the system runs and the user's own manager is there. */
async function booted(machine: Machine): Promise<void> {
  const says = (...args: string[]) =>
    new Promise<string>((resolve) => {
      const child = machine.enter(args)
      let said = ''
      child.stdout!.on('data', (text: Buffer) => (said += text.toString()))
      child.stderr!.on('data', (text: Buffer) => (said += text.toString()))
      child.on('close', () => resolve(said.trim()))
    })
  let said = ''
  for (const end = Date.now() + 90_000 * patience.times; Date.now() < end; await sleep(300)) {
    said = await says('systemctl', 'is-system-running')
    if (!/^(running|degraded)$/.test(said)) continue
    await says('loginctl', 'enable-linger', 'user')
    for (let i = 0; i < 100 && !(await says('ls', `/run/user/${user}/bus`)).startsWith('/run'); i++) await sleep(200)
    return
  }
  await machine.end()
  throw new Error(`systemd did not come up: ${said}`)
}
