// Joins what is written one after the other: neighbouring ranges of the file into one, bytes into
// buffers. A short range whose bytes happen to be at hand goes among the bytes, so that a file with
// many edits does not fall into splinters.
import type { ByteOffset } from '../base/units.ts'
import type { Segment } from './exportSegments.ts'

/** Bytes of a buffer. */
const BUFFER_BYTES = 1024 * 1024
/** Ranges of the file up to this are copied when their bytes are at hand. */
const COPIED_BYTES = 64 * 1024

export class SegmentWriter {
  /** Bytes of all that was written. */
  byteLength = 0
  #done: Segment[] = []
  #buffer = new Uint8Array(0)
  #filled = 0
  /** A range of the file that may still grow. */
  #from: ByteOffset = 0
  #to: ByteOffset = 0
  /** The bytes of that range, as long as all of them are at hand and they are few. */
  #loaded: Uint8Array[] | undefined

  /** Whether there is enough to take. */
  get isFull(): boolean {
    return this.#done.length > 0
  }

  /** Bytes [from, to) of the file; `loaded` are these bytes, when they are at hand. */
  source(from: ByteOffset, to: ByteOffset, loaded?: Uint8Array): void {
    if (from === to) return
    this.byteLength += to - from
    if (this.#to !== from || this.#from === this.#to) {
      this.#endRange()
      this.#from = from
      this.#loaded = []
    }
    this.#to = to
    if (loaded && to - this.#from <= COPIED_BYTES) this.#loaded?.push(loaded)
    else this.#loaded = undefined
  }

  bytes(bytes: Uint8Array): void {
    this.byteLength += bytes.length
    this.#endRange()
    this.#append(bytes)
  }

  finish(): void {
    this.#endRange()
    this.#endBuffer()
  }

  /** What is complete so far. */
  take(): Segment[] {
    const done = this.#done
    if (done.length > 0) this.#done = []
    return done
  }

  #endRange(): void {
    if (this.#from === this.#to) return
    if (this.#loaded) {
      for (const part of this.#loaded) this.#append(part)
    } else {
      this.#endBuffer()
      this.#done.push({ kind: 'source', from: this.#from, to: this.#to })
    }
    this.#from = this.#to
  }

  #append(bytes: Uint8Array): void {
    if (this.#filled + bytes.length > BUFFER_BYTES) this.#endBuffer()
    if (this.#filled + bytes.length > this.#buffer.length) {
      const wanted = Math.max(4096, (this.#filled + bytes.length) * 2)
      const capacity = Math.max(this.#filled + bytes.length, Math.min(BUFFER_BYTES, wanted))
      const wider = new Uint8Array(capacity)
      wider.set(this.#buffer.subarray(0, this.#filled))
      this.#buffer = wider
    }
    this.#buffer.set(bytes, this.#filled)
    this.#filled += bytes.length
  }

  #endBuffer(): void {
    if (this.#filled === 0) return
    this.#done.push({ kind: 'bytes', bytes: this.#buffer.subarray(0, this.#filled) })
    this.#buffer = new Uint8Array(0)
    this.#filled = 0
  }
}
