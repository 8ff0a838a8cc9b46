// Steps over the text of a valid JSON line without parsing it. Nothing here checks the grammar: on
// text that is not valid JSON the results mean nothing, but every loop ends.
import type { TextOffset } from '../base/units.ts'

const QUOTE = 34
const COMMA = 44
const OPEN_BRACKET = 91
const BACKSLASH = 92
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125

/** Crosses a vector of numbers several times faster than a loop does; where values are short it is slower. */
const STRUCTURE = /["[\]{}]/g
/** Characters without structure in a row that are looked at one by one. */
const MOST_PLAIN = 64

/** What a member or element looks like in the text. Offsets are of the line. */
export interface Child {
  /** Of the key with its quotes; -1 in arrays. */
  readonly keyFrom: TextOffset
  readonly keyTo: TextOffset
  readonly valueFrom: TextOffset
  readonly valueTo: TextOffset
}

/** The first offset at or after `at` that is not whitespace of JSON. A leading U+FEFF is skipped. */
export function skipSpace(text: string, at: TextOffset): TextOffset {
  let i = at
  for (;;) {
    const c = text.charCodeAt(i)
    if (c === 32 || c === 9 || c === 10 || c === 13 || (i === 0 && c === 0xfeff)) i++
    else return i
  }
}

/** The end of the string whose opening quote is at `at`, closing quote included. */
export function skipString(text: string, at: TextOffset): TextOffset {
  let i = at + 1
  for (;;) {
    const quote = text.indexOf('"', i)
    if (quote < 0) return text.length
    let slashes = 0
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0) return quote + 1
    i = quote + 1
  }
}

/** The end of the value that begins at `at`. Objects and arrays are crossed without recursion. */
export function skipValue(text: string, at: TextOffset): TextOffset {
  const first = text.charCodeAt(at)
  if (first === QUOTE) return skipString(text, at)
  if (first !== OPEN_BRACE && first !== OPEN_BRACKET) return skipScalar(text, at)
  let depth = 0
  let plain = 0
  let i = at
  while (i < text.length) {
    const c = text.charCodeAt(i)
    if (c === QUOTE) {
      i = skipString(text, i)
      plain = 0
      continue
    }
    i++
    if (c === OPEN_BRACE || c === OPEN_BRACKET) depth++
    else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) {
      if (--depth === 0) return i
    } else if (++plain > MOST_PLAIN) {
      STRUCTURE.lastIndex = i
      i = STRUCTURE.test(text) ? STRUCTURE.lastIndex - 1 : text.length
      plain = 0
    }
  }
  return text.length
}

function skipScalar(text: string, at: TextOffset): TextOffset {
  let i = at
  while (i < text.length) {
    const c = text.charCodeAt(i)
    if (c <= 32 || c === COMMA || c === CLOSE_BRACE || c === CLOSE_BRACKET) break
    i++
  }
  return i
}

/** True at the start of an object or array. */
export function isContainerAt(text: string, at: TextOffset): boolean {
  const c = text.charCodeAt(at)
  return c === OPEN_BRACE || c === OPEN_BRACKET
}

export function isObjectAt(text: string, at: TextOffset): boolean {
  return text.charCodeAt(at) === OPEN_BRACE
}

/** The members or elements of the object or array at `at`, in order of the text. */
export function* childrenAt(text: string, at: TextOffset): Generator<Child> {
  const isObject = isObjectAt(text, at)
  if (!isObject && text.charCodeAt(at) !== OPEN_BRACKET) return
  let i = skipSpace(text, at + 1)
  while (i < text.length) {
    const c = text.charCodeAt(i)
    if (c === CLOSE_BRACE || c === CLOSE_BRACKET) return
    let keyFrom = -1
    let keyTo = -1
    if (isObject) {
      keyFrom = i
      keyTo = skipString(text, i)
      // Past the colon.
      i = skipSpace(text, skipSpace(text, keyTo) + 1)
    }
    const valueTo = skipValue(text, i)
    yield { keyFrom, keyTo, valueFrom: i, valueTo }
    i = skipSpace(text, valueTo)
    if (text.charCodeAt(i) === COMMA) i = skipSpace(text, i + 1)
    else if (i === valueTo && valueTo === keyTo) return
    else if (text.charCodeAt(i) !== CLOSE_BRACE && text.charCodeAt(i) !== CLOSE_BRACKET) return
  }
}

/** The key between [from, to), quotes included, as JSON.parse would give it. */
export function memberNameAt(text: string, from: TextOffset, to: TextOffset): string {
  const inner = text.slice(from + 1, to - 1)
  return inner.includes('\\') ? (JSON.parse(text.slice(from, to)) as string) : inner
}
