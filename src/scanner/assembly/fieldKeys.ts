// Whether a key of an object is one that is asked for.

import { KEY_LENGTH, KEY_MASK, KEY_START, KEY_TEXT } from './fieldPlan'
import { SAME, compareSpelled, isSameText } from './fieldText'

/** `key` of a plan and the text [from, to), which begins with the bytes `start`; `isSpelled`: it has escapes. */
// @ts-ignore: decorator
@inline
export function isKey(key: usize, from: usize, to: usize, start: u64, isSpelled: bool): bool {
  const length = to - from
  if (isSpelled) {
    return compareSpelled(from, to, <usize>load<u32>(key, KEY_TEXT), <usize>load<u32>(key, KEY_LENGTH)) == SAME
  }
  return <usize>load<u32>(key, KEY_LENGTH) == length &&
    (start & load<u64>(key, KEY_MASK)) == load<u64>(key, KEY_START) &&
    (length <= 8 || isSameText(from + 8, <usize>load<u32>(key, KEY_TEXT) + 8, length - 8))
}
