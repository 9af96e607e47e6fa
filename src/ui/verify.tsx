import type { Verify } from '../../flows/flow.ts'
import { expectationOf, shellOf } from '../engine/step.ts'
import { CommandBlock, formOf } from './command.tsx'
import { PerEnvironment } from './per-environment.tsx'

/** The proof of a fix: what to run, and the lines that say it worked. */
export function VerifyBlock({ verify }: { verify: Verify }) {
  const { run, where } = verify
  return (
    <section aria-labelledby="verify" className="keep-together mt-10 border-t border-line pt-6">
      <h2 id="verify" className="text-xl font-bold tracking-tight">
        Did it work?
      </h2>
      <PerEnvironment of={(env) => formOf(run, where, env)} lasting titled>
        {({ command: { text, language }, place }, env) =>
          text !== null && <CommandBlock shown={{ text, place, language, shell: shellOf(env, where) }} what="the check that it worked" />
        }
      </PerEnvironment>
      <PerEnvironment of={(env) => expectationOf(verify, env)} titled>
        {({ expect, empty, within }) => (
          <div className="mt-3">
            {empty ? (
              <p>It worked when this prints nothing.</p>
            ) : (
              <>
                <p>
                  It worked when this prints{expect.length > 1 && ' all of'}
                  {within !== undefined &&
                    within >= 30 &&
                    `, after up to ${within < 120 ? `${within} seconds` : `${Math.round(within / 60)} minutes`}`}
                  :
                </p>
                <ul className="mt-1 space-y-1">
                  {expect.map((line) => (
                    <li key={line}>
                      <samp className="inline-block rounded-sm bg-oksoft px-2 py-0.5 font-mono text-sm wrap-anywhere text-ink ring-1 ring-ok ring-inset">
                        {line}
                      </samp>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        )}
      </PerEnvironment>
    </section>
  )
}
