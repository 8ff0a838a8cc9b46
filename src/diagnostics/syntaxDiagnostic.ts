// A syntax error with its place in the text, from what the scanner reports.
import type { TextOffset } from '../base/units.ts'
import { byteToTextOffset } from '../json/utf8Offsets.ts'
import { assert } from '../base/assert.ts'
import type { SyntaxCode } from '../scanner/syntaxCodes.ts'
import { explainSyntax, syntaxFinding } from './codes.ts'
import type { Diagnostic, TextRange } from './diagnostic.ts'

/** Code units of a line that a range may cover beyond its first. */
const MAX_RANGE = 200

/**
 * `byteOffset` counts from the start of `bytes`, which is the line without its line end, and `text`
 * is `bytes` decoded, a leading byte order mark included. The range holds at least one code unit of
 * the text; an empty line has none.
 */
export function syntaxDiagnostic(
  code: SyntaxCode,
  byteOffset: number,
  text: string,
  bytes: Uint8Array,
): Diagnostic {
  assert(code !== 'valid', 'a valid line has no diagnostic')
  const offset = byteToTextOffset(bytes, byteOffset)
  const message = explainSyntax(code, { text, bytes, byteOffset, offset })
  const diagnostic: Diagnostic = { ...syntaxFinding(code), message, byteOffset }
  return text === '' ? diagnostic : { ...diagnostic, range: rangeAt(code, text, offset) }
}

function rangeAt(code: SyntaxCode, text: string, offset: TextOffset): TextRange {
  if (code === 'blank-line') return { from: 0, to: text.length }
  if (offset >= text.length) {
    // Something is missing at the end: the last character stands for it.
    const isPair = text.length > 1 && (text.codePointAt(text.length - 2) as number) > 0xffff
    return { from: text.length - (isPair ? 2 : 1), to: text.length }
  }
  const one = (text.codePointAt(offset) as number) > 0xffff ? 2 : 1
  return { from: offset, to: Math.max(offset + one, extentEnd(code, text, offset)) }
}

/** The end of what is wrong, where it is more than a character. */
function extentEnd(code: SyntaxCode, text: string, offset: TextOffset): TextOffset {
  const rest = text.slice(offset, offset + MAX_RANGE)
  const pattern = EXTENTS[code]
  return offset + (pattern?.exec(rest)?.[0].length ?? 0)
}

const WORD = /^[^\s,:{}[\]"']+/
const TO_END = /^.*\S/s

const EXTENTS: Readonly<Partial<Record<SyntaxCode, RegExp>>> = {
  'unquoted-key': WORD,
  'unquoted-string': WORD,
  'bad-number': WORD,
  'python-literal': WORD,
  'javascript-literal': WORD,
  comment: /^(?:\/\*.*?\*\/|\/\/.*|#.*|\/\*.*)/s,
  'text-before': /^[^{[]*[^\s{[]/,
  'text-after': TO_END,
  'two-values': TO_END,
  'unterminated-string': TO_END,
  'conflict-marker': TO_END,
  'unfinished-record': TO_END,
  'plain-text': TO_END,
}
