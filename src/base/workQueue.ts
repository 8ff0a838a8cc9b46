// Work that must not overlap: one after the other, in the order in which it was asked for.

export class WorkQueue {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** How much of it has not begun. */
  get waiting(): number {
    return this.#waiting
  }

  /** Settles as `work` does, which runs when all earlier work has ended, well or not. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++
    const result = this.#last.then(() => {
      this.#waiting--
      return work()
    })
    this.#last = result.catch(() => {})
    return result
  }

  /** Resolves when all that was asked for until now has ended. */
  idle(): Promise<unknown> {
    return this.#last
  }
}
