// The content of a part, put together of pieces of one Blob: long pieces stay references, short ones between
// the lines of other parts are copied. So a file whose lines take turns makes some thousand pieces and not
// as many as it has lines, and no more is held than what is not handed to the browser yet.

/** Pieces of this many bytes, and longer ones, stay references; copies are handed over at this size. */
const PIECE_BYTES = 256 * 1024

export class PartContent {
  readonly #whole: Blob
  #parts: Blob[] = []
  /** The piece that is open: [from, to) of the Blob. */
  #from = 0
  #to = 0
  /** Short pieces that were ended, and after them the open one while it is short. */
  #copied = new Uint8Array(0)
  #held = 0
  #hasCopies = false

  constructor(whole: Blob) {
    this.#whole = whole
  }

  /** `bytes` are those of the Blob from `from` on; they are the caller's again afterwards. */
  add(from: number, bytes: Uint8Array): void {
    if (bytes.length === 0) return
    if (from !== this.#to) {
      this.#endPiece()
      this.#from = from
    }
    this.#to = from + bytes.length
    if (this.#to - this.#from >= PIECE_BYTES) return
    // What is held and what is open are both shorter than a piece.
    if (this.#copied.length === 0) this.#copied = new Uint8Array(2 * PIECE_BYTES)
    this.#copied.set(bytes, this.#held + from - this.#from)
  }

  /** All that was added, as a Blob, and whether bytes were copied for it. Begins anew. */
  take(): { readonly blob: Blob; readonly hasCopies: boolean } {
    this.#endPiece()
    this.#handOver()
    const { type } = this.#whole
    const [only] = this.#parts
    const isOne = this.#parts.length === 1 && only?.type === type
    const blob = isOne ? only : new Blob(this.#parts, { type })
    const hasCopies = this.#hasCopies
    this.#parts = []
    this.#hasCopies = false
    return { blob, hasCopies }
  }

  #endPiece(): void {
    const length = this.#to - this.#from
    if (length >= PIECE_BYTES) {
      this.#handOver()
      this.#parts.push(this.#whole.slice(this.#from, this.#to, this.#whole.type))
    } else if (length > 0) {
      this.#held += length
      if (this.#held >= PIECE_BYTES) this.#handOver()
    }
    this.#from = this.#to
  }

  #handOver(): void {
    if (this.#held === 0) return
    // The browser can put a Blob on the disk; bytes would stay in memory.
    this.#parts.push(new Blob([this.#copied.subarray(0, this.#held)]))
    this.#hasCopies = true
    this.#held = 0
  }
}
