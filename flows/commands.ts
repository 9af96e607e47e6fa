import type { Commands, Install, Os, Release, Typed, Variants, Verify } from './flow.ts'

/** What the official Compose file and image call things (docs.openclaw.ai/install/docker). */
const gatewayService = 'openclaw-gateway'
const statePath = '/home/node/.openclaw'
/** The image of 2026.2.24 has no `openclaw` on PATH; its working directory is the program's. */
const entry = 'node dist/index.js'
/** A one-off container on the gateway service: needs no running gateway, shares its mounts. Ran on both releases. */
const composeOnce = `docker compose run --rm --no-deps --entrypoint node ${gatewayService} dist/index.js`

/** The same text on POSIX systems, another one in PowerShell. */
export const shells = (posix: string | null, powershell: string | null): Record<Os, string | null> => ({
  linux: posix,
  macos: posix,
  windows: powershell,
})

/** The same text on every install and system, for example an address to open. */
export const everywhere = (text: Typed): Commands => ({ native: text, compose: text, container: text })

/** Hand-written variants, for what truly differs. Missing installs have nothing to type: `none` says why. */
export const variants = (forms: Partial<Variants>, more: Omit<Commands, Install> = {}): Commands => ({
  native: forms.native ?? null,
  compose: forms.compose ?? null,
  container: forms.container ?? null,
  ...more,
})

/** Only on a native install, the same on every system unless `text` says otherwise; `why` tells Docker users what to do instead. */
export const nativeOnly = (text: Typed, why: string): Commands => ({
  native: text,
  compose: null,
  container: null,
  none: { compose: why, container: why },
})

/** Only in Docker; `why` is for a native install. */
export const dockerOnly = (compose: Typed, container: Typed, why: string): Commands => ({
  native: null,
  compose,
  container,
  none: { native: why },
})

/** The same commands without the installs that need none of it; `none` says why, for each of them. */
export function without(commands: Commands, none: Partial<Record<Install, string>>): Commands {
  const nothing: Partial<Variants> = Object.fromEntries(Object.keys(none).map((install) => [install, null]))
  const less = <T extends Variants & Pick<Commands, 'earlier'>>(run: T): T => ({
    ...run,
    ...nothing,
    ...(run.earlier && {
      earlier: Object.fromEntries(Object.entries(run.earlier).map(([release, forms]) => [release, { ...forms, ...nothing }])),
    }),
  })
  return {
    ...less(commands),
    none: { ...commands.none, ...none },
    ...(commands.otherwise && {
      otherwise: commands.otherwise
        .map(({ when, run }) => ({ when, run: less(run) }))
        .filter(({ run }) => run.native !== null || run.compose !== null || run.container !== null),
    }),
  }
}

/** The forms of one release, to put beside those of another command. */
export const formsOf = (release: Release, { native, compose, container, earlier }: Commands): Variants => ({
  native,
  compose,
  container,
  ...earlier?.[release],
})

/** Typed on the machine of a client, which may run another system than the gateway's. */
export const onTheClient = (forms: Record<Os, string>): Commands => {
  const windows: Typed = { linux: forms.windows, macos: forms.windows, windows: null }
  return {
    ...everywhere(forms),
    otherwise: [{ when: 'that machine runs Windows', run: { native: windows, compose: windows, container: windows } }],
  }
}

/**
 * A call of OpenClaw's CLI while the gateway runs: in Compose 2026.9.6 starts a stopped one for it (depends_on). `asks`: the command asks questions, so the container form gets a terminal.
 * 2026.2.24: openclaw-cli has its own network there and cannot reach the gateway (close code 1006), so exec is used.
 */
export function cli(args: string, { asks = false } = {}): Commands {
  const exec = asks ? 'docker exec -it' : 'docker exec'
  return {
    native: `openclaw ${args}`,
    compose: `docker compose run --rm openclaw-cli ${args}`,
    container: `${exec} <container> openclaw ${args}`,
    earlier: {
      '2026.2.24': {
        compose: `docker compose exec ${gatewayService} ${entry} ${args}`,
        container: `${exec} <container> ${entry} ${args}`,
      },
    },
  }
}

/** A call of OpenClaw's CLI while the gateway is down or restarting in a loop: one-off containers with the same mounts. */
export function offline(args: string, { asks = false } = {}): Commands {
  const run = asks ? 'docker run --rm -it' : 'docker run --rm'
  return {
    native: `openclaw ${args}`,
    compose: `${composeOnce} ${args}`,
    container: `${run} -v <volume>:${statePath} <image> openclaw ${args}`,
    earlier: { '2026.2.24': { container: `${run} -v <volume>:${statePath} <image> ${entry} ${args}` } },
  }
}

