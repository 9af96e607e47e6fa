import {
  bringUp,
  cli,
  dockerOnly,
  dotenv,
  everywhere,
  follow,
  formsOf,
  generateToken,
  logs,
  nativeOnly,
  offline,
  onState,
  recreate,
  restart,
  shells,
  start,
  stop,
  tokenToDotenv,
  variants,
  without,
} from './commands.ts'
import type { Commands, Install, Os, Step, Typed, Verify } from './flow.ts'

/** What several families do, look at or ask for in the same way. */

const notNative = 'A native gateway has no container.'
const inTheConfig = 'A native gateway has its token in the config.'
const noService = 'In Docker the container is the service.'

/** The same step without the installs that need none of it; `none` says why, for each of them. */
export const skip = (step: Step, none: Partial<Record<Install, string>>): Step => ({
  ...step,
  ...(step.run && { run: without(step.run, none) }),
})

// The gateway up and down

export const restartStep: Step = { text: 'Restart the gateway', risk: 'restarts', run: restart }
export const stopStep: Step = { text: 'Stop the gateway', risk: 'restarts', run: stop }
/** After `stopStep`. */
export const startStep: Step = { text: 'Start the gateway', risk: 'restarts', run: start }
/** For one that failed. */
export const bringUpStep: Step = { text: 'Start the gateway', risk: 'restarts', run: bringUp }

export const watchStart: Step = {
  text: 'Watch until it says “ready” (2026.9.6) or “listening on ws://” (2026.2.24); Ctrl+C ends only the watching. “Gateway not reachable” is just too early: run it again',
  risk: 'reads',
  run: follow,
}

const applied = '2026.9.6 has applied the change already, without a restart.'
/** After a key that 2026.9.6 applies at once; a foreground gateway of 2026.2.24 restarts itself. */
export const restartEarlier: Step = {
  text: 'Restart the gateway, when it runs as a service or in Docker',
  risk: 'restarts',
  run: variants(
    {},
    { none: { native: applied, compose: applied, container: applied }, earlier: { '2026.2.24': formsOf('2026.2.24', restart) } },
  ),
}

/** 2026.9.6 restarts itself after a change of port, bind or token, and refuses a second restart meanwhile. */
export const restartChanged: Step = {
  ...restartStep,
  text: 'Restart the gateway. If 2026.9.6 refuses because it restarts itself at that moment, wait 20 seconds and repeat',
}

/** The same moment, for a command that writes the service. */
export const whileItRestarts = 'If 2026.9.6 says “owns state-lifecycle”, it restarts itself at that moment: wait 20 seconds and repeat'

/** Stop, repair, start: 2026.9.6 refuses the repair beside a running gateway. */
export const repairSteps: readonly Step[] = [
  stopStep,
  {
    text: 'Repair. It ends with “Doctor complete.”',
    risk: 'changes-config',
    run: { ...offline('doctor --fix --non-interactive'), native: 'openclaw doctor --fix' },
  },
  startStep,
]

/** The service comes up by itself with it. */
export const installService: readonly Step[] = [
  { text: 'Say that the gateway runs on this machine', risk: 'changes-config', run: offline('config set gateway.mode local') },
  {
    text: 'Install and start the service, as your own user (not with sudo)',
    risk: 'restarts',
    run: {
      ...nativeOnly('openclaw gateway install', noService),
      otherwise: [
        {
          when: 'you want no service: run it in a terminal and leave that open',
          run: { native: 'openclaw gateway run', compose: null, container: null },
        },
      ],
    },
  },
]

/** The answer after a command that found no user bus; its target is `user-bus`. */
export const noBus = {
  guard: 'nativeLinux',
  description: '“systemctl --user unavailable”, no user bus, no systemd',
  meta: {
    kind: 'answer',
    seen: [
      'systemctl --user unavailable',
      'user session bus is unavailable',
      'Failed to connect to bus',
      'systemd user services are unavailable',
      'No supported service manager detected',
    ],
  },
} as const
/** The answer after a command that found no service; its target installs one. */
export const noServiceYet = {
  description: '“Gateway service disabled” (not loaded, missing)',
  meta: { kind: 'answer', seen: ['Gateway service disabled', 'Gateway service not loaded', 'Gateway service missing'] },
} as const

// Containers

