// What an export of lines is: one definition file says how lines become a file. Which lines are
// written is the user's choice, and not its concern.
import type { Message } from '../../i18n/message.ts'

/** The lines as they are, untouched ones bit by bit; large files stay references to the file. */
export interface VerbatimOutput {
  readonly kind: 'verbatim'
  /** `keep`: as in the file; `lf`: LF after every line, the last included. */
  readonly lineEnds: 'keep' | 'lf'
  readonly dropByteOrderMark: boolean
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

export interface ExporterDefinition {
  /** camelCase, equal to the file's name. */
  readonly id: string
  readonly title: Message
  /** One sentence for the export dialog. */
  readonly summary: Message
  /** With its dot. */
  readonly extension: string
  readonly mediaType: string
  readonly output: VerbatimOutput | JoinedOutput
  /** Whole files before and after. Text; U+FEFF at the start is a byte order mark. */
  readonly examples: readonly { readonly before: string; readonly after: string }[]
}

/** Identity at run time: it is there so that a definition file is checked where it is written. */
export function defineExporter(exporter: ExporterDefinition): ExporterDefinition {
  return exporter
}
