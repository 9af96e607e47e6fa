import type { Env } from '../../flows/flow.ts'
import { useSession, useSite } from './session-context.tsx'

type RadiosProps<K extends keyof Env> = {
  name: string
  field: K
  values: readonly Env[K][]
  names: Partial<Record<string, string>>
  className: string
}

/** One dimension of the environment as a radio group; `name` tells two groups of the same page apart. */
export function EnvironmentRadios<K extends keyof Env>({ name, field, values, names, className }: RadiosProps<K>) {
  const { session } = useSite()
  const current = useSession(({ context }) => context.env[field])
  return (
    <div className={className}>
      {values.map((value) => (
        <label
          key={value}
          className="flex min-h-9 cursor-pointer items-center px-3 text-sm first:rounded-l-[5px] last:rounded-r-[5px] hover:bg-surface has-checked:bg-ink has-checked:font-semibold has-checked:text-page has-focus-visible:outline-3 has-focus-visible:outline-accent max-md:min-h-11"
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={value}
            checked={current === value}
            onChange={() => session.send({ type: 'SET_ENV', env: { [field]: value } })}
          />
          {names[value] ?? value}
        </label>
      ))}
    </div>
  )
}
