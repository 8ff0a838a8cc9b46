// Chunks in parts, so that the page is served in between however long a line takes to validate.

/** Bytes; less would cost more in calls than it gives back. */
const LEAST = 32 * 1024
/** The scanner takes no more at a time (scanner/linePieces.ts). */
const MOST = 512 * 1024
/** Milliseconds that a part is to take. */
const QUICK = 4
const SLOW = 12

export class Portions {
  #size: number

  constructor() {
    this.#size = LEAST
  }

  /** The parts of a chunk, one after the other. How long the caller keeps one decides how long the next will be. */
  *cut(chunk: Uint8Array): Generator<Uint8Array, void, undefined> {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + this.#size)
      at += part.length
      const begun = performance.now()
      yield part
      const taken = performance.now() - begun
      if (taken < QUICK) this.#size = Math.min(MOST, this.#size * 2)
      else if (taken > SLOW) this.#size = Math.max(LEAST, this.#size / 2)
    }
  }
}
