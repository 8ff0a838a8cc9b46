// What a change of many lines would do, before it is made. Types only.
import type { Result } from '../base/result.ts'
import type { LineNumber } from '../base/units.ts'
import type { RenumberCommand } from './chosenLines.ts'
import type { OnProgress } from './progress.ts'

/** A line before and after 'Fix all'. */
export interface FixSample {
  readonly line: LineNumber
  /** Of a record over several lines all of them, with line feeds between. */
  readonly before: string
  /** None: it is deleted; several: it is split. */
  readonly after: readonly string[]
}

export interface FixCount {
  /** Lines that have the cause. */
  readonly lines: number
  /** Lines that would no longer have it. */
  readonly fixed: number
  /** Lines that would change. */
  readonly changed: number
}

/** A line whose id would be another. */
export interface IdSample {
  readonly line: LineNumber
  /** Absent: it has none. */
  readonly before?: string
  readonly after: string
}

export interface RenumberPreview {
  readonly revision: number
  /** Lines that would get an id, at most: what is no JSON object gets none. */
  readonly lines: number
  readonly samples: readonly IdSample[]
}

/** The part of a document's contract that looks ahead. Nothing of it changes the document. */
export interface ForesightApi {
  /**
   * The first lines that 'Fix all' would change, some at most: as they would be after it. None where none of the
   * first thousand lines with the cause would change.
   */
  fixSamples(code: string, fixId: string | undefined): Promise<Result<readonly FixSample[]>>
  /** Asks every line that has the cause. Reports lines. */
  countFixes(
    code: string,
    fixId: string | undefined,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<FixCount>>
  /** Fails with `bad-option` where the pattern is none, and with `no-ids` where lines of the format have no id. */
  renumberPreview(command: RenumberCommand): Promise<Result<RenumberPreview>>
}
