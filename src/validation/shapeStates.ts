// What lines of one shape have in common, each state once, however many shapes have it. Its place is what
// the scanner is told, and tells of every line that it recognises.
import { MAX_SHAPES, TAG_UNKNOWN } from '../scanner/scanner.ts'

export interface ShapeState {
  readonly findingSet: number
  readonly profile: number
  /** The profile is that of no items; each line has as many as the plan's capture counts. */
  readonly countsElements: boolean
}

export class ShapeStates {
  readonly #states: ShapeState[] = []
  readonly #placeByState = new Map<number, number>()
  #shapes = 0
  #isFull = false

  at(place: number): ShapeState {
    return this.#states[place] as ShapeState
  }

  /** The place for a further shape that has this state; undefined when there is no room for it. */
  add({ findingSet, profile, countsElements }: ShapeState): number | undefined {
    const key = (findingSet * 2 ** 32 + profile) * 2 + (countsElements ? 1 : 0)
    let place = this.#placeByState.get(key)
    if (this.#shapes === MAX_SHAPES || (place ?? this.#states.length) === TAG_UNKNOWN) {
      this.#isFull = true
      return undefined
    }
    if (place === undefined) {
      place = this.#states.push({ findingSet, profile, countsElements }) - 1
      this.#placeByState.set(key, place)
    }
    this.#shapes++
    return place
  }

  /** Distinct shapes that were added, at most MAX_SHAPES. */
  get shapes(): number {
    return this.#shapes
  }

  /** A shape had no room any more. */
  get isFull(): boolean {
    return this.#isFull
  }

  /** Says what an earlier reading of the same file had to say of its shapes. */
  restore(shapes: number, isFull: boolean): void {
    this.#shapes = shapes
    this.#isFull = isFull
  }
}
