// The lines of a view in the order of a sequence. Lines are counted per stretch of places, and the counts are kept
// through changes of words; changes of the document's order have all be counted again.
import { lastAtMost } from '../base/bisect.ts'
import type { LineId, LineIndex, RowIndex } from '../base/units.ts'
import type { DocumentTables } from './documentTables.ts'
import type { LineSequence } from './lineSequence.ts'
import type { LineSet } from './lineSet.ts'
import { ADDED_SLOT, idOfSlot, slotOf } from './lineSlot.ts'
import { CHUNK_BITS } from './lineStates.ts'
import type { LineView } from './lineView.ts'

/** Places per count. */
const STRETCH_BITS = 10
const STRETCH = 1 << STRETCH_BITS

/** The rows of a view, in whichever order. */
export interface ViewRows {
  readonly count: number
  idAt(row: RowIndex): LineId | undefined
  ids(from: RowIndex, to: RowIndex): LineId[]
  addTo(set: LineSet, from: RowIndex, to: RowIndex): void
  rowOf(index: LineIndex): RowIndex
}

export class SortedView implements ViewRows {
  readonly #tables: DocumentTables
  readonly #sequence: LineSequence
  readonly #view: LineView
  readonly #all: LineView
  /** [stretch]: rows in it. */
  #counts = new Uint32Array(0)
  /** [stretch]: rows before it. */
  #ranks = new Uint32Array(1)
  #count = 0
  /** Places that are counted; -1 when all have to be counted again. */
  #counted = -1
  #areRanksRight = false
  #isWatched = false

  /** `view`: which lines; `all`: of the same document. */
  constructor(tables: DocumentTables, sequence: LineSequence, view: LineView, all: LineView) {
    this.#tables = tables
    this.#sequence = sequence
    this.#view = view
    this.#all = all
  }

  get count(): number {
    this.#sync()
    return this.#count
  }

  idAt(row: RowIndex): LineId | undefined {
    return this.ids(row, row + 1)[0]
  }

  /** The lines of rows [from, to), fewer at the end. */
  ids(from: RowIndex, to: RowIndex): LineId[] {
    const ids: LineId[] = []
    this.#each(from, to, (slot) => ids.push(idOfSlot(slot)))
    return ids
  }

  /** Puts the lines of rows [from, to) into a set; fewer at the end. */
  addTo(set: LineSet, from: RowIndex, to: RowIndex): void {
    this.#each(from, to, (slot) => set.addSlots(slot, 1))
  }

  /** The row of the line at `index` in the document; of the next in this order when it is not in the view. */
  rowOf(index: LineIndex): RowIndex {
    if (index < 0) return 0
    const id = this.#all.idAt(index)
    return id === undefined ? this.count : this.rowOfLine(id)
  }

  /** Likewise of a line that the document has, or had. */
  rowOfLine(id: LineId): RowIndex {
    this.#sync()
    return this.#rowsBefore(this.#sequence.placeOf(slotOf(id)))
  }

  /** The nearest line of the view after (1) a line in this order, or before it (-1), going round at the ends. */
  next(
    from: LineId | undefined,
    direction: -1 | 1,
  ): { readonly id: LineId; readonly index: LineIndex } | undefined {
    const { count } = this
    if (count === 0) return undefined
    let row = direction === 1 ? 0 : count - 1
    if (from !== undefined) {
      row = this.rowOfLine(from)
      if (direction === -1) row--
      else if (this.idAt(row) === from) row++
    }
    const id = this.idAt((row + count) % count)
    if (id === undefined) return undefined
    const position = this.#tables.order.positionOf(slotOf(id))
    return position === undefined ? undefined : { id, index: this.#all.rowsBefore(position) }
  }

  touch(position: number, before: number, after: number): void {
    const { belongs } = this.#view
    const change = (belongs[after] as number) - (belongs[before] as number)
    if (change === 0 || this.#counted < 0) return
    const { order } = this.#tables
    if (!order.isQuickToSearch) {
      // Which line it is, is not told.
      this.#counted = -1
      return
    }
    const stretch = this.#sequence.placeOf(order.slotAt(position)) >>> STRETCH_BITS
    this.#counts[stretch] = (this.#counts[stretch] as number) + change
    this.#areRanksRight = false
  }

  touchFrom(): void {
    this.#counted = -1
  }

  unwatch(): void {
    this.#isWatched = false
    this.#counted = -1
  }

  #each(from: RowIndex, to: RowIndex, visit: (slot: number) => void): void {
    this.#sync()
    const first = Math.max(0, from)
    let left = Math.min(to, this.#count) - first
    if (left <= 0) return
    const { states } = this.#tables
    const { belongs } = this.#view
    const stretch = lastAtMost(this.#ranks, this.#counts.length, first)
    let passed = first - (this.#ranks[stretch] as number)
    for (let place = stretch * STRETCH; left > 0; place++) {
      const slot = this.#sequence.slotAt(place)
      if (belongs[states.word(slot)] !== 1) continue
      if (passed > 0) {
        passed--
        continue
      }
      visit(slot)
      left--
    }
  }

  #rowsBefore(place: number): RowIndex {
    const stretch = Math.floor(place / STRETCH)
    if (stretch >= this.#counts.length) return this.#count
    return (this.#ranks[stretch] as number) + this.#countBetween(stretch * STRETCH, place)
  }

  #sync(): void {
    const length = this.#sequence.length(this.#tables.states.addedCount)
    if (!this.#isWatched) {
      this.#isWatched = true
      this.#counted = -1
      this.#tables.watch(this)
    }
    if (this.#counted !== length) {
      const stretches = Math.ceil(length / STRETCH)
      this.#counts = new Uint32Array(stretches)
      this.#countAll()
      this.#counted = length
      this.#areRanksRight = false
    }
    if (this.#areRanksRight) return
    this.#ranks = new Uint32Array(this.#counts.length + 1)
    let rank = 0
    for (let stretch = 0; stretch < this.#counts.length; stretch++) {
      this.#ranks[stretch] = rank
      rank += this.#counts[stretch] as number
    }
    this.#ranks[this.#counts.length] = rank
    this.#count = rank
    this.#areRanksRight = true
  }

  /** From slot to slot: their places are all over, and of these there are few counts. */
  #countAll(): void {
    const { states } = this.#tables
    const { belongs } = this.#view
    const counts = this.#counts
    for (const [first, count] of [
      [0, states.originalCount],
      [ADDED_SLOT, states.addedCount],
    ] as const) {
      for (let slot = first; slot < first + count; ) {
        const words = states.chunkOf(slot)
        const start = slot & ((1 << CHUNK_BITS) - 1)
        const end = Math.min(words.length, start + first + count - slot)
        const range = { words, from: start, to: end }
        this.#sequence.countPlaces(slot, range, belongs, STRETCH_BITS, counts)
        slot += end - start
      }
    }
  }

  #countBetween(from: number, to: number): number {
    const { states } = this.#tables
    const { belongs } = this.#view
    let count = 0
    for (let place = from; place < to; place++) {
      count += belongs[states.word(this.#sequence.slotAt(place))] as number
    }
    return count
  }
}
