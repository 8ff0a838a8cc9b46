// Where JSON values end that follow one another in a text, across line breaks; and their bytes copied, each
// onto a line of its own. Structure alone is told here: brackets and strings. Whether what is inside of them
// is JSON, the lines' own validation says.
//
// A value is looked at in blocks of 64 bytes from its first byte on. What is known between two calls is in
// ELEMENT_STATE: the caller may move the bytes meanwhile, so that no address is kept there.

import {
  BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, CR, LF, MINUS, OPEN_BRACE, OPEN_BRACKET, QUOTE,
  isDigit,
} from './bytes'
import {
  betweenQuotes, bracketsAt, controlsAt, equalTo, escapedBy, escapesNext,
} from './blocks'
import { ARRAY, ELEMENT_STATE, LEVELS, MAX_DEPTH, OBJECT } from './memory'
import { skipLiteral, skipNumber } from './scalars'

/** What a call comes to, as in ../elementEngine.ts. */
const WHOLE: i32 = 0
const MORE: i32 = 1
const BROKEN: i32 = 2
const BAD_WORD: i32 = 3
const CLOSED: i32 = 4
const ODD: i32 = 5
const FULL: i32 = 6

/** What may come next between elements, or where in one the bytes ended. */
const FIRST: u32 = 0
const NEXT: u32 = 1
const AFTER: u32 = 2
const INSIDE: u32 = 3
const ENDED: u32 = 4

/** No more bytes will come. */
const IS_LAST: u32 = 1
/** All bytes of the value from its start on are there. */
const IS_KEPT: u32 = 2
/** Values follow one another with whitespace or commas between them, and no bracket ends them. */
const IS_LOOSE: u32 = 4

/** Places of the fields of ELEMENT_STATE; u32 but where it is said. */
const AT: usize = 0
const START: usize = 4
const PHASE: usize = 8
const OUT: usize = 12
const COUNT: usize = 16
const DEPTH: usize = 20
/** The value's first byte, if it is a quote or an opening bracket; or else 0. */
const OPENER: usize = 24
/** Whether a control character stands between its tokens. */
const HAS_BREAK: usize = 28
/** u64, all bits or none: whether the next byte is inside of a string. */
const IN_STRING: usize = 32
/** u64, 0 or 1: whether it is escaped. */
const ESCAPED: usize = 40

const BLOCK: usize = 64
/** Copies below this many bytes are made 16 bytes at a time. */
const SHORT_COPY: usize = 256

// @ts-ignore: decorator
@inline
function isSpace(c: u8): bool {
  return c <= 32 && (c == 32 || c == LF || c == CR || c == 9)
}

/** Whether a word ends before this byte. */
// @ts-ignore: decorator
@inline
function endsWord(c: u8): bool {
  return (
    isSpace(c) || c == COMMA || c == COLON || c == QUOTE || (c | 32) == OPEN_BRACE ||
    (c | 32) == CLOSE_BRACE
  )
}

/** The next value begins with this byte. */
export function beginValue(first: u8): void {
  const isBracket = (first | 32) == OPEN_BRACE
  store<u32>(ELEMENT_STATE, first == QUOTE || isBracket ? <u32>first : 0, OPENER)
  store<u32>(ELEMENT_STATE, 0, DEPTH)
  store<u32>(ELEMENT_STATE, 0, HAS_BREAK)
  store<u64>(ELEMENT_STATE, 0, IN_STRING)
  store<u64>(ELEMENT_STATE, 0, ESCAPED)
}

/**
 * Goes on at `at` with the value that began at `start`; the bytes end at `to`. Writes into AT where the
 * value ends, what spoils it, or where to go on. With IS_LAST, 64 zeros follow `to`.
 */
