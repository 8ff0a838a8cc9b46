// Where the lines of the file are, sparsely: one entry per block of lines. Finding a line inside its
// block takes the block's bytes, which blockReader has. Knows nothing of edits.
import { assert } from '../base/assert.ts'
import { lastAtMost } from '../base/bisect.ts'
import type { ByteOffset } from '../base/units.ts'
import { GrowableFloat64, GrowableUint32 } from './growableNumbers.ts'
import { ADDED_SLOT } from './lineSlot.ts'

/** A block is closed when it has this many lines, */
export const BLOCK_LINES = 256
/**
 * or this many bytes, whichever is first. A line of this size or more has a block of its own, so
 * that it never has to be read to reach its neighbours. Blocks are thus under twice this, such
 * lines apart. At 16 million short lines the index costs 0.75 MB.
 */
export const BLOCK_BYTES = 64 * 1024

/** Lines that were read together. Line i of the batch starts at ends[i - 1], or at 0. */
export interface LineBatch {
  readonly count: number
  /** [i]: end of line i from the start of the batch, its line end included. */
  readonly ends: ArrayLike<number>
  /** Where the batch begins in the file. */
  readonly baseOffset: ByteOffset
  /** [i]: LINE_END_FLAGS of line i; other bits are ignored. */
  readonly flags: ArrayLike<number>
}

export class LineOffsets {
  readonly #firstLines = new GrowableUint32()
  readonly #offsets = new GrowableFloat64()
  #lines = 0
  #bytes = 0

  get lineCount(): number {
    return this.#lines
  }

  /** Bytes of the lines so far, line ends included. */
  get byteLength(): number {
    return this.#bytes
  }

  get blockCount(): number {
    return this.#firstLines.length
  }

  /** The batch must begin where the one before it ended. */
  append(batch: LineBatch): void {
    const { count, ends, baseOffset } = batch
    assert(baseOffset === this.#bytes, `batch at ${baseOffset} after ${this.#bytes} bytes`)
    assert(this.#lines + count < ADDED_SLOT, 'more lines than an id can tell apart')
    const last = this.#firstLines.length - 1
    let blockLine = last < 0 ? -BLOCK_LINES : this.#firstLines.at(last) - this.#lines
    let blockOffset = last < 0 ? 0 : this.#offsets.at(last) - baseOffset
    let start = 0
    for (let i = 0; i < count; i++) {
      const end = ends[i] as number
      if (
        i - blockLine >= BLOCK_LINES ||
        start - blockOffset >= BLOCK_BYTES ||
        end - start >= BLOCK_BYTES
      ) {
        this.#firstLines.push(this.#lines + i)
        this.#offsets.push(baseOffset + start)
        blockLine = i
        blockOffset = start
      }
      start = end
    }
    this.#lines += count
    this.#bytes += start
  }

  /** The blocks as arrays of their own: first lines and first bytes. */
  save(): {
    readonly firstLines: Uint32Array<ArrayBuffer>
    readonly offsets: Float64Array<ArrayBuffer>
  } {
    return { firstLines: this.#firstLines.toArray(), offsets: this.#offsets.toArray() }
  }

  /** Takes the place of all `append`s; the arrays become the index's own. */
  restore(
    blocks: {
      readonly firstLines: Uint32Array<ArrayBuffer>
      readonly offsets: Float64Array<ArrayBuffer>
    },
    lineCount: number,
    byteLength: number,
  ): void {
    assert(this.#lines === 0, 'an index is restored while it is empty')
    const { firstLines, offsets } = blocks
    this.#firstLines.values = firstLines
    this.#firstLines.length = firstLines.length
    this.#offsets.values = offsets
    this.#offsets.length = offsets.length
    this.#lines = lineCount
    this.#bytes = byteLength
  }

  blockOfLine(line: number): number {
    return lastAtMost(this.#firstLines.values, this.#firstLines.length, line)
  }

  /** The block that holds a byte of the file; the last one beyond the end, -1 without lines. */
  blockOfOffset(offset: ByteOffset): number {
    return lastAtMost(this.#offsets.values, this.#offsets.length, offset)
  }

  /** First line of a block; the number of lines for `blockCount`. */
  firstLine(block: number): number {
    return block < this.#firstLines.length ? this.#firstLines.at(block) : this.#lines
  }

  /** First byte of a block; the number of bytes for `blockCount`. */
  offset(block: number): ByteOffset {
    return block < this.#offsets.length ? this.#offsets.at(block) : this.#bytes
  }
}
