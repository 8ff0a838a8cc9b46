// How many batches the limits make of requests that follow one another.
import {
  MAX_BATCH_INPUTS,
  MAX_BATCH_REQUESTS,
  SAFE_BATCH_BYTES,
} from '../providers/openai/limits.ts'

export class PartCounter {
  #parts = 0
  #requests = 0
  #bytes = 0
  #inputs = 0

  get parts(): number {
    return this.#parts
  }

  /** `bytes`: with the line end; `inputs`: texts to embed. */
  add(bytes: number, inputs: number): void {
    this.#requests++
    this.#bytes += bytes
    this.#inputs += inputs
    const isOver =
      this.#requests > MAX_BATCH_REQUESTS ||
      this.#bytes > SAFE_BATCH_BYTES ||
      this.#inputs > MAX_BATCH_INPUTS
    if (!isOver && this.#parts > 0) return
    this.#parts++
    this.#requests = 1
    this.#bytes = bytes
    this.#inputs = inputs
  }
}