export function passValue(start: usize, at: usize, to: usize, flags: u32): i32 {
  if (!load<u32>(ELEMENT_STATE, OPENER)) return passWord(start, at, to, flags)
  const isString = load<u32>(ELEMENT_STATE, OPENER) == <u32>QUOTE
  let depth = load<i32>(ELEMENT_STATE, DEPTH)
  let inString = load<u64>(ELEMENT_STATE, IN_STRING)
  let escaped = load<u64>(ELEMENT_STATE, ESCAPED)
  let breaks: u64 = 0
  let p = at
  while (p + BLOCK <= to || (flags & IS_LAST && p < to)) {
    const backslashes = equalTo(p, BACKSLASH)
    const quotes = equalTo(p, QUOTE) & ~escapedBy(backslashes, escaped)
    const controls = controlsAt(p)
    const strings = betweenQuotes(quotes) ^ inString
    let hits = (bracketsAt(p) | backslashes) & ~strings
    if (isString) hits |= quotes & ~strings
    if (controls & strings) hits |= equalTo(p, LF) & strings
    while (hits) {
      const bit = ctz(hits)
      const q = p + <usize>bit
      const c = load<u8>(q)
      let ends = false
      if ((c | 32) == OPEN_BRACE) {
        if (depth == MAX_DEPTH || (depth && lacksKey(start, q, depth, flags))) return stopAt(q, BROKEN)
        store<u8>(LEVELS + <usize>++depth, c == OPEN_BRACE ? OBJECT : ARRAY)
      } else if ((c | 32) == CLOSE_BRACE) {
        if (load<u8>(LEVELS + <usize>depth) != (c == CLOSE_BRACE ? OBJECT : ARRAY)) {
          return stopAt(q, BROKEN)
        }
        ends = --depth == 0
      } else if (c == QUOTE) ends = true
      else return stopAt(q, BROKEN)
      if (ends) {
        breaks |= controls & ~strings & ((<u64>1 << bit) - 1)
        if (breaks) store<u32>(ELEMENT_STATE, 1, HAS_BREAK)
        return stopAt(q + 1, WHOLE)
      }
      hits &= hits - 1
    }
    breaks |= controls & ~strings
    inString = <u64>(<i64>strings >> 63)
    escaped = escapesNext
    p += BLOCK
  }
  if (breaks) store<u32>(ELEMENT_STATE, 1, HAS_BREAK)
  store<i32>(ELEMENT_STATE, depth, DEPTH)
  store<u64>(ELEMENT_STATE, inString, IN_STRING)
  store<u64>(ELEMENT_STATE, escaped, ESCAPED)
  return stopAt(min(p, to), MORE)
}

// @ts-ignore: decorator
@inline
function stopAt(p: usize, result: i32): i32 {
  store<u32>(ELEMENT_STATE, <u32>p, AT)
  return result
}

/**
 * Whether the bracket at `q` opens where an object's next key should be: the object was not closed, and
 * this is what comes after it.
 */
// @ts-ignore: decorator
@inline
function lacksKey(start: usize, q: usize, depth: i32, flags: u32): bool {
  if (load<u8>(LEVELS + <usize>depth) != OBJECT || !(flags & IS_KEPT)) return false
  let p = q - 1
  while (p > start && isSpace(load<u8>(p))) p--
  return load<u8>(p) == COMMA
}

function passWord(start: usize, at: usize, to: usize, flags: u32): i32 {
  while (at < to && !endsWord(load<u8>(at))) at++
  if (at == to) return stopAt(at, MORE)
  return stopAt(at, flags & IS_KEPT && !isWord(start, at) ? BAD_WORD : WHOLE)
}

/** Whether [from, to) is a number or literal; the byte at `to` belongs to neither. */
function isWord(from: usize, to: usize): bool {
  const c = load<u8>(from)
  if (c == MINUS || isDigit(c)) return skipNumber(from) == to
  return (c == 116 || c == 102 || c == 110) && skipLiteral(from) == to
}

/**
 * Copies elements of [at, to) to `out`, an LF after each, until something else than another whole element
 * comes: that is the result, and AT, START and PHASE say where. `outTo`: 16 bytes after it may be
 * overwritten. OUT becomes the end of what was written, COUNT the number of elements.
 */
