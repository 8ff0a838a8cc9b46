// What a fix changes in a line, for people: the changed places with a little of what stands around
// them. The cost is linear in the length of the texts with small bounds on top, for lines of 50 MB.
import { graphemeEnd, graphemeStart } from '../base/cutText.ts'
import type { TextOffset } from '../base/units.ts'
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
  const close = (toA: TextOffset): void => {
    if (group.length === 0) return
    const room = { fromA: windows.at(-1)?.toA ?? 0, toA }
    windows.push(makeWindow(before, after, group, options.context, room))
    group = []
  }
  for (const hunk of hunks) {
    const last = group.at(-1)
    // Contexts that meet make one window.
    if (last && hunk.fromA - last.toA > 2 * options.context) close(hunk.fromA)
    group.push(hunk)
  }
  // What stands around a change ends before one that is not shown.
  close(all[hunks.length]?.fromA ?? before.length)
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
  /** From the window before it to the change after it. */
  room: { readonly fromA: TextOffset; readonly toA: TextOffset },
): DiffWindow {
  const first = hunks[0] as DiffHunk
  const last = hunks.at(-1) as DiffHunk
  const fromA = Math.max(room.fromA, graphemeStart(before, first.fromA - context))
  const toA = Math.min(room.toA, graphemeEnd(before, last.toA + context))
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
  const head = graphemeStart(text, PIECE_END)
  const tail = graphemeEnd(text, text.length - PIECE_END)
  pieces.push({ kind, text: text.slice(0, head), omitted: tail - head })
  pieces.push({ kind, text: text.slice(tail), omitted: 0 })
}
