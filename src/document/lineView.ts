// The lines of the document that have something in common, as rows. A view holds no list of lines: it
// counts them per stretch of positions, in one pass, and finds a row by bisecting the counts and
// looking through one stretch. 16 million lines cost 64 KB and some milliseconds per pass; what lies
// before the first changed line is not counted again.
import { lastAtMost } from '../base/bisect.ts'
import type { LineId, LineIndex, RowIndex } from '../base/units.ts'
import type { DocumentTables } from './documentTables.ts'
import { grown } from './growableNumbers.ts'
import type { LineSet } from './lineSet.ts'
import { idOfSlot } from './lineSlot.ts'
import { DELETED_BIT, EDITED_BIT, FINDING_SET_LIMIT, MATCH_BIT, WORD_LIMIT } from './lineStates.ts'

/** Positions per count. */
const STRETCH = 1024

/** What a view shows. `members` has a 1 for each findingSet id that belongs. */
export type ViewKind =
  | { readonly kind: 'all' }
  | { readonly kind: 'edited' }
  /** `among`: only those that belong there, too. */
  | { readonly kind: 'matches'; readonly among?: MatchesAmong }
  | { readonly kind: 'findingSets'; readonly members: Uint8Array }

/** What matches are looked at among. */
export type MatchesAmong = Extract<ViewKind, { readonly kind: 'edited' | 'findingSets' }>

/**
 * Rows of a view, always those of the document as it is now: a view may be kept, its row numbers not.
 */
export class LineView {
  /** [word]: 1 for a line that belongs to the view. */
  readonly belongs: Uint8Array
  readonly #tables: DocumentTables
  /** The view of all lines, for LineIndex; the view itself when it is that one. */
  readonly #all: LineView
  /** [i]: rows before position i * STRETCH, for counted positions. */
  #ranks = new Uint32Array(16)
  #counted = 0
  /** The length of the order that `count` is for. */
  #countedLength = -1
  #count = 0
  #isWatched = false

  constructor(tables: DocumentTables, kind: ViewKind, all?: LineView) {
    this.#tables = tables
    this.#all = all ?? this
    this.belongs = membershipOf(kind)
  }

  /** Rows in all. */
  get count(): number {
    this.#sync()
    return this.#count
  }

  /** The line of a row; undefined beyond the end. */
  idAt(row: RowIndex): LineId | undefined {
    const position = this.positionAt(row)
    return position === undefined ? undefined : idOfSlot(this.#tables.order.slotAt(position))
  }

  /** The lines of rows [from, to), fewer at the end. */
  ids(from: RowIndex, to: RowIndex): LineId[] {
    const found: LineId[] = []
    const first = this.positionAt(from)
    if (first === undefined) return found
    const { belongs } = this
    const wanted = to - from
    this.#tables.forEachStretch(
      first,
      this.#tables.order.length,
      (words, start, count, _, slot) => {
        for (let i = 0; i < count && found.length < wanted; i++) {
          if (belongs[words[start + i] as number] === 1) found.push(idOfSlot(slot + i))
        }
        return found.length >= wanted
      },
    )
    return found
  }

  /** The lines of rows [from, to) and where they stand in the document; fewer at the end. */
  entries(from: RowIndex, to: RowIndex): { readonly id: LineId; readonly index: LineIndex }[] {
    return this.ids(from, to).map((id, i) => ({ id, index: this.indexAt(from + i) as LineIndex }))
  }

