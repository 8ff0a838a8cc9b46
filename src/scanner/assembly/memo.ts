// Strings that come back on every line (roles, methods, models): each node whose strings count by
// their bytes keeps the last two, with their hashes. A string that is one of them is recognised by
// two comparisons and needs neither scanning nor hashing. Only plain ASCII of up to 32 bytes, quotes
// included, is kept, so that nothing else has to be known of it.

import { hasNonAscii } from './bytes'
import { MEMOS, follow } from './plan'
import { sawEscape } from './scalars'

/** Bytes of the string, quotes included; 0 while the memo is empty. */
const LENGTH: usize = 0
/** In the first memo: the one to be overwritten next, 0 or 1. */
const TURN: usize = 4
const HASH: usize = 8
const BLOCK: usize = 16
const MASK: usize = 48
/** As planTable.ts reserves it. */
const MEMO_SIZE: usize = 80
const MAX_LENGTH: usize = 32

/** Hash of the string that `recall` has found. */
export let recalledHash: u64 = 0

// @ts-ignore: decorator
@inline
function isAt(p: usize, memo: usize): bool {
  return i8x16.all_true(
    v128.and(
      i8x16.eq(v128.and(v128.load(p), v128.load(memo + MASK)), v128.load(memo + BLOCK)),
      i8x16.eq(v128.and(v128.load(p, 16), v128.load(memo + MASK, 16)), v128.load(memo + BLOCK, 16)),
    ),
  )
}

/** The length of the string at `p`, its opening quote, if `node` remembers it; otherwise 0. */
// @ts-ignore: decorator
@inline
export function recall(node: usize, p: usize): usize {
  let memo = follow(node + MEMOS)
  if (!isAt(p, memo)) {
    memo += MEMO_SIZE
    if (!isAt(p, memo)) return 0
  }
  recalledHash = load<u64>(memo + HASH)
  // An empty memo matches anything, with length 0.
  return <usize>load<u32>(memo + LENGTH)
}

/** Keeps the string [from, to); `sawEscape` tells of it. */
export function remember(node: usize, from: usize, to: usize, hash: u64): void {
  const length = to - from
  if (length > MAX_LENGTH || sawEscape || hasNonAscii(from, to)) return
  const memos = follow(node + MEMOS)
  const turn = load<u32>(memos + TURN)
  store<u32>(memos + TURN, turn ^ 1)
  const memo = memos + <usize>turn * MEMO_SIZE
  store<u32>(memo + LENGTH, <u32>length)
  store<u64>(memo + HASH, hash)
  memory.fill(memo + BLOCK, 0, MAX_LENGTH * 2)
  memory.copy(memo + BLOCK, from, length)
  memory.fill(memo + MASK, 0xff, length)
}
