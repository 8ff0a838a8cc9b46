// The lines of a Blob of any length, front to back.
import { blobSource } from '../document/byteSource.ts'
import { readAhead } from '../document/readAhead.ts'

const LF = 10

/** V8 has no longer strings, and no API takes such a line. */
export const MAX_LINE_BYTES = 500 * 1024 * 1024

/** Where a line ends in the file, its line end included, and its bytes without it. */
export interface BlobLine {
  readonly end: number
  /** There until the next line is asked for. */
  readonly bytes: Uint8Array
}

/** Rejects with ReadFailure. */
export async function* linesOfBlob(blob: Blob): AsyncGenerator<readonly BlobLine[]> {
  let held: Uint8Array[] = []
  let heldBytes = 0
  let end = 0
  for await (const chunk of readAhead(blobSource(blob))) {
    const lines: BlobLine[] = []
    let from = 0
    for (let lf = chunk.indexOf(LF); lf >= 0; lf = chunk.indexOf(LF, from)) {
      const bytes = joined(held, heldBytes, chunk.subarray(from, lf))
      end += bytes.length + 1
      lines.push({ end, bytes })
      held = []
      heldBytes = 0
      from = lf + 1
    }
    if (lines.length > 0) yield lines
    // The chunk is overwritten by the next.
    const rest = chunk.slice(from)
    if (rest.length > 0) held.push(rest)
    heldBytes += rest.length
  }
  if (heldBytes === 0) return
  yield [{ end: end + heldBytes, bytes: joined(held, heldBytes, new Uint8Array(0)) }]
}

function joined(held: readonly Uint8Array[], heldBytes: number, last: Uint8Array): Uint8Array {
  if (held.length === 0) return last
  const whole = new Uint8Array(heldBytes + last.length)
  let at = 0
  for (const part of [...held, last]) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
