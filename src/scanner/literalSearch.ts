// Finds a literal in a stream of bytes at the speed of reading. Knows nothing of lines: it hands out
// places in the file, and anyone who has the line index maps them.

import { assert } from '../base/assert.ts'
import type { ByteOffset } from '../base/units.ts'
import { ScannerMemory } from './scannerMemory.ts'

/** Bytes of a needle at most: what the module keeps for it (assembly/memory.ts). */
export const MAX_NEEDLE = 16 * 1024

export interface LiteralMatches {
  /** Where `offsets` count from, in the file. */
  readonly baseOffset: ByteOffset
  /** First bytes of the matches, ascending. A view that the next step of the iterator overwrites. */
  readonly offsets: Uint32Array
}

/** Bytes copied and searched at a time, so that both find them in the processor's cache. */
const PIECE = 512 * 1024

const LF = 10

export class LiteralSearch {
  readonly #memory: ScannerMemory
  readonly #length: number
  readonly #ignoreCase: boolean
  /** Bytes at the start of the buffer that may begin a match going on in the next chunk. */
  #held = 0
  /** Where the buffer begins in the file. */
  #offset: ByteOffset = 0

  /**
   * `needle`: 1 to MAX_NEEDLE bytes without LF. `ignoreCase`: a-z and A-Z are the same; other
   * letters are not folded.
   */
  constructor(wasm: WebAssembly.Module, needle: Uint8Array, options: { ignoreCase: boolean }) {
    assert(needle.length > 0 && needle.length <= MAX_NEEDLE, 'a needle has 1 to MAX_NEEDLE bytes')
    assert(!needle.includes(LF), 'a needle lies within one line')
    this.#memory = new ScannerMemory(wasm)
    this.#length = needle.length
    this.#ignoreCase = options.ignoreCase
    this.#memory.bytes.set(
      options.ignoreCase ? needle.map(lowerCase) : needle,
      this.#memory.exports.needleAddress(),
    )
  }

  /** Forgets what was held over; the next byte is at `baseOffset`. */
  reset(baseOffset: ByteOffset = 0): void {
    this.#held = 0
    this.#offset = baseOffset
  }

  /**
   * Matches that end in `chunk`, from left to right without overlap; any chunking finds the same.
   * Call `reset` before anything else when the iteration was left before its end.
   */
  *push(chunk: Uint8Array): Generator<LiteralMatches, void, undefined> {
    const { exports, bytes, buffer, bufferFrom } = this.#memory
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE)
      bytes.set(piece, bufferFrom + this.#held)
      const to = bufferFrom + this.#held + piece.length
      let from = bufferFrom
      for (;;) {
        const next = exports.findLiteral(from, to, this.#length, this.#ignoreCase ? 1 : 0)
        const count = new Uint32Array(buffer, exports.headerAddress(), 1)[0] as number
        const baseOffset = this.#offset
        this.#offset += next - from
        from = next
        if (count === 0) break
        yield { baseOffset, offsets: new Uint32Array(buffer, exports.matchesAddress(), count) }
      }
      bytes.copyWithin(bufferFrom, from, to)
      this.#held = to - from
    }
  }
}

function lowerCase(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte | 32 : byte
}
