import { installNames, osNames } from '../engine/environment.ts'
import { addressOf } from '../session/session.ts'
import { EnvironmentGroups } from './environment.tsx'
import { useFile, usePrerendered, useSession } from './session-context.tsx'

/** What stands above a page in a frame: the reader's setup, and the way out. It opens in the flow, for the frame may be low. */
export function EmbedBar() {
  const link = useFile()
  const address = useSession(addressOf)
  const { install, os, release } = useSession(({ context }) => context.env)
  const prerendered = usePrerendered()
  return (
    <section
      aria-label="Your setup, and the full page"
      className="flex flex-wrap items-start gap-x-4 border-b border-line px-4 text-sm sm:px-6"
    >
      <details className="screen-only needs-script min-w-0 flex-1 basis-40 open:basis-full">
        <summary className="flex min-h-11 items-center gap-1 font-semibold">
          {/* Which it is the script knows; until then nobody can choose, and a page in a frame should be small. */}
          Your setup{!prerendered && `: ${installNames[install]}, ${osNames[os]}, ${release}`}
          <span aria-hidden="true">▾</span>
        </summary>
        {!prerendered && (
          <div className="grid gap-4 pb-4 sm:grid-cols-3">
            <EnvironmentGroups />
          </div>
        )}
      </details>
      <a className="link ml-auto inline-flex min-h-11 items-center" href={link(address)} target="_blank" rel="noopener">
        Open full page
      </a>
    </section>
  )
}
