// The packed bytes of a file in order, with progress and a way to stop.
import { blobSource } from '../../document/byteSource.ts'
import { readAhead } from '../../document/readAhead.ts'
import type { UnpackSteps } from './container.ts'

export async function* packedChunks(
  blob: Blob,
  { job, onRead }: UnpackSteps,
): AsyncGenerator<Uint8Array> {
  let done = 0
  for await (const chunk of readAhead(blobSource(blob))) {
    job.check()
    done += chunk.length
    onRead?.(done)
    yield chunk
  }
}

/**
 * Bytes that are unpacked at a time: Deflate makes a thousand of one, and all of them are in memory at once.
 */
const PIECE = 64 * 1024

/** The same in pieces that may be unpacked at once, each with whether it is the last one. */
export async function* packedPieces(
  blob: Blob,
  steps: UnpackSteps,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly isLast: boolean }> {
  let done = 0
  for await (const chunk of packedChunks(blob, steps)) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      const bytes = chunk.slice(at, at + PIECE)
      done += bytes.length
      yield { bytes, isLast: done === blob.size }
      steps.job.check()
    }
  }
  if (blob.size === 0) yield { bytes: new Uint8Array(), isLast: true }
}
