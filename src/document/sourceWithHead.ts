// A source whose beginning is in memory. The first rows are asked for while the file is being read,
// and a read of their own would wait its turn behind megabytes.
import type { ByteSource } from './byteSource.ts'

/** `source`, of which the first bytes are known to be `head`. Not to be written to afterwards. */
export function sourceWithHead(source: ByteSource, head: Uint8Array): ByteSource {
  return {
    size: source.size,
    head,
    // It may be another one later, with the same bytes.
    get blob() {
      return source.blob
    },
    read(from, to) {
      const isInHead = from >= 0 && from <= to && to <= head.length
      return isInHead ? Promise.resolve(head.subarray(from, to)) : source.read(from, to)
    },
  }
}
