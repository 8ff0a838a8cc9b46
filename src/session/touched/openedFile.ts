// The file of a document, as bytes that stay what they were: when the file on the disk was written again with the same
// bytes, or with more after them, they are read from there from then on.
import type { Job } from '../../base/jobs.ts'
import type { ByteOffset } from '../../base/units.ts'
import { blobSource, type ByteSource, ReadFailure } from '../../document/byteSource.ts'
import { fingerprintOf, sampledRanges } from '../../resultCache/fileFingerprint.ts'
import { type ContentHash, hasContent, hashContent } from './contentHash.ts'

/**
 * What another File holds, beside what was read:
 * - `same`, `longer`: all of it, and more after it; every byte was compared
 * - `sampled`: as much, and the same wherever samples are; the rest was not known in time to be compared
 * - `other`
 */
export type Likeness = 'same' | 'longer' | 'sampled' | 'other'

export class OpenedFile implements ByteSource {
  /** Bytes that were read. */
  readonly size: number
  #file: File
  #bytes: ByteSource
  #samples: Promise<string | undefined> | undefined
  #whole: Promise<ContentHash | undefined> | undefined

  constructor(file: File) {
    this.size = file.size
    this.#file = file
    this.#bytes = blobSource(file)
  }

  /** As the browser gave it last. */
  get file(): File {
    return this.#file
  }

  get blob(): Blob | undefined {
    return this.#bytes.blob
  }

  read(from: ByteOffset, to: ByteOffset): Promise<Uint8Array> {
    return this.#bytes.read(from, to)
  }

  /** Samples of the bytes, as they were when they were first asked for; undefined when they could not be read then. */
  samples(): Promise<string | undefined> {
    this.#samples ??= undefinedWhereUnreadable(fingerprintOf(this.#bytes))
    return this.#samples
  }

  /** Whether the bytes are, wherever samples are, what they were. Rejects with ReadFailure. */
  async hasItsSamples(): Promise<boolean> {
    const known = await this.samples()
    return known === undefined || known === (await fingerprintOf(this.#bytes))
  }

  /**
   * There is something to lose from now on: all bytes are read once more in the background, as long as they can
   * be, so that they are known again. Small files are known by their samples.
   */
  remember(): void {
    void this.samples()
    if (this.#isSampledWhole) return
    this.#whole ??= undefinedWhereUnreadable(hashContent(this.#bytes))
  }

  /** Throws Cancelled; rejects with ReadFailure when the other cannot be read. */
  async compare(other: Blob, job: Pick<Job, 'check'>): Promise<Likeness> {
    if (other.size < this.size) return 'other'
    const beginning = blobSource(other.size === this.size ? other : other.slice(0, this.size))
    const samples = await this.samples()
    if (samples === undefined || samples !== (await fingerprintOf(beginning))) return 'other'
    const equal = other.size === this.size ? 'same' : 'longer'
    if (this.#isSampledWhole) return equal
    const whole = await this.#whole
    if (!whole) return 'sampled'
    return (await hasContent(beginning, whole, job)) ? equal : 'other'
  }

  /** From now on bytes are read from a file that was found to begin with them. */
  goOnWith(file: File): void {
    this.#file = file
    this.#bytes = blobSource(file.size === this.size ? file : file.slice(0, this.size))
  }

  get #isSampledWhole(): boolean {
    return sampledRanges(this.size).length === 1
  }
}

async function undefinedWhereUnreadable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof ReadFailure) return undefined
    throw error
  }
}
