// Where the rows are when there are more of them than a browser can lay out. The scrolled canvas has
// a constant height and shows a window of rows; the place of the reader is an offset in pixels from
// the first row of all. Pure arithmetic: the DOM is in tableScroller.ts.
import type { RowIndex } from '../../base/units.ts'
import { ROW_HEIGHT } from './rowHeight.ts'

/**
 * CSS pixels. Firefox may paint nothing beyond about 6 million and Chromium stops at 33.5 million
 * device pixels; both are seen, not documented.
 */
const CANVAS_LIMIT = 5_000_000

/** Device pixels: Chromium places no absolutely positioned box further down (2^24). */
const DEVICE_LIMIT = 16_000_000

/**
 * Pixels at both ends of the canvas in which scrolling is one to one, so that the first and the last
 * rows are reached exactly and a moving finger never runs into the end of the window.
 */
const END_ZONE = 20_000

/** Closer than this to an end of the window that is not an end of the rows, the window is moved. */
const GUARD_ZONE = 6_000

/**
 * The window starts at a multiple of this many rows: 520 px, or 880, are whole device pixels at all usual
 * ratios (1.1, 1.25, 1.5, 1.75 …), so moving the window moves no glyph by a fraction.
 */
const BASE_STEP = 20

/** Invariant: 0 ≤ baseRow ≤ rowCount − windowRows. */
export interface ScrollScale {
  readonly rowCount: number
  /** First row on the canvas. */
  readonly baseRow: RowIndex
  /** Rows on the canvas. */
  readonly windowRows: number
  /** Pixels of the rows in sight. */
  readonly viewHeight: number
}

/** A scale and the scrollTop of its canvas. */
export interface ScrollPlace {
  readonly scale: ScrollScale
  readonly top: number
}

export function createScale(rowCount: number, viewHeight: number, pixelRatio: number): ScrollScale {
  const limit = Math.min(CANVAS_LIMIT, DEVICE_LIMIT / Math.max(pixelRatio, 1))
  const windowRows = Math.min(rowCount, Math.floor(limit / ROW_HEIGHT))
  return { rowCount, baseRow: 0, windowRows, viewHeight }
}

/** Pixels from the top of the first row of all to the top edge of the view. */
export function offsetOf({ baseRow }: ScrollScale, top: number): number {
  return baseRow * ROW_HEIGHT + top
}

/** The largest scrollTop. */
export function maxTop({ windowRows, viewHeight }: ScrollScale): number {
  return Math.max(0, windowRows * ROW_HEIGHT - viewHeight)
}

/** The offset at which the last row touches the bottom edge. */
export function maxOffset({ rowCount, viewHeight }: ScrollScale): number {
  return Math.max(0, rowCount * ROW_HEIGHT - viewHeight)
}

/**
 * Where an offset belongs: the window around it and the scrollTop that puts the thumb of the
 * scrollbar where the offset is in the whole. Offsets outside are moved to the nearest end.
 */
export function placeOf(scale: ScrollScale, offset: number): ScrollPlace {
  const wanted = clamp(offset, 0, maxOffset(scale))
  const spare = scale.rowCount - scale.windowRows
  if (spare === 0) return { scale: rebased(scale, 0), top: wanted }
  const lastTop = maxTop(scale)
  const fromEnd = maxOffset(scale) - wanted
  if (wanted <= END_ZONE) return { scale: rebased(scale, 0), top: wanted }
  if (fromEnd <= END_ZONE) return { scale: rebased(scale, spare), top: lastTop - fromEnd }
  const share = (wanted - END_ZONE) / (maxOffset(scale) - 2 * END_ZONE)
  const ideal = END_ZONE + share * (lastTop - 2 * END_ZONE)
  const baseRow = baseNear((wanted - ideal) / ROW_HEIGHT, spare)
  return { scale: rebased(scale, baseRow), top: wanted - baseRow * ROW_HEIGHT }
}

/** The scale after the thumb of the scrollbar was put at `top`, which stays as it is. */
export function scaleAtThumb(scale: ScrollScale, top: number): ScrollScale {
  const spare = scale.rowCount - scale.windowRows
  if (spare === 0) return rebased(scale, 0)
  const share = (top - END_ZONE) / (maxTop(scale) - 2 * END_ZONE)
  if (share <= 0) return rebased(scale, 0)
  if (share >= 1) return rebased(scale, spare)
  return rebased(scale, baseNear(share * spare, spare))
}

/** The same window where the offset is well inside it, else another: for moves of a few screens. */
export function placeNear(scale: ScrollScale, offset: number): ScrollPlace {
  const wanted = clamp(offset, 0, maxOffset(scale))
  const top = wanted - scale.baseRow * ROW_HEIGHT
  const isInside = top >= 0 && top <= maxTop(scale)
  return isInside && !isNearWindowEnd(scale, top) ? { scale, top } : placeOf(scale, wanted)
}

/** Whether scrolling on would soon reach an end of the window beyond which there are more rows. */
export function isNearWindowEnd(scale: ScrollScale, top: number): boolean {
  if (scale.baseRow > 0 && top < GUARD_ZONE) return true
  const hasMoreBelow = scale.baseRow + scale.windowRows < scale.rowCount
  return hasMoreBelow && top > maxTop(scale) - GUARD_ZONE
}

/**
 * The same reading place for another number of rows, view height or pixel ratio. The window stays
 * where it is when it can, so that rows arriving below move nothing.
 */
export function placeAfter(next: ScrollScale, before: ScrollScale, top: number): ScrollPlace {
  const offset = offsetOf(before, top)
  const spare = next.rowCount - next.windowRows
  if (next.windowRows === before.windowRows && before.baseRow <= spare) {
    return placeNear(rebased(next, before.baseRow), offset)
  }
  return placeOf(next, offset)
}

/** Half-open range of the rows that are at least partly in sight. */
export function rowsInSight(
  scale: ScrollScale,
  offset: number,
): { readonly from: RowIndex; readonly to: RowIndex } {
  const from = Math.min(Math.floor(offset / ROW_HEIGHT), scale.rowCount)
  const to = Math.min(Math.ceil((offset + scale.viewHeight) / ROW_HEIGHT), scale.rowCount)
  return { from, to: Math.max(from, to) }
}

/**
 * The offset that brings a row into sight: the nearest one for a row just outside, the one that
 * centres it for a row further away, the same offset for a row that is wholly visible.
 */
export function offsetToReveal(scale: ScrollScale, offset: number, row: RowIndex): number {
  const { viewHeight } = scale
  const top = row * ROW_HEIGHT
  const isWhollyVisible = top >= offset && top + ROW_HEIGHT <= offset + viewHeight
  if (isWhollyVisible) return offset
  const isFar = top < offset - viewHeight || top > offset + 2 * viewHeight
  if (isFar) return clamp(top - (viewHeight - ROW_HEIGHT) / 2, 0, maxOffset(scale))
  return top < offset ? top : Math.max(0, top + ROW_HEIGHT - viewHeight)
}

function rebased(scale: ScrollScale, baseRow: RowIndex): ScrollScale {
  return scale.baseRow === baseRow ? scale : { ...scale, baseRow }
}

function baseNear(row: number, spare: number): RowIndex {
  return clamp(Math.round(row / BASE_STEP) * BASE_STEP, 0, spare)
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
