declare module 'ahocorasick' {
  /** Finds these words; `search` gives the last index of each place and the words that end there. */
  export default class AhoCorasick {
    constructor(words: readonly string[])
    search(text: string): [number, string[]][]
  }
}
