// The contract between the page and the worker that owns one document: types, and constants that both
// need. Everything that crosses is plain data. Every method resolves with a `Result`, also when the
// worker dies; what is said of lines says for which revision it holds, or why there is none.
import type { Message } from '../i18n/message.ts'
import type { Result } from '../base/result.ts'
import type { LineId, LineIndex, LineNumber, RowIndex, TextOffset } from '../base/units.ts'
import type { OnProgress } from './progress.ts'
import type { Diagnostic, Verdict } from '../diagnostics/diagnostic.ts'
import type { FileApi } from './fileApi.ts'
import type { JournalApi } from './journal.ts'
import type { RequestsApi } from './batchParts.ts'
import type { ChoosingApi, ManyCommand } from './chosenLines.ts'
import type { ComparingApi } from './comparing.ts'
import type { AmongKind, DocumentFacts } from './documentFacts.ts'
import type { DuplicatesApi } from './duplicates.ts'
import type { FieldStatisticsApi } from './fieldStatistics.ts'
import type { ForesightApi } from './foresight.ts'
import type { ExportApi, ExporterInfo } from './exportRequest.ts'
import type { LineTokensApi } from './lineTokens.ts'
import type { OpenOptions } from './openOptions.ts'
import type { FieldsApi, SearchProgress, SearchQuery } from './search.ts'
import type { SettingsApi } from './settings.ts'
import type { SortingApi } from './sorting.ts'
import type { SplitApi } from './splitFiles.ts'
import type { TranscriptApi } from './transcript.ts'

export type {
  AmongKind,
  CauseCount,
  CauseFix,
  CauseNameCounts,
  ColumnInfo,
  DocumentFacts,
  DocumentState,
  FactEntry,
  IgnoredCode,
  LimitMeter,
} from './documentFacts.ts'

export type {
  ExportChoice,
  ExportedBlob,
  ExportedFile,
  ExporterInfo,
  ExportField,
  ExportFields,
  ExportOption,
  ExportOptionValue,
  ExportPreview,
  ExportRequest,
  ExportOrder,
  ExportSelection,
  TableColumn,
} from './exportRequest.ts'
export type { OpenOptions } from './openOptions.ts'
export type { SearchProgress, SearchQuery } from './search.ts'
export type {
  ChooseCommand,
  LinesCommand,
  LineTarget,
  ManyCommand,
  RenumberCommand,
  RowPlace,
} from './chosenLines.ts'

/** Which lines the table shows. `cause` is a diagnostic code. */
export type View =
  | { readonly kind: 'all' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'warnings' }
  /** Lines with a finding of severity `attention`, whatever their verdict. */
  | { readonly kind: 'attention' }
  | { readonly kind: 'edited' }
  /** Of the search; `among`: those that are in that view, too. */
  | { readonly kind: 'matches'; readonly among?: AmongKind }
  | { readonly kind: 'cause'; readonly code: string }

/** A line as the table shows it. */
export interface Row {
  readonly id: LineId
  readonly line: LineNumber
  readonly verdict: Verdict
  /** Whether it is a result that needs attention, whatever its verdict. */
  readonly needsAttention: boolean
  readonly edited: boolean
  readonly isChosen: boolean
  /** Cut after ROW_TEXT_LIMIT code units. */
  readonly text: string
  /**
   * One per column of the facts, cut; absent when the line is not JSON, has nothing to show in any of them, or
   * `isTooLong`.
   */
  readonly cells?: readonly string[]
  /** It is one of several of dozens of megabytes, or of hundreds, and was not looked into for its cells. */
  readonly isTooLong?: true
  readonly byteLength: number
  /** Absent until it is counted, and where there are none to count. */
  readonly tokens?: number
  /** The title of its worst finding. */
  readonly finding?: Message
  /** Of a line that the search found: its first match. Absent where it was too far away to be found. */
  readonly match?: RowMatch
}

/** Half-open range of a line's text, or of a part of it. */
export interface MatchRange {
  readonly from: TextOffset
  readonly to: TextOffset
}

/** A match and what stands around it in the line. */
export interface RowMatch extends MatchRange {
  /** Where in the line it begins; more than `from` where the line goes on before `text`. */
  readonly offset: TextOffset
  /** Ends at most ROW_MATCH_AFTER code units after the match; `from` and `to` are of this text. */
  readonly text: string
}

