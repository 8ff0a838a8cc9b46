// What a way out of a pairing is: one definition file per kind says what a row becomes. Which rows, in
// which order, read in what windows and written where, is not its concern.
import type { Unusable } from '../../pairing/usability.ts'
import type { ExportExample } from './exportExample.ts'
import type { ExportRow, RowColumns } from './exportRow.ts'
import type { FieldName } from './fields.ts'
import type { PlanNotes } from './planNotes.ts'
import type { ReportFacts } from './report/reportFacts.ts'
import type { RequestChanges } from './retry/changeRequest.ts'

/** What the user chose; each exporter uses what concerns it. */
export interface PairExportOptions {
  /** In the order in which they are written. */
  readonly fields: readonly FieldName[]
  readonly byteOrderMark: boolean
  readonly changes: RequestChanges
  /** Reasons for which answers that are not usable are asked for again. */
  readonly unusable: readonly Unusable[]
}

export const NO_OPTIONS: PairExportOptions = {
  fields: [],
  byteOrderMark: false,
  changes: {},
  unusable: [],
}

export type Side = 'request' | 'answer'

/** A line of the file. */
export interface WrittenLine {
  readonly kind: 'line'
  /** Without its line end. */
  readonly content: string | Uint8Array
  /** Lines of different parts go into different files. */
  readonly part?: string
  /** Towards the limit of items in a file. */
  readonly items?: number
  /** Of the files that hold lines of this part. */
  readonly limits?: FileLimits
}

export type Written =
  | WrittenLine
  /** Not to be written; `reason` completes "12 rows were left out: …" and is the same for many. */
  | { readonly kind: 'leftOut'; readonly reason: string }

export interface RowWriter {
  /** What a file begins with, line end included; '' for nothing. */
  readonly head: string
  readonly row: (row: ExportRow) => Written
  /** For views whose rows are groups; absent where groups mean nothing. */
  readonly group?: GroupWriter
}

/** A group becomes one line, made of its members as they come. */
export interface GroupWriter {
  /** As of `RowWriter`. */
  readonly head: string
  /** Members of a group that are written; more are left out. */
  readonly limit: number
  /** What a line begins with. null: the group of ids that the pattern does not match. */
  readonly begin: (name: string | null) => string
  /** `place`: of the member among those of its group that are written, 0-based. */
  readonly member: (row: ExportRow, place: number) => string
  /** What a line ends with, without its line end, after so many members. */
  readonly end: (members: number) => string
}

/** How much a file may hold; a new one is begun before it holds more. */
export interface FileLimits {
  readonly lines?: number | undefined
  readonly bytes?: number | undefined
  readonly items?: number | undefined
}

export interface RowsWay {
  readonly kind: 'rows'
  /** Lines whose contents rows are made of; of the others only what their columns say is there. */
  readonly reads: (options: PairExportOptions) => readonly Side[]
  /** Why a row is left out, where its columns tell; its lines are not read then. */
  readonly skip?: (row: RowColumns) => string | undefined
  /** Its lines may tell that a row is left out, or in which file it goes. */
  readonly isByContent?: true
  readonly lineEnd: '\n' | '\r\n'
  /** `widest`: members of the largest group; 0 when rows are not groups. */
  readonly open: (options: PairExportOptions, widest: number) => RowWriter
  readonly notes?: (options: PairExportOptions) => PlanNotes
}

/** Made of what is known of all rows together, without looking at one. */
export interface FactsWay {
  readonly kind: 'facts'
  readonly write: (facts: ReportFacts) => string
}

export interface PairExporter {
  /** camelCase, equal to the file's name and to the kind of `PairExport`. */
  readonly id: string
  /** With its dot. */
  readonly extension: '.jsonl' | '.csv' | '.md'
  readonly mediaType: string
  readonly way: RowsWay | FactsWay
  readonly examples: readonly ExportExample[]
}

/** Identity at run time: it is there so that a definition file is checked where it is written. */
export function definePairExporter(exporter: PairExporter): PairExporter {
  return exporter
}
