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
  /** What is said of the file as a whole, then the first of both in its order; DETAILS_KEPT at most. */
  readonly details: readonly LeftOut[]
}

export class LeftOutReport {
  #lost = 0
  #changed = 0
  readonly #ofFile: LeftOut[] = []
  readonly #details: LeftOut[] = []

  add(part: LeftOut): void {
    this.#count(part)
    if (this.#details.length < DETAILS_KEPT) this.#details.push(part)
  }

  /** A part that stands for many, and is known at the end: it has its place however many came before. */
  addOfFile(part: LeftOut): void {
    this.#count(part)
    this.#ofFile.push(part)
  }

  summary(): LeftOutSummary {
    const details = [...this.#ofFile, ...this.#details].slice(0, DETAILS_KEPT)
    return { lost: this.#lost, changed: this.#changed, details }
  }

  #count({ isLost }: LeftOut): void {
    if (isLost) this.#lost++
    else this.#changed++
  }
}
