// The contract between the page and the worker that pairs documents: types, and constants that both
// need. Everything that crosses is plain data. Every method resolves with a `Result`, also when the
// worker dies; what numbers pairs or rows says for which revision it holds, or why there is none.
import type { Failure } from '../base/failures.ts'
import type { Result } from '../base/result.ts'
import type { LineId, LineNumber, RowIndex } from '../base/units.ts'
import type { LanguageTag } from '../i18n/languages.ts'
import type { Message } from '../i18n/message.ts'
import type { Answer, AnswerContent } from '../pairing/answerReading.ts'
import type { GroupSummary } from '../pairing/join/groupPairs.ts'
import type { PairFilter } from '../pairing/join/pairFilter.ts'
import type { GroupRule } from '../pairing/keyGroups.ts'
import type { ExportNoun, OptionSpecs, OptionValue } from '../pairing/exportOptions.ts'
import type { Outcome } from '../pairing/outcome.ts'
import type { PairRole } from '../pairing/pairLines.ts'
import type { NearMiss } from '../pairing/recordKey.ts'
import type { RequestReading } from '../pairing/requestReading.ts'
import type { PairingSummary } from '../pairing/summary/pairingSummary.ts'
import type { Unusable, UsabilityFinding } from '../pairing/usability.ts'
import type { PairReading } from './pairSourceApi.ts'
import type { OnProgress } from './progress.ts'

export type { GroupSummary } from '../pairing/join/groupPairs.ts'
export type { PairFilter, TokenName } from '../pairing/join/pairFilter.ts'
export type { Outcome } from '../pairing/outcome.ts'
export type { ModelCount, PairingSummary } from '../pairing/summary/pairingSummary.ts'

/** A document that takes part. Of several answers to a request, those of later sources count as later. */
export interface PairSourceSetup extends PairReading {
  /** The page's key of the document. */
  readonly key: string
  readonly name: string
}

export interface PairSourceFacts extends PairSourceSetup {
  /** Lines that are not blank. */
  readonly lines: number
  readonly broken: number
  /** Lines without a key, or with one that is not text. */
  readonly withoutKey: number
  readonly failure?: Failure | undefined
}

export interface PairingFacts {
  readonly state: 'reading' | 'ready' | 'failed'
  /** Rises with every change of rows or of what is said of them. */
  readonly revision: number
  readonly sources: readonly PairSourceFacts[]
  /** Lines of requests, and of answers. */
  readonly requests: number
  readonly answers: number
  readonly succeeded: number
  readonly failed: number
  readonly missing: number
  readonly unexpected: number
  readonly duplicate: number
  /** Answers that were joined by the request that they repeat, and those of them told apart by order alone. */
  readonly echoed?: { readonly answers: number; readonly inOrder: number } | undefined
  /** Rows that the search found. */
  readonly matches: number
  readonly doneBytes: number
  readonly totalBytes: number
  /** Answers that are still to be validated by the JSON or schema that their requests ask for. */
  readonly checkingJson?: { readonly done: number; readonly total: number } | undefined
  /** Of the time from `pair` to all outcomes, in milliseconds. */
  readonly pairMs?: number | undefined
  /** Absent while reading. */
  readonly summary?: PairingSummary | undefined
  readonly failure?: Failure | undefined
}

export interface PairView {
  readonly filter: PairFilter
  /** In the order of the requests, or by the natural order of ids. */
  readonly order: 'requests' | 'ids'
  /** With a rule and no `filter.group`, each row is a group. */
  readonly group?: GroupRule | undefined
}

/** Place of a pair among all pairs of a revision, 0-based. */
export type PairNumber = number

