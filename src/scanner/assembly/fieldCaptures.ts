// Values of fields that are noted for whoever reads the lines: of each line and capture what it is, and where it
// stands, or the number that it is.

import { readNumber, isExact } from './fieldNumber'
import {
  ARRAY_KIND, FALSE_KIND, NUMBER_KIND, OBJECT_KIND, STRING_KIND, TRUE_KIND, captureCount,
} from './fieldPlan'
import { countIn, hasEscape } from './fieldSkip'
import { countCodePoints } from './fieldText'
import { CAPTURE_FROM, CAPTURE_HASH, CAPTURE_KIND, CAPTURE_TO, MAX_LINES } from './memory'

/** What is noted, as in ../fieldScanner.ts; 0 where there is no value. */
const AN_OBJECT: u8 = 1
const AN_ARRAY: u8 = 2
/** A string without escapes: its text is [from, to). */
const A_TEXT: u8 = 3
/** A string as it is spelled, with its quotes. */
const A_SPELLED_TEXT: u8 = 4
const A_NUMBER: u8 = 5
/** A number that is to be read by other means, [from, to). */
const A_SPELLED_NUMBER: u8 = 6
const IS_TRUE: u8 = 7
const IS_FALSE: u8 = 8
const IS_NULL: u8 = 9

let lineNumber: usize = 0

export function beginCaptures(): void {
  const count = captureCount()
  if (count) memory.fill(CAPTURE_KIND, 0, <usize>count * <usize>MAX_LINES)
}

// @ts-ignore: decorator
@inline
export function captureLine(n: usize): void {
  lineNumber = n
}

// @ts-ignore: decorator
@inline
function note(capture: usize, what: u8, from: usize, to: usize): void {
  const at = capture * <usize>MAX_LINES + lineNumber
  store<u8>(CAPTURE_KIND + at, what)
  store<u32>(CAPTURE_FROM + (at << 2), <u32>from)
  store<u32>(CAPTURE_TO + (at << 2), <u32>to)
}

// @ts-ignore: decorator
@inline
function noteNumber(capture: usize, value: f64): void {
  const at = capture * <usize>MAX_LINES + lineNumber
  store<u8>(CAPTURE_KIND + at, A_NUMBER)
  store<f64>(CAPTURE_HASH + (at << 3), value)
}

/** Notes the value at `p`, a string, number or literal to `to`; returns true. */
export function noteValue(capture: usize, kind: u32, p: usize, to: usize): bool {
  if (kind == NUMBER_KIND) {
    const value = readNumber(p, to)
    if (isExact) noteNumber(capture, value)
    else note(capture, A_SPELLED_NUMBER, p, to)
  } else if (kind == STRING_KIND) {
    if (hasEscape) note(capture, A_SPELLED_TEXT, p, to)
    else note(capture, A_TEXT, p + 1, to - 1)
  } else if (kind == OBJECT_KIND) note(capture, AN_OBJECT, p, to)
  else if (kind == ARRAY_KIND) note(capture, AN_ARRAY, p, to)
  else if (kind == TRUE_KIND) note(capture, IS_TRUE, p, to)
  else if (kind == FALSE_KIND) note(capture, IS_FALSE, p, to)
  else note(capture, IS_NULL, p, to)
  return true
}

/** Code points, elements or members of the value at `p`; negative where it has no length. */
export function lengthOf(kind: u32, p: usize, to: usize): i32 {
  if (kind == STRING_KIND) return <i32>countCodePoints(p + 1, to - 1)
  return kind & (OBJECT_KIND | ARRAY_KIND) ? countIn(p) : -1
}

/** Notes how long the value at `p` is; false where it has no length. */
export function noteLength(capture: usize, kind: u32, p: usize, to: usize): bool {
  const length = lengthOf(kind, p, to)
  if (length < 0) return false
  noteNumber(capture, <f64>length)
  return true
}
