// What is noted of the values of a field.

import { ask } from './fieldTests'
import { finish, mix } from './hash'
import {
  ASKS_TEXTS, BINS, BIN_COUNT, BIN_EDGES, BIN_SCALE, LENGTH_BINS, LENGTH_COUNT, LENGTH_EDGES, LENGTH_SCALE, SIZE_BINS,
  SIZE_COUNT, SIZE_EDGES, SIZE_SCALE, SPELLING, TARGET,
} from './statisticsMemory'
import {
  ARRAY_FIELD, FIRST, KINDS, KIND_FIRST, KIND_LAST, KIND_LINES, KIND_SIZE, LARGEST, LAST, LAST_SLOT, LENGTHS,
  LENGTHS_SIZE, LINES, NUMBER_FIELD, SMALLEST, STRING_FIELD, SUM, WHOLE,
} from './statisticsFields'
import { numberEnd, readDecimal } from './statisticsNumber'
import {
  escapes, hashSpelled, hashUsual, isSame, isUnusual, passText, spelledBytes, spelledLength, usualLength,
} from './statisticsText'
import {
  COUNT, NUMBER_VALUE, SLOT_CUT, SLOT_KIND, SLOT_LENGTH, SLOT_TEXT, SLOT_TEXT_LENGTH, STRING_VALUE, countHash, newValue,
} from './statisticsValues'

const NUMBER_SEED: u64 = 0x9fb21c651e98df25
/** What is asked, see ../fieldStatistics.ts. */
const ASK_TIME: i32 = -3

/** The line that is read, plus one: no field has it when counting begins. */
let line: u32 = 0

// @ts-ignore: decorator
@inline
export function turnTo(number: u32): void {
  line = number + 1
}

/** `count` values of a kind in a field. */
// @ts-ignore: decorator
@inline
export function meet(field: usize, kind: usize, count: u64): void {
  const at = field + KINDS + kind * KIND_SIZE
  store<u64>(at, load<u64>(at) + count)
  if (load<u32>(at, KIND_LAST) == line) return
  const lines = load<u32>(at, KIND_LINES)
  if (!lines) store<u32>(at, line - 1, KIND_FIRST)
  store<u32>(at, lines + 1, KIND_LINES)
  store<u32>(at, line, KIND_LAST)
  if (load<u32>(field, LAST) == line) return
  const all = load<u32>(field, LINES)
  if (!all) store<u32>(field, line - 1, FIRST)
  store<u32>(field, all + 1, LINES)
  store<u32>(field, line, LAST)
}

/** The last bin includes its end. */
function toBin(bins: usize, edges: usize, count: u32, scale: f64, value: f64): void {
  let bin = count
  if (value >= load<f64>(edges) && value <= load<f64>(edges + (<usize>count << 3))) {
    bin = min<u32>(<u32>((value - load<f64>(edges)) * scale), count - 1)
    // The scale is rounded, and bins may be of different widths.
    while (bin > 0 && value < load<f64>(edges + (<usize>bin << 3))) bin--
    while (bin + 1 < count && value >= load<f64>(edges + (<usize>(bin + 1) << 3))) bin++
  }
  const at = bins + (<usize>bin << 3)
  store<u64>(at, load<u64>(at) + 1)
}

/** A string, an array or an object of that length. */
// @ts-ignore: decorator
@inline
export function meetLength(field: usize, kind: usize, length: u32): void {
  const at = field + LENGTHS + kind * LENGTHS_SIZE
  if (length < load<u32>(at)) store<u32>(at, length)
  if (length > load<u32>(at, 4)) store<u32>(at, length, 4)
  store<u64>(at, load<u64>(at, 8) + <u64>length, 8)
  if (<usize>load<u32>(TARGET) != field) return
  if (kind == STRING_FIELD && load<u32>(LENGTH_COUNT)) {
    toBin(LENGTH_BINS, LENGTH_EDGES, load<u32>(LENGTH_COUNT), load<f64>(LENGTH_SCALE), <f64>length)
  }
  if (kind == ARRAY_FIELD && load<u32>(SIZE_COUNT)) {
    toBin(SIZE_BINS, SIZE_EDGES, load<u32>(SIZE_COUNT), load<f64>(SIZE_SCALE), <f64>length)
  }
}

