// Ids for requests: unique in the file, the same for the same line every time, and no longer than
// the format allows.

import { cutText } from '../../../base/cutText.ts'
import { MAX_CUSTOM_ID } from '../limits.ts'

/**
 * The first free id of `base`, `base-2`, `base-3`, …; with `isBaseTaken` it begins at `base-2`. Many
 * lines may repeat one id, so after a few steps the gap is searched by doubling and halving: the id
 * is then free, and nearly the first that is.
 */
export function freeKey(
  base: string,
  isKeyTaken: (key: string) => boolean,
  isBaseTaken = false,
): string {
  if (!isBaseTaken && base.length <= MAX_CUSTOM_ID && !isKeyTaken(base)) return base
  const numbered = (count: number) => withSuffix(base, `-${count}`)
  for (let count = 2; count <= 8; count++) if (!isKeyTaken(numbered(count))) return numbered(count)
  let taken = 8
  let free = 16
  while (isKeyTaken(numbered(free))) {
    taken = free
    free *= 2
  }
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2)
    if (isKeyTaken(numbered(middle))) taken = middle
    else free = middle
  }
  return numbered(free)
}

/** An id made from the content of a line, for a line that has none. */
export function keyOfText(text: string, isKeyTaken: (key: string) => boolean): string {
  return freeKey(`request-${hashOf(text)}`, isKeyTaken)
}

function withSuffix(base: string, suffix: string): string {
  return cutText(base, MAX_CUSTOM_ID - suffix.length) + suffix
}

/** FNV-1a of the code units, 32 bits, as eight hexadecimal digits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
