// What the shape of a line is made of, where the plan's root is an object that comes apart: members of
// objects that are open, and what rules read of several of them (../planComponents.ts). A component in
// which nothing was found of some line is clean, and whatever else a line has, nothing is found in that
// component of it. So of a line whose shape is new it is enough to know which components are not clean:
// they make its derived shape, by which it may be known all the same.
//
// All components depend on the base: what is always told apart of a line, such as the url by which a
// schema is chosen.

import { CLOSE_BRACKET, MINUS, OPEN_BRACE, OPEN_BRACKET, QUOTE, isDigit, skipSpace } from './bytes'
import { DOUBLED_KEY, TOO_MANY_KEYS, facts } from './facts'
import { COUNT, DISTINCT_COUNT, IN_MEMBER, MEMBER, NODE, OUTER_HASH, UNKNOWN, lengthClass } from './folds'
import { finish, mix } from './hash'
import { linkMarks } from './links'
import { beginMember, forgetMembers, keepMember, resetTouched, touch } from './members'
import {
  BASES, BASE_COUNT, BASE_SIZE, BASE_SLOTS, CLEAN_COUNT, CLEAN_KEYS, CLEAN_MEMOS, CLEAN_MEMO_SIZE,
  CLEAN_QUOTAS, CLEAN_SLOTS,
  COMPONENTS_PRESENT, COMPONENT_ADDRESSES, COMPONENT_HASHES, DIRTY, DISTINCT, DISTINCT_SIZE, FRAMES,
  FRAME_SIZE, LISTS, LIST_SIZE, MAX_COMPONENTS, MAX_DISTINCT, PLAN,
} from './memory'
import { componentTable, seed } from './plan'

/** Header of the table. */
const MEMBER_COUNT: usize = 0
const RULE_COUNT: usize = 4
const FIXED_COUNT: usize = 8
const FIXED: usize = 12
const UNKNOWN_COUNT: usize = 16
const UNKNOWNS: usize = 20
const LIST_NUMBERS: usize = 24
const RULES: usize = 28
/** One bit for each member that is a component. */
const TESTED: usize = 32
/** One bit for each member that a rule reads with others, and by member what all rules take of it. */
const JOINT: usize = 64
const JOINT_SIGHTS: usize = 96

/** Of a rule: one bit for each member that it reads, and what it takes of each. */
const MASK: usize = 0
const MASK_WORDS: usize = 4
const ENTRIES: usize = 32
const ENTRY_COUNT: usize = 36
const RULE_SIZE: usize = 48
const KIND: u32 = 1
const WHOLE: u32 = 2
const ELEMENTS: u32 = 3

/** In a list of members that are fixed: of an object counts only that it is one. */
const OPENED: u32 = 0x80000000
/** Of this one counts only that it is there. */
const PRESENT: u32 = 0x40000000

/** In a list of elements. */
const LIST_COUNT: usize = 0
const LIST_CLASS: usize = 8
const LIST_HASHES: usize = 16
/** At LIST_COUNT: no array, or one of too many distinct elements. */
const NOT_LISTED: u32 = 0xffffffff

/** In the slot of a base: its hash, and one bit for each component that is clean where it is absent. */
const BASE_HASH: usize = 0
const BASE_CLEAN: usize = 8

/** Words that tell apart what is hashed of a component. */
const ABSENT_WORD: u64 = 0x9ae16a3b2f90404f
const KIND_WORD: u64 = 0xc949d7c7509e6557
const WHOLE_WORD: u64 = 0xff51afd7ed558ccd
const ARRAY_WORD: u64 = 0xc4ceb9fe1a85ec53
const ELEMENT_WORD: u64 = 0x8ebc6af09c88c6e3
const DERIVED_WORD: u64 = 0x589965cc75374cc3
const JOINT_WORD: u64 = 0xa24baed4963ee407

/** Hashes of one component that are kept at most: what is always new leaves room for the others. */
const QUOTA: u32 = 2048

const OBJECT_KIND: u64 = 3

// ── While a line is walked ──

