/**
 * An address below the site's root (as `formatAddress` makes it) as a fragment: where a page has no paths, because it is one file
 * on a disk, its place stands behind the `#`: `#/family/node/?install=compose&a=check:yes`.
 */
export function inFragment(address: string): string {
  const [place = '', hash = ''] = split(address, '#')
  if (hash.startsWith('error=')) return `#${hash}`
  const [path = '', query = ''] = split(place, '?')
  const parts = [query, hash].filter((part) => part !== '')
  return `#/${path}${parts.length > 0 ? `?${parts.join('&')}` : ''}`
}

/** The inverse of `inFragment`: the parts `parseAddress` reads. A fragment that holds no place is left as it is. Never throws. */
export function fromFragment(fragment: string): { path: string; search: string; hash: string } {
  if (!fragment.startsWith('#/')) return { path: '', search: '', hash: fragment }
  const [path = '', query = ''] = split(fragment.slice(2), '?')
  const parts = query.split('&')
  const answers = parts.find((part) => part.startsWith('a='))
  const search = parts.filter((part) => part !== answers).join('&')
  return { path, search: search && `?${search}`, hash: answers ? `#${answers}` : '' }
}

function split(text: string, at: string): [string, string] {
  const i = text.indexOf(at)
  return i < 0 ? [text, ''] : [text.slice(0, i), text.slice(i + 1)]
}
