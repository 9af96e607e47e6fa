import type { Shell } from '../engine/fill.ts'

/** One word of a command. `dynamic`: the shell puts something in, so its text is not all known. `quoted`: written in quotes. */
export type Word = { text: string; dynamic: boolean; quoted: boolean }
/** A simple command: the program and its arguments, without redirections and assignments. */
export type Call = readonly Word[]
/** The commands of a text in the order they begin, those inside `$(…)`, `(…)` and `{…}` too, and what keeps a shell from reading it. */
export type Parsed = { calls: readonly Call[]; problems: readonly string[] }

const keywords = new Set(['if', 'then', 'else', 'elif', 'fi', 'do', 'done', 'while', 'until', '!', '{', '}'])
/** What the reader fills in, and no redirection. */
const placeholder = /^<[A-Za-z]+>/
const assignment = /^[A-Za-z_][A-Za-z0-9_]*\+?=/

/** Splits what is typed into simple commands. It knows the part of both languages that commands to copy are made of, not programs. */
export function parseCommands(text: string, shell: Shell): Parsed {
  const reader = new Reader(text, shell === 'powershell')
  reader.commands('')
  return { calls: reader.calls, problems: reader.problems }
}

class Reader {
  readonly calls: Word[][] = []
  readonly problems: string[] = []
  private at = 0
  private call: Word[] = []
  private heredocs: string[] = []
  private readonly text: string
  private readonly powershell: boolean

  constructor(text: string, powershell: boolean) {
    this.text = text
    this.powershell = powershell
  }

  /** Reads commands up to `end`, or up to the end of the text when `end` is empty. */
  commands(end: string): void {
    const outer = this.call
    this.begin()
    while (this.at < this.text.length) {
      const char = this.text[this.at]!
      if (char === end) {
        this.at++
        this.call = outer
        return
      }
      this.step(char)
    }
    if (end) this.problems.push(`a “${end}” is missing`)
    this.call = outer
  }

  private step(char: string): void {
    const escape = this.powershell ? '`' : '\\'
    if (char === '\n') {
      this.at++
      this.skipHeredocs()
      this.begin()
    } else if (/\s/.test(char)) this.at++
    else if (char === escape && this.text[this.at + 1] === '\n') this.at += 2
    else if (char === ';' || char === '|' || char === '&') this.operator()
    else if (char === '#') this.skipLine()
    else if (this.redirection()) return
    else if (char === '(' || (char === '{' && this.powershell)) this.group(char === '(' ? ')' : '}')
    else if (char === ')' || (char === '}' && this.powershell)) {
      this.problems.push(`a “${char}” closes nothing`)
      this.at++
    } else this.word()
  }

  private begin(): void {
    this.call = []
    this.calls.push(this.call)
  }

  private operator(): void {
    const first = this.text[this.at]
    // PowerShell's call operator: what follows is the program.
    const isCall = this.powershell && first === '&' && this.text[this.at + 1] !== '&' && this.call.length === 0
    this.at += this.text[this.at + 1] === first ? 2 : 1
    if (!isCall) this.begin()
  }

  private skipLine(): void {
    while (this.at < this.text.length && this.text[this.at] !== '\n') this.at++
  }

