// Keys and values without quotes, and what a key or a value can begin with.
import type { TextOffset } from '../../base/units.ts'
import { literalAt, numberLikeAt } from './readScalar.ts'
import { isQuoteAt } from './readString.ts'
import { isSpace, isWordAt } from './repair.ts'

const BARE_KEY = /[^\s:"'{}[\],(\\\p{Cc}][^:"'{}[\],(\\\p{Cc}]*"?(?=\s*[:\uff1a])/uy

/** The end of a key without quotes at `at`, a colon following; undefined where there is none. */
export function bareKeyEnd(text: string, at: TextOffset): TextOffset | undefined {
  BARE_KEY.lastIndex = at
  const key = BARE_KEY.exec(text)?.[0].trimEnd()
  return key !== undefined && isWordAt(text, at) ? at + key.length : undefined
}

export interface BareText {
  readonly to: TextOffset
  /** Only the opening quote lacks. */
  readonly hasEndQuote: boolean
}

/** A value without quotes in an object or array: goes up to what can follow a value. */
export function bareTextAt(text: string, from: TextOffset): BareText | undefined {
  let to = from
  while (to < text.length && !',{}[]()'.includes(text.charAt(to))) to++
  if (to === text.length || '{[('.includes(text.charAt(to))) return undefined
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  let bare = text.slice(from, to)
  const hasEndQuote = bare.length > 1 && bare.endsWith('"')
  if (hasEndQuote) bare = bare.slice(0, -1)
  const isText = isWordAt(text, from) || /^[+\-./@#~<]\S*[\p{L}\p{N}]/u.test(bare)
  // A colon before a space is rather that of a key whose comma lacks.
  if (!isText || /["\\\p{Cc}]|:(?=\s|$)/u.test(bare)) return undefined
  return { to, hasEndQuote }
}

/** The quote after a prefix of Python: b'…', u'…', r"…". */
export function prefixedQuoteAt(text: string, at: TextOffset): TextOffset | undefined {
  const prefix = /^[bBrRuU]{1,2}(?=['"])/.exec(text.slice(at, at + 3))?.[0]
  return prefix === undefined ? undefined : at + prefix.length
}

export function isKeyStart(text: string, at: TextOffset): boolean {
  return isQuoteAt(text, at) || bareKeyEnd(text, at) !== undefined
}

export function isValueStart(text: string, at: TextOffset): boolean {
  const c = text[at]
  if (c === '{' || c === '[' || isQuoteAt(text, at)) return true
  return literalAt(text, at) !== undefined || numberLikeAt(text, at) !== undefined
}

/** `12abc` or `"a"1` at the top is one odd thing and not two values. */
export function isSpacelessScalar(text: string, lastEnd: TextOffset, next: TextOffset): boolean {
  return lastEnd === next && isWordAt(text, next)
}
