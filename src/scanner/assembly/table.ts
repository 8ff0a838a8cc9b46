// Rows of a table (CSV and its kin), each copied onto a line as an object of JSON. Only rows that are as they
// should be: of any other the place is told, and whoever calls reads it by other means.

import { BACKSLASH, CLOSE_BRACE, CR, LF, OPEN_BRACE, QUOTE } from './bytes'
import { COLUMNS, TABLE_STATE } from './memory'
import { TEXT, UNSURE, kindOfValue } from './tableValues'

/** What a call comes to, as in ../rowEngine.ts. */
const MORE: i32 = 0
const ODD: i32 = 1
const FULL: i32 = 2

/** Empty values are null. */
const EMPTY_NULL: u32 = 1
/** Empty values are left out. */
const EMPTY_OMITTED: u32 = 2
/** Numbers and truth values are recognised. */
const INFERRED: u32 = 4

/** Places of the fields of TABLE_STATE, u32. */
const AT: usize = 0
const OUT: usize = 4
const ROWS: usize = 8
const LINES: usize = 12

/** Within one call: what stopped the row that is written. */
let stop: i32 = MORE
/** Within one call: where the field ends that was copied last, or the row after it. */
let ended: usize = 0

/**
 * Writes rows of [at, to) to `out`, an LF after each, until one is not whole or not as it should be: that is the
 * result, and AT says where it begins. `outTo`: OUTPUT_SLACK bytes after it may be overwritten. `quote`: 0 where
 * quotes are text. OUT becomes the end of what was written, ROWS the number of rows that were passed, LINES that of
 * lines among them: the others are blank.
 */
export function writeRows(
  at: usize, to: usize, out: usize, outTo: usize, delimiter: u32, quote: u32, newline: u32, flags: u32,
): i32 {
  const width = load<u32>(COLUMNS)
  let rows: u32 = 0
  let blank: u32 = 0
  const start = out
  let result = MORE
  while (at < to) {
    const next = width == 1 ? passBlank(at, to, <u8>delimiter, <u8>newline) : passEmpty(at, to, <u8>newline)
    if (next > at) {
      at = next
      rows++
      blank++
      continue
    }
    const end = next ? writeRow(at, to, out, outTo, <u8>delimiter, <u8>quote, <u8>newline, flags, width) : 0
    if (!end) {
      // One that does not fit into an output of its own is read by other means.
      result = stop == FULL && out == start ? ODD : stop
      break
    }
    out = end
    at = ended
    rows++
  }
  store<u32>(TABLE_STATE, <u32>at, AT)
  store<u32>(TABLE_STATE, <u32>out, OUT)
  store<u32>(TABLE_STATE, rows, ROWS)
  store<u32>(TABLE_STATE, rows - blank, LINES)
  return result
}

/** Where the row at `at` ends if nothing stands in it; else `at`, or 0 where that is not known. */
// @ts-ignore: decorator
@inline
function passEmpty(at: usize, to: usize, newline: u8): usize {
  const c = load<u8>(at)
  if (c == newline) return at + 1
  if (c != CR || newline != LF) return at
  if (at + 1 == to) return stopped(MORE)
  return load<u8>(at, 1) == LF ? at + 2 : at
}

/** The same in a table of one column, where whitespace alone makes a row blank too. */
function passBlank(at: usize, to: usize, delimiter: u8, newline: u8): usize {
  for (let p = at; p < to; p++) {
    const c = load<u8>(p)
    if (c == newline) return p + 1
    if (c == delimiter || (c != 32 && <u8>(c - 9) > 4)) {
      return c >= 0x80 && isWideSpace(p) ? stopped(ODD) : at
    }
  }
  return stopped(MORE)
}

/** Whether a character that is whitespace begins at `p`, which is not ASCII. */
function isWideSpace(p: usize): bool {
  const lead = load<u8>(p)
  if (lead == 0xc2) return load<u8>(p, 1) == 0xa0
  if (lead < 0xe1) return false
  const rest = (<u32>load<u8>(p, 1) << 8) | load<u8>(p, 2)
  if (lead == 0xe1) return rest == 0x9a80
  if (lead == 0xe2) {
    return (rest >= 0x8080 && rest <= 0x808a) || rest == 0x80a8 || rest == 0x80a9 || rest == 0x80af || rest == 0x819f
  }
  return (lead == 0xe3 && rest == 0x8080) || (lead == 0xef && rest == 0xbbbf)
}

// @ts-ignore: decorator
@inline
function stopped(reason: i32): usize {
  stop = reason
  return 0
}

