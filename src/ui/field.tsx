import { useId, type ReactNode } from 'react'

const box = 'mt-1 min-h-11 w-full rounded-sm border border-strong bg-page px-3 text-base text-ink'

/** A field under its label; `children` draws it with the id that joins the two. */
export function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {children(id)}
    </div>
  )
}

type SelectProps = {
  label: string
  value: string
  /** Value and words of each. */
  options: readonly (readonly [string, string])[]
  onChange: (value: string) => void
}

/** One of several, from a list. */
export function SelectField({ label, value, options, onChange }: SelectProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)} className={box}>
          {options.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

type NumberProps = { label: string; value: number; least: number; most: number; onChange: (value: number) => void }

/** A whole number within bounds; what is out of them while it is typed is not taken. */
export function NumberField({ label, value, least, most, onChange }: NumberProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          type="number"
          min={least}
          max={most}
          step={20}
          defaultValue={value}
          onChange={({ target: { valueAsNumber: given } }) => given >= least && given <= most && onChange(Math.round(given))}
          className={box}
        />
      )}
    </Labelled>
  )
}
