// Edits that outlive the page: types only.
import type { Result } from '../base/result.ts'
import type { LineId, LineNumber } from '../base/units.ts'
import type { DocumentFacts } from './documentFacts.ts'
import type { LoggedCommand } from './loggedCommand.ts'
import type { OnProgress } from './progress.ts'

/** How the edits of a document are kept. */
export interface JournalOptions {
  /** Of the journal that is begun with the first edit. The page holds the lock of that name. */
  readonly id: string
  readonly pageId: string
}

/**
 * - `kept`: every edit is on the device before the next can be made
 * - `unavailable`: the browser keeps nothing, or this could not be written
 * - `full`: a limit is reached; edits from here on are not kept
 * - `no-room`: there is too much of earlier documents; nothing is removed for a new one
 */
export type JournalState = 'kept' | 'unavailable' | 'full' | 'no-room'

/** Text that was typed in the line editor and not applied. */
export interface KeptDraft {
  readonly id: LineId
  readonly text: string
  readonly base: string
  readonly line: LineNumber
}

/** An edit that was not made again, since its line is no longer what it was. */
export interface LeftEdit {
  /** Absent where the edit was not of one line. */
  readonly line?: LineNumber
  readonly before?: string
  /** What it became; none when it was deleted. */
  readonly texts: readonly string[]
  readonly command: LoggedCommand['kind']
  /** Of a fix whose text is not known, also a 'Fix all': of the findings that it was for. */
  readonly code?: string
  /** Of a command about many lines, whose texts are not known: how many of them. */
  readonly count?: number
}

/** What came of the edits of an earlier visit. */
export interface Recovery {
  readonly facts: DocumentFacts
  /** The file is what it was then, byte for byte as far as that was looked at. */
  readonly isSameFile: boolean
  readonly applied: number
  /** Edits whose line was already so. */
  readonly already: number
  readonly left: readonly LeftEdit[]
  /** Records that the device had lost. */
  readonly lost: number
  readonly drafts: readonly KeptDraft[]
  /** All of it, for a worker that dies later. */
  readonly log: readonly LoggedCommand[]
  /** The journal goes on as this document's; otherwise it stays beside the one of its own. */
  readonly isContinued: boolean
}

export interface JournalApi {
  /**
   * Runs a log of commands on a freshly opened file of the same content; ends at the first that fails.
   * Line ids come out the same.
   */
  restore(log: readonly LoggedCommand[], jobId: string): Promise<Result<DocumentFacts>>
  /**
   * Does the edits of a journal again, in a document that has none of its own. In the file as it was then all of
   * them, with undo and redo, and the journal goes on; in another one those whose lines are still there. Fails
   * with `no-journal` when it cannot be read, and with `document-changed` when there are edits already.
   */
  recover(journalId: string, jobId: string, onProgress: OnProgress): Promise<Result<Recovery>>
  /**
   * Text that is typed and not applied: all of it, instead of what was kept before. False when it is too large to be
   * kept; of what is not kept at all the facts say so.
   */
  keepDrafts(drafts: readonly KeptDraft[]): Promise<Result<boolean>>
  /** Whether the file of the document is the one with these samples. */
  hasFingerprint(fingerprint: string): Promise<Result<boolean>>
  /** Removes the journal, and keeps no further edits of the document. */
  endJournal(): Promise<Result<void>>
}
