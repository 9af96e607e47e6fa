import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scannerOf } from './scan.ts'

const letters = fc.constantFrom(...'abcde AB.-_é\n')
const words = fc.array(
  fc.array(fc.constantFrom(...'abcde'), { minLength: 3, maxLength: 8 }).map((list) => list.join('')),
  { minLength: 1, maxLength: 12 },
)

function occurrences(text: string, word: string): number[] {
  const at: number[] = []
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) at.push(i)
  return at
}

test('finds every occurrence of every word, as a plain search does', () => {
  fc.assert(
    fc.property(words, fc.array(letters, { maxLength: 300 }), (list, chars) => {
      const unique = [...new Set(list)]
      const text = chars.join('')
      const bytes = new TextEncoder().encode(text)
      const found: string[] = []
      scannerOf(unique)(bytes, 0, bytes.length, (word, at) => found.push(`${unique[word]} ${at}`))
      const plain = new TextDecoder('latin1').decode(bytes).replace(/[A-Z]/g, (letter) => letter.toLowerCase())
      const wanted = unique.flatMap((word) => occurrences(plain, word).map((at) => `${word} ${at}`))
      expect(found.toSorted()).toEqual(wanted.toSorted())
    }),
  )
})

test('reports only what begins in the asked range', () => {
  const bytes = new TextEncoder().encode('pairing pairing pairing')
  const found: number[] = []
  scannerOf(['pairing'])(bytes, 1, 16, (_, at) => found.push(at))
  expect(found).toEqual([8])
})
