export type HostTheme = 'auto' | 'light' | 'dark'

/** Where documentation systems write their theme. */
const marks = ['data-theme', 'data-md-color-scheme', 'class']

/** The theme of the page around `element`: its marks, else the ground it stands on, else `auto`, what the system prefers. */
export function themeAround(element: Element): HostTheme {
  const { documentElement: html, body } = document
  for (const marked of [html, body]) {
    const named = `${marked.dataset['theme'] ?? ''} ${marked.dataset['mdColorScheme'] ?? ''}`
    if (/\b(dark|slate)\b/.test(named) || marked.classList.contains('dark')) return 'dark'
    if (/\b(light|default)\b/.test(named) || marked.classList.contains('light')) return 'light'
  }
  // Some mark the dark theme only, and the system may prefer what the page is not.
  for (let at: Element | null = element; at; at = at.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []).map(Number)
    if (alpha > 0.5) return red * 0.3 + green * 0.59 + blue * 0.11 < 128 ? 'dark' : 'light'
  }
  return 'auto'
}

/** Calls `changed` when the theme of the page around may be another; the result ends that. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  for (const marked of [document.documentElement, document.body]) observer.observe(marked, { attributeFilter: marks })
  const preference = matchMedia('(prefers-color-scheme: dark)')
  preference.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    preference.removeEventListener('change', changed)
  }
}
