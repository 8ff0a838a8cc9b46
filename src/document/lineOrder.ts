// Which line stands where: pieces, each a run of consecutive slots. Only inserts and moves make
// pieces; a deleted line keeps its place and is told by its state word. Places here are therefore
// *positions*, which count deleted lines too; LineIndex does not.
// Invariant: positions are 0 to length - 1, piece k covers [start(k), start(k + 1)), and no two
// neighbouring pieces could be one (checkInvariants).
import { assert } from '../base/assert.ts'
import { lastAtMost } from '../base/bisect.ts'
import { ADDED_SLOT } from './lineSlot.ts'
import { GrowableUint32 } from './growableNumbers.ts'

/** Lines that leave or enter the order, as runs: ascending positions, no two runs overlapping. */
export interface LineRuns {
  readonly positions: Uint32Array
  /** [i]: slot of the first line of run i. */
  readonly slots: Uint32Array
  readonly lengths: Uint32Array
}

/** Sorting this many pieces takes well under a millisecond. */
const QUICK_PIECES = 1000

export class LineOrder {
  #slots = new GrowableUint32(16)
  #starts = new GrowableUint32(16)
  #length = 0
  #lookup: SlotLookup | undefined

  /** Positions in all. */
  get length(): number {
    return this.#length
  }

  get pieceCount(): number {
    return this.#slots.length
  }

  /** First slot of a piece. */
  slot(piece: number): number {
    return this.#slots.at(piece)
  }

  /** First position of a piece; `length` for `pieceCount`. */
  start(piece: number): number {
    return piece < this.#starts.length ? this.#starts.at(piece) : this.#length
  }

  pieceAt(position: number): number {
    return this.#starts.length === 1
      ? 0
      : lastAtMost(this.#starts.values, this.#starts.length, position)
  }

  slotAt(position: number): number {
    const piece = this.pieceAt(position)
    return this.#slots.at(piece) + (position - this.#starts.at(piece))
  }

  /** Whether `positionOf` is ready to answer, or soon made ready. */
  get isQuickToSearch(): boolean {
    return this.#lookup !== undefined || this.#slots.length <= QUICK_PIECES
  }

  /** Undefined for a slot that is not in the order. */
  positionOf(slot: number): number | undefined {
    const pieces = this.#slots.length
    if (pieces === 0) return undefined
    let piece = 0
    if (pieces > 1) {
      this.#lookup ??= createSlotLookup(this.#slots)
      const { slots, pieces: sorted } = this.#lookup
      const at = lastAtMost(slots, slots.length, slot)
      if (at < 0) return undefined
      piece = sorted === undefined ? at : (sorted[at] as number)
    }
    const into = slot - this.#slots.at(piece)
    const position = this.#starts.at(piece) + into
    return into >= 0 && position < this.start(piece + 1) ? position : undefined
  }

  /** Lines of the file, in file order, go to the end. */
  appendOriginals(firstSlot: number, count: number): void {
    if (count === 0) return
    const last = this.#slots.length - 1
    const continues =
      last >= 0 && this.#slots.at(last) + (this.#length - this.#starts.at(last)) === firstSlot
    if (!continues) {
      this.#slots.push(firstSlot)
      this.#starts.push(this.#length)
      this.#lookup = undefined
    }
    this.#length += count
  }

  /**
   * Takes out `removed`, whose positions are those before, and puts in `inserted`, whose positions
   * are those afterwards. Swapping the two undoes it. One pass over the pieces.
   */
  apply(removed: LineRuns, inserted: LineRuns): void {
    const capacity = this.#slots.length + 2 * inserted.slots.length + removed.slots.length
    const slots = new GrowableUint32(capacity)
    const starts = new GrowableUint32(capacity)
    let from = 0
    let to = 0
    let nextSlot = -1
    const put = (slot: number, length: number) => {
      if (slot !== nextSlot) {
        slots.push(slot)
        starts.push(to)
      }
      nextSlot = slot + length
      to += length
    }
    let piece = 0
    let r = 0
    let i = 0
    while (true) {
      while (i < inserted.slots.length && inserted.positions[i] === to) {
        put(inserted.slots[i] as number, inserted.lengths[i] as number)
        i++
      }
      if (from === this.#length) break
      while (this.start(piece + 1) <= from) piece++
      const pieceStart = this.start(piece)
      let end = this.start(piece + 1)
      if (r < removed.slots.length) {
        const at = removed.positions[r] as number
        if (at === from) {
          assert(this.slot(piece) + from - pieceStart === removed.slots[r], 'run is elsewhere')
          from += removed.lengths[r++] as number
          assert(from <= this.#length, 'removal beyond the end')
          continue
        }
        end = Math.min(end, at)
      }
      if (i < inserted.slots.length) {
        end = Math.min(end, from + (inserted.positions[i] as number) - to)
      }
      put(this.slot(piece) + from - pieceStart, end - from)
      from = end
    }
    assert(i === inserted.slots.length && r === removed.slots.length, 'run beyond the end')
    this.#slots = slots
    this.#starts = starts
    this.#length = to
    this.#lookup = undefined
  }
}

/** Pieces in the order of their slots; without `pieces` they are in that order anyway. */
interface SlotLookup {
  readonly slots: Uint32Array
  readonly pieces?: Uint32Array
}

/**
 * Pieces of the file's lines ascend unless lines were moved, and so do those of added lines when they
 * were added from top to bottom: then both kinds only need to be told apart.
 */
function createSlotLookup(pieceSlots: GrowableUint32): SlotLookup {
  const count = pieceSlots.length
  const pieces = new Uint32Array(count)
  let at = 0
  for (let i = 0; i < count; i++) if (pieceSlots.at(i) < ADDED_SLOT) pieces[at++] = i
  for (let i = 0; i < count; i++) if (pieceSlots.at(i) >= ADDED_SLOT) pieces[at++] = i
  const slots = new Uint32Array(count)
  let isSorted = true
  for (let i = 0; i < count; i++) {
    const slot = pieceSlots.at(pieces[i] as number)
    if (i > 0 && slot < (slots[i - 1] as number)) isSorted = false
    slots[i] = slot
  }
  if (isSorted) return { slots, pieces }
  pieces.sort((a, b) => pieceSlots.at(a) - pieceSlots.at(b))
  for (let i = 0; i < count; i++) slots[i] = pieceSlots.at(pieces[i] as number)
  return { slots, pieces }
}
