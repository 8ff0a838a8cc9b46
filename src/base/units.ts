// Words for numbers. Every count, offset and index in the code base says with one of these what it
// counts; only LineId and LineNumber are branded, because mixing those up compiles otherwise and
// shows the wrong line.

declare const brand: unique symbol

/** 0-based place of a line in the document as it stands now, deleted lines not counted. */
export type LineIndex = number

/** 1-based place of a line, as people say it. Only shown, or parsed from what was typed. */
export type LineNumber = number & { readonly [brand]: 'LineNumber' }

/**
 * Identity of a line that survives edits, inserts, deletes and moves. Lines of the file count from 0
 * in file order; lines added later count from ADDED_LINE_BASE.
 */
export type LineId = number & { readonly [brand]: 'LineId' }

/** 0-based place of a row in a view (all lines, invalid lines, matches). */
export type RowIndex = number

/** Bytes from the start of the file. */
export type ByteOffset = number

/** UTF-16 code units from the start of a line's text, 0-based. */
export type TextOffset = number

/** Ids of added lines start here: beyond any line count, within exact integers. */
export const ADDED_LINE_BASE = 2 ** 40

export function lineNumberOf(index: LineIndex): LineNumber {
  return (index + 1) as LineNumber
}

export function lineIndexOf(number: LineNumber): LineIndex {
  return number - 1
}

export function lineId(value: number): LineId {
  return value as LineId
}

export function isAddedLine(id: LineId): boolean {
  return id >= ADDED_LINE_BASE
}
