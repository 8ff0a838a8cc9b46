// What two answers have in common and what not, in one reading order.
import { cutText, graphemeEnd, graphemeStart } from '../../../base/cutText.ts'
import { type DiffHunk, diffTexts } from '../../../diff/textDiff.ts'

export interface DiffRun {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/**
 * Runs in order. Law: those that are not added make `before`, those that are not removed make `after`.
 * No two neighbours are of one kind, and none is empty.
 */
export function diffRuns(before: string, after: string): readonly DiffRun[] {
  const runs: DiffRun[] = []
  const push = (kind: DiffRun['kind'], text: string) => {
    if (text !== '') runs.push({ kind, text })
  }
  let at = 0
  for (const { fromA, toA, fromB, toB } of joinNear(before, diffTexts(before, after))) {
    push('same', before.slice(at, fromA))
    push('removed', before.slice(fromA, toA))
    push('added', after.slice(fromB, toB))
    at = toA
  }
  push('same', before.slice(at))
  return runs
}

/** Words that changed one after the other are one change; the spaces between them are none to see. */
function joinNear(before: string, hunks: readonly DiffHunk[]): readonly DiffHunk[] {
  const joined: DiffHunk[] = []
  for (const hunk of hunks) {
    const last = joined.at(-1)
    if (last && !/\S/.test(before.slice(last.toA, hunk.fromA))) {
      joined[joined.length - 1] = { ...last, toA: hunk.toA, toB: hunk.toB }
    } else joined.push(hunk)
  }
  return joined
}

export interface ComparedParts {
  /** Code units that both texts begin with and that are left out. */
  readonly from: number
  readonly before: string
  readonly after: string
  /** More follows in one of the texts. */
  readonly isCut: boolean
}

/** The parts of two long texts that are worth comparing: from a little before they differ. */
export function comparedParts(before: string, after: string, limit: number): ComparedParts {
  if (before.length <= limit && after.length <= limit) {
    return { from: 0, before, after, isCut: false }
  }
  const shorter = Math.min(before.length, after.length)
  let same = 0
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same++
  // A third is plenty to see what the difference stands in, whatever the limit.
  const from = graphemeStart(before, same - Math.min(LEAD, Math.floor(limit / 3)))
  const part = (text: string) => cutText(text.slice(from), limit)
  const isCut = before.length > from + limit || after.length > from + limit
  return { from, before: part(before), after: part(after), isCut }
}

/** Code units before the first difference. */
const LEAD = 400

export interface CutText {
  readonly head: string
  /** Code units between head and tail; 0 when all is there. */
  readonly omitted: number
  readonly tail: string
}

/** A text without its middle when it is longer than twice `keep` and some. Cuts no character. */
export function withoutMiddle(text: string, keep: number): CutText {
  // A middle shorter than the words that stand for it is not left out.
  if (text.length <= 2 * keep + 40) return { head: text, omitted: 0, tail: '' }
  const to = graphemeStart(text, keep)
  const from = graphemeEnd(text, text.length - keep)
  return { head: text.slice(0, to), omitted: from - to, tail: text.slice(from) }
}
