import { Fragment } from 'react'

/** Text of `flows/`: a blank line starts a paragraph, backticks mark what is typed or printed. */
export function Prose({ text, className = '' }: { text: string; className?: string }) {
  return text.split(/\n\s*\n/).map((paragraph) => (
    <p key={paragraph} className={`mt-2 text-pretty ${className}`}>
      <Inline text={paragraph} />
    </p>
  ))
}

/** One run of text with backticks. */
export function Inline({ text }: { text: string }) {
  return text.split('`').map((part, i) =>
    i % 2 === 0 ? (
      <Fragment key={i}>{part}</Fragment>
    ) : (
      <code key={i} className="rounded-sm bg-surface px-1 py-0.5 font-mono text-[0.9em] wrap-anywhere text-ink ring-1 ring-line ring-inset">
        {part}
      </code>
    ),
  )
}
