// From bytes to verdicts: finds the lines of a range and validates the grammar of each. A range ends
// with LF always; the last line of a file that lacks one is given one, and `last` says so.

import { CR, LF, OPEN_BRACE, OPEN_BRACKET, findLineFeed, hasNonAscii, skipSpace } from './bytes'
import { BLANK_LINE, VALID } from './codes'
import { explain, explainedAt } from './explain'
import { DOUBLED_KEY, OF_NUMBERS, TOO_MANY_KEYS, facts, resetFacts } from './facts'
import { AFTER_VALUE, failInside } from './failure'
import { beginCaptures, captureLine } from './capture'
import { comesApart } from './components'
import { skipValue } from './grammar'
import { finish, mix } from './hash'
import { resetImageCount } from './imageCount'
import { resetKeys } from './keys'
import { hasLinks, resetLinks, shapeWithLinks } from './links'
import {
  ENDS, ERROR_AT, FLAGS, HEADER, MAX_LINES, TAGS, SHAPES, STATUS,
} from './memory'
import { captureTotal, componentTable, lineCapture, planRoot, seed } from './plan'
import { resetNonAscii, sawNonAscii } from './scalars'
import { UNKNOWN, learnWalked, tagOf, tagOfComponents } from './shapes'
import {
  beginRecording, endRecording, isRecording, replay, replayedShape, stopRecording,
} from './template'
import { shape, walkValue } from './walk'
import { isAsking } from './words'

/** In HEADER: where the batch begins. */
const BATCH_FROM: usize = 8

const CRLF: u8 = 1
const NO_FINAL_LF: u8 = 2
const NON_ASCII: u8 = 4
const LEADING_BOM: u8 = 8
const IS_OBJECT: u8 = 16
const IS_ARRAY: u8 = 32
const HAS_DOUBLED_KEY: u8 = 64
const HAS_ODD_TEXT: u8 = 128

/**
 * Values of `ending`: 0, the LF at to - 1 is in the file; FILE_END, it is not and the file ends
 * there; any other, it was added to a single line given without its line end.
 */
const FILE_END: i32 = 1

/**
 * Validates the lines of [from, to), at most MAX_LINES; byte to - 1 is LF. `first`: `from` is the
 * start of the file. `ending`: whose LF the one at to - 1 is. Writes the count into HEADER and returns
 * the address after the last line validated.
 */
