// A row of a table, or an object, out of the fields of a line: what spans say of the line, written as ../spanRows.ts
// says. What is not done here is left to whoever asked, line by line.

import { BACKSLASH, CLOSE_BRACE, COMMA, CR, LF, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './bytes'
import { writeCsvJson, writeCsvText } from './csvCells'
import { countIn } from './fieldSkip'
import { countCodePoints, encodeEscape, escapeEnd, escapeLength } from './fieldText'
import { CAPTURE_FROM, PLAN } from './memory'

/** As ../spanPlan.ts writes it: u32 where the rows' form begins; how many fields there are. */
const FORM: usize = 8
const FIELD_COUNT: usize = 12

/** u32 each: what is written; flags; the delimiter; how many columns. The columns follow. */
const KIND: usize = 0
const FLAGS: usize = 4
const DELIMITER: usize = 8
const COLUMNS: usize = 12
const COLUMNS_FROM: usize = 16
const IS_CSV: u32 = 1
/** Nothing is written: lines are counted for each of their fields. The columns are fields that no line should have. */
const IS_KNOWN: u32 = 3
const IS_FORMULA_SAFE: u32 = 1
const HAS_NULLS: u32 = 2

/** A column: u32 how many sources, and for each u32 its field, and what of it counts. */
const FIELD_MASK: u32 = 0xffff
const IS_LENGTH: u32 = 0x10000
const IS_COUNTED: u32 = 0x20000

/** Of an object, one after the other: u32 what it is, u32 bytes of its key, u32 where that stands; a value's column. */
const VALUE: u32 = 1
const OPENING: u32 = 2
const CLOSING: u32 = 3

/** What the line has (a plan has no room for more fields than this): for each u32 where it begins and ends, the line of which that is, whether it has escapes. */
const TABLE: usize = CAPTURE_FROM
const ENTRY_SIZE: usize = 16
const ENTRY_TO: usize = 4
const ENTRY_LINE: usize = 8
const ENTRY_ESCAPED: usize = 12

/** Why a row was not written: it has to be written otherwise, or there is not enough room. */
export const ODD: u32 = 1
export const FULL: u32 = 2
export let stop: u32 = 0

/** Bytes that are stored beyond what is written. */
const SLACK: usize = 64

let line: u32 = 0
let outTo: usize = 0
/** Whether the value written last was there. */
let wasThere: bool = false
/** Lines are counted, where values end otherwise. */
let isCounting: bool = false
/** The line has a key that no field has. */
let hasUnknown: bool = false

/** `to`: rows end before. */
export function beginRows(to: usize): void {
  memory.fill(TABLE, 0, <usize>load<u32>(PLAN, FIELD_COUNT) * ENTRY_SIZE)
  line = 0
  outTo = to
  isCounting = load<u32>(<usize>load<u32>(PLAN, FORM), KIND) == IS_KNOWN
}

// @ts-ignore: decorator
@inline
export function beginRow(): void {
  line++
  stop = 0
  hasUnknown = false
}

// @ts-ignore: decorator
@inline
export function noteUnknown(): void {
  hasUnknown = true
}

// @ts-ignore: decorator
@inline
export function noteField(field: u32, isEscaped: u32, from: u32, to: u32): void {
  const entry = TABLE + <usize>field * ENTRY_SIZE
  if (isCounting) {
    if (load<u32>(entry, ENTRY_LINE) != line) count(entry, 1)
    store<u32>(entry, line, ENTRY_LINE)
    return
  }
  store<u32>(entry, from)
  store<u32>(entry, to, ENTRY_TO)
  store<u32>(entry, line, ENTRY_LINE)
  store<u32>(entry, isEscaped, ENTRY_ESCAPED)
}

/** Of fields [from, to) the line has nothing. */
export function forgetFields(from: u32, to: u32): void {
  for (let field = from; field < to; field++) {
    const entry = TABLE + <usize>field * ENTRY_SIZE
    if (isCounting && load<u32>(entry, ENTRY_LINE) == line) count(entry, -1)
    store<u32>(entry, 0, ENTRY_LINE)
  }
}

// @ts-ignore: decorator
@inline
function count(entry: usize, more: i32): void {
  store<u32>(entry, load<u32>(entry, ENTRY_TO) + <u32>more, ENTRY_TO)
}

/** Writes what the form says at `out`; the address behind it, or 0 and why not. */
export function writeRow(out: usize): usize {
  const form = <usize>load<u32>(PLAN, FORM)
  if (isCounting) return isKnown(form) ? out : 0
  return load<u32>(form, KIND) == IS_CSV ? writeCsvRow(form, out) : writeObjectLine(form, out)
}

/** Whether the line has known fields alone; else it is not counted. */
function isKnown(form: usize): bool {
  const end = form + COLUMNS_FROM + (<usize>load<u32>(form, COLUMNS) << 2)
  let isOdd = hasUnknown
  for (let at = form + COLUMNS_FROM; at < end && !isOdd; at += 4) {
    isOdd = load<u32>(TABLE + <usize>load<u32>(at) * ENTRY_SIZE, ENTRY_LINE) == line
  }
  if (!isOdd) return true
  forgetFields(0, load<u32>(PLAN, FIELD_COUNT))
  stop = ODD
  return false
}

// @ts-ignore: decorator
@inline
function behindColumn(column: usize): usize {
  return column + 4 + (<usize>load<u32>(column) << 2)
}

/** Where the first source of a column stands that the line has; 0 where it has none. */
// @ts-ignore: decorator
@inline
function sourceOf(column: usize): usize {
  const end = behindColumn(column)
  for (let at = column + 4; at < end; at += 4) {
    const entry = TABLE + <usize>(load<u32>(at) & FIELD_MASK) * ENTRY_SIZE
    if (load<u32>(entry, ENTRY_LINE) == line) return at
  }
  return 0
}

// @ts-ignore: decorator
@inline
function hasRoom(out: usize, bytes: usize): bool {
  // A character of JSON may become six of them in a cell.
  if (out + bytes * 6 + SLACK <= outTo) return true
  stop = FULL
  return false
}

function writeCsvRow(form: usize, out: usize): usize {
  const start = out
  const columns = load<u32>(form, COLUMNS)
  const delimiter = load<u8>(form, DELIMITER)
  const flags = load<u32>(form, FLAGS)
  if (!hasRoom(out, <usize>columns)) return 0
  let column = form + COLUMNS_FROM
  for (let i: u32 = 0; i < columns; i++) {
    if (i) store<u8>(out++, delimiter)
    const source = sourceOf(column)
    if (source) {
      out = writeCell(load<u32>(source), out, flags, <usize>(columns - i))
      if (!out) return 0
    }
    column = behindColumn(column)
  }
  if (out == start) {
    store<u16>(out, 0x2222)
    out += 2
  }
  store<u8>(out, CR)
  store<u8>(out, LF, 1)
  return out + 2
}

/** `rest`: columns from this one on. */
function writeCell(source: u32, out: usize, flags: u32, rest: usize): usize {
  const entry = TABLE + <usize>(source & FIELD_MASK) * ENTRY_SIZE
  const from = <usize>load<u32>(entry)
  const to = <usize>load<u32>(entry, ENTRY_TO)
  if (!hasRoom(out, to - from + rest)) return 0
  const c = load<u8>(from)
  if (source & (IS_LENGTH | IS_COUNTED)) {
    if (!(source & IS_COUNTED) || c == OPEN_BRACKET) return writeLength(out, c, from, to)
  }
  const isSafe = (flags & IS_FORMULA_SAFE) != 0
  if (c == QUOTE) {
    if (!load<u32>(entry, ENTRY_ESCAPED)) return writeCsvText(out, from + 1, to - 1, isSafe)
    // No escape is shorter than what it stands for.
    const text = outTo - (to - from)
    return writeCsvText(out, text, decode(text, from + 1, to - 1), isSafe)
  }
  if ((c | 32) == OPEN_BRACE) return writeCsvJson(out, from, to, isSafe)
  return c == 110 && !(flags & HAS_NULLS) ? out : copy(out, from, to)
}

/** Of what has no length nothing is written. */
function writeLength(out: usize, c: u8, from: usize, to: usize): usize {
  wasThere = true
  if (c == QUOTE) return writeCount(out, countCodePoints(from + 1, to - 1))
  if (c == OPEN_BRACKET) return writeCount(out, <u32>countIn(from))
  if (c == OPEN_BRACE) {
    // A key may stand twice.
    stop = ODD
    return 0
  }
  wasThere = false
  return out
}

function writeCount(out: usize, number: u32): usize {
  let digits: usize = 1
  for (let rest = number / 10; rest; rest /= 10) digits++
  for (let at = out + digits; at > out; number /= 10) store<u8>(--at, <u8>(48 + (number % 10)))
  return out + digits
}

/** The text of a string with escapes as UTF-8; the address behind it. Half a surrogate pair stays as it is written. */
function decode(out: usize, from: usize, to: usize): usize {
  while (from < to) {
    const v = v128.load(from)
    v128.store(out, v)
    const escapes = i8x16.bitmask(i8x16.eq(v, i8x16.splat(BACKSLASH)))
    const plain = escapes ? <usize>ctz(escapes) : 16
    if (from + plain >= to) return out + (to - from)
    from += plain
    out += plain
    if (!escapes) continue
    const bytes = encodeEscape(from)
    // What UTF-8 has no bytes for begins with ed and a0 or more.
    if (escapeLength == 3 && (bytes & 0xa0ff) == 0xa0ed) {
      store<u16>(out, load<u16>(from))
      // Its digits, letters as small ones.
      store<u32>(out, load<u32>(from, 2) | 0x20202020, 2)
      out += 6
    } else {
      store<u32>(out, bytes)
      out += escapeLength
    }
    from = escapeEnd
  }
  return out
}

// @ts-ignore: decorator
@inline
function copy(out: usize, from: usize, to: usize): usize {
  const end = out + (to - from)
  if (to - from > 256) {
    memory.copy(out, from, to - from)
    return end
  }
  while (true) {
    v128.store(out, v128.load(from))
    out += 16
    if (out >= end) return end
    from += 16
  }
}

/** The column of what is no object comes first; it has no sources where there is none. */
function writeObjectLine(form: usize, out: usize): usize {
  const whole = form + COLUMNS_FROM
  const source = sourceOf(whole)
  wasThere = false
  if (source) {
    out = writeValue(load<u32>(source), out)
    if (!out) return 0
  }
  if (!wasThere) {
    out = writeObject(behindColumn(whole), out)
    if (!out) return 0
  }
  store<u8>(out, LF)
  return out + 1
}

/** Where the members of the object end that was written last. */
let behindMembers: usize = 0

/** Writes an object of the members from `at` on, and notes whether anything is in it. */
function writeObject(at: usize, out: usize): usize {
  let isEmpty = true
  if (!hasRoom(out, 1)) return 0
  store<u8>(out++, OPEN_BRACE)
  while (load<u32>(at) != CLOSING) {
    const what = load<u32>(at)
    const length = <usize>load<u32>(at, 4)
    const key = <usize>load<u32>(at, 8)
    at += 12
    const before = out
    let source: usize = 0
    if (what == VALUE) {
      source = sourceOf(at)
      at = behindColumn(at)
      if (!source) continue
    }
    if (!hasRoom(out, length + 2)) return 0
    if (!isEmpty) store<u8>(out++, COMMA)
    out = copy(out, key, key + length)
    if (what == VALUE) out = writeValue(load<u32>(source), out)
    else {
      out = writeObject(at, out)
      at = behindMembers
    }
    if (!out) return 0
    if (wasThere) isEmpty = false
    else out = before
  }
  store<u8>(out, CLOSE_BRACE)
  behindMembers = at + 4
  wasThere = !isEmpty
  return out + 1
}

/** As it is written in the line. */
function writeValue(source: u32, out: usize): usize {
  const entry = TABLE + <usize>(source & FIELD_MASK) * ENTRY_SIZE
  const from = <usize>load<u32>(entry)
  const to = <usize>load<u32>(entry, ENTRY_TO)
  if (!hasRoom(out, to - from + 4)) return 0
  wasThere = true
  return source & IS_LENGTH ? writeLength(out, load<u8>(from), from, to) : copy(out, from, to)
}
