import { siteName } from '../engine/title.ts'
import { iframeSnippet } from '../embed/snippets.ts'

/** In px: an oEmbed answer must say how large it is. */
const size = { width: 720, height: 640 }

/**
 * What a page tells a program that wants to show it (oEmbed 1.0): the frame, ready to put in. A frame needs an absolute address; where
 * the build knows none, the answer is of a link.
 */
export function oembedOf(title: string, place: { family?: string | undefined; node?: string | undefined }, siteUrl?: string): string {
  const { family, node } = place
  const choice = { ...(family && { family }), ...(node && { node }), height: size.height, title }
  const shared = { version: '1.0', title, provider_name: siteName }
  const answer = siteUrl
    ? { ...shared, type: 'rich', provider_url: siteUrl, ...size, html: iframeSnippet(choice, siteUrl) }
    : { ...shared, type: 'link' }
  return `${JSON.stringify(answer, null, 1)}\n`
}
