// A record that was cut off while it was written, with the next one right behind it on the same line.

import { OPEN_BRACE, QUOTE, skipSpace } from './bytes'
import { fail, failedAt, failedDepth, failedFrom, failedIn, setFailedDepth } from './failure'
import { skipValue } from './grammar'

/** Bytes of a cut character before the record that follows. */
const MAX_CUT_CHARACTER: usize = 3

/**
 * Whether a whole record begins where the line that begins at `text` went wrong and reaches to `end`.
 * It begins with the same key as the line; where the cut is inside of a string, which shows by its
 * quotes, it may begin with any.
 */
export function isRecordAfterCut(text: usize, end: usize): bool {
  text = skipSpace(text)
  if (load<u8>(text) != OPEN_BRACE) return false
  const at = failedAt
  const inside = at - 2
  if (inside > text && load<u16>(inside) == 0x227b) return isWholeRecord(inside, text, end, false)
  for (let p = at; p <= at + MAX_CUT_CHARACTER && p < end; p++) {
    if (load<u16>(p) == 0x227b) return isWholeRecord(p, text, end, true)
  }
  return false
}

/** Leaves the recorded failure as it was. */
function isWholeRecord(p: usize, text: usize, end: usize, wantsKey: bool): bool {
  const at = failedAt
  const where = failedIn
  const from = failedFrom
  const depth = failedDepth
  const after = skipValue(p, 0)
  fail(at, where, from)
  setFailedDepth(depth)
  if (!after) return false
  const isSameKey = beginsAlike(p + 1, skipSpace(text + 1))
  if (wantsKey && !isSameKey) return false
  const next = skipSpace(after)
  return next >= end || (isSameKey && load<u8>(next) == OPEN_BRACE)
}

/** Whether the keys at `a` and `b`, at their opening quotes, are spelled alike. */
function beginsAlike(a: usize, b: usize): bool {
  if (load<u8>(a) != QUOTE || load<u8>(b) != QUOTE) return false
  while (true) {
    const c = load<u8>(++a)
    if (c != load<u8>(++b) || c < 32) return false
    if (c == QUOTE) return true
  }
}
