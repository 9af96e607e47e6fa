import type { Env, Step } from '../../flows/flow.ts'
import { filledText, missingIn } from '../engine/fill.ts'
import { commandFor, shellOf, whereOf } from '../engine/step.ts'
import { CopyButton } from './copy-button.tsx'
import { PerEnvironment } from './per-environment.tsx'
import { useSession } from './session-context.tsx'

/** All shell commands of a fix in order, without those that delete data: they are copied one by one, after the backup. */
export function CopyAll({ steps, bar = false }: { steps: readonly Step[]; bar?: boolean }) {
  const values = useSession(({ context }) => context.values)
  const typedIn = (env: Env) =>
    steps.flatMap((step) => {
      const { text, language } = commandFor(step.run, env)
      const onHost = whereOf(step) === 'host'
      return text !== null && language === 'shell' && onHost && step.risk !== 'deletes-data' ? [text] : []
    })
  return (
    <PerEnvironment of={typedIn}>
      {(typed, env) => {
        const all = typed.join('\n')
        return (
          typed.length > 1 && (
            <CopyButton
              text={filledText(all, values, shellOf(env))}
              what={`all ${typed.length} steps`}
              missing={missingIn(all, values)}
              label="Copy all steps"
              className={
                bar
                  ? 'min-h-12 flex-1 bg-accent px-4 text-onaccent'
                  : 'mt-4 ml-10 min-h-11 border border-strong px-4 hover:border-accent hover:bg-accentsoft max-wide:hidden'
              }
            />
          )
        )
      }}
    </PerEnvironment>
  )
}
