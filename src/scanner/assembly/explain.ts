// Names the cause of a failure that the grammar has recorded. Runs once per invalid line and looks
// at the rest of the line at most twice, so a file of broken lines keeps its speed.

import {
  BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, MINUS, OPEN_BRACE, OPEN_BRACKET, QUOTE,
  RECORD_SEPARATOR_BYTE, isDigit, isWordByte, skipSpace,
} from './bytes'
import {
  BAD_ESCAPE, BAD_NUMBER, BOM, COMMENT, CONFLICT_MARKER, CONTROL_CHARACTER, CUT_RECORD, INVALID_UTF8,
  JAVASCRIPT_LITERAL, MISMATCHED_BRACKET, MISSING_COLON, MISSING_COMMA, MISSING_VALUE, NUL_BYTE,
  PLAIN_TEXT, PYTHON_LITERAL, RECORD_SEPARATOR, SINGLE_QUOTES, SMART_QUOTES, TEXT_AFTER, TEXT_BEFORE,
  TOO_DEEP, TRAILING_COMMA, TRUNCATED_LINE, TWO_VALUES, UNCLOSED_BRACKET, UNESCAPED_QUOTE,
  UNEXPECTED_CHARACTER, UNFINISHED_RECORD, UNOPENED_BRACKET, UNQUOTED_KEY, UNQUOTED_STRING,
  UNTERMINATED_STRING,
} from './codes'
import {
  AFTER_MEMBER, AT_DEPTH, IN_COLON, IN_ESCAPE, IN_KEY, IN_LITERAL, IN_NUMBER, IN_STRING,
  IN_UTF8, IN_VALUE, AFTER_VALUE, failedAt, failedDepth, failedFrom, failedIn,
} from './failure'
import { skipValue } from './grammar'
import { hasValueText, isDateLike, isJavascriptWord, isLetter, isProse, isPythonWord } from './prose'
import { isRecordAfterCut } from './cutRecords'
import { sequenceLength } from './utf8'

/** Address that the last explanation points at. */
export let explainedAt: usize = 0

const APOSTROPHE: u8 = 39
const PLUS: u8 = 43
const DOT: u8 = 46
const SLASH: u8 = 47
const HASH: u8 = 35

/**
 * The code for the failure recorded while validating [text, end), line end and leading BOM excluded;
 * the byte at `end` is CR or LF. `unended`: this is the end of the file, without LF.
 */
export function explain(text: usize, end: usize, unended: bool): u8 {
  if (failedAt >= end) return explainEnd(end, unended)
  explainedAt = failedAt
  const at = failedAt
  if (failedIn == IN_STRING) return load<u8>(at) == 0 ? NUL_BYTE : CONTROL_CHARACTER
  if (failedDepth && isRecordAfterCut(text, end)) return UNFINISHED_RECORD
  if (failedIn == IN_ESCAPE) return BAD_ESCAPE
  if (failedIn == IN_UTF8) return explainUtf8(at, end, unended)
  if (failedIn == AT_DEPTH) return TOO_DEEP
  if (failedIn == IN_NUMBER) {
    if (isJavascriptWord(at)) return JAVASCRIPT_LITERAL
    if (failedDepth) return isDateLike(at) ? UNQUOTED_STRING : BAD_NUMBER
    if (hasOpening(at, end)) return TEXT_BEFORE
    return isProse(text, end) ? PLAIN_TEXT : BAD_NUMBER
  }
  if (failedIn == IN_LITERAL) {
    if (isJavascriptWord(failedFrom)) return JAVASCRIPT_LITERAL
    if (failedDepth) return UNQUOTED_STRING
    return hasOpening(at, end) ? TEXT_BEFORE : PLAIN_TEXT
  }
  const anywhere = explainForeign(text, at, end, unended)
  if (anywhere) return anywhere
  if (failedIn == IN_VALUE) return failedDepth ? explainInner(at) : explainTop(at, end)
  if (failedIn == IN_KEY) return explainKey(at)
  if (failedIn == IN_COLON) {
    return isAfterQuote(at) || isInsideString(at, end) ? UNESCAPED_QUOTE : MISSING_COLON
  }
  if (failedIn == AFTER_MEMBER) return explainAfterMember(at, end)
  return explainAfterValue(text, at, end)
}

/** The line ended where more was due. */
function explainEnd(end: usize, unended: bool): u8 {
  explainedAt = end
  if (unended) return TRUNCATED_LINE
  if (failedIn == IN_STRING || failedIn == IN_ESCAPE) {
    // With the closing brackets in place only the quote lacks; without them the rest of the record does.
    const last = byteBefore(end)
    if (failedDepth && last != CLOSE_BRACE && last != CLOSE_BRACKET) return CUT_RECORD
    explainedAt = failedFrom
    return UNTERMINATED_STRING
  }
  if (failedDepth) {
    if (failedIn == IN_NUMBER || failedIn == IN_LITERAL || failedIn == IN_COLON) return CUT_RECORD
    return byteBefore(end) == COLON ? CUT_RECORD : UNCLOSED_BRACKET
  }
  if (failedIn == IN_NUMBER) return BAD_NUMBER
  return failedIn == IN_LITERAL ? PLAIN_TEXT : UNCLOSED_BRACKET
}

