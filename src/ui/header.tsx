import { themes, type Theme } from '../engine/address.ts'
import { EnvironmentMenu, InstallSwitch } from './environment.tsx'
import { LogoIcon, ThemeIcon } from './icons.tsx'
import { useHref, useSession, useSite } from './session-context.tsx'

const themeNames: Record<Theme, string> = { auto: 'as the system', light: 'light', dark: 'dark' }

export function Header() {
  const href = useHref()
  return (
    <header className="sticky top-0 z-10 border-b border-line bg-page print:static">
      <div className="flex min-h-14 items-center gap-2 px-4 py-1.5 sm:gap-4 wide:px-6">
        <a href={href({})} className="mr-auto flex min-h-11 min-w-0 items-center gap-2 leading-tight font-bold tracking-tight text-ink">
          <span className="text-accent">
            <LogoIcon />
          </span>
          <span>
            <span className="max-md:sr-only">OpenClaw </span>Gateway Flowchart
          </span>
        </a>
        <InstallSwitch />
        <EnvironmentMenu />
        <nav aria-label="Site" className="screen-only flex items-center gap-1">
          <a href={href({})} className="flex min-h-11 items-center px-2 text-sm text-ink2 hover:text-ink hover:underline max-md:hidden">
            All errors
          </a>
          <ThemeButton />
        </nav>
      </div>
    </header>
  )
}

function ThemeButton() {
  const { session } = useSite()
  const theme = useSession(({ context }) => context.theme)
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto'
  return (
    <button
      type="button"
      title={`Theme: ${themeNames[theme]}`}
      aria-label={`Theme: ${themeNames[theme]}. Change to ${themeNames[next]}`}
      onClick={() => session.send({ type: 'SET_THEME', theme: next })}
      className="needs-script flex size-11 cursor-pointer items-center justify-center rounded-sm text-ink2 hover:bg-surface hover:text-ink"
    >
      <ThemeIcon />
    </button>
  )
}
