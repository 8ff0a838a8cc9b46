// From the first byte of a line's value through all of its fields. The line is JSON, and no key stands twice in one
// of its objects; where it is not after all, the walk ends at its LF at the latest.

import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, MINUS, OPEN_BRACE, OPEN_BRACKET, QUOTE, isDigit, skipSpace } from './bytes'
import { countIn, passAny, passContainer } from './fieldSkip'
import { countNumbers, countString, countWord, meet, meetLength, numbersInRun } from './statisticsCounts'
import {
  ARRAY_FIELD, BOOLEAN_FIELD, ELEMENTS, FIRST_GUESS, IS_MAP, KEY_COUNT, KEY_LENGTH, MEMBERS, NEXT_GUESS, NULL_FIELD,
  OBJECT_FIELD, childByKey, childOfAll, isKeyAt,
} from './statisticsFields'
import { COUNTED, DEPTH_LIMIT, SPELLING, TARGET, TOO_DEEP, TOO_DEEP_LAST } from './statisticsMemory'
import { escapes, hashSpelled, hashUsual, isUnusual, passText, spelledBytes } from './statisticsText'
import { FALSE_VALUE, NULL_VALUE, TRUE_VALUE } from './statisticsValues'

/** The value at `p` of `field`, so deep in the line; behind it, or 0. */
export function countValue(p: usize, field: usize, depth: u32): usize {
  const c = load<u8>(p)
  if (c == QUOTE) return countString(field, p + 1)
  if (c == MINUS || isDigit(c)) return countNumbers(field, p, false)
  if ((c | 32) == OPEN_BRACE) {
    if (<usize>load<u32>(TARGET) == field || depth >= load<u32>(DEPTH_LIMIT)) return countClosed(p, field)
    return c == OPEN_BRACE ? countObject(p, field, depth) : countArray(p, field, depth)
  }
  if (c == 116) {
    countWord(field, BOOLEAN_FIELD, TRUE_VALUE)
    return p + 4
  }
  if (c == 102) {
    countWord(field, BOOLEAN_FIELD, FALSE_VALUE)
    return p + 5
  }
  if (c != 110) return 0
  countWord(field, NULL_FIELD, NULL_VALUE)
  return p + 4
}

/** An object or array whose inside is not looked at. */
function countClosed(p: usize, field: usize): usize {
  const length = countIn(p)
  if (length < 0) return 0
  const kind = load<u8>(p) == OPEN_BRACE ? OBJECT_FIELD : ARRAY_FIELD
  meet(field, kind, 1)
  meetLength(field, kind, <u32>length)
  if (length && !load<u32>(TARGET)) {
    const line = load<u32>(COUNTED) + 1
    if (load<u32>(TOO_DEEP_LAST) != line) store<u32>(TOO_DEEP, load<u32>(TOO_DEEP) + 1)
    store<u32>(TOO_DEEP_LAST, line)
  }
  return passContainer(p, 0)
}

/** The child of `field` by the key whose text is [from, to), which was passed last. */
function childOf(field: usize, from: usize, to: usize, isGrowing: bool): usize {
  if (!(escapes && isUnusual)) return childByKey(field, from, to - from, hashUsual(from, to), isGrowing)
  const hash = hashSpelled(from, to)
  return childByKey(field, SPELLING, spelledBytes, hash, isGrowing)
}

