import { installs } from '../../flows/flow.ts'
import { installHints, installNames } from '../engine/environment.ts'
import { useSession, useSite } from './session-context.tsx'

/** How OpenClaw runs, asked in the reading column until somebody answered it once. */
export function AskInstall() {
  const { session } = useSite()
  const asked = useSession(({ context }) => context.chosen.install === undefined)
  if (!asked) return null
  return (
    <section
      aria-labelledby="ask-install"
      className="ask-install needs-script screen-only mb-6 rounded-md border border-accent bg-accentsoft p-4"
    >
      <h2 id="ask-install" className="font-semibold">
        How do you run OpenClaw?
      </h2>
      <p className="text-sm text-ink2">Asked once: all commands follow your answer.</p>
      <div className="mt-3 grid gap-2 sm:grid-cols-3">
        {installs.map((install) => (
          <button
            key={install}
            type="button"
            onClick={() => session.send({ type: 'SET_ENV', env: { install } })}
            className="min-h-12 cursor-pointer rounded-md border border-strong bg-raised px-3 py-2 text-left hover:border-accent"
          >
            <span className="block font-semibold">{installNames[install]}</span>
            <span className="block text-sm text-ink2">{installHints[install]}</span>
          </button>
        ))}
      </div>
    </section>
  )
}
