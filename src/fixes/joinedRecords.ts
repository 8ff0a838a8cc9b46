// The records that stand on one line: whole ones, and what is left of one that was cut off. Whole ones
// are found from both ends, so that a string that was cut off in between hides none.
import type { TextOffset } from '../base/units.ts'
import type { TextRange } from '../json/textRange.ts'
import { childrenAt, isContainerAt, skipString, skipValue } from '../json/walkText.ts'
import { isValidJson } from './repairSyntax.ts'

export interface Piece extends TextRange {
  /** JSON as it stands. Otherwise no JSON, or more than one value. */
  readonly isWhole: boolean
}

/** What a line with an unfinished record may be found to be, by where its scan ends: for `codes` of a fix. */
export const CODES_OF_UNFINISHED = [
  'bad-*',
  'control-character',
  'cut-record',
  'mismatched-bracket',
  'missing-*',
  'text-after',
  'truncated-line',
  'two-values',
  'unclosed-bracket',
  'unescaped-quote',
  'unexpected-character',
  'unfinished-record',
  'unquoted-*',
  'unterminated-string',
]

/** What stands between records on a line: spaces, commas, and line breaks written as `\n`. */
const SEPARATORS = /(?:[\s,]|\\r\\n|\\n)*/y
const SEPARATORS_AT_END = /(?:[\s,]|\\r\\n|\\n)$/

/** The pieces of a line in order, with nothing between them but separators. */
export function piecesOf(text: string): readonly Piece[] {
  const whole: Piece[] = []
  let from = skipSeparators(text, text.startsWith('\ufeff') ? 1 : 0)
  while (isContainerAt(text, from)) {
    const to = skipValue(text, from)
    if (!isJson(text, from, to)) break
    whole.push({ from, to, isWhole: true })
    from = skipSeparators(text, to)
  }
  const atEnd: Piece[] = []
  let to = trimSeparators(text, from, text.length)
  while (to > from) {
    const opening = openingOf(text, from, to)
    // The same as the whole rest would have been found from the front.
    if (opening === undefined || opening <= from || !isJson(text, opening, to)) break
    atEnd.unshift({ from: opening, to, isWhole: true })
    to = trimSeparators(text, from, opening)
  }
  const rest = to > from ? [{ from, to, isWhole: false }] : []
  return [...whole, ...rest, ...atEnd]
}

/**
 * The pieces of a line on which a record was cut off before or after whole ones; undefined for all
 * other lines, and where what looks like a record is rather a value inside of the unfinished one.
 */
export function unfinishedRecords(text: string): readonly Piece[] | undefined {
  const pieces = piecesOf(text)
  const at = pieces.findIndex((piece) => !piece.isWhole)
  let stump = pieces[at]
  if (!stump || !isStump(text, stump)) return undefined
  let next = at + 1
  for (let piece = pieces[next]; piece; piece = pieces[++next]) {
    if (!isValuePlace(text, stump.from, piece.from) || repeatsStump(text, stump, piece)) break
    stump = { ...stump, to: piece.to }
  }
  const records = [...pieces.slice(0, at), stump, ...pieces.slice(next)]
  return records.length > 1 ? records : undefined
}

/** Whether a value may stand at `at`, as far as the text from `from` on is JSON. */
function isValuePlace(text: string, from: TextOffset, at: TextOffset): boolean {
  const open: string[] = []
  let last = ''
  for (let i = from; i < at; ) {
    const c = text.charAt(i)
    if (c === '"') i = skipString(text, i)
    else {
      if (c === '{' || c === '[') open.push(c)
      else if (c === '}' || c === ']') open.pop()
      i++
    }
    if (c.trim() !== '') last = c
    // The place is in a string.
    if (i > at) return false
  }
  return last === ':' || last === '[' || (last === ',' && open.at(-1) === '[')
}

/** Whether a piece is a record that was begun and not finished. */
export function isStump(text: string, piece: Piece): boolean {
  return !piece.isWhole && /^[{[]\s*(?:["{[]|$)/.test(text.slice(piece.from, piece.to))
}

/**
 * Whether a record looks like another of the same kind as the unfinished one before it, and not like
 * a value inside of it: its keys begin as that one's do.
 */
export function repeatsStump(text: string, stump: Piece, record: Piece): boolean {
  const begun = keysOf(text.slice(stump.from, stump.to))
  const keys = keysOf(text.slice(record.from, record.to))
  return begun.length > 1 && begun.every((key, i) => keys[i] === key)
}

function keysOf(object: string): readonly string[] {
  return [...childrenAt(object, 0)].map(({ keyFrom, keyTo }) => object.slice(keyFrom, keyTo))
}

function skipSeparators(text: string, at: TextOffset): TextOffset {
  SEPARATORS.lastIndex = at
  SEPARATORS.test(text)
  return SEPARATORS.lastIndex
}

function trimSeparators(text: string, from: TextOffset, to: TextOffset): TextOffset {
  let end = to
  while (end > from) {
    const length = SEPARATORS_AT_END.exec(text.slice(Math.max(from, end - 4), end))?.[0].length
    if (length === undefined) break
    end -= length
  }
  return end
}

/** Where the object or array begins that ends at `to`, read backwards. */
function openingOf(text: string, from: TextOffset, to: TextOffset): TextOffset | undefined {
  if (text[to - 1] !== '}' && text[to - 1] !== ']') return undefined
  let depth = 0
  for (let at = to - 1; at >= from; at--) {
    const c = text[at]
    if (c === '"') {
      at = openingQuote(text, from, at)
      if (at < from) return undefined
    } else if (c === '}' || c === ']') depth++
    else if ((c === '{' || c === '[') && --depth === 0) return at
  }
  return undefined
}

/** The quote before the one at `at` that no backslash escapes; `from` - 1 where there is none. */
function openingQuote(text: string, from: TextOffset, at: TextOffset): TextOffset {
  for (let quote = text.lastIndexOf('"', at - 1); quote >= from; ) {
    let slashes = 0
    while (text[quote - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return quote
    if (quote === 0) break
    quote = text.lastIndexOf('"', quote - 1)
  }
  return from - 1
}

function isJson(text: string, from: TextOffset, to: TextOffset): boolean {
  // Of a whole line it is known, and to fail in parsing is slow.
  if (text.slice(0, from).trim() === '' && text.slice(to).trim() === '') return isValidJson(text)
  try {
    JSON.parse(text.slice(from, to))
    return true
  } catch {
    return false
  }
}
