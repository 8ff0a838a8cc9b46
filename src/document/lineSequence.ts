// All lines of a document in another order than its own, as they were sorted at one time. Lines that are added later
// stand at the end, in the order in which they were; a line that is deleted keeps its place, should it come back.
// Takes 8 bytes a line, 4 where the order is that of their numbers.
import type { LineId } from '../base/units.ts'
import { ADDED_SLOT, idOfSlot, slotOf } from './lineSlot.ts'

/** The order of a document. */
interface Pieces {
  readonly pieceCount: number
  slot(piece: number): number
  start(piece: number): number
}

/** Lines by number: those of the file in its order, and after them the added ones. */
export class LineSequence {
  /** [place]: number of the line. */
  readonly #lines: Uint32Array
  /** [number of a line]: its place. The same array where each has its number as its place. */
  readonly #places: Uint32Array
  readonly #originals: number

  /**
   * `lines`: each line once. `originals`: lines of the file. `spare` is as long as `lines`, and written to; both
   * arrays become its own.
   */
  constructor(lines: Uint32Array, originals: number, spare = new Uint32Array(lines.length)) {
    this.#lines = lines
    this.#originals = originals
    let inPlace = 0
    while (inPlace < lines.length && lines[inPlace] === inPlace) inPlace++
    this.#places = inPlace === lines.length ? lines : spare
    if (inPlace === lines.length) return
    for (let place = 0; place < lines.length; place++) spare[lines[place] as number] = place
  }

  /** `added`: lines that were ever added to the document. */
  length(added: number): number {
    return Math.max(this.#lines.length, this.#originals + added)
  }

  slotAt(place: number): number {
    const line = place < this.#lines.length ? (this.#lines[place] as number) : place
    return slotOfNumber(line, this.#originals)
  }

  placeOf(slot: number): number {
    const line = numberOfSlot(slot, this.#originals)
    return line < this.#places.length ? (this.#places[line] as number) : line
  }

  /** Whether lines stand as in the document's order, as those of logs do that are sorted by their times. */
  isOrderOf(order: Pieces): boolean {
    let last = -1
    for (let piece = 0; piece < order.pieceCount; piece++) {
      const slot = order.slot(piece)
      const count = order.start(piece + 1) - order.start(piece)
      for (let i = 0; i < count; i++) {
        const place = this.placeOf(slot + i)
        if (place <= last) return false
        last = place
      }
    }
    return true
  }

  /**
   * Counts lines from `slot` on, all of the file or all added, by their places: line slot + i, where `belongs` of
   * `words[from + i]` is not 0, at `counts[place >>> bits]`; as many as [from, to) has.
   */
  countPlaces(
    slot: number,
    {
      words,
      from,
      to,
    }: { readonly words: Uint16Array; readonly from: number; readonly to: number },
    belongs: Uint8Array,
    bits: number,
    counts: Uint32Array,
  ): void {
    const places = this.#places
    const first = numberOfSlot(slot, this.#originals)
    const known = Math.min(to, from + places.length - first)
    for (let i = from; i < to; i++) {
      if (belongs[words[i] as number] === 0) continue
      const line = first + i - from
      const stretch = (i < known ? (places[line] as number) : line) >>> bits
      counts[stretch] = (counts[stretch] as number) + 1
    }
  }
}

/** The number of a line, as sequences count. `originals`: lines of the file. */
export function lineNumber(id: LineId, originals: number): number {
  return numberOfSlot(slotOf(id), originals)
}

/** The line that has a number. */
export function lineOfNumber(line: number, originals: number): LineId {
  return idOfSlot(slotOfNumber(line, originals))
}

function numberOfSlot(slot: number, originals: number): number {
  return slot < ADDED_SLOT ? slot : slot - ADDED_SLOT + originals
}

function slotOfNumber(line: number, originals: number): number {
  return line < originals ? line : line - originals + ADDED_SLOT
}

/** The numbers of all lines: those in the order first, and then those that are not in it. */
export function linesInOrder(
  order: Pieces,
  originals: number,
  added: number,
): Uint32Array<ArrayBuffer> {
  const lines = new Uint32Array(originals + added)
  const isThere = added > 0 ? new Uint8Array(added) : undefined
  let at = 0
  for (let piece = 0; piece < order.pieceCount; piece++) {
    const slot = order.slot(piece)
    const count = order.start(piece + 1) - order.start(piece)
    const first = numberOfSlot(slot, originals)
    for (let i = 0; i < count; i++) {
      lines[at++] = first + i
      if (slot >= ADDED_SLOT && isThere) isThere[slot - ADDED_SLOT + i] = 1
    }
  }
  for (let i = 0; i < added; i++) if (isThere?.[i] === 0) lines[at++] = originals + i
  return lines
}
