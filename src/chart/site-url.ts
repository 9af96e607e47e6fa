/** Where the site will stand, as `SITE_URL` says, with a `/` at its end; undefined when nobody says. Throws when it is no web address. */
export function siteUrlOf({ SITE_URL: said }: Record<string, string | undefined>): string | undefined {
  if (!said) return undefined
  if (!URL.canParse(said) || !/^https?:$/.test(new URL(said).protocol))
    throw new Error(`SITE_URL is “${said}”: it must be the whole address of the site, such as https://example.org/openclaw/`)
  const { origin, pathname } = new URL(said)
  return `${origin}${pathname.replace(/\/?$/, '/')}`
}
