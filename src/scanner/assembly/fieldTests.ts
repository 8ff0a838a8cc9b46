// What the tests of a field come to for a value of it.

import { OPEN_BRACE, OPEN_BRACKET, QUOTE } from './bytes'
import { readNumber, isExact } from './fieldNumber'
import {
  ARRAY_KIND, ASKED, AT_MOST, CAPTURED, CONTAINS, ENDS, EQUALS, FALSE_KIND, IS_KEY, LESS, MORE, NEXT, NULL_KIND,
  NUMBER_KIND, OBJECT_KIND, OF_KIND, OF_LENGTH, OF_NUMBER, OF_TEXT, STARTS, STRING_KIND, TEST_CONSTANT, TEST_KIND,
  TEST_LENGTH, TEST_MASK, TEST_NUMBER, TEST_OPERATOR, TEST_TEXT, TRUE_KIND,
} from './fieldPlan'
import { lengthOf, noteLength, noteValue } from './fieldCaptures'
import { hasEscape } from './fieldSkip'
import {
  DIFFERS, SAME, compareSpelled, findText, hasUnicodeEscape, isSameText, orderOfTexts,
} from './fieldText'
import { keepKey } from './keyValues'

/**
 * Asks the other side whether a test holds of the value [from, to); of the whole line where `test` is ASK_LINE,
 * less the number of its verdict. 0: no, 1: yes; of a line 2: it cannot be told.
 */
// @ts-ignore: decorator
@external('env', 'ask')
export declare function ask(test: i32, from: usize, to: usize): i32

export const ASK_LINE: i32 = -1

/** The tests that hold of the line so far. */
export let held: u64 = 0

// @ts-ignore: decorator
@inline
export function beginLine(): void {
  held = 0
}

// @ts-ignore: decorator
@inline
export function kindAt(c: u8): u32 {
  if (c == QUOTE) return STRING_KIND
  if (c == OPEN_BRACE) return OBJECT_KIND
  if (c == OPEN_BRACKET) return ARRAY_KIND
  if (c == 116) return TRUE_KIND
  if (c == 102) return FALSE_KIND
  if (c == 110) return NULL_KIND
  return NUMBER_KIND
}

function isInOrder(order: i32, operator: u8): bool {
  if (operator == EQUALS) return order == 0
  if (operator == LESS) return order < 0
  if (operator == AT_MOST) return order <= 0
  if (operator == MORE) return order > 0
  return order >= 0
}

function compares(value: f64, constant: f64, operator: u8): bool {
  if (operator == EQUALS) return value == constant
  if (operator == LESS) return value < constant
  if (operator == AT_MOST) return value <= constant
  if (operator == MORE) return value > constant
  return value >= constant
}

/** Whether a test of text holds of the string whose text is [from, to). */
function holdsOfText(test: usize, kind: u8, from: usize, to: usize, isSpelled: bool): bool {
  const text = <usize>load<u32>(test, TEST_TEXT)
  const length = <usize>load<u32>(test, TEST_LENGTH)
  const operator = load<u8>(test, TEST_OPERATOR)
  const number = <i32>load<u8>(test, TEST_NUMBER)
  if (!length && kind != OF_TEXT) return true
  if (!isSpelled) {
    if (kind == OF_TEXT) {
      if (operator == EQUALS) return to - from == length && isSameText(from, text, length)
      return isInOrder(orderOfTexts(from, to, text, text + length), operator)
    }
    if (kind == CONTAINS) return findText(from, to, text, length) != 0
    if (to - from < length) return false
    return isSameText(kind == STARTS ? from : to - length, text, length)
  }
  if (kind == STARTS) return compareSpelled(from, to, text, length) != DIFFERS
  if (kind == OF_TEXT && operator == EQUALS) return compareSpelled(from, to, text, length) == SAME
  // What no escape but `\u` can stand for is there as it is, or not at all.
  const isPlain = load<u32>(test, TEST_MASK) != 0
  if (kind == CONTAINS && isPlain && !findText(from, to, text, length) && !hasUnicodeEscape(from, to)) return false
  return ask(number, from - 1, to + 1) != 0
}

/** Runs the tests of a list on the value at `p` that ends at `to`; of containers `to` is unknown, and 0. */
export function runTests(first: usize, p: usize, to: usize): void {
  const kind = kindAt(load<u8>(p))
  for (let test = first; test; test = <usize>load<u32>(test, NEXT)) {
    const what = load<u8>(test, TEST_KIND)
    const bit = <u64>1 << <u64>load<u8>(test, TEST_NUMBER)
    if (held & bit) continue
    let holds = false
    if (what == CAPTURED) {
      const capture = <usize>load<u8>(test, TEST_NUMBER)
      holds = load<u32>(test, TEST_MASK) ? noteLength(capture, kind, p, to) : noteValue(capture, kind, p, to)
    } else if (what == IS_KEY) holds = keepKey(<u32>load<u8>(test, TEST_NUMBER), p)
    else if (what == OF_KIND) holds = (kind & load<u32>(test, TEST_MASK)) != 0
    else if (what == OF_NUMBER) {
      if (kind == NUMBER_KIND) {
        const value = readNumber(p, to)
        holds = isExact
          ? compares(value, load<f64>(test, TEST_CONSTANT), load<u8>(test, TEST_OPERATOR))
          : ask(<i32>load<u8>(test, TEST_NUMBER), p, to) != 0
      }
    } else if (what == OF_LENGTH) {
      const length = lengthOf(kind, p, to)
      holds = length >= 0 && compares(<f64>length, load<f64>(test, TEST_CONSTANT), load<u8>(test, TEST_OPERATOR))
    } else if (kind == STRING_KIND) {
      holds = what == ASKED
        ? ask(<i32>load<u8>(test, TEST_NUMBER), p, to) != 0
        : holdsOfText(test, what, p + 1, to - 1, hasEscape)
    }
    if (holds) held |= bit
  }
}
