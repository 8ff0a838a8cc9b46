// Which parts of two texts differ, for people: whole words rather than letters of them.
import { presentableDiff } from '@codemirror/merge'
import { graphemeEnd, graphemeStart, splitsPair } from '../base/cutText.ts'
import type { TextOffset } from '../base/units.ts'

/** [fromA, toA) of the text before became [fromB, toB) of the text after; one of them may be empty. */
export interface DiffHunk {
  readonly fromA: TextOffset
  readonly toA: TextOffset
  readonly fromB: TextOffset
  readonly toB: TextOffset
}

/**
 * Code units of each text that are compared at once. On texts that repeat themselves (`"word",` over
 * and over) the time that this takes grows with the square, whatever limits it is given: 65 ms for
 * 40,000 and 40,000, 1.1 s for five times as many. The second is tried where the first holds more
 * differences than are looked for.
 */
const WINDOWS = [20_000, 2000] as const

/** Longest edit script that is looked for before settling for less, in code units. */
const SCAN_LIMIT = 2000

/** Code units at the end of a window in which a difference may be one of the window alone. */
const MARGIN = 64

/** With this many places, what is left counts as one. */
const MAX_PLACES = 64

/**
 * Changed ranges in order, none of them cutting a character: a letter whose accent changed is another
 * letter. Long texts are compared window by window, each from where the one before found them equal again,
 * so the cost is linear.
 */
export function diffTexts(before: string, after: string): readonly DiffHunk[] {
  return ofWholeCharacters(before, after, hunksOf(before, after))
}

/** Hunks that begin or end inside of a character take in what both texts have of it. */
function ofWholeCharacters(
  before: string,
  after: string,
  hunks: readonly DiffHunk[],
): readonly DiffHunk[] {
  const whole: DiffHunk[] = []
  for (const [i, { fromA, toA, fromB, toB }] of hunks.entries()) {
    const last = whole.at(-1)
    const next = hunks[i + 1]
    const back = reach(fromA - (last?.toA ?? 0), (by) =>
      Math.max(fromA - graphemeStart(before, fromA - by), fromB - graphemeStart(after, fromB - by)),
    )
    const on = reach((next?.fromA ?? before.length) - toA, (by) =>
      Math.max(graphemeEnd(before, toA + by) - toA, graphemeEnd(after, toB + by) - toB),
    )
    const [start, end] = [fromA - back, toA + on]
    if (last && start <= last.toA) {
      whole[whole.length - 1] = { ...last, toA: end, toB: toB + on }
    } else whole.push({ fromA: start, toA: end, fromB: fromB - back, toB: toB + on })
  }
  return whole
}

/** How far it is, `most` at most, to where no text is inside of a character: `from` goes on from a distance. */
function reach(most: number, from: (by: number) => number): number {
  let by = 0
  for (;;) {
    const further = from(by)
    if (further <= by || by >= most) return Math.min(by, most)
    by = further
  }
}

/** Not inside of surrogate pairs. */
function hunksOf(before: string, after: string): readonly DiffHunk[] {
  const hunks: DiffHunk[] = []
  let atA = 0
  let atB = 0
  for (;;) {
    const equal = equalAt(before, atA, after, atB)
    atA += equal
    atB += equal
    if (atA === before.length && atB === after.length) return hunks
    const found = hunks.length < MAX_PLACES ? firstHunks(before, atA, after, atB) : []
    const last = found.at(-1)
    if (!last) {
      hunks.push({ fromA: atA, toA: before.length, fromB: atB, toB: after.length })
      return hunks
    }
    hunks.push(...found)
    atA = last.toA
    atB = last.toB
  }
}

/** The hunks of the next window that hold whatever follows it; none where the texts do not meet in it. */
function firstHunks(before: string, atA: TextOffset, after: string, atB: TextOffset): DiffHunk[] {
  for (const window of WINDOWS) {
    const hunks = hunksWithin(window, before, atA, after, atB)
    if (hunks.length > 0) return hunks
  }
  return []
}

function hunksWithin(
  window: number,
  before: string,
  atA: TextOffset,
  after: string,
  atB: TextOffset,
): DiffHunk[] {
  // From a little before the difference, so that the words that it is in are seen whole.
  let back = Math.min(MARGIN, atA, atB)
  while (back > 0 && !isSame(before, atA - back, after, atB - back, back)) back--
  if (splitsPair(before, atA - back) || splitsPair(after, atB - back)) back--
  const fromA = atA - back
  const fromB = atB - back
  const toA = windowEnd(before, fromA + window)
  const toB = windowEnd(after, fromB + window)
  const isRest = toA === before.length && toB === after.length
  return presentableDiff(before.slice(fromA, toA), after.slice(fromB, toB), {
    scanLimit: SCAN_LIMIT,
  })
    .map((hunk) => ({
      fromA: hunk.fromA + fromA,
      toA: hunk.toA + fromA,
      fromB: hunk.fromB + fromB,
      toB: hunk.toB + fromB,
    }))
    .filter((hunk) => isRest || (hunk.toA + MARGIN <= toA && hunk.toB + MARGIN <= toB))
}

function windowEnd(text: string, wanted: TextOffset): TextOffset {
  const end = Math.min(text.length, wanted)
  return splitsPair(text, end) ? end - 1 : end
}

/** Code units from both places on that are equal; never the first half of a pair alone. */
function equalAt(before: string, atA: TextOffset, after: string, atB: TextOffset): number {
  const most = Math.min(before.length - atA, after.length - atB)
  let count = 0
  while (count < most && before.charCodeAt(atA + count) === after.charCodeAt(atB + count)) count++
  return splitsPair(before, atA + count) || splitsPair(after, atB + count) ? count - 1 : count
}

function isSame(a: string, atA: TextOffset, b: string, atB: TextOffset, length: number): boolean {
  return a.slice(atA, atA + length) === b.slice(atB, atB + length)
}
