/**
 * What other programs print around a gateway: a chat network's own gateway, a model's provider, a browser that is driven, npm. A line that
 * holds one of these does not tell what is wrong with the OpenClaw gateway, however much the rest of it reads like it.
 */
export const elsewhere: readonly string[] = [
  'discord gateway',
  '[discord]',
  'Fatal Gateway error: 40',
  'GatewayPlugin',
  'getUpdates',
  'npm error',
  'npm ERR!',
  'npm warn',
  'model-fetch',
  'rate limit, current',
  'Context overflow',
  'DevToolsActivePort',
  'Chrome CDP',
  'Chrome extension',
  'browser control service',
  'chrome-extension://',
  'browser start',
  'memory probe',
  'local embeddings',
  'WhatsApp Web listener',
  '[Errno 98]',
  'models auth',
  'LLM request',
  'provider=',
]
