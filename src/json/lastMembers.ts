// A JSON text in which no key stands twice, and which means the same to JSON.parse: of equal keys the last one is
// left. All values are as they are written.
import type { TextOffset } from '../base/units.ts'
import { memberNameAt, skipSpace, skipString, skipValue } from './walkText.ts'

const QUOTE = 34
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125

/** `text` is valid JSON, a leading U+FEFF aside. Throws RangeError where it is nested some thousand levels deep. */
export function lastMembers(text: string): string {
  return new Spelling(text).value(skipSpace(text, 0))
}

class Spelling {
  readonly #text: string
  /** Behind what was read last. */
  #at: TextOffset = 0

  constructor(text: string) {
    this.#text = text
  }

  value(at: TextOffset): string {
    const first = this.#text.charCodeAt(at)
    if (first === OPEN_BRACE) return this.#object(at)
    if (first === OPEN_BRACKET) return this.#array(at)
    this.#at = first === QUOTE ? skipString(this.#text, at) : skipValue(this.#text, at)
    return this.#text.slice(at, this.#at)
  }

  #object(from: TextOffset): string {
    const members = new Map<string, string>()
    let at = skipSpace(this.#text, from + 1)
    while (this.#text.charCodeAt(at) !== CLOSE_BRACE) {
      const keyTo = skipString(this.#text, at)
      const name = memberNameAt(this.#text, at, keyTo)
      const key = this.#text.slice(at, keyTo)
      const colon = skipSpace(this.#text, keyTo)
      members.set(name, `${key}:${this.value(skipSpace(this.#text, colon + 1))}`)
      at = this.#next(CLOSE_BRACE)
    }
    this.#at = at + 1
    return `{${[...members.values()].join(',')}}`
  }

  #array(from: TextOffset): string {
    const items: string[] = []
    let at = skipSpace(this.#text, from + 1)
    while (this.#text.charCodeAt(at) !== CLOSE_BRACKET) {
      items.push(this.value(at))
      at = this.#next(CLOSE_BRACKET)
    }
    this.#at = at + 1
    return `[${items.join(',')}]`
  }

  /** At the closing bracket, or behind the comma. */
  #next(close: number): TextOffset {
    const at = skipSpace(this.#text, this.#at)
    return this.#text.charCodeAt(at) === close ? at : skipSpace(this.#text, at + 1)
  }
}
