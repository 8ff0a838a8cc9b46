// Request lines to count tokens of: all of a small batch, of a large one every so manieth, within a bound.

/** Bytes of the sample at most, about. */
const SAMPLE_BYTES = 4_000_000

interface Sampled {
  readonly number: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

export class DrawnSample {
  #kept: Sampled[] = []
  #bytes = 0
  /** Every so manieth request is taken; doubled whenever the sample is full. */
  #every = 1

  wants(number: number): boolean {
    return (number - 1) % this.#every === 0
  }

  /** `bytes`: the line with its end; taken over. */
  add(number: number, bytes: Uint8Array<ArrayBuffer>): void {
    this.#kept.push({ number, bytes })
    this.#bytes += bytes.length
    while (this.#bytes > SAMPLE_BYTES && this.#kept.length > 1) {
      this.#every *= 2
      this.#kept = this.#kept.filter((each) => this.wants(each.number))
      this.#bytes = this.#kept.reduce((sum, each) => sum + each.bytes.length, 0)
    }
  }

  get sampled(): number {
    return this.#kept.length
  }

  blob(): Blob {
    return new Blob(this.#kept.map(({ bytes }) => bytes))
  }
}
