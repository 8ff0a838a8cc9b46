// Marks of strings: what can be told of a text apart from its length. Of the text as it reads without
// its escapes; base/textMarks.ts tells the same.

import { BACKSLASH, CLOSE_BRACE, isDigit, OPEN_BRACE, QUOTE } from './bytes'
import { SPELLED } from './memory'
import { isBeyondImages } from './imageCount'
import { imageFault } from './imageData'
import { innerJson } from './innerJson'
import { hexAt, spellOut } from './plan'

/** Bits as in ../scanPlan.ts. */
const NAME_MARK: u32 = 1
const IMAGE_MARK: u32 = 2
const OPEN_OBJECT_MARK: u32 = 4
const IMAGE_DATA_MARK: u32 = 8
const BROKEN_NAME_MARK: u32 = 1024
/** Where the number of the fault stands in what is found. */
const IMAGE_DATA_SHIFT: u32 = 3
const INNER_JSON_MARK: u32 = 128
/** The same of what is found of a JSON text. */
const INNER_JSON_SHIFT: u32 = 7
const MANY_IMAGES_MARK: u32 = 512

/** Kinds of pictures that are known by how they begin. */
const NO_PICTURE: u32 = 0
export const PNG: u32 = 1
export const JPEG: u32 = 2
export const GIF: u32 = 3
export const WEBP: u32 = 4

/** Bytes of the longest beginning of a picture. */
const LONGEST_START: usize = 11
const ESCAPE_SIZE: usize = 6

/**
 * Those of `wanted` that the string's text [from, to) has; of IMAGE_DATA_MARK and INNER_JSON_MARK the number of the
 * fault.
 */
export function marksOf(wanted: u32, from: usize, to: usize): u32 {
  let found: u32 = 0
  if (wanted & NAME_MARK && isName(from, to)) found |= NAME_MARK
  if (wanted & IMAGE_MARK && imageKind(from, to)) found |= IMAGE_MARK
  if (wanted & OPEN_OBJECT_MARK && isOpenObject(from, to)) found |= OPEN_OBJECT_MARK
  if (wanted & BROKEN_NAME_MARK && isBrokenName(from, to)) found |= BROKEN_NAME_MARK
  if (wanted & IMAGE_DATA_MARK) found |= imageFault(from, to) << IMAGE_DATA_SHIFT
  if (wanted & INNER_JSON_MARK) found |= innerJson(from, to) << INNER_JSON_SHIFT
  if (wanted & MANY_IMAGES_MARK && isBeyondImages(from)) found |= MANY_IMAGES_MARK
  return found
}

function isName(p: usize, to: usize): bool {
  while (p < to) {
    let c = <u32>load<u8>(p)
    if (c != BACKSLASH) p++
    else if (load<u8>(p, 1) == 117) {
      c = hexAt(p + 2)
      p += ESCAPE_SIZE
    } else return false
    if (c >= 0x80) return false
    const isLetter = <u8>((c | 32) - 97) <= 25
    if (!isLetter && !isDigit(<u8>c) && c != 95 && c != 45) return false
  }
  return true
}

function isBrokenName(p: usize, to: usize): bool {
  while (p < to) {
    const c = charAt(p)
    // < > / \ |
    if (isSpace(c) || c == 60 || c == 62 || c == 47 || c == BACKSLASH || c == 124) return true
    p += sizeAt(p)
  }
  return false
}

/** Which kind of picture in base64 the text begins as; NO_PICTURE if none. */
export function imageKind(from: usize, to: usize): u32 {
  const kind = kindOfStart(from, to)
  if (kind) return kind
  const end = min(to, from + LONGEST_START)
  for (let p = from; p < end; p++) {
    if (load<u8>(p) != BACKSLASH) continue
    const spelled = spellOut(from, min(to, from + LONGEST_START * ESCAPE_SIZE))
    return spelled ? kindOfStart(SPELLED, spelled) : NO_PICTURE
  }
  return NO_PICTURE
}

function kindOfStart(p: usize, to: usize): u32 {
  const length = to - p
  if (length < 4) return NO_PICTURE
  const first = load<u32>(p)
  // /9j/
  if (first == 0x2f6a392f) return JPEG
  // UklG R
  if (first == 0x476c6b55) return length >= 5 && load<u8>(p, 4) == 82 ? WEBP : NO_PICTURE
  // R0lG OD
  if (first == 0x476c3052) return length >= 6 && load<u16>(p, 4) == 0x444f ? GIF : NO_PICTURE
  // iVBORw0K Ggo
  const isPng =
    length >= LONGEST_START && load<u64>(p) == 0x4b3077524f425669 && load<u16>(p, 8) == 0x6747 &&
    load<u8>(p, 10) == 111
  return isPng ? PNG : NO_PICTURE
}

/** Whether the text begins as a JSON object with members does, and does not end as an object ends. */
function isOpenObject(from: usize, to: usize): bool {
  if (from == to || charAt(from) != OPEN_BRACE) return false
  let p = from + sizeAt(from)
  while (p < to && isSpace(charAt(p))) p += sizeAt(p)
  if (p >= to || charAt(p) != QUOTE) return false
  let end = to
  while (end > p) {
    const last = lastStart(p, end)
    const c = charAt(last)
    if (!isSpace(c)) return c != CLOSE_BRACE
    end = last
  }
  return true
}

/** The character that begins at p, without its escape; of one beyond ASCII its first byte. */
export function charAt(p: usize): u32 {
  const c = <u32>load<u8>(p)
  if (c != BACKSLASH) return c
  const escaped = <u32>load<u8>(p, 1)
  if (escaped == 117) return hexAt(p + 2)
  if (escaped == 110) return 10
  if (escaped == 116) return 9
  if (escaped == 114) return 13
  // Backspace and form feed are no white space of JSON.
  return escaped == 98 || escaped == 102 ? 0 : escaped
}

export function sizeAt(p: usize): usize {
  if (load<u8>(p) != BACKSLASH) return 1
  return load<u8>(p, 1) == 117 ? ESCAPE_SIZE : 2
}

/** Where the last character of [from, to) begins, as far as it is one byte or one escape. */
function lastStart(from: usize, to: usize): usize {
  if (
    to - from >= ESCAPE_SIZE && load<u8>(to - 5) == 117 && isEscapeAt(from, to - ESCAPE_SIZE)
  ) {
    return to - ESCAPE_SIZE
  }
  return to - from >= 2 && isEscapeAt(from, to - 2) ? to - 2 : to - 1
}

/** Whether an escape begins at p: a backslash after an even number of others. */
function isEscapeAt(from: usize, p: usize): bool {
  if (load<u8>(p) != BACKSLASH) return false
  let first = p
  while (first > from && load<u8>(first - 1) == BACKSLASH) first--
  return !((p - first) & 1)
}

export function isSpace(c: u32): bool {
  return c == 32 || c == 10 || c == 13 || c == 9
}
