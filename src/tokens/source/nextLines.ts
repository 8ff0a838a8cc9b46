// How many lines can be read at a time, by the bytes that they have.
import { isAddedLine, type LineId } from '../../base/units.ts'
import { changedBytesOf } from '../../document/contentReader.ts'
import type { ValidatedDocument } from '../../validation/validatedDocument.ts'

/**
 * How many of `ids`, in this order, have about `bytes` together; one at least, if there is one. Lines of the
 * file count as the blocks in which they stand, which are read whole.
 */
export function linesWithin(
  { lines }: ValidatedDocument,
  ids: readonly LineId[],
  bytes: number,
): number {
  const { index } = lines.tables
  let sum = 0
  let lastBlock = -1
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as LineId
    sum += changedBytesOf(lines.tables, id)
    if (!isAddedLine(id)) {
      const block = index.blockOfLine(id)
      if (block !== lastBlock) sum += index.offset(block + 1) - index.offset(block)
      lastBlock = block
    }
    if (sum > bytes) return Math.max(1, i)
  }
  return ids.length
}
