/** Lines a healthy gateway prints, with what varies varied: the haystack. */
const lines: readonly ((i: number) => string)[] = [
  (i) => `[ws] ⇄ res ✓ sessions.list ${i % 97}ms conn=e7f04cda…${i % 1000} id=b9ef7cb5…e3ba`,
  (i) => `[gateway] agent model: openai/gpt-6 (thinking=medium, fast=off) run ${i}`,
  () => '[health-monitor] started (interval: 300s, startup-grace: 60s, channel-connect-grace: 120s)',
  (i) => `[ws] webchat connected conn=${i.toString(16)}-7e1e-ff13-455b remote=127.0.0.1 client=openclaw-control-ui webchat v2026.9.6`,
  (i) => `[gateway] http server listening (${i % 20} plugins: anthropic, browser, canvas, device-pair, file-transfer, memory-core)`,
  (i) => `[diagnostic] liveness ok: eventLoopDelayP99Ms=${i % 50}.3 eventLoopUtilization=0.${i % 90} active=${i % 3} waiting=0 queued=0`,
  (i) => `[agent/embedded] run ${i} finished: tokens=${i * 3} tool calls=${i % 5} session=agent:main:main`,
  () => '[telegram] polling: connected, waiting for updates',
]

/** A log of that many lines whose last ten hold an error: the needle stands where it hurts. */
export function logOf(length: number, error: string): string {
  const text = Array.from({ length }, (_, i) => {
    const time = new Date(1_788_000_000_000 + i * 137).toISOString()
    return i === length - 10 ? `${time} [gateway] ${error}` : `${time} ${lines[i % lines.length]!(i)}`
  })
  return `${text.join('\n')}\n`
}

/** The error of every generated log. */
export const needle = 'Gateway failed to start: another gateway instance is already listening on ws://127.0.0.1:18790'
