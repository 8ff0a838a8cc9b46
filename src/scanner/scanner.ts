// Bytes in, verdicts on lines out. Takes a file in chunks of any size, keeps the unfinished line
// between them, and hands out batches of validated lines as views into the memory of the WebAssembly
// module. What a line means is not known here.

import { assert } from '../base/assert.ts'
import { LINE_END_FLAGS } from '../base/lineEndFlags.ts'
import type { ByteOffset } from '../base/units.ts'
import { captureColumns } from './captures.ts'
import type { CaptureColumn } from './captures.ts'
import type { ScanPlan } from './scanPlan.ts'
import { LinePieces } from './linePieces.ts'
import { ScannerMemory } from './scannerMemory.ts'
import { SYNTAX_CODES } from './syntaxCodes.ts'
import type { SyntaxCode } from './syntaxCodes.ts'

/** Bits of `flags`. */
export const LINE_FLAGS = {
  ...LINE_END_FLAGS,
  /** Holds bytes of 0x80 or above, a BOM at the start of the file not counted. */
  nonAscii: 4,
  /** Begins with a BOM at the start of the file; the BOM is skipped and the rest validated. */
  leadingBom: 8,
  /** Valid, and the value is an object. */
  isObject: 16,
  /** Valid, and the value is an array. */
  isArray: 32,
  /** Valid, and a key stands twice in an object; or an object has too many keys to tell. */
  doubledKey: 64,
  /**
   * Valid, and a string holds half a surrogate pair as an escape, or U+2028 or U+2029 as it is; or a number
   * is none that a double keeps; or a key has white space at an end.
   */
  oddText: 128,
} as const

/** Lines validated together. All arrays are views that the next step of the iterator overwrites. */
export interface ScanBatch {
  /** Lines in this batch, 1 to 8,192. */
  readonly count: number
  /** The lines, one after the other, line ends included. */
  readonly bytes: Uint8Array
  /** Where `bytes` begins in the file. */
  readonly baseOffset: ByteOffset
  /** [i]: end of line i in `bytes`, its LF or CR LF included. Line i starts at [i - 1], or at 0. */
  readonly ends: Uint32Array
  /** [i]: place of line i's code in SYNTAX_CODES. */
  readonly status: Uint8Array
  /** [i]: LINE_FLAGS of line i. */
  readonly flags: Uint8Array
  /** [i]: bytes from the start of line i to where its error is; 0 when there is none. */
  readonly errorAt: Uint32Array
  /** [i]: what `learn` was told for the shape of line i before it was scanned; or TAG_UNKNOWN. */
  readonly tag: Uint16Array
  /** [i]: hash of the shape of line i by the plan; 0n without plan and for invalid lines. */
  readonly shape: BigUint64Array
  /** One column per capture of the plan. */
  readonly captures: readonly CaptureColumn[]
}

/** No tag has been learned for the line's shape, or the line has no shape. */
export const TAG_UNKNOWN = 0xffff

/** Shapes that are remembered at most (assembly/memory.ts). */
export const MAX_SHAPES = 65_536

export interface ContentHash {
  readonly low: number
  readonly high: number
}

export interface LineScan {
  /** Place of `code` in SYNTAX_CODES. */
  readonly status: number
  readonly code: SyntaxCode
  /** Bytes from the start of the line to where its error is; 0 when there is none. */
  readonly errorAt: number
  /** Bytes of the line without its line end. */
  readonly contentEnd: number
  readonly flags: number
}

/** A helper instance that one huge line has grown beyond this many bytes is not kept. */
const SIDE_MEMORY_KEPT = 16 * 1024 * 1024

/** Where the LF comes from that ends the bytes given to the module (assembly/lines.ts). */
const ENDING = { lineFeed: 0, fileEnd: 1, bareLine: 2 } as const

/** Lines of a batch at most (assembly/memory.ts). @internal For tests. */
export const MAX_LINES = 8192

const LF = 10
const CR = 13

