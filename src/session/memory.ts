import { installs, oses, releases, type Env } from '../../flows/flow.ts'
import { themes, type Theme } from '../engine/address.ts'

export const storageKey = 'openclaw-flowchart'
/** What is kept on this device: choices, never anything typed or pasted. */
export type Remembered = { env: Partial<Env>; theme?: Theme; slashKey?: boolean }

/** What was kept. Storage that is blocked, full or holds rubbish counts as empty. */
export function remembered(): Remembered {
  const kept = read()
  const one = <T extends string>(allowed: readonly T[], name: string) => allowed.find((value) => value === kept[name])
  const [install, os, release, theme] = [one(installs, 'install'), one(oses, 'os'), one(releases, 'release'), one(themes, 'theme')]
  return {
    env: { ...(install && { install }), ...(os && { os }), ...(release && { release }) },
    ...(theme && { theme }),
    slashKey: kept['slashKey'] !== false,
  }
}

/** Keeps the choices; where storage is refused they last as long as the page. */
export function remember({ env, theme, slashKey }: Remembered): void {
  try {
    window.localStorage.setItem(storageKey, JSON.stringify({ ...env, ...(theme && { theme }), ...(slashKey === false && { slashKey }) }))
  } catch {
    // Blocked or full storage must not disturb the walk.
  }
}

function read(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(storageKey) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
