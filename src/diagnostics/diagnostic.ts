// What is said about a line. Findings are what validating yields for every line of the file, cheap and
// without positions; diagnostics are made from them when a line is shown.
import type { Severity } from '../base/severity.ts'
import type { LineNumber } from '../base/units.ts'
import type { Message } from '../i18n/message.ts'
import type { JsonPath } from '../json/jsonPath.ts'
import type { TextRange } from '../json/textRange.ts'

export type { Severity } from '../base/severity.ts'
export type { JsonPath } from '../json/jsonPath.ts'
export type { TextRange } from '../json/textRange.ts'

/**
 * One thing found in a line. `code` identifies the cause: lines with the same code are one entry of
 * the issues panel, so it holds no array index and no value of the line.
 */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  /** The cause in a few words, the same for every line that has it. */
  readonly title: Message
  /**
   * A warning that stops nothing. Where it holds for most lines of a file it is said once for the
   * file, as a notice, and these lines count as if they did not have it.
   */
  readonly canBeNotice?: true
  /** What the list of causes says beside the title, where it is the same for every line. */
  readonly message?: Message
  /** The finding is of several lines together, and this one is not the first of them. */
  readonly continuesLine?: true
  /**
   * What the finding offers: the file as a whole can be made into JSON Lines, unpacked, made a batch of, or split
   * into files that do not have it.
   */
  readonly offer?: 'convert' | 'unpack' | 'batch' | 'split'
  /** Of a finding that is shown: what the API that reads the file calls it. */
  readonly apiCode?: string
  /** Of a finding that is shown: the user may switch its code off. */
  readonly canIgnore?: true
}

/** A finding explained for one line. */
export interface Diagnostic extends Finding {
  /** What is wrong here and what to do, with the values of this line. */
  readonly message: Message
  /** Absent: the line as a whole. */
  readonly range?: TextRange
  readonly path?: JsonPath
  /** Of an unknown key: the known one that is spelled nearly like it. */
  readonly meantKey?: string
  /** Of a text that is not allowed or not known: the one of the known texts that is spelled nearly like it. */
  readonly meantValue?: string
  /** 0-based byte offset in the line of a syntax error. */
  readonly byteOffset?: number
  /** Other lines that the finding is about, such as those with the same custom_id. */
  readonly relatedLines?: readonly LineNumber[]
}

/** What is said about the file as a whole; it makes no line invalid. */
export interface FileFinding extends Finding {
  readonly message: Message
  /** Lines worth jumping to, the first few at most. */
  readonly lines?: readonly LineNumber[]
  /** What fixes it for the whole file, as an imperative; absent when there is no such fix. */
  readonly fixTitle?: Message
  /** What the file is converted from, where it was recognised (conversion/encodings). */
  readonly encoding?: string
  /** A hint that is worth seeing at once: it stands below the rest and is not folded away. */
  readonly isNotice?: boolean
}

/** What a line is, in the table and in the counts. A blank line is neither valid nor invalid. */
export type Verdict = 'valid' | 'warning' | 'invalid' | 'blank'
