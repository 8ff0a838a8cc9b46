// Cells of CSV out of UTF-8, to the byte as exporters/cells/csv.ts makes them of texts. Whoever calls has room for six
// times the bytes of a cell, and some more: vectors are stored beyond its end.

import { COMMA, LF, CR, QUOTE } from './bytes'

const TAB: u8 = 9
const SPACE: u8 = 32
const SEMICOLON: u8 = 59
const APOSTROPHE: u8 = 39

/** A bit for each of 16 bytes: the cell needs quotes if it is one of these. */
// @ts-ignore: decorator
@inline
function marksIn(v: v128): i32 {
  return i8x16.bitmask(
    v128.or(
      v128.or(
        v128.or(i8x16.eq(v, i8x16.splat(QUOTE)), i8x16.eq(v, i8x16.splat(COMMA))),
        v128.or(i8x16.eq(v, i8x16.splat(SEMICOLON)), i8x16.eq(v, i8x16.splat(TAB))),
      ),
      v128.or(i8x16.eq(v, i8x16.splat(LF)), i8x16.eq(v, i8x16.splat(CR))),
    ),
  )
}

/** Whether some readers end a cell at `c`. */
// @ts-ignore: decorator
@inline
function splits(c: u8): bool {
  return c == SEMICOLON || c == TAB || c == LF || c == CR
}

/** Bytes of the white space at `p`, as regular expressions have it; 0 where there is none. */
function spaceAt(p: usize): usize {
  const c = load<u8>(p)
  if (c < 0x80) return c == SPACE || <u8>(c - 9) <= 4 ? 1 : 0
  const second = load<u8>(p, 1)
  if (c == 0xc2) return second == 0xa0 ? 2 : 0
  const third = load<u8>(p, 2)
  if (c == 0xe2) {
    if (second == 0x81) return third == 0x9f ? 3 : 0
    return second == 0x80 && (third <= 0x8a || third == 0xa8 || third == 0xa9 || third == 0xaf) ? 3 : 0
  }
  if (c == 0xe1) return second == 0x9a && third == 0x80 ? 3 : 0
  if (c == 0xe3) return second == 0x80 && third == 0x80 ? 3 : 0
  return c == 0xef && second == 0xbb && third == 0xbf ? 3 : 0
}

/** Whether `= + - @` or one of their full-width forms is at `p`. */
function isFormulaAt(p: usize): bool {
  const c = load<u8>(p)
  if (c < 0x80) return c == 61 || c == 43 || c == 45 || c == 64
  if (c != 0xef || load<u8>(p, 1) != 0xbc) return false
  const third = load<u8>(p, 2)
  return third == 0x9d || third == 0x8b || third == 0x8d || third == 0xa0
}

function endsInSpace(from: usize, to: usize): bool {
  const last = load<u8>(to - 1)
  if (last < 0x80) return spaceAt(to - 1) != 0
  return (to - from >= 2 && spaceAt(to - 2) == 2) || (to - from >= 3 && spaceAt(to - 3) == 3)
}

/** Whether a text is a formula, but for one that gets its apostrophe behind a line break or tab before it. */
function beginsFormula(from: usize, to: usize): bool {
  const first = load<u8>(from)
  if (first == TAB || first == LF || first == CR) return true
  let p = from
  while (p < to) {
    const space = spaceAt(p)
    if (!space) return isFormulaAt(p)
    if (splits(load<u8>(p))) return false
    p += space
  }
  return false
}

/** Behind the sign at `p`, and behind all that may stand between it and a formula. */
function runBehind(p: usize, to: usize): usize {
  p++
  while (p < to) {
    const c = load<u8>(p)
    if (c == QUOTE || c == APOSTROPHE) {
      p++
      continue
    }
    const space = spaceAt(p)
    if (!space) break
    p += space
  }
  return p
}

/** Writes [from, to) as the cell of a text; the address behind it. */
export function writeCsvText(out: usize, from: usize, to: usize, isSafe: bool): usize {
  if (from == to) return out
  const first = load<u8>(from)
  const last = load<u8>(to - 1)
  // What is a letter or a digit at both ends, and has no mark, is copied.
  const isOdd = first <= SPACE || last <= SPACE || first >= 0x80 || last >= 0x80 || isFormulaAt(from)
  const end = isOdd ? 0 : copyPlain(out, from, to)
  if (end) return end
  const isFormula = isSafe && beginsFormula(from, to)
  const needsQuotes = (!isFormula && spaceAt(from) != 0) || endsInSpace(from, to)
  return writeOdd(out, from, to, isSafe, isFormula, needsQuotes, false)
}

/** Writes [from, to) as the cell of an object or an array; the address behind it. */
export function writeCsvJson(out: usize, from: usize, to: usize, isSafe: bool): usize {
  return writeOdd(out, from, to, isSafe, false, false, true)
}

/** 0 where there is a mark. */
// @ts-ignore: decorator
@inline
function copyPlain(out: usize, from: usize, to: usize): usize {
  while (from + 16 <= to) {
    const v = v128.load(from)
    if (marksIn(v)) return 0
    v128.store(out, v)
    from += 16
    out += 16
  }
  if (from == to) return out
  const v = v128.load(from)
  if (marksIn(v) & ((1 << <i32>(to - from)) - 1)) return 0
  v128.store(out, v)
  return out + (to - from)
}

function writeOdd(
  out: usize, from: usize, to: usize, isSafe: bool, isFormula: bool, needsQuotes: bool, isJson: bool,
): usize {
  const start = out
  // The place of a quote.
  out++
  if (isFormula) store<u8>(out++, APOSTROPHE)
  /** Up to here it is known whether signs go on as a formula. */
  let known: usize = 0
  let goesOn = false
  while (from < to) {
    const v = v128.load(from)
    v128.store(out, v)
    const marks = marksIn(v)
    const plain = marks ? <usize>ctz(marks) : 16
    if (from + plain >= to) {
      out += to - from
      break
    }
    from += plain
    out += plain
    if (!marks) continue
    const c = load<u8>(from)
    if (isSafe && splits(c)) {
      if (from >= known) {
        known = runBehind(from, to)
        goesOn = known < to && isFormulaAt(known)
      }
      if (goesOn) {
        if (!isJson) {
          store<u8>(out++, c)
          store<u8>(out++, APOSTROPHE)
          needsQuotes = true
        } else if (c == SEMICOLON) {
          // \u003b
          store<u32>(out, 0x3030755c)
          store<u16>(out, 0x6233, 4)
          out += 6
        } else store<u8>(out++, SPACE)
        from++
        continue
      }
    }
    needsQuotes = true
    store<u8>(out++, c)
    if (c == QUOTE) store<u8>(out++, QUOTE)
    from++
  }
  if (!needsQuotes) {
    memory.copy(start, start + 1, out - start - 1)
    return out - 1
  }
  store<u8>(start, QUOTE)
  store<u8>(out, QUOTE)
  return out + 1
}
