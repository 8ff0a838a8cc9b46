// Different values of a field: counted exactly as long as there are few, in a table of their hashes that grows. From
// then on values that are not in it are counted together, and how many different ones there are is estimated:
// HyperLogLog, Flajolet et al., 2007, http://algo.inria.fr/flajolet/Publications/FlFuGaMe07.pdf.

import { FIELDS, FIELD_SIZE, KEPT_LIMIT, REGISTERS, REGISTER_COUNT, REGISTER_SIZE, TARGET, TEXT_LIMIT, takeRoom } from './statisticsMemory'
import { IS_FULL, LAST_SLOT, TABLE, TABLE_MASK, TABLE_USED, UNKEPT } from './statisticsFields'

/** Of a slot: u64 hash, 0 when it is free; u64 values; u32 their first line; u8 kind, u8 whether the text is cut. */
export const SLOT_SIZE: usize = 32
export const COUNT: usize = 8
export const SLOT_FIRST: usize = 16
export const SLOT_KIND: usize = 20
export const SLOT_CUT: usize = 21
/** u16 bytes of its text; u32 where that stands, u32 code points. Of a number instead of these f64. */
export const SLOT_TEXT_LENGTH: usize = 22
export const SLOT_TEXT: usize = 24
export const SLOT_LENGTH: usize = 28

/** Kinds of values. */
export const STRING_VALUE: u8 = 1
export const NUMBER_VALUE: u8 = 2
export const TRUE_VALUE: u8 = 3
export const FALSE_VALUE: u8 = 4
export const NULL_VALUE: u8 = 5

/** Slots of the first table of a field. */
const FIRST_SLOTS: u32 = 16
/** Different values of the one field that is looked at. */
const TARGET_LIMIT: u32 = 0x10000

// @ts-ignore: decorator
@inline
function registersOf(field: usize): usize {
  return REGISTERS + (field - FIELDS) / FIELD_SIZE * REGISTER_SIZE
}

/** Bytes of a field's filter, which has a bit for each value that is in its table; it follows the registers. */
const FILTER_SIZE: usize = REGISTER_SIZE - REGISTER_COUNT

// @ts-ignore: decorator
@inline
function isInFilter(field: usize, hash: u64): bool {
  const at = registersOf(field) + REGISTER_COUNT + (<usize>(hash >> 35) & (FILTER_SIZE - 1))
  return ((load<u8>(at) >> <u8>((hash >> 32) & 7)) & 1) != 0
}

function addToFilter(field: usize, hash: u64): void {
  const at = registersOf(field) + REGISTER_COUNT + (<usize>(hash >> 35) & (FILTER_SIZE - 1))
  store<u8>(at, load<u8>(at) | (<u8>1 << <u8>((hash >> 32) & 7)))
}

// @ts-ignore: decorator
@inline
function noteInRegisters(field: usize, hash: u64): void {
  const at = registersOf(field) + <usize>(hash >> 53)
  const zeros = <u8>(clz((hash << 11) | 0x400) + 1)
  if (load<u8>(at) < zeros) store<u8>(at, zeros)
}

/** Counts one value more where that is in the table. Otherwise `newValue` is to be called where this says so. */
// @ts-ignore: decorator
@inline
export function countHash(field: usize, hash: u64): bool {
  const table = <usize>load<u32>(field, TABLE)
  const isFull = load<u32>(field, IS_FULL)
  // Most values of a field that is full are not in its table, and most of these are not in the filter either.
  if (isFull ? isInFilter(field, hash) : table) {
    const mask = load<u32>(field, TABLE_MASK)
    let i = <u32>hash & mask
    while (true) {
      const slot = table + <usize>i * SLOT_SIZE
      const held = load<u64>(slot)
      if (held == hash) {
        store<u64>(slot, load<u64>(slot, COUNT) + 1, COUNT)
        store<u32>(field, <u32>slot, LAST_SLOT)
        return true
      }
      if (!held) break
      i = (i + 1) & mask
    }
  }
  if (!isFull) return false
  store<u64>(field, load<u64>(field, UNKEPT) + 1, UNKEPT)
  store<u32>(field, 0, LAST_SLOT)
  noteInRegisters(field, hash)
  return true
}

function becomeFull(field: usize): void {
  store<u32>(field, 1, IS_FULL)
  memory.fill(registersOf(field), 0, REGISTER_SIZE)
  const table = <usize>load<u32>(field, TABLE)
  if (!table) return
  const mask = load<u32>(field, TABLE_MASK)
  for (let i: u32 = 0; i <= mask; i++) {
    const hash = load<u64>(table + <usize>i * SLOT_SIZE)
    if (!hash) continue
    noteInRegisters(field, hash)
    addToFilter(field, hash)
  }
}

/** A free slot for a hash that is not in the table of `field`; 0 where there is no room. */
function freeSlot(field: usize, hash: u64): usize {
  const used = load<u32>(field, TABLE_USED)
  const limit = <usize>load<u32>(TARGET) == field ? TARGET_LIMIT : load<u32>(KEPT_LIMIT)
  if (used >= limit) return 0
  let table = <usize>load<u32>(field, TABLE)
  let mask = load<u32>(field, TABLE_MASK)
  if (!table || used * 2 > mask) {
    const slots = table ? (mask + 1) * 2 : FIRST_SLOTS
    const larger = takeRoom(<usize>slots * SLOT_SIZE)
    if (!larger) return 0
    memory.fill(larger, 0, <usize>slots * SLOT_SIZE)
    if (table) {
      for (let i: u32 = 0; i <= mask; i++) {
        const slot = table + <usize>i * SLOT_SIZE
        const held = load<u64>(slot)
        if (!held) continue
        let at = <u32>held & (slots - 1)
        while (load<u64>(larger + <usize>at * SLOT_SIZE)) at = (at + 1) & (slots - 1)
        memory.copy(larger + <usize>at * SLOT_SIZE, slot, SLOT_SIZE)
      }
    }
    table = larger
    mask = slots - 1
    store<u32>(field, <u32>table, TABLE)
    store<u32>(field, mask, TABLE_MASK)
  }
  let i = <u32>hash & mask
  while (load<u64>(table + <usize>i * SLOT_SIZE)) i = (i + 1) & mask
  return table + <usize>i * SLOT_SIZE
}

/**
 * A value that is met for the first time, in line `line`: a slot for it, of which what follows SLOT_KIND is not
 * written; or 0 where it is one of those that are counted together.
 */
export function newValue(field: usize, hash: u64, kind: u8, line: u32, textLength: usize): usize {
  const length = min<usize>(textLength, <usize>load<u32>(TEXT_LIMIT))
  // Texts are read up to 8 bytes at a time.
  const text = textLength ? takeRoom(length + 8) : 0
  const slot = textLength && !text ? 0 : freeSlot(field, hash)
  if (!slot) {
    becomeFull(field)
    store<u64>(field, 1, UNKEPT)
    noteInRegisters(field, hash)
    return 0
  }
  store<u64>(slot, hash)
  store<u64>(slot, 1, COUNT)
  store<u32>(slot, line, SLOT_FIRST)
  store<u8>(slot, kind, SLOT_KIND)
  store<u8>(slot, length < textLength ? 1 : 0, SLOT_CUT)
  store<u16>(slot, <u16>length, SLOT_TEXT_LENGTH)
  store<u32>(slot, <u32>text, SLOT_TEXT)
  store<u32>(field, load<u32>(field, TABLE_USED) + 1, TABLE_USED)
  store<u32>(field, <u32>slot, LAST_SLOT)
  return slot
}
