// The columns of the table as CSS grid tracks. Rows know nothing about widths: they take them from
// a custom property of the table, so that dragging a width draws no row again.
import type { ColumnInfo } from '../../contracts/documentApi.ts'

/** The id of the column that stands for all others where there are none. */
export const TEXT_COLUMN = 'text'

/** CSS pixels. */
export const COLUMN_MIN_WIDTH = 48
export const COLUMN_MAX_WIDTH = 1600

/** What the column that takes the rest has at least, before the finding at the end of the row has more. */
const REST_MIN_WIDTH = 120

/** Where there is little room, what the finding leaves of it. */
const REST_NARROW_WIDTH = 32

/** What the column that takes the rest has when it is pinned. */
const REST_PINNED_WIDTH = 240

/** Of the width of the table, what line numbers and pinned columns have at most: the rest is what scrolls. */
const PINNED_SHARE = 50

/** Of a column's width, what it has at least. */
const MIN_SHARE = 0.6

/** Width of the table in which columns begin to have less than they want. */
const ROOMY_TABLE = 1000

const VERDICT_WIDTH = 26

/** One digit or separator of a line number, with the padding of the cell beside. */
const DIGIT_WIDTH = 7.3
const NUMBER_PADDING = 20
const NUMBER_MIN_WIDTH = 66

/** One column of the monospaced font at 12 px, rounded up over the usual fonts. */
const CHARACTER_WIDTH = 7.3

/** Chromium gives up on wider boxes well before a human does. */
const RAW_MAX_WIDTH = 60_000

export interface ColumnLayout {
  /** For grid-template-columns: number, verdict, the format's columns, finding. */
  readonly tracks: string
  /** The same where there is little room: of the columns only those that `isEssential` says. */
  readonly narrowTracks: string
  /** CSS pixels below which the table scrolls sideways. */
  readonly minWidth: number
  readonly narrowMinWidth: number
  /** Where the text of a row begins. */
  readonly textLeft: number
  /** Of each pinned column, how far from the left it stays: a length in CSS. */
  readonly pinLefts: readonly string[]
}

/** Those that are not the same in all lines: what is, is said once above. */
export function shownColumns(columns: readonly ColumnInfo[]): readonly ColumnInfo[] {
  return columns.filter(({ uniform }) => uniform === undefined)
}

/**
 * Whether a column stays where there is little room: what a line is called, what it holds, and the `pinned`
 * columns at the front.
 */
export function isEssential(column: ColumnInfo, at: number, pinned: number): boolean {
  return at === 0 || at < pinned || column.width === undefined
}

/** Where a match is shown that is in none of the cells: the last column that takes the rest, or else the last. */
export function previewColumn(columns: readonly ColumnInfo[]): number {
  const flexible = columns.findLastIndex(({ width }) => width === undefined)
  return flexible < 0 ? columns.length - 1 : flexible
}

/** The column of the second line, where rows have two; undefined where there is one column alone. */
export function secondLineColumn(columns: readonly ColumnInfo[]): number | undefined {
  return columns.length > 1 ? Math.max(1, previewColumn(columns)) : undefined
}

/**
 * `columns`: those that are shown. `widths`: chosen by the user, which are kept whatever room there is. The first
 * `pinned` columns stay when the others are scrolled, and share what PINNED_SHARE leaves them.
 */
