// Schemas that come back on every line: the last ones are kept with their hashes, and one that is among them
// is recognised by comparing its bytes. The first to be compared is what came last time after the one before.

import { SCHEMA_MEMOS, SCHEMA_MEMO_BYTES, SCHEMA_MEMO_COUNT, SCHEMA_MEMO_SIZE } from './memory'
import { noteNonAscii } from './scalars'

/** State, before the memos. */
const LAST: usize = SCHEMA_MEMOS
const NEXT: usize = SCHEMA_MEMOS + 4
/** The keyword that began a schema last time: a guess, written while walking. */
export const FIRST_KEYWORD: usize = SCHEMA_MEMOS + 8

/** Memo: a header, then the bytes. */
const LENGTH: usize = 0
const NON_ASCII: usize = 4
const HASH: usize = 8
const SUCCESSOR: usize = 16
/** How many containers it was in: in more it might be too deep. */
const DEPTH: usize = 20
const BYTES: usize = 64

/** Hash of the schema that `recallSchema` has found. */
export let recalledSchema: u64 = 0

// @ts-ignore: decorator
@inline
function memoAt(i: u32): usize {
  return SCHEMA_MEMOS + 64 + <usize>i * SCHEMA_MEMO_SIZE
}

export function forgetSchemas(): void {
  for (let i: u32 = 0; i < SCHEMA_MEMO_COUNT; i++) {
    store<u32>(memoAt(i) + LENGTH, 0)
    store<u32>(memoAt(i) + SUCCESSOR, 0)
  }
  store<u32>(LAST, 0)
  store<u32>(NEXT, 0)
  store<u32>(FIRST_KEYWORD, 0)
}

/** The length of the schema at `p` if it is one of those kept, otherwise 0. */
export function recallSchema(p: usize, depth: i32): usize {
  const last = load<u32>(LAST)
  const likely = load<u32>(memoAt(last) + SUCCESSOR)
  let i = likely
  let length = lengthIfAt(p, memoAt(i), depth)
  if (!length) {
    for (i = 0; i < SCHEMA_MEMO_COUNT; i++) {
      length = lengthIfAt(p, memoAt(i), depth)
      if (length) break
    }
    if (!length) return 0
  }
  const memo = memoAt(i)
  store<u32>(memoAt(last) + SUCCESSOR, i)
  store<u32>(LAST, i)
  recalledSchema = load<u64>(memo + HASH)
  if (load<u32>(memo + NON_ASCII)) noteNonAscii()
  return length
}

// @ts-ignore: decorator
@inline
function lengthIfAt(p: usize, memo: usize, depth: i32): usize {
  const length = <usize>load<u32>(memo + LENGTH)
  if (depth > load<i32>(memo + DEPTH)) return 0
  let q = memo + BYTES
  let n = length
  while (n >= 16) {
    if (!i8x16.all_true(i8x16.eq(v128.load(p), v128.load(q)))) return 0
    p += 16
    q += 16
    n -= 16
  }
  const isSame = !(~i8x16.bitmask(i8x16.eq(v128.load(p), v128.load(q))) & ((1 << <i32>n) - 1))
  return isSame ? length : 0
}

/** Keeps the schema [from, to), inside `depth` containers. Nothing but bytes of 0x80 and above is to tell of it. */
export function rememberSchema(from: usize, to: usize, hash: u64, hasNonAscii: bool, depth: i32): void {
  const length = to - from
  if (length > SCHEMA_MEMO_BYTES) return
  const i = load<u32>(NEXT)
  store<u32>(NEXT, (i + 1) % SCHEMA_MEMO_COUNT)
  const memo = memoAt(i)
  store<u32>(memo + LENGTH, <u32>length)
  store<u32>(memo + NON_ASCII, hasNonAscii ? 1 : 0)
  store<u64>(memo + HASH, hash)
  store<i32>(memo + DEPTH, depth)
  // Alone in the file until another one comes: it follows itself.
  store<u32>(memo + SUCCESSOR, i)
  store<u32>(memoAt(load<u32>(LAST)) + SUCCESSOR, i)
  store<u32>(LAST, i)
  memory.copy(memo + BYTES, from, length)
}
