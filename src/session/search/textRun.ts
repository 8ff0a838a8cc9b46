// Tests lines by their texts. Lines are decoded together, which is quicker than one by one.
import { type Job, TimeSlice } from '../../base/jobs.ts'
import type { ByteOffset } from '../../base/units.ts'
import type { ByteSource } from '../../document/byteSource.ts'
import { lengthWithoutEnd, type LineRun } from './lineRun.ts'

const CR = 13

/** Only the beginning of longer lines is decoded. */
const LONGEST_LINE_BYTES = 64 * 1024 * 1024

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

export class TextRun implements LineRun {
  readonly #test: (text: string) => boolean
  readonly #job: Pick<Job, 'check'>
  readonly #slice = new TimeSlice()

  constructor(test: (text: string) => boolean, job: Pick<Job, 'check'>) {
    this.#test = test
    this.#job = job
  }

  async matches(bytes: Uint8Array): Promise<boolean> {
    if (this.#slice.isOver) await this.#breathe()
    return this.#test(utf8.decode(bytes))
  }

  async forMatchingLines(
    bytes: Uint8Array,
    firstLine: number,
    onMatch: (line: number) => void,
  ): Promise<void> {
    const text = utf8.decode(bytes)
    let line = firstLine
    for (let from = 0; from < text.length; line++) {
      const lineFeed = text.indexOf('\n', from)
      const to = lineFeed < 0 ? text.length : lineFeed
      const end = lineFeed >= 0 && text.charCodeAt(to - 1) === CR ? to - 1 : to
      if (this.#test(text.slice(from, end))) onMatch(line)
      from = to + 1
      if (this.#slice.isOver) await this.#breathe()
    }
  }

  async matchesRange(source: ByteSource, from: ByteOffset, to: ByteOffset): Promise<boolean> {
    const bytes = await source.read(from, Math.min(to, from + LONGEST_LINE_BYTES))
    return this.matches(bytes.subarray(0, lengthWithoutEnd(bytes)))
  }

  async #breathe(): Promise<void> {
    await this.#slice.breathe()
    this.#job.check()
  }
}
