// Documents for tests, out of text, without the scanner.
import { memorySource } from '../byteSource.ts'
import { JsonlDocument } from '../jsonlDocument.ts'
import { LINE_END_FLAGS } from '../../base/lineEndFlags.ts'

export interface OpenOptions {
  /** Lines per appended batch. */
  readonly batchLines?: number
  /** Finding set of a line by its place in the file. */
  readonly findingSetOf?: (line: number) => number
}

/** A document that has read all of `file`. */
export function openBytes(file: Uint8Array, options: OpenOptions = {}): JsonlDocument {
  const doc = new JsonlDocument(memorySource(file))
  const batchLines = options.batchLines ?? 100
  let baseOffset = 0
  let line = 0
  while (baseOffset < file.length) {
    const ends: number[] = []
    const flags: number[] = []
    let at = baseOffset
    while (ends.length < batchLines && at < file.length) {
      const lf = file.indexOf(10, at)
      const end = lf < 0 ? file.length : lf + 1
      const isCrlf = lf > at && file[lf - 1] === 13
      flags.push((isCrlf ? LINE_END_FLAGS.crlf : 0) | (lf < 0 ? LINE_END_FLAGS.noFinalLf : 0))
      ends.push(end - baseOffset)
      at = end
    }
    const findingSets = ends.map((_, i) => options.findingSetOf?.(line + i) ?? 0)
    doc.appendScanned({ count: ends.length, ends, baseOffset, flags }, findingSets)
    line += ends.length
    baseOffset = at
  }
  doc.finishReading()
  return doc
}

export function openText(text: string, options?: OpenOptions): JsonlDocument {
  return openBytes(new TextEncoder().encode(text), options)
}