export function columnLayout(
  columns: readonly ColumnInfo[],
  widths: Readonly<Record<string, number>>,
  numberWidth: number,
  pinned = 0,
): ColumnLayout {
  const textLeft = numberWidth + VERDICT_WIDTH
  const tracks = [`${numberWidth}px`, `${VERDICT_WIDTH}px`]
  const narrowTracks = [...tracks]
  let minWidth = textLeft
  let hasFlexible = false
  let isLastFlexible = false
  const pinnedTracks: string[] = []
  const wanted = columns
    .slice(0, pinned)
    .map(({ id, width }) => draggedWidth(widths, id) ?? width ?? REST_PINNED_WIDTH)
  const allWanted = wanted.reduce((sum, width) => sum + width, 0)
  columns.forEach((column, at) => {
    const dragged = draggedWidth(widths, column.id)
    const pinnedWidth = wanted[at]
    if (pinnedWidth !== undefined) {
      const own = dragged === undefined ? shareOf(pinnedWidth) : `${dragged}px`
      const share = `(${PINNED_SHARE}cqi - ${textLeft}px) * ${pinnedWidth / allWanted}`
      const track = `min(${own}, ${share})`
      pinnedTracks.push(track)
      tracks.push(track)
      narrowTracks.push(track)
      minWidth += dragged ?? minOf(pinnedWidth)
      return
    }
    // Some column takes the rest, or findings would hang in the middle of the row.
    const mustFlex = at === columns.length - 1 && !hasFlexible
    const width = dragged ?? column.width
    isLastFlexible = mustFlex || width === undefined
    if (width === undefined || mustFlex) {
      hasFlexible = true
      const min = width ?? REST_MIN_WIDTH
      tracks.push(`minmax(${min}px, 1fr)`)
      narrowTracks.push(`minmax(${REST_NARROW_WIDTH}px, 1fr)`)
      minWidth += min
    } else {
      const min = dragged ?? minOf(width)
      const track = dragged === undefined ? shareOf(width) : `${dragged}px`
      tracks.push(track)
      if (isEssential(column, at, pinned)) narrowTracks.push(track)
      minWidth += min
    }
  })
  // Columns behind one that takes the rest would stand elsewhere in rows with another finding.
  tracks.push(isLastFlexible || columns.length === 0 ? FINDING_TRACK : FIXED_FINDING_TRACK)
  narrowTracks.push(FINDING_TRACK)
  return {
    tracks: tracks.join(' '),
    narrowTracks: narrowTracks.join(' '),
    minWidth,
    narrowMinWidth: 0,
    textLeft,
    pinLefts: pinnedTracks.map((_, at) => sumOf([`${textLeft}px`, ...pinnedTracks.slice(0, at)])),
  }
}

/** What the user gave a column, in CSS pixels. Columns of plain lines are called as their keys, `toString` too. */
export function draggedWidth(
  widths: Readonly<Record<string, number>>,
  id: string,
): number | undefined {
  return Object.hasOwn(widths, id) ? widths[id] : undefined
}

/** The custom property of the table that says how far from the left the pinned column `at` stays. */
export function pinName(at: number): string {
  return `--pin-${at}`
}

/** For the cell of column `at` and for its title: what rows know of where it stays. */
export function pinOf(at: number, pinned: number): PinProps {
  if (at >= pinned) return {}
  return {
    'data-pinned': at === pinned - 1 ? 'last' : true,
    style: { left: `var(${pinName(at)})` },
  }
}

interface PinProps {
  readonly 'data-pinned'?: true | 'last'
  readonly style?: { readonly left: string }
}

function sumOf(lengths: readonly string[]): string {
  return `calc(${lengths.join(' + ')})`
}

/** As wide as the finding, which goes before the rest of the row. */
const FINDING_TRACK = 'minmax(0, auto)'

/** The same in every row. */
const FIXED_FINDING_TRACK = 'clamp(48px, 16cqi, 220px)'

/** In proportion to the table, between the least and what it wants: the same in every row. */
function shareOf(width: number): string {
  return `clamp(${minOf(width)}px, ${(width / ROOMY_TABLE) * 100}cqi, ${width}px)`
}

function minOf(width: number): number {
  return Math.round(width * MIN_SHARE)
}

/** For rows of two lines: number, verdict, and in the first line the first column and the finding. */
export function twoLineTracks(numberWidth: number): string {
  return `${numberWidth}px ${VERDICT_WIDTH}px minmax(${REST_NARROW_WIDTH}px, 1fr) ${FINDING_TRACK}`
}

/** For raw lines: one column as wide as the longest text of `textColumns` characters. */
export function rawLayout(textColumns: number, numberWidth: number): ColumnLayout {
  const textLeft = numberWidth + VERDICT_WIDTH
  const textWidth = Math.min(Math.ceil(textColumns * CHARACTER_WIDTH) + 24, RAW_MAX_WIDTH)
  const tracks = `${numberWidth}px ${VERDICT_WIDTH}px minmax(0, 1fr) auto`
  const minWidth = textLeft + textWidth
  return {
    tracks,
    narrowTracks: tracks,
    minWidth,
    narrowMinWidth: minWidth,
    textLeft,
    pinLefts: [],
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
