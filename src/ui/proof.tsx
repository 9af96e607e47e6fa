import { releases, type Env, type Release } from '../../flows/flow.ts'
import type { Proven } from '../engine/proven.ts'
import { Inline } from './prose.tsx'
import { PerEnvironment } from './per-environment.tsx'
import { useSession, useSite } from './session-context.tsx'

/** What the reader may expect of a fix: on which releases its commands were run, or only read against them. */
export function ProofNote() {
  const { provenOf } = useSite()
  const family = useSession(({ context }) => context.family?.id)
  const node = useSession(({ context }) => context.place?.node.id)
  if (!family || !node) return null
  const noteIn = (env: Env) => {
    const perRelease = releases.map((release) => ({ release, proven: provenOf(family, node, { ...env, release }) }))
    const own = provenOf(family, node, env)
    const named = (...states: Proven['state'][]) =>
      perRelease.flatMap(({ release, proven }) => (proven && states.includes(proven.state) ? [release] : []))
    return own && { own, ran: named('ran'), parsed: named('parsed') }
  }
  return <PerEnvironment of={noteIn}>{(note, env) => note && <Note {...note} release={env.release} />}</PerEnvironment>
}

type NoteProps = { own: Proven; ran: readonly Release[]; parsed: readonly Release[]; release: Release }

function Note({ own: { state, reason, byHand }, ran, parsed, release }: NoteProps) {
  const [mark, style] = state === 'ran' ? ['✓', 'text-ok'] : ['○', 'text-ink2']
  return (
    <div role="note" aria-label="Proof" className="mt-4 text-sm text-ink2">
      <p>
        <strong className={`font-semibold ${style}`}>
          <span aria-hidden="true">{mark} </span>
          {[
            ran.length > 0 && `Ran on ${ran.join(' and ')}.`,
            parsed.length > 0 && `Parses on ${parsed.join(' and ')}.`,
            ran.length + parsed.length === 0 && 'From the docs.',
          ]
            .filter(Boolean)
            .join(' ')}
        </strong>{' '}
        {state === 'ran'
          ? 'These commands cured the fault on the real program, provoked for the purpose.'
          : `On ${release} these commands were not run${state === 'parsed' ? ', but checked against what that release accepts' : ''}.`}{' '}
        {reason && <Inline text={reason} />}
      </p>
      {byHand && byHand.length > 0 && <p>Done by hand there: {byHand.join('; ')}.</p>}
    </div>
  )
}
