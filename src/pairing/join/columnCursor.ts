import type { KeyColumn } from './keyColumn.ts'
import { keyEnd, keyStart } from './keyColumn.ts'
import type { KeyCursor } from './keyTable.ts'

/** Finds keys by their place over all columns, one after the other. */
export function createColumnCursor(columns: readonly KeyColumn[]): KeyCursor {
  const starts = [0]
  let end = 0
  for (const { count } of columns) starts.push((end += count))
  const cursor = {
    bytes: new Uint8Array(0) as Uint8Array,
    from: 0,
    to: 0,
    seek(ref: number) {
      let column = 0
      while (ref >= (starts[column + 1] as number)) column++
      const lines = columns[column] as KeyColumn
      const entry = ref - (starts[column] as number)
      cursor.bytes = lines.keyBytes
      cursor.from = keyStart(lines, entry)
      cursor.to = keyEnd(lines, entry)
    },
  }
  return cursor
}
