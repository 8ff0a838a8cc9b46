// What lines are compared by: a hash of each whole line, or of the values of some fields, 96 bits of it and with a
// secret key (assembly/sipHash.ts). Lines with the same one are equal: of 16 million lines any two that are not have
// the same with a probability of 2^-49, and nobody who does not know the key can write such lines.

import { type LineWay, type PlanStep, writeFieldPlan } from './fieldPlan.ts'
import { LinePieces } from './linePieces.ts'
import { ScannerMemory } from './scannerMemory.ts'

export interface KeyedLines {
  /**
   * Writes the words of lines `firstLine` and those after it, whose lowest twelve bits are finding sets, into
   * `words`; as many as there are.
   */
  readonly readWords: (firstLine: number, words: Uint16Array) => void
  readonly wayOf: (findingSet: number) => LineWay
  /**
   * A line in which a key may stand twice, as JSON without such; undefined: it is not JSON. `bytes` are a view
   * that is overwritten.
   */
  readonly plainLine: (bytes: Uint8Array) => Uint8Array | undefined
}

/** What became of a line, as in assembly/lineKeys.ts. */
export const LINE_KEY = { hasKey: 1, hasNone: 2, notJson: 3, blank: 4 } as const

/** Lines that were read together. Arrays are views that the next step of the iterator overwrites. */
export interface KeyBatch {
  /** 0-based. */
  readonly firstLine: number
  readonly count: number
  /** [i]: one of LINE_KEY. */
  readonly status: Uint8Array
  /** [2 i] and [2 i + 1]: 64 bits of the key of line i; 0 where it has none. */
  readonly halves: Uint32Array
  /** [i]: 32 more. */
  readonly checks: Uint32Array
  /** The fields that any of them has, a bit for each. */
  readonly anyFields: bigint
}

/** As in assembly/memory.ts. */
const MAX_LINES = 8192
const LF = 10

export class LineKeys {
  readonly #memory: ScannerMemory
  readonly #pieces: LinePieces
  readonly #lines: KeyedLines
  readonly #fieldCount: number
  readonly #words = new Uint16Array(MAX_LINES)
  #line = 0

  /**
   * `fields`: at most 60, of keys and indexes alone; none: lines as a whole. `secret`: the key, which
   * nobody may know who can write lines.
   */
  constructor(
    wasm: WebAssembly.Module,
    fields: readonly (readonly PlanStep[])[],
    lines: KeyedLines,
    secret: readonly [bigint, bigint],
  ) {
    this.#lines = lines
    this.#fieldCount = fields.length
    this.#memory = new ScannerMemory(wasm, (_, from, to) => this.#plainLine(from, to))
    this.#pieces = new LinePieces(this.#memory)
    const { buffer, bytes, exports } = this.#memory
    new BigUint64Array(buffer, exports.matchesAddress(), 2).set(secret)
    const plan = {
      tests: fields.map((path) => ({ path, test: { kind: 'key' } as const })),
      verdictTests: [],
      program: [],
    }
    writeFieldPlan(bytes, exports.planAddress(), plan, (set) => ({
      way: lines.wayOf(set),
      verdict: 0,
    }))
  }

  /** Reads the lines that end in `chunk`. Throws ScannerMemoryError when a line is too long for this machine. */
  *push(chunk: Uint8Array): Generator<KeyBatch, void, undefined> {
    for (const length of this.#pieces.push(chunk)) yield* this.#read(length)
  }

  /** Reads the last line when no LF ends it. */
  *finish(): Generator<KeyBatch, void, undefined> {
    for (const length of this.#pieces.finish()) yield* this.#read(length)
  }

  get linesRead(): number {
    return this.#line
  }

  /** The first `length` bytes of the buffer are whole lines. */
  *#read(length: number): Generator<KeyBatch, void, undefined> {
    const { exports, bufferFrom } = this.#memory
    const to = bufferFrom + length
    for (let from = bufferFrom; from < to; ) {
      const firstLine = this.#line
      this.#lines.readWords(firstLine, this.#words)
      new Uint16Array(this.#memory.buffer, exports.tagsAddress(), MAX_LINES).set(this.#words)
      from = exports.keyLines(from, to, this.#fieldCount)
      // Memory may have grown meanwhile.
      const { buffer } = this.#memory
      const count = new Uint32Array(buffer, exports.headerAddress(), 1)[0] as number
      this.#line += count
      yield {
        firstLine,
        count,
        status: new Uint8Array(buffer, exports.statusAddress(), count),
        halves: new Uint32Array(buffer, exports.shapesAddress(), 2 * count),
        checks: new Uint32Array(buffer, exports.captureFromAddress(), count),
        anyFields: new BigUint64Array(buffer, exports.headerAddress(), 2)[1] as bigint,
      }
    }
  }

  /** Where a line stands that says the same as that in [from, to), and whose keys are all different; 0: none does. */
  #plainLine(from: number, to: number): number {
    const plain = this.#lines.plainLine(this.#memory.bytes.subarray(from, to))
    if (!plain) return 0
    // Memory that grows does not move: the module goes on reading where it was.
    this.#memory.reserve(this.#pieces.held + plain.length + 1)
    const at = this.#memory.bufferFrom + this.#pieces.held
    this.#memory.bytes.set(plain, at)
    this.#memory.bytes[at + plain.length] = LF
    return at
  }
}
