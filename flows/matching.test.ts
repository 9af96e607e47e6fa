import { describe, expect, test } from 'vitest'
import { families, table } from '../src/chart/families.ts'
import { isBare } from '../src/engine/anchor.ts'
import { nodeOf } from '../src/engine/graph.ts'
import { matcherOf } from '../src/engine/match.ts'
import { longestLine } from '../src/engine/output.ts'
import { squeezedText } from '../src/engine/squeeze.ts'
import conditions from './conditions.json' with { type: 'json' }
import statements from './guide.json' with { type: 'json' }

/** A failure that was provoked: what it printed is a log, stands here with the node it opens, or it prints nothing of its own. */
type Condition = 'log' | { place: string; lines: string[] } | { silent: string }

const matcher = matcherOf(table)
const place = (text: string) => {
  const [first] = matcher.match(text).matches
  return first && `${first.family}/${first.node}`
}

/** How one message looks in other people's terminals. Codes stay: another code is another message. */
const codes = new Set(['1000', '1002', '1006', '1008', '1012', '1013', '4000', '4001', '4008', '0'])
const otherNumbers = (text: string) =>
  text.replace(/\d+/g, (number) => (codes.has(number) || number.length < 2 ? number : String(Number(number) + 17)))
const noise = Array.from(
  { length: 500 },
  (_, i) => `2026-09-06T10:${String(i % 60).padStart(2, '0')}:00.000Z [ws] ⇄ res ✓ sessions.list ${i}ms conn=e7f0…baca id=b9ef…e3ba`,
)
const disguises: Record<string, (text: string) => string> = {
  'as it stands': (text) => text,
  'in upper case': (text) => text.toUpperCase(),
  'with other numbers': otherNumbers,
  'with typographic quotes and dashes': (text) =>
    text
      .replace(/'([^']*)'/g, '‘$1’')
      .replace(/"([^"]*)"/g, '“$1”')
      .replace(/ - | — /g, ' – '),
  'in colours': (text) => `\u001b[31m${text.replace(/ /, '\u001b[0m \u001b[1;33m')}\u001b[0m`,
  'behind a time': (text) => `2026-09-06T10:11:12.345+00:00 [gateway] ${text}`,
  'from Docker Compose': (text) => `openclaw-gateway-1  | ${text}`,
  'in a box': (text) => `┌─ Gateway ─────╮\n│\n│  ${text.replace(/(.{30,50}?) /g, '$1  │\n│  ')}  │\n╰──────╯`,
  'wrapped by a narrow terminal': (text) => text.replace(/(.{20})/g, '$1\n'),
  'as a JSON log line': (text) =>
    JSON.stringify({ 0: '{"subsystem":"gateway"}', 1: `\u001b[31m${text}\u001b[0m`, time: '2026-09-06T10:11:12Z' }),
  'in a Markdown quote': (text) => `> \`\`\`\n> ${text}\n> \`\`\``,
  'among 500 lines of log': (text) => [...noise.slice(0, 330), text, ...noise.slice(330)].join('\n'),
}

/** The messages of the guide, less those that a healthy gateway prints; the same one may stand at two places. */
const messages = new Map<string, string[]>()
for (const { kind, says, at, healthy } of statements as { kind: string; says?: string; at: string | null; healthy?: true }[])
  if (kind === 'message' && says && at?.includes('/') && !healthy) messages.set(says, [...(messages.get(says) ?? []), at])

describe.each(Object.entries(disguises))('a message of the guide %s', (how, disguise) => {
  test.each([...messages])('“%s” opens the node that handles it', (says, places) => {
    const found = place(disguise(says))
    // Another port is another cause: 3001 is the guide's own invention.
    if (how === 'with other numbers') expect(places.map((each) => each.split('/')[0])).toContain(found?.split('/')[0])
    else expect(places).toContain(found)
  })
})

const logs = import.meta.glob<string>('./logs/**/*.txt', { query: '?raw', import: 'default', eager: true })

describe('what the program really prints', () => {
  test.each(Object.entries(logs))('%s lands where its folder says', (path, text) => {
    const [, , family, node] = path.split('/')
    const sure = matcher.match(text).matches.filter(({ confidence }) => confidence !== 'similar')
    // A healthy gateway has no error, whatever words its log holds.
    if (family === 'healthy') expect(sure).toEqual([])
    else expect(sure[0] && `${sure[0].family}/${sure[0].node}`).toBe(`${family}/${node}`)
  })
})

describe('what was provoked on the real program', () => {
  const logged = new Set(
    Object.keys(logs).map((path) =>
      path
        .split('/')
        .at(-1)!
        .replace(/\.\d+\.\d+\.\d+\.txt$/, ''),
    ),
  )

  test.each(Object.entries(conditions as Record<string, Condition>))('%s opens the node that handles it', (id, condition) => {
    if (condition === 'log') expect(logged).toContain(id)
    else if ('silent' in condition) expect(condition.silent).not.toBe('')
    else {
      const first = matcher.match(condition.lines.join('\n')).matches.find(({ confidence }) => confidence !== 'similar')
      expect(first && `${first.family}/${first.node}`).toBe(condition.place)
    }
  })

  test.each(['1000', '1002', '1006', '1008', '1012', '1013', '4000', '4008'])('a bare %s opens a question, never a fix', (code) => {
    for (const text of [`disconnected (${code})`, `gateway closed (${code})`, `disconnected (${code}): no reason`]) {
      const [first] = matcher.match(text).matches
      const family = families.find(({ id }) => id === first?.family)
      expect(['question', 'check'], text).toContain(family && nodeOf(family, first!.node)?.meta.kind)
    }
  })
})

/** A text with something plausible for what varies. */
const example = (text: string) =>
  text.replace(/\{([A-Za-z]+)\}/g, (_, name: string) => ({ port: '18790', pid: '4711', n: '60' })[name] ?? 'x1')

describe('what the families say of themselves', () => {
  test('every text points at one place', () => {
    const places = new Map<string, string>()
    const twice: string[] = []
    for (const { family, node, text } of table.rows) {
      const letters = squeezedText(text.replace(/\{[A-Za-z]+\}/g, ''))
      if (places.has(letters)) twice.push(`“${text}” of ${family}/${node} stands at ${places.get(letters)} too: keep the better one`)
      places.set(letters, `${family}/${node}`)
    }
    expect(twice).toEqual([])
  })

  test('every text can be found again, in the place that holds it', () => {
    const lost = table.rows.filter(({ family, node, text }) => place(example(text)) !== `${family}/${node}`)
    expect(lost.map(({ family, node, text }) => `${family}/${node}: ${text} → ${place(example(text))}`)).toEqual([])
  })

  test('every text has a word to look for, or is a bare code', () => {
    for (const { text, anchor } of table.rows) expect(anchor !== undefined || isBare(text), text).toBe(true)
  })

  test('a pattern of an answer takes no longer on a hostile line', () => {
    const hostile = ['a', ' ', 'Up 5 ', '1.', 'openclaw ', '127.0.0.1:', '0% '].map((piece) =>
      `${piece.repeat(1000).slice(0, longestLine)}\n`.repeat(400),
    )
    for (const [family, nodes] of Object.entries(table.seen))
      for (const [node, answers] of Object.entries(nodes))
        for (const pattern of answers.flat()) {
          if (typeof pattern === 'string') continue
          const expression = new RegExp(pattern.source, pattern.flags)
          const start = performance.now()
          for (const line of hostile) expression.test(line)
          expect(performance.now() - start, `${family}/${node}: /${pattern.source}/ takes too long`).toBeLessThan(1000)
        }
  })
})
