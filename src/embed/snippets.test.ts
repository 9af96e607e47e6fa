import { expect, test } from 'vitest'
import { elementSnippet, iframeSnippet, markdownSnippet, type Choice } from './snippets.ts'

const base = 'https://flow.example/docs/'
const choice: Choice = {
  family: 'docker',
  node: 'pin-token',
  install: 'compose',
  theme: 'dark',
  height: 640,
  title: 'Say "no" to {braces} & <tags>',
}

test('a frame names the place, how it looks, and itself', () => {
  expect(iframeSnippet(choice, base)).toBe(
    '<iframe src="https://flow.example/docs/embed/docker/pin-token/?install=compose&amp;theme=dark" title="Say &quot;no&quot; to &#123;braces&#125; &amp; &lt;tags&gt;" width="100%" height="640" loading="lazy" allow="clipboard-write" referrerpolicy="strict-origin-when-cross-origin"></iframe>',
  )
})

test('what is valid in HTML and in JSX has no style, no class, and no brace', () => {
  for (const snippet of [iframeSnippet(choice, base), elementSnippet(choice, base).element]) {
    expect(snippet).not.toMatch(/ (style|class|className)=|[{}]/)
    expect(snippet).toMatch(/<\/(iframe|openclaw-flowchart)>$/)
  }
})

test('what is not chosen is not written', () => {
  expect(elementSnippet({ height: 400, title: 'All' }, base).element).toBe(
    '<openclaw-flowchart height="400"><a href="https://flow.example/docs/">All</a></openclaw-flowchart>',
  )
  expect(markdownSnippet({ height: 400, title: 'All [1]' }, base)).toBe(
    String.raw`[![All \[1\]](https://flow.example/docs/charts/triage.svg)](https://flow.example/docs/)`,
  )
})
