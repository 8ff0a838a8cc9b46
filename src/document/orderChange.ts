// From "these lines go before those positions" to the runs that LineOrder.apply takes.
import { assert } from '../base/assert.ts'
import { GrowableUint32 } from './growableNumbers.ts'
import type { LineOrder, LineRuns } from './lineOrder.ts'

/**
 * `lifted` are the positions of lines that leave their place, ascending and distinct. Line `slots[i]`
 * goes before the line that is now at position `gaps[i]`; lines of one gap keep their order.
 */
export function createOrderChange(
  order: LineOrder,
  lifted: Uint32Array,
  gaps: Uint32Array,
  slots: Uint32Array,
): { readonly removed: LineRuns; readonly inserted: LineRuns } {
  const removed = new Runs()
  for (const position of lifted) removed.push(position, order.slotAt(position))
  const inserted = new Runs()
  const turn = ascendingTurn(gaps)
  let gone = 0
  for (let i = 0; i < gaps.length; i++) {
    const at = turn ? (turn[i] as number) : i
    const gap = gaps[at] as number
    assert(gap <= order.length, 'gap beyond the end')
    while (gone < lifted.length && (lifted[gone] as number) < gap) gone++
    inserted.push(gap - gone + i, slots[at] as number)
  }
  return { removed: removed.toRuns(), inserted: inserted.toRuns() }
}

/** The stable ascending order of `gaps`; undefined when they have it already, as they mostly do. */
function ascendingTurn(gaps: Uint32Array): Uint32Array | undefined {
  if (gaps.every((gap, i) => i === 0 || gap >= (gaps[i - 1] as number))) return undefined
  const turn = new Uint32Array(gaps.length).map((_, i) => i)
  return turn.sort((a, b) => (gaps[a] as number) - (gaps[b] as number) || a - b)
}

class Runs {
  readonly #positions = new GrowableUint32(8)
  readonly #slots = new GrowableUint32(8)
  readonly #lengths = new GrowableUint32(8)

  push(position: number, slot: number): void {
    const last = this.#slots.length - 1
    if (last >= 0) {
      const length = this.#lengths.at(last)
      if (
        this.#positions.at(last) + length === position &&
        this.#slots.at(last) + length === slot
      ) {
        this.#lengths.values[last] = length + 1
        return
      }
    }
    this.#positions.push(position)
    this.#slots.push(slot)
    this.#lengths.push(1)
  }

  toRuns(): LineRuns {
    return {
      positions: this.#positions.toArray(),
      slots: this.#slots.toArray(),
      lengths: this.#lengths.toArray(),
    }
  }
}

/** Of each run that is taken out, the position afterwards of what follows it, ascending. */
export function gapsLeft(removed: LineRuns, inserted: LineRuns): Uint32Array {
  let gone = 0
  let come = 0
  let i = 0
  return removed.positions.map((position, run) => {
    const kept = position - gone
    gone += removed.lengths[run] as number
    while (i < inserted.positions.length && (inserted.positions[i] as number) - come <= kept) {
      come += inserted.lengths[i++] as number
    }
    return kept + come
  })
}
