/** One thing that was hidden, and what stands in its place. */
export type Redaction = { what: string; hidden: string }

/** What must not leave the page with an error, and what it is called. The part to hide is the last group. */
const secrets: readonly [string, RegExp][] = [
  ['token', /([?&#](?:token|access_token|password|bootstrapToken)=)([^\s&#"'<>]{3,400})/gi],
  ['token', /\b(Bearer\s{1,3})([\w.~+/=-]{6,600})/g],
  ['secret', /\b([A-Z][A-Z0-9_]{0,60}(?:TOKEN|KEY|SECRET|PASSWORD)\s{0,2}[=:]\s{0,2}["']?)([^\s"'<>]{3,400})/g],
  ['secret', /((?:"?(?:token|password|apiKey|api_key|secret|botToken)"?)\s{0,2}[=:]\s{0,2}["'])([^"'\n]{3,400})(?=["'])/gi],
  ['secret', /(--(?:token|password)[ =]["']?)([^\s"'<>]{3,400})/g],
  ['key', /()\b((?:sk|pk|ghp|gho|xox[abp])[-_][\w-]{8,200})/g],
  ['bot token', /()\b(\d{6,12}:[A-Za-z0-9_-]{30,60})\b/g],
  ['e-mail address', /()\b([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})\b/g],
  ['user name', /((?:\/home\/|\/Users\/|\b[A-Z]:\\{1,2}Users\\{1,2}))((?!node\b|Shared\b|Public\b)[^\s/\\:"'<>]{1,64})/g],
]
const ipv4 = /(?<![\d.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\d.])/g

/**
 * Takes out of a text what identifies or authorises somebody: tokens, keys, passwords, addresses of people and public addresses of
 * machines. Private addresses, ports and versions stay, for they are evidence. Returns the text and what was hidden, once each.
 */
export function redact(text: string): { text: string; hidden: Redaction[] } {
  const hidden = new Map<string, Redaction>()
  const hide = (what: string, secret: string) => {
    hidden.set(`${what} ${secret}`, { what, hidden: secret })
    return `<${what}>`
  }
  let redacted = text
  for (const [what, pattern] of secrets)
    redacted = redacted.replace(pattern, (whole, before: string, secret: string) =>
      secret.startsWith('<') || secret.startsWith('$') ? whole : before + hide(what, secret),
    )
  redacted = redacted.replace(ipv4, (address, ...parts) =>
    isPublic(parts.slice(0, 4).map(Number)) ? hide('public address', address) : address,
  )
  return { text: redacted, hidden: [...hidden.values()] }
}

function isPublic([a = 0, b = 0, c = 0, d = 0]: readonly number[]): boolean {
  if ([a, b, c, d].some((part) => part > 255)) return false
  const isPrivate =
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b < 128)
  return !isPrivate
}
