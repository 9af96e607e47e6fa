import { use } from 'react'
import { useSite, useHref } from './session-context.tsx'
import { AskInstall } from './ask-install.tsx'
import { FamilyList } from './family-list.tsx'
import { InlineChart } from './chart-frame.tsx'
import { ArrowIcon } from './icons.tsx'

export default function Home() {
  const families = use(useSite().loadSummaries())
  const href = useHref()
  const triage = families.find(({ id }) => id === 'triage')
  return (
    <div className="mx-auto max-w-6xl px-4 pt-10 pb-24 sm:pt-16 wide:px-6">
      <h1 data-heading tabIndex={-1} className="max-w-2xl text-4xl font-bold tracking-tight text-balance sm:text-5xl">
        Your gateway broke. Leave with a working one.
      </h1>
      <p className="mt-4 max-w-2xl text-lg text-pretty text-ink2">
        Every OpenClaw gateway error as a flowchart you click through, down to commands that work on the release and the install you really
        run.
      </p>
      <div className="mt-8 max-w-3xl">
        <AskInstall />
      </div>
      {triage && (
        <a
          href={href({ family: 'triage' })}
          className="flex min-h-16 max-w-3xl items-center justify-between gap-4 rounded-md bg-accent px-5 py-3 text-onaccent hover:underline"
        >
          <span>
            <span className="block text-lg font-semibold">{triage.title}</span>
            <span className="block text-sm">No error text at hand? A few questions lead to the right flowchart.</span>
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
    </div>
  )
}