/** A pair as the grid shows it. */
export interface PairRow {
  readonly pair: PairNumber
  /** As text; empty when no id can be read. */
  readonly id: string
  readonly outcome: Outcome
  readonly status: number | undefined
  readonly errorCode: string | undefined
  readonly finishReason: string | undefined
  /** The one that answered, or else the one that was asked for. */
  readonly model: string | undefined
  /** What the lines say, on one line, or why they cannot be read. */
  readonly promptPreview: Message
  readonly answerPreview: Message
  /** All tokens of the answer. */
  readonly tokens: number | undefined
  readonly unusable: Unusable | undefined
  readonly nearMiss: NearMiss | undefined
  /** Other lines with this id, on either side. */
  readonly others: number
  readonly requestLine: LineNumber | undefined
  readonly answerLine: LineNumber | undefined
  /** When the row is a group: its name, and how its members fared. */
  readonly group?: GroupSummary | undefined
}

export interface PairWindow {
  readonly revision: number
  /** Rows of the view in all. */
  readonly count: number
  readonly from: RowIndex
  readonly rows: readonly PairRow[]
}

/** Where a line is. */
export interface PairPlace {
  /** Of its document. */
  readonly key: string
  readonly documentName: string
  readonly id: LineId
  readonly line: LineNumber
}

export interface LineExcerpt {
  /** Cut after PAIR_TEXT_LIMIT code units. */
  readonly text: string
  readonly isCut: boolean
}

export interface RequestSide extends PairPlace, LineExcerpt {
  /** Absent for a line that is not JSON, or too long to be read in the page. */
  readonly reading: RequestReading | undefined
}

export interface AnswerSide extends PairPlace, LineExcerpt {
  /** The one that counts. */
  readonly isCounted: boolean
  readonly reading: (AnswerContent & { readonly answers: readonly Answer[] }) | undefined
  /** What makes it useless, JSON included. */
  readonly findings: readonly UsabilityFinding[]
}

/** A pair as the drawer shows it: all lines that share its id. */
export interface PairDetail {
  readonly pair: PairNumber
  readonly revision: number
  readonly id: string
  readonly outcome: Outcome
  readonly requests: readonly RequestSide[]
  readonly answers: readonly AnswerSide[]
  /** Places among these of the lines that the row itself is of; undefined for a side that it lacks. */
  readonly ownRequest?: number | undefined
  readonly ownAnswer?: number | undefined
  /** Lines with this id that are not among these, since there are very many. */
  readonly moreLines?: number | undefined
  /** Lines that have this id in another spelling. */
  readonly near: readonly {
    readonly why: NearMiss
    readonly id: string
    readonly role: PairRole
    readonly place: PairPlace
  }[]
}

export interface PairSearchQuery {
  readonly text: string
  readonly matchCase: boolean
}

/** An export that the page can offer. */
export interface PairExporterInfo {
  readonly id: string
  readonly title: Message
  readonly summary: Message
  /** What a line is, or the whole. */
  readonly noun: ExportNoun
  readonly options: OptionSpecs
  /** A line a row; otherwise one text about all of them. */
  readonly isOfRows: boolean
  /** Its rows can be those that the table shows. */
  readonly takesView: boolean
  /** It cannot be made of answers alone. */
  readonly needsRequests: boolean
}

export interface PairExportRequest {
  readonly jobId: string
  readonly exporterId: string
  /** Rows that it takes, and their order where it has none of its own. */
  readonly view: PairView
  /** By the names of `PairExporterInfo.options`; those that are absent have their defaults. */
  readonly options: Readonly<Record<string, OptionValue>>
  /** Of the words in files for people, such as the report; English when absent. Data have none. */
  readonly language?: LanguageTag | undefined
}

/** What an export would write, before it is written. */
export interface PairExportPlan {
  /** Lines or rows. */
  readonly count: number
  /** Files that the limits make of it, named as they will be. */
  readonly fileNames: readonly string[]
  /** What the user should know: requests that set no limit, ids that will be longer than allowed. */
  readonly notes: readonly Message[]
}

export interface PairExportFile {
  readonly name: string
  readonly blob: Blob
}

