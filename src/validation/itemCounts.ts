// The distinct counts of items that lines have, by number, so that a line's is kept in few bits.

export class ItemCounts {
  readonly counts: number[] = []
  readonly #numberByCount = new Map<number, number>()
  readonly #most: number

  /** `most`: of further counts the nearest one stands for them. */
  constructor(most: number) {
    this.#most = most
  }

  numberOf(items: number): number {
    let number = this.#numberByCount.get(items)
    if (number === undefined) {
      if (this.counts.length === this.#most) return this.#nearest(items)
      number = this.counts.push(items) - 1
      this.#numberByCount.set(items, number)
    }
    return number
  }

  #nearest(items: number): number {
    const distance = (number: number): number => Math.abs((this.counts[number] as number) - items)
    let nearest = 0
    for (let i = 1; i < this.counts.length; i++) if (distance(i) < distance(nearest)) nearest = i
    return nearest
  }
}