function countObject(p: usize, field: usize, depth: u32): usize {
  meet(field, OBJECT_FIELD, 1)
  let n: u32 = 0
  p = skipSpace(p + 1)
  if (load<u8>(p) != CLOSE_BRACE) {
    const isMap = load<u32>(field, IS_MAP) != 0
    const members = isMap ? childOfAll(field, false, true) : 0
    const hasKeys = !isMap || load<u32>(field, KEY_COUNT) != 0
    let guessAt = field + FIRST_GUESS
    while (true) {
      if (load<u8>(p) != QUOTE) return 0
      const from = p + 1
      let child: usize
      if (!hasKeys) {
        child = members
        p = passText(from)
      } else {
        child = <usize>load<u32>(guessAt)
        if (child && isKeyAt(child, from)) {
          p = from + <usize>load<u32>(child, KEY_LENGTH) + 1
        } else {
          p = passText(from)
          if (!p) return 0
          child = childOf(field, from, p - 1, !isMap)
          if (child) store<u32>(guessAt, <u32>child)
          else child = members
        }
        if (child) guessAt = child + NEXT_GUESS
      }
      if (!p) return 0
      if (load<u8>(p) != COLON) {
        p = skipSpace(p)
        if (load<u8>(p) != COLON) return 0
      }
      p = skipSpace(p + 1)
      p = child ? countValue(p, child, depth + 1) : passAny(p)
      if (!p) return 0
      n++
      let c = load<u8>(p)
      if (c != COMMA) {
        p = skipSpace(p)
        c = load<u8>(p)
        if (c == CLOSE_BRACE) break
        if (c != COMMA) return 0
      }
      p = skipSpace(p + 1)
    }
  }
  meetLength(field, OBJECT_FIELD, n)
  return p + 1
}

function countArray(p: usize, field: usize, depth: u32): usize {
  meet(field, ARRAY_FIELD, 1)
  let n: u32 = 0
  p = skipSpace(p + 1)
  if (load<u8>(p) != CLOSE_BRACKET) {
    const child = childOfAll(field, true, true)
    while (true) {
      const first = load<u8>(p)
      if (child && (first == MINUS || isDigit(first))) {
        p = countNumbers(child, p, true)
        n += numbersInRun
      } else {
        p = child ? countValue(p, child, depth + 1) : passAny(p)
        n++
      }
      if (!p) return 0
      p = skipSpace(p)
      const c = load<u8>(p)
      if (c == CLOSE_BRACKET) break
      if (c != COMMA) return 0
      p = skipSpace(p + 1)
    }
  }
  meetLength(field, ARRAY_FIELD, n)
  return p + 1
}

/** The same where only the values of one field count: everything else but the way to it is passed. */
export function seekTarget(p: usize, field: usize): usize {
  if (<usize>load<u32>(TARGET) == field) return countValue(p, field, 0)
  const c = load<u8>(p)
  if (c == OPEN_BRACE) {
    const members = <usize>load<u32>(field, MEMBERS)
    const hasKeys = load<u32>(field, KEY_COUNT) != 0
    if (!members && !hasKeys) return passContainer(p, 0)
    p = skipSpace(p + 1)
    if (load<u8>(p) == CLOSE_BRACE) return p + 1
    while (true) {
      if (load<u8>(p) != QUOTE) return 0
      const from = p + 1
      p = passText(from)
      if (!p) return 0
      let child = hasKeys ? childOf(field, from, p - 1, false) : 0
      if (!child) child = members
      p = skipSpace(p)
      if (load<u8>(p) != COLON) return 0
      p = skipSpace(p + 1)
      p = child ? seekTarget(p, child) : passAny(p)
      if (!p) return 0
      p = skipSpace(p)
      if (load<u8>(p) == CLOSE_BRACE) return p + 1
      if (load<u8>(p) != COMMA) return 0
      p = skipSpace(p + 1)
    }
  }
  const elements = <usize>load<u32>(field, ELEMENTS)
  if (c != OPEN_BRACKET || !elements) return passAny(p)
  p = skipSpace(p + 1)
  if (load<u8>(p) == CLOSE_BRACKET) return p + 1
  while (true) {
    p = seekTarget(p, elements)
    if (!p) return 0
    p = skipSpace(p)
    if (load<u8>(p) == CLOSE_BRACKET) return p + 1
    if (load<u8>(p) != COMMA) return 0
    p = skipSpace(p + 1)
  }
}
