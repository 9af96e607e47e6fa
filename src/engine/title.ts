export const siteName = 'OpenClaw Gateway Flowchart'

/** The browser's title: the most particular part first. */
export const pageTitle = (...parts: readonly string[]): string => [...parts, siteName].join(' – ')

/** What the page for who writes docs is called. */
export const embeddingTitle = 'Put it into your docs'
export const embeddingSummary =
  'The whole flowchart, a family of errors or one fix inside your own page, in your theme and without a build step.'

/** The file that holds the whole site, beside its pages. */
export const singleFileName = 'openclaw-gateway-flowchart.html'

/** The Markdown twin of a page, beside it. */
export const twinFile = 'index.md'
