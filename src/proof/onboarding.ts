import type { Reply } from './terminal.ts'

const down = '\x1b[B'
/** The questions of `openclaw onboard` with the quick way through: one agent, and no model yet. */
export const quickly: readonly Reply[] = [
  { asks: /◆ {2}How would you like to start\?[^]*└/, keys: '\r' },
  { asks: /◆ {2}What would you like to create\?[^]*└/, keys: '\r' },
  { asks: /◆ {2}Model\/auth provider[^]*Skip for now[^]*└/, keys: `${down.repeat(6)}\r` },
]
/** The same with `--install-daemon`, which asks more and ends in the chat of the terminal. */
export const quicklyWithService: readonly Reply[] = [
  { asks: /◆ {2}I understand[^]*└/, keys: '\r' },
  { asks: /◆ {2}Help make OpenClaw better[^]*└/, keys: '\r' },
  { asks: /◆ {2}Setup mode[^]*└/, keys: '\r' },
  { asks: /◆ {2}What should we call[^]*└/, keys: '\r' },
  { asks: /◆ {2}Model\/auth provider[^]*Skip for now[^]*└/, keys: `${down.repeat(6)}\r` },
  { asks: /◆ {2}Default model[^]*└/, keys: '\r' },
  { asks: /◆ {2}Select channel[^]*└/, keys: '\r' },
  { asks: /◆ {2}Search provider[^]*└/, keys: '\r' },
  { asks: /◆ {2}Install missing skill[^]*└/, keys: ' \r' },
  { asks: /gateway connected \| idle/, keys: '\u0003' },
  { keys: '\u0003' },
]
/** To one question. */
export const yes: readonly Reply[] = [{ asks: /◆[^]*└/, keys: 'y' }]
