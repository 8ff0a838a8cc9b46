// Bytes that grow at their end.

/** A larger room is not kept when what was in it is gone. */
const LARGEST_KEPT = 8 * 1024 * 1024
/** Shorter ranges are copied faster byte by byte than by a view. */
const SHORT = 48

export class ByteWriter {
  /** Those from `length` on mean nothing. Another array after whatever writes. */
  bytes = new Uint8Array(64 * 1024)
  /** May be made smaller, by which what was written last is taken back. */
  length = 0
  readonly #encoder = new TextEncoder()

  /** Makes room for so many bytes more. */
  reserve(more: number): void {
    const needed = this.length + more
    if (needed <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2))
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }

  byte(byte: number): void {
    if (this.length === this.bytes.length) this.reserve(1)
    this.bytes[this.length++] = byte
  }

  /** Bytes [from, to) of others. */
  copy(source: Uint8Array, from: number, to: number): void {
    this.reserve(to - from)
    if (to - from > SHORT) {
      this.bytes.set(source.subarray(from, to), this.length)
      this.length += to - from
      return
    }
    const { bytes } = this
    let at = this.length
    for (let i = from; i < to; i++) bytes[at++] = source[i] as number
    this.length = at
  }

  /** As UTF-8. */
  text(text: string): void {
    const { length } = text
    this.reserve(length * 3)
    if (length <= SHORT) {
      // Keys and numbers: the encoder takes longer to be called than they take to be copied.
      const { bytes } = this
      let i = 0
      for (let code = 0; i < length; i++) {
        code = text.charCodeAt(i)
        if (code >= 0x80) break
        bytes[this.length + i] = code
      }
      if (i === length) {
        this.length += length
        return
      }
    }
    this.length += this.#encoder.encodeInto(text, this.bytes.subarray(this.length)).written
  }

  /** What was written, after which there is nothing. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.length)
    this.length = 0
    if (this.bytes.length > LARGEST_KEPT) this.bytes = new Uint8Array(64 * 1024)
    return taken
  }
}
