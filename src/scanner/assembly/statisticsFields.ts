// The fields that were met, as a tree that grows: members of objects by their keys, elements of arrays and members
// of objects with too many keys as one field each. What is counted of a field stands in it.

import { mix } from './hash'
import {
  ARENA, ARENA_TOP, FIELDS, FIELD_COUNT, FIELD_LIMIT, FIELD_SIZE, IS_CUT, KEY_LIMIT, KEY_SLOTS, KEY_TABLE, OVERFLOWS,
  TARGET, takeRoom,
} from './statisticsMemory'
import { isSame } from './statisticsText'

/** u32: its parent, or 0; what leads from there to it. */
export const PARENT: usize = 0
export const STEP: usize = 4
export const BY_KEY: u32 = 1
export const BY_ELEMENT: u32 = 2
export const BY_ANY_KEY: u32 = 3
/** u32 each: bytes of its key, and where that stands in the usual spelling. */
export const KEY_LENGTH: usize = 8
export const KEY_TEXT: usize = 12
/** The first 16 bytes of the key, and which of them count. */
export const KEY_START: usize = 16
export const KEY_MASK: usize = 32
/** u32 each: the child that is likely to come first, the sibling that is likely to follow. */
export const FIRST_GUESS: usize = 48
export const NEXT_GUESS: usize = 52
/** u32 each: the field of its elements, of its members whatever their keys; or 0. */
export const ELEMENTS: usize = 56
export const MEMBERS: usize = 60
/** u32 each: children by key; whether its keys are not told apart; whether there turned out to be too many. */
export const KEY_COUNT: usize = 64
export const IS_MAP: usize = 68
export const IS_OVERFLOWN: usize = 72
/** u32 each: lines that have it, the last of these plus one, the first. */
export const LINES: usize = 76
export const LAST: usize = 80
export const FIRST: usize = 84
/** Of each kind: u64 values, and u32 as above. */
export const KINDS: usize = 88
export const KIND_SIZE: usize = 24
export const KIND_LINES: usize = 8
export const KIND_LAST: usize = 12
export const KIND_FIRST: usize = 16
export const OBJECT_FIELD: usize = 0
export const ARRAY_FIELD: usize = 1
export const STRING_FIELD: usize = 2
export const NUMBER_FIELD: usize = 3
export const BOOLEAN_FIELD: usize = 4
export const NULL_FIELD: usize = 5
/** Of numbers: f64 each the smallest, the largest, the sum; u64 whole ones. */
export const SMALLEST: usize = KINDS + KIND_SIZE * 6
export const LARGEST: usize = SMALLEST + 8
export const SUM: usize = SMALLEST + 16
export const WHOLE: usize = SMALLEST + 24
/** Of objects, arrays and strings, in the order of the kinds: u32 the shortest, u32 the longest, u64 the sum. */
export const LENGTHS: usize = WHOLE + 8
export const LENGTHS_SIZE: usize = 16
/** Of values, see statisticsValues.ts. */
export const TABLE: usize = LENGTHS + LENGTHS_SIZE * 3
export const TABLE_MASK: usize = TABLE + 4
export const TABLE_USED: usize = TABLE + 8
export const LAST_SLOT: usize = TABLE + 12
export const IS_FULL: usize = TABLE + 16
export const UNKEPT: usize = TABLE + 24

/** Bytes of keys that are told apart; members with longer ones are passed. */
const LONGEST_KEY: usize = 1024

/** The first field is that of the lines' values. */
export function rootField(): usize { return FIELDS }

/** Forgets all fields; bounds and ways stay. */
export function resetFields(): void {
  memory.fill(KEY_TABLE, 0, <usize>KEY_SLOTS * 4)
  store<u32>(FIELD_COUNT, 0)
  store<u32>(ARENA_TOP, <u32>ARENA)
  store<u32>(IS_CUT, 0)
  store<u32>(OVERFLOWS, 0)
  store<u32>(TARGET, 0)
  newField(0, 0, 0, 0)
}

