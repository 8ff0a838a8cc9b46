import { ECHO_KEY, keyEnd, keyStart, TEXT_KEY } from './keyColumn.ts'
import type { KeyColumn } from './keyColumn.ts'
import type { KeyCursor } from './keyCursor.ts'

export interface ColumnCursor extends KeyCursor {
  /** Only texts and echoed requests join. */
  readonly joins: (ref: number) => boolean
  readonly isEcho: (ref: number) => boolean
}

/** Finds keys by their place over all columns, one after the other. */
export function createColumnCursor(columns: readonly KeyColumn[]): ColumnCursor {
  const starts = [0]
  let end = 0
  for (const { count } of columns) starts.push((end += count))

  function columnAt(ref: number): number {
    let column = 0
    while (ref >= (starts[column + 1] as number)) column++
    return column
  }

  function kindAt(ref: number): number {
    const column = columnAt(ref)
    const { keyKinds } = columns[column] as KeyColumn
    return keyKinds[ref - (starts[column] as number)] as number
  }

  const cursor = {
    bytes: new Uint8Array(0) as Uint8Array,
    from: 0,
    to: 0,
    seek(ref: number) {
      const column = columnAt(ref)
      const lines = columns[column] as KeyColumn
      const entry = ref - (starts[column] as number)
      cursor.bytes = lines.keyBytes
      cursor.from = keyStart(lines, entry)
      cursor.to = keyEnd(lines, entry)
    },
    joins(ref: number) {
      const kind = kindAt(ref)
      return kind === TEXT_KEY || kind === ECHO_KEY
    },
    isEcho: (ref: number) => kindAt(ref) === ECHO_KEY,
  }
  return cursor
}
