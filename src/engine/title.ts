export const siteName = 'OpenClaw Gateway Flowchart'

/** The browser's title: the most particular part first. */
export const pageTitle = (...parts: readonly string[]): string => [...parts, siteName].join(' – ')
