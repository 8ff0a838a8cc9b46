// What lines are compared by to find those that are the same: a hash of the whole line, or of some of its fields.

import { CR, LF, findLineFeed, skipSpace } from './bytes'
import { BLANK, BY_ASKING, UNREAD, kindOfSet, rootNode } from './fieldPlan'
import { ASK_LINE, ask, beginLine, held } from './fieldTests'
import { beginWalk, visit } from './fieldWalk'
import { CAPTURE_FROM, HEADER, MAX_LINES, SHAPES, STATUS, TAGS } from './memory'
import { beginHash, endHash, high, low, putBytes, putWord } from './sipHash'
import { beginKeys, isBroken, keyOfField } from './keyValues'

/** What became of a line, as in ../lineKeys.ts. */
const HAS_KEY: u8 = 1
/** It has none of the fields. */
const HAS_NONE: u8 = 2
const NOT_JSON: u8 = 3
const IS_BLANK: u8 = 4

/** In HEADER: u32 lines; u64 the fields that any of them has, a bit for each. */
const ANY_FIELDS: usize = 8

/** What is hashed. */
const LINE: u64 = 16
const FIELDS: u64 = 17

const FINDING_SET_MASK: u32 = 0xfff

/**
 * Reads the lines of [from, to), at most MAX_LINES; byte to - 1 is LF. TAGS has a word for each, whose lowest
 * twelve bits are its finding set. `fields`: how many of the plan's fields a key is made of; 0: of the whole line.
 * Of each line goes to STATUS what became of it, and of its key 64 bits to SHAPES and 32 to CAPTURE_FROM. Returns the address after the last line that was read.
 */
export function keyLines(from: usize, to: usize, fields: u32): usize {
  let line = from
  let n: usize = 0
  anyFields = 0
  while (line < to && n < <usize>MAX_LINES) {
    const way = kindOfSet(<u32>load<u16>(TAGS + (n << 1)) & FINDING_SET_MASK) & 3
    let end: usize
    let status = IS_BLANK
    if (way == BLANK) end = findLineFeed(line)
    else if (!fields) {
      end = findLineFeed(line)
      beginHash(LINE)
      putBytes(line, contentEnd(line, end))
      endHash()
      status = HAS_KEY
    } else if (way == BY_ASKING) {
      end = findLineFeed(line)
      status = keyOf(<usize>ask(ASK_LINE, line, contentEnd(line, end)), fields)
    } else if (way == UNREAD) {
      end = findLineFeed(line)
      status = NOT_JSON
    } else {
      status = keyOf(line, fields)
      end = findLineFeed(status == NOT_JSON ? line : reached)
    }
    store<u8>(STATUS + n, status)
    const has = status == HAS_KEY
    store<u64>(SHAPES + (n << 3), has ? low : 0)
    store<u32>(CAPTURE_FROM + (n << 2), has ? <u32>high : 0)
    line = end + 1
    n++
  }
  store<u32>(HEADER, <u32>n)
  store<u64>(HEADER, anyFields, ANY_FIELDS)
  return line
}

// @ts-ignore: decorator
@inline
function contentEnd(line: usize, end: usize): usize {
  return end > line && load<u8>(end - 1) == CR ? end - 1 : end
}

/** The fields that any line of the batch has. */
let anyFields: u64 = 0

/** Where the walk through the line ended. */
let reached: usize = 0

/** What becomes of the line at `p`, which is JSON; where `p` is 0 it is none. */
function keyOf(p: usize, fields: u32): u8 {
  if (!p) return NOT_JSON
  beginLine()
  beginWalk()
  beginKeys()
  p = skipSpace(p)
  reached = load<u8>(p) == LF ? 0 : visit(p, rootNode(), true)
  if (!reached || isBroken) return NOT_JSON
  if (!held) return HAS_NONE
  anyFields |= held
  beginHash(FIELDS)
  for (let i: u32 = 0; i < fields; i++) {
    const has = ((held >> <u64>i) & 1) != 0
    const at = keyOfField(i)
    putWord(has ? load<u64>(at) : 0)
    putWord(has ? load<u64>(at, 8) : 0)
  }
  endHash()
  return HAS_KEY
}
