// What was found of a document, as sets of rows, until the document changes.
import type { DuplicateLines } from '../../contracts/duplicates.ts'
import { LineSet } from '../../document/lineSet.ts'
import { ADDED_SLOT, idOfSlot } from '../../document/lineSlot.ts'
import { DELETED_BIT } from '../../document/lineStates.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { RowGroups } from './groupRows.ts'

/** Lines that are marked at a time. */
const PLACES = 4096

export class FoundDuplicates {
  readonly #doc: OpenDocument
  readonly #contentRevision: number
  readonly #groups: RowGroups
  /** [row]: the place of its group among the largest, from 1. */
  readonly #places: Uint8Array

  constructor(doc: OpenDocument, groups: RowGroups, places: Uint8Array) {
    this.#doc = doc
    this.#contentRevision = doc.lines.tables.contentRevision
    this.#groups = groups
    this.#places = places
  }

  /** Whether rows of the document still mean the same lines. */
  isOf(doc: OpenDocument): boolean {
    return doc === this.#doc && doc.lines.tables.contentRevision === this.#contentRevision
  }

  /** The same of `next`, whose rows are those of `doc`; undefined where they are others, or were others before. */
  carriedTo(doc: OpenDocument, next: OpenDocument): FoundDuplicates | undefined {
    if (!this.isOf(doc) || next.lines.lineCount !== doc.lines.lineCount) return undefined
    return new FoundDuplicates(next, this.#groups, this.#places)
  }

  lineSet(lines: DuplicateLines): LineSet {
    const set = new LineSet()
    this.#forEachRun(lines, (slot, count) => set.addSlots(slot, count))
    return set
  }

  /** Marks the lines as matches, and no others. */
  mark(lines: DuplicateLines): void {
    const { lines: document } = this.#doc
    document.clearMatches()
    const places = new Uint32Array(PLACES)
    let n = 0
    const flush = (): void => {
      document.addMatches(0, places.subarray(0, n))
      n = 0
    }
    this.#forEachRun(lines, (first, count) => {
      for (let slot = first; slot < first + count; slot++) {
        if (slot >= ADDED_SLOT) document.setMatch(idOfSlot(slot), true)
        else {
          places[n++] = slot
          if (n === PLACES) flush()
        }
      }
    })
    flush()
  }

  /** Lines that stand together, and whose slots follow one another. */
  #forEachRun(lines: DuplicateLines, visit: (slot: number, count: number) => void): void {
    const { tables } = this.#doc.lines
    const has = this.#test(lines)
    let row = 0
    tables.forEachStretch(0, tables.order.length, (words, start, count, _, slot) => {
      let begin = -1
      for (let i = 0; i < count; i++) {
        const isPresent = ((words[start + i] as number) & DELETED_BIT) === 0
        const isIn = isPresent && has(row)
        if (isPresent) row++
        if (isIn && begin < 0) begin = i
        else if (!isIn && begin >= 0) {
          visit(slot + begin, i - begin)
          begin = -1
        }
      }
      if (begin >= 0) visit(slot + begin, count - begin)
    })
  }

  #test(lines: DuplicateLines): (row: number) => boolean {
    const { later, kept } = this.#groups
    switch (lines.kind) {
      case 'all':
        return (row) => later.has(row) || kept.first.has(row)
      case 'group':
        return (row) => this.#places[row] === lines.at + 1
      case 'others': {
        if (lines.keep === 'first') return (row) => later.has(row)
        const stays = kept[lines.keep]
        return (row) => (later.has(row) || kept.first.has(row)) && !stays.has(row)
      }
    }
  }
}
