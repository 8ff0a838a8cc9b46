// Answers whose buffers are moved to the other thread instead of being copied.
import { transfer } from 'comlink'

/** The same answer, to be sent with all its buffers. */
export function moved<T extends object>(answer: T): T {
  const buffers = new Set<ArrayBuffer>()
  collectBuffers(answer, buffers)
  return transfer(answer, [...buffers])
}

/** Typed arrays stand few levels deep; lists of classes and numbers hold none. */
function collectBuffers(value: unknown, into: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) into.add(value.buffer)
    return
  }
  for (const inner of Object.values(value)) collectBuffers(inner, into)
}
