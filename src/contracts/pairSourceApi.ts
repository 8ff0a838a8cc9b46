// The contract between a pairing and the documents that take part in it: types only. Each document's
// worker answers on a port of its own; it is the one place where the contents of its lines are. Every
// method resolves with a `Result`. Answers have no revision: ids of lines outlive edits, and what
// changes after `readLines` is told by `onChange`.
import type { Result } from '../base/result.ts'
import type { LineNumber } from '../base/units.ts'
import type { OnProgress } from './progress.ts'
import type { PairLines, PairLinesChange, PairRole } from '../pairing/pairLines.ts'

/** How the lines of a document are read for a pairing. */
export interface PairReading {
  readonly role: PairRole
  /** Id of a provider's definition. */
  readonly providerId: string
  /** Where the key is, such as `custom_id` or `meta.id`; the provider's place when absent. */
  readonly keyPath?: string | undefined
}

/** What the lines of a document look like. */
export interface PairRecognition {
  readonly role: PairRole
  readonly providerId: string
}

/** Contents of lines, in the order asked for, without their line ends. */
export interface LineContents {
  /** One after the other; content i is [ends[i - 1], ends[i]). */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly ends: Uint32Array<ArrayBuffer>
  /** [i]: 1 when the line is longer than was asked for, and cut. */
  readonly isCut: Uint8Array<ArrayBuffer>
  /** [i]: where the line stands now; 0 when it is deleted, its content then is empty. */
  readonly numbers: readonly (LineNumber | 0)[]
}

export interface PairSourceApi {
  /** From the first lines; undefined when these are neither requests nor answers. */
  recognise(): Promise<Result<PairRecognition | undefined>>
  /**
   * Reads all lines as they are now, edits included; waits until the document is read. From then on
   * `onChange` is called (not more than once until `readChange`) whenever lines change. Reports bytes
   * of the file. Fails with `not-read`, `unknown-provider` or `bad-key-path`.
   */
  readLines(
    reading: PairReading,
    jobId: string,
    onProgress: OnProgress,
    onChange: () => void,
  ): Promise<Result<PairLines>>
  /** What changed since the last call; 'all' when everything has to be read again by `readLines`. */
  readChange(): Promise<Result<PairLinesChange | 'all'>>
  /** Ends `readLines` or `findCandidates` with a failure of kind `cancelled`. */
  cancel(jobId: string): Promise<Result<void>>
  /**
   * Lines by id, in any order; neighbouring reads are done in one. All are in memory at once: ask for
   * some megabytes at most. `limitBytes`: of each line; whole lines without it.
   */
  readContents(ids: Float64Array<ArrayBuffer>, limitBytes?: number): Promise<Result<LineContents>>
  /**
   * Ids of the lines whose raw text may hold the text, in document order: a superset, for a text
   * that is then looked for in what the lines say. Reports bytes of the file.
   */
  findCandidates(
    text: string,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<Float64Array<ArrayBuffer>>>
}
