// How many bytes an export will take. The index of lines is sparse: the length of a line is known when
// its block is read, so the size is projected from the lines so far and exact once all are in.
import type { JoinedOutput, VerbatimOutput } from './defineExporter.ts'

export class ExportSize {
  readonly #lines: number
  /** Bytes that each line has more than in what is counted, and those around all lines. */
  readonly #perLine: number
  readonly #around: number
  #countedLines = 0
  #countedBytes = 0

  /** `lines`: that are exported in all. Without an output the size of the lines themselves. */
  constructor(lines: number, output: VerbatimOutput | JoinedOutput | undefined) {
    this.#lines = lines
    if (output?.kind !== 'joined') {
      this.#perLine = 0
      this.#around = 0
      return
    }
    const utf8 = new TextEncoder()
    const sizeOf = (text: string): number => utf8.encode(text).length
    const separator = sizeOf(output.separator)
    // Each line is counted with its line feed; between lines that becomes the separator.
    this.#perLine = separator - 1
    this.#around =
      lines === 0
        ? sizeOf(output.whenEmpty)
        : sizeOf(output.header) + sizeOf(output.footer) - separator
  }

  /** Lines so far, and their bytes with their line ends. */
  count(lines: number, bytes: number): void {
    this.#countedLines = lines
    this.#countedBytes = bytes
  }

  /** 0 while nothing is known. */
  get bytes(): number {
    if (this.#lines === 0) return this.#around
    if (this.#countedLines === 0) return 0
    const lines = this.#countedBytes * (this.#lines / this.#countedLines)
    return Math.round(lines) + this.#lines * this.#perLine + this.#around
  }
}