/** An ill-formed sequence; one that only lacks its last bytes at the end is cut off there. */
function explainUtf8(at: usize, end: usize, unended: bool): u8 {
  if ((unended || failedDepth) && end - at < 4) {
    const lead = load<u8>(at)
    const due: usize = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1
    let p = at + 1
    while (p < end && (load<u8>(p) & 0xc0) == 0x80) p++
    if (p == end && end - at < due) {
      explainedAt = end
      return unended ? TRUNCATED_LINE : CUT_RECORD
    }
  }
  return INVALID_UTF8
}

/** What belongs nowhere outside of strings, whatever the grammar wanted; 0 when nothing of it. */
function explainForeign(text: usize, at: usize, end: usize, unended: bool): u8 {
  const c = load<u8>(at)
  if (c == 0) return NUL_BYTE
  if (c == RECORD_SEPARATOR_BYTE) return RECORD_SEPARATOR
  if (c < 32) return CONTROL_CHARACTER
  if (c == HASH) return COMMENT
  if (c == SLASH) {
    const next = load<u8>(at, 1)
    return next == SLASH || next == 42 ? COMMENT : 0
  }
  if (c >= 0x80) {
    if (!sequenceLength(at)) return explainUtf8(at, end, unended)
    if ((load<u32>(at) & 0xffffff) == 0xbfbbef) return BOM
    if (failedIn != AFTER_VALUE && isSmartQuote(at)) return SMART_QUOTES
  }
  if (at == text && isConflictMarker(at)) return CONFLICT_MARKER
  return 0
}

/** A value was due at the start of the line. */
function explainTop(at: usize, end: usize): u8 {
  const c = load<u8>(at)
  if (c == CLOSE_BRACE || c == CLOSE_BRACKET) return UNOPENED_BRACKET
  if (c == COMMA) return MISSING_VALUE
  if (c == APOSTROPHE) return SINGLE_QUOTES
  if (hasOpening(at, end)) return TEXT_BEFORE
  const code = explainWord(at)
  if (code == UNQUOTED_STRING) return PLAIN_TEXT
  if (code == BAD_NUMBER) return isProse(at, end) ? PLAIN_TEXT : BAD_NUMBER
  return code == UNEXPECTED_CHARACTER && hasValueText(at, end) ? PLAIN_TEXT : code
}

/** A value was due in a container: after `[`, after `,` in an array, or after `:`. */
function explainInner(at: usize): u8 {
  const c = load<u8>(at)
  const before = byteBefore(at)
  if (c == CLOSE_BRACE || c == CLOSE_BRACKET) {
    if (before == COLON) return MISSING_VALUE
    if (c == CLOSE_BRACE) return MISMATCHED_BRACKET
    return TRAILING_COMMA
  }
  if (c == COMMA) return MISSING_VALUE
  if (c == APOSTROPHE) return SINGLE_QUOTES
  return explainWord(at)
}

/** Something that is not a value stands in a value's place. */
function explainWord(at: usize): u8 {
  const c = load<u8>(at)
  if (isPythonWord(at)) return PYTHON_LITERAL
  if (isJavascriptWord(at)) return JAVASCRIPT_LITERAL
  if (c == PLUS || c == DOT) {
    if (c == PLUS && isJavascriptWord(at + 1)) return JAVASCRIPT_LITERAL
    const next = load<u8>(at, 1)
    return isDigit(next) || next == DOT ? BAD_NUMBER : UNEXPECTED_CHARACTER
  }
  return isLetter(at) ? UNQUOTED_STRING : UNEXPECTED_CHARACTER
}

function explainKey(at: usize): u8 {
  const c = load<u8>(at)
  if (c == CLOSE_BRACKET) return MISMATCHED_BRACKET
  if (c == CLOSE_BRACE) return TRAILING_COMMA
  if (c == COMMA) return MISSING_VALUE
  if (c == APOSTROPHE) return SINGLE_QUOTES
  return isLetter(at) ? UNQUOTED_KEY : UNEXPECTED_CHARACTER
}