export function splitElements(
  start: usize, at: usize, to: usize, phase: u32, out: usize, outTo: usize, flags: u32,
): i32 {
  const after = flags & IS_LOOSE ? FIRST : AFTER
  let count: u32 = 0
  let result = MORE
  while (true) {
    if (phase < INSIDE) {
      // Between elements.
      let c: u8 = 0
      while (at < to && isSpace((c = load<u8>(at)))) at++
      if (at == to) break
      if (c == COMMA) {
        if (phase != AFTER && !(flags & IS_LOOSE)) {
          result = ODD
          break
        }
        at++
        if (phase == AFTER) phase = NEXT
        continue
      }
      if ((c == CLOSE_BRACKET && phase != NEXT && !(flags & IS_LOOSE))) {
        result = CLOSED
        break
      }
      if (phase == AFTER || c == CLOSE_BRACKET || c == CLOSE_BRACE || c == COLON) {
        result = ODD
        break
      }
      beginValue(c)
      start = at
      phase = INSIDE
    }
    if (phase == INSIDE) {
      result = passValue(start, at, to, flags | IS_KEPT)
      at = <usize>load<u32>(ELEMENT_STATE, AT)
      if (result) break
      phase = ENDED
    }
    if (out + (at - start) + 1 > outTo) {
      result = FULL
      break
    }
    out = load<u32>(ELEMENT_STATE, HAS_BREAK)
      ? compactValue(start, at, out, false)
      : copy(start, at, out, false)
    store<u8>(out++, LF)
    count++
    phase = after
    result = MORE
  }
  store<u32>(ELEMENT_STATE, <u32>at, AT)
  store<u32>(ELEMENT_STATE, <u32>start, START)
  store<u32>(ELEMENT_STATE, phase, PHASE)
  store<u32>(ELEMENT_STATE, <u32>out, OUT)
  store<u32>(ELEMENT_STATE, count, COUNT)
  return result
}

/** Copies [from, to) to `out` and returns the end there; unless `isExact`, 15 bytes after it are lost. */
// @ts-ignore: decorator
@inline
function copy(from: usize, to: usize, out: usize, isExact: bool): usize {
  const length = to - from
  if (isExact || length >= SHORT_COPY) memory.copy(out, from, length)
  else for (let i: usize = 0; i < length; i += 16) v128.store(out + i, v128.load(from + i))
  return out + length
}

/**
 * Copies the value [from, to) to `out`, which may be `from` itself, without the whitespace between its
 * tokens that holds a line break; returns the end there. What would read as one word keeps a space.
 */
export function compactValue(from: usize, to: usize, out: usize, isInPlace: bool): usize {
  let inString: u64 = 0
  let escaped: u64 = 0
  /** Before this, all is copied. */
  let read = from
  for (let p = from; p < to; p += BLOCK) {
    // Nothing but whitespace is skipped: the block holds no quote.
    if (p + BLOCK <= read) continue
    const quotes = equalTo(p, QUOTE) & ~escapedBy(equalTo(p, BACKSLASH), escaped)
    const strings = betweenQuotes(quotes) ^ inString
    inString = <u64>(<i64>strings >> 63)
    escaped = escapesNext
    let hits = controlsAt(p) & ~strings
    while (hits) {
      const q = p + <usize>ctz(hits)
      hits &= hits - 1
      if (q < read) continue
      if (q >= to) break
      const c = load<u8>(q)
      if (c != LF && c != CR) continue
      let end = q
      while (end > read && isSpace(load<u8>(end - 1))) end--
      const last = load<u8>(end - 1)
      out = copy(read, end, out, isInPlace)
      read = q + 1
      while (read < to && isSpace(load<u8>(read))) read++
      if (!endsWord(last) && read < to && !endsWord(load<u8>(read))) store<u8>(out++, 32)
    }
  }
  return copy(read, to, out, isInPlace)
}
