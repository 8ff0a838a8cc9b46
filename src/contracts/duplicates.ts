// Lines that are the same, as a whole or in some fields: types, and bounds that both sides need.
import type { Result } from '../base/result.ts'
import type { LineIndex, LineNumber } from '../base/units.ts'
import type { LineSetBytes } from './chosenLines.ts'
import type { OnProgress } from './progress.ts'

/** What makes lines duplicates of each other. */
export type DuplicateBy =
  /** All their bytes, line ends aside. */
  | { readonly kind: 'line' }
  /**
   * The values of these fields: at least one, MAX_DUPLICATE_FIELDS at most, without `[*]`. Strings are equal by
   * their characters, numbers by what they are exactly, arrays by their elements in order, objects by their members
   * in any order; a field that is missing equals one that is missing. Lines that have none of the fields are
   * duplicates of none.
   */
  | { readonly kind: 'fields'; readonly paths: readonly string[] }

/**
 * Which line of a group stays. `valid`: the first of the valid ones, else of those with warnings, else the first;
 * that lines repeat each other is not counted against them.
 */
export type DuplicateKeep = 'first' | 'last' | 'valid'

/** Lines of what was found last. */
export type DuplicateLines =
  /** All but the one of each group that stays. */
  | { readonly kind: 'others'; readonly keep: DuplicateKeep }
  /** All of all groups. */
  | { readonly kind: 'all' }
  /** All of one of the largest groups, by its place among them. */
  | { readonly kind: 'group'; readonly at: number }

export interface DuplicateGroup {
  /** Lines, two or more. */
  readonly count: number
  /** The first of them. */
  readonly line: LineNumber
  readonly index: LineIndex
  /**
   * The text of that line, or the value of each field as JSON, as it is written there and cut; undefined where the
   * line has none, or is too long to look at.
   */
  readonly values: readonly (string | undefined)[]
}

export interface DuplicateReport {
  readonly groups: number
  /** Lines in all groups. */
  readonly lines: number
  /** Lines that were compared. */
  readonly compared: number
  /** Lines that have none of the fields. */
  readonly without: number
  /** Of the fields those that no line has, as they were asked for. */
  readonly absent: readonly string[]
  /** By fields: lines that are not JSON, and were not looked at. Blank lines are counted nowhere. */
  readonly notJson: number
  /** The largest first, then by their first lines; LARGEST_GROUPS at most. */
  readonly largest: readonly DuplicateGroup[]
}

export const MAX_DUPLICATE_FIELDS = 16
export const LARGEST_GROUPS = 100

/** The part of a document's contract that finds duplicates. Nothing of it changes a line. */
export interface DuplicatesApi {
  /**
   * Reads all lines, edited ones as they are now, and keeps what it found until the document changes or the next
   * call. Reports lines. Fails with `not-read`, and with `bad-option` where a path is none that can be compared by.
   * No revision: a change that is asked for meanwhile waits, and what is asked afterwards fails with
   * `document-changed` when there was one.
   */
  findDuplicates(
    by: DuplicateBy,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<DuplicateReport>>
  /** Marks lines as a search does (view `matches`), which ends an earlier search. Resolves with how many. */
  markDuplicates(lines: DuplicateLines, jobId: string): Promise<Result<number>>
  /** Lines as `editMany` takes them. Fails as `markDuplicates` does. Of now, so it has no revision. */
  duplicateLines(lines: DuplicateLines): Promise<Result<LineSetBytes>>
}
