import { useEffect, useId, useRef } from 'react'
import type { Env } from '../../flows/flow.ts'
import { PerEnvironment } from './per-environment.tsx'
import { useSite } from './session-context.tsx'

type RadiosProps<K extends keyof Env> = {
  field: K
  values: readonly Env[K][]
  names: Partial<Record<string, string>>
  className: string
}

/** One dimension of the environment as a radio group. */
export function EnvironmentRadios<K extends keyof Env>(props: RadiosProps<K>) {
  return <PerEnvironment of={(env) => env[props.field]}>{(value) => <Radios {...props} current={value} />}</PerEnvironment>
}

function Radios<K extends keyof Env>({ field, values, names, className, current }: RadiosProps<K> & { current: Env[K] }) {
  const { session } = useSite()
  // A page holds several groups, a built one of each for every setup.
  const name = useId()
  const group = useRef<HTMLDivElement>(null)
  // What was chosen before the script took over counts.
  useEffect(() => {
    const early = values.find((value) => value === group.current?.querySelector<HTMLInputElement>(':checked')?.value)
    if (early !== undefined && early !== current) session.send({ type: 'SET_ENV', env: { [field]: early } })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only what is there at first
  }, [])
  return (
    <div ref={group} className={className}>
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
