// Where exports go that are downloaded: Blobs, whose bytes the browser keeps out of the worker's memory.
import { failureOf } from '../../../base/failures.ts'
import { bytesAreThere, NO_ROOM } from '../../../base/bytesAreThere.ts'
import type { Sink } from './outputFiles.ts'
import { PairingFailure } from '../pairingFailure.ts'

export class BlobSink implements Sink {
  readonly #parts: Blob[] = []

  write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    // A Blob at once: a list of arrays would stay in memory up to the end.
    this.#parts.push(new Blob([bytes]))
    return Promise.resolve()
  }

  /**
   * All that was written. Throws `PairingFailure` when the browser had no room to keep it: in private
   * windows a Blob has to fit into memory, and one that did not only fails when it is read.
   */
  async blob(mediaType: string, check: () => void): Promise<Blob> {
    const whole = new Blob(this.#parts, { type: mediaType })
    this.#parts.length = 0
    if (await bytesAreThere(whole, check)) return whole
    throw new PairingFailure(failureOf('no-room-for-download', NO_ROOM))
  }
}
