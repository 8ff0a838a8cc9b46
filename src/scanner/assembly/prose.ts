// Words, dates and sentences: what stands in a line where JSON was to be.

import { COMMA, MINUS, COLON, isDigit, isWordByte } from './bytes'

/** ASCII word bytes, and non-ASCII characters but Latin-1 signs, spaces and punctuation. */
export function isLetter(p: usize): bool {
  const c = load<u8>(p)
  if (c < 0x80) return isWordByte(c)
  if (c == 0xc2) return false
  const b = load<u8>(p, 1)
  if (c == 0xe2) return b >= 0x83
  if (c == 0xe3) return b != 0x80
  return !(c == 0xef && b >= 0xbb)
}

export function isPythonWord(p: usize): bool {
  const four = load<u32>(p)
  if (four == 0x656e6f4e || four == 0x65757254) return !isWordByte(load<u8>(p, 4))
  return four == 0x736c6146 && load<u8>(p, 4) == 101 && !isWordByte(load<u8>(p, 5))
}

/** NaN, nan, Infinity, inf, undefined. */
export function isJavascriptWord(p: usize): bool {
  const four = load<u32>(p)
  const three = four & 0xffffff
  if (three == 0x4e614e || three == 0x6e616e || three == 0x666e69) return !isWordByte(load<u8>(p, 3))
  if (four == 0x69666e49) {
    return load<u32>(p, 4) == 0x7974696e && !isWordByte(load<u8>(p, 8))
  }
  return load<u64>(p) == 0x656e696665646e75 && load<u8>(p, 8) == 100 && !isWordByte(load<u8>(p, 9))
}

/** Whether [from, to), which begins with a word or number, goes on like text: words, dates, columns. */
export function isProse(from: usize, to: usize): bool {
  let p = from
  while (p < to && load<u8>(p) <= 32) p++
  let signs = 0
  while (p < to) {
    const c = load<u8>(p++)
    if (c <= 32) {
      while (p < to && load<u8>(p) <= 32) p++
      if (p < to) return true
    }
    if (c == COMMA || c == 59 || c == 124) return true
    if (c == MINUS || c == COLON || c == 47) signs++
  }
  return signs > 1
}

/** Whether a letter, digit or non-ASCII character stands in [from, to). */
export function hasValueText(from: usize, to: usize): bool {
  for (let p = from; p < to; p++) {
    if ((load<u8>(p) & 0xc0) != 0x80 && isLetter(p)) return true
  }
  return false
}

/** Whether the number that goes wrong at `at` is a date, a time or an address: 2026-01-31, 1.2.3.4. */
export function isDateLike(at: usize): bool {
  let p = at
  while (isNumberByte(load<u8>(p - 1))) p--
  if (!isDigit(load<u8>(p))) return false
  let signs = 0
  let dots = 0
  while (true) {
    const c = load<u8>(p++)
    if (c == MINUS || c == COLON) signs++
    else if (c == 46) dots++
    else if (!isWordByte(c)) return signs > 1 || dots > 2
  }
}

function isNumberByte(c: u8): bool {
  return isDigit(c) || c == MINUS || c == 43 || c == 46 || (c | 32) == 101
}
