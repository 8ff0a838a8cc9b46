// What the tolerant reading of a line (syntaxReader.ts) finds: small repairs, each with its cause, so
// that a fix can make those of its cause and leave the rest.
import type { TextOffset } from '../../base/units.ts'
import type { TextRange } from '../../diagnostics/diagnostic.ts'
import type { TextSplice } from '../textSplice.ts'

/**
 * Mostly the scanner's codes; finer where different fixes answer to one code:
 * - `extra-comma`: a comma where a value belongs, as in `[1,,2]`
 * - `literal-case`: TRUE, Null
 * - `closing`: only brackets lack at the end of the line; `cut-off`: more than that
 * - `extra-bracket`, `wrong-bracket`: closes nothing, closes the wrong thing
 * - `odd-space`, `odd-punctuation`: spaces that JSON does not know; `，`, `；`, `=>` and the like
 * - `written-break`: `\n` or `\r\n` in letters, before or after a value
 * - `tuple`: parentheses for an array
 */
export type RepairCause =
  | 'trailing-comma'
  | 'extra-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-value'
  | 'unquoted-key'
  | 'unquoted-string'
  | 'single-quotes'
  | 'smart-quotes'
  | 'unterminated-string'
  | 'unescaped-quote'
  | 'bad-escape'
  | 'control-character'
  | 'nul-byte'
  | 'bad-number'
  | 'python-literal'
  | 'javascript-literal'
  | 'literal-case'
  | 'comment'
  | 'closing'
  | 'cut-off'
  | 'extra-bracket'
  | 'wrong-bracket'
  | 'two-values'
  | 'bom'
  | 'record-separator'
  | 'written-break'
  | 'odd-space'
  | 'odd-punctuation'
  | 'tuple'

/** For `two-values`, `insert` is a line feed: there the line is to be split. */
export interface Repair extends TextSplice {
  readonly cause: RepairCause
}

export interface SyntaxReading {
  /** Ascending by `from`, without overlap. */
  readonly repairs: readonly Repair[]
  /** Where it is not clear what was meant; absent when the whole text was read. */
  readonly stoppedAt?: TextOffset
  /** Where the first thing that is not JSON was seen; absent for valid JSON. */
  readonly firstErrorAt?: TextOffset
  /** The complete values at the top: one in a good line. */
  readonly values: readonly TextRange[]
}

/**
 * What to do with a bracket that closes another one than is open: take it for the right one, put the
 * lacking ones before it, or drop it.
 */
export type MismatchPolicy = 'replace' | 'insert' | 'remove'

/** Where a string or other value stands; decides what may follow it. */
export type RepairPlace = 'key' | 'member' | 'element' | 'top'

export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13
}

/** The first offset at or after `at` that is not whitespace of JSON. */
export function skipBlanks(text: string, at: TextOffset): TextOffset {
  let i = at
  while (isSpace(text.charCodeAt(i))) i++
  return i
}

/** The first offset at or after `at` that is neither whitespace nor a line break written as `\n`. */
export function skipWrittenBreaks(text: string, at: TextOffset): TextOffset {
  let i = skipBlanks(text, at)
  while (isWrittenBreak(text, i)) i = skipBlanks(text, i + 2)
  return i
}

export function isWrittenBreak(text: string, at: TextOffset): boolean {
  return text[at] === '\\' && (text[at + 1] === 'n' || text[at + 1] === 'r')
}

const WORD = /[\p{L}\p{M}\p{N}_$]/u

/** Whether a letter, digit, `_` or `$` stands at `at`. */
export function isWordAt(text: string, at: TextOffset): boolean {
  const code = text.codePointAt(at)
  return code !== undefined && WORD.test(String.fromCodePoint(code))
}