/** A line begins: it has no components so far. */
// @ts-ignore: decorator
@inline
export function clearComponents(): void {
  resetTouched()
  v128.store(COMPONENTS_PRESENT, i64x2.splat(0))
  v128.store(COMPONENTS_PRESENT, i64x2.splat(0), 16)
}

// @ts-ignore: decorator
@inline
function setPresent(i: u32): void {
  const word = COMPONENTS_PRESENT + (<usize>(i >>> 6) << 3)
  store<u64>(word, load<u64>(word) | ((<u64>1) << <u64>(i & 63)))
}

/**
 * Component `i` is the value at `p`, or after whitespace there, in the object of `frame`, which has the
 * hash `h` so far. Returns the hash that the value begins with.
 */
export function beginComponent(i: u32, frame: usize, h: u64, p: usize): u64 {
  setPresent(i)
  beginMember(p - 1)
  store<u32>(COMPONENT_ADDRESSES + (<usize>i << 2), <u32>p)
  store<u32>(frame + MEMBER, i)
  store<u32>(frame + UNKNOWN, load<u32>(frame + UNKNOWN) | IN_MEMBER)
  store<u64>(frame + OUTER_HASH, h)
  return seed()
}

/** Component `i`, in an object that has the hash `h` so far, has the value at `p` that it had last. */
// @ts-ignore: decorator
@inline
export function recallComponent(i: u32, h: u64, p: usize): u64 {
  setPresent(i)
  store<u32>(COMPONENT_ADDRESSES + (<usize>i << 2), <u32>p)
  return mix(h, hashOf(i))
}

/**
 * The value of the component that is walked in the object of `frame`, of level `depth`, has the hash `h` and ends
 * at `to`.
 */
export function endComponent(frame: usize, depth: i32, h: u64, to: usize): u64 {
  const i = load<u32>(frame + MEMBER)
  keepMember(i, addressOf(i), to, depth)
  store<u32>(frame + UNKNOWN, load<u32>(frame + UNKNOWN) & ~IN_MEMBER)
  store<u64>(COMPONENT_HASHES + (<usize>i << 3), h)
  const list = listOf(i)
  if (list) keepElements(list, i, frame + FRAME_SIZE)
  return mix(load<u64>(frame + OUTER_HASH), h)
}

/** An open object at `node` of the plan has a key that no one knows, at `key`. */
export function noteUnknownKey(node: usize, key: usize): void {
  const table = componentTable()
  if (!table) return
  const count = load<u32>(table, UNKNOWN_COUNT)
  let p = PLAN + <usize>load<u32>(table, UNKNOWNS)
  for (let k: u32 = 0; k < count; k++) {
    if (PLAN + <usize>load<u32>(p) == node) {
      const i = load<u32>(p, 4)
      setPresent(i)
      touch(key)
      store<u64>(COMPONENT_HASHES + (<usize>i << 3), 1)
      return
    }
    p += 8
  }
}

/** Where the elements of component `i` are listed, or 0. */
// @ts-ignore: decorator
@inline
function listOf(i: u32): usize {
  const table = componentTable()
  const list = load<u8>(PLAN + <usize>load<u32>(table, LIST_NUMBERS) + <usize>i)
  return list ? LISTS + <usize>(list - 1) * LIST_SIZE : 0
}

/** `inner`: the frame that its array had, if component `i` is one. */
function keepElements(list: usize, i: u32, inner: usize): void {
  store<u32>(list, NOT_LISTED, LIST_COUNT)
  if (load<u8>(addressOf(i)) != OPEN_BRACKET) return
  const count = load<u32>(inner + COUNT)
  const distinct = count ? load<u32>(inner + DISTINCT_COUNT) : 0
  if (distinct > MAX_DISTINCT) return
  store<u32>(list, distinct, LIST_COUNT)
  store<u64>(list, lengthClass(<usize>load<u32>(inner + NODE), count), LIST_CLASS)
  const seen = DISTINCT + ((inner - FRAMES) / FRAME_SIZE) * DISTINCT_SIZE
  memory.copy(list + LIST_HASHES, seen, <usize>distinct << 3)
}

