// In which line of a file a part of it begins that was left out: sources count rows, or bytes of the text.
import type { Job } from '../base/jobs.ts'
import {
  type LeftOut,
  type OptionValues,
  type SourceDefinition,
  withInitialValues,
} from './defineSource.ts'
import type { TextEncodingId } from './encodings/textEncodings.ts'
import { utf8TextOf } from './utf8Text.ts'

const LF = 0x0a

/** What is read until the line is known. */
export interface LineFinder {
  /** The next bytes of the text as UTF-8, valid during the call. */
  push(bytes: Uint8Array): void
  /** No more come. */
  finish(): void
  /** From 1; undefined until it is known. */
  readonly line: number | undefined
}

export interface PartPlace {
  readonly source: SourceDefinition
  readonly options: OptionValues
  readonly encoding: TextEncodingId
  readonly part: Pick<LeftOut, 'row' | 'offset'>
}

/**
 * From 1. `chunks`: of the file from its start; no more are read than are needed. Throws what they throw, and
 * Cancelled.
 */
export async function lineOfPart(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, options, part, source }: PartPlace,
  job: Job,
): Promise<number> {
  const finder = await finderOf(source, options, part)
  if (typeof finder === 'number') return finder
  const text = utf8TextOf(encoding, (bytes) => finder.push(bytes), source.decodes)
  for await (const chunk of chunks) {
    job.check()
    text.push(chunk)
    if (finder.line !== undefined) return finder.line
  }
  text.finish()
  finder.finish()
  return finder.line ?? 1
}

async function finderOf(
  source: SourceDefinition,
  options: OptionValues,
  { offset, row }: PartPlace['part'],
): Promise<LineFinder | number> {
  if (row === undefined) return offset === undefined ? 1 : new OffsetFinder(offset)
  return source.findRow ? source.findRow(withInitialValues(source, options), row) : row
}

/** Counts the lines up to a byte of the text. */
class OffsetFinder implements LineFinder {
  line: number | undefined
  #left: number
  #lines = 1

  constructor(offset: number) {
    this.#left = offset
  }

  push(bytes: Uint8Array): void {
    const end = Math.min(this.#left, bytes.length)
    for (let at = bytes.indexOf(LF); at >= 0 && at < end; at = bytes.indexOf(LF, at + 1))
      this.#lines++
    this.#left -= end
    if (this.#left === 0) this.finish()
  }

  finish(): void {
    this.line ??= this.#lines
  }
}