/** One of few values that have no text: true, false, null. */
export function countWord(field: usize, kind: usize, value: u8): void {
  meet(field, kind, 1)
  const last = <usize>load<u32>(field, LAST_SLOT)
  if (last && load<u8>(last, SLOT_KIND) == value) {
    store<u64>(last, load<u64>(last, COUNT) + 1, COUNT)
    return
  }
  const hash = finish(mix(NUMBER_SEED, ~<u64>value))
  if (!countHash(field, hash)) newValue(field, hash, value, line - 1, 0)
}

/** The string behind the quote at `p - 1`; behind its last quote, or 0. */
export function countString(field: usize, p: usize): usize {
  // Many fields hold the same in line after line.
  const last = <usize>load<u32>(field, LAST_SLOT)
  if (last && load<u8>(last, SLOT_KIND) == STRING_VALUE && !load<u8>(last, SLOT_CUT)) {
    const length = <usize>load<u16>(last, SLOT_TEXT_LENGTH)
    if (isSame(p, <usize>load<u32>(last, SLOT_TEXT), length) && load<u8>(p + length) == 34) {
      meet(field, STRING_FIELD, 1)
      meetLength(field, STRING_FIELD, load<u32>(last, SLOT_LENGTH))
      store<u64>(last, load<u64>(last, COUNT) + 1, COUNT)
      if (load<u32>(ASKS_TEXTS)) ask(ASK_TIME, p - 1, p + length + 1)
      return p + length + 1
    }
  }
  const to = passText(p)
  if (!to) return 0
  const end = to - 1
  let hash: u64
  let length: u32
  if (escapes && isUnusual) {
    hash = hashSpelled(p, end)
    length = spelledLength
  } else {
    hash = hashUsual(p, end)
    length = usualLength(p, end)
  }
  meet(field, STRING_FIELD, 1)
  meetLength(field, STRING_FIELD, length)
  if (!countHash(field, hash)) {
    const isSpelled = escapes && isUnusual
    const slot = newValue(field, hash, STRING_VALUE, line - 1, isSpelled ? spelledBytes : end - p)
    if (slot) {
      store<u32>(slot, length, SLOT_LENGTH)
      const text = <usize>load<u32>(slot, SLOT_TEXT)
      if (text) memory.copy(text, isSpelled ? SPELLING : p, <usize>load<u16>(slot, SLOT_TEXT_LENGTH))
    }
  }
  if (load<u32>(ASKS_TEXTS)) ask(ASK_TIME, p - 1, to)
  return to
}

/** Numbers of a run. */
export let numbersInRun: u32 = 0

/**
 * The number at `p`, and those that follow it in an array with nothing but a comma and a space between; behind the
 * last of them. 0 where there is no number.
 */
export function countNumbers(field: usize, p: usize, isInArray: bool): usize {
  let smallest = load<f64>(field, SMALLEST)
  let largest = load<f64>(field, LARGEST)
  let sum = load<f64>(field, SUM)
  let whole: u64 = 0
  let n: u32 = 0
  const isTarget = <usize>load<u32>(TARGET) == field && load<u32>(BIN_COUNT)
  while (true) {
    const value = readDecimal(p)
    if (value != value) return 0
    n++
    if (value < smallest) smallest = value
    if (value > largest) largest = value
    sum += value
    if (trunc(value) == value && abs(value) < Infinity) whole++
    if (isTarget) toBin(BINS, BIN_EDGES, load<u32>(BIN_COUNT), load<f64>(BIN_SCALE), value)
    const last = <usize>load<u32>(field, LAST_SLOT)
    if (last && load<u8>(last, SLOT_KIND) == NUMBER_VALUE && load<f64>(last, SLOT_TEXT) == value) {
      store<u64>(last, load<u64>(last, COUNT) + 1, COUNT)
    } else {
      let hash = finish(reinterpret<u64>(value) ^ NUMBER_SEED)
      if (!hash) hash = 1
      if (!countHash(field, hash)) {
        const slot = newValue(field, hash, NUMBER_VALUE, line - 1, 0)
        if (slot) store<f64>(slot, value, SLOT_TEXT)
      }
    }
    p = numberEnd
    if (!isInArray || load<u8>(p) != 44) break
    const next = load<u8>(p, 1) == 32 ? p + 2 : p + 1
    const c = load<u8>(next)
    if (<u8>(c - 48) > 9 && c != 45) break
    p = next
  }
  store<f64>(field, smallest, SMALLEST)
  store<f64>(field, largest, LARGEST)
  store<f64>(field, sum, SUM)
  store<u64>(field, load<u64>(field, WHOLE) + whole, WHOLE)
  meet(field, NUMBER_FIELD, <u64>n)
  numbersInRun = n
  return p
}
