// One run over one file: its chunks are decoded, handed to the converter of a source, and the lines that
// come out go on in order.
import { type Job, TimeSlice } from '../base/jobs.ts'
import { concatBytes } from '../base/concatBytes.ts'
import {
  type ConversionTools,
  type Converter,
  type LeftOut,
  type OptionValues,
  type SourceDefinition,
  withInitialValues,
} from './defineSource.ts'
import type { TextEncodingId } from './encodings/textEncodings.ts'
import { tellUnreadable } from './encodings/utf8Converter.ts'
import { LeftOutReport, type LeftOutSummary } from './leftOutReport.ts'
import { type Utf8Text, utf8TextOf } from './utf8Text.ts'

/** How a file becomes lines. */
export interface ConversionPlan {
  readonly source: SourceDefinition
  readonly options: OptionValues
  readonly encoding: TextEncodingId
  readonly tools: ConversionTools
}

export interface ConversionResult extends LeftOutSummary {
  readonly lines: number
  /** Of the result. */
  readonly bytes: number
}

export interface ConversionSteps {
  readonly job: Job
  /** The next bytes of the result, which are there until the promise is settled. May reject when there is no room. */
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
}

/**
 * Converts all chunks. A chunk is read before the next is asked for. Throws what the chunks, the converter
 * and `write` throw, and Cancelled.
 */
export async function convertChunks(
  chunks: AsyncIterable<Uint8Array>,
  plan: ConversionPlan,
  { job, write }: ConversionSteps,
): Promise<ConversionResult> {
  const report = new LeftOutReport(plan.source.findRow !== undefined)
  const output = new GatheredLines(report)
  const converter = await startConverter(plan, output)
  const text = startText(plan, converter)
  const slice = new TimeSlice()
  for await (const chunk of chunks) {
    job.check()
    for (const piece of pieces(chunk)) {
      text.push(piece)
      for (const bytes of output.take()) await write(bytes)
      if (slice.isOver) await slice.breathe()
      job.check()
    }
  }
  text.finish()
  converter.finish()
  reportUnreadable(text, plan, report)
  for (const bytes of output.take()) await write(bytes)
  job.check()
  return { ...report.summary(), lines: output.lines, bytes: output.bytes }
}

/** The first lines of the result, and what was left out until then. */
export interface ConversionPreview extends LeftOutSummary {
  /** Without line ends. */
  readonly lines: readonly string[]
  /** There is more in the file than was looked at. */
  readonly isCut: boolean
}

/** Lines of a preview. */
export const PREVIEW_LINES = 20
/** Bytes of a preview, so that a line of a gigabyte does not end it. */
const PREVIEW_BYTES = 512 * 1024

/** `head`: the first bytes of the file, unpacked; `isWhole`: they are all of it. */
export async function previewHead(
  head: Uint8Array,
  isWhole: boolean,
  plan: ConversionPlan,
): Promise<ConversionPreview> {
  const report = new LeftOutReport(plan.source.findRow !== undefined)
  const output = new GatheredLines(report)
  const converter = await startConverter(plan, output)
  const text = startText(plan, converter)
  let at = 0
  for (const piece of pieces(head, PREVIEW_PIECE)) {
    if (output.lines >= PREVIEW_LINES || output.bytes >= PREVIEW_BYTES) break
    text.push(piece)
    at += piece.length
  }
  const isCut = !isWhole || at < head.length
  // What is cut off is not unfinished: nothing may be said of it.
  if (isCut) {
    converter.flush?.()
  } else {
    text.finish()
    converter.finish()
  }
  reportUnreadable(text, plan, report)
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(concatBytes(output.take()))
  const lines = decoded.split('\n')
  // What follows the last LF: nothing, or a line that is cut.
  lines.pop()
  return {
    ...report.summary(),
    lines: lines.slice(0, PREVIEW_LINES).map((line) => line.slice(0, PREVIEW_WIDTH)),
    isCut: isCut || lines.length > PREVIEW_LINES,
  }
}

/** Code units of a line in a preview. */
const PREVIEW_WIDTH = 2000
/** Bytes that a preview gives to its converter at a time. */
const PREVIEW_PIECE = 16 * 1024
/** The same of a conversion: what comes of them is held until it is written. */
const PIECE = 1024 * 1024

function* pieces(bytes: Uint8Array, size = PIECE): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function startConverter(
  { source, options, tools }: ConversionPlan,
  output: GatheredLines,
): Promise<Converter> {
  return source.convert(withInitialValues(source, options), output, tools)
}

function startText({ encoding, source }: ConversionPlan, converter: Converter): Utf8Text {
  return utf8TextOf(encoding, (bytes) => converter.push(bytes), source.decodes)
}

function reportUnreadable(
  { unreadable }: Utf8Text,
  { encoding }: ConversionPlan,
  report: LeftOutReport,
): void {
  if (!unreadable) return
  report.addOfFile({
    row: unreadable.line,
    reason: tellUnreadable(encoding, unreadable),
    isLost: false,
  })
}

const LF = 0x0a
/** Bytes that small writes are gathered to. */
const GATHERED = 256 * 1024

function countLineEnds(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count++
  return count
}

/** The sink of a run: gathers what is written, and counts it. */
class GatheredLines {
  lines = 0
  bytes = 0
  readonly #report: LeftOutReport
  #full: Uint8Array<ArrayBuffer>[] = []
  #current = new Uint8Array(GATHERED)
  #size = 0
  /** Buffers that are full, that were handed on last, and that may be written again. */
  readonly #used: Uint8Array<ArrayBuffer>[] = []
  readonly #taken: Uint8Array<ArrayBuffer>[] = []
  readonly #free: Uint8Array<ArrayBuffer>[] = []

  constructor(report: LeftOutReport) {
    this.#report = report
  }

  write(bytes: Uint8Array, lineEnds = countLineEnds(bytes)): void {
    this.bytes += bytes.length
    this.lines += lineEnds
    if (this.#size + bytes.length > GATHERED) this.#gather()
    if (bytes.length > GATHERED) {
      this.#full.push(bytes.slice())
    } else {
      this.#current.set(bytes, this.#size)
      this.#size += bytes.length
    }
  }

  leave(part: LeftOut): void {
    this.#report.add(part)
  }

  /** What was written since it was last asked, until it is asked again. */
  take(): readonly Uint8Array<ArrayBuffer>[] {
    this.#gather()
    const full = this.#full
    this.#full = []
    // Memory that is ever new would cost more than all else.
    this.#free.push(...this.#taken.splice(0))
    this.#taken.push(...this.#used.splice(0))
    return full
  }

  #gather(): void {
    if (this.#size === 0) return
    this.#full.push(this.#current.subarray(0, this.#size))
    this.#used.push(this.#current)
    this.#current = this.#free.pop() ?? new Uint8Array(GATHERED)
    this.#size = 0
  }
}
