// One pass over the bytes of a file for the lines that match. Where a query says which bytes must be
// there, only lines that have them are decoded.
import type { Job } from '../../base/jobs.ts'
import { type ByteOffset, lineId } from '../../base/units.ts'
import { LiteralSearch } from '../../scanner/literalSearch.ts'
import type { OpenDocument } from '../openDocument.ts'
import { type FileWindow, forLinesAt, readBlocks } from '../../document/fileWindows.ts'
import type { TextMatcher } from './lineMatcher.ts'

const LF = 10

/** Bytes of a window for each candidate below which testing all lines is quicker than finding some. */
const TEST_ALL_BELOW = 2048

/** Windows that are tested as a whole after one in which the needles stood nearly everywhere. */
const WINDOWS_WITHOUT_NEEDLES = 7

/** Marks matching lines of the file but for those in `changed`, by line (0-based) of the file. */
export async function searchFile(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  matcher: TextMatcher,
  changed: ReadonlySet<number>,
  job: Job,
  onProgress: (doneBytes: number) => void,
): Promise<void> {
  const searches = matcher.needles.map(
    (needle) => new LiteralSearch(wasm, needle, { ignoreCase: matcher.ignoreCase }),
  )
  const run = matcher.start(job)
  const mark = (line: number): void => {
    if (!changed.has(line)) doc.lines.setMatch(lineId(line), true)
  }
  /** Where the last line ends that was read by itself. */
  let done = 0
  let withoutNeedles = searches.length === 0 ? Infinity : 0
  for await (const window of readBlocks(doc)) {
    job.check()
    const end = window.from + window.bytes.length
    const offsets = withoutNeedles > 0 ? [] : offsetsIn(searches, window)
    const rest = after(window, done)
    if (matcher.isNeedleEnough) {
      await forLinesAt(doc, offsets, window, mark)
    } else if (rest.bytes.length > 0) {
      const block = doc.lines.blockAtOffset(rest.from)
      if (block.to > end) {
        // A line longer than a window is a block of its own.
        done = block.to
        if (await run.matchesRange(doc.source, block.from, block.to)) mark(block.firstLine)
      } else if (withoutNeedles > 0 || offsets.length * TEST_ALL_BELOW > window.bytes.length) {
        if (withoutNeedles === 0) withoutNeedles = WINDOWS_WITHOUT_NEEDLES
        else if (--withoutNeedles === 0) for (const search of searches) search.reset(end)
        await run.forMatchingLines(rest.bytes, block.firstLine, mark)
      } else {
        const candidates: { line: number; bytes: Uint8Array }[] = []
        const places = offsets.filter((offset) => offset >= rest.from)
        await forLinesAt(doc, places, rest, (line, offset) => {
          candidates.push({ line, bytes: lineAround(rest.bytes, offset - rest.from) })
        })
        for (const { line, bytes } of candidates) await run.forMatchingLines(bytes, line, mark)
      }
    }
    onProgress(end)
  }
}

/** What of a window lies after an offset: the end of a long line may be followed by others. */
function after({ from, bytes }: FileWindow, offset: ByteOffset): FileWindow {
  const skipped = Math.min(Math.max(0, offset - from), bytes.length)
  return { from: from + skipped, bytes: bytes.subarray(skipped) }
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
