// Bounds of what a file may be unpacked to. A few kilobytes can hold terabytes of zeros.
import { failureOf } from '../../base/failures.ts'
import { ReadFailure } from '../../document/byteSource.ts'
import { bytes, msg } from '../../i18n/message.ts'

/** Bytes: more than any file that is read here. */
export const UNPACKED_LIMIT = 4 * 1024 ** 3

/** Text is seldom made smaller than to a fiftieth; a bomb is to a thousandth. */
const SUSPICIOUS_RATIO = 200
/** Bytes up to which nobody is asked, whatever the ratio: a mistake costs a second. */
const HARMLESS_SIZE = 200 * 1024 ** 2

export interface UnpackLimits {
  /** Bytes that may be unpacked, UNPACKED_LIMIT at most. */
  readonly limit: number
  /** The user was asked, and wants it. */
  readonly allowsAnyRatio: boolean
}

/**
 * The same chunks. `packedDone`: bytes of the container that were read for them. Throws ReadFailure with
 * `unpack-too-large`, and with `unpack-suspicious` when the user has to be asked.
 */
export async function* withinLimits(
  chunks: AsyncIterable<Uint8Array>,
  { limit, allowsAnyRatio }: UnpackLimits,
  packedDone: () => number,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > Math.min(limit, UNPACKED_LIMIT)) {
      throw new ReadFailure(
        failureOf(
          'unpack-too-large',
          msg(
            'It is larger than {limit} when it is unpacked, which is more than there is room for.',
            {
              limit: bytes(Math.min(limit, UNPACKED_LIMIT)),
            },
          ),
        ),
      )
    }
    if (!allowsAnyRatio && size > HARMLESS_SIZE && size > packedDone() * SUSPICIOUS_RATIO) {
      throw new ReadFailure(
        failureOf(
          'unpack-suspicious',
          msg('{packed} were unpacked to {size} so far. That is more than text usually gives.', {
            packed: bytes(packedDone()),
            size: bytes(size),
          }),
        ),
      )
    }
    yield chunk
  }
}
