// What the fields of all lines, or of those of a view, hold: types only. The figures themselves are in
// fields/fieldFigures.ts.
import type { Result } from '../base/result.ts'
import type { FieldSpread, FigureList, FigurePath, ValueCount } from '../fields/fieldFigures.ts'
import type { View } from './documentApi.ts'
import type { OnProgress } from './progress.ts'

export type { FigurePath } from '../fields/fieldFigures.ts'

export interface FieldStatistics extends FigureList {
  /** Of the document that was counted: the figures are out of date when the facts have another one. */
  readonly revision: number
  /** Lines of the view, those that are blank or no JSON included. */
  readonly viewLines: number
}

/** How values are spread, and which there are. */
export interface FieldDetails extends FieldSpread {
  readonly revision: number
  readonly values: {
    /** The most frequent first, DETAIL_VALUES at most; their counts are exact. */
    readonly top: readonly ValueCount[]
    /** Values that are not counted in `top`. */
    readonly others: number
    /** Different values; exact up to DETAIL_KEPT_VALUES, else an estimate (DISTINCT_ERROR). */
    readonly distinct: number
    /** False: only values that were among the first DETAIL_KEPT_VALUES different ones can be in `top`. */
    readonly isExact: boolean
  }
}

export const DETAIL_VALUES = 100
/** Different values of one field that are counted exactly. @internal For tests. */
export const DETAIL_KEPT_VALUES = 65_536

/** The part of a document's contract that counts fields. Nothing of it changes the document. */
export interface FieldStatisticsApi {
  /**
   * Reads the lines of a view once, in their order, for all of their fields. Reports lines; goes back where an
   * object turns out to have too many keys to be told apart, since what was read is read again then. An edit that is
   * asked for meanwhile waits until it is done or cancelled.
   */
  fieldStatistics(
    view: View,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<FieldStatistics>>
  /**
   * One field more closely: `path` as `figurePath` gives it of figures for the same view. Reads the lines up
   * to three times, and reports lines. Without values everything is empty.
   */
  fieldDetails(
    view: View,
    path: FigurePath,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<FieldDetails>>
}
