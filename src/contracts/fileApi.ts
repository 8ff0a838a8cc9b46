// The file of a document on the disk, after it was opened: types only.
import type { Result } from '../base/result.ts'
import type { DocumentFacts } from './documentFacts.ts'
import type { JournalOptions, KeptDraft, Recovery } from './journal.ts'
import type { OnProgress } from './progress.ts'

/** What a file has after what was read of it. */
export interface MoreLines {
  /** Lines that would be new. */
  readonly lines: number
  /** What was the last line had no line end, and is longer now. */
  readonly goesOn: boolean
}

/**
 * - `same`: the file is what was read. Where it was written again with the same bytes, it is read from there now
 * - `grown`: it begins with what was read, and has more after that. What was read goes on as it is
 */
export type FileCheck = { readonly kind: 'same' } | ({ readonly kind: 'grown' } & MoreLines)

export interface CheckOptions {
  /** A fresh look at the file, where there is one. */
  readonly current?: File | undefined
  /**
   * Samples are compared also where size and time are the same, as before something is written: programs can
   * give a file the time that it had.
   */
  readonly takesSamples: boolean
}

export interface AttachOptions {
  /** How edits are kept from then on, where the file is read again; what is kept now stays until it is given up. */
  readonly journal?: JournalOptions | undefined
  /** Text that is typed and not applied. */
  readonly drafts: readonly KeptDraft[]
  /** What could not be made again before is tried once more. */
  readonly withLeft: boolean
  /** Read also when its bytes are the same. */
  readonly isForced: boolean
}

/**
 * What became of a document whose file was looked at again:
 * - `same`: its bytes are the same, and nothing changed
 * - `read`: it was read anew, and the edits were made again as after a crash
 */
export type Attached =
  | { readonly kind: 'same'; readonly facts: DocumentFacts }
  | ({ readonly kind: 'read' } & Recovery)

/** Lines that were edited or added, as a file of their own. */
export interface EditedLines {
  readonly blob: Blob
  readonly lines: number
  /** Lines that only the file could complete, which cannot be read. */
  readonly missing: number
}

export interface FileApi {
  /**
   * Whether the file on disk is still the one that was read. Needs no revision. Fails with `file-changed` and
   * `file-gone`.
   */
  checkFile(options: CheckOptions): Promise<Result<FileCheck>>
  /** Whether a file is the one that was read, or begins with it. */
  isLike(file: File): Promise<Result<boolean>>
  /**
   * Goes on with another File of the same document. Where its bytes are the same, or are not to be read again, nothing
   * else changes; otherwise its lines are read, and edits are made again where their lines are still there. On
   * cancel and failure the document is as before. Reports bytes, then edits.
   */
  attach(
    file: File,
    options: AttachOptions,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<Attached>>
  /**
   * Lines that were edited or added, from top to bottom, with `drafts` in the place of their lines: whatever
   * happened to the file.
   */
  exportEdited(drafts: readonly KeptDraft[]): Promise<Result<EditedLines>>
}
