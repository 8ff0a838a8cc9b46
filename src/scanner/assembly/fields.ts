// Lines that are read for some of their fields: which of them a query matches. What is known of the lines already, by their finding sets, says how each may be read.

import { equalTo } from './blocks'
import { CR, LF, findLineFeed, skipSpace } from './bytes'
import {
  AND, BY_ASKING, NOT, OR, UNREAD, fieldTests, kindOfSet, programFrom, programTo, rootNode, verdictTests,
} from './fieldPlan'
import { ASK_LINE, ask, beginLine, held } from './fieldTests'
import { beginWalk, isDone, visit } from './fieldWalk'
import { beginCaptures, captureLine } from './fieldCaptures'
import { CAPTURE_COUNT, ERROR_AT, HEADER, MAX_LINES, TAGS } from './memory'

/** In HEADER, u32 each: lines, those that match, and those that were asked for and are not known. */
const LINES: usize = 0
const MATCHED: usize = 4
const UNKNOWN: usize = 8

const FINDING_SET_MASK: u32 = 0xfff

/** What is true and what may be true; a step of the program takes from these and puts there. */
let isTrue: u64 = 0
let mayBe: u64 = 0

/** The program over the tests that are true, `known`, and those that may be. 0: no, 1: yes, 2: unknown. */
function runProgram(known: u64, possible: u64): i32 {
  isTrue = 0
  mayBe = 0
  const to = programTo()
  for (let at = programFrom(); at < to; at++) {
    const step = load<u8>(at)
    if (step < AND) {
      isTrue = (isTrue << 1) | ((known >> <u64>step) & 1)
      mayBe = (mayBe << 1) | ((possible >> <u64>step) & 1)
    } else if (step == NOT) {
      const was = isTrue & 1
      isTrue = (isTrue & ~1) | (~mayBe & 1)
      mayBe = (mayBe & ~1) | (was ^ 1)
    } else {
      const a = isTrue & 1
      const b = mayBe & 1
      isTrue >>= 1
      mayBe >>= 1
      if (step == AND) {
        isTrue &= ~1 | a
        mayBe &= ~1 | b
      } else {
        isTrue |= a
        mayBe |= b
      }
    }
  }
  return isTrue & 1 ? 1 : mayBe & 1 ? 2 : 0
}

/**
 * Reads the lines of [from, to), at most MAX_LINES; byte to - 1 is LF. TAGS has a word for each, whose lowest
 * twelve bits are its finding set. `first`: `from` is the start of the file. The places in the batch of those that
 * match go to ERROR_AT, of those that were asked for and are not known to CAPTURE_COUNT, and the counts into HEADER.
 * Returns the address after the last line that was read.
 */
export function matchLines(from: usize, to: usize, first: bool): usize {
  let line = from
  let n: usize = 0
  let matched: usize = 0
  let unknown: usize = 0
  const root = rootNode()
  const ofFields = fieldTests()
  beginCaptures()
  // Lines are mostly like the one before them in what is true of them.
  let lastHeld: u64 = 0
  let lastResult = runProgram(0, 0)
  while (line < to && n < <usize>MAX_LINES) {
    const findingSet = <u32>load<u16>(TAGS + (n << 1)) & FINDING_SET_MASK
    const kind = kindOfSet(findingSet)
    const way = kind & 3
    const verdict = verdictTests(kind >> 2)
    beginLine()
    captureLine(n)
    // Of a short line its end is looked for beside the walk, not after it: lines then overlap in the processor.
    const ends = equalTo(line, LF)
    let end = ends ? line + <usize>ctz(ends) : 0
    let result: i32
    if (way == BY_ASKING) {
      if (!end) end = findLineFeed(line)
      result = ask(ASK_LINE - <i32>(kind >> 2), line, end > line && load<u8>(end - 1) == CR ? end - 1 : end)
    } else {
      let p = line
      let isRead = way < UNREAD && root != 0
      if (isRead) {
        if (first && line == from && (load<u32>(p) & 0xffffff) == 0xbfbbef) p += 3
        p = skipSpace(p)
        beginWalk()
        p = load<u8>(p) == LF ? 0 : visit(p, root, true)
        isRead = p != 0
        if (!isRead) p = line
      }
      if (!end) end = findLineFeed(p)
      if (isRead || (way < UNREAD && !root)) {
        if ((held | verdict) != lastHeld) {
          lastHeld = held | verdict
          lastResult = runProgram(lastHeld, lastHeld)
        }
        result = lastResult
      } else result = runProgram(verdict, verdict | ofFields)
    }
    if (result == 1) store<u32>(ERROR_AT + (matched++ << 2), <u32>n)
    else if (result == 2 && way == BY_ASKING) store<u32>(CAPTURE_COUNT + (unknown++ << 2), <u32>n)
    line = end + 1
    n++
  }
  store<u32>(HEADER, <u32>n, LINES)
  store<u32>(HEADER, <u32>matched, MATCHED)
  store<u32>(HEADER, <u32>unknown, UNKNOWN)
  return line
}
