// What an export of pairs is: one definition file says what it is called, which options it has, which
// rows it takes and what a row becomes. In what windows rows are read and where they are written is not
// its concern.
import type { Message } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'
import type { ExportNoun, OptionSpecs, OptionValues } from '../../pairing/exportOptions.ts'
import type { ExportExample } from './exportExample.ts'
import type { ExportRow, RowColumns } from './exportRow.ts'
import type { PlanNotes } from './planNotes.ts'
import type { ReportFacts } from './report/reportFacts.ts'

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
  /** Not to be written; `reason`, one of reasons.ts, completes "12 rows were left out: …". */
  | { readonly kind: 'leftOut'; readonly reason: Message }

export interface RowWriter {
  /** What a file begins with, line end included; '' for nothing. */
  readonly head: string
  readonly row: (row: ExportRow) => Written
}

/** A group becomes one line, made of its members as they come. */
export interface GroupWriter {
  /** What a file begins with, line end included; '' for nothing. */
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

/** Looks at all rows before the first is written, where what a row becomes depends on the others. */
export interface RowSurvey {
  /** Lines whose contents it looks at. */
  readonly reads: readonly Side[]
  readonly seeRow: (row: ExportRow) => void
  /** When all rows were seen: instead of those of the output. */
  readonly open: () => RowWriter
  readonly openGroups: (widest: number) => GroupWriter
}

/** How much a file may hold; a new one is begun before it holds more. */
export interface FileLimits {
  readonly lines?: number | undefined
  readonly bytes?: number | undefined
  readonly items?: number | undefined
}

/** What a choice of rows may depend on beside the row. */
export interface RowsWanted<Options> {
  readonly options: Options
  /** Requests take part in the pairing, not answers alone. */
  readonly hasRequests: boolean
}

/** A line for each row. Its functions are methods, so that exporters of all options are of one type. */
export interface RowsOutput<Options = OptionValues> {
  readonly kind: 'rows'
  /**
   * - `view`: rows that are shown, or all, in the order of the table
   * - `viewByRequest`: the same in the order of the requests
   * - `allAnswers`: a row for each answer, in the order of their files, whatever is shown
   */
  readonly rows: 'view' | 'viewByRequest' | 'allAnswers'
  /** Rows that are meant; of others nothing is said. All, when absent. */
  wants?(row: RowColumns, wanted: RowsWanted<Options>): boolean
  /** Lines whose contents rows are made of; of the others only what their columns say is there. */
  reads(options: Options): readonly Side[]
  /** Why a row that is meant is left out, where its columns tell; its lines are not read then. */
  skip?(row: RowColumns): Message | undefined
  /** Its lines may tell that a row is left out, or in which file it goes. */
  readonly isByContent?: true
  readonly lineEnd: '\n' | '\r\n'
  /** `translator`: for the words around the data in files for people. */
  open(options: Options, translator: Translator): RowWriter
  /** Absent where groups mean nothing: then rows are written. `widest`: members of the largest group. */
  openGroups?(options: Options, widest: number): GroupWriter
  /** Undefined where rows can be written as they come: lines are then read once. */
  survey?(options: Options): RowSurvey | undefined
  notes?(options: Options): PlanNotes
}

/** Made of what is known of all rows together, without looking at one. */
export interface FactsOutput {
  readonly kind: 'facts'
  /** In the language of the translator. */
  readonly write: (facts: ReportFacts, translator: Translator) => string
}

export interface PairExporter<Specs extends OptionSpecs = OptionSpecs> {
  /** camelCase, equal to the file's name. */
  readonly id: string
  /** Place in the dialog among the others; the first one is chosen at first. */
  readonly place: number
  readonly title: Message
  /** A sentence or two for the dialog. */
  readonly summary: Message
  /** What a line is, or the whole. */
  readonly noun: ExportNoun
  /** With its dot. */
  readonly extension: string
  readonly mediaType: string
  /** 'retry' makes input-retry.jsonl of input.jsonl. */
  readonly nameEnding: string
  /** The first file of answers gives the name, and not that of requests. */
  readonly isNamedAfterAnswers?: true
  /** What to do where answers take part alone, of which it cannot be made. */
  readonly needsRequests?: Message
  readonly options: Specs
  readonly output: RowsOutput<OptionValues<Specs>> | FactsOutput
  readonly examples: readonly ExportExample<OptionValues<Specs>>[]
}

/** Identity at run time: it is there so that a definition file is checked where it is written. */
export function definePairExporter<const Specs extends OptionSpecs>(
  exporter: PairExporter<Specs>,
): PairExporter<Specs> {
  return exporter
}