/** The matches of the search in one line. */
export interface LineMatches {
  readonly revision: number
  /** In the text of the line; ascending, without overlap, some thousands at most. */
  readonly ranges: readonly MatchRange[]
  /** There are no others; false also where looking for them took too long. */
  readonly isAll: boolean
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
  readonly title: Message
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
  /** Without those that are ignored. */
  readonly diagnostics: readonly Diagnostic[]
  /** Those whose code is switched off: no verdict counts them. */
  readonly ignored: readonly Diagnostic[]
  readonly fixes: readonly FixOffer[]
}

/** A line of which a caller knows the id, or only where it was. */
export interface LinePlace {
  /** Counts while such a line is in the document. */
  readonly id?: LineId | undefined
  /** Counts otherwise. */
  readonly index: LineIndex
}

/** The line at a place, in the document of that revision. */
export interface FoundLine {
  readonly revision: number
  /** Undefined when there is none. */
  readonly line: { readonly id: LineId; readonly index: LineIndex } | undefined
}

export interface FoundRow {
  readonly revision: number
  readonly row: RowIndex
}

export interface FileMapAnswer {
  readonly revision: number
  /** [cell]: a set of MAP_ bits. */
  readonly cells: Uint8Array
}

/** What a text would be validated as instead of a line, before it is applied. */
export interface TextValidation {
  /** Of the document whose other lines the text was compared with, as for keys that repeat. */
  readonly revision: number
  readonly verdict: Verdict
  readonly diagnostics: readonly Diagnostic[]
  readonly ignored: readonly Diagnostic[]
  readonly fixes: readonly FixOffer[]
}

/**
 * An edit by the user; each that changes anything is one step of undo. `texts` hold no line feeds. An
 * `id` is of a line in the document.
 */
export type EditCommand =
  /** The first text takes the place of the line, the others follow it; no text deletes it. */
  | { readonly kind: 'replace'; readonly id: LineId; readonly texts: readonly string[] }
  /** Ids of lines that are gone are passed over, as are those that are named again. */
  | { readonly kind: 'delete'; readonly ids: readonly LineId[] }
  /** Before the line that is at `at` now, 0-based; the line count, or more, appends. */
  | { readonly kind: 'insert'; readonly at: LineIndex; readonly texts: readonly string[] }
  /** The copy follows the line. */
  | { readonly kind: 'duplicate'; readonly id: LineId }
  /** Nothing happens at the first and the last line. */
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
  /** Of 'Fix all': lines that no longer have the cause. Of 'renumber': that have another id. */
  readonly fixed?: number
}

export interface FormatInfo {
  readonly id: string
  readonly title: Message
  readonly summary: Message
  /** A code. Formats of one kind are the same thing as different providers take or give it. */
  readonly kind: string
  /** Whose it is; absent where it is no one's in particular. */
  readonly provider?: Message
  readonly providerId?: string
}

/** What the page may know before a document is open. */
export interface Catalogue {
  readonly formats: readonly FormatInfo[]
  readonly exporters: readonly ExporterInfo[]
}

/** Bits of a cell of the file map: at least one of its lines is invalid, has a warning, ... */
export const MAP_INVALID = 1
export const MAP_WARNING = 2
export const MAP_EDITED = 4
export const MAP_MATCH = 8
/** A result that failed, was cut off, filtered or refused. */
export const MAP_ATTENTION = 16

/** Code units of a row's text that reach the table. */
export const ROW_TEXT_LIMIT = 2000

/** Code units of a row's text that are shown after its match. */
export const ROW_MATCH_AFTER = 400

/** Bytes of lines that are copied to the clipboard at a time: more would stop other programs, too. */
export const COPY_LIMIT_BYTES = 32 * 1024 * 1024

/** Bytes of a line above which the drawer shows its beginning and does not edit it. */
export const EDIT_LIMIT_BYTES = 64 * 1024 * 1024

/**
 * A document in its worker. Long work takes a `jobId`, which `cancel` names; it then resolves with a
 * failure of kind `cancelled`. Work that changes the document, and work with a job, runs in the order
 * in which it was asked for; questions are answered at once. Before `open` has begun everything but
 * `catalogue`, `cancel` and `checkFile` fails with `not-open`.
 */
