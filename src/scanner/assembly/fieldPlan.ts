// Which fields of a line are looked at, as ../fieldPlan.ts writes it where plans lie: a tree of steps, and at
// its nodes the tests of the values there. All addresses are absolute.

import { PLAN } from './memory'

/** u32: the node of a line's value. */
const ROOT: usize = 0
/** u32: where the program begins that combines the tests, and its length in bytes. */
const PROGRAM: usize = 4
const PROGRAM_LENGTH: usize = 8
/** u32: how many of the tests are captures; they are the first ones. */
const CAPTURES: usize = 12
/** u64: the tests of fields, a bit for each. */
const FIELD_TESTS: usize = 16
/** u64 for each verdict: the tests that are true of its lines. */
const VERDICT_TESTS: usize = 24
/** u8 for each finding set: how its lines are read, and from bit 2 on their verdict. */
const SETS: usize = 64

/** How a line is read. */
export const PLAIN: u32 = 0
/** As a whole, by whoever asked: a key may stand twice in it. */
export const BY_ASKING: u32 = 1
/** It is not JSON. */
export const UNREAD: u32 = 2
/** There is nothing to read. */
export const BLANK: u32 = 3

// @ts-ignore: decorator
@inline
export function rootNode(): usize { return <usize>load<u32>(PLAN, ROOT) }
// @ts-ignore: decorator
@inline
export function programFrom(): usize { return <usize>load<u32>(PLAN, PROGRAM) }
// @ts-ignore: decorator
@inline
export function programTo(): usize { return programFrom() + <usize>load<u32>(PLAN, PROGRAM_LENGTH) }
// @ts-ignore: decorator
@inline
export function captureCount(): u32 { return load<u32>(PLAN, CAPTURES) }
// @ts-ignore: decorator
@inline
export function fieldTests(): u64 { return load<u64>(PLAN, FIELD_TESTS) }
// @ts-ignore: decorator
@inline
export function verdictTests(verdict: u32): u64 {
  return load<u64>(PLAN + VERDICT_TESTS + (<usize>verdict << 3))
}
// @ts-ignore: decorator
@inline
export function kindOfSet(findingSet: u32): u32 { return <u32>load<u8>(PLAN + SETS + <usize>findingSet) }

/** Of a node; u32 all: its first key, how many keys, first index, the node of every element, first test. */
export const FIRST_KEY: usize = 0
export const KEY_COUNT: usize = 4
export const FIRST_INDEX: usize = 8
export const EACH: usize = 12
export const FIRST_TEST: usize = 16
/** u32: the largest index, plus one; 0xffffffff where one counts from the end. */
export const INDEX_LIMIT: usize = 20
export const FROM_END: u32 = 0xffffffff

/** Of a key, an index, a test: u32, the next one, or 0. */
export const NEXT: usize = 0
/** Of a key and an index: u32, the node of the value. */
export const CHILD: usize = 4
/** Of a key: u32 bytes, u32 where its text stands; u64 the first eight bytes of it, and which of them count. */
export const KEY_LENGTH: usize = 8
export const KEY_TEXT: usize = 12
export const KEY_START: usize = 16
export const KEY_MASK: usize = 24
/** Of an index: i32. */
export const INDEX: usize = 8

/** Of a test: u8 what it is, u8 how it compares, u8 its number; u32 a mask of kinds. */
export const TEST_KIND: usize = 4
export const TEST_OPERATOR: usize = 5
export const TEST_NUMBER: usize = 6
export const TEST_MASK: usize = 8
/** u32 bytes of its text, u32 where that stands; f64 the number that is compared with. */
export const TEST_LENGTH: usize = 12
export const TEST_TEXT: usize = 16
export const TEST_CONSTANT: usize = 24

/** What tests there are, as in ../fieldPlan.ts. */
export const OF_KIND: u8 = 1
export const OF_TEXT: u8 = 2
export const OF_NUMBER: u8 = 3
export const STARTS: u8 = 4
export const ENDS: u8 = 5
export const CONTAINS: u8 = 6
export const OF_LENGTH: u8 = 7
/** By whoever asked, of strings. */
export const ASKED: u8 = 8
/** Holds of every value, which it notes; with a mask its length. */
export const CAPTURED: u8 = 9
/** No test: what its lines are compared by, see lineKeys.ts. */
export const IS_KEY: u8 = 10

/** How values compare with the constant, as in ../fieldPlan.ts. */
export const EQUALS: u8 = 0
export const LESS: u8 = 1
export const AT_MOST: u8 = 2
export const MORE: u8 = 3
export const AT_LEAST: u8 = 4

/** Kinds of values, as bits of a mask. */
export const OBJECT_KIND: u32 = 1
export const ARRAY_KIND: u32 = 2
export const STRING_KIND: u32 = 4
export const NUMBER_KIND: u32 = 8
export const TRUE_KIND: u32 = 16
export const FALSE_KIND: u32 = 32
export const NULL_KIND: u32 = 64

/** The program's steps: up to 63 the value of a test, or one of these. */
export const AND: u8 = 64
export const OR: u8 = 65
export const NOT: u8 = 66
