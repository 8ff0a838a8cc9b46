// Which lines are marked as matches through saving, which gives every line another id: row by row they are the same.
import { DELETED_BIT, MATCH_BIT } from '../document/lineStates.ts'
import type { OpenDocument } from './openDocument.ts'

/** Lines that are marked at a time. */
const PLACES = 4096

/**
 * Marks the lines of `next`, which was written from `doc` and read again, as those of `doc` are, and goes on marking
 * what changes by the query of `doc`. Where the lines are others in number, none is marked.
 */
export function carryMatches(doc: OpenDocument, next: OpenDocument): void {
  if (next.lines.lineCount !== doc.lines.lineCount) return
  next.query = doc.query
  next.finder = doc.finder
  if (doc.lines.onFindingSet) {
    next.lines.onFindingSet = (id) => next.settled.add(id)
    next.markedBy = next.verdictsBy
  }
  if (doc.lines.matchCount === 0) return
  const { tables } = doc.lines
  const places = new Uint32Array(PLACES)
  let n = 0
  let row = 0
  tables.forEachStretch(0, tables.order.length, (words, start, count) => {
    for (let i = start; i < start + count; i++) {
      const word = words[i] as number
      if ((word & DELETED_BIT) !== 0) continue
      if ((word & MATCH_BIT) !== 0) {
        places[n++] = row
        if (n === PLACES) {
          next.lines.addMatches(0, places)
          n = 0
        }
      }
      row++
    }
  })
  next.lines.addMatches(0, places.subarray(0, n))
}