export interface DocumentApi
  extends RequestsApi,
    ExportApi,
    SplitApi,
    ForesightApi,
    ChoosingApi,
    ComparingApi,
    DuplicatesApi,
    LineTokensApi,
    FieldsApi,
    FieldStatisticsApi,
    FileApi,
    JournalApi,
    SettingsApi,
    SortingApi,
    TranscriptApi {
  /** Of the app, so it has no revision. */
  catalogue(): Promise<Result<Catalogue>>
  /**
   * Starts reading, or takes the results of an earlier reading of the same file; resolves when the
   * last line is validated. Facts arrive through `onFacts` meanwhile and after every change.
   */
  open(
    file: File,
    options: OpenOptions,
    onFacts: (facts: DocumentFacts) => void,
  ): Promise<Result<DocumentFacts>>
  /** Does not wait for the end of the job; a job that has not begun yet ends when it would begin. */
  cancel(jobId: string): Promise<Result<void>>
  /** Validates everything as another format. Edits stay. Fails with `unknown-format`. */
  setFormat(formatId: string, jobId: string): Promise<Result<DocumentFacts>>

  /** Rows [from, to) of a view, 1,000 at most; fewer at its end. */
  readRows(view: View, from: RowIndex, to: RowIndex): Promise<Result<RowWindow>>
  /**
   * The row of a line in a view; of the nearest following line of the view when it is not in it, and
   * the number of rows when none follows.
   */
  rowOfLine(view: View, place: LinePlace): Promise<Result<FoundRow>>
  /**
   * The document from its first to its last line in `cells` cells of equally many lines. `cells` is a
   * whole number, as of pixels, and takes a byte each; 0 gives none. With fewer lines than cells a line
   * fills several.
   */
  fileMap(cells: number): Promise<Result<FileMapAnswer>>

  /** Fails with `unknown-line` when it is no longer in the document. */
  readLine(id: LineId): Promise<Result<LineDetail>>
  /**
   * Where the line matches the query of the latest search. Fails with `unknown-line` as `readLine` does;
   * no ranges when nothing is searched for.
   */
  lineMatches(id: LineId): Promise<Result<LineMatches>>
  lineIdAt(index: LineIndex): Promise<Result<FoundLine>>
  /** Line feeds in `text` count as spaces. The line may be gone meanwhile. */
  validateText(id: LineId, text: string): Promise<Result<TextValidation>>

  /** Fails with `not-read` before all lines are read, as does all that changes the document. */
  edit(command: EditCommand): Promise<Result<EditResult>>
  /**
   * Each line that has the cause gets the first fix that proposes something for it, `fixId` before
   * all others. Reports lines.
   */
  fixAll(
    code: string,
    fixId: string | undefined,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<EditResult>>
  /**
   * Reports lines. `focus`: of 'delete', the line where the first of them was; of 'duplicate', the first
   * copy; of 'renumber' `fixed`, the lines that have another id. Fails with `too-many-lines` when there is no
   * room for the copies, and as `renumberPreview` does.
   */
  editMany(command: ManyCommand, jobId: string, onProgress: OnProgress): Promise<Result<EditResult>>
  /** `step`: only when it is this step that would be taken back, else `not-latest-step`. */
  undo(step?: number): Promise<Result<EditResult>>
  redo(): Promise<Result<EditResult>>

  /**
   * The nearest line of a view after `from` (1) or before it (-1), going round at the ends of the
   * file; undefined when the view is empty. `from` need not be in the view; its index -1 is before the
   * first line.
   */
  nextLine(view: View, from: LinePlace, direction: -1 | 1): Promise<Result<FoundLine>>

  /**
   * Marks the matching lines (view `matches`). Fails with `bad-query`, `bad-expression` or
   * `expressions-not-loaded`. The facts that come with it have the revision and the marks.
   */
  search(
    query: SearchQuery,
    jobId: string,
    onProgress: (progress: SearchProgress) => void,
  ): Promise<Result<SearchProgress>>

  /**
   * Writes all lines over the opened file (or to `handle`, as 'Save as') and goes on working from
   * the written file, in which line i has the id i. Reports bytes, twice those of the document: it is
   * written and read back. `isOpened`: the handle is of the opened file; when that is not exactly what was read,
   * also while it is written, it stays as it is and this fails with `file-written-meanwhile`.
   */
  save(
    handle: FileSystemFileHandle,
    jobId: string,
    onProgress: OnProgress,
    isOpened?: boolean,
  ): Promise<Result<DocumentFacts>>
}