  /** Puts the lines of rows [from, to) into a set; fewer at the end. */
  addTo(set: LineSet, from: RowIndex, to: RowIndex): void {
    const first = this.positionAt(from)
    if (first === undefined) return
    const { belongs } = this
    let left = to - from
    this.#tables.forEachStretch(
      first,
      this.#tables.order.length,
      (words, start, count, _, slot) => {
        let i = 0
        while (i < count && left > 0) {
          if (belongs[words[start + i] as number] === 0) {
            i++
            continue
          }
          const begin = i
          const end = Math.min(count, i + left)
          while (i < end && belongs[words[start + i] as number] === 1) i++
          set.addSlots(slot + begin, i - begin)
          left -= i - begin
        }
        return left <= 0
      },
    )
  }

  /** Where the line of a row stands in the document; undefined beyond the end. */
  indexAt(row: RowIndex): LineIndex | undefined {
    const position = this.positionAt(row)
    return position === undefined ? undefined : this.#all.rowsBefore(position)
  }

  /**
   * The row of a line of the document; of the nearest following line that is in the view when it is
   * not. `count` when none follows.
   */
  rowOf(index: LineIndex): RowIndex {
    const position = this.#all.positionAt(index)
    return position === undefined ? (index < 0 ? 0 : this.count) : this.rowsBefore(position)
  }

  /**
   * The nearest line of the view after `from` (1) or before it (-1), going round at the ends.
   * `from` need not be in the view; -1 stands before the first line.
   */
  next(
    from: LineIndex,
    direction: -1 | 1,
  ): { readonly id: LineId; readonly index: LineIndex } | undefined {
    const { count } = this
    if (count === 0) return undefined
    let row = this.rowOf(from)
    if (direction === -1) row--
    else if (from >= 0 && row < count && this.indexAt(row) === from) row++
    row = (row + count) % count
    const id = this.idAt(row)
    const index = this.indexAt(row)
    return id === undefined || index === undefined ? undefined : { id, index }
  }

  /** Position of a row in the order; undefined beyond the end. */
  positionAt(row: RowIndex): number | undefined {
    this.#sync()
    if (!(row >= 0 && row < this.#count)) return undefined
    const { order } = this.#tables
    if (this.#count === order.length) return row
    const stretches = Math.ceil(order.length / STRETCH)
    const stretch = lastAtMost(this.#ranks, stretches, row)
    let left = row - (this.#ranks[stretch] as number)
    let found: number | undefined
    const { belongs } = this
    this.#tables.forEachStretch(
      stretch * STRETCH,
      order.length,
      (words, start, count, position) => {
        for (let i = 0; i < count; i++) {
          if (belongs[words[start + i] as number] === 0) continue
          if (left === 0) {
            found = position + i
            return true
          }
          left--
        }
        return false
      },
    )
    return found
  }

  /** Rows before a position of the order, which may be its length. */
  rowsBefore(position: number): RowIndex {
    this.#sync()
    const { order } = this.#tables
    if (this.#count === order.length) return position
    if (position >= order.length || this.#count === 0) return this.#count
    const stretch = Math.floor(position / STRETCH)
    return (this.#ranks[stretch] as number) + this.#countBetween(stretch * STRETCH, position)
  }

  /** Whether the line at a position is in the view. */
  hasPosition(position: number): boolean {
    const { order, states } = this.#tables
    return this.belongs[states.word(order.slotAt(position))] === 1
  }

  touch(position: number, before: number, after: number): void {
    if (position < this.#counted && this.belongs[before] !== this.belongs[after]) {
      this.#counted = position
    }
  }

  touchFrom(position: number): void {
    this.#counted = Math.min(this.#counted, position)
    this.#countedLength = -1
  }

  unwatch(): void {
    this.#isWatched = false
  }

  #sync(): void {
    const { order, states } = this.#tables
    if (!this.#isWatched) {
      this.#isWatched = true
      this.#counted = 0
      this.#tables.watch(this)
    }
    const { length } = order
    if (this.#all === this && states.presentCount === length) {
      // Nothing is deleted: rows are positions, and need no counting.
      this.#count = length
      this.#counted = 0
      return
    }
    if (this.#counted === length && this.#countedLength === length) return
    if (!states.possibleWords().some((word) => this.belongs[word] === 1)) {
      this.#count = 0
      this.#counted = 0
      return
    }
    const first = Math.floor(this.#counted / STRETCH)
    const stretches = Math.ceil(length / STRETCH)
    if (stretches + 1 > this.#ranks.length) this.#ranks = grown(this.#ranks, stretches + 1)
    let rank = first === 0 ? 0 : (this.#ranks[first] as number)
    for (let stretch = first; stretch < stretches; stretch++) {
      this.#ranks[stretch] = rank
      rank += this.#countBetween(stretch * STRETCH, Math.min(length, (stretch + 1) * STRETCH))
    }
    this.#ranks[stretches] = rank
    this.#count = rank
    this.#counted = length
    this.#countedLength = length
  }

  #countBetween(from: number, to: number): number {
    return countMembers(this.#tables, this.belongs, from, to)
  }
}

/** Lines that belong, at positions [from, to) of the order. `belongs`: as of a view. */
export function countMembers(
  tables: DocumentTables,
  belongs: Uint8Array,
  from = 0,
  to = tables.order.length,
): number {
  let sum = 0
  tables.forEachStretch(from, to, (words, start, count) => {
    // A local of its own: a captured variable would be written to memory for every line.
    let members = 0
    for (let i = start; i < start + count; i++) members += belongs[words[i] as number] as number
    sum += members
  })
  return sum
}

/** [word]: 1 for a line of that kind; deleted lines are of none. */
export function membershipOf(view: ViewKind): Uint8Array {
  const belongs = new Uint8Array(WORD_LIMIT)
  // All words with the same bits above the finding set at once: a table is made for each view of a
  // document, and one for each cause.
  for (let bits = 0; bits < WORD_LIMIT; bits += FINDING_SET_LIMIT) {
    if ((bits & DELETED_BIT) !== 0) continue
    const isMatch = (bits & MATCH_BIT) !== 0
    if (view.kind === 'matches' && !isMatch) continue
    const among = view.kind === 'matches' ? (view.among ?? ALL) : view
    if (among.kind === 'findingSets') belongs.set(among.members, bits)
    else if (among.kind === 'all' || (bits & EDITED_BIT) !== 0)
      belongs.fill(1, bits, bits + FINDING_SET_LIMIT)
  }
  return belongs
}

const ALL = { kind: 'all' } as const