  private group(end: string): void {
    this.at++
    if (this.call.length > 0) this.call.push({ text: '', dynamic: true, quoted: false })
    else this.call.push({ text: end === ')' ? '(' : '{', dynamic: true, quoted: false })
    this.commands(end)
    // A member of what the group gives, such as `(Get-Date).ToUniversalTime()`, is part of the same expression.
    if (this.powershell && /[.[]/.test(this.text[this.at] ?? '')) this.word()
  }

  /** `> file`, `2>&1`, `<<'EOF'`: no words of the command. Whether one stood here. */
  private redirection(): boolean {
    const rest = this.text.slice(this.at, this.at + 40)
    const found = /^(\d?>>?(&\d)?|<<-?|<)/.exec(rest)
    if (!found || placeholder.test(rest)) return false
    const previous = this.text[this.at - 1]
    if (/^\d/.test(found[0]) && previous !== undefined && !/\s/.test(previous)) return false
    if (this.powershell && found[0].startsWith('<')) this.problems.push('“<” is reserved in PowerShell')
    this.at += found[0].length
    if (found[2]) return true
    while (this.text[this.at] === ' ') this.at++
    const call = this.call
    this.call = []
    if (this.at < this.text.length) this.word()
    const [target] = this.call
    this.call = call
    if (!target) this.problems.push(`nothing stands behind “${found[0]}”`)
    else if (found[0].startsWith('<<')) this.heredocs.push(target.text)
    return true
  }

  private skipHeredocs(): void {
    for (const end of this.heredocs.splice(0)) {
      let line: string | undefined
      while (this.at < this.text.length && line !== end) {
        const stop = this.text.indexOf('\n', this.at)
        line = this.text.slice(this.at, stop < 0 ? undefined : stop).trim()
        this.at = stop < 0 ? this.text.length : stop + 1
      }
      if (line !== end) this.problems.push(`the text that ends at “${end}” does not end`)
    }
  }

  private word(): void {
    const word: Word = { text: '', dynamic: false, quoted: false }
    const start = this.at
    while (this.at < this.text.length) {
      const char = this.text[this.at]!
      if (/[\s;|&]/.test(char)) break
      if (char === "'") this.verbatim(word)
      else if (char === '"') this.expandable(word)
      else if (char === '$') this.expansion(word)
      else if (char === '`' && !this.powershell) this.substitution(word, '`')
      else if (char === (this.powershell ? '`' : '\\')) {
        word.text += this.text[this.at + 1] ?? ''
        this.at += 2
      } else if (char === '>' || char === '<') {
        if (!this.placeholder(word)) break
      } else if (char === '(' || (char === '{' && this.powershell)) {
        if (!this.powershell) break
        // `@(…)`, the arguments of a method, and `@{…}`, which holds no commands.
        const { length } = this.calls
        word.dynamic = true
        this.inner(char === '(' ? ')' : '}')
        if (char === '{') this.calls.splice(length)
      } else if (char === ')' || (char === '}' && this.powershell)) break
      else {
        word.text += char
        this.at++
      }
    }
    if (this.at === start) this.at++
    this.add(word)
  }

  private placeholder(word: Word): boolean {
    const found = placeholder.exec(this.text.slice(this.at, this.at + 40))
    if (!found) return false
    word.text += found[0]
    this.at += found[0].length
    return true
  }

  private add(word: Word): void {
    const isFirst = this.call.length === 0
    if (isFirst && !word.quoted && keywords.has(word.text) && !this.powershell) return
    if (isFirst && !this.powershell && assignment.test(word.text)) return
    // `$env:NAME = …`: the value is a statement of its own.
    if (this.powershell && word.text === '=' && this.call.length === 1) {
      this.begin()
      return
    }
    this.call.push(word)
  }

  /** What stands in brackets inside a word: its commands are read, its text is not known. */
  private inner(end: string): void {
    const { call } = this
    this.at++
    this.commands(end)
    this.call = call
  }

  private verbatim(word: Word): void {
    word.quoted = true
    this.at++
    for (;;) {
      const end = this.text.indexOf("'", this.at)
      if (end < 0) {
        this.problems.push("a ' is missing")
        this.at = this.text.length
        return
      }
      word.text += this.text.slice(this.at, end)
      this.at = end + 1
      // PowerShell writes a quote in quotes twice.
      if (!this.powershell || this.text[this.at] !== "'") return
      word.text += "'"
      this.at++
    }
  }

  private expandable(word: Word): void {
    word.quoted = true
    this.at++
    const escape = this.powershell ? '`' : '\\'
    while (this.at < this.text.length) {
      const char = this.text[this.at]!
      if (char === '"') {
        this.at++
        return
      }
      if (char === escape) {
        word.text += this.text[this.at + 1] ?? ''
        this.at += 2
      } else if (char === '$') this.expansion(word)
      else if (char === '`') this.substitution(word, '`')
      else {
        word.text += char
        this.at++
      }
    }
    this.problems.push('a " is missing')
  }

  private expansion(word: Word): void {
    const rest = this.text.slice(this.at)
    const variable = /^\$(env:[A-Za-z0-9_]+|[A-Za-z_][A-Za-z0-9_]*|[?#@*0-9$])/.exec(rest)
    if (rest.startsWith('$(')) {
      this.at++
      word.dynamic = true
      this.inner(')')
    } else if (rest.startsWith('${')) {
      const end = rest.indexOf('}')
      if (end < 0) this.problems.push('a “}” is missing')
      word.dynamic = true
      this.at += end < 0 ? rest.length : end + 1
    } else if (variable) {
      word.dynamic = true
      word.text += variable[0]
      this.at += variable[0].length
    } else {
      word.text += '$'
      this.at++
    }
  }

  private substitution(word: Word, end: string): void {
    word.dynamic = true
    this.inner(end)
  }
}
