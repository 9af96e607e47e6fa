import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { squeezedText } from '../engine/squeeze.ts'

/** The shipped code of a release: its text, and the letters alone that messages are compared by. */
export type Shipped = { text: string; letters: string }

/** Reads all JavaScript below the package's `dist`, the dashboard's included. */
export async function readShipped(root: string): Promise<Shipped> {
  const files = (await readdir(join(root, 'dist'), { recursive: true })).filter((name) => /\.m?js$/.test(name)).toSorted()
  const texts: string[] = []
  for (const file of files) texts.push(await readFile(join(root, 'dist', file), 'utf8'))
  return { text: texts.join('\n'), letters: texts.map((text) => squeezedText(text)).join('\n') }
}

/** A stretch of fewer letters stands somewhere in any program. */
const telling = 10
/** What the program puts in may cover this many letters; the rest of a message stands in the code. */
const widestGap = 24
/** Each of two stretches that make up a message between them, as `missing scope: ${scope}` and a name of the code do. */
const half = 16
const enough = 0.7

/** Whether the code holds a message. A template interrupts it where the program puts something in, so its fixed parts are looked for one by one. */
export function holds({ letters }: Shipped, signature: string): boolean {
  return signature.split(/\{[A-Za-z]+\}/).every((part) => {
    const wanted = squeezedText(part)
    return wanted.length < telling
      ? wanted.length === 0 || letters.includes(wanted)
      : letters.includes(wanted) || isCovered(letters, wanted)
  })
}

function isCovered(letters: string, wanted: string): boolean {
  if (isOfTwo(letters, wanted)) return true
  let covered = 0
  for (let at = 0, gap = 0; at < wanted.length;) {
    const length = longestAt(letters, wanted, at)
    if (length >= telling) {
      covered += length
      at += length
      gap = 0
    } else if (++gap > widestGap) return false
    else at++
  }
  return covered >= wanted.length * enough
}

/** How many letters of `wanted` from `at` on stand together in the code. */
function longestAt(letters: string, wanted: string, at: number): number {
  if (!letters.includes(wanted.slice(at, at + telling))) return 0
  let known = telling
  let over = wanted.length - at + 1
  while (over - known > 1) {
    const middle = (known + over) >> 1
    if (letters.includes(wanted.slice(at, at + middle))) known = middle
    else over = middle
  }
  return Math.min(known, wanted.length - at)
}

/** Whether the message begins with one stretch of the code and goes on with another. */
function isOfTwo(letters: string, wanted: string): boolean {
  if (wanted.length < half) return false
  const start = longestAt(letters, wanted, 0)
  let end = wanted.length - half
  if (start < half || !letters.includes(wanted.slice(end))) return false
  while (end > start && letters.includes(wanted.slice(end - 1))) end--
  return end <= start
}
