export type Copied = 'copied' | 'selected'

/**
 * Puts exactly `text` on the clipboard. Where the browser refuses, falls back to the old command, and at last selects `shown`
 * so that the reader can press the keys: then the answer is `selected`, and nothing was copied.
 */
export async function copyText(text: string, shown: HTMLElement | null): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    if (copyByCommand(text)) return 'copied'
    if (shown) window.getSelection()?.selectAllChildren(shown)
    return 'selected'
  }
}

function copyByCommand(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.style.cssText = 'position:fixed;inset:0 auto auto 0;opacity:0'
  document.body.append(area)
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}

/** The keys that copy a selection on this system. */
export const copyKeys = (os: string): string => (os === 'macos' ? '⌘C' : 'Ctrl+C')
