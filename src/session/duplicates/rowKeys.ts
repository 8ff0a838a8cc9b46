// The keys of all lines, by their rows, while duplicates are looked for: 96 bits each, 12 bytes a line. A row
// without a key has zeros.
import { type KeyBatch, LINE_KEY } from '../../scanner/lineKeys.ts'

export class RowKeys {
  readonly rows: number
  readonly low: Uint32Array
  readonly high: Uint32Array
  readonly check: Uint32Array
  /** Rows with a key, and what became of the others. */
  compared = 0
  without = 0
  notJson = 0
  /** Fields that any row has, a bit for each. */
  anyFields = 0n

  constructor(rows: number) {
    this.rows = rows
    this.low = new Uint32Array(rows)
    this.high = new Uint32Array(rows)
    this.check = new Uint32Array(rows)
  }

  add({ firstLine, count, status, halves, checks, anyFields }: KeyBatch): void {
    this.anyFields |= anyFields
    for (let i = 0; i < count; i++) {
      const row = firstLine + i
      this.low[row] = halves[2 * i] as number
      this.high[row] = halves[2 * i + 1] as number
      const became = status[i] as number
      if (became === LINE_KEY.hasKey) this.compared++
      else if (became === LINE_KEY.hasNone) this.without++
      else if (became === LINE_KEY.notJson) this.notJson++
    }
    this.check.set(checks, firstLine)
  }
}