/** Another program in a one-off container on the same state, for example `chown` as root. */
export const onState = (program: string, args: string, { asRoot = false } = {}): Pick<Commands, 'compose' | 'container'> => ({
  compose: `docker compose run --rm --no-deps ${asRoot ? '--user root ' : ''}--entrypoint ${program} ${gatewayService} ${args}`,
  container: `docker run --rm ${asRoot ? '-u root ' : ''}-v <volume>:${statePath} --entrypoint ${program} <image> ${args}`,
})

/** A program inside the gateway's container, and its native counterpart. */
export const inside = (native: Typed, program: string): Commands => ({
  native,
  compose: `docker compose exec ${gatewayService} ${program}`,
  container: `docker exec <container> ${program}`,
})

/** A call of the CLI where the gateway runs, on both releases. It starts no container, so it tells the truth about one that is down. */
export const direct = (args: string): Commands => inside(`openclaw ${args}`, `${entry} ${args}`)

/** Whether the gateway runs, asked without touching it. */
export const runState: Commands = {
  native: 'openclaw gateway status',
  compose: `docker compose ps -a ${gatewayService}`,
  container: 'docker ps -a --filter name=<container>',
}

const foreground =
  'the gateway is not installed as a service: press Ctrl+C in the terminal it runs in, then start it there again. 2026.2.24 may have restarted itself by then: “already running” or “already listening” is fine there'
const notInstalled = 'the gateway is not installed as a service (“Gateway service disabled.”): run it in a terminal and leave that open'
const only = (native: Typed): Variants => ({ native, compose: null, container: null })

/** Restarts the gateway. Does not apply a changed `.env` or port mapping: that takes `recreate`. */
export const restart: Commands = {
  native: 'openclaw gateway restart',
  compose: `docker compose restart ${gatewayService}`,
  container: 'docker restart <container>',
  otherwise: [{ when: foreground, run: only('openclaw gateway run') }],
}

/** Starts a gateway that is down. */
export const start: Commands = {
  native: 'openclaw gateway start',
  compose: `docker compose up -d ${gatewayService}`,
  container: 'docker start <container>',
  otherwise: [{ when: notInstalled, run: only('openclaw gateway run') }],
}

/** Brings up a gateway that failed: also one that its container restarts in a loop, and one that `gateway restart` finds no process of. */
export const bringUp: Commands = { ...start, container: restart.container }

/** Stops the gateway in order. In Docker never by `kill` or `rm -f`: 2026.9.6 then waits 5 minutes for the dead owner's lease. */
export const stop: Commands = {
  native: 'openclaw gateway stop',
  compose: `docker compose stop ${gatewayService}`,
  container: 'docker stop <container>',
  otherwise: [
    {
      when: 'the gateway is not installed as a service: press Ctrl+C in its terminal. Without that terminal find it by its port (openclaw, node or MainThread), then end that process',
      run: only({
        linux: 'ss -ltnp | grep :<port>\nkill <pid>',
        macos: 'lsof -nP -iTCP:<port> -sTCP:LISTEN\nkill <pid>',
        windows:
          'Get-NetTCPConnection -LocalPort <port> -State Listen | ForEach-Object { Get-Process -Id $_.OwningProcess }\nStop-Process -Id <pid>',
      }),
    },
  ],
}

/** The last `lines` of the gateway's log. Native: needs a running gateway on 2026.2.24. */
export const logs = (lines: number): Commands => ({
  native: `openclaw logs --limit ${lines}`,
  compose: `docker compose logs --tail=${lines} ${gatewayService}`,
  container: `docker logs --tail ${lines} <container>`,
})

/** What the gateway printed last, also while it is down. Linux and macOS read the service's own log. */
export const lastWords: Commands = {
  ...logs(200),
  native: {
    linux: 'journalctl --user -u openclaw-gateway.service -n 200 --no-pager',
    macos: 'tail -n 200 ~/Library/Logs/openclaw/gateway.log',
    windows: 'openclaw logs --limit 200',
  },
  earlier: {
    '2026.2.24': {
      native: {
        linux: 'journalctl --user -u openclaw-gateway.service -n 200 --no-pager',
        macos: 'tail -n 200 ~/.openclaw/logs/gateway.log ~/.openclaw/logs/gateway.err.log',
        windows: 'Get-Content <logFile> -Tail 200',
      },
    },
  },
  otherwise: [
    {
      when: 'the gateway is not installed as a service: its terminal shows the lines, and the file that `openclaw gateway status` names under “File logs” holds most of them',
      run: only(shells('tail -n 200 <logFile>', 'Get-Content <logFile> -Tail 200')),
    },
  ],
}

