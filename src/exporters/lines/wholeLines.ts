// Bytes of lines in chunks of any size, as whole lines.
import { concatBytes } from '../../base/concatBytes.ts'

const LF = 10

/** Bytes of a line that is still decoded as a whole. */
export const LONGEST_LINE = 64 * 1024 * 1024

/**
 * The same bytes in chunks of whole lines, each with its line feed. A longer line than LONGEST_LINE is in none
 * of them; `onTooLong` is told of each.
 */
export async function* wholeLines(
  chunks: AsyncIterable<Uint8Array>,
  onTooLong: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let held: Uint8Array[] = []
  let heldBytes = 0
  let isSkipping = false
  for await (const chunk of chunks) {
    let from = 0
    if (isSkipping || heldBytes > 0) {
      const end = chunk.indexOf(LF) + 1
      const rest = end === 0 ? chunk : chunk.subarray(0, end)
      heldBytes += rest.length
      if (!isSkipping && heldBytes > LONGEST_LINE) {
        isSkipping = true
        held = []
        onTooLong()
      }
      if (!isSkipping) held.push(rest.slice())
      if (end === 0) continue
      if (!isSkipping) yield concatBytes(held)
      isSkipping = false
      held = []
      heldBytes = 0
      from = end
    }
    const to = chunk.lastIndexOf(LF) + 1
    if (to > from) yield chunk.subarray(from, to)
    const tail = Math.max(from, to)
    if (tail < chunk.length) {
      held = [chunk.slice(tail)]
      heldBytes = chunk.length - tail
    }
  }
}
