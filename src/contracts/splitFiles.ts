// A document as several files that are each right by themselves: what they would be, and writing them. Types only.
import type { Result } from '../base/result.ts'
import type { PartLimits, ValueCount } from './batchParts.ts'
import type { OnProgress } from './progress.ts'

export interface SplitRequest {
  readonly jobId: string
  readonly limits: PartLimits
  /**
   * `valid`: lines with an error go into a file of their own, but for one that is wrong only beside lines of
   * another file. Blank lines go into none.
   */
  readonly selection: 'all' | 'valid'
}

export interface SplitFile {
  /**
   * As of a BatchPart: LF ends every line, and it is readable for as long as the file on disk stays as it is.
   */
  readonly blob: Blob
  readonly lines: number
  readonly bytes: number
  /** 0 for formats that count none. */
  readonly items: number
  /** The most frequent ones, MAX_PART_VALUES at most. */
  readonly urls: readonly ValueCount[]
  readonly models: readonly ValueCount[]
}

export interface SplitPlan {
  readonly revision: number
  /** Group by group in the order of their first lines, each group in the order of its lines. */
  readonly files: readonly SplitFile[]
  /** Lines with an error that are in none of them; absent where there are none. */
  readonly rest?: Pick<SplitFile, 'blob' | 'lines' | 'bytes'>
  /** Lines that are in none, since they are blank. */
  readonly blank: number
}

export interface NamedFile {
  readonly name: string
  readonly blob: Blob
}

/** The part of a document's contract that is about splitting it. */
export interface SplitApi {
  /** Reports bytes, and fails as `batchParts` does. Nothing is written. */
  splitFiles(request: SplitRequest, onProgress: OnProgress): Promise<Result<SplitPlan>>
  /**
   * Writes files into a folder, over those that have the same names; resolves with how many. Where it fails or
   * is cancelled those that are finished stay, and of the one that was being written nothing is left.
   * Reports bytes.
   */
  writeFiles(
    files: readonly NamedFile[],
    folder: FileSystemDirectoryHandle,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<number>>
  /**
   * The files as one archive, not compressed, of references to them: its length is theirs. They are read once
   * for their checksums; reports bytes. Fails with `too-large-to-pack` from 4 GiB on.
   */
  packFiles(
    files: readonly NamedFile[],
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<Blob>>
}
