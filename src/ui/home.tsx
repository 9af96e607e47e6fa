import { useDeferred } from './deferred.ts'
import { AskInstall } from './ask-install.tsx'
import { FamilyList } from './family-list.tsx'
import { InlineChart } from './chart-frame.tsx'
import { ArrowIcon } from './icons.tsx'
import { PasteBox } from './paste-box.tsx'
import { TakeAlong } from './take-along.tsx'
import { useHref, useSession, useSite } from './session-context.tsx'

export default function Home() {
  const { summaries, embedded } = useSite()
  const families = useDeferred(summaries)
  const href = useHref()
  const notices = useSession(({ context }) => context.notices)
  const triage = families.find(({ id }) => id === 'triage')
  return (
    <div className={`mx-auto max-w-6xl px-4 wide:px-6 ${embedded ? 'py-6' : 'pt-10 pb-24 sm:pt-16'}`}>
      <h1
        data-heading
        tabIndex={-1}
        className={`max-w-2xl font-bold tracking-tight text-balance ${embedded ? 'text-2xl' : 'text-4xl sm:text-5xl'}`}
      >
        Paste the error. Leave with a working gateway.
      </h1>
      <p className="mt-4 max-w-2xl text-lg text-pretty text-ink2">
        Every OpenClaw gateway error as a flowchart you click through, down to commands that work on the release and the install you really
        run.
      </p>
      {notices.map((notice) => (
        <p key={notice} role="note" className="mt-6 max-w-3xl rounded-sm border-l-4 border-warn bg-warnsoft px-4 py-3">
          {notice}
        </p>
      ))}
      <div className="mt-8 mb-10 max-w-3xl">
        <PasteBox takeFocus={!embedded} />
      </div>
      <div className="max-w-3xl">
        <AskInstall />
      </div>
      {triage && (
        <a
          href={href({ family: 'triage' })}
          className="flex min-h-16 max-w-3xl items-center justify-between gap-4 rounded-md border border-strong px-5 py-3 hover:border-accent hover:bg-accentsoft"
        >
          <span>
            <span className="block text-lg font-semibold">{triage.title}</span>
            <span className="block text-sm text-ink2">No error text at hand? A few questions lead to the right flowchart.</span>
          </span>
          <ArrowIcon />
        </a>
      )}
      <h2 className="mt-14 text-2xl font-bold tracking-tight">Or start from what you see</h2>
      <FamilyList families={families} />
      {triage && (
        <section className="screen-only mt-16" aria-labelledby="triage-chart">
          <h2 id="triage-chart" className="text-2xl font-bold tracking-tight">
            The whole picture
          </h2>
          <InlineChart family="triage" caption="Each box opens its step" />
        </section>
      )}
      {!embedded && <TakeAlong />}
    </div>
  )
}
