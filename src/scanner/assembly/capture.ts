// Values that the plan wants to see: where they lie in the line, what they are, and a hash of their
// bytes. `line` is the place of the line in the batch.

import { OPEN_BRACE, OPEN_BRACKET, QUOTE } from './bytes'
import { finish, mixBytes, mixLong } from './hash'
import {
  ABSENT, CAPTURE_COUNT, CAPTURE_FROM, CAPTURE_HASH, CAPTURE_KIND, CAPTURE_TO, MAX_LINES,
} from './memory'
import { isPlainText, seed } from './plan'
import { sawEscape } from './scalars'

const STRING: u8 = 1
/** A string with escapes: equal strings may have other bytes. */
const ESCAPED_STRING: u8 = 2
const NUMBER: u8 = 3
const TRUE: u8 = 4
const FALSE: u8 = 5
const NULL: u8 = 6
const OBJECT_VALUE: u8 = 7
const ARRAY_VALUE: u8 = 8
/** A string without escapes that the plan calls plain. */
const PLAIN_STRING: u8 = 9
/** Not a value: the line with its spaces, without its end and a mark before it. */
const WHOLE_LINE: u8 = 10

/** Captures of a line are written relative to this address. */
let lineFrom: usize = 0
let line: usize = 0

/** Turns to line `i`, which begins at `from`; its first `total` captures are absent for now. */
export function beginCaptures(i: usize, from: usize, total: u32): void {
  line = i
  lineFrom = from
  for (let k: u32 = 0; k < total; k++) clearCapture(k)
}

// @ts-ignore: decorator
@inline
function entry(k: u32): usize {
  return <usize>k * <usize>MAX_LINES + line
}

// @ts-ignore: decorator
@inline
function clearCapture(k: u32): void {
  store<u32>(CAPTURE_FROM + (entry(k) << 2), ABSENT)
  store<u8>(CAPTURE_KIND + entry(k), 0)
}

/** A value that holds these captures comes again: of equal keys the last one counts. */
export function clearCaptures(mask: u32): void {
  while (mask) {
    clearCapture(ctz(mask))
    mask &= mask - 1
  }
}

/**
 * Capture `k` is [from, to); `sawEscape` tells of it when it is a string.
 * `count`: elements, when it is an array that was counted. `hash`: of the
 * value, or 0 when it is not known yet.
 */
export function capture(k: u32, from: usize, to: usize, count: u32, hash: u64): void {
  const at = entry(k)
  store<u32>(CAPTURE_FROM + (at << 2), <u32>(from - lineFrom))
  store<u32>(CAPTURE_TO + (at << 2), <u32>(to - lineFrom))
  store<u64>(CAPTURE_HASH + (at << 3), hash ? hash : finish(mixBytes(seed(), from, to)))
  store<u32>(CAPTURE_COUNT + (at << 2), count)
  store<u8>(CAPTURE_KIND + at, kindOf(from, to))
}

/** Capture `k` is the line, [from, to). */
export function captureLine(k: u32, from: usize, to: usize): void {
  const at = entry(k)
  store<u32>(CAPTURE_FROM + (at << 2), <u32>(from - lineFrom))
  store<u32>(CAPTURE_TO + (at << 2), <u32>(to - lineFrom))
  store<u64>(CAPTURE_HASH + (at << 3), finish(mixLong(seed(), from, to)))
  store<u32>(CAPTURE_COUNT + (at << 2), 0)
  store<u8>(CAPTURE_KIND + at, WHOLE_LINE)
}

function kindOf(from: usize, to: usize): u8 {
  const c = load<u8>(from)
  if (c == QUOTE) {
    if (sawEscape) return ESCAPED_STRING
    return isPlainText(from + 1, to - 1) ? PLAIN_STRING : STRING
  }
  if (c == OPEN_BRACE) return OBJECT_VALUE
  if (c == OPEN_BRACKET) return ARRAY_VALUE
  if (c == 116) return TRUE
  if (c == 102) return FALSE
  return c == 110 ? NULL : NUMBER
}

/** Hash of [from, to), as of a capture with these bytes; low half here, high half at `high`. */
export function hashBytes(from: usize, to: usize, high: usize): u32 {
  const h = finish(mixBytes(seed(), from, to))
  store<u32>(high, <u32>(h >>> 32))
  return <u32>h
}

/** Hash of [from, to) as of a whole line; low half here, high half at `high`. */
export function hashLine(from: usize, to: usize, high: usize): u32 {
  const h = finish(mixLong(seed(), from, to))
  store<u32>(high, <u32>(h >>> 32))
  return <u32>h
}
