// What a pairing knows of a document's lines, and what has happened to them since.
import type { Job } from '../../base/jobs.ts'
import { ADDED_LINE_BASE, type LineId, lineId } from '../../base/units.ts'
import type { PairLines, PairLinesChange } from '../pairLines.ts'
import type { ValidatedDocument } from '../../validation/validatedDocument.ts'
import { recordOfLine } from '../../validation/overLines/recordOfLine.ts'
import type { LineReader } from './lineReader.ts'
import { PairColumns } from './pairColumns.ts'
import { addContents, idsInOrder } from './readPairLines.ts'

/** Of more changed lines it is quicker to read all lines again. */
const MAX_CHANGED_LINES = 200_000

export class ChangedLines {
  readonly #doc: ValidatedDocument
  /** Ids of the lines that the pairing has: a bit for each line of the file, and the added ones. */
  readonly #sentOriginals: Uint8Array
  readonly #sentAdded = new Set<number>()
  /** The order of the lines, deleted ones included, when they were last sent. */
  #pieces: Uint32Array
  readonly #changed = new Set<number>()
  readonly #maxChanged: number

  /** `lines`: what the pairing gets of the document as it is now. */
  constructor(doc: ValidatedDocument, lines: PairLines, maxChanged = MAX_CHANGED_LINES) {
    this.#doc = doc
    this.#maxChanged = maxChanged
    this.#sentOriginals = new Uint8Array((doc.lines.originalLineCount + 7) >>> 3)
    for (const id of lines.ids) this.#setSent(id, true)
    this.#pieces = piecesOf(doc)
  }

  note(ids: readonly LineId[]): void {
    if (this.#changed.size > this.#maxChanged) return
    for (const id of ids) this.#changed.add(id)
  }

  /** What changed since the last call; 'all' when that is too much. Throws what the source threw. */
  async read(reader: LineReader, job: Job): Promise<PairLinesChange | 'all'> {
    if (this.#changed.size > this.#maxChanged) return 'all'
    const ids = [...this.#withFirstLines()]
    const columns = new PairColumns(ids.length)
    await addContents(this.#doc, reader, columns, ids, job)
    const changed = reader.finish(columns)
    const isThere = new Set(changed.ids)
    const gone = ids.filter((id) => this.#isSent(id) && !isThere.has(id))
    let isReordered = false
    for (const id of changed.ids) if (!this.#isSent(id)) isReordered = true
    const pieces = piecesOf(this.#doc)
    isReordered ||= !isSame(pieces, this.#pieces)
    this.#pieces = pieces
    this.#changed.clear()
    for (const id of gone) this.#setSent(id, false)
    for (const id of changed.ids) this.#setSent(id, true)
    return {
      changed,
      gone: Float64Array.from(gone),
      ...(isReordered && { order: idsInOrder(this.#doc) }),
    }
  }

  /** Of a record over several lines the first stands for the one that changed. */
  #withFirstLines(): ReadonlySet<LineId> {
    const ids = new Set<LineId>()
    for (const changed of this.#changed) {
      const id = lineId(changed)
      ids.add(id)
      const record = recordOfLine(this.#doc, id)
      if (record) ids.add(record.ids[0] as LineId)
    }
    return ids
  }

  #isSent(id: number): boolean {
    if (id >= ADDED_LINE_BASE) return this.#sentAdded.has(id)
    return (((this.#sentOriginals[id >>> 3] as number) >>> (id & 7)) & 1) === 1
  }

  #setSent(id: number, isSent: boolean): void {
    if (id >= ADDED_LINE_BASE) {
      if (isSent) this.#sentAdded.add(id)
      else this.#sentAdded.delete(id)
      return
    }
    const bits = this.#sentOriginals[id >>> 3] as number
    const bit = 1 << (id & 7)
    this.#sentOriginals[id >>> 3] = isSent ? bits | bit : bits & ~bit
  }
}

/** Equal as long as no line moves or is added; deleted lines keep their places. */
function piecesOf({ lines }: ValidatedDocument): Uint32Array {
  const { order } = lines.tables
  const pieces = new Uint32Array(2 * order.pieceCount)
  for (let i = 0; i < order.pieceCount; i++) {
    pieces[2 * i] = order.slot(i)
    pieces[2 * i + 1] = order.start(i)
  }
  return pieces
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i])
}
