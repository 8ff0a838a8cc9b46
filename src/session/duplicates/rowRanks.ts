// How good each row is to be kept: four ranks, two bits a row.

export class RowRanks {
  readonly #words: Uint32Array

  constructor(rows: number) {
    this.#words = new Uint32Array(Math.ceil(rows / 16))
  }

  /** `rank`: from 0, the best, to 3. A row is told once. */
  put(row: number, rank: number): void {
    const at = row >>> 4
    this.#words[at] = (this.#words[at] as number) | (rank << ((row & 15) * 2))
  }

  of(row: number): number {
    return ((this.#words[row >>> 4] as number) >>> ((row & 15) * 2)) & 3
  }
}
