// One pass over the bytes of a file for the lines that match. Where a query says which bytes must be
// there, only lines that have them are decoded.
import { type Job, TimeSlice } from '../../base/jobs.ts'
import { lineId } from '../../base/units.ts'
import { LiteralSearch } from '../../scanner/literalSearch.ts'
import type { OpenDocument } from '../openDocument.ts'
import { type FileWindow, forLinesAt, readBlocks } from './fileWindows.ts'
import type { LineMatcher } from './lineMatcher.ts'

const LF = 10
const CR = 13

/** Bytes of a window for each candidate below which decoding it whole is quicker than line by line. */
const DECODE_WHOLE_BELOW = 2048

/** Only the beginning of longer lines is searched by an expression. */
const LONGEST_LINE_BYTES = 64 * 1024 * 1024

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Marks matching lines of the file but for those in `changed`, by line (0-based) of the file. */
export async function searchFile(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  matcher: LineMatcher,
  changed: ReadonlySet<number>,
  job: Job,
  onProgress: (doneBytes: number) => void,
): Promise<void> {
  const searches = matcher.needles.map(
    (needle) => new LiteralSearch(wasm, needle, { ignoreCase: matcher.ignoreCase }),
  )
  const slice = new TimeSlice()
  const test = (line: number, bytes: Uint8Array): void => {
    if (!changed.has(line) && matcher.test(textOf(bytes))) doc.lines.setMatch(lineId(line), true)
  }
  /** Where the last line ends that was read by itself. */
  let done = 0
  for await (const window of readBlocks(doc)) {
    job.check()
    const end = window.from + window.bytes.length
    const offsets = offsetsIn(searches, window)
    if (matcher.isNeedleEnough) {
      await forLinesAt(doc, offsets, window, (line) => {
        if (!changed.has(line)) doc.lines.setMatch(lineId(line), true)
      })
    } else if (window.from >= done) {
      const block = doc.lines.blockAtOffset(window.from)
      if (block.to > end) {
        // A line longer than a window is a block of its own.
        done = block.to
        const to = Math.min(block.to, block.from + LONGEST_LINE_BYTES)
        test(block.firstLine, await doc.source.read(block.from, to))
      } else if (
        searches.length === 0 ||
        offsets.length * DECODE_WHOLE_BELOW > window.bytes.length
      ) {
        await testAll(window, block.firstLine, slice, job, (line, text) => {
          if (!changed.has(line) && matcher.test(text)) doc.lines.setMatch(lineId(line), true)
        })
      } else {
        await forLinesAt(doc, offsets, window, (line, offset) =>
          test(line, lineAround(window.bytes, offset - window.from)),
        )
      }
    }
    onProgress(end)
  }
}

/** Places of any of the needles, ascending, in bytes of the file. To be asked of every window. */
function offsetsIn(searches: readonly LiteralSearch[], { bytes }: FileWindow): number[] {
  const offsets: number[] = []
  for (const search of searches) {
    for (const matches of search.push(bytes)) {
      for (const offset of matches.offsets) offsets.push(matches.baseOffset + offset)
    }
  }
  return searches.length > 1 ? offsets.sort((a, b) => a - b) : offsets
}

function lineAround(bytes: Uint8Array, at: number): Uint8Array {
  const from = at === 0 ? 0 : bytes.lastIndexOf(LF, at - 1) + 1
  const lineFeed = bytes.indexOf(LF, at)
  return bytes.subarray(from, lineFeed < 0 ? bytes.length : lineFeed + 1)
}

/** A line without its line end. */
function textOf(bytes: Uint8Array): string {
  let end = bytes.length
  if (bytes[end - 1] === LF) end -= bytes[end - 2] === CR ? 2 : 1
  return utf8.decode(bytes.subarray(0, end))
}

/** Decodes a window as a whole, which is quicker than its lines one by one, and serves the page. */
async function testAll(
  { bytes }: FileWindow,
  firstLine: number,
  slice: TimeSlice,
  job: Job,
  onLine: (line: number, text: string) => void,
): Promise<void> {
  const text = utf8.decode(bytes)
  let line = firstLine
  for (let from = 0; from < text.length; line++) {
    const lineFeed = text.indexOf('\n', from)
    const to = lineFeed < 0 ? text.length : lineFeed
    const end = lineFeed >= 0 && text.charCodeAt(to - 1) === CR ? to - 1 : to
    onLine(line, text.slice(from, end))
    from = to + 1
    if (slice.isOver) {
      await slice.breathe()
      job.check()
    }
  }
}