// ── When its shape is new ──

/** Whether the line is to be told by its components at all: the order of equal keys is none of them. */
export function comesApart(c: u8): bool {
  return componentTable() != 0 && c == OPEN_BRACE && !(facts & (DOUBLED_KEY | TOO_MANY_KEYS))
}

/**
 * What is noted of the line as a whole, apart from its values: it counts for every component, so that any
 * rule may look at it.
 */
// @ts-ignore: decorator
@inline
function lineMarks(): u64 {
  return linkMarks ? mix(linkMarks, <u64>facts) : <u64>facts
}

// @ts-ignore: decorator
@inline
function isPresent(i: u32): bool {
  return ((load<u64>(COMPONENTS_PRESENT + (<usize>(i >>> 6) << 3)) >>> <u64>(i & 63)) & 1) != 0
}

// @ts-ignore: decorator
@inline
function addressOf(i: u32): usize {
  return skipSpace(<usize>load<u32>(COMPONENT_ADDRESSES + (<usize>i << 2)))
}

// @ts-ignore: decorator
@inline
function hashOf(i: u32): u64 {
  return load<u64>(COMPONENT_HASHES + (<usize>i << 3))
}

/** The type of component `i`, and whether it is a text or an array without anything in it. */
function kindOf(i: u32): u64 {
  const p = addressOf(i)
  const c = load<u8>(p)
  if (c == QUOTE) return load<u8>(p, 1) == QUOTE ? 1 : 2
  if (c == OPEN_BRACE) return OBJECT_KIND
  if (c == OPEN_BRACKET) return load<u8>(skipSpace(p + 1)) == CLOSE_BRACKET ? 4 : 5
  return c == MINUS || isDigit(c) ? 6 : <u64>c
}

function baseHash(table: usize): u64 {
  let h = mix(mix(seed(), DERIVED_WORD), lineMarks())
  const count = load<u32>(table, FIXED_COUNT)
  const list = PLAN + <usize>load<u32>(table, FIXED)
  for (let k: usize = 0; k < <usize>count; k++) {
    const entry = load<u32>(list + (k << 2))
    const i = entry & ~(OPENED | PRESENT)
    if (!isPresent(i)) h = mix(h, ABSENT_WORD)
    else if (entry & PRESENT) h = mix(h, KIND_WORD)
    else if ((entry & OPENED) != 0 && load<u8>(addressOf(i)) == OPEN_BRACE) h = mix(h, KIND_WORD)
    else h = mix(h, hashOf(i))
  }
  h = finish(h)
  return h ? h : 1
}

/** The slot of a base, or the free one where it belongs. */
function baseSlot(base: u64): usize {
  let slot = <usize>base & <usize>(BASE_SLOTS - 1)
  while (true) {
    const at = BASES + slot * BASE_SIZE
    const found = load<u64>(at, BASE_HASH)
    if (found == base || !found) return at
    slot = (slot + 1) & <usize>(BASE_SLOTS - 1)
  }
}

/** What is clean is being learned from a line whose findings are known. */
let isLearning: bool = false
/** The base of the line. */
let base: u64 = 0
/** The sum of what is not clean. */
let rest: u64 = 0

// @ts-ignore: decorator
@inline
function isDirty(i: u32): bool {
  return load<u8>(DIRTY + <usize>i) != 0
}

/** The slot of what is clean, or the free one where it belongs. */
// @ts-ignore: decorator
@inline
function cleanSlot(key: u64): usize {
  let slot = <usize>key & <usize>(CLEAN_SLOTS - 1)
  while (true) {
    const found = load<u64>(CLEAN_KEYS + (slot << 3))
    if (found == key || !found) return slot
    slot = (slot + 1) & <usize>(CLEAN_SLOTS - 1)
  }
}

/** Stands for component `i` when it is `word`; 0 never. */
// @ts-ignore: decorator
@inline
function keyOf(i: u32, word: u64): u64 {
  const key = finish(mix(base ^ (<u64>i * DERIVED_WORD), word))
  return key ? key : 1
}