export function scanLines(from: usize, to: usize, first: bool, ending: i32): usize {
  let line = from
  let n: usize = 0
  const root = planRoot()
  const captures = captureTotal()
  const wholeLine = lineCapture()
  while (line < to && n < <usize>MAX_LINES) {
    let flags: u8 = 0
    let text = line
    if (first && line == from && (load<u32>(line) & 0xffffff) == 0xbfbbef) {
      flags = LEADING_BOM
      text += 3
    }
    resetNonAscii()
    resetFacts()
    resetImageCount()
    resetKeys()
    let status = VALID
    let errorAt: u32 = 0
    let lineShape: u64 = 0
    if (captures) beginCaptures(n, line, captures)
    let p = skipSpace(text)
    const start = p
    const c = load<u8>(p)
    let isReplayed = false
    if (c == LF) status = BLANK_LINE
    else {
      let lf: usize = 0
      if (root) {
        lf = replay(text)
        if (lf) {
          lineShape = replayedShape
          isReplayed = true
        } else {
          resetNonAscii()
          resetFacts()
          resetImageCount()
          resetKeys()
          if (captures) beginCaptures(n, line, captures)
          beginRecording(text)
          resetLinks()
          p = walkValue(p, root)
        }
      } else p = skipValue(p, 0)
      if (lf) p = lf
      else if (p) {
        p = skipSpace(p)
        if (load<u8>(p) != LF) p = failInside(p, AFTER_VALUE, 0)
      }
      if (p) {
        if (c == OPEN_BRACE) flags |= IS_OBJECT
        else if (c == OPEN_BRACKET) flags |= IS_ARRAY
        if (sawNonAscii) flags |= NON_ASCII
        if (wholeLine && c == OPEN_BRACE) {
          const isBare = ending && p + 1 == to
          captureLine(wholeLine - 1, text, !isBare && load<u8>(p - 1) == CR ? p - 1 : p)
        }
        if (root && !lf) {
          // Of a key that stands twice the last counts, and what the first gave is not forgotten.
          if (hasLinks && facts & DOUBLED_KEY) lineShape = 0
          else lineShape = hasLinks ? shapeWithLinks(shape) : shape
          // Lines like it are told the same without being walked: nothing may be told of this one, but of numbers.
          if (isRecording && !(facts & ~OF_NUMBERS) && lineShape && !isAsking) endRecording(p, lineShape)
        }
        if (facts) {
          if (facts & (DOUBLED_KEY | TOO_MANY_KEYS)) flags |= HAS_DOUBLED_KEY
          if (facts & ~(DOUBLED_KEY | TOO_MANY_KEYS)) flags |= HAS_ODD_TEXT
          lineShape = lineShape ? shapeWithFacts(lineShape) : 0
        }
      } else {
        if (captures) beginCaptures(n, line, captures)
        p = findLineFeed(line)
        const bare = ending && p + 1 == to
        const content = !bare && p > text && load<u8>(p - 1) == CR ? p - 1 : p
        status = explain(text, content, bare && ending == FILE_END)
        errorAt = <u32>(explainedAt - line)
        if (hasNonAscii(text, content)) flags |= NON_ASCII
      }
    }
    // Here `p` is at the line's LF.
    line = p + 1
    let end = line
    if (ending && line == to) {
      if (ending == FILE_END) flags |= NO_FINAL_LF
      end = p
    } else if (p > text && load<u8>(p - 1) == CR) flags |= CRLF
    store<u32>(ENDS + (n << 2), <u32>(end - from))
    store<u32>(ERROR_AT + (n << 2), errorAt)
    store<u8>(STATUS + n, status)
    store<u8>(FLAGS + n, flags)
    store<u64>(SHAPES + (n << 3), lineShape)
    let tag = lineShape ? tagOf(lineShape) : UNKNOWN
    if (tag == UNKNOWN && lineShape != 0 && comesApart(c)) {
      if (isReplayed) walkAgain(start, root)
      tag = tagOfComponents(lineShape)
    }
    store<u16>(TAGS + (n << 1), <u16>tag)
    n++
  }
  store<u32>(HEADER, <u32>n)
  store<u32>(HEADER, <u32>from, BATCH_FROM)
  return line
}

/** Walks a line from its first byte on once more, for its components; what else is noted stays the same. */
function walkAgain(start: usize, root: usize): bool {
  resetNonAscii()
  resetFacts()
  resetImageCount()
  resetKeys()
  stopRecording()
  resetLinks()
  if (!walkValue(start, root)) return false
  if (hasLinks) shapeWithLinks(0)
  return true
}

/** Walks line `i` of the batch once more. False when it does not come apart. */
function walkLine(i: u32): bool {
  const root = planRoot()
  if (!root || !load<u64>(SHAPES + (<usize>i << 3))) return false
  const from = <usize>load<u32>(HEADER, BATCH_FROM)
  const line = i ? from + <usize>load<u32>(ENDS + (<usize>(i - 1) << 2)) : from
  const start = skipSpace(line)
  // What was captured is captured again, and nothing is cleared before.
  beginCaptures(i, line, 0)
  return load<u8>(start) == OPEN_BRACE && walkAgain(start, root) && comesApart(OPEN_BRACE)
}

/** What is known now for line `i` of the batch. */
export function lookup(i: u32): u32 {
  const shape = load<u64>(SHAPES + (<usize>i << 3))
  if (!shape) return UNKNOWN
  const tag = tagOf(shape)
  return tag == UNKNOWN && componentTable() != 0 && walkLine(i) ? tagOfComponents(shape) : tag
}

/** Line `i` of the batch has this tag, and something was found in the components of DIRTY. */
export function learnComponents(i: u32, tag: u32): void {
  if (walkLine(i)) learnWalked(tag)
}

/** Whatever is told of the text is part of the shape; where it is not sure, the line has none. */
function shapeWithFacts(shape: u64): u64 {
  if (facts & TOO_MANY_KEYS) return 0
  const h = finish(mix(mix(seed(), shape), <u64>facts))
  return h ? h : 1
}
