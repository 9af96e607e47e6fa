import { useEffect, useRef, type ReactNode } from 'react'
import { installs, newest, oses, releases } from '../../flows/flow.ts'
import { installNames, osNames } from '../engine/environment.ts'
import { EnvironmentRadios } from './environment-radios.tsx'
import { PerEnvironment } from './per-environment.tsx'

/** The one question about the install, on wide screens always in sight. */
export function InstallSwitch() {
  return (
    <fieldset className="screen-only needs-script hidden rounded-sm border border-strong md:flex">
      <legend className="sr-only">How do you run OpenClaw?</legend>
      <EnvironmentRadios field="install" values={installs} names={installNames} className="flex" />
    </fieldset>
  )
}

/** System and release (and, on a phone, the install) behind one button that names what is set. */
export function EnvironmentMenu() {
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
    <details ref={menu} className="screen-only needs-script relative">
      <summary className="flex min-h-11 items-center gap-1 rounded-sm border border-strong px-3 text-sm font-semibold md:min-h-9">
        <span className="sr-only">Your setup: </span>
        <span className="md:hidden">
          <PerEnvironment of={({ install }) => installNames[install]} as="span">
            {(name) => name}
          </PerEnvironment>
        </span>
        <span className="max-md:hidden">
          <PerEnvironment of={({ os, release }) => `${osNames[os]}, ${release}`} as="span">
            {(name) => name}
          </PerEnvironment>
        </span>
        <span aria-hidden="true">▾</span>
      </summary>
      <div className="absolute right-0 z-20 mt-1 w-72 space-y-4 rounded-md border border-strong bg-raised p-4 shadow-lg">
        <EnvironmentGroups installClass="md:hidden" />
      </div>
    </details>
  )
}

/** All that can be said of a setup. */
export const EnvironmentGroups = ({ installClass = '' }: { installClass?: string }) => (
  <>
    <Group legend="How do you run OpenClaw?" className={installClass}>
      <EnvironmentRadios field="install" values={installs} names={installNames} className="flex flex-col" />
    </Group>
    <Group legend="Where do you type the commands?">
      <EnvironmentRadios field="os" values={oses} names={osNames} className="flex flex-col" />
    </Group>
    <Group legend="Which OpenClaw do you run?">
      <EnvironmentRadios
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
  </>
)

function Group({ legend, className = '', children }: { legend: string; className?: string; children: ReactNode }) {
  return (
    <fieldset className={className}>
      <legend className="mb-1 text-sm font-semibold">{legend}</legend>
      {children}
    </fieldset>
  )
}
