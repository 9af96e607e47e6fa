const docs = 'https://docs.openclaw.ai/'

/** Where a statement is from: a page of the official docs, or a section of the guide (which has no address of its own). */
export type Source = { label: string; url: string }

/** Reads a source of `flows/`: `guide#Heading`, or a docs page such as `cli/gateway#restart`. */
export function sourceOf(source: string): Source {
  const guide = /^guide#(.+)$/.exec(source)
  return guide ? { label: `Guide: ${guide[1]}`, url: '' } : { label: `OpenClaw docs: ${source.replace('#', ', ')}`, url: docs + source }
}
