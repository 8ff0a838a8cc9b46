// The word JSON, for lines that ask for an answer in it: OpenAI wants it in the prompt. Texts differ from
// line to line, so of them only counts whether it is there; base/jsonWord.ts tells the same of parsed values.

import { BACKSLASH } from './bytes'
import { LINK_SPANS, MAX_SPANS } from './memory'
import { hexAt } from './plan'

/** Faults, beside those of links.ts. */
const NO_WORD: u32 = 128
const WORD_BESIDE: u32 = 256
/** Not told: a letter of the word may be spelled as an escape. */
export const UNCLEAR_WORD: u32 = 512

/** The line asks for JSON. */
export let isAsking: bool = false
let spanCount: u32 = 0

// @ts-ignore: decorator
@inline
export function resetWords(): void {
  isAsking = false
  spanCount = 0
}

export function askForWord(): void {
  isAsking = true
}

/** The word may stand in [from, to); `beside`: it counts there for little. */
export function addSpan(from: usize, to: usize, beside: bool): void {
  if (spanCount < MAX_SPANS) {
    const span = LINK_SPANS + <usize>spanCount * 12
    store<u32>(span, <u32>from)
    store<u32>(span, <u32>to, 4)
    store<u32>(span, <u32>beside, 8)
  }
  spanCount++
}

/** What is wrong with the word in a line that asks. */
export function faultsOfWord(): u32 {
  if (spanCount > MAX_SPANS) return UNCLEAR_WORD
  let fault = NO_WORD
  let isUnclear = false
  for (let i: u32 = 0; i < spanCount; i++) {
    const span = LINK_SPANS + <usize>i * 12
    const from = <usize>load<u32>(span)
    const to = <usize>load<u32>(span, 4)
    const beside = load<u32>(span, 8) != 0
    if (hasWord(from, to)) {
      if (!beside) return 0
      fault = WORD_BESIDE
    } else if (mayHaveSpelled(from, to)) isUnclear = true
  }
  return isUnclear ? UNCLEAR_WORD : fault
}

/** Whether `json` stands in [from, to) in letters of either case. Bytes up to 15 after `to` are read. */
function hasWord(from: usize, to: usize): bool {
  const j = i8x16.splat(106)
  const small = i8x16.splat(32)
  for (let p = from; p < to; p += 16) {
    let found = i8x16.bitmask(i8x16.eq(v128.or(v128.load(p), small), j))
    while (found) {
      const at = p + <usize>ctz(found)
      // n o s j, from the highest byte on.
      if (at + 4 <= to && (load<u32>(at) | 0x20202020) == 0x6e6f736a) return true
      found &= found - 1
    }
  }
  return false
}

/** Whether a letter of the word is written as an escape somewhere. */
function mayHaveSpelled(from: usize, to: usize): bool {
  const backslash = i8x16.splat(BACKSLASH)
  let p = from
  while (p < to) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(p), backslash))
    if (!found) {
      p += 16
      continue
    }
    p += <usize>ctz(found)
    if (p >= to) return false
    if (load<u8>(p, 1) != 117) {
      p += 2
      continue
    }
    const c = hexAt(p + 2) | 32
    if (c == 106 || c == 115 || c == 111 || c == 110) return true
    p += 6
  }
  return false
}