/** Follows the gateway's log until Ctrl+C. */
export const follow: Commands = {
  native: 'openclaw logs --follow',
  compose: `docker compose logs -f ${gatewayService}`,
  container: 'docker logs -f <container>',
}

/** `docker run` of the gateway as the docs show it, its token taken from the shell's environment. */
export const runContainer = (hostPort = '<port>') =>
  `docker run -d --name <container> --restart unless-stopped -p 127.0.0.1:${hostPort}:18789 -v <volume>:${statePath} -e OPENCLAW_GATEWAY_TOKEN <image>`

/** Applies a changed `.env`, port, mount or image: the container is made anew, its state stays in the mount. */
export const recreate = (hostPort?: string): Commands => ({
  native: null,
  compose: `docker compose up -d ${gatewayService}`,
  container: ['docker stop <container>', 'docker rm <container>', runContainer(hostPort)].join('\n'),
  none: { native: 'A native gateway has no container to make anew.' },
})

/** A line of its own at the end of `.env`, also when the file does not end in a new line. The last one of a name wins. */
const dotenvLine = (posix: string, powershell: string) =>
  shells(`printf '\\n%s\\n' ${posix} >> .env`, `Add-Content .env ''\nAdd-Content .env ${powershell}`)

/** Adds a line to Compose's `.env`. `value` needs no quotes in either shell, or is a placeholder. */
export const dotenv = (key: string, value: string) => dotenvLine(`${key}=${value}`, `${key}=${value}`)

/** Adds the token of this shell to Compose's `.env`, unseen. */
export const tokenToDotenv = dotenvLine(
  '"OPENCLAW_GATEWAY_TOKEN=$OPENCLAW_GATEWAY_TOKEN"',
  '"OPENCLAW_GATEWAY_TOKEN=$env:OPENCLAW_GATEWAY_TOKEN"',
)

/** Puts a fresh secret into the shell's environment, so that it is never typed or shown. */
export const generateToken: Record<Os, string> = {
  linux: 'export OPENCLAW_GATEWAY_TOKEN="$(openssl rand -hex 32)"',
  macos: 'export OPENCLAW_GATEWAY_TOKEN="$(openssl rand -hex 32)"',
  windows: "$env:OPENCLAW_GATEWAY_TOKEN = [guid]::NewGuid().ToString('N') + [guid]::NewGuid().ToString('N')",
}

/** Healthy: the one short check whose exit code tells the truth on both releases. Printed by a running gateway: `OK (12ms)`. */
export const healthy: Verify = { run: cli('gateway health'), expect: ['OK ('], within: 60 }

/** Opens the config in an editor: the way out when an invalid config locks out `config set`. Works while the gateway is down. */
export const editConfig: Commands = {
  native: {
    linux: 'nano ~/.openclaw/openclaw.json',
    macos: 'nano ~/.openclaw/openclaw.json',
    windows: 'notepad "$env:USERPROFILE\\.openclaw\\openclaw.json"',
  },
  compose: shells('nano <configDir>/openclaw.json', 'notepad <configDir>/openclaw.json'),
  container: shells(
    editCopy(['nano openclaw-edit.json'], ' && '),
    editCopy(['notepad openclaw-edit.json', "Read-Host 'Save the file, then press Enter'"], '; '),
  ),
}

/**
 * One line, so that an editor does not swallow the next ones; Notepad does not hold up PowerShell, so that one asks.
 * `docker cp` leaves the file to root, so its owner is set back to the image's user. The copy holds the token, so it goes.
 */
function editCopy(editor: readonly string[], then: string): string {
  return [
    `docker cp <container>:${statePath}/openclaw.json openclaw-edit.json`,
    ...editor,
    `docker cp openclaw-edit.json <container>:${statePath}/openclaw.json`,
    `docker run --rm -u root -v <volume>:${statePath} --entrypoint chown <image> 1000:1000 ${statePath}/openclaw.json`,
    then === '; ' ? 'Remove-Item openclaw-edit.json' : 'rm openclaw-edit.json',
  ].join(then)
}