/** Writes the row at `p`: the end of its line, and `ended` is where the next row begins. 0 where it cannot. */
function writeRow(
  p: usize, to: usize, out: usize, outTo: usize, delimiter: u8, quote: u8, newline: u8, flags: u32, width: u32,
): usize {
  const from = out
  for (let column: u32 = 1; column <= width; column++) {
    const place = COLUMNS + <usize>(column << 3)
    const length = <usize>load<u32>(place, 4)
    if (out + length > outTo) return stopped(FULL)
    const field = out
    out = copyKey(COLUMNS + load<u32>(place), length, out)
    const value = out
    out = quote && load<u8>(p) == quote
      ? copyQuoted(p + 1, to, out, outTo, delimiter, quote, newline)
      : copyBare(p, to, out, outTo, delimiter, newline)
    if (!out) return 0
    if (out > value || !(flags & (EMPTY_NULL | EMPTY_OMITTED))) {
      const kind = flags & INFERRED && out > value ? kindOfValue(value, out) : TEXT
      if (kind == UNSURE) return stopped(ODD)
      if (kind != TEXT) out = unquoted(value, out)
      else store<u8>(out++, QUOTE)
    } else if (flags & EMPTY_OMITTED) {
      out = field
    } else {
      // Over the quote: "null".
      store<u32>(value - 1, 0x6c6c756e)
      out = value + 3
    }
    p = ended
    if ((load<u8>(p) == delimiter) != (column < width)) return stopped(ODD)
    p++
  }
  ended = load<u8>(p - 1) == CR && newline == LF ? p + 1 : p
  // Every key has a comma before it; that of the first becomes the brace.
  store<u8>(from, OPEN_BRACE)
  if (out == from) out++
  store<u8>(out, CLOSE_BRACE)
  store<u8>(out, LF, 1)
  return out + 2
}

/** A comma, the key and the quote that opens the value. */
// @ts-ignore: decorator
@inline
function copyKey(from: usize, length: usize, out: usize): usize {
  for (let i: usize = 0; i < length; i += 16) v128.store(out + i, v128.load(from + i))
  return out + length
}

/** Takes the quote before a value away; returns its new end. */
function unquoted(from: usize, to: usize): usize {
  // TRUE is written small; the e of a number stays as it is.
  const isTruth = load<u8>(from) > 57
  for (let p = from; p < to; p++) store<u8>(p - 1, isTruth ? load<u8>(p) | 32 : load<u8>(p))
  return to - 1
}

/** The bytes that JSON escapes. */
// @ts-ignore: decorator
@inline
function escapedIn(v: v128): v128 {
  return v128.or(
    v128.or(i8x16.eq(v, i8x16.splat(QUOTE)), i8x16.eq(v, i8x16.splat(BACKSLASH))),
    i8x16.lt_u(v, i8x16.splat(32)),
  )
}

/** Copies the field at `p` that stands without quotes; the new end of the output, or 0 where it does not end. */
function copyBare(p: usize, to: usize, out: usize, outTo: usize, delimiter: u8, newline: u8): usize {
  const delimiters = i8x16.splat(delimiter)
  const newlines = i8x16.splat(newline)
  while (true) {
    if (out > outTo) return stopped(FULL)
    const v = v128.load(p)
    v128.store(out, v)
    const ends = v128.or(i8x16.eq(v, delimiters), i8x16.eq(v, newlines))
    const found = i8x16.bitmask(v128.or(ends, escapedIn(v)))
    const count = found ? <usize>ctz(found) : 16
    p += count
    out += count
    if (p >= to) return stopped(MORE)
    if (!found) continue
    const c = load<u8>(p)
    if (c == delimiter || c == newline) break
    if (c == CR && newline == LF) {
      if (p + 1 == to) return stopped(MORE)
      if (load<u8>(p, 1) == LF) break
    }
    out = escape(c, out)
    p++
  }
  ended = p
  return out
}

/** The same of a field behind its opening quote. */
function copyQuoted(
  p: usize, to: usize, out: usize, outTo: usize, delimiter: u8, quote: u8, newline: u8,
): usize {
  const quotes = i8x16.splat(quote)
  while (true) {
    if (out > outTo) return stopped(FULL)
    const v = v128.load(p)
    v128.store(out, v)
    const found = i8x16.bitmask(v128.or(i8x16.eq(v, quotes), escapedIn(v)))
    const count = found ? <usize>ctz(found) : 16
    p += count
    out += count
    if (p >= to) return stopped(MORE)
    if (!found) continue
    const c = load<u8>(p++)
    if (c == quote) {
      if (p == to) return stopped(MORE)
      const next = load<u8>(p)
      if (next != quote) {
        ended = p
        if (next == delimiter || next == newline) return out
        if (next != CR || newline != LF) return stopped(ODD)
        if (p + 1 == to) return stopped(MORE)
        return load<u8>(p, 1) == LF ? out : stopped(ODD)
      }
      p++
      if (c != QUOTE) {
        store<u8>(out++, c)
        continue
      }
    }
    out = escape(c, out)
  }
}

/** Writes a byte as JSON escapes it. */
function escape(c: u8, out: usize): usize {
  store<u8>(out, BACKSLASH)
  let letter: u8 = c
  if (c < 32) {
    letter = shortEscape(c)
    if (!letter) {
      // \u00, and two hexadecimal digits.
      store<u32>(out, 0x3030755c)
      const digit = c & 15
      store<u8>(out, 0x30 + (c >> 4), 4)
      store<u8>(out, digit < 10 ? 0x30 + digit : 0x57 + digit, 5)
      return out + 6
    }
  }
  store<u8>(out, letter, 1)
  return out + 2
}

/** The letter behind the backslash, or 0 where there is none. */
function shortEscape(c: u8): u8 {
  if (c == LF) return 110
  if (c == CR) return 114
  if (c == 9) return 116
  if (c == 8) return 98
  return c == 12 ? 102 : 0
}
