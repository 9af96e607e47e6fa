import { useEffect, useRef, type ReactNode } from 'react'
import { installs, newest, oses, releases, type Env } from '../../flows/flow.ts'
import { installHints, installNames, osNames } from '../engine/environment.ts'
import { useSession, useSite } from './session-context.tsx'

/** The one question about the install, on wide screens always in sight. */
export function InstallSwitch() {
  return (
    <fieldset className="screen-only hidden rounded-sm border border-strong md:flex">
      <legend className="sr-only">How do you run OpenClaw?</legend>
      <Radios name="install" field="install" values={installs} names={installNames} className="flex" />
    </fieldset>
  )
}

/** System and release (and, on a phone, the install) behind one button that names what is set. */
export function EnvironmentMenu() {
  const env = useSession(({ context }) => context.env)
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const outside = event instanceof MouseEvent && event.target instanceof Node && !menu.current?.contains(event.target)
      const escape = event instanceof KeyboardEvent && event.key === 'Escape' && menu.current?.open
      if (!menu.current || !(outside || escape)) return
      menu.current.open = false
      if (escape) menu.current.querySelector('summary')?.focus()
    }
    document.addEventListener('click', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('click', close)
      document.removeEventListener('keydown', close)
    }
  }, [])
  return (
    <details ref={menu} className="screen-only relative">
      <summary className="flex min-h-11 items-center gap-1 rounded-sm border border-strong px-3 text-sm font-semibold md:min-h-9">
        <span className="sr-only">Your setup: </span>
        <span className="md:hidden">{installNames[env.install]}</span>
        <span className="max-md:hidden">
          {osNames[env.os]}, {env.release}
        </span>
        <span aria-hidden="true">▾</span>
      </summary>
      <div className="absolute right-0 z-20 mt-1 w-72 space-y-4 rounded-md border border-strong bg-raised p-4 shadow-lg">
        <Group legend="How do you run OpenClaw?" className="md:hidden">
          <Radios name="menu-install" field="install" values={installs} names={installNames} className="flex flex-col" />
        </Group>
        <Group legend="Where do you type the commands?">
          <Radios name="os" field="os" values={oses} names={osNames} className="flex flex-col" />
        </Group>
        <Group legend="Which OpenClaw do you run?">
          <Radios
            name="release"
            field="release"
            values={releases.toReversed()}
            names={Object.fromEntries(
              releases.map((release) => [release, release === newest ? `${release} or newer` : `${release} or near it`]),
            )}
            className="flex flex-col"
          />
          <p className="mt-2 text-sm text-ink2">
            <code className="font-mono">openclaw --version</code> tells. Not sure? Keep the newest.
          </p>
        </Group>
      </div>
    </details>
  )
}

/** The same question in the reading column, until somebody answered it once. */
export function AskInstall() {
  const { session } = useSite()
  const asked = useSession(({ context }) => context.chosen.install === undefined)
  if (!asked) return null
  return (
    <section aria-labelledby="ask-install" className="screen-only mb-6 rounded-md border border-accent bg-accentsoft p-4">
      <h2 id="ask-install" className="font-semibold">
        How do you run OpenClaw?
      </h2>
      <p className="text-sm text-ink2">Asked once: all commands follow your answer.</p>
      <div className="mt-3 grid gap-2 sm:grid-cols-3">
        {installs.map((install) => (
          <button
            key={install}
            type="button"
            onClick={() => session.send({ type: 'SET_ENV', env: { install } })}
            className="min-h-12 cursor-pointer rounded-md border border-strong bg-raised px-3 py-2 text-left hover:border-accent"
          >
            <span className="block font-semibold">{installNames[install]}</span>
            <span className="block text-sm text-ink2">{installHints[install]}</span>
          </button>
        ))}
      </div>
    </section>
  )
}

function Group({ legend, className = '', children }: { legend: string; className?: string; children: ReactNode }) {
  return (
    <fieldset className={className}>
      <legend className="mb-1 text-sm font-semibold">{legend}</legend>
      {children}
    </fieldset>
  )
}

type RadiosProps<K extends keyof Env> = {
  name: string
  field: K
  values: readonly Env[K][]
  names: Partial<Record<string, string>>
  className: string
}

function Radios<K extends keyof Env>({ name, field, values, names, className }: RadiosProps<K>) {
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
