// The contract between the page and the worker that owns one document: types only. Everything that
// crosses is plain data; every answer says for which revision it holds.
import type { Failure } from '../base/failures.ts'
import type { Result } from '../base/result.ts'
import type { LineId, LineIndex, LineNumber, RowIndex } from '../base/units.ts'
import type { OnProgress, Progress } from './progress.ts'
import type { Diagnostic, FileFinding, Severity, Verdict } from '../diagnostics/diagnostic.ts'

export type DocumentState = 'reading' | 'ready' | 'failed'

/** One entry of the issues panel that is about lines. */
export interface CauseCount {
  readonly code: string
  readonly severity: Severity
  readonly title: string
  /** What the title leaves open, the same for every line; absent where only a line can tell. */
  readonly message?: string
  /** Lines that have it now. */
  readonly count: number
  /** Said once for the file, since most lines have it and it stops nothing; a hint then. */
  readonly isNotice: boolean
  /** Of a cause that is one for many names: the most frequent ones; absent until they are known. */
  readonly names?: CauseNameCounts
  /** What 'Fix all' would do; absent while no line of it was asked, and when it would fix none. */
  readonly fix?: CauseFix
}

export interface CauseNameCounts {
  /** Most frequent first; `lines` is how many of the lines looked at have it. */
  readonly most: readonly {
    readonly name: string
    readonly lines: number
    readonly firstLine: LineNumber
  }[]
  /** Further names in these lines. */
  readonly others: number
  /** Lines that were looked at: all that have the cause, or some spread evenly over them. */
  readonly lines: number
}

export interface CauseFix {
  /** The fix that most of its lines get. */
  readonly id: string
  readonly title: string
  /** Lines that it would fix. */
  readonly lines: number
  /** `lines` was reckoned from a part of them. */
  readonly isEstimate: boolean
}

/** A bar of the file panel: how much of a limit is used. */
export interface LimitMeter {
  readonly title: string
  readonly noun: string
  readonly of: 'lines' | 'bytes' | 'items'
  readonly used: number
  readonly limit: number
}

export interface FactEntry {
  readonly title: string
  readonly value: string
}

export interface ColumnInfo {
  readonly id: string
  readonly title: string
  /** CSS pixels; absent for the column that takes the rest. */
  readonly width?: number
}

/**
 * Everything the interface shows about a document as a whole, sent every `REPORT_INTERVAL`
 * (base/progress.ts) while reading and after every change.
 */
export interface DocumentFacts {
  readonly state: DocumentState
  /** Rises with every change of content, verdicts or format. */
  readonly revision: number
  readonly lines: number
  readonly invalid: number
  readonly warnings: number
  /** Lines that hold bad news, whatever their verdict: failed, cut off, filtered, refused. */
  readonly attention: number
  /** Whether lines of the format are results, which may need attention. */
  readonly holdsResults: boolean
  readonly blank: number
  /** Lines that differ from the file, added ones included. */
  readonly edited: number
  /** Lines that match the current search. */
  readonly matches: number
  /** Bytes of the document as it would be exported whole. */
  readonly bytes: number
  /** While reading: how far, in bytes of the file. */
  readonly readBytes: number
  readonly totalBytes: number
  /** From the drop to the last verdict of the first reading; absent until then. */
  readonly readMs?: number
  /** The verdicts are those of an earlier reading of the file, kept on this device. */
  readonly isCached: boolean
  /** Distinct shapes of lines that were seen; lines of one shape get one verdict. */
  readonly shapes: number
  /** There are more shapes than are remembered: lines of the others were validated one by one. */
  readonly shapesFull: boolean
  readonly formatId: string
  readonly formatTitle: string
  /** False when the user chose the format. */
  readonly formatDetected: boolean
  readonly columns: readonly ColumnInfo[]
  readonly causes: readonly CauseCount[]
  readonly fileFindings: readonly FileFinding[]
  readonly meters: readonly LimitMeter[]
  /** Model, endpoint, line ends, encoding: what the file panel lists. */
  readonly entries: readonly FactEntry[]
  readonly isDirty: boolean
  readonly undoLabel?: string
  readonly redoLabel?: string
  /** Names the step that 'Undo' would take back; never given to another step. */
  readonly undoStep?: number
  /** Why `state` is `failed`, or why reading stopped early. */
  readonly failure?: Failure
}

