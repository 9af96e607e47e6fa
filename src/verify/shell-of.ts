import type { Env, Where } from '../../flows/flow.ts'
import type { Shell } from '../engine/fill.ts'
import { shellOf } from '../engine/step.ts'

/** What only PowerShell starts a line with, or holds anywhere. */
const windowsOnly = /^(\[|\(Get-|[A-Z][a-z]+-[A-Z]\w+|(curl|wsl|caddy)\.exe\b|\.\\|netsh |wsl |schtasks |w32tm |notepad )|\$env:/m

/**
 * The shell a text is for. A step may be for the Windows beside WSL, or for a client that runs another system than the gateway: then
 * the text itself tells.
 */
export const shellOfText = (text: string, env: Env, where?: Where): Shell => (windowsOnly.test(text) ? 'powershell' : shellOf(env, where))

const posixVariable = /"\$[A-Z]|^export /m
/** The same for a second form, which may be for a terminal of either kind. */
export const shellOfOtherwise = (text: string, env: Env, where?: Where): Shell =>
  posixVariable.test(text) ? 'posix' : shellOfText(text, env, where)
