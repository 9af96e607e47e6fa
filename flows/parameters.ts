/**
 * A value only the user knows, written `<name>` in a command. With a `fallback` the command already works as it stands;
 * without one the placeholder stays visible until it is filled. `pattern` is what the program accepts, never secrets.
 */
export type Parameter = { label: string; hint: string; pattern: RegExp; fallback?: string }

const name = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/
const path = /^(?!-)[^\p{Cc}"'`$;&|<>*?!]{1,255}$/u
const host = /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$/
const port = /^([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/

/** Every placeholder a command may hold. */
export const parameters = {
  port: { label: 'Gateway port', hint: 'The port you reach the gateway on; 18789 unless you changed it', pattern: port, fallback: '18789' },
  newPort: { label: 'New port', hint: 'A port that is free on this machine', pattern: port, fallback: '18889' },
  container: { label: 'Container name', hint: 'The NAMES column of `docker ps -a`', pattern: name },
  otherContainer: { label: 'The other container', hint: 'The NAMES column of `docker ps -a`', pattern: name },
  volume: { label: 'State volume or folder', hint: 'What is mounted at /home/node/.openclaw: see `docker inspect`', pattern: path },
  image: {
    label: 'OpenClaw image',
    hint: 'The IMAGE column of `docker ps -a`, such as ghcr.io/openclaw/openclaw:latest',
    pattern: /^[A-Za-z0-9][A-Za-z0-9._/:@-]{0,254}$/,
  },
  configDir: { label: 'Config folder on the host', hint: 'OPENCLAW_CONFIG_DIR in .env, usually ~/.openclaw', pattern: path },
  workspaceDir: {
    label: 'Workspace folder on the host',
    hint: 'OPENCLAW_WORKSPACE_DIR in .env, usually ~/.openclaw/workspace',
    pattern: path,
  },
  requestId: { label: 'Request id', hint: 'The Request column of `openclaw devices list`', pattern: name },
  deviceId: { label: 'Device id', hint: 'The Device column of `openclaw devices list`', pattern: /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/ },
  channel: { label: 'Channel', hint: 'The chat service, such as telegram', pattern: /^[a-z][a-z0-9-]{0,31}$/, fallback: 'telegram' },
  code: { label: 'Pairing code', hint: 'The 8 characters the bot sent to the chat', pattern: /^[A-Za-z0-9-]{4,16}$/ },
  pid: { label: 'Process id', hint: 'The number the check above printed', pattern: /^[1-9]\d{0,9}$/ },
  host: { label: 'Gateway host', hint: 'Name or address of the machine the gateway runs on', pattern: host },
  domain: { label: 'Public name', hint: 'The name in the address bar, such as openclaw.example.com', pattern: host },
  proxyAddress: {
    label: 'Proxy address',
    hint: 'The address your proxy connects from; 127.0.0.1 when it runs on the gateway host',
    pattern: /^[0-9A-Fa-f.:/]{2,49}$/,
    fallback: '127.0.0.1',
  },
  subnet: {
    label: 'Your network',
    hint: 'The addresses that may connect, such as 192.168.1.0/24',
    pattern: /^[0-9A-Fa-f.:]{2,45}(\/\d{1,3})?$/,
  },
  bridgeAddress: {
    label: 'Proxy address the container sees',
    hint: 'Such as 172.18.0.1; the gateway’s log names it',
    pattern: /^[0-9A-Fa-f.:/]{2,49}$/,
  },
  place: {
    label: 'Next place in the list',
    hint: 'How many entries the list has by now: 0 when it is empty or unset',
    pattern: /^\d{1,2}$/,
  },
  origin: {
    label: 'Address the browser shows',
    hint: 'Scheme, name and port, without path or slash at the end: https://openclaw.example.com',
    pattern: /^https?:\/\/[A-Za-z0-9][A-Za-z0-9.:-]{0,252}$/,
  },
  logFile: { label: 'Log file', hint: 'The line “File logs” of `openclaw gateway status`', pattern: path },
  otherService: {
    label: 'The other service',
    hint: 'The name behind “Other gateway-like services detected”',
    pattern: /^[A-Za-z0-9@][A-Za-z0-9 ()_.@-]{0,127}$/,
  },
  pmName: { label: 'Name in PM2', hint: 'The name column of `pm2 status`', pattern: name, fallback: 'openclaw-gateway' },
  plugin: { label: 'Plugin id', hint: 'The name in the message, such as memory-lancedb', pattern: name },
  pluginPackage: {
    label: 'Package of the plugin',
    hint: 'What it is installed from, such as @openclaw/whatsapp',
    pattern: /^[A-Za-z0-9@][A-Za-z0-9@._:/-]{0,213}$/,
  },
  pluginFolder: { label: 'Folder of the plugin', hint: 'The folder of the file behind “failed to load from”', pattern: path },
  archive: { label: 'Backup archive', hint: 'The file that `openclaw backup create` wrote, ending in .tar.gz', pattern: path },
  release: {
    label: 'Release to go back to',
    hint: 'The version that worked, such as 2026.9.4',
    pattern: /^20\d\d\.\d{1,2}\.\d{1,2}(-[A-Za-z0-9.]{1,20})?$/,
  },
  userHeader: {
    label: 'Header with the user',
    hint: 'The header in which your proxy names the person that signed in',
    pattern: /^[A-Za-z][A-Za-z0-9-]{0,63}$/,
    fallback: 'x-forwarded-user',
  },
  secretName: {
    label: 'Name of the secret',
    hint: 'What stands behind `store:default:` in the list, such as OPENCLAW_GATEWAY_TOKEN',
    pattern: /^[A-Z][A-Z0-9_]{0,127}$/,
  },
  secretFile: {
    label: 'File with the secret',
    hint: 'The path in the line of the list; in a container, the file on the host',
    pattern: path,
  },
  user: { label: 'User name', hint: 'The account the gateway runs under', pattern: /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/ },
} as const satisfies Record<string, Parameter>

export type ParameterName = keyof typeof parameters