/** Which lines the table shows. `cause` is a diagnostic code. */
export type View =
  | { readonly kind: 'all' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'warnings' }
  /** Lines with a finding of severity `attention`, whatever their verdict. */
  | { readonly kind: 'attention' }
  | { readonly kind: 'edited' }
  | { readonly kind: 'matches' }
  | { readonly kind: 'cause'; readonly code: string }

/** A line as the table shows it. */
export interface Row {
  readonly id: LineId
  readonly line: LineNumber
  readonly verdict: Verdict
  /** Whether it is a result that needs attention, whatever its verdict. */
  readonly needsAttention: boolean
  readonly edited: boolean
  /** Cut after ROW_TEXT_LIMIT code units. */
  readonly text: string
  /** One per column of the format; absent when the line is not JSON or too long to parse. */
  readonly cells?: readonly string[]
  readonly byteLength: number
  /** The title of its worst finding. */
  readonly finding?: string
}

export interface RowWindow {
  readonly revision: number
  /** Rows of the view in all. */
  readonly count: number
  readonly from: RowIndex
  readonly rows: readonly Row[]
}

/** A fix as offered for one line. */
export interface FixOffer {
  readonly id: string
  readonly title: string
  readonly code: string
  /** The line after the fix: none deletes it, several split it. */
  readonly after: readonly string[]
  /** Other lines that 'Fix all' would cover as well. */
  readonly othersCount: number
  readonly safeForAll: boolean
}

/** A line as the drawer shows it. */
export interface LineDetail {
  readonly id: LineId
  readonly line: LineNumber
  readonly revision: number
  readonly verdict: Verdict
  readonly edited: boolean
  readonly byteLength: number
  /** The whole text, or its first `textLimit` code units when `isCut`. */
  readonly text: string
  /** Too long to be edited in the page: only its beginning is here. */
  readonly isCut: boolean
  /** Bytes that are not UTF-8 were replaced by U+FFFD in `text`. */
  readonly hasBrokenBytes: boolean
  /** The line as it is in the file, when it was edited. */
  readonly originalText?: string
  readonly diagnostics: readonly Diagnostic[]
  readonly fixes: readonly FixOffer[]
}

/** What a text would be validated as instead of a line, before it is applied. */
export interface TextValidation {
  readonly verdict: Verdict
  readonly diagnostics: readonly Diagnostic[]
  readonly fixes: readonly FixOffer[]
}

/** An edit by the user; each is one step of undo. `texts` hold no line feeds. */
export type EditCommand =
  | { readonly kind: 'replace'; readonly id: LineId; readonly texts: readonly string[] }
  | { readonly kind: 'delete'; readonly ids: readonly LineId[] }
  /** `at` = line count appends. */
  | { readonly kind: 'insert'; readonly at: LineIndex; readonly texts: readonly string[] }
  | { readonly kind: 'duplicate'; readonly id: LineId }
  | { readonly kind: 'move'; readonly id: LineId; readonly by: -1 | 1 }
  /** Mends a finding about the file as a whole that has a `fixTitle`. */
  | { readonly kind: 'fixFile'; readonly code: string }
  | {
      readonly kind: 'applyFix'
      readonly id: LineId
      readonly fixId: string
      readonly code: string
    }

export interface EditResult {
  readonly facts: DocumentFacts
  /** The line to show afterwards: the first that changed, if it is still there. */
  readonly focus?: { readonly id: LineId; readonly index: LineIndex }
  /** Of 'Fix all': lines that no longer have the cause. */
  readonly fixed?: number
}

export interface SearchQuery {
  readonly text: string
  readonly isRegExp: boolean
  readonly matchCase: boolean
}

/** In bytes of the file. */
export interface SearchProgress extends Progress {
  readonly state: 'searching' | 'done'
  /** Found so far, in lines as they are in the file; at the end, in edited and added ones, too. */
  readonly matchingLines: number
}

export type ExportSelection =
  | { readonly kind: 'all' }
  | { readonly kind: 'valid' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'view'; readonly view: View }

export interface ExportRequest {
  readonly jobId: string
  readonly selection: ExportSelection
  readonly exporterId: string
}

export interface ExporterInfo {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly extension: string
}

export interface FormatInfo {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** Formats of one kind are the same thing as different providers take or give it. */
  readonly kind: string
  /** Whose it is; absent where it is no one's in particular. */
  readonly provider?: string
}

/** What the page may know before a document is open. */
export interface Catalogue {
  readonly formats: readonly FormatInfo[]
  readonly exporters: readonly ExporterInfo[]
}

