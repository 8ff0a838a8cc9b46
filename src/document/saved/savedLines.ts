// What reading a file found out about its lines, as flat arrays that can be stored, and a document
// made from them without reading. Only ever of the file as it is on disk, never of edits.
import { assert } from '../../base/assert.ts'
import type { JsonlDocument } from '../jsonlDocument.ts'
import { BLOCK_LINES } from '../lineIndex.ts'
import { MATCH_BIT } from '../lineStates.ts'

export interface SavedLines {
  /** [block]: its first line, 0-based. */
  readonly firstLines: Uint32Array<ArrayBuffer>
  /** [block]: its first byte in the file. */
  readonly offsets: Float64Array<ArrayBuffer>
  /** [line]: finding set and line end, as lineStates.ts has them. */
  readonly words: Uint16Array<ArrayBuffer>
  readonly numbers: LineNumbers
}

/** What is one number for all lines. */
export interface LineNumbers {
  /** Bytes of the file. */
  readonly byteLength: number
  /** Bytes of all lines, line ends not counted. */
  readonly contentBytes: number
  /** The line that no line end ends, 0-based; -1 when there is none. */
  readonly unterminatedLine: number
  readonly isUsuallyCrlf: boolean
}

/** As `SavedLines`, with the words in pieces, so that saving copies nothing large. */
export type LinesToSave = Omit<SavedLines, 'words'> & {
  readonly words: readonly Uint16Array<ArrayBuffer>[]
}

/**
 * The lines of a document that was read to its end and never changed; undefined of any other. The
 * words are live: nothing may change before they are stored.
 */
export function saveLines(doc: JsonlDocument): LinesToSave | undefined {
  const { index, states, order, policy } = doc.tables
  const isUntouched =
    !doc.isReading &&
    doc.undoLabel === undefined &&
    doc.redoLabel === undefined &&
    states.addedCount === 0 &&
    states.editedCount === 0 &&
    states.presentCount === states.originalCount &&
    order.pieceCount <= 1 &&
    policy.lineEnds === 'keep' &&
    policy.finalNewline === 'keep'
  if (!isUntouched) return undefined
  const words = states.originalWords()
  return {
    ...index.save(),
    words: states.matchCount === 0 ? words : words.map(withoutMatches),
    numbers: {
      byteLength: index.byteLength,
      contentBytes: doc.tables.contentBytes,
      unterminatedLine: doc.tables.unterminatedSlot,
      isUsuallyCrlf: doc.tables.isUsuallyCrlf,
    },
  }
}

/** What is found by a search belongs to no file. */
function withoutMatches(words: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  return words.map((word) => word & ~MATCH_BIT)
}

/**
 * Gives the lines to a document that has none yet; the arrays become its own. False when they cannot
 * be the lines of its source; the document is then useless.
 */
export function restoreLines(doc: JsonlDocument, saved: SavedLines): boolean {
  const { tables } = doc
  assert(tables.isReading && tables.index.lineCount === 0, 'lines are restored into a new document')
  const { words, numbers } = saved
  const { byteLength, contentBytes, unterminatedLine, isUsuallyCrlf } = numbers
  if (byteLength !== tables.source.size || !areBlocks(saved)) return false
  if (unterminatedLine !== -1 && unterminatedLine !== words.length - 1) return false
  if (!tables.states.restoreOriginal(words)) return false
  tables.index.restore(saved, words.length, byteLength)
  tables.order.appendOriginals(0, words.length)
  tables.contentBytes = contentBytes
  tables.unterminatedSlot = unterminatedLine
  tables.isUsuallyCrlf = isUsuallyCrlf
  tables.isReading = false
  tables.contentRevision++
  return true
}

/** Whether blocks begin at the start, go on, and end with the file. */
function areBlocks({ firstLines, offsets, words, numbers }: SavedLines): boolean {
  if (firstLines.length !== offsets.length) return false
  if (firstLines.length === 0) return words.length === 0 && numbers.byteLength === 0
  for (let block = 0; block < firstLines.length; block++) {
    const isLast = block === firstLines.length - 1
    const lines =
      (isLast ? words.length : (firstLines[block + 1] as number)) - at(firstLines, block)
    const bytes =
      (isLast ? numbers.byteLength : (offsets[block + 1] as number)) - at(offsets, block)
    if (!(lines > 0 && lines <= BLOCK_LINES && bytes >= lines)) return false
  }
  return firstLines[0] === 0 && offsets[0] === 0
}

function at(values: Uint32Array | Float64Array, index: number): number {
  return values[index] as number
}
