// How a file is opened: types only.
import type { AttachedFindings } from './attachedFindings.ts'
import type { ColumnWishes } from './columns.ts'
import type { JournalOptions } from './journal.ts'

export interface OpenOptions {
  readonly jobId: string
  /** Of the drop, on the clock of `Date.now()`. */
  readonly startedAt: number
  /** Validate as this format instead of recognising one. */
  readonly formatId?: string
  /** Read every line, whatever is kept of an earlier reading. */
  readonly ignoreCache?: boolean
  /** Of the hashes of its lines: those of documents with the same one can be compared. A new one when absent. */
  readonly seed?: bigint
  /** Codes that are switched off (`setIgnored`). */
  readonly ignored?: readonly string[]
  /** How the user arranged the columns (`setColumns`). */
  readonly columns?: ColumnWishes
  /** What is said of its lines beside what validating them tells. Its results are not kept then. */
  readonly attached?: AttachedFindings | undefined
  /** How its edits are kept on the device; absent: they are not. */
  readonly journal?: JournalOptions | undefined
}
