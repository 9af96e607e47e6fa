import { installs, newest, oses, releases, type Env, type Install, type Os } from '../../flows/flow.ts'

export const installNames: Record<Install, string> = { native: 'Native', compose: 'Docker Compose', container: 'Container' }
export const installHints: Record<Install, string> = {
  native: 'openclaw runs on this machine',
  compose: 'docker compose, services openclaw-gateway and openclaw-cli',
  container: 'one container, started with docker run',
}
export const osNames: Record<Os, string> = { linux: 'Linux', macos: 'macOS', windows: 'Windows' }

/** Words of a browser's user agent that tell the system; any other is taken for Linux. */
export const systemMarks: readonly (readonly [os: Os, mark: string])[] = [
  ['windows', 'windows'],
  ['macos', 'mac os x|macintosh|iphone|ipad'],
]

/** The environment assumed until the user says otherwise. */
export const assumed = (userAgent: string): Env => ({
  install: 'native',
  os: systemMarks.find(([, mark]) => new RegExp(mark, 'i').test(userAgent))?.[0] ?? 'linux',
  release: newest,
})

/** An environment as one word: `<html data-env>` and the style sheet know it by that. */
export const tokenOf = ({ install, os, release }: Env): string => `${install}-${os}-${release}`

/** A set of environments as few boxes: each lists the values of the dimensions it restricts. All of them: one box without restrictions. */
export type Box = { install?: Install[]; os?: Os[]; release?: Env['release'][] }

/** Covers `set` by disjoint boxes: per install and release one, joined where they are equal. */
export function boxesOf(set: readonly Env[]): Box[] {
  const holds = (env: Env) => set.some((other) => other.install === env.install && other.os === env.os && other.release === env.release)
  const groups = new Map<string, { install: Install[]; key: Omit<Box, 'install'>[] }>()
  for (const install of installs) {
    const perRelease = releases.map((release) => ({ release, os: oses.filter((os) => holds({ install, os, release })) }))
    const key = joinReleases(perRelease.filter(({ os }) => os.length > 0))
    if (key.length === 0) continue
    const id = JSON.stringify(key)
    const group = groups.get(id) ?? { install: [], key }
    group.install.push(install)
    groups.set(id, group)
  }
  return [...groups.values()].flatMap(({ install, key }) =>
    key.map((rest) => ({ ...(install.length < installs.length && { install }), ...rest })),
  )
}

function joinReleases(perRelease: { release: Env['release']; os: Os[] }[]): Omit<Box, 'install'>[] {
  const joined = new Map<string, { release: Env['release'][]; os: Os[] }>()
  for (const { release, os } of perRelease) {
    const same = joined.get(os.join())
    if (same) same.release.push(release)
    else joined.set(os.join(), { release: [release], os })
  }
  return [...joined.values()].map(({ release, os }) => ({
    ...(os.length < oses.length && { os }),
    ...(release.length < releases.length && { release }),
  }))
}

/** “with Docker Compose or in a container, on Linux”: the boxes in words, empty when nothing is restricted. */
export function inWords(boxes: readonly Box[]): string {
  return boxes
    .map(({ install, os, release }) =>
      [
        install &&
          list(
            install.map((each) => ({ native: 'on a native install', compose: 'with Docker Compose', container: 'in a container' })[each]),
          ),
        os && `on ${list(os.map((each) => osNames[each]))}`,
        release && `with OpenClaw ${list(release)}`,
      ]
        .filter(Boolean)
        .join(', '),
    )
    .filter(Boolean)
    .join('; or ')
}

const list = (words: readonly string[]): string => words.join(' or ')
