// The lines that share a key: few mostly, and millions where every line has the same. Ascending, so
// that a line is found by halving; lines that are taken out are only noted, until they are many.

export class LineGroup {
  #lines: number[]
  #gone: Set<number> | undefined

  constructor(first: number, second: number) {
    this.#lines = first < second ? [first, second] : [second, first]
  }

  get size(): number {
    return this.#lines.length - (this.#gone?.size ?? 0)
  }

  add(line: number): void {
    if (this.#gone?.delete(line) === true) return
    const last = this.#lines.at(-1)
    if (last === undefined || line > last) this.#lines.push(line)
    else {
      const at = this.#placeOf(line)
      if (this.#lines[at] !== line) this.#lines.splice(at, 0, line)
    }
  }

  remove(line: number): void {
    if (this.#lines[this.#placeOf(line)] !== line) return
    this.#gone ??= new Set()
    this.#gone.add(line)
    if (this.#gone.size * 2 <= this.#lines.length) return
    this.#lines = this.lines()
    this.#gone = undefined
  }

  /** Ascending. */
  lines(): number[] {
    const gone = this.#gone
    if (!gone || gone.size === 0) return this.#lines.slice()
    return this.#lines.filter((line) => !gone.has(line))
  }

  /** The lowest ones, at most as many as that. */
  lowest(most: number): number[] {
    const found: number[] = []
    for (let i = 0; i < this.#lines.length && found.length < most; i++) {
      const line = this.#lines[i] as number
      if (this.#gone?.has(line) !== true) found.push(line)
    }
    return found
  }

  /** The first place that does not hold less. */
  #placeOf(line: number): number {
    let low = 0
    let high = this.#lines.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#lines[middle] as number) < line) low = middle + 1
      else high = middle
    }
    return low
  }
}
