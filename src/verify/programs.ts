import type { Shell } from '../engine/fill.ts'
import { parseCommands, type Call } from './command-line.ts'

/**
 * Programs whose commands `npm run verify` reads against captured facts (openclaw, docker), and the tools that a system comes with: of those
 * the shell's reading of the line is checked. PowerShell's cmdlets are known by name.
 */
const checked = new Set(
  `openclaw docker
  cat cd chmod chown command cp curl curl.exe cut date df du echo env export find free getent grep head id kill ls lsof mkdir mv nano npm
  npm.cmd node nslookup openssl ping printenv printf ps pwd read rm rmdir sh bash source ssh ssh-copy-id ss stat tail tar test touch tr true
  unset uptime wc which whoami hostname sort umask uname dmesg hash ip pgrep tee top
  notepad tar.exe ssh.exe where.exe`.split(/\s+/),
)
const cmdlet = /^[A-Z][A-Za-z]+-[A-Z][A-Za-z]+$/

/** Programs that run what stands behind them. */
const prefixes = new Set(['sudo', 'exec', 'nohup', 'time'])

/** What a call starts: `undefined` for an expression of PowerShell and for a call without words. */
export function programOf(call: Call, shell: Shell): string | undefined {
  const [first] = call.slice(skipped(call))
  if (!first || first.text === '' || /^[({]/.test(first.text)) return undefined
  if (shell === 'powershell' && (first.quoted || /^[$[@\d-]/.test(first.text))) return undefined
  return first.text
}

/** How many words stand before the program: `sudo -u root`, `env NAME=value`. */
export function skipped(call: Call): number {
  let from = 0
  while (prefixes.has(call[from]?.text ?? '')) {
    from++
    while (call[from]?.text.startsWith('-')) from += /^-[ugpCDRThr]$/.test(call[from]!.text) ? 2 : 1
  }
  return from
}

/** The programs of a text that are known by the docs of their makers only. */
export function uncheckedIn(text: string, shell: Shell): string[] {
  const names = parseCommands(text, shell).calls.flatMap((call) => programOf(call, shell) ?? [])
  const unknown = names.filter((name) => !checked.has(name) && !(shell === 'powershell' && cmdlet.test(name)))
  return [...new Set(unknown.map((name) => name.split(/[/\\]/).at(-1) ?? name))]
}