/** 0 when there is no room. */
function newField(parent: usize, step: u32, text: usize, length: usize): usize {
  const count = load<u32>(FIELD_COUNT)
  if (count >= load<u32>(FIELD_LIMIT)) {
    store<u32>(IS_CUT, 1)
    return 0
  }
  const field = FIELDS + <usize>count * FIELD_SIZE
  memory.fill(field, 0, FIELD_SIZE)
  if (length) {
    // Texts are read up to 16 bytes at a time.
    const copy = takeRoom(length + 16)
    if (!copy) {
      store<u32>(IS_CUT, 1)
      return 0
    }
    memory.copy(copy, text, length)
    store<u32>(field, <u32>copy, KEY_TEXT)
    for (let i: usize = 0; i < 16 && i < length; i++) {
      store<u8>(field + KEY_START + i, load<u8>(text + i))
      store<u8>(field + KEY_MASK + i, 0xff)
    }
  }
  store<u32>(field, <u32>parent, PARENT)
  store<u32>(field, step, STEP)
  store<u32>(field, <u32>length, KEY_LENGTH)
  store<f64>(field, Infinity, SMALLEST)
  store<f64>(field, -Infinity, LARGEST)
  for (let i: usize = 0; i < 3; i++) store<u32>(field + i * LENGTHS_SIZE, 0xffffffff, LENGTHS)
  store<u32>(FIELD_COUNT, count + 1)
  return field
}

/** Whether `field`, which is by key, is that of the key at `from`; its quote counts. */
// @ts-ignore: decorator
@inline
export function isKeyAt(field: usize, from: usize): bool {
  const differs = v128.and(
    v128.xor(v128.load(from), v128.load(field, KEY_START)),
    v128.load(field, KEY_MASK),
  )
  if (v128.any_true(differs)) return false
  const length = <usize>load<u32>(field, KEY_LENGTH)
  if (length > 16 && !isSame(from + 16, <usize>load<u32>(field, KEY_TEXT) + 16, length - 16)) return false
  return load<u8>(from + length) == 34
}

/** The child of `field` by the key `length` bytes at `text`, a new one where there was none; 0 without room. */
export function childByKey(field: usize, text: usize, length: usize, hash: u64, isGrowing: bool): usize {
  let slot = <u32>(mix(hash, <u64>field) >> 40) & (KEY_SLOTS - 1)
  while (true) {
    const child = <usize>load<u32>(KEY_TABLE + (<usize>slot << 2))
    if (!child) break
    if (
      <usize>load<u32>(child, PARENT) == field && <usize>load<u32>(child, KEY_LENGTH) == length &&
      isSame(text, <usize>load<u32>(child, KEY_TEXT), length)
    ) return child
    slot = (slot + 1) & (KEY_SLOTS - 1)
  }
  if (!isGrowing) return 0
  if (length > LONGEST_KEY) {
    store<u32>(IS_CUT, 1)
    return 0
  }
  const count = load<u32>(field, KEY_COUNT)
  if (count >= load<u32>(KEY_LIMIT)) {
    if (!load<u32>(field, IS_OVERFLOWN)) store<u32>(OVERFLOWS, load<u32>(OVERFLOWS) + 1)
    store<u32>(field, 1, IS_OVERFLOWN)
    return 0
  }
  const child = newField(field, BY_KEY, text, length)
  if (!child) return 0
  store<u32>(field, count + 1, KEY_COUNT)
  store<u32>(KEY_TABLE + (<usize>slot << 2), <u32>child)
  return child
}

/** The field of all elements of `field`, or of all members; a new one where there was none. 0 without room. */
export function childOfAll(field: usize, isOfElements: bool, isGrowing: bool): usize {
  const at = field + (isOfElements ? ELEMENTS : MEMBERS)
  let child = <usize>load<u32>(at)
  if (child || !isGrowing) return child
  child = newField(field, isOfElements ? BY_ELEMENT : BY_ANY_KEY, 0, 0)
  store<u32>(at, <u32>child)
  return child
}
