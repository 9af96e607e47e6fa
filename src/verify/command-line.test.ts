import { expect, test } from 'vitest'
import type { Shell } from '../engine/fill.ts'
import { parseCommands } from './command-line.ts'
import { startedBy } from './unwrap.ts'

const callsOf = (text: string, shell: Shell) =>
  parseCommands(text, shell)
    .calls.filter((call) => call.length > 0)
    .map((call) => call.map((word) => word.text).join(' '))
const programsIn = (text: string, shell: Shell) =>
  startedBy(text, shell).map(({ program, args }) => [program, ...args.map(({ text: said }) => said)].join(' '))

test.each([
  ['a b; c && d || e | f & g', ['a b', 'c', 'd', 'e', 'f', 'g']],
  ['a "b c" \'d e\' f\\ g', ['a b c d e f g']],
  ['NAME=value a', ['a']],
  ['export X="$(openssl rand -hex 32)"', ['export X=', 'openssl rand -hex 32']],
  ['a > file 2>&1 >> other', ['a']],
  ["cat > file <<'EOF'\nopenclaw nothing\nEOF\nb", ['cat', 'b']],
  ['a # b\nc', ['a', 'c']],
  ['a <port> b', ['a <port> b']],
  ['if a; then b; fi', ['a', 'b']],
  ["echo ${#NAME}; a 'x;y'", ['echo ', 'a x;y']],
  ['a \\\n  b', ['a b']],
])('POSIX: %s', (text, calls) => {
  expect(callsOf(text, 'posix')).toEqual(calls)
})

test.each([
  ["$env:X = 'a b'; c", ['$env:X', 'a b', 'c']],
  ['Get-X | ForEach-Object { Get-Y -Id $_.Id }', ['Get-X', 'ForEach-Object ', 'Get-Y -Id $_.Id']],
  ['docker inspect (docker compose ps -aq x)', ['docker inspect ', 'docker compose ps -aq x']],
  ["Get-WinEvent -FilterHashtable @{LogName='System'; Id=2004} -MaxEvents 5", ['Get-WinEvent -FilterHashtable @ -MaxEvents 5']],
  ['a "it `"is`" $x" \'it\'\'s\'', ['a it "is" $x it\'s']],
  ["& 'C:\\a b.exe' c", ['C:\\a b.exe c']],
])('PowerShell: %s', (text, calls) => {
  expect(callsOf(text, 'powershell')).toEqual(calls)
})

test.each([
  ["a 'b", 'posix', "a ' is missing"],
  ['a "b', 'powershell', 'a " is missing'],
  ['a (b', 'powershell', 'a “)” is missing'],
  ['a )', 'powershell', 'a “)” closes nothing'],
  ['cat <<EOF\nb', 'posix', 'the text that ends at “EOF” does not end'],
] as const)('%s cannot be read', (text, shell, problem) => {
  expect(parseCommands(text, shell).problems).toContain(problem)
})

test.each([
  ['sudo -u root openclaw doctor --fix', 'posix', ['openclaw doctor --fix']],
  [
    "wsl -e bash -lic 'openclaw gateway probe'",
    'powershell',
    ['wsl -e bash -lic openclaw gateway probe', 'bash -lic openclaw gateway probe', 'openclaw gateway probe'],
  ],
  ['node dist/index.js health', 'posix', ['node dist/index.js health', 'openclaw health']],
  ['podman exec openclaw openclaw health', 'posix', ['podman exec openclaw openclaw health', 'openclaw health']],
  ['pm2 start openclaw --name one -- gateway run', 'posix', ['pm2 start openclaw --name one -- gateway run', 'openclaw gateway run']],
] as const)('%s starts %s programs', (text, shell, programs) => {
  expect(programsIn(text, shell)).toEqual(programs)
})
