// Where exports go: Blobs, whose bytes the browser keeps out of the worker's memory, or a file of the
// user's.
import { failureOf } from '../../../base/failures.ts'
import { bytesAreThere, NO_ROOM } from '../../../base/bytesAreThere.ts'
import { msg } from '../../../i18n/message.ts'
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

/**
 * The browser writes to a file beside the user's and puts it in its place at `close`: a cancelled or
 * failed export leaves what was there before.
 */
export async function writeToFile<T>(
  handle: FileSystemFileHandle,
  write: (sink: Sink) => Promise<T>,
): Promise<T> {
  const writable = await openWritable(handle)
  try {
    const result = await write({ write: (bytes) => writable.write(bytes) })
    await writable.close()
    return result
  } catch (error) {
    await writable.abort().catch(() => {})
    throw error
  }
}

async function openWritable(handle: FileSystemFileHandle): Promise<FileSystemWritableFileStream> {
  try {
    return await handle.createWritable()
  } catch (error) {
    if (error instanceof DOMException && error.name !== 'QuotaExceededError') {
      throw new PairingFailure(
        failureOf(
          'write-not-allowed',
          msg('The browser may not write to {name}. Choose another place, or download the file.', {
            name: handle.name,
          }),
        ),
      )
    }
    throw error
  }
}
