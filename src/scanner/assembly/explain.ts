// Names the cause of a failure that the grammar has recorded. Runs once per invalid line and looks
// at the rest of the line at most twice, so a file of broken lines keeps its speed.

import {
  CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, LF, MINUS, OPEN_BRACE, OPEN_BRACKET, QUOTE,
  RECORD_SEPARATOR_BYTE, isDigit, isWordByte, skipSpace,
} from './bytes'
import {
  BAD_ESCAPE, BAD_NUMBER, BOM, COMMENT, CONFLICT_MARKER, CONTROL_CHARACTER, INVALID_UTF8,
  JAVASCRIPT_LITERAL, MISMATCHED_BRACKET, MISSING_COLON, MISSING_COMMA, MISSING_VALUE, NUL_BYTE,
  PYTHON_LITERAL, RECORD_SEPARATOR, SINGLE_QUOTES, SMART_QUOTES, TEXT_AFTER, TEXT_BEFORE, TOO_DEEP,
  TRAILING_COMMA, TRUNCATED_LINE, TWO_VALUES, UNCLOSED_BRACKET, UNESCAPED_QUOTE,
  UNEXPECTED_CHARACTER, UNOPENED_BRACKET, UNQUOTED_KEY, UNQUOTED_STRING, UNTERMINATED_STRING,
} from './codes'
import {
  AFTER_MEMBER, AFTER_VALUE, AT_DEPTH, IN_COLON, IN_ESCAPE, IN_KEY, IN_LITERAL, IN_NUMBER, IN_STRING,
  IN_UTF8, IN_VALUE, failedAt, failedDepth, failedFrom, failedIn,
} from './failure'
import { skipValue } from './grammar'
import { sequenceLength } from './utf8'

/** Address that the last explanation points at. */
export let explainedAt: usize = 0

const APOSTROPHE: u8 = 39
const PLUS: u8 = 43
const DOT: u8 = 46
const SLASH: u8 = 47
const HASH: u8 = 35

/**
 * The code for the failure recorded while judging [text, end), line end and leading BOM excluded;
 * the byte at `end` is CR or LF. `unended`: this is the end of the file, without LF.
 */
export function explain(text: usize, end: usize, unended: bool): u8 {
  if (failedAt >= end) return explainEnd(end, unended)
  explainedAt = failedAt
  const at = failedAt
  if (failedIn == IN_STRING) return load<u8>(at) == 0 ? NUL_BYTE : CONTROL_CHARACTER
  if (failedIn == IN_ESCAPE) return BAD_ESCAPE
  if (failedIn == IN_UTF8) return explainUtf8(at, end, unended)
  if (failedIn == AT_DEPTH) return TOO_DEEP
  if (failedIn == IN_NUMBER) {
    if (isJavascriptWord(at)) return JAVASCRIPT_LITERAL
    return failedDepth == 0 && hasOpening(at, end) ? TEXT_BEFORE : BAD_NUMBER
  }
  if (failedIn == IN_LITERAL) {
    if (isJavascriptWord(failedFrom)) return JAVASCRIPT_LITERAL
    return failedDepth == 0 && hasOpening(at, end) ? TEXT_BEFORE : UNQUOTED_STRING
  }
  const anywhere = explainForeign(text, at, end, unended)
  if (anywhere) return anywhere
  if (failedIn == IN_VALUE) return failedDepth ? explainInner(at) : explainTop(at, end)
  if (failedIn == IN_KEY) return explainKey(at)
  if (failedIn == IN_COLON) return isAfterQuote(at) ? UNESCAPED_QUOTE : MISSING_COLON
  if (failedIn == AFTER_MEMBER) return explainAfterMember(at)
  return explainAfterValue(text, at, end)
}

