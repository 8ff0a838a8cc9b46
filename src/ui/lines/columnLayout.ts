// The columns of the table as CSS grid tracks. Rows know nothing about widths: they take them from
// a custom property of the table, so that dragging a width draws no row again.
import type { ColumnInfo } from '../../contracts/documentApi.ts'

/** CSS pixels. */
export const COLUMN_MIN_WIDTH = 48
export const COLUMN_MAX_WIDTH = 1600

/** What the column that takes the rest has at least, shared with the finding at the end of the row. */
const FLEXIBLE_MIN_WIDTH = 120

/** What a long finding leaves of it. */
const FLEXIBLE_TRACK_MIN = 48

const VERDICT_WIDTH = 26

/** One digit or separator of a line number, with the padding of the cell beside. */
const DIGIT_WIDTH = 7.3
const NUMBER_PADDING = 20
const NUMBER_MIN_WIDTH = 76

/** One column of the monospaced font at 12 px, rounded up over the usual fonts. */
const CHARACTER_WIDTH = 7.3

/** Chromium gives up on wider boxes well before a human does. */
const RAW_MAX_WIDTH = 60_000

export interface ColumnLayout {
  /** For grid-template-columns: number, verdict, the format's columns, finding. */
  readonly tracks: string
  /** CSS pixels below which the table scrolls sideways. */
  readonly minWidth: number
  /** Where the text of a row begins. */
  readonly textLeft: number
}

export function columnLayout(
  columns: readonly ColumnInfo[],
  widths: Readonly<Record<string, number>>,
  numberWidth: number,
): ColumnLayout {
  const textLeft = numberWidth + VERDICT_WIDTH
  const tracks = [`${numberWidth}px`, `${VERDICT_WIDTH}px`]
  let minWidth = textLeft
  let hasFlexible = false
  columns.forEach((column, at) => {
    const width = widths[column.id] ?? column.width
    // Some column takes the rest, or findings would hang in the middle of the row.
    const mustFlex = at === columns.length - 1 && !hasFlexible
    const min = width ?? FLEXIBLE_MIN_WIDTH
    if (width === undefined || mustFlex) {
      hasFlexible = true
      tracks.push(`minmax(${FLEXIBLE_TRACK_MIN}px, 1fr)`)
    } else {
      tracks.push(`${width}px`)
    }
    minWidth += min
  })
  tracks.push('minmax(0, auto)')
  return { tracks: tracks.join(' '), minWidth, textLeft }
}

/** For raw lines: one column as wide as the longest text of `textColumns` characters. */
export function rawLayout(textColumns: number, numberWidth: number): ColumnLayout {
  const textLeft = numberWidth + VERDICT_WIDTH
  const textWidth = Math.min(Math.ceil(textColumns * CHARACTER_WIDTH) + 24, RAW_MAX_WIDTH)
  return {
    tracks: `${numberWidth}px ${VERDICT_WIDTH}px minmax(0, 1fr) auto`,
    minWidth: textLeft + textWidth,
    textLeft,
  }
}

/** CSS pixels for grouped line numbers up to `lines`. */
export function numberColumnWidth(lines: number): number {
  const digits = Math.max(1, Math.floor(Math.log10(Math.max(lines, 1))) + 1)
  const characters = digits + Math.floor((digits - 1) / 3)
  return Math.max(NUMBER_MIN_WIDTH, Math.ceil(characters * DIGIT_WIDTH + NUMBER_PADDING))
}

export function clampColumnWidth(px: number): number {
  return Math.round(Math.max(COLUMN_MIN_WIDTH, Math.min(px, COLUMN_MAX_WIDTH)))
}
