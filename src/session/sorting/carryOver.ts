// The order of rows through saving, which gives every line another id: line i of what was written has the id i.
import { LineSequence } from '../../document/lineSequence.ts'
import type { OpenDocument } from '../openDocument.ts'

/** Lines that are looked at together. */
const BATCH = 4096

/** Sorts the rows of `next`, which was written from `doc` and read again, as those of `doc`. */
export function carryOrder(doc: OpenDocument, next: OpenDocument): void {
  const { sorted, lines } = doc
  const rows = lines.views.sorted({ kind: 'all' })
  if (!sorted || !rows || rows.count !== next.lines.lineCount) return
  const order = new Uint32Array(rows.count)
  let at = 0
  for (let row = 0; row < rows.count; row += BATCH) {
    for (const id of rows.ids(row, row + BATCH)) {
      const index = lines.indexOf(id)
      if (index !== undefined) order[at++] = index
    }
  }
  if (at < order.length) return
  next.lines.sortRows(new LineSequence(order, order.length))
  const isStale = lines.tables.contentRevision !== sorted.contentRevision
  const contentRevision = isStale ? -1 : next.lines.tables.contentRevision
  next.sorted = { ...sorted, contentRevision }
}
