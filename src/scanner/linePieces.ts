// The bytes of a file, in any chunks, as pieces of whole lines in the module's memory.
import type { ScannerMemory } from './scannerMemory.ts'

/**
 * Bytes that are copied and read at a time: both then find them in the processor's cache. 512 KiB was as fast as
 * anything from 256 KiB to 1 MiB, and a quarter faster than 8 MiB.
 */
const PIECE = 512 * 1024
const LF = 10

export class LinePieces {
  readonly #memory: ScannerMemory
  #held = 0

  constructor(memory: ScannerMemory) {
    this.#memory = memory
  }

  /** Bytes from `bufferFrom` on that are in use. */
  get held(): number {
    return this.#held
  }

  /** Forgets an unfinished line. */
  reset(): void {
    this.#held = 0
    this.#memory.shrink(0)
  }

  /**
   * The lengths of pieces from `bufferFrom` on, each of lines that end in `chunk`; what is there is another piece
   * with each step. Call `reset` before anything else when the iteration was left before its end. Throws
   * ScannerMemoryError when a line is too long for this machine.
   */
  *push(chunk: Uint8Array): Generator<number, void, undefined> {
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE)
      this.#memory.reserve(this.#held + piece.length)
      this.#memory.bytes.set(piece, this.#memory.bufferFrom + this.#held)
      const end = this.#held + piece.length
      const lastLf = piece.lastIndexOf(LF)
      const linesEnd = lastLf < 0 ? 0 : this.#held + lastLf + 1
      this.#held = end
      if (linesEnd === 0) continue
      yield linesEnd
      const { bytes, bufferFrom } = this.#memory
      bytes.copyWithin(bufferFrom, bufferFrom + linesEnd, bufferFrom + end)
      this.#held = end - linesEnd
      this.#memory.shrink(this.#held)
    }
  }

  /** The last line when no LF ends it, with one added to it. */
  *finish(): Generator<number, void, undefined> {
    if (this.#held === 0) return
    this.#memory.reserve(this.#held + 1)
    this.#memory.bytes[this.#memory.bufferFrom + this.#held] = LF
    this.#held++
    yield this.#held
    this.reset()
  }
}