/** What is mounted where. `docker compose config` would print the token too. */
export const mounts: Commands = dockerOnly(
  shells(
    "docker inspect --format '{{json .Mounts}}' $(docker compose ps -aq openclaw-gateway)",
    "docker inspect --format '{{json .Mounts}}' (docker compose ps -aq openclaw-gateway)",
  ),
  "docker inspect --format '{{json .Mounts}}' <container>",
  notNative,
)
/** Where the gateway is published on the host. */
export const publishedPort: Commands = dockerOnly('docker compose port openclaw-gateway 18789', 'docker port <container> 18789', notNative)
/** Every container on this state. */
export const sameState: Commands = dockerOnly(
  'docker ps --filter volume=/home/node/.openclaw',
  'docker ps --filter volume=<volume>',
  notNative,
)
/** Never by kill: that leaves the lease behind. */
export const stopOther: Commands = dockerOnly('docker stop <otherContainer>', 'docker stop <otherContainer>', notNative)
/** The state to the image's user, through a container: works where the host has no chown, too. */
export const ownState: Commands = {
  native: null,
  ...onState('chown', '-R 1000:1000 /home/node/.openclaw', { asRoot: true }),
  none: { native: notNative },
}

/** A new container knows only what it is given, and a state that is not mounted goes with the old one. */
export const lookAtMounts: Step = {
  text: 'Only go on when a Destination in it is `/home/node/.openclaw`: what is not mounted there goes with the old container',
  risk: 'reads',
  run: mounts,
}
/** The answer that belongs to `lookAtMounts`; its target mounts the state first. */
export const notMounted = {
  description: 'No Destination is /home/node/.openclaw',
  meta: { kind: 'answer', seen: [/^\[\]\s*$/m, /^(?![\s\S]*"Destination":"\/home\/node(\/\.openclaw)?")[\s\S]*"Destination":"/] },
} as const

/** Takes the token over unseen, so that the new container gets it by `-e`. `inspect` works for a stopped container as well. */
const environment = "docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' <container>"
export const keepToken: Step = {
  text: 'Keep the token the container was given, so that no browser has to sign in again',
  risk: 'reads',
  run: variants(
    {
      container: shells(
        `export "$(${environment} | grep '^OPENCLAW_GATEWAY_TOKEN=')"`,
        `${environment} | Select-String '^OPENCLAW_GATEWAY_TOKEN=' | ForEach-Object { $env:OPENCLAW_GATEWAY_TOKEN = $_.Line.Split('=', 2)[1] }`,
      ),
    },
    {
      none: { native: inTheConfig, compose: 'Compose takes it from `.env`.' },
      otherwise: [
        {
          when: 'it was given none, and its config holds none either: make a new one',
          run: { native: null, compose: null, container: generateToken },
        },
      ],
    },
  ),
}

/** A port of the host for the container. */
export const hostPort = (port: string): Step => ({
  text: 'The official Compose file maps the port by itself; name the port of the host in `.env`',
  risk: 'changes-config',
  run: variants(
    { compose: dotenv('OPENCLAW_GATEWAY_PORT', port) },
    { none: { native: notNative, container: 'A plain container gets it by `-p` below.' } },
  ),
})

/** `container` is its form where `docker run` needs more than usual. */
export const recreateStep = (port?: string, container: Typed = recreate(port).container): Step => ({
  text: 'Make the container anew. A plain container: add what else your first `docker run` had, such as `-e` with API keys',
  risk: 'restarts',
  run: { ...recreate(port), container },
})

// The gateway's token

export const makeToken: Step = { text: 'Make a token in this terminal; nothing shows it', risk: 'reads', run: everywhere(generateToken) }

export const askForToken: Step = {
  text: 'Make the gateway ask for a token, and not for a password',
  risk: 'changes-config',
  run: offline('config set gateway.auth.mode token'),
}

/** Natively into the config, in Compose into `.env`; `docker run` takes it from the shell. */
export const saveToken: Step = {
  text: 'Save the token. With Compose a variable of your shell wins over `.env`',
  risk: 'changes-config',
  run: variants(
    {
      native: shells(
        'openclaw config set gateway.auth.token "$OPENCLAW_GATEWAY_TOKEN"',
        'openclaw config set gateway.auth.token "$env:OPENCLAW_GATEWAY_TOKEN"',
      ),
      compose: tokenToDotenv,
    },
    { none: { container: '`docker run -e OPENCLAW_GATEWAY_TOKEN` takes it from this terminal.' } },
  ),
}

/** A token that stays, on a native install. */
export const tokenIntoConfig = (why: string): readonly Step[] =>
  [makeToken, { ...saveToken, text: 'Save the token' }, askForToken].map((step) => skip(step, { compose: why, container: why }))

/** The service of 2026.2.24 carries a copy of the token, so there it is installed again. */
export const restartWithToken: Step = {
  ...restartChanged,
  run: { ...restart, earlier: { '2026.2.24': { native: 'openclaw gateway install --force' } } },
}

/** 2026.9.6 prints the token itself, 2026.2.24 the dashboard's address with the token behind `#token=`. */
export const showToken: Commands = {
  ...cli('gateway auth-token --show', { asks: true }),
  earlier: { '2026.2.24': formsOf('2026.2.24', cli('dashboard --no-open')) },
}

/** Takes a secret from the clipboard into a variable of this terminal, unseen. One line, because `read` would swallow the next one. */
export const readUnseen = (variable: string, prompt: string): Record<Os, string> => {
  const posix = `read -rs ${variable}; export ${variable}`
  return {
    linux: posix,
    macos: posix,
    windows: `$env:${variable} = [Net.NetworkCredential]::new('', (Read-Host -AsSecureString '${prompt}')).Password`,
  }
}

/** 2026.9.6: a link that is good once and needs no token. 2026.2.24: the address with the gateway token behind `#token=`. */
export const printLink: Step = {
  text: 'On the gateway’s machine: print a link that signs a browser in. It is the value of browserUrl (2026.2.24: the whole address). Where “ok” is false the gateway is still starting: run it again',
  risk: 'reads',
  run: { ...cli('dashboard --json'), earlier: { '2026.2.24': formsOf('2026.2.24', cli('dashboard --no-open')) } },
}
export const openLink: Step = {
  text: 'Open it in that browser. Where the gateway has another address for it: put that one in front of the #, and cut off &gatewayUrl= with all behind it',
  where: 'browser',
  risk: 'reads',
}
export const signInByLink: readonly Step[] = [printLink, openLink]

// Browsers and chats

/** A browser got in: both releases write this line. */
export const browserIn: Verify = { run: logs(100), expect: ['webchat connected'], within: 60 }
export const paired: Verify = { run: cli('devices list'), expect: ['Paired ('] }
export const reloadPage: Step = { text: 'Reload the page; sign in if it asks', where: 'browser', risk: 'reads' }

/** By index, because Windows PowerShell drops the quotes of a JSON list. They write the first two places. */
export const dashboardOrigins = [
  "config set 'gateway.controlUi.allowedOrigins[0]' http://127.0.0.1:<port>",
  "config set 'gateway.controlUi.allowedOrigins[1]' http://localhost:<port>",
] as const

export const seeOrigins: Step = {
  text: 'See which addresses are in the list already; “unset” or “not found” means none',
  risk: 'reads',
  run: cli('config get gateway.controlUi.allowedOrigins'),
}
export const addOrigin = (origin: string): Step => ({
  text: 'Write the address at the next free place: 0 in an empty list',
  risk: 'changes-config',
  run: cli(`config set gateway.controlUi.allowedOrigins.<place> ${origin}`),
})
export const allowOrigin: readonly Step[] = [seeOrigins, addOrigin('<origin>'), restartEarlier, reloadPage]

export const openTunnel: Step = {
  text: 'On the machine with the browser: open the tunnel and leave it open; it prints nothing',
  where: 'client',
  risk: 'reads',
  run: everywhere('ssh -N -o ServerAliveInterval=30 -L <port>:127.0.0.1:<port> <user>@<host>'),
}
export const openThere: Step = {
  text: 'Open this in the browser there; sign in if it asks',
  where: 'browser',
  risk: 'reads',
  run: { ...everywhere('http://127.0.0.1:<port>/'), language: 'url' },
}

export const listCodes: Step = { text: 'See who asks, and with which code', risk: 'reads', run: cli('pairing list <channel>') }
export const approveCode: Step = {
  text: 'Approve the code, if you know the sender: that person may then talk to your assistant',
  risk: 'changes-config',
  run: cli('pairing approve <channel> <code>'),
}
/** Nobody waits for approval on this channel any more. */
export const nobodyWaits: Verify = { run: cli('pairing list <channel>'), expect: ['No pending ', ' pairing requests'] }

// Proxies

const nginx = (option: string): Record<Os, string> => ({
  linux: `sudo nginx ${option}`,
  macos: `nginx ${option}`,
  windows: `.\\nginx.exe ${option}`,
})
export const testNginx = nginx('-t')
export const showNginx = nginx('-T')
const loadNginx: Record<Os, string> = { ...nginx('-s reload'), linux: 'sudo systemctl reload nginx' }
export const testCaddy: Record<Os, string> = {
  linux: 'caddy validate --adapter caddyfile --config /etc/caddy/Caddyfile',
  macos: 'caddy validate --adapter caddyfile --config Caddyfile',
  windows: 'caddy.exe validate --adapter caddyfile --config Caddyfile',
}
const loadCaddy: Record<Os, string> = {
  linux: 'sudo systemctl reload caddy',
  macos: 'caddy reload --adapter caddyfile --config Caddyfile',
  windows: 'caddy.exe reload --adapter caddyfile --config Caddyfile',
}

export const applyNginx: readonly Step[] = [
  {
    text: 'Test it, and go on only after “test is successful” (Windows: in nginx’s folder)',
    where: 'proxy',
    risk: 'reads',
    run: everywhere(testNginx),
  },
  { text: 'Load it', where: 'proxy', risk: 'restarts', run: everywhere(loadNginx) },
]
export const applyCaddy: readonly Step[] = [
  {
    text: 'Test it, and go on only after “Valid configuration” (macOS, Windows: in the Caddyfile’s folder)',
    where: 'proxy',
    risk: 'reads',
    run: everywhere(testCaddy),
  },
  { text: 'Load it', where: 'proxy', risk: 'restarts', run: everywhere(loadCaddy) },
]
/** The same two steps where the proxy may be either of them. */
export const applyProxy: readonly Step[] = [
  { ...applyNginx[0]!, text: 'Test it, and go on only when the config is valid (macOS, Windows: in the folder of the proxy’s config)' },
  applyNginx[1]!,
].map((step, index) => ({
  ...step,
  run: { ...step.run!, otherwise: [{ when: 'the proxy is Caddy', run: applyCaddy[index]!.run! }] },
}))

/** A location that passes the WebSocket on and leaves quiet connections open. */
export const nginxSteps: readonly Step[] = [
  {
    text: 'Put this in the server block of your site, in place of its location',
    where: 'proxy',
    risk: 'changes-config',
    run: {
      ...everywhere(
        [
          'location / {',
          '    proxy_pass http://127.0.0.1:<port>;',
          '    proxy_http_version 1.1;',
          '    proxy_set_header Upgrade $http_upgrade;',
          '    proxy_set_header Connection "upgrade";',
          '    proxy_set_header Host $http_host;',
          '    proxy_set_header X-Forwarded-For $remote_addr;',
          '    proxy_set_header X-Forwarded-Proto $scheme;',
          '    proxy_read_timeout 3600s;',
          '    proxy_send_timeout 3600s;',
          '}',
        ].join('\n'),
      ),
      language: 'nginx',
    },
  },
  ...applyNginx,
]
export const caddySteps: readonly Step[] = [
  {
    text: 'Make the site in the Caddyfile look like this',
    where: 'proxy',
    risk: 'changes-config',
    run: { ...everywhere('<domain> {\n    reverse_proxy 127.0.0.1:<port>\n}'), language: 'caddyfile' },
  },
  ...applyCaddy,
]

// Files of the state

const stateDir = '/home/node/.openclaw'

/** Copies a file inside the state directory. */
export const copyInState = (from: string, to: string): Commands => ({
  native: shells(
    `cp ~/.openclaw/${from} ~/.openclaw/${to}`,
    `Copy-Item "$env:USERPROFILE\\.openclaw\\${from}" "$env:USERPROFILE\\.openclaw\\${to}"`,
  ),
  ...onState('cp', `${stateDir}/${from} ${stateDir}/${to}`),
})

/**
 * `.env` of the state in a container: copied out if it is there, edited, copied in, given to the image's user, and not left
 * behind. One line, so that an editor does not swallow the next ones; Notepad does not hold up PowerShell, so that one asks.
 */
const envOut = `docker cp <container>:${stateDir}/.env openclaw.env`
const envIn = [
  `docker cp openclaw.env <container>:${stateDir}/.env`,
  `docker run --rm -u root -v <volume>:${stateDir} --entrypoint chown <image> 1000:1000 ${stateDir}/.env`,
]
export const editVariables: Step = {
  text: 'Add a line NAME=value for the variable in the message, and save. The file may be new',
  risk: 'changes-config',
  run: variants({
    native: {
      linux: 'nano ~/.openclaw/.env',
      macos: 'nano ~/.openclaw/.env',
      windows: 'notepad "$env:USERPROFILE\\.openclaw\\.env"',
    },
    compose: shells('nano <configDir>/.env', 'notepad <configDir>/.env'),
    container: shells(
      `${envOut}; ${['nano openclaw.env', ...envIn, 'rm openclaw.env'].join(' && ')}`,
      [envOut, 'notepad openclaw.env', "Read-Host 'Save the file, then press Enter'", ...envIn, 'Remove-Item openclaw.env'].join('; '),
    ),
  }),
}
