// One JSON value, checked and forgotten. No recursion: a browser's worker may have a small stack,
// and depth is bounded by a count and not by luck. The kind of the container at each level is a
// byte in LEVELS.

import {
  CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, MINUS, OPEN_BRACE, OPEN_BRACKET, QUOTE, isDigit, skipSpace,
} from './bytes'
import {
  AFTER_MEMBER, AT_DEPTH, IN_COLON, IN_KEY, IN_VALUE, failInside, setFailedDepth,
} from './failure'
import { addKey, closeKeys, hashOfKey, lookAtEnds, openKeys } from './keys'
import { ARRAY, LEVELS, MAX_DEPTH, OBJECT } from './memory'
import {
  isAfterNumber, resetEscape, sawEscape, skipLiteral, skipNumber, skipNumbers, skipString,
} from './scalars'

/** A scalar at `p`, whose first byte is `c`. */
// @ts-ignore: decorator
@inline
export function skipScalar(p: usize, c: u8, depth: i32): usize {
  if (c == QUOTE) p = skipString(p + 1)
  else if (c == MINUS || isDigit(c)) p = skipNumber(p)
  else if (c == 116 || c == 102 || c == 110) p = skipLiteral(p)
  else return failInside(p, IN_VALUE, depth)
  return p ? p : setFailedDepth(depth)
}

/** Key and colon at `p`, or at the whitespace before; returns the address after the colon. */
// @ts-ignore: decorator
@inline
function skipKey(p: usize, depth: i32): usize {
  p = skipSpace(p)
  if (load<u8>(p) != QUOTE) return failInside(p, IN_KEY, depth)
  const from = p + 1
  resetEscape()
  p = skipString(from)
  if (!p) return setFailedDepth(depth)
  addKey(depth, hashOfKey(from, p - 1, sawEscape))
  lookAtEnds(from, p - 1, sawEscape)
  p = skipSpace(p)
  if (load<u8>(p) != COLON) return failInside(p, IN_COLON, depth)
  return p + 1
}

/**
 * The value at `p` (whitespace before it allowed), inside `depth` containers already.
 * Returns the address right after it, or 0.
 */
export function skipValue(p: usize, depth: i32): usize {
  const outer = depth
  while (true) {
    p = skipSpace(p)
    const c = load<u8>(p)
    if (c == OPEN_BRACE) {
      if (depth == MAX_DEPTH) return failInside(p, AT_DEPTH, depth)
      store<u8>(LEVELS + <usize>++depth, OBJECT)
      p = skipSpace(p + 1)
      if (load<u8>(p) == CLOSE_BRACE) {
        p++
        depth--
      } else {
        openKeys(depth)
        p = skipKey(p, depth)
        if (!p) return 0
        continue
      }
    } else if (c == OPEN_BRACKET) {
      if (depth == MAX_DEPTH) return failInside(p, AT_DEPTH, depth)
      store<u8>(LEVELS + <usize>++depth, ARRAY)
      p = skipSpace(p + 1)
      if (load<u8>(p) == CLOSE_BRACKET) {
        p++
        depth--
      } else continue
    } else {
      p = skipScalar(p, c, depth)
      if (!p) return 0
    }
    // A value is complete: close what ends here, until a comma asks for the next one.
    while (true) {
      if (depth == outer) return p
      p = skipSpace(p)
      const c = load<u8>(p)
      const object = load<u8>(LEVELS + <usize>depth) == OBJECT
      if (c == COMMA) {
        p++
        if (object) {
          p = skipKey(p, depth)
          if (!p) return 0
        } else {
          const next = load<u8>(p)
          if (next == MINUS || isDigit(next)) {
            p = skipNumbers(p)
            if (isAfterNumber) continue
          }
        }
        break
      }
      if (c != (object ? CLOSE_BRACE : CLOSE_BRACKET)) return failInside(p, AFTER_MEMBER, depth)
      if (object) closeKeys(depth)
      p++
      depth--
    }
  }
}
