// Lines that are read for all of their fields: what there is, and how much of it. What is known of the lines
// already, by their finding sets, says how each may be read.

import { CR, findLineFeed, skipSpace } from './bytes'
import { BLANK, BY_ASKING, PLAIN } from './fieldPlan'
import { ASK_LINE, ask } from './fieldTests'
import { MAX_LINES, TAGS } from './memory'
import { turnTo } from './statisticsCounts'
import { IS_MAP, childByKey, childOfAll, resetFields, rootField } from './statisticsFields'
import {
  BLANK_LINES, COUNTED, FIELDS, NOT_JSON, POWERS, REGISTERS, REGISTER_SIZE, FIELD_SIZE, STATISTICS_SIZE, TARGET, TOO_DEEP,
  TOO_DEEP_LAST, WAYS,
} from './statisticsMemory'
import { hashUsual } from './statisticsText'
import { countValue, seekTarget } from './statisticsWalk'

const FINDING_SET_MASK: u32 = 0xfff

/** In HEADER of the batch: u32 lines that were read. */
let linesRead: u32 = 0

export function statisticsSize(): usize { return STATISTICS_SIZE }
export function statisticsFieldsAddress(): usize { return FIELDS }
export function statisticsWaysAddress(): usize { return WAYS }
export function statisticsPowersAddress(): usize { return POWERS }
/** Of the registers of a field. */
export function statisticsRegistersAddress(field: usize): usize {
  return REGISTERS + (field - FIELDS) / FIELD_SIZE * REGISTER_SIZE
}

/** Forgets everything but the bounds and how lines are read. */
export function resetStatistics(): void {
  resetFields()
  store<u32>(COUNTED, 0)
  store<u32>(NOT_JSON, 0)
  store<u32>(BLANK_LINES, 0)
  store<u32>(TOO_DEEP, 0)
  store<u32>(TOO_DEEP_LAST, 0)
}

/** A field before it is met: by a key in the usual spelling, or with `length` -1 every element, -2 every member. */
export function addStatisticsField(parent: usize, text: usize, length: i32): usize {
  const field = parent ? parent : rootField()
  if (length >= 0) return childByKey(field, text, <usize>length, hashUsual(text, text + <usize>length), true)
  return childOfAll(field, length == -1, true)
}

/** The keys of a field's objects are not told apart, but for those that were added before. */
export function mergeStatisticsKeys(field: usize): void {
  store<u32>(field, 1, IS_MAP)
}

/** Lines that the last call of `countFields` read. */
export function statisticsLines(): u32 { return linesRead }

/** Behind the line's value; 0 where it is none. */
// @ts-ignore: decorator
@inline
function countLine(p: usize, number: u32, target: u32): usize {
  p = skipSpace(p)
  turnTo(number)
  const field = rootField()
  return target ? seekTarget(p, field) : countValue(p, field, 0)
}

/**
 * Reads the lines of [from, to), at most MAX_LINES; byte to - 1 is LF. TAGS has a word for each, whose lowest
 * twelve bits are its finding set. `first`: `from` is the start of the file. `number`: of the first line. Returns
 * the address after the last line that was read.
 */
export function countFields(from: usize, to: usize, first: bool, number: u32): usize {
  let line = from
  let n: u32 = 0
  const target = load<u32>(TARGET)
  while (line < to && n < <u32>MAX_LINES) {
    const findingSet = <u32>load<u16>(TAGS + (<usize>n << 1)) & FINDING_SET_MASK
    const way = <u32>load<u8>(WAYS + <usize>findingSet)
    let end: usize
    let isCounted = false
    if (way == PLAIN) {
      const hasMark = first && line == from && (load<u32>(line) & 0xffffff) == 0xbfbbef
      end = countLine(hasMark ? line + 3 : line, number + n, target)
      isCounted = end != 0
      end = findLineFeed(isCounted ? end : line)
    } else {
      end = findLineFeed(line)
      if (way == BY_ASKING) {
        const other = <usize>ask(ASK_LINE, line, end > line && load<u8>(end - 1) == CR ? end - 1 : end)
        isCounted = other != 0 && countLine(other, number + n, target) != 0
      }
    }
    const counter = isCounted ? COUNTED : way == BLANK ? BLANK_LINES : NOT_JSON
    store<u32>(counter, load<u32>(counter) + 1)
    line = end + 1
    n++
  }
  linesRead = n
  return line
}
