/** Advice that holds for no release, what holds instead, and the place that says more. */
export type Stale = { old: string; now: string; place: string }

/** The old form as a pattern: a word of its own, whatever the spaces in it. */
export const staleForm = (old: string): RegExp =>
  new RegExp(`(?<![\\w./-])${old.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s{1,4}')}(?![\\w-]|\\.\\w)`, 'i')

/** The longest text searched: advice is pasted as it was read, not as a log. */
const longest = 20_000

/** The outdated advice in a text, in the order of the list. */
export const staleIn = (text: string, stale: readonly Stale[]): Stale[] =>
  text.length > longest ? [] : stale.filter(({ old }) => staleForm(old).test(text))
