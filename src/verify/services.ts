/** What the official Compose file calls its services (docs.openclaw.ai/install/docker). */
export const officialServices: readonly string[] = ['openclaw-gateway', 'openclaw-cli']

/** What that file reads from `.env` and the shell, beside what the program itself reads. */
export const composeVariables: readonly string[] = [
  'OPENCLAW_CONFIG_DIR',
  'OPENCLAW_GATEWAY_BIND',
  'OPENCLAW_GATEWAY_PORT',
  'OPENCLAW_GATEWAY_TOKEN',
  'OPENCLAW_IMAGE',
  'OPENCLAW_WORKSPACE_DIR',
]

/** Images of releases before this one have no `openclaw` on PATH: there it is `node dist/index.js`. */
export const onPathSince = '2026.9.6'
