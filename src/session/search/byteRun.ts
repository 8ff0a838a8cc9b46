// Runs an expression over the bytes of a line, however long, and serves the page meanwhile.
import { type Job, TimeSlice } from '../../base/jobs.ts'
import type { ByteOffset } from '../../base/units.ts'
import type { ByteSource } from '../../document/byteSource.ts'
import { BEGIN, type LineAutomaton, MATCHED } from '../../expressions/lineAutomaton.ts'
import { lengthWithoutEnd, type LineRun } from './lineRun.ts'

const LF = 10

/** Bytes between two looks at the clock: far less than a slice at the usual speed. */
const PIECE_BYTES = 256 * 1024
/** Bytes of a long line that are read at a time. */
const READ_BYTES = 4 * 1024 * 1024
/** A character of UTF-8 has four bytes at most. */
const LONGEST_TAIL = 3

export class ByteRun implements LineRun {
  readonly #automaton: LineAutomaton
  readonly #job: Pick<Job, 'check'>
  readonly #slice = new TimeSlice()

  /** `job`: asked now and then whether to go on. */
  constructor(automaton: LineAutomaton, job: Pick<Job, 'check'>) {
    this.#automaton = automaton
    this.#job = job
  }

  async matches(bytes: Uint8Array): Promise<boolean> {
    return this.#automaton.matchesAt(await this.#run(BEGIN, bytes, 0, bytes.length))
  }

  async forMatchingLines(
    bytes: Uint8Array,
    firstLine: number,
    onMatch: (line: number) => void,
  ): Promise<void> {
    let line = firstLine
    for (let from = 0; from < bytes.length; line++) {
      const lineFeed = bytes.indexOf(LF, from)
      const next = lineFeed < 0 ? bytes.length : lineFeed + 1
      const to = from + lengthWithoutEnd(bytes.subarray(from, next))
      // Awaited only where the line is not done in one go, which would cost more than most lines do.
      let state = this.#runPiece(BEGIN, bytes, from, to)
      if (state !== MATCHED && this.#automaton.at < to) {
        state = await this.#run(state, bytes, this.#automaton.at, to)
      }
      if (this.#automaton.matchesAt(state)) onMatch(line)
      from = next
      if (this.#slice.isOver) await this.#breathe()
    }
  }

  async matchesRange(source: ByteSource, from: ByteOffset, to: ByteOffset): Promise<boolean> {
    const tail = await source.read(Math.max(from, to - 2), to)
    const end = to - tail.length + lengthWithoutEnd(tail)
    let state = BEGIN
    for (let at = from; at < end && state !== MATCHED; ) {
      this.#job.check()
      const bytes = await source.read(at, Math.min(at + READ_BYTES, end))
      const whole = at + bytes.length < end ? wholeCharacters(bytes, bytes.length) : bytes.length
      state = await this.#run(state, bytes, 0, whole)
      at += whole
    }
    return this.#automaton.matchesAt(state)
  }

  async #run(from: number, bytes: Uint8Array, first: number, to: number): Promise<number> {
    let state = from
    for (let at = first; at < to && state !== MATCHED; at = this.#automaton.at) {
      state = this.#runPiece(state, bytes, at, to)
      if (this.#slice.isOver) await this.#breathe()
    }
    return state
  }

  #runPiece(state: number, bytes: Uint8Array, at: number, to: number): number {
    const end = to - at > PIECE_BYTES ? wholeCharacters(bytes, at + PIECE_BYTES) : to
    return this.#automaton.run(state, bytes, at, end)
  }

  async #breathe(): Promise<void> {
    await this.#slice.breathe()
    this.#job.check()
  }
}

/** The end of the last character that is whole before `end`. */
function wholeCharacters(bytes: Uint8Array, end: number): number {
  let from = end - 1
  while (from > end - LONGEST_TAIL && ((bytes[from] as number) & 0xc0) === 0x80) from--
  return (bytes[from] as number) >= 0xc0 ? from : end
}