/** One cell of the file map, a set of bits. */
export const MAP_INVALID = 1
export const MAP_WARNING = 2
export const MAP_EDITED = 4
export const MAP_MATCH = 8
export const MAP_ATTENTION = 16

/** Code units of a row's text that reach the table. */
export const ROW_TEXT_LIMIT = 2000

/** Bytes of a line above which the drawer shows its beginning and does not edit it. */
export const EDIT_LIMIT_BYTES = 64 * 1024 * 1024

export interface OpenOptions {
  readonly jobId: string
  /** Of the drop, on the clock of `Date.now()`. */
  readonly startedAt: number
  /** Validate as this format instead of recognising one. */
  readonly formatId?: string
  /** Read every line, whatever is kept of an earlier reading. */
  readonly ignoreCache?: boolean
}

/**
 * A document in its worker. Long work takes a `jobId`, which `cancel` names; it then resolves with a
 * failure of kind `cancelled`.
 */
export interface DocumentApi {
  catalogue(): Promise<Catalogue>
  /**
   * Starts reading, or takes the results of an earlier reading of the same file; resolves when the
   * last line is validated. Facts arrive through `onFacts` meanwhile and after every change.
   */
  open(
    file: File,
    options: OpenOptions,
    onFacts: (facts: DocumentFacts) => void,
  ): Promise<Result<DocumentFacts>>
  cancel(jobId: string): Promise<void>
  /** Validates everything again as another format. Edits stay. */
  setFormat(formatId: string, jobId: string): Promise<Result<DocumentFacts>>

  /** Rows [from, to) of a view; fewer at its end. */
  readRows(view: View, from: RowIndex, to: RowIndex): Promise<Result<RowWindow>>
  /** The row of a line in a view; the nearest following row when the line is not in it. */
  rowOfLine(view: View, index: LineIndex): Promise<RowIndex>
  /** `cells` sets of MAP_ bits, top to bottom of the file. */
  fileMap(cells: number): Promise<Uint8Array>

  readLine(id: LineId): Promise<Result<LineDetail>>
  lineIdAt(index: LineIndex): Promise<LineId | undefined>
  validateText(id: LineId, text: string): Promise<TextValidation>

  edit(command: EditCommand): Promise<Result<EditResult>>
  /**
   * Each line that has the cause gets the first fix that proposes something for it, `fixId` before
   * all others.
   */
  fixAll(
    code: string,
    fixId: string | undefined,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<EditResult>>
  /** `step`: only when it is this step that would be taken back; refused otherwise. */
  undo(step?: number): Promise<Result<EditResult>>
  redo(): Promise<Result<EditResult>>

  /**
   * The next line of a view after `from` in that direction, going round at the end of the file.
   * `from` = -1 starts before the first line.
   */
  nextLine(
    view: View,
    from: LineIndex,
    direction: -1 | 1,
  ): Promise<{ id: LineId; index: LineIndex } | undefined>

  /** Marks the matching lines (view `matches`); an empty text clears them. */
  search(
    query: SearchQuery,
    jobId: string,
    onProgress: (progress: SearchProgress) => void,
  ): Promise<Result<SearchProgress>>

  /** The export as a Blob of references into the file: for downloads. */
  exportBlob(request: ExportRequest, onProgress: OnProgress): Promise<Result<Blob>>
  /** Writes to a file of the user's; an unfinished file is aborted. Returns the bytes written. */
  exportToFile(
    request: ExportRequest,
    handle: FileSystemFileHandle,
    onProgress: OnProgress,
  ): Promise<Result<number>>
  /**
   * Writes all lines over the opened file (or to `handle`, as 'Save as') and goes on working from
   * the written file.
   */
  save(
    handle: FileSystemFileHandle,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<DocumentFacts>>

  /** Whether the file on disk is still the one that was read; `current` is a fresh look at it. */
  checkFile(current?: File): Promise<Result<void>>
  /**
   * Runs a log of commands on a freshly opened file of the same content. Line ids come out the same.
   * The page has the log in its memory: edits survive a worker that died, not a page that was closed.
   */
  restore(log: readonly LoggedCommand[], jobId: string): Promise<Result<DocumentFacts>>
}

/** What the page remembers of everything that changed the document, in order. */
export type LoggedCommand =
  | { readonly kind: 'edit'; readonly command: EditCommand }
  | { readonly kind: 'fixAll'; readonly code: string; readonly fixId?: string | undefined }
  | { readonly kind: 'setFormat'; readonly formatId: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
