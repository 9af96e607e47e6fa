export const siteName = 'OpenClaw Gateway Flowchart'

/** The browser's title: the most particular part first. */
export const pageTitle = (...parts: readonly string[]): string => [...parts, siteName].join(' – ')

/** The file that holds the whole site, beside its pages. */
export const singleFileName = 'openclaw-gateway-flowchart.html'

/** The Markdown twin of a page, beside it. */
export const twinFile = 'index.md'
