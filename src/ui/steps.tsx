import { useState } from 'react'
import type { Risk, Step } from '../../flows/flow.ts'
import { shellOf, stepsOf } from '../engine/step.ts'
import { CommandBlock, formOf, type Shown } from './command.tsx'
import { CopyAll } from './copy-all.tsx'
import { Parameters } from './parameters.tsx'
import { PerEnvironment } from './per-environment.tsx'
import { Inline } from './prose.tsx'
import { useSession } from './session-context.tsx'

export const risks: Record<Risk, { words: string; mark: string; style: string }> = {
  reads: { words: 'reads only', mark: '○', style: 'border-line text-ink2' },
  'changes-config': { words: 'changes config', mark: '◐', style: 'border-warn text-warn' },
  restarts: { words: 'restarts the gateway', mark: '↻', style: 'border-strong text-ink2' },
  'deletes-data': { words: 'deletes data', mark: '⚠', style: 'border-2 border-danger text-danger' },
}

/** What to do here, in order. A check is one command without a number. */
export function Steps() {
  const meta = useSession(({ context }) => context.place?.node.meta)
  if (!meta) return null
  const steps = stepsOf(meta)
  if (steps.length === 0) return null
  return (
    <section aria-label={meta.kind === 'check' ? 'The command' : 'Steps'} className="mt-6">
      <Parameters />
      {meta.kind === 'check' ? (
        <StepCommand step={steps[0]!} what="the check" />
      ) : (
        <ol className="space-y-6">
          {steps.map((step, i) => (
            <li key={step.text} className="keep-together grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2">
              <span
                aria-hidden="true"
                className="mt-0.5 flex size-7 items-center justify-center rounded-full border border-strong text-sm font-semibold text-ink2"
              >
                {i + 1}
              </span>
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
                  <span>
                    <Inline text={step.text} />
                  </span>
                  <RiskTag risk={step.risk} />
                </p>
                <StepCommand step={step} what={`step ${i + 1}`} />
              </div>
            </li>
          ))}
        </ol>
      )}
      {meta.kind === 'fix' && <CopyAll steps={steps} />}
    </section>
  )
}

function RiskTag({ risk }: { risk: Risk }) {
  const { words, mark, style } = risks[risk]
  return (
    <span className={`rounded-full border px-2 text-xs leading-5 font-semibold whitespace-nowrap ${style}`}>
      <span aria-hidden="true">{mark} </span>
      {words}
    </span>
  )
}

function StepCommand({ step, what }: { step: Step; what: string }) {
  const { run, where } = step
  const [backedUp, setBackedUp] = useState(false)
  if (!run) return null
  const deletes = step.risk === 'deletes-data'
  return (
    <PerEnvironment of={(env) => formOf(run, where, env)} lasting titled>
      {({ command, place }, env) => {
        const shown = (text: string): Shown => ({ text, place, language: command.language, shell: shellOf(env, where) })
        if (command.text === null)
          return (
            <p className="mt-1 text-ink2">
              <Inline text={command.none ?? ''} />
            </p>
          )
        return (
          <>
            {deletes && (
              <label className="screen-only mt-2 flex min-h-11 items-center gap-3 font-semibold text-danger">
                <input
                  type="checkbox"
                  className="size-5 accent-danger"
                  checked={backedUp}
                  onChange={(event) => setBackedUp(event.target.checked)}
                />
                I have a backup
              </label>
            )}
            <CommandBlock shown={shown(command.text)} what={what} locked={deletes && !backedUp} />
            {command.otherwise.map(({ when, text }) => (
              <div key={when} className="mt-3">
                <p className="text-sm text-ink2">
                  Or, if <Inline text={when} />:
                </p>
                <CommandBlock shown={shown(text)} what={`${what}, the other form`} locked={deletes && !backedUp} quiet />
              </div>
            ))}
          </>
        )
      }}
    </PerEnvironment>
  )
}
