// Where the bytes of a file come from. The only file of this room that knows of Blob; everything else
// asks for ranges.
import { assert } from '../base/assert.ts'
import { type Failure, failureOf } from '../base/failures.ts'
import { FILE_ERRORS } from '../base/fileErrors.ts'
import type { ByteOffset } from '../base/units.ts'
import { msg } from '../i18n/message.ts'

/** Bytes that can be read in any order and do not change. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number
  /** Present when ranges can be handed on as references (`slice`) instead of being copied. */
  readonly blob?: Blob | undefined
  /** The first bytes, where they are in memory. */
  readonly head?: Uint8Array
  /**
   * The bytes of [from, to), which must lie in [0, size]. The array is the caller's to keep, not to
   * write into. Rejects with ReadFailure when the file is gone or no longer the same.
   */
  read(from: ByteOffset, to: ByteOffset): Promise<Uint8Array>
}

/** An expected failure on its way through code that can only throw; `failure` is what to hand on. */
export class ReadFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.code, options)
    this.name = 'ReadFailure'
    this.failure = failure
  }
}

/** A file or Blob as a source. Reads that fail reject with ReadFailure. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    blob,
    async read(from, to) {
      assertRange(from, to, blob.size)
      try {
        const bytes = new Uint8Array(await blob.slice(from, to).arrayBuffer())
        if (bytes.length === to - from) return bytes
      } catch (error) {
        throw readFailureOf(error)
      }
      throw new ReadFailure(
        failureOf('file-changed', msg('The file became shorter while it was open. Open it again.')),
      )
    },
  }
}

/** Bytes in memory as a source. The array must not be written to afterwards. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(from, to) {
      assertRange(from, to, bytes.length)
      return Promise.resolve(bytes.subarray(from, to))
    },
  }
}

/** What a failed read of a file means; errors that are not about reading come back as they are. */
export function readFailureOf(error: unknown): unknown {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  const known = MEANINGS[name]
  if (known === undefined) return error
  return new ReadFailure(known, { cause: error })
}

const MEANINGS: Readonly<Record<string, Failure>> = {
  ...FILE_ERRORS,
  SecurityError: failureOf(
    'read-not-allowed',
    msg('The browser does not allow this file to be read.'),
  ),
}

function assertRange(from: number, to: number, size: number): void {
  assert(from >= 0 && from <= to && to <= size, `read of [${from}, ${to}) of ${size} bytes`)
}
