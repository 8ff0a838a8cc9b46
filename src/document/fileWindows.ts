// The bytes of a file in windows of whole lines, and the lines of places in them.
import type { ByteOffset } from '../base/units.ts'
import { BLOCK_BYTES } from './lineIndex.ts'
import { readAhead } from './readAhead.ts'
import type { ByteSource } from './byteSource.ts'
import type { JsonlDocument } from './jsonlDocument.ts'

const LF = 10

/** Bytes of a window. */
export const WINDOW_BYTES = 4 * 1024 * 1024

/** A file and the lines that were found in it. */
interface FileOfLines {
  readonly source: ByteSource
  readonly lines: JsonlDocument
}

/** Some of the file's bytes; `from` is where they begin. */
export interface FileWindow {
  readonly from: ByteOffset
  readonly bytes: Uint8Array
}

/**
 * The file in windows that hold whole blocks of the line index, so that the lines of matches are
 * found in them; a block that is larger than a window comes in several. A window is there until the
 * next is asked for.
 */
export async function* readBlocks(doc: FileOfLines): AsyncGenerator<FileWindow> {
  const buffer = new Uint8Array(Math.min(WINDOW_BYTES, doc.source.size))
  let from = 0
  let used = 0
  for await (const chunk of readAhead(doc.source)) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + buffer.length - used)
      buffer.set(part, used)
      used += part.length
      at += part.length
      const end = from + used
      if (used < buffer.length && end < doc.source.size) continue
      const lastBlock = doc.lines.blockAtOffset(end - 1)
      const isWhole = lastBlock.to <= end || lastBlock.from <= from
      const whole = isWhole ? used : lastBlock.from - from
      yield { from, bytes: buffer.subarray(0, whole) }
      buffer.copyWithin(0, whole, used)
      from += whole
      used -= whole
    }
  }
}

/**
 * Calls `onLine` once for each line of the file that holds some of `offsets` (ascending, in bytes), with
 * the first of them.
 */
export async function forLinesAt(
  doc: FileOfLines,
  offsets: readonly number[],
  chunk: FileWindow,
  onLine: (line: number, offset: ByteOffset) => void,
): Promise<void> {
  let at = 0
  while (at < offsets.length) {
    const block = doc.lines.blockAtOffset(offsets[at] as number)
    const from = block.from - chunk.from
    const isLoaded = from >= 0 && block.to - chunk.from <= chunk.bytes.length
    // A line as long as that has a block of its own (document/lineIndex.ts).
    const isOneLine = block.to - block.from > 2 * BLOCK_BYTES
    const bytes = isOneLine
      ? undefined
      : isLoaded
        ? chunk.bytes.subarray(from, block.to - chunk.from)
        : await doc.source.read(block.from, block.to)
    let line: number = block.firstLine
    let lineEnd = bytes ? nextLineEnd(bytes, 0) : Infinity
    let marked = -1
    for (; at < offsets.length && (offsets[at] as number) < block.to; at++) {
      const place = (offsets[at] as number) - block.from
      while (bytes && place >= lineEnd) {
        line++
        lineEnd = nextLineEnd(bytes, lineEnd)
      }
      if (line !== marked) onLine(line, offsets[at] as number)
      marked = line
    }
  }
}

/** Just after the next LF, or the end of the bytes. */
function nextLineEnd(bytes: Uint8Array, from: number): number {
  const lineFeed = bytes.indexOf(LF, from)
  return lineFeed < 0 ? Infinity : lineFeed + 1
}
