// What holds other files: one that is compressed, or an archive of several.
import { failureOf } from '../../base/failures.ts'
import type { Job } from '../../base/jobs.ts'
import { ReadFailure } from '../../document/byteSource.ts'
import { type Message, msg } from '../../i18n/message.ts'

/** A file in another one. */
export interface PackedFile {
  /** As it stands in the container; shown, and never used as a path. */
  readonly name: string
  /** Bytes in the container. */
  readonly packedSize: number
  /** Bytes of it unpacked, as the container says; absent where it does not. Verified by unpacking alone. */
  readonly size?: number
  /** Why it cannot be unpacked. */
  readonly refusal?: Message
  /**
   * Its bytes in order. Throws ReadFailure with `unpack-broken` after all bytes that are right where the
   * container is damaged, and Cancelled.
   */
  unpack(steps: UnpackSteps): AsyncGenerator<Uint8Array>
}

export interface UnpackSteps {
  readonly job: Job
  /** How many bytes of the container were read for this file until now. */
  readonly onRead?: (done: number) => void
  /** Something behind the packed bytes that was left out, or that could not be verified. */
  readonly onNote?: (note: Message) => void
}

export interface Container {
  readonly kind: 'gzip' | 'zstd' | 'zip'
  /** Without folders. */
  readonly files: readonly PackedFile[]
}

/** To be thrown where packed bytes are not what they should be. */
export function broken(reason: Message): ReadFailure {
  return new ReadFailure(failureOf('unpack-broken', reason))
}

export const CUT_SHORT = msg('The compressed data end too early: the file is not whole.')
export const DAMAGED = msg('The compressed data are damaged.')
export const WRONG_CHECKSUM = msg(
  'The checksum is missing or not that of the unpacked bytes: the file is damaged, or not whole.',
)

/** Of a file that is packed and not called so, such as 'x.jsonl': a name that lines have. */
export function unpackedInPlace(name: string): string {
  return /\.(?:jsonl|ndjson)$/i.test(name) ? name : `${name}.jsonl`
}
