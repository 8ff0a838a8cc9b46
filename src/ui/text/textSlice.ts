// A window of a text of many megabytes. What lies on either side is kept cut off, so that typing in
// the window joins three strings and copies none of them.
import type { TextOffset } from '../../base/units.ts'
import { atCharacter } from './textPlace.ts'

export interface TextSlice {
  /** Invariant: whole === before + part + after. */
  readonly whole: string
  readonly before: string
  readonly part: string
  readonly after: string
}

/**
 * The window of about `size` code units that begins at `offset`, moved into the text and away from
 * the middle of surrogate pairs.
 */
export function sliceText(whole: string, offset: TextOffset, size: number): TextSlice {
  const last = Math.max(whole.length - size, 0)
  const from = atCharacter(whole, Math.min(Math.max(offset, 0), last))
  const to = atCharacter(whole, from + size)
  return {
    whole,
    before: whole.slice(0, from),
    part: whole.slice(from, to),
    after: whole.slice(to),
  }
}

export function replacePart(slice: TextSlice, part: string): TextSlice {
  const { before, after } = slice
  return { whole: before + part + after, before, part, after }
}
