// How many batches the limits make of requests that follow one another.
import type { RequestFileLimits } from '../pairing/defineProvider.ts'

export class PartCounter {
  readonly #maxRequests: number
  readonly #maxBytes: number
  readonly #maxInputs: number
  #parts = 0
  #requests = 0
  #bytes = 0
  #inputs = 0

  constructor({
    requests = Number.POSITIVE_INFINITY,
    bytes = Number.POSITIVE_INFINITY,
    inputs = Number.POSITIVE_INFINITY,
  }: RequestFileLimits) {
    this.#maxRequests = requests
    this.#maxBytes = bytes
    this.#maxInputs = inputs
  }

  get parts(): number {
    return this.#parts
  }

  /** `bytes`: with the line end; `inputs`: texts to embed. */
  add(bytes: number, inputs: number): void {
    this.#requests++
    this.#bytes += bytes
    this.#inputs += inputs
    const isOver =
      this.#requests > this.#maxRequests ||
      this.#bytes > this.#maxBytes ||
      this.#inputs > this.#maxInputs
    if (!isOver && this.#parts > 0) return
    this.#parts++
    this.#requests = 1
    this.#bytes = bytes
    this.#inputs = inputs
  }
}