function explainAfterMember(at: usize, end: usize): u8 {
  const c = load<u8>(at)
  if (c == CLOSE_BRACE || c == CLOSE_BRACKET) return MISMATCHED_BRACKET
  const glued = explainGlued(at)
  if (glued) return glued == BAD_NUMBER && isDateLike(at) ? UNQUOTED_STRING : glued
  if (isInsideString(at, end)) return UNESCAPED_QUOTE
  return c == QUOTE || c == OPEN_BRACE || c == OPEN_BRACKET || c == MINUS || c == APOSTROPHE || isLetter(at)
    ? MISSING_COMMA
    : UNEXPECTED_CHARACTER
}

/** The value before went on without a gap: `01`, `nullx`, `"a"b"`; 0 when not. */
function explainGlued(at: usize): u8 {
  const c = load<u8>(at)
  const before = load<u8>(at - 1)
  if (before == QUOTE) return isLetter(at) ? UNESCAPED_QUOTE : 0
  if (isDigit(before)) return isLetter(at) || c == DOT || c == PLUS || c == MINUS ? BAD_NUMBER : 0
  return isWordByte(before) && isLetter(at) ? UNQUOTED_STRING : 0
}

function explainAfterValue(text: usize, at: usize, end: usize): u8 {
  const c = load<u8>(at)
  if (c == CLOSE_BRACE || c == CLOSE_BRACKET) return UNOPENED_BRACKET
  const opening = load<u8>(skipSpace(text))
  const isBare = opening != OPEN_BRACE && opening != OPEN_BRACKET && opening != QUOTE
  if (c == COMMA) {
    const next = skipSpace(at + 1)
    if (next >= end) return TRAILING_COMMA
    if (isValueAt(skipLineBreakWords(next))) return TWO_VALUES
    return isBare ? PLAIN_TEXT : TEXT_AFTER
  }
  if (c == BACKSLASH && isValueAt(skipLineBreakWords(at))) return TWO_VALUES
  const glued = explainGlued(at)
  if (!glued && isValueAt(at)) return TWO_VALUES
  if (isBare) {
    if (hasOpening(at, end)) return TEXT_BEFORE
    return glued != BAD_NUMBER || isProse(text, end) ? PLAIN_TEXT : BAD_NUMBER
  }
  if (glued) return glued
  return c == COLON ? UNEXPECTED_CHARACTER : TEXT_AFTER
}

/** The first byte after backslashes with `n` or `r`, as they come from a line break written twice. */
function skipLineBreakWords(p: usize): usize {
  while (load<u8>(p) == BACKSLASH && (load<u8>(p, 1) == 110 || load<u8>(p, 1) == 114)) p += 2
  return skipSpace(p)
}

/**
 * `at` comes after a closing quote. Whether that quote stands inside a string: the next quote then
 * comes after a word, where no string can begin.
 */
function isInsideString(at: usize, end: usize): bool {
  const c = load<u8>(at)
  if (byteBefore(at) != QUOTE || c == QUOTE || c == COLON) return false
  if (c == OPEN_BRACE || c == OPEN_BRACKET || c == CLOSE_BRACE || c == CLOSE_BRACKET) return false
  let p = at + 1
  while (p < end && load<u8>(p) != QUOTE) p++
  if (p >= end) return false
  const before = byteBefore(p)
  if (before == COMMA || before == COLON || before == OPEN_BRACE || before == OPEN_BRACKET) return false
  return hasValueText(at, p) || c == 46 || c == 33 || c == 63
}

/** Whether a complete value stands at `p` and something that can follow one stands after it. */
function isValueAt(p: usize): bool {
  p = skipValue(p, 0)
  if (!p) return false
  const c = load<u8>(p)
  if (c == BACKSLASH) {
    const last = load<u8>(p - 1)
    const isRecord = last == CLOSE_BRACE || last == CLOSE_BRACKET || last == QUOTE
    return isRecord && skipLineBreakWords(p) > p
  }
  return c <= 32 || c == COMMA || c == QUOTE || c == OPEN_BRACE || c == OPEN_BRACKET
}

function hasOpening(p: usize, end: usize): bool {
  while (p < end) {
    const c = load<u8>(p++)
    if (c == OPEN_BRACE || c == OPEN_BRACKET) return true
  }
  return false
}

/** The last byte before `p` that is not whitespace. */
function byteBefore(p: usize): u8 {
  do p--
  while (load<u8>(p) <= 32)
  return load<u8>(p)
}

function isAfterQuote(at: usize): bool {
  return load<u8>(at - 1) == QUOTE && isLetter(at)
}

function isSmartQuote(p: usize): bool {
  if (load<u16>(p) != 0x80e2) return false
  const b = load<u8>(p, 2)
  return b == 0x98 || b == 0x99 || b == 0x9c || b == 0x9d
}

function isConflictMarker(p: usize): bool {
  const c = load<u8>(p)
  if (c != 60 && c != 61 && c != 62 && c != 124) return false
  for (let i: usize = 1; i < 7; i++) if (load<u8>(p + i) != c) return false
  return load<u8>(p, 7) != c
}
