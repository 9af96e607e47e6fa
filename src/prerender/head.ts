import { installs, newest, oses, releases } from '../../flows/flow.ts'
import { themes, views } from '../engine/address.ts'
import { systemMarks } from '../engine/environment.ts'
import { storageKey } from '../session/memory.ts'

const known = (embedded: boolean) => ({ embedded, installs, oses, releases, newest, themes, views, systemMarks, storageKey })

/**
 * Sets what the style sheet chooses by, before the first paint: the environment, the theme, the view. The same choice as the
 * session's, which takes over later: the address, else what was kept on this device, else what the browser looks like.
 * It runs alone in the head of every page, so it may use nothing but its argument.
 */
function setUp({
  installs: ins,
  oses: systems,
  releases: rels,
  newest: last,
  themes: colours,
  views: sights,
  ...more
}: ReturnType<typeof known>) {
  const html = document.documentElement
  const query = new URLSearchParams(window.location.search)
  let kept: Record<string, unknown> = {}
  try {
    kept = Object(JSON.parse(window.localStorage.getItem(more.storageKey) ?? '{}'))
  } catch {
    // Blocked storage, or rubbish in it, counts as empty.
  }
  const one = (name: string, allowed: readonly string[]) => {
    const asked = name === 'install' && query.get(name) === 'docker' ? 'compose' : query.get(name)
    return [asked, kept[name]].find((value) => typeof value === 'string' && allowed.includes(value)) as string | undefined
  }
  const install = one('install', ins)
  const guessed = more.systemMarks.find(([, mark]) => new RegExp(mark, 'i').test(navigator.userAgent))?.[0] ?? 'linux'
  html.dataset['env'] = `${install ?? 'native'}-${one('os', systems) ?? guessed}-${one('release', rels) ?? last}`
  if (install) html.dataset['asked'] = ''
  // In a frame the theme is that of the page around it, not what is kept.
  if (more.embedded) delete kept['theme']
  const theme = one('theme', colours)
  if (theme && theme !== 'auto') html.dataset['theme'] = theme
  const view = query.get('view')
  if (view && sights.includes(view as never)) html.dataset['view'] = view
  // What an error opens is looked up first; where nothing looks it up, the page shows what it has.
  if (more.embedded && (query.has('error') || window.location.hash.startsWith('#error='))) {
    html.dataset['looking'] = ''
    setTimeout(() => delete html.dataset['looking'], 6000)
  }
}

/** The script for the head of a page, as text. */
export const headScript = (embedded = false): string => `(${setUp.toString()})(${JSON.stringify(known(embedded))})`
