// Rows that are not written, counted by the reason.
export class LeftOut {
  readonly #counts = new Map<string, number>()

  add(reason: string, count = 1): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count)
  }

  /** In the order in which the reasons were first seen. */
  get list(): readonly { readonly count: number; readonly reason: string }[] {
    return [...this.#counts].map(([reason, count]) => ({ count, reason }))
  }
}
