import { describe, expect, test } from 'vitest'
import type { Answer } from './graph.ts'
import { meaningsOf, showsAll } from './output.ts'

const answer = (id: string): Answer => ({ id, from: 'check', to: id, label: id, seen: [] })
const answers = ['stopped', 'running', 'refused', 'local'].map(answer)
const seen = [
  ['Runtime: stopped', 'Service not installed'],
  ['Runtime: running'],
  ['Refusing to bind gateway to {bind} without auth'],
  [{ source: '^local$', flags: 'm' }],
]
const mean = (output: string) => meaningsOf(output, answers, seen).map((one) => [one.answer.id, one.line, one.excerpt])

describe('an output', () => {
  test('means the answer whose text it shows, and says in which line', () => {
    expect(mean('OpenClaw\n│  Runtime:  stopped (state inactive)\n')).toEqual([['stopped', 2, '│  Runtime:  stopped (state inactive)']])
    expect(mean('\u001b[32mlocal\u001b[0m\n')).toEqual([['local', 1, 'local']])
  })
  test('may be wrapped, and vary where the text does', () => {
    expect(mean('Refusing to bind\ngateway to lan without auth.')).toEqual([['refused', 1, 'Refusing to bind']])
  })
  test('that shows two answers puts the longer text first', () => {
    expect(mean('Runtime: stopped\nlater:\nRefusing to bind gateway to auto without auth').map(([id]) => id)).toEqual([
      'refused',
      'stopped',
    ])
  })
  test('that shows none means nothing', () => expect(mean('hello\nlocally')).toEqual([]))
  test('is a proof when all expected lines stand in it, in any order', () => {
    expect(showsAll('Gateway Health\nOK  (12 ms)\n', ['OK (', 'Gateway Health'])).toBe(true)
    expect(showsAll('Gateway Health', ['OK (', 'Gateway Health'])).toBe(false)
  })
})
