import type { Env } from '../../flows/flow.ts'
import { parameters, type Parameter, type ParameterName } from '../../flows/parameters.ts'
import { placeholdersIn } from '../engine/fill.ts'
import { commandFor, stepsOf } from '../engine/step.ts'
import { Labelled } from './field.tsx'
import { Inline } from './prose.tsx'
import { PerEnvironment } from './per-environment.tsx'
import { useSession, useSite } from './session-context.tsx'

/** The values only the reader knows, asked once above the commands and filled in everywhere. */
export function Parameters() {
  const meta = useSession(({ context }) => context.place?.node.meta)
  if (!meta) return null
  const runs = [...stepsOf(meta).map(({ run }) => run), ...(meta.kind === 'fix' ? [meta.verify.run] : [])]
  const namesIn = (env: Env) => {
    const texts = runs.flatMap((run) => {
      const { text, otherwise } = commandFor(run, env)
      return [text ?? '', ...otherwise.map((other) => other.text)]
    })
    return placeholdersIn(texts.join('\n')).filter((name): name is ParameterName => Object.hasOwn(parameters, name))
  }
  return <PerEnvironment of={namesIn}>{(names) => names.length > 0 && <Fields names={names} />}</PerEnvironment>
}

function Fields({ names }: { names: readonly ParameterName[] }) {
  return (
    <fieldset className="screen-only needs-script mb-5 rounded-md border border-line bg-surface px-4 pt-2 pb-4">
      <legend className="px-1 text-sm font-semibold">Fill in once</legend>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {names.map((name) => (
          <Field key={name} name={name} />
        ))}
      </div>
    </fieldset>
  )
}

function Field({ name }: { name: ParameterName }) {
  const { session } = useSite()
  const value = useSession(({ context }) => context.values[name] ?? '')
  const { label, hint, pattern, fallback }: Parameter = parameters[name]
  const wrong = value.trim() !== '' && !pattern.test(value.trim())
  return (
    <Labelled label={label}>
      {(id) => (
        <>
          <input
            id={id}
            type="text"
            value={value}
            placeholder={fallback ?? `<${name}>`}
            onChange={(event) => session.send({ type: 'FILL', name, value: event.target.value })}
            aria-describedby={`${id}-hint`}
            aria-invalid={wrong || undefined}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="mt-1 min-h-11 w-full rounded-sm border border-strong bg-page px-3 font-mono text-base text-ink placeholder:text-ink3 aria-invalid:border-2 aria-invalid:border-danger"
          />
          <p id={`${id}-hint`} className={`mt-0.5 text-sm ${wrong ? 'font-semibold text-danger' : 'text-ink2'}`}>
            {wrong ? 'This does not look right, so it is not filled in. ' : ''}
            <Inline text={hint} />
          </p>
        </>
      )}
    </Labelled>
  )
}