export class Scanner {
  readonly #wasm: WebAssembly.Module
  readonly #memory: ScannerMemory
  readonly #pieces: LinePieces
  readonly #seed: bigint
  #captureCount = 0
  /** For single lines, so that they do not disturb a push in progress. Made when first needed. */
  #side: ScannerMemory | undefined
  /** Where the buffer begins in the file. */
  #offset: ByteOffset = 0

  private constructor(wasm: WebAssembly.Module, seed: bigint) {
    this.#wasm = wasm
    this.#seed = seed
    this.#memory = this.#createMemory()
    this.#pieces = new LinePieces(this.#memory)
  }

  /** Scanners with the same seed hash alike; by default each has its own. */
  static create(wasm: WebAssembly.Module, options: { seed?: bigint } = {}): Scanner {
    return new Scanner(wasm, options.seed ?? randomSeed())
  }

  /** What counts for a line's shape from now on; undefined: lines have none. Forgets all tags. */
  setPlan(plan: ScanPlan | undefined): void {
    const at = this.#memory.exports.planAddress()
    if (plan) this.#memory.bytes.set(plan.bytes, at)
    else this.#memory.bytes.fill(0, at, at + 8)
    this.#captureCount = plan?.captureCount ?? 0
    writeSeed(this.#memory, this.#seed)
    this.forgetShapes()
  }

  /** The validator has changed: nothing is known of any shape. */
  forgetShapes(): void {
    this.#memory.exports.forgetShapes()
  }

  /**
   * From now on lines of the shape of line `i` in the current batch have this tag, at most
   * 0xfffe. Lines of the batch keep what `tag` says; `lookup` knows. Does nothing for a line
   * without shape, or for a new shape when MAX_SHAPES are known.
   */
  learn(i: number, tag: number): void {
    assert(tag >= 0 && tag < TAG_UNKNOWN, 'a tag has 16 bits')
    this.#memory.exports.learn(i, tag)
  }

  /**
   * Lines that have the same components as line `i` in the current batch, but for such in which nothing was
   * ever found, have this tag, too. `dirty`: the numbers of those in which something was found of this one.
   */
  learnComponents(i: number, tag: number, dirty: readonly number[]): void {
    const { bytes, exports } = this.#memory
    const at = exports.dirtyAddress()
    for (const component of dirty) bytes[at + component] = 1
    exports.learnComponents(i, tag)
    for (const component of dirty) bytes[at + component] = 0
  }

  /** What is known by now for line `i` in the current batch, by its shape or by its components. */
  lookup(i: number): number {
    return this.#memory.exports.lookup(i)
  }

  /** Shapes whose tag is known. */
  get shapes(): number {
    const { buffer, exports } = this.#memory
    return new Uint32Array(buffer, exports.shapeCountAddress(), 1)[0] as number
  }

  /** No further shape can be learned: lines of other shapes have to be validated one by one. */
  get shapeTableFull(): boolean {
    return this.shapes === MAX_SHAPES
  }

  /** The hash that a captured value with these bytes has; a string's quotes are part of it. */
  hashOf(bytes: Uint8Array): ContentHash {
    return this.#hash(bytes, 'hashBytes')
  }

  /** The hash that a line with these bytes has where lines are captured; its end is not part of it. */
  hashOfLine(bytes: Uint8Array): ContentHash {
    return this.#hash(bytes, 'hashLine')
  }

  #hash(bytes: Uint8Array, how: 'hashBytes' | 'hashLine'): ContentHash {
    const side = (this.#side ??= this.#createMemory())
    side.reserve(bytes.length)
    const { exports, bufferFrom } = side
    side.bytes.set(bytes, bufferFrom)
    const header = exports.headerAddress()
    const low = exports[how](bufferFrom, bufferFrom + bytes.length, header) >>> 0
    return { low, high: new Uint32Array(side.buffer, header, 1)[0] as number }
  }

  /** Forgets an unfinished line; the next byte is at `baseOffset`, and starts a line. */
  reset(baseOffset: ByteOffset = 0): void {
    this.#pieces.reset()
    this.#offset = baseOffset
  }

  /**
   * Validates the lines that end in `chunk`. Call `reset` before anything else when the iteration was
   * left before its end. Throws ScannerMemoryError when a line is too long for this machine.
   */
  *push(chunk: Uint8Array): Generator<ScanBatch, void, undefined> {
    for (const length of this.#pieces.push(chunk)) yield* this.#scan(length, ENDING.lineFeed)
  }

  /** Validates the last line of the file when no LF ends it. Afterwards `reset` starts again. */
  *finish(): Generator<ScanBatch, void, undefined> {
    for (const length of this.#pieces.finish()) {
      yield* this.#scan(length, ENDING.fileEnd)
      this.#offset -= 1
    }
  }

  /**
   * Validates one line, with or without its line end. `first`: it is the file's first, where a BOM is
   * skipped. `last`: it is the file's last; without LF it can then be a `truncated-line`.
   */
  scanLine(bytes: Uint8Array, options: { first?: boolean; last?: boolean } = {}): LineScan {
    const side = (this.#side ??= this.#createMemory())
    const lf = bytes.indexOf(LF)
    assert(lf < 0 || lf === bytes.length - 1, 'one line has one line feed, at its end')
    side.reserve(bytes.length + 1)
    const { exports, bufferFrom } = side
    side.bytes.set(bytes, bufferFrom)
    side.bytes[bufferFrom + bytes.length] = LF
    const to = bufferFrom + bytes.length + (lf < 0 ? 1 : 0)
    const ending = lf < 0 ? (options.last ? ENDING.fileEnd : ENDING.bareLine) : ENDING.lineFeed
    exports.scanLines(bufferFrom, to, options.first ? 1 : 0, ending)
    const status = side.bytes[exports.statusAddress()] as number
    const flags = side.bytes[exports.flagsAddress()] as number
    const errorAt = new Uint32Array(side.buffer, exports.errorAtAddress(), 1)[0] as number
    if (side.bytes.length > SIDE_MEMORY_KEPT) this.#side = undefined
    const hasCrlf = lf > 0 && bytes[lf - 1] === CR
    return {
      status,
      code: SYNTAX_CODES[status] as SyntaxCode,
      errorAt,
      contentEnd: lf < 0 ? bytes.length : hasCrlf ? lf - 1 : lf,
      flags,
    }
  }

  /** The first `length` bytes of the buffer are whole lines. */
  *#scan(length: number, ending: number): Generator<ScanBatch, void, undefined> {
    const { exports, bufferFrom, buffer, bytes } = this.#memory
    const to = bufferFrom + length
    let from = bufferFrom
    while (from < to) {
      const baseOffset = this.#offset
      const next = exports.scanLines(from, to, baseOffset === 0 ? 1 : 0, ending)
      const count = new Uint32Array(buffer, exports.headerAddress(), 1)[0] as number
      const ends = new Uint32Array(buffer, exports.endsAddress(), count)
      this.#offset += next - from
      yield {
        count,
        bytes: bytes.subarray(from, from + (ends[count - 1] as number)),
        baseOffset,
        ends,
        status: bytes.subarray(exports.statusAddress(), exports.statusAddress() + count),
        flags: bytes.subarray(exports.flagsAddress(), exports.flagsAddress() + count),
        errorAt: new Uint32Array(buffer, exports.errorAtAddress(), count),
        tag: new Uint16Array(buffer, exports.tagsAddress(), count),
        shape: new BigUint64Array(buffer, exports.shapesAddress(), count),
        captures: captureColumns(this.#memory, this.#captureCount, count, MAX_LINES),
      }
      from = next
    }
  }

  #createMemory(): ScannerMemory {
    const memory = new ScannerMemory(this.#wasm)
    writeSeed(memory, this.#seed)
    return memory
  }
}

/** Where the encoded plan's header has it (assembly/plan.ts). */
function writeSeed({ buffer, exports }: ScannerMemory, seed: bigint): void {
  new DataView(buffer).setBigUint64(exports.planAddress() + 8, seed, true)
}

function randomSeed(): bigint {
  return crypto.getRandomValues(new BigUint64Array(1))[0] as bigint
}
