// A walk over the tokens of JSON-like text that never fails: whatever is wrong with the text, every
// code unit belongs to exactly one token. For layout only (reading view, pasted text); the validator of
// grammar is the worker.
import type { TextOffset } from '../../base/units.ts'

/** `scalar` is any run that is neither whitespace, punctuation nor a string: 12, true, NaN, abc. */
export type JsonTokenKind = 'open' | 'close' | 'comma' | 'colon' | 'string' | 'scalar' | 'space'

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** The kind of the token that starts with this code unit. */
export function tokenKindAt(text: string, at: TextOffset): JsonTokenKind {
  switch (text.charCodeAt(at)) {
    case 0x7b:
    case 0x5b:
      return 'open'
    case 0x7d:
    case 0x5d:
      return 'close'
    case 0x2c:
      return 'comma'
    case 0x3a:
      return 'colon'
    case QUOTE:
      return 'string'
    case 0x20:
    case 0x09:
    case 0x0a:
    case 0x0d:
      return 'space'
    default:
      return 'scalar'
  }
}

/** Where the token that starts at `from` ends, excluded. An unterminated string ends with the text. */
export function tokenEnd(text: string, from: TextOffset, kind: JsonTokenKind): TextOffset {
  if (kind === 'string') return stringEnd(text, from)
  if (kind !== 'space' && kind !== 'scalar') return from + 1
  let to = from + 1
  while (to < text.length && tokenKindAt(text, to) === kind) to++
  return to
}

/** Whether `at` lies between the quotes of a string. Costs a walk over the text before it. */
export function isInsideString(text: string, at: TextOffset): boolean {
  let from = 0
  while (from < at) {
    const kind = tokenKindAt(text, from)
    const to = tokenEnd(text, from, kind)
    if (kind === 'string' && (to > at || (to === at && !isClosed(text, from, to)))) return true
    from = to
  }
  return false
}

function stringEnd(text: string, from: TextOffset): TextOffset {
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return text.length
    // An odd number of backslashes before the quote makes it part of the string.
    let before = quote - 1
    while (before > from && text.charCodeAt(before) === BACKSLASH) before--
    if ((quote - 1 - before) % 2 === 0) return quote + 1
    at = quote + 1
  }
}

function isClosed(text: string, from: TextOffset, to: TextOffset): boolean {
  return to - from >= 2 && stringEnd(text.slice(from, to) + '"', 0) === to - from
}
