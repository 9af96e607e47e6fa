/** How much of a file is read: of a longer one the end. What is unpacked is not kept, so it may be more. */
export const limits = { plain: 50 * 1024 * 1024, unpacked: 400 * 1024 * 1024 }
/** Small enough that a page stays responsive between two pieces even without a worker. */
const pieceSize = 1024 * 1024

/** A piece of a text as UTF-8, and how far reading has come, 0 to 1; `undefined` when nobody knows how long the text is. */
export type Piece = { bytes: Uint8Array; done: number | undefined }
/** `skipped`: bytes at the beginning (or, of what is packed, at the end) that were not read. */
export type Source = { pieces: AsyncIterable<Piece>; skipped: () => number }

/** The text of a file, piece by piece: gzip is unpacked, UTF-16 (what PowerShell writes to a file) is turned into UTF-8. Rejects when gzip is broken. */
export async function sourceOf(file: Blob): Promise<Source> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  if (start[0] === 0x1f && start[1] === 0x8b) return unpacked(file)
  const from = Math.max(0, file.size - limits.plain)
  const utf16 = encodingOf(start)
  const slices = slicesOf(file, utf16 ? from - (from % 2) : from)
  return { pieces: utf16 ? transcoded(slices, utf16) : slices, skipped: () => from }
}

async function* slicesOf(file: Blob, from: number): AsyncGenerator<Piece> {
  for (let at = from; at < file.size; at += pieceSize) {
    const bytes = new Uint8Array(await file.slice(at, at + pieceSize).arrayBuffer())
    yield { bytes, done: (at + bytes.length - from) / (file.size - from) }
  }
}

function encodingOf(start: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : undefined
}

async function* transcoded(pieces: AsyncIterable<Piece>, encoding: string): AsyncGenerator<Piece> {
  const decoder = new TextDecoder(encoding)
  for await (const { bytes, done } of pieces) yield { bytes: new TextEncoder().encode(decoder.decode(bytes, { stream: true })), done }
}

function unpacked(file: Blob): Source {
  let skipped = 0
  async function* pieces(): AsyncGenerator<Piece> {
    const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
    for (let read = 0; ;) {
      const { value, done } = await reader.read()
      if (done) return
      read += value.length
      yield { bytes: value, done: undefined }
      if (read < limits.unpacked) continue
      skipped = 1
      await reader.cancel()
      return
    }
  }
  return { pieces: pieces(), skipped: () => skipped }
}
