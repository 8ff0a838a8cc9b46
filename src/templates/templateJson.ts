// Reads the JSON of a template: strict, with the place of what is wrong in the words of this app, since those
// of engines differ. Its text is kept, without the spaces between values: numbers keep their digits.
import { type Message, msg } from '../i18n/message.ts'

/** `at`: code units from the start of the text. */
export interface JsonProblem {
  readonly message: Message
  readonly at: number
}

export interface JsonReceiver {
  /** JSON text that stands as it is. */
  json(text: string): void
  /** A string that is a value, with its quotes. */
  text(json: string, at: number): void
  /** A string that is a key, with its quotes. */
  key(json: string, at: number): void
}

/** Deeper nesting is no request of any API. */
const MAX_DEPTH = 200

class Stop extends Error {
  readonly problem: JsonProblem

  constructor(problem: JsonProblem) {
    super('stop')
    this.problem = problem
  }
}

/** Undefined when the text is one JSON value. */
export function readTemplateJson(text: string, receiver: JsonReceiver): JsonProblem | undefined {
  try {
    new Reader(text, receiver).readAll()
    return undefined
  } catch (error) {
    if (error instanceof Stop) return error.problem
    throw error
  }
}

const SPACE = /[ \t\r\n]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
// oxlint-disable-next-line no-control-regex -- control characters are what JSON forbids
const STRING_PART = /(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y

class Reader {
  readonly #text: string
  readonly #receiver: JsonReceiver
  #at = 0

  constructor(text: string, receiver: JsonReceiver) {
    this.#text = text
    this.#receiver = receiver
  }

  readAll(): void {
    this.#space()
    this.#value(0)
    this.#space()
    if (this.#at < this.#text.length)
      this.#fail(msg('Something follows after the end of the JSON.'))
  }

  #value(depth: number): void {
    if (depth > MAX_DEPTH) this.#fail(msg('The JSON nests too deep.'))
    const from = this.#at
    const first = this.#text[from]
    if (first === '{') this.#members(depth)
    else if (first === '[') this.#elements(depth)
    else if (first === '"') this.#receiver.text(this.#string(), from)
    else {
      const scalar = this.#take(WORD) || this.#take(NUMBER)
      if (scalar === '') {
        this.#fail(
          first === undefined
            ? msg('The JSON ends before it is complete.')
            : msg('A value is missing here, or it is not JSON: texts stand in double quotes.'),
        )
      }
      this.#receiver.json(scalar)
    }
  }

  #members(depth: number): void {
    this.#sign('{')
    if (this.#isNext('}')) return this.#sign('}')
    for (;;) {
      const from = this.#at
      if (this.#text[from] !== '"') this.#fail(msg('A key in double quotes is missing here.'))
      this.#receiver.key(this.#string(), from)
      this.#space()
      if (!this.#isNext(':')) this.#fail(msg('A colon is missing after the key.'))
      this.#sign(':')
      this.#value(depth + 1)
      this.#space()
      if (this.#isNext('}')) return this.#sign('}')
      if (!this.#isNext(',')) this.#failAtEnd()
      this.#sign(',')
    }
  }

  #elements(depth: number): void {
    this.#sign('[')
    if (this.#isNext(']')) return this.#sign(']')
    for (;;) {
      this.#value(depth + 1)
      this.#space()
      if (this.#isNext(']')) return this.#sign(']')
      if (!this.#isNext(',')) this.#failAtEnd()
      this.#sign(',')
    }
  }

  #string(): string {
    const from = this.#at
    this.#at++
    this.#take(STRING_PART)
    const end = this.#text[this.#at]
    if (end === '\n' || end === '\r') {
      this.#fail(msg('A line break within a text is written \\n in JSON.'))
    }
    if (end === undefined) this.#fail(msg('A string in double quotes is not closed.'), from)
    if (end !== '"') this.#fail(msg('This character cannot stand so in a text of JSON.'))
    this.#at++
    return this.#text.slice(from, this.#at)
  }

  #failAtEnd(): never {
    this.#fail(
      this.#at >= this.#text.length
        ? msg('The JSON ends before it is complete.')
        : msg('A comma is missing here.'),
    )
  }

  #fail(message: Message, at = this.#at): never {
    throw new Stop({ message, at })
  }

  #isNext(sign: string): boolean {
    return this.#text[this.#at] === sign
  }

  #sign(sign: string): void {
    this.#at++
    this.#receiver.json(sign)
    this.#space()
  }

  #space(): void {
    this.#take(SPACE)
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0] ?? ''
    this.#at += found.length
    return found
  }
}
