/** The error messages a family answers, as text, so that the reader (and a search engine) recognises his own. */
export function Messages({ messages }: { messages: readonly string[] }) {
  if (messages.length === 0) return null
  const shown = messages.slice(0, 3)
  const more = messages.slice(3)
  return (
    <div className="mt-3">
      <p className="text-sm font-semibold text-ink2">Error messages it answers</p>
      <MessageList messages={shown} />
      {more.length > 0 && (
        <details>
          <summary className="min-h-11 py-2 text-sm text-accent underline underline-offset-3">{more.length} more</summary>
          <MessageList messages={more} />
        </details>
      )}
    </div>
  )
}

const MessageList = ({ messages }: { messages: readonly string[] }) => (
  <ul>
    {messages.map((message) => (
      <li key={message} className="mt-1 border-l-2 border-strong pl-3 font-mono text-[0.8125rem] wrap-anywhere">
        {message}
      </li>
    ))}
  </ul>
)
