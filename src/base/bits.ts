// Sets of many numbers, such as lines of a file.

/** A set of numbers from 0 on, a bit for each that it may have. */
export class Bits {
  readonly #words: Uint32Array

  constructor(size: number) {
    this.#words = new Uint32Array(Math.ceil(size / 32))
  }

  add(n: number): void {
    const at = n >>> 5
    this.#words[at] = (this.#words[at] as number) | (1 << (n & 31))
  }

  remove(n: number): void {
    const at = n >>> 5
    this.#words[at] = (this.#words[at] as number) & ~(1 << (n & 31))
  }

  clear(): void {
    this.#words.fill(0)
  }

  has(n: number): boolean {
    return ((this.#words[n >>> 5] as number) & (1 << (n & 31))) !== 0
  }

  /** Those of [from, to) in ascending order; `from` is a multiple of 32. */
  forEach(from: number, to: number, visit: (n: number) => void): void {
    for (let at = from >>> 5; at * 32 < to; at++) {
      for (let rest = this.#words[at] ?? 0; rest !== 0; rest &= rest - 1) {
        visit(at * 32 + 31 - Math.clz32(rest & -rest))
      }
    }
  }
}
