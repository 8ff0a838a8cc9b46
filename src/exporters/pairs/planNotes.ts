// What the user should know of an export before it is written, and what an exporter may look at to say so.
import type { Message } from '../../i18n/message.ts'
import type { ExportRow, RowColumns } from './exportRow.ts'

export interface PlanNotes {
  /** Sees each row whose lines are read for the plan: all that are wanted, or a sample of them. */
  readonly seeRow: (row: ExportRow) => void
  /** Sentences, when all rows were seen. */
  readonly list: (plan: PlannedRows) => readonly Message[]
}

export interface PlannedRows {
  /** Rows that are wanted, whether or not they can be written. */
  readonly rows: () => Iterable<RowColumns>
  /** The rows that were seen are a sample. */
  readonly isSample: boolean
  readonly fileCount: number
  /** Keys, as text, of all requests that take part and end like this. */
  readonly requestKeysEnding: (ending: string) => Iterable<string>
  /** Answers that are still to be validated by the JSON that their requests ask for. */
  readonly countUnvalidated: () => number
}
