// Pictures that stand in a string as data URLs: which fault they have. base/imageData.ts decides the same, of the
// text as it reads without its escapes.

import { charAt, imageKind, isSpace, JPEG, PNG, GIF, sizeAt, WEBP } from './marks'

/** Faults by number; named as in base/imageData.ts. */
const TYPE: u32 = 1
const FORM: u32 = 2
const EMPTY: u32 = 3
const BASE64: u32 = 4
const SPACES: u32 = 5
const DIFFERS: u32 = 6
const ALPHABET: u32 = 7
const PADDING: u32 = 8
const GIF_FOUND: u32 = 9

const EQUALS: u32 = 61

/** Words of up to eight characters as they lie in memory. */
const DATA: u64 = 0x3a61746164
const IMAGE: u64 = 0x2f6567616d69
const PNG_WORD: u64 = 0x676e70
const JPEG_WORD: u64 = 0x6765706a
const JPG_WORD: u64 = 0x67706a
const GIF_WORD: u64 = 0x666967
const WEBP_WORD: u64 = 0x70626577
const ENCODING: u64 = 0x2c3436657361623b

/** The fault of the string's text [from, to); 0 when there is none, or it does not begin as data URLs do. */
export function imageFault(from: usize, to: usize): u32 {
  let p = wordEnd(from, to, DATA, false)
  if (!p) return 0
  p = wordEnd(p, to, IMAGE, true)
  if (!p) return TYPE
  let kind = PNG
  let end = typeEnd(p, to, PNG_WORD)
  if (!end) {
    kind = JPEG
    end = typeEnd(p, to, JPEG_WORD)
    if (!end) end = typeEnd(p, to, JPG_WORD)
  }
  if (!end) {
    kind = GIF
    end = typeEnd(p, to, GIF_WORD)
  }
  if (!end) {
    kind = WEBP
    end = typeEnd(p, to, WEBP_WORD)
  }
  if (!end) return TYPE
  const start = wordEnd(end, to, ENCODING, false)
  if (!start) return FORM
  const fault = base64Fault(start, to)
  if (fault) return fault
  if (imageKind(start, to) != kind) return DIFFERS
  return kind == GIF ? GIF_FOUND : 0
}

/** Where the word ends that begins at p, or 0 when another text stands there. */
function wordEnd(p: usize, to: usize, word: u64, foldsCase: bool): usize {
  while (word) {
    if (p >= to) return 0
    let c = charAt(p)
    if (foldsCase && c - 65 < 26) c |= 32
    if (c != <u32>(word & 0xff)) return 0
    word >>= 8
    p += sizeAt(p)
  }
  return p
}

/** The same of the last word of a type: a semicolon or a comma follows, or nothing. */
function typeEnd(p: usize, to: usize, word: u64): usize {
  const end = wordEnd(p, to, word, true)
  if (!end || end >= to) return end
  const next = charAt(end)
  return next == 59 || next == 44 ? end : 0
}

/** A slash as it is often escaped, as it lies in memory. */
const ESCAPED_SLASH: u16 = 0x2f5c

/**
 * Sixteen bytes at once: a bit for each upper half of a byte tells with which lower halves it is a character of
 * base64. Bytes up to 15 after `to` are read.
 */
function base64Fault(from: usize, to: usize): u32 {
  const uppers = i8x16(-88, -8, -8, -8, -8, -8, -8, -8, -8, -8, -16, 84, 80, 80, 80, 84)
  const bitOfUpper = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0)
  /** Bytes that are no characters: white space, and what escapes are longer. */
  let beside: usize = 0
  let hasSpace = false
  let isForUrls = false
  let p = from
  while (p < to) {
    const v = v128.load(p)
    const allowed = i8x16.swizzle(uppers, v128.and(v, i8x16.splat(15)))
    const own = i8x16.swizzle(bitOfUpper, i8x16.shr_u(v, 4))
    const others = i8x16.bitmask(i8x16.eq(v128.and(allowed, own), i8x16.splat(0)))
    if (!others) {
      p += 16
      continue
    }
    p += <usize>ctz(others)
    if (p >= to) break
    if (load<u16>(p) == ESCAPED_SLASH) {
      beside++
      p += 2
      continue
    }
    const c = charAt(p)
    if (c == EQUALS) break
    const size = sizeAt(p)
    if (isSpace(c)) {
      hasSpace = true
      beside += size
    } else if (c == 45 || c == 95) {
      isForUrls = true
      beside += size - 1
    } else if (size > 1 && isBase64(c)) beside += size - 1
    else return BASE64
    p += size
  }
  p = min(p, to)
  const characters = p - from - beside
  let pads: usize = 0
  while (p < to) {
    const c = charAt(p)
    if (c == EQUALS) pads++
    else if (isSpace(c)) hasSpace = true
    else return BASE64
    p += sizeAt(p)
  }
  if (!characters && !pads) return EMPTY
  if (!characters || pads > 2 || (characters & 3) == 1) return BASE64
  if (isForUrls) return ALPHABET
  if ((characters + pads) & 3) return PADDING
  return hasSpace ? SPACES : 0
}

function isBase64(c: u32): bool {
  return (c | 32) - 97 < 26 || c - 48 < 10 || c == 43 || c == 47
}
