// What no line was made of, counted whole and kept in part: a file in which every row is wrong takes no more
// memory than a clean one.
import type { LeftOut } from './defineSource.ts'

/** Parts that are kept with their reasons. */
export const DETAILS_KEPT = 1000

export interface LeftOutSummary {
  /** Parts of the file that are in no line. */
  readonly lost: number
  /** Parts of which a line was made, and not as they stand. */
  readonly changed: number
  /** The first of both, DETAILS_KEPT at most, in the order of the file. */
  readonly details: readonly LeftOut[]
}

export class LeftOutReport {
  #lost = 0
  #changed = 0
  readonly #details: LeftOut[] = []

  add(part: LeftOut): void {
    if (part.isLost) this.#lost++
    else this.#changed++
    if (this.#details.length < DETAILS_KEPT) this.#details.push(part)
  }

  summary(): LeftOutSummary {
    return { lost: this.#lost, changed: this.#changed, details: this.#details.slice() }
  }
}