export interface PairExportResult {
  readonly files: readonly PairExportFile[]
  /** Lines or rows that were written, and those that had to be left out with the reason. */
  readonly written: number
  readonly leftOut: readonly { readonly count: number; readonly reason: Message }[]
}

/** Code units of a line's text that reach the drawer. */
export const PAIR_TEXT_LIMIT = 1_000_000

export interface FoundPairRow {
  readonly revision: number
  /** Undefined when the pair is not in the view. */
  readonly row: RowIndex | undefined
}

export interface FoundPair {
  readonly revision: number
  /** Undefined when the line is in none. */
  readonly pair: PairNumber | undefined
}

/**
 * Pairs documents, one pairing at a time. Long work takes a `jobId`, which `cancel` names; it then
 * resolves with a failure of kind `cancelled`. Before the outcomes are known everything about rows and
 * pairs fails with `pairing-not-ready`; what reads a document that was closed, with `source-closed`.
 */
export interface PairingApi {
  /**
   * Lets the pairing ask the document on the other end of `port`'s channel (PairSourceApi), by the
   * page's key of it; takes the place of an earlier port, as when a worker was replaced. Nothing is
   * asked yet.
   */
  attach(key: string, port: MessagePort): Promise<Result<void>>
  /** Closes the port; what is being asked there fails. Unknown keys are passed over. */
  detach(key: string): Promise<Result<void>>
  /**
   * What the lines of an attached document look like, from the first of them; undefined for neither
   * requests nor answers. Of the document, so it has no revision of the pairing.
   */
  recognise(key: string): Promise<Result<PairReading | undefined>>
  /**
   * Pairs attached documents, in place of those of an earlier call. What was read before of a document
   * that is read in the same way is used again. Resolves when all outcomes are known; facts arrive
   * meanwhile and after every change.
   */
  pair(
    sources: readonly PairSourceSetup[],
    jobId: string,
    onFacts: (facts: PairingFacts) => void,
  ): Promise<Result<PairingFacts>>
  /** Rows [from, to) of a view; fewer at its end. Fails with `bad-expression` or `bad-separator`. */
  readRows(view: PairView, from: RowIndex, to: RowIndex): Promise<Result<PairWindow>>
  /** Rows of the view are not wanted any more: grouping for it ends, and its rows are `cancelled`. */
  leaveView(view: PairView): Promise<Result<void>>
  rowOfPair(view: PairView, pair: PairNumber): Promise<Result<FoundPairRow>>
  /** `pair`: of the revision of now. Fails with `unknown-pair`. */
  readPair(pair: PairNumber): Promise<Result<PairDetail>>
  /** The pair that a line of an attached document is in now. */
  pairOfLine(key: string, id: LineId): Promise<Result<FoundPair>>
  /**
   * Marks rows whose prompt, answer or id holds the text; an empty text clears them. Returns how many;
   * the facts that come with it have the revision. Reports bytes, in which lines are found that may
   * hold the text, and then these lines.
   */
  search(query: PairSearchQuery, jobId: string, onProgress: OnProgress): Promise<Result<number>>
  /** The exports that there are, in the order in which they are offered; the same at any time. */
  exporters(): Promise<Result<readonly PairExporterInfo[]>>
  /**
   * No revision, and none in exports: lines are read as they are when their turn comes, and those that
   * were deleted meanwhile are counted as left out.
   */
  planExport(request: PairExportRequest): Promise<Result<PairExportPlan>>
  /** For downloads. Reports rows. */
  exportBlobs(request: PairExportRequest, onProgress: OnProgress): Promise<Result<PairExportResult>>
  /**
   * Streams an export of one file to the disk; the files of the answer are empty. Fails with
   * `several-files` when it takes more. Reports rows.
   */
  exportToFile(
    request: PairExportRequest,
    handle: FileSystemFileHandle,
    onProgress: OnProgress,
  ): Promise<Result<PairExportResult>>
  /** Does not wait for the end of the job. */
  cancel(jobId: string): Promise<Result<void>>
}
