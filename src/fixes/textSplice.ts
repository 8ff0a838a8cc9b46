// How a fix changes a line: a few short replacements, everything between them kept as it is.
import { assert } from '../base/assert.ts'
import type { TextOffset } from '../base/units.ts'

/** `insert` takes the place of [from, to); an insertion has `from` = `to`. */
export interface TextSplice {
  readonly from: TextOffset
  readonly to: TextOffset
  readonly insert: string
}

/** The text with all splices made. They are about the text as given, ascending, without overlap. */
export function applySplices(text: string, splices: readonly TextSplice[]): string {
  const pieces: string[] = []
  let kept: TextOffset = 0
  for (const { from, to, insert } of splices) {
    assert(from >= kept && to >= from && to <= text.length, 'splices ascend and stay in the text')
    pieces.push(text.slice(kept, from), insert)
    kept = to
  }
  pieces.push(text.slice(kept))
  return pieces.join('')
}
