import { join } from 'node:path'
import type { Release } from '../../flows/flow.ts'
import { cacheDir } from '../verify/install.ts'
import { buildImage } from './image.ts'
import { madeOnce } from './made-once.ts'
import { openMachine, type Machine } from './machine.ts'
import { overlays, ownFolders, writeNames } from './native.ts'
import { unpack, unpacked } from './programs.ts'

/** Debian's Docker, and the Compose of the release after it, unpacked beside the system and never installed in it. */
export const engineFiles = join(cacheDir, 'docker-engine')
const packages =
  'docker.io containerd runc iptables libip4tc2 libip6tc2 libxtables12 libnftnl11 libnfnetlink0 libnetfilter-conntrack3 libmnl0 libdevmapper1.02.1'
/** What an engine keeps of a release's image: each sandbox starts from it, and writes beside it. */
const imagesOf = (release: Release) => join(cacheDir, 'docker-images', release)

export const imageName = (release: Release) => `ghcr.io/openclaw/openclaw:${release}`

/** Lines that start an engine inside a machine: with this image at hand, and with everything else in the machine's own folder. */
export const engineScript = (release?: Release): string => `mkdir -p /var/lib/docker && mount --bind docker /var/lib/docker
${release ? withImage(imagesOf(release)) : ''}
command -v iptables > /dev/null || for tool in iptables ip6tables; do ln -s xtables-nft-multi /usr/sbin/$tool; done
dockerd --exec-opt native.cgroupdriver=cgroupfs --cgroup-parent=/$name --storage-driver overlay2 > run/dockerd.log 2>&1 &
for i in $(seq 300); do docker info > /dev/null 2>&1 && break; kill -0 $! || { tail -n 5 run/dockerd.log >&2; exit 1; }; sleep 0.1; done`

const withImage = (images: string) => `cp -a ${images}/image /var/lib/docker/
mkdir -p /var/lib/docker/overlay2 && cp -a ${images}/overlay2/l /var/lib/docker/overlay2/
for layer in ${images}/overlay2/*/; do
  layer=\${layer%/}; layer=\${layer##*/}
  [ $layer = l ] && continue
  mkdir /var/lib/docker/overlay2/$layer && mount --bind ${images}/overlay2/$layer /var/lib/docker/overlay2/$layer
done`

/** Gets the engine and builds the image of a release, once. */
export async function prepareEngine(release: Release): Promise<void> {
  await unpack(engineFiles, 'Docker and Compose', [{ packages: packages.split(' ') }, { packages: ['docker-compose'], suite: 'trixie' }])
  await madeOnce(imagesOf(release), async (making) => {
    const machine = await openMachine('image', {
      folders: [...ownFolders, 'docker'],
      prepare: writeNames,
      first: overlays([unpacked, engineFiles]),
      last: `mount --bind ${making} docker\n${engineScript()}`,
    })
    try {
      await buildImage((...args) => saidBy(machine, ['docker', ...args]), release, imageName(release))
      await saidBy(machine, ['sh', '-c', 'kill $(cat /var/run/docker.pid); while [ -e /var/run/docker.pid ]; do sleep 0.1; done'])
    } finally {
      await machine.end()
    }
    return making
  })
}

function saidBy(machine: Machine, args: readonly string[]): Promise<string> {
  const child = machine.enter(args)
  let said = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((resolve, reject) => {
    child.on('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${args.slice(0, 3).join(' ')} failed: ${said.slice(-1500)}`)),
    )
  })
}
