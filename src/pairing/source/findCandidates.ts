// Lines whose raw text may hold some words, found in one pass over the file: those that hold the
// words' longest stretch that no one writes in another way, and those in which an escape may hide it.
// The document's own search and its marks are not touched.
import type { Job } from '../../base/jobs.ts'
import { LiteralSearch } from '../../scanner/literalSearch.ts'
import { isAddedLine } from '../../base/units.ts'
import type { ValidatedDocument } from '../../validation/validatedDocument.ts'
import { firstLinesOfRecords } from '../../validation/overLines/records.ts'
import { type FileWindow, forLinesAt, readBlocks } from '../../document/fileWindows.ts'
import { idsInOrder } from './readPairLines.ts'

/**
 * ASCII that stands in JSON as it is and in no program's output otherwise: without quotes and
 * backslashes, the slash (PHP), what is written as \u003c and so on for the sake of HTML (Go, .NET),
 * and without what stands between values, where spaces may be or not. A letter before an accent may be one
 * code point with it.
 */
const PLAIN_RUN = /(?:[\w !#$%()*.;?@^|~-](?!\p{M}))+/gu

/** Longer ones find nothing less. */
const MAX_RUN = 256

/** How an escape of an ASCII character begins; two hexadecimal digits follow. */
const ESCAPE = '\\u00'

const encoder = new TextEncoder()

/**
 * A superset of the lines that say `text` somewhere, in document order. The case of ASCII letters
 * does not matter; letters of other alphabets are not looked at. Changed and added lines are always
 * among them. Throws `Cancelled`, and what the source threw.
 */
export async function findCandidates(
  doc: ValidatedDocument,
  wasm: WebAssembly.Module,
  text: string,
  job: Job,
  onProgress: (doneBytes: number) => void,
): Promise<Float64Array<ArrayBuffer>> {
  const run = plainRunOf(text)
  if (run === '') return idsInOrder(doc)
  const lines = new LineBits(doc.lines.originalLineCount)
  const searches = [
    { search: new LiteralSearch(wasm, encoder.encode(run), { ignoreCase: true }), isEscape: false },
    {
      search: new LiteralSearch(wasm, encoder.encode(ESCAPE), { ignoreCase: false }),
      isEscape: true,
    },
  ]
  const hidden = hiddenBytes(run)
  for await (const window of readBlocks(doc)) {
    job.check()
    for (const { search, isEscape } of searches) {
      const offsets: number[] = []
      for (const matches of search.push(window.bytes)) {
        for (const offset of matches.offsets) {
          const at = matches.baseOffset + offset
          if (!isEscape || mayHide(window, at, hidden)) offsets.push(at)
        }
      }
      await forLinesAt(doc, offsets, window, (line) => lines.add(line))
    }
    onProgress(window.from + window.bytes.length)
  }
  for (const id of doc.lines.changedOriginalIds()) lines.add(id)
  // The words of a record over several lines may stand in any of them.
  for (const ids of firstLinesOfRecords(doc)) {
    for (const id of ids) if (!isAddedLine(id)) lines.add(id)
  }
  return idsInOrder(doc).filter((id) => id >= doc.lines.originalLineCount || lines.has(id))
}

/** The longest stretch of the text that is found as it is; empty when there is none. */
export function plainRunOf(text: string): string {
  let longest = ''
  for (const [run] of text.matchAll(PLAIN_RUN)) if (run.length > longest.length) longest = run
  return longest.slice(0, MAX_RUN)
}

/** [byte]: 1 for the characters of the run, in both cases. */
function hiddenBytes(run: string): Uint8Array {
  const hidden = new Uint8Array(256)
  for (const byte of encoder.encode(run.toLowerCase() + run.toUpperCase())) hidden[byte] = 1
  return hidden
}

/** Whether the escape at `at` (in the file) stands for a character of the run. */
function mayHide({ from, bytes }: FileWindow, at: number, hidden: Uint8Array): boolean {
  const digits = at - from + ESCAPE.length
  // A match, or its digits, may lie across the edge of a window.
  if (digits < 0 || digits + 2 > bytes.length) return true
  const code = hexOf(bytes[digits] as number) * 16 + hexOf(bytes[digits + 1] as number)
  return hidden[code] === 1
}

/** The value of a hexadecimal digit; anything for what is none. */
function hexOf(byte: number): number {
  return byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57
}

/** A bit for each line of the file. */
class LineBits {
  readonly #bits: Uint8Array

  constructor(lines: number) {
    this.#bits = new Uint8Array((lines + 7) >>> 3)
  }

  add(line: number): void {
    this.#bits[line >>> 3] = (this.#bits[line >>> 3] as number) | (1 << (line & 7))
  }

  has(line: number): boolean {
    return (((this.#bits[line >>> 3] as number) >>> (line & 7)) & 1) === 1
  }
}
