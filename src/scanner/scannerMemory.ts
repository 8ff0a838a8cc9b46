// One instance of the WebAssembly module with its memory: makes it, grows it, and swaps it for a
// small one after a huge line, since the memory of an instance can grow but never shrink.

/** Room for lines to begin with: piece, unfinished tail, and a margin. */
const INITIAL_CAPACITY = 2 * 1024 * 1024

/** A line may be this long, in bytes; files are 1 GB at most. */
const MAX_CAPACITY = 1536 * 1024 * 1024

/** Readable bytes after the last line: vector loads run past it. */
const PADDING = 64

const PAGE = 65536
/** As given to the compiler (build/compileScanner.ts). */
const MAX_PAGES = 32768

interface ScannerExports {
  scanLines(from: number, to: number, first: number, ending: number): number
  findLiteral(from: number, to: number, length: number, ignoreCase: number): number
  beginValue(first: number): void
  passValue(start: number, at: number, to: number, flags: number): number
  splitElements(
    start: number,
    at: number,
    to: number,
    phase: number,
    out: number,
    outTo: number,
    flags: number,
  ): number
  compactValue(from: number, to: number, out: number, isInPlace: number): number
  writeRows(
    at: number,
    to: number,
    out: number,
    outTo: number,
    delimiter: number,
    quote: number,
    newline: number,
    flags: number,
  ): number
  matchLines(from: number, to: number, first: number): number
  readSpans(from: number, to: number): number
  writeSpans(from: number, to: number, out: number, outTo: number): number
  keyLines(from: number, to: number, fields: number): number
  countIn(at: number): number
  countFields(from: number, to: number, first: number, number: number): number
  resetStatistics(): void
  addStatisticsField(parent: number, text: number, length: number): number
  mergeStatisticsKeys(field: number): void
  statisticsSize(): number
  statisticsLines(): number
  statisticsFieldsAddress(): number
  statisticsWaysAddress(): number
  statisticsPowersAddress(): number
  statisticsRegistersAddress(field: number): number
  findOddSigns(from: number, to: number): number
  isUtf8(from: number, to: number): number
  learn(line: number, tag: number): void
  learnComponents(line: number, tag: number): void
  lookup(line: number): number
  forgetShapes(): void
  hashBytes(from: number, to: number, high: number): number
  hashLine(from: number, to: number, high: number): number
  headerAddress(): number
  elementStateAddress(): number
  tableStateAddress(): number
  columnsAddress(): number
  endsAddress(): number
  errorAtAddress(): number
  statusAddress(): number
  flagsAddress(): number
  needleAddress(): number
  matchesAddress(): number
  tagsAddress(): number
  shapesAddress(): number
  captureFromAddress(): number
  captureToAddress(): number
  captureHashAddress(): number
  captureCountAddress(): number
  captureKindAddress(): number
  dirtyAddress(): number
  planAddress(): number
  shapeCountAddress(): number
  bufferAddress(): number
}

/** The machine has no room for a line of this length. Thrown by whatever brings bytes in. */
class ScannerMemoryError extends Error {
  override name = 'ScannerMemoryError'
}

/** What the module asks while it reads lines for their fields (assembly/fieldTests.ts). */
export type Ask = (test: number, from: number, to: number) => number

export class ScannerMemory {
  readonly #wasm: WebAssembly.Module
  readonly #ask: Ask
  readonly #keepsStatistics: boolean
  #memory: WebAssembly.Memory
  #exports: ScannerExports
  #bytes: Uint8Array
  #bufferFrom = 0
  #capacity = 0

  /** `keepsStatistics`: lines lie behind the figures of fields (assembly/statisticsMemory.ts). */
  constructor(wasm: WebAssembly.Module, ask: Ask = () => 0, keepsStatistics = false) {
    this.#wasm = wasm
    this.#ask = ask
    this.#keepsStatistics = keepsStatistics
    const { memory, exports } = instantiate(wasm, ask, keepsStatistics)
    this.#memory = memory
    this.#exports = exports
    this.#bytes = new Uint8Array(memory.buffer)
    this.#measure()
  }

  get exports(): ScannerExports {
    return this.#exports
  }

  /** The whole memory. Stale after `reserve` and `shrink`. */
  get bytes(): Uint8Array {
    return this.#bytes
  }

  get buffer(): ArrayBuffer {
    return this.#bytes.buffer as ArrayBuffer
  }

  /** Address of the first byte for lines. */
  get bufferFrom(): number {
    return this.#bufferFrom
  }

  /** Makes room for `length` bytes of lines from `bufferFrom` on. */
  reserve(length: number): void {
    if (length <= this.#capacity) return
    if (length > MAX_CAPACITY) throw new ScannerMemoryError(`A line is over ${MAX_CAPACITY} bytes`)
    const wanted = Math.min(MAX_CAPACITY, Math.max(length, this.#capacity * 2))
    const pages = pagesFor(this.bufferFrom, wanted) - this.#memory.buffer.byteLength / PAGE
    try {
      this.#memory.grow(pages)
    } catch {
      throw new ScannerMemoryError(`No memory for a line of ${length} bytes`)
    }
    this.#measure()
  }

  /** Gives grown memory back when `held` bytes at `bufferFrom` no longer need it; keeps them. */
  shrink(held: number): void {
    if (this.#capacity < 2 * INITIAL_CAPACITY || held > INITIAL_CAPACITY / 4) return
    const old = this.#bytes
    const { memory, exports } = instantiate(this.#wasm, this.#ask, this.#keepsStatistics)
    this.#memory = memory
    this.#exports = exports
    this.#measure()
    this.#bytes.set(old.subarray(0, this.bufferFrom + held))
  }

  #measure(): void {
    this.#bytes = new Uint8Array(this.#memory.buffer)
    this.#bufferFrom = linesFrom(this.#exports, this.#keepsStatistics)
    this.#capacity = this.#bytes.length - this.#bufferFrom - PADDING
  }
}

function pagesFor(bufferFrom: number, capacity: number): number {
  return Math.min(MAX_PAGES, Math.ceil((bufferFrom + capacity + PADDING) / PAGE))
}

/** The first instance is made small to learn where its buffer lies, then grown. */
function instantiate(
  wasm: WebAssembly.Module,
  ask: Ask,
  keepsStatistics: boolean,
): {
  memory: WebAssembly.Memory
  exports: ScannerExports
} {
  const memory = new WebAssembly.Memory({ initial: 2, maximum: MAX_PAGES })
  const instance = new WebAssembly.Instance(wasm, { env: { memory, ask } })
  const exports = instance.exports as unknown as ScannerExports
  memory.grow(pagesFor(linesFrom(exports, keepsStatistics), INITIAL_CAPACITY) - 2)
  return { memory, exports }
}

function linesFrom(exports: ScannerExports, keepsStatistics: boolean): number {
  return exports.bufferAddress() + (keepsStatistics ? exports.statisticsSize() : 0)
}
