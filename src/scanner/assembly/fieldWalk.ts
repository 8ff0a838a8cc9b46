// From the first byte of a line's value to the fields that are asked for: what is on the way to none is passed,
// and once all have been met, the rest of the line is not looked at. The line is JSON, and no key stands twice in
// one of its objects; where it is not after all, the walk ends at its LF at the latest.

import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, OPEN_BRACE, QUOTE, skipSpace } from './bytes'
import { isKey } from './fieldKeys'
import {
  CHILD, EACH, FIRST_INDEX, FIRST_KEY, FIRST_TEST, FROM_END, INDEX, INDEX_LIMIT, KEY_COUNT, NEXT,
} from './fieldPlan'
import { countIn, hasEscape, passAny, passContainer, passString, passWord } from './fieldSkip'
import { runTests } from './fieldTests'

/** All that was asked for has been met: the rest of the line does not matter. */
export let isDone: bool = false

// @ts-ignore: decorator
@inline
export function beginWalk(): void {
  isDone = false
}

/** The key of `node` whose text is [from, to); 0 when it has no such. */
// @ts-ignore: decorator
@inline
function findKey(node: usize, from: usize, to: usize, isSpelled: bool): usize {
  const start = load<u64>(from)
  for (let key = <usize>load<u32>(node, FIRST_KEY); key; key = <usize>load<u32>(key, NEXT)) {
    if (isKey(key, from, to, start, isSpelled)) return key
  }
  return 0
}

/**
 * The value at `p`, which is of the field of `node`. `isLast`: nothing else in the line is asked for. The address
 * behind the value, or 0 where the line is broken; anything but 0 once it is done.
 */
export function visit(p: usize, node: usize, isLast: bool): usize {
  const c = load<u8>(p)
  const tests = <usize>load<u32>(node, FIRST_TEST)
  if ((c | 32) != OPEN_BRACE) {
    const to = c == QUOTE ? passString(p + 1) : passWord(p)
    if (!to || to == p) return 0
    if (tests) runTests(tests, p, to)
    if (isLast) isDone = true
    return to
  }
  if (tests) runTests(tests, p, 0)
  if (c == OPEN_BRACE) {
    if (load<u32>(node, FIRST_KEY)) return visitObject(p, node, isLast)
  } else if (load<u32>(node, EACH) || load<u32>(node, FIRST_INDEX)) return visitArray(p, node, isLast)
  if (isLast) {
    isDone = true
    return p
  }
  return passContainer(p, 0)
}

function visitObject(p: usize, node: usize, isLast: bool): usize {
  let wanted = load<u32>(node, KEY_COUNT)
  p = skipSpace(p + 1)
  if (load<u8>(p) != CLOSE_BRACE) {
    while (true) {
      if (load<u8>(p) != QUOTE) return 0
      const from = p + 1
      p = passString(from)
      if (!p) return 0
      const key = findKey(node, from, p - 1, hasEscape)
      p = skipSpace(p)
      if (load<u8>(p) != COLON) return 0
      p = skipSpace(p + 1)
      if (key) {
        wanted--
        p = visit(p, <usize>load<u32>(key, CHILD), isLast && !wanted)
        if (!p || isDone) return p
        if (!wanted) return passContainer(p, 1)
      } else {
        p = passAny(p)
        if (!p) return 0
      }
      p = skipSpace(p)
      if (load<u8>(p) == CLOSE_BRACE) break
      if (load<u8>(p) != COMMA) return 0
      p = skipSpace(p + 1)
    }
  }
  if (isLast) isDone = true
  return p + 1
}

function visitArray(p: usize, node: usize, isLast: bool): usize {
  const each = <usize>load<u32>(node, EACH)
  const limit = load<u32>(node, INDEX_LIMIT)
  let count: i32 = 0
  if (limit == FROM_END) {
    count = countIn(p)
    if (count < 0) return 0
  }
  p = skipSpace(p + 1)
  if (load<u8>(p) != CLOSE_BRACKET) {
    for (let i: i32 = 0; ; i++) {
      // A value is visited by each step that leads to it, and passed by the last of them.
      let to: usize = 0
      if (!each && <u32>i >= limit) {
        if (isLast) {
          isDone = true
          return p
        }
        return passContainer(p, 1)
      }
      for (let item = <usize>load<u32>(node, FIRST_INDEX); item; item = <usize>load<u32>(item, NEXT)) {
        const index = load<i32>(item, INDEX)
        if ((index < 0 ? count + index : index) != i) continue
        to = visit(p, <usize>load<u32>(item, CHILD), false)
        if (!to) return 0
      }
      if (each) to = visit(p, each, false)
      else if (!to) to = passAny(p)
      if (!to) return 0
      p = skipSpace(to)
      if (load<u8>(p) == CLOSE_BRACKET) break
      if (load<u8>(p) != COMMA) return 0
      p = skipSpace(p + 1)
    }
  }
  if (isLast) isDone = true
  return p + 1
}