/** Component `i` is `word`: it counts unless it is clean, which is returned. */
// @ts-ignore: decorator
@inline
function test(i: u32, word: u64): bool {
  const key = keyOf(i, word)
  const slot = cleanSlot(key)
  if (load<u64>(CLEAN_KEYS + (slot << 3))) return true
  if (isLearning && !isDirty(i) && keepClean(i, key, slot)) return true
  rest += key
  return false
}

function keepClean(i: u32, key: u64, slot: usize): bool {
  const quota = CLEAN_QUOTAS + (<usize>i << 1)
  const used = <u32>load<u16>(quota)
  const count = load<u32>(CLEAN_COUNT)
  if (used == QUOTA || count == CLEAN_SLOTS >> 1) return false
  store<u16>(quota, <u16>(used + 1))
  store<u32>(CLEAN_COUNT, count + 1)
  store<u64>(CLEAN_KEYS + (slot << 3), key)
  return true
}

/** Components of one word of bits, which are absent. */
function testAbsent(first: u32, absent: u64, slot: usize): void {
  let clean = load<u64>(slot, BASE_CLEAN)
  let others = absent & ~clean
  while (others) {
    const i = first + <u32>ctz(others)
    if (isLearning && !isDirty(i)) clean |= others & (0 - others)
    else rest += finish(mix(base ^ (<u64>i * DERIVED_WORD), ABSENT_WORD))
    others &= others - 1
  }
  if (isLearning) store<u64>(slot, clean, BASE_CLEAN)
}

function testMembers(table: usize, slot: usize): void {
  for (let w: usize = 0; w < MASK_WORDS; w++) {
    const tested = load<u64>(table + TESTED + (w << 3))
    if (!tested) continue
    const first = <u32>w << 6
    let present = load<u64>(COMPONENTS_PRESENT + (w << 3))
    testAbsent(first, tested & ~present, slot + (w << 3))
    present &= tested
    while (present) {
      testMember(first + <u32>ctz(present))
      present &= present - 1
    }
  }
}

function testMember(i: u32): void {
  const list = listOf(i)
  if (!list || load<u32>(list, LIST_COUNT) == NOT_LISTED) {
    // Most members are the same from line to line.
    const word = hashOf(i) ^ WHOLE_WORD
    const memo = CLEAN_MEMOS + <usize>i * CLEAN_MEMO_SIZE
    if (load<u64>(memo) == base && load<u64>(memo, 8) == word) return
    if (!test(i, word)) return
    store<u64>(memo, base)
    store<u64>(memo, word, 8)
    return
  }
  test(i, load<u64>(list, LIST_CLASS) ^ ARRAY_WORD)
  testElements(i, list, ELEMENT_WORD)
}

function testElements(i: u32, list: usize, before: u64): void {
  const end = list + LIST_HASHES + (<usize>load<u32>(list, LIST_COUNT) << 3)
  for (let p = list + LIST_HASHES; p < end; p += 8) test(i, load<u64>(p) ^ before)
}

/** Whatever rules read of several members together, as one word. */
function jointWord(table: usize): u64 {
  const sights = PLAN + <usize>load<u32>(table, JOINT_SIGHTS)
  let sum: u64 = 0
  for (let w: usize = 0; w < MASK_WORDS; w++) {
    let present = load<u64>(table + JOINT + (w << 3)) & load<u64>(COMPONENTS_PRESENT + (w << 3))
    while (present) {
      const i = (<u32>w << 6) + <u32>ctz(present)
      let word = <u64>(i + 1) * DERIVED_WORD
      if (<u32>load<u8>(sights + <usize>i) != KIND) word = mix(word, hashOf(i))
      sum += finish(mix(word, kindOf(i)))
      present &= present - 1
    }
  }
  return sum
}

