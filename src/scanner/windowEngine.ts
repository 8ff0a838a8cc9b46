// What engines have in common that read a text piece by piece and write lines of it: in the memory of one instance
// an output, and behind it a window of the text.
import { ScannerMemory } from './scannerMemory.ts'

/** Bytes of lines that are written at once. */
export const OUTPUT_SIZE = 256 * 1024

/** Copies of 16 bytes, and the end of a line, may be written beyond it. */
const OUTPUT_SLACK = 64

/** The module looks at so many bytes at a time. */
const BLOCK = 64

export abstract class WindowEngine {
  protected readonly memory: ScannerMemory

  constructor(wasm: WebAssembly.Module) {
    this.memory = new ScannerMemory(wasm)
  }

  /** Makes room for a window of `length` bytes, and keeps what is there. */
  reserve(length: number): void {
    this.memory.reserve(OUTPUT_SIZE + OUTPUT_SLACK + length)
  }

  /** Gives room back of which only `length` bytes are in use. */
  shrink(length: number): void {
    this.memory.shrink(OUTPUT_SIZE + OUTPUT_SLACK + length)
  }

  /** The first `length` bytes of the window, to be read and written; stale after `reserve` and `shrink`. */
  window(length: number): Uint8Array {
    return this.memory.bytes.subarray(this.from, this.from + length)
  }

  /** The address of the window. */
  protected get from(): number {
    return this.memory.bufferFrom + OUTPUT_SIZE + OUTPUT_SLACK
  }

  /** The window has `to` bytes: zeros stand for those that will not come. */
  protected endWindow(to: number): void {
    this.memory.bytes.fill(0, this.from + to, this.from + to + BLOCK)
  }
}
