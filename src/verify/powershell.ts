import { parseCommands, type Call } from './command-line.ts'
import { programOf } from './programs.ts'

/**
 * What Windows PowerShell 5.1 refuses or understands differently. There is no parser on npm to ask: the grammar of tree-sitter, the only one
 * that is kept up, refuses 43 of the 830 lines that families type, all of them right (`Select-Object Id, Path`, `--tail=20`).
 */
export function powershellProblems(text: string): string[] {
  const { calls, problems } = parseCommands(text, 'powershell')
  return [...problems.map((problem) => `PowerShell: ${problem}`), ...textProblems(text), ...calls.flatMap(callProblems)]
}

/** Outside quotes. */
const traps: readonly (readonly [RegExp, string])[] = [
  [/&&|\|\|/, 'PowerShell 5.1 knows no && and ||: write separate lines'],
  [/(^|\s)~(?=[/\\]|\s|$)/, 'PowerShell hands ~ to a program as it stands: use $env:USERPROFILE'],
  [/(^|[;|({]\s*)(curl|wget)\s/m, 'curl is another command in PowerShell: use curl.exe'],
  [/(^|[;|({]\s*)(sudo|export|unset|grep|head|tail|sed|awk|nano|printf|which)\s/m, 'no such command in PowerShell'],
  [/\/dev\/null/, 'Windows has no /dev/null'],
  [/\\$/m, 'a backslash joins no lines in PowerShell: use `'],
  [/(^|[;|({]\s*)[A-Z_]+=\S/m, 'PowerShell sets a variable by $env:NAME = value'],
  [/[^\d>]>>?\s*(?!\$null)[\w.$"']/, 'PowerShell 5.1 writes UTF-16 by >: use Set-Content or Out-File -Encoding ascii'],
]
/** What a program of Windows is never given by this name: PowerShell holds another value under it, or none. */
const ownVariables = /\$(?!env:|_\b|true\b|false\b|null\b|\()([A-Za-z]\w*)/g

function textProblems(text: string): string[] {
  const bare = text.replaceAll(/'(?:[^']|'')*'|"(?:[^"`]|`.)*"|<[A-Za-z]+>/g, (quoted) => (quoted.startsWith('<') ? 'value' : '""'))
  const problems = traps.filter(([trap]) => trap.test(bare)).map(([, why]) => why)
  const assigned = new Set([...text.matchAll(/\$([A-Za-z]\w*)\s*=/g)].map(([, name]) => name!))
  const expandable = text.replaceAll(/'(?:[^']|'')*'/g, "''")
  const unset = [...expandable.matchAll(ownVariables)].map(([, name]) => name!).filter((name) => !assigned.has(name))
  return [...problems, ...[...new Set(unset)].map((name) => `$${name} is empty in PowerShell: an environment variable is $env:${name}`)]
}

const cmdlet = /^[A-Z][A-Za-z]+-[A-Z][A-Za-z]+$/

function callProblems(call: Call): string[] {
  const program = programOf(call, 'powershell')
  if (program === undefined) return []
  if (cmdlet.test(program)) return knownCmdlets.has(program) ? [] : [`${program} is no cmdlet that Windows comes with`]
  const words = call.slice(1)
  return [
    ...words
      .filter(({ text, quoted }) => quoted && text.includes('"'))
      .map(({ text }) => `PowerShell 5.1 drops the inner quotes of ${text}`),
    ...words.filter(({ text, quoted, dynamic }) => quoted && !dynamic && text === '').map(() => 'PowerShell 5.1 drops an empty argument'),
  ]
}

/** Cmdlets of Windows 10 and 11 that the families use (learn.microsoft.com). */
const knownCmdlets = new Set(
  `Add-Content Copy-Item Disable-ScheduledTask ForEach-Object Format-List Get-Acl Get-ChildItem Get-CimInstance Get-Command Get-Content Get-Date Get-NetFirewallRule
  Get-NetIPAddress Get-NetTCPConnection Get-Process Get-ScheduledTask Get-WinEvent Move-Item New-Item New-NetFirewallRule
  New-ScheduledTaskAction New-ScheduledTaskTrigger New-TimeSpan Read-Host Register-ScheduledTask Remove-Item Select-Object Select-String
  Set-Content Set-ExecutionPolicy Sort-Object Start-Process Start-ScheduledTask Start-Service Stop-Process Stop-ScheduledTask
  Test-NetConnection Test-Path Where-Object`.split(/\s+/),
)
