// What the page knows of a document as a whole, as its worker reports it: types only.
import type { Message } from '../i18n/message.ts'
import type { Failure } from '../base/failures.ts'
import type { LineNumber } from '../base/units.ts'
import type { JournalState } from './journal.ts'
import type { TokenFacts } from './lineTokens.ts'
import type { SortFacts } from './sorting.ts'
import type { FileFinding, Severity } from '../diagnostics/diagnostic.ts'

export type DocumentState = 'reading' | 'ready' | 'failed'

/** One entry of the issues panel that is about lines. */
export interface CauseCount {
  readonly code: string
  readonly severity: Severity
  readonly title: Message
  /** What the title leaves open, the same for every line; absent where only a line can tell. */
  readonly message?: Message
  /** Lines that have it now. */
  readonly count: number
  /** Said once for the file, since most lines have it and it stops nothing; a hint then. */
  readonly isNotice: boolean
  /** Of a cause that is one for many names: the most frequent ones; absent until they are known. */
  readonly names?: CauseNameCounts
  /** Its lines have what an earlier line has: without them nothing would be there twice. */
  readonly isRepeat?: boolean
  /** Of such lines: what they have in common is an id, which can be made another. */
  readonly isIdRepeat?: boolean
  /** The file as a whole can be converted, or unpacked. */
  readonly offer?: FileFinding['offer']
  /** What the API that reads the file calls it. */
  readonly apiCode?: string
  /** The user may switch the code off. */
  readonly canIgnore?: true
  /** What 'Fix all' would do; absent while no line of it was asked, and when it would fix none. */
  readonly fix?: CauseFix
}

/** A code that is switched off, and what it would say. */
export interface IgnoredCode {
  readonly code: string
  /** Absent where the document has no such finding, and its format no such rule. */
  readonly title?: Message
  /** As it would count; absent where the document has no such finding. */
  readonly severity?: Severity
  /** Lines that have it, and 1 for what is said about the file. */
  readonly count: number
  readonly apiCode?: string
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
  readonly title: Message
  /** Lines that it would fix. */
  readonly lines: number
  /** `lines` was reckoned from a part of them. */
  readonly isEstimate: boolean
}

/** A bar of the file panel: how much of a limit is used. */
export interface LimitMeter {
  /** What is counted: 'Requests', 'Size'. */
  readonly title: Message
  readonly of: 'lines' | 'bytes' | 'items'
  readonly used: number
  readonly limit: number
}

export interface FactEntry {
  readonly title: Message
  readonly value: Message
}

export interface ColumnInfo {
  readonly id: string
  readonly title: Message
  /** Of the file's own: paths as queries have them. The first that a line has is what is shown of it. */
  readonly fields?: readonly string[]
  /** CSS pixels where there is room; absent for the column that takes the rest. */
  readonly width?: number
  /**
   * The value that is the same in all lines, empty while none is known; absent where lines differ, or
   * may. Of a file that is still being read the first value: it is meant to be the only one.
   */
  readonly uniform?: string
}

/** Views that matches of a search can be looked at among. */
export type AmongKind = 'invalid' | 'warnings' | 'attention' | 'edited'

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
  /** Whether lines of the format are requests with ids, which can be made others. */
  readonly hasIds: boolean
  readonly blank: number
  /** Lines that differ from the file, added ones included. */
  readonly edited: number
  /** Lines that match the current search. */
  readonly matches: number
  /** Of the lines that match, how many are in each of these views, too. */
  readonly matchesAmong: Readonly<Record<AmongKind, number>>
  /** Lines that are chosen. */
  readonly chosen: number
  /** Rises whenever other lines are. */
  readonly choiceVersion: number
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
  readonly formatTitle: Message
  /** False when the user chose the format. */
  readonly formatDetected: boolean
  readonly columns: readonly ColumnInfo[]
  /** Those of the file's own that are not shown. */
  readonly hiddenColumns: readonly ColumnInfo[]
  /** By what the user's columns for such files are found. */
  readonly columnsKey: string
  readonly causes: readonly CauseCount[]
  readonly fileFindings: readonly FileFinding[]
  /** How the rows of all views are sorted; absent where they stand as in the document. */
  readonly order?: SortFacts
  /** Documents with the same word here are compared line by line; absent where that is of no use. */
  readonly comparedAs?: string
  /** What is switched off, that with the most lines first. Nothing else in the facts counts it. */
  readonly ignored: readonly IgnoredCode[]
  readonly meters: readonly LimitMeter[]
  /** Model, endpoint, line ends, encoding: what the file panel lists. */
  readonly entries: readonly FactEntry[]
  /** Whether it is known how the lines count as tokens: then `tokens` is there, or comes when all are read. */
  readonly countsTokens: boolean
  /** Absent where it is not known how the lines count as tokens, and before all of them are read. */
  readonly tokens?: TokenFacts
  /** It differs from the file that was opened or saved last. */
  readonly isDirty: boolean
  /** All of it, as it is, was exported: closing it loses nothing. */
  readonly isExported: boolean
  /** Whether its edits are kept on the device; absent while there are none, and when that was not asked for. */
  readonly journal?: JournalState
  readonly undoLabel?: Message
  readonly redoLabel?: Message
  /** Names the step that 'Undo' would take back; never given to another step. */
  readonly undoStep?: number
  /** Why `state` is `failed`, or why reading stopped early. */
  readonly failure?: Failure
}
