// The value of a line that may be broken, as far as it can be read. It is for looking at keys and
// never for fixing: what is not JSON (Python's None, single quotes, a comma too many, a cut end) is
// passed over, and reading ends where nothing makes sense any more.
import type { TextOffset } from '../base/units.ts'
import { isObject } from './jsonPath.ts'
import { skipSpace } from './walkText.ts'

/** Deeper containers end the reading: the keys that tell formats apart are near the root. */
const MAX_DEPTH = 60

/** Text of a line that is read. */
const MAX_LENGTH = 1024 * 1024

/** How far into a line its record may begin: behind a log's prefix, a comment sign, `data:`. */
const MAX_PREFIX = 200

const WORDS: Readonly<Record<string, unknown>> = {
  null: null,
  None: null,
  undefined: null,
  nan: null,
  NaN: null,
  true: true,
  True: true,
  false: false,
  False: false,
}

/** Undefined for a line that does not look like an object. */
export function partialValue(line: string): Readonly<Record<string, unknown>> | undefined {
  const text = line.length > MAX_LENGTH ? line.slice(0, MAX_LENGTH) : line
  const from = skipSpace(text, 0)
  if (text[from] === '[') return undefined
  const begin = /\{\s*["'“\w$}]/.exec(text.slice(from, from + MAX_PREFIX))
  if (begin === null) return undefined
  const value = new PartialReader(text).value(from + begin.index, 0)
  return isObject(value) ? value : undefined
}

class PartialReader {
  readonly #text: string
  #at: TextOffset = 0
  /** Nothing after this makes sense. */
  #isOver = false

  constructor(text: string) {
    this.#text = text
  }

  value(at: TextOffset, depth: number): unknown {
    this.#at = skipSpace(this.#text, at)
    const c = this.#text[this.#at]
    if (c === '{' || c === '[') {
      if (depth < MAX_DEPTH) return c === '{' ? this.#object(depth) : this.#array(depth)
      this.#isOver = true
      return undefined
    }
    if (c === '"' || c === "'" || c === '“') return this.#string(c)
    return this.#word()
  }

  #object(depth: number): Record<string, unknown> {
    const members = Object.create(null) as Record<string, unknown>
    this.#at++
    for (;;) {
      if (this.#isAtEnd('}')) return members
      const c = this.#text[this.#at] as string
      const isQuoted = c === '"' || c === "'" || c === '“'
      const key = isQuoted ? this.#string(c) : this.#bareKey()
      this.#at = skipSpace(this.#text, this.#at)
      // Behind a key in quotes the colon may be missing; a bare word without one is part of a text
      // whose quotes are not escaped.
      const isKey = this.#text[this.#at] === ':' || (isQuoted && this.#beginsValue())
      if (key === undefined || !isKey) {
        this.#isOver = true
        return members
      }
      if (this.#text[this.#at] === ':') this.#at++
      if (skipSpace(this.#text, this.#at) >= this.#text.length) this.#isOver = true
      const value = this.#isOver ? undefined : this.value(this.#at, depth + 1)
      members[key] = value === undefined ? null : value
    }
  }

  #array(depth: number): unknown[] {
    const elements: unknown[] = []
    this.#at++
    while (!this.#isAtEnd(']')) {
      const before = this.#at
      elements.push(this.value(this.#at, depth + 1))
      if (this.#at === before) this.#isOver = true
    }
    return elements
  }

  /** Passes commas and spaces. True at the end of the container, which is passed, and of it all. */
  #isAtEnd(close: string): boolean {
    if (this.#isOver) return true
    for (;;) {
      this.#at = skipSpace(this.#text, this.#at)
      const c = this.#text[this.#at]
      if (c === ',' || c === ';') this.#at++
      else if (c === close) {
        this.#at++
        return true
      } else if (c === undefined || c === '}' || c === ']') {
        // A bracket of the other kind: whose it is no one knows.
        this.#isOver = true
        return true
      } else return false
    }
  }

  #beginsValue(): boolean {
    return '{["'.includes(this.#text[this.#at] ?? ' ')
  }

  #bareKey(): string | undefined {
    const key = /^[\w$-]+/.exec(this.#text.slice(this.#at, this.#at + 100))?.[0]
    this.#at += key?.length ?? 0
    return key
  }

  #string(quote: string): string {
    const close = quote === '“' ? '”' : quote
    const from = this.#at + 1
    let end = this.#text.indexOf(close, from)
    while (end >= 0 && isEscaped(this.#text, end)) end = this.#text.indexOf(close, end + 1)
    if (end < 0) this.#isOver = true
    const to = end < 0 ? this.#text.length : end
    this.#at = to + 1
    const inner = this.#text.slice(from, to)
    if (quote !== '"' || !inner.includes('\\') || end < 0) return inner
    try {
      return JSON.parse(`"${inner}"`) as string
    } catch {
      return inner
    }
  }

  #word(): unknown {
    const from = this.#at
    while (this.#at < this.#text.length && !',}]'.includes(this.#text[this.#at] as string))
      this.#at++
    const word = this.#text.slice(from, this.#at).trim()
    if (Object.hasOwn(WORDS, word)) return WORDS[word]
    const number = Number(word)
    return word === '' || Number.isNaN(number) ? word : number
  }
}

function isEscaped(text: string, at: TextOffset): boolean {
  let slashes = 0
  while (text[at - 1 - slashes] === '\\') slashes++
  return slashes % 2 === 1
}
