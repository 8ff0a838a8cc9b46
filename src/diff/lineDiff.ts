// What a fix changes in a line, for people: the changed places with a little of what stands around
// them. The cost is linear in the length of the texts with small bounds on top, for lines of 50 MB.
import type { TextOffset } from '../base/units.ts'
import { splitsPair } from './surrogates.ts'
import { type DiffHunk, diffTexts } from './textDiff.ts'

/** A run of text. `omitted` code units after it are left out because it is long. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  readonly omitted: number
}

/**
 * A part of both texts: [fromA, toA) before, [fromB, toB) after. More text stands before it where
 * `fromA` > 0, and after it where `toA` is less than the length of the text before.
 */
export interface DiffWindow {
  readonly fromA: TextOffset
  readonly toA: TextOffset
  readonly fromB: TextOffset
  readonly toB: TextOffset
  readonly pieces: readonly DiffPiece[]
}

export interface LineDiff {
  readonly windows: readonly DiffWindow[]
  /** Changed places that are not shown because there are more than `maxHunks`. */
  readonly hiddenHunks: number
}

export interface DiffOptions {
  /** Code units shown on either side of a change. */
  readonly context: number
  readonly maxHunks: number
}

/** A longer piece shows this many code units at either end. */
const PIECE_END = 120

/** The changed places of a line in order; nothing when the texts are equal. */
export function diffWindows(before: string, after: string, options: DiffOptions): LineDiff {
  const all = mergeClose(diffTexts(before, after))
  const hunks = all.slice(0, options.maxHunks)
  const windows: DiffWindow[] = []
  let group: DiffHunk[] = []
  for (const hunk of hunks) {
    const last = group.at(-1)
    // Contexts that meet make one window.
    if (last && hunk.fromA - last.toA > 2 * options.context) {
      windows.push(makeWindow(before, after, group, options.context))
      group = []
    }
    group.push(hunk)
  }
  if (group.length) windows.push(makeWindow(before, after, group, options.context))
  return { windows, hiddenHunks: all.length - hunks.length }
}

/** Between changed words a single equal code unit only makes the difference harder to read. */
function mergeClose(hunks: readonly DiffHunk[]): readonly DiffHunk[] {
  const merged: DiffHunk[] = []
  for (const hunk of hunks) {
    const last = merged.at(-1)
    const isReplacement = (h: DiffHunk) => h.toA - h.fromA > 1 && h.toB - h.fromB > 1
    if (last && hunk.fromA - last.toA <= 1 && isReplacement(last) && isReplacement(hunk)) {
      merged[merged.length - 1] = { ...last, toA: hunk.toA, toB: hunk.toB }
    } else merged.push(hunk)
  }
  return merged
}

function makeWindow(
  before: string,
  after: string,
  hunks: readonly DiffHunk[],
  context: number,
): DiffWindow {
  const first = hunks[0] as DiffHunk
  const last = hunks.at(-1) as DiffHunk
  let fromA = Math.max(0, first.fromA - context)
  if (splitsPair(before, fromA)) fromA--
  let toA = Math.min(before.length, last.toA + context)
  if (splitsPair(before, toA)) toA++
  const pieces: DiffPiece[] = []
  let at = fromA
  for (const hunk of hunks) {
    pushPiece(pieces, 'same', before.slice(at, hunk.fromA))
    pushPiece(pieces, 'removed', before.slice(hunk.fromA, hunk.toA))
    pushPiece(pieces, 'added', after.slice(hunk.fromB, hunk.toB))
    at = hunk.toA
  }
  pushPiece(pieces, 'same', before.slice(at, toA))
  return {
    fromA,
    toA,
    fromB: first.fromB - (first.fromA - fromA),
    toB: last.toB + (toA - last.toA),
    pieces,
  }
}

function pushPiece(pieces: DiffPiece[], kind: DiffPiece['kind'], text: string): void {
  if (text === '') return
  if (text.length <= 3 * PIECE_END) {
    pieces.push({ kind, text, omitted: 0 })
    return
  }
  let head = PIECE_END
  if (splitsPair(text, head)) head--
  let tail = text.length - PIECE_END
  if (splitsPair(text, tail)) tail++
  pieces.push({ kind, text: text.slice(0, head), omitted: tail - head })
  pieces.push({ kind, text: text.slice(tail), omitted: 0 })
}