/** The line ended where more was due. */
function explainEnd(end: usize, unended: bool): u8 {
  explainedAt = end
  if (unended) return TRUNCATED_LINE
  if (failedIn == IN_STRING || failedIn == IN_ESCAPE) {
    explainedAt = failedFrom
    return UNTERMINATED_STRING
  }
  if (failedIn == IN_NUMBER) return BAD_NUMBER
  if (failedIn == IN_LITERAL) return UNQUOTED_STRING
  return UNCLOSED_BRACKET
}

/** An ill-formed sequence; one that only lacks its last bytes at the file's end is a truncation. */
function explainUtf8(at: usize, end: usize, unended: bool): u8 {
  if (unended && end - at < 4) {
    const lead = load<u8>(at)
    const due: usize = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1
    let p = at + 1
    while (p < end && (load<u8>(p) & 0xc0) == 0x80) p++
    if (p == end && end - at < due) {
      explainedAt = end
      return TRUNCATED_LINE
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
  return explainWord(at)
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

/** Something that is no value stands in a value's place. */
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

function explainAfterMember(at: usize): u8 {
  const c = load<u8>(at)
  if (c == CLOSE_BRACE || c == CLOSE_BRACKET) return MISMATCHED_BRACKET
  const glued = explainGlued(at)
  if (glued) return glued
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
  if (c == COMMA) {
    const next = skipSpace(at + 1)
    if (next >= end) return TRAILING_COMMA
    return isValueAt(next) ? TWO_VALUES : TEXT_AFTER
  }
  const glued = explainGlued(at)
  if (!glued && isValueAt(at)) return TWO_VALUES
  const opening = load<u8>(skipSpace(text))
  const isScalar = opening != OPEN_BRACE && opening != OPEN_BRACKET
  if (isScalar && opening != QUOTE && hasOpening(at, end)) return TEXT_BEFORE
  if (glued) return glued
  return c == COLON ? UNEXPECTED_CHARACTER : TEXT_AFTER
}

/** Whether a complete value stands at `p` and something that can follow one stands after it. */
function isValueAt(p: usize): bool {
  p = skipValue(p, 0)
  if (!p) return false
  const c = load<u8>(p)
  return c <= 32 || c == COMMA || c == QUOTE || c == OPEN_BRACE || c == OPEN_BRACKET
}

function hasOpening(p: usize, end: usize): bool {
  while (p < end) {
    const c = load<u8>(p++)
    if (c == OPEN_BRACE || c == OPEN_BRACKET) return true
  }
  return false
}

/** The last byte before `p` that is no whitespace. */
function byteBefore(p: usize): u8 {
  do p--
  while (load<u8>(p) <= 32)
  return load<u8>(p)
}

function isAfterQuote(at: usize): bool {
  return load<u8>(at - 1) == QUOTE && isLetter(at)
}

/** ASCII word bytes, and non-ASCII characters but Latin-1 signs, spaces and punctuation. */
function isLetter(p: usize): bool {
  const c = load<u8>(p)
  if (c < 0x80) return isWordByte(c)
  if (c == 0xc2) return false
  const b = load<u8>(p, 1)
  if (c == 0xe2) return b >= 0x83
  if (c == 0xe3) return b != 0x80
  return !(c == 0xef && b >= 0xbb)
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

function isPythonWord(p: usize): bool {
  const four = load<u32>(p)
  if (four == 0x656e6f4e || four == 0x65757254) return !isWordByte(load<u8>(p, 4))
  return four == 0x736c6146 && load<u8>(p, 4) == 101 && !isWordByte(load<u8>(p, 5))
}

/** NaN, nan, Infinity, inf, undefined. */
function isJavascriptWord(p: usize): bool {
  const four = load<u32>(p)
  const three = four & 0xffffff
  if (three == 0x4e614e || three == 0x6e616e || three == 0x666e69) return !isWordByte(load<u8>(p, 3))
  if (four == 0x69666e49) {
    return load<u32>(p, 4) == 0x7974696e && !isWordByte(load<u8>(p, 8))
  }
  return load<u64>(p) == 0x656e696665646e75 && load<u8>(p, 8) == 100 && !isWordByte(load<u8>(p, 9))
}
