// Marks of strings: what can be told of a text apart from its length. Of the text as it reads without
// its escapes; base/textMarks.ts tells the same.

import { BACKSLASH, isDigit } from './bytes'
import { SPELLED } from './memory'
import { hexAt, spellOut } from './plan'

/** Bits as in ../scanPlan.ts. */
const NAME_MARK: u32 = 1
const IMAGE_MARK: u32 = 2

/** Bytes of the longest beginning of a picture. */
const LONGEST_START: usize = 11
const ESCAPE_SIZE: usize = 6

/** Those of `wanted` that the string's text [from, to) has. */
export function marksOf(wanted: u32, from: usize, to: usize): u32 {
  let found: u32 = 0
  if (wanted & NAME_MARK && isName(from, to)) found |= NAME_MARK
  if (wanted & IMAGE_MARK && isImage(from, to)) found |= IMAGE_MARK
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

function isImage(from: usize, to: usize): bool {
  if (hasImageStart(from, to)) return true
  const end = min(to, from + LONGEST_START)
  for (let p = from; p < end; p++) {
    if (load<u8>(p) != BACKSLASH) continue
    const spelled = spellOut(from, min(to, from + LONGEST_START * ESCAPE_SIZE))
    return spelled != 0 && hasImageStart(SPELLED, spelled)
  }
  return false
}

function hasImageStart(p: usize, to: usize): bool {
  const length = to - p
  if (length < 4) return false
  const first = load<u32>(p)
  // /9j/
  if (first == 0x2f6a392f) return true
  // UklG R
  if (first == 0x476c6b55) return length >= 5 && load<u8>(p, 4) == 82
  // R0lG OD
  if (first == 0x476c3052) return length >= 6 && load<u16>(p, 4) == 0x444f
  // iVBORw0K Ggo
  return (
    length >= LONGEST_START && load<u64>(p) == 0x4b3077524f425669 && load<u16>(p, 8) == 0x6747 &&
    load<u8>(p, 10) == 111
  )
}
