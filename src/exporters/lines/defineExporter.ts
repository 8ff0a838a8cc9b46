// What an export of lines is: one definition file says how lines become a file. Which lines are
// written is the user's choice, and not its concern.
import type { Message } from '../../i18n/message.ts'
import type { ByteWriter } from '../cells/byteWriter.ts'
import type { ExportColumn } from './columns/exportColumn.ts'
import type { CellOptions, LineCells } from './columns/lineCells.ts'
import type { RowForm } from './columns/rowForm.ts'
import type { ExportOptions, ExportOptionValues } from './exportOptions.ts'

/** The lines as they are, untouched ones bit by bit; large files stay references to the file. */
export interface VerbatimOutput {
  readonly kind: 'verbatim'
  /** `keep`: as in the file; `lf`: LF after every line, the last included. */
  readonly lineEnds: 'keep' | 'lf'
  readonly dropByteOrderMark: boolean
  /** Everything is read and copied then. */
  readonly compression?: 'gzip'
}

/**
 * The lines as they are, without their line ends and a byte order mark, and something else between
 * them. Everything is copied, so prefer `verbatim` where it does.
 */
export interface JoinedOutput {
  readonly kind: 'joined'
  /** Lines that are not valid JSON are left out. */
  readonly onlyJson: boolean
  readonly header: string
  readonly footer: string
  /** Between two lines that are written. */
  readonly separator: string
  /** What is written when no line is; header and footer are not, then. */
  readonly whenEmpty: string
}

/** One array of the values with each member on a line; what stands in a value keeps its bytes. */
export interface IndentedOutput {
  readonly kind: 'indented'
}

/** Some fields of each line that is valid JSON become a text of its own; other lines are left out. */
export interface PerLineOutput<Values = ExportOptionValues> {
  readonly kind: 'perLine'
  /** More lines than these are refused. */
  readonly mostLines?: number
  /**
   * Whether all fields of all lines have to be known before the first is written, and how: they are read
   * twice then.
   */
  finds?(values: Values): 'fields' | 'flatFields' | undefined
  /** What is read of each line. The columns are those that were found where there are none. */
  reads(values: Values): CellOptions & { readonly columns: readonly string[] | undefined }
  open(values: Values, table: ReadColumns): RowWriter
}

/** What is read of each line; titles may be more by one, where some fields share a last column. */
export interface ReadColumns {
  readonly columns: readonly ExportColumn[]
  readonly titles: readonly string[]
}

export interface RowWriter {
  readonly head: string
  readonly foot: string
  /** Writes a row of the line that `cells` has come to, line end included, or nothing. */
  readonly write: (cells: LineCells, row: number, out: ByteWriter) => void
  /** The same as data, by which most lines are written without being asked for cell by cell. */
  readonly form?: RowForm
  /** What there is to tell of lines that were written otherwise than one would think, or not at all. */
  readonly notes?: () => readonly Message[]
}

export type ExportOutput<Values = ExportOptionValues> =
  | VerbatimOutput
  | JoinedOutput
  | IndentedOutput
  | PerLineOutput<Values>

export interface ExporterDefinition<Options extends ExportOptions = ExportOptions> {
  /** camelCase, equal to the file's name. */
  readonly id: string
  /** Place in the dialog among the others. */
  readonly place: number
  readonly title: Message
  /** One sentence for the export dialog. */
  readonly summary: Message
  /** With its dot. */
  readonly extension: string
  readonly mediaType: string
  readonly options: Options
  readonly output: ExportOutput<ExportOptionValues<NoInfer<Options>>>
  /**
   * Whole files before and after. Text; U+FEFF at the start is a byte order mark. What is compressed is
   * unpacked before it is compared.
   */
  readonly examples: readonly {
    readonly before: string
    readonly after: string
    readonly options?: Partial<ExportOptionValues<NoInfer<Options>>>
  }[]
}

/** Identity at run time: it is there so that a definition file is checked where it is written. */
export function defineExporter<const Options extends ExportOptions>(
  exporter: ExporterDefinition<Options>,
): ExporterDefinition<Options> {
  return exporter
}