/** Where all rules together have met the same before and none had anything to say, none has now. */
function testRules(table: usize, slot: usize): void {
  const key = keyOf(MAX_COMPONENTS, jointWord(table) ^ JOINT_WORD)
  if (load<u64>(CLEAN_KEYS + (cleanSlot(key) << 3))) return
  const before = rest
  testEachRule(table, slot)
  if (rest == before) keepClean(MAX_COMPONENTS, key, cleanSlot(key))
}

function testEachRule(table: usize, slot: usize): void {
  const count = load<u32>(table, RULE_COUNT)
  const first = load<u32>(table, MEMBER_COUNT)
  let rule = PLAN + <usize>load<u32>(table, RULES)
  for (let k: u32 = 0; k < count; k++) {
    const i = first + k
    let some: u64 = 0
    for (let w: usize = 0; w < MASK_WORDS; w++) {
      some |= load<u64>(rule + MASK + (w << 3)) & load<u64>(COMPONENTS_PRESENT + (w << 3))
    }
    if (some) testRule(rule, i)
    else testAbsent(i & ~63, (<u64>1) << <u64>(i & 63), slot + (<usize>(i >>> 6) << 3))
    rule += RULE_SIZE
  }
}

function testRule(rule: usize, i: u32): void {
  const from = PLAN + <usize>load<u32>(rule, ENTRIES)
  const to = from + (<usize>load<u32>(rule, ENTRY_COUNT) << 2)
  let sum: u64 = 0
  let hasLists: bool = false
  for (let p = from; p < to; p += 4) {
    const entry = load<u32>(p)
    const member = entry & 0xffff
    if (!isPresent(member)) continue
    let sight = entry >>> 16
    if (sight == ELEMENTS) {
      const list = listOf(member)
      if (list && load<u32>(list, LIST_COUNT) != NOT_LISTED) {
        hasLists = true
        sight = KIND
      } else sight = WHOLE
    }
    const word = sight == KIND ? kindOf(member) ^ KIND_WORD : hashOf(member) ^ WHOLE_WORD
    sum += finish(mix(<u64>(member + 1) * DERIVED_WORD, word))
  }
  test(i, sum ^ WHOLE_WORD)
  if (!hasLists) return
  for (let p = from; p < to; p += 4) {
    const entry = load<u32>(p)
    const member = entry & 0xffff
    if (entry >>> 16 != ELEMENTS || !isPresent(member)) continue
    const list = listOf(member)
    if (!list || load<u32>(list, LIST_COUNT) == NOT_LISTED) continue
    testElements(i, list, mix(mix(ELEMENT_WORD, sum), <u64>member))
  }
}

/** The derived shape of the line that was walked last; 0 when nothing is known of its base. */
export function derivedShape(): u64 {
  const table = componentTable()
  base = baseHash(table)
  const slot = baseSlot(base)
  if (!load<u64>(slot, BASE_HASH)) {
    if (!isLearning) return 0
    const count = load<u32>(BASE_COUNT)
    if (count == BASE_SLOTS >> 1) return 0
    store<u32>(BASE_COUNT, count + 1)
    store<u64>(slot, base, BASE_HASH)
  }
  rest = 0
  testMembers(table, slot)
  testRules(table, slot)
  const h = finish(mix(mix(base, DERIVED_WORD), rest))
  return h ? h : 1
}

/** The same, when DIRTY says of each component of the line whether something was found in it. */
export function learnComponents(): u64 {
  isLearning = true
  const shape = derivedShape()
  isLearning = false
  return shape
}

export function forgetComponents(): void {
  forgetMembers()
  store<u32>(BASE_COUNT, 0)
  memory.fill(BASES, 0, <usize>BASE_SLOTS * BASE_SIZE)
  store<u32>(CLEAN_COUNT, 0)
  memory.fill(CLEAN_QUOTAS, 0, <usize>MAX_COMPONENTS * 2 + 64)
  memory.fill(CLEAN_MEMOS, 0, <usize>MAX_COMPONENTS * CLEAN_MEMO_SIZE)
  memory.fill(CLEAN_KEYS, 0, <usize>CLEAN_SLOTS * 8)
}
