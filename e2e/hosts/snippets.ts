import { readFileSync } from 'node:fs'

/** What the README tells authors to copy, by the language of the block, for a site at `base`. */
export function readmeSnippets(base: string): { frame: string; head: string; element: string; markdown: string } {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const section = /\n## Embed it\n(.*?)\n## /s.exec(readme)?.[1] ?? ''
  const blocks = [...section.matchAll(/```(?:html|md)\n(.*?)```/gs)].map(([, text = '']) => text.trim().replaceAll('https://HOST/', base))
  const [frame = '', head = '', element = '', markdown = ''] = blocks
  if (blocks.length !== 4) throw new Error(`The README shows ${blocks.length} snippets, not 4.`)
  return { frame, head, element, markdown }
}
