// A window of a text of many megabytes. What lies on either side is kept cut off, so that typing in
// the window joins three strings and copies none of them.
import { graphemeStart } from '../../base/cutText.ts'
import type { TextOffset } from '../../base/units.ts'

export interface TextSlice {
  /** Invariant: whole === before + part + after. */
  readonly whole: string
  readonly before: string
  readonly part: string
  readonly after: string
}

/**
 * The window of about `size` code units that begins at `offset`, moved into the text and out of the middle
 * of characters.
 */
export function sliceText(whole: string, offset: TextOffset, size: number): TextSlice {
  const last = Math.max(whole.length - size, 0)
  const from = graphemeStart(whole, Math.min(offset, last))
  const to = graphemeStart(whole, from + size)
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
