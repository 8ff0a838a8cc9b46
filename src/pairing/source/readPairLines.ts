// A pass over the file that reads all lines for a pairing, as they are now: lines that were changed or
// added are taken from their contents, and the entries come in the order of the document.
import { type LineId, lineId } from '../../base/units.ts'
import { type Job, TimeSlice } from '../../base/jobs.ts'
import { linesDiffer } from '../../document/blockReader.ts'
import type { PairLines } from '../pairLines.ts'
import { LINE_FLAGS, type ScanBatch, Scanner } from '../../scanner/scanner.ts'
import { SYNTAX_CODES } from '../../scanner/syntaxCodes.ts'
import type { ValidatedDocument } from '../../validation/validatedDocument.ts'
import { readRecord } from '../../validation/overLines/readRecord.ts'
import { firstLinesOfRecords, recordMembers } from '../../validation/overLines/records.ts'
import { readAhead } from '../../document/readAhead.ts'
import type { LineReader } from './lineReader.ts'
import { PairColumns } from './pairColumns.ts'
import { createShapeReader, type ShapeReader } from './shapeReader.ts'

const BLANK = SYNTAX_CODES.indexOf('blank-line')
const CONFLICT_MARKER = SYNTAX_CODES.indexOf('conflict-marker')

/** Blank lines and the marks that git leaves are neither requests nor answers, not even broken ones. */
function isEntry(status: number): boolean {
  return status !== BLANK && status !== CONFLICT_MARKER
}

/** Changed lines whose contents are read at once. */
const CONTENTS_AT_ONCE = 1024

/**
 * Throws `Cancelled`, and what the source threw. `onProgress`: bytes of the file. `isOneByOne`: no line
 * is recognised by its shape, which gives the same lines; for tests.
 */
export async function readPairLines(
  doc: ValidatedDocument,
  wasm: WebAssembly.Module,
  reader: LineReader,
  job: Job,
  onProgress: (doneBytes: number) => void,
  { isOneByOne = false } = {},
): Promise<PairLines> {
  const scanner = Scanner.create(wasm, { seed: doc.seed })
  const shapes = isOneByOne ? undefined : createShapeReader(reader)
  if (shapes) scanner.setPlan(shapes.plan)
  const columns = new PairColumns(doc.lines.lineCount)
  const changed = new Set<number>(doc.lines.changedOriginalIds())
  const added = doc.lines.addedIds()
  const isWhole = doc.lines.lineCount - added.length === doc.lines.originalLineCount
  const isOfRecord = recordMembers(doc)
  const hasRecords = doc.lines.countOfFindingSets(isOfRecord) > 0
  const isLeftOut =
    changed.size === 0 && isWhole && !hasRecords
      ? undefined
      : (line: number): boolean =>
          changed.has(line) ||
          !doc.lines.has(lineId(line)) ||
          isOfRecord[doc.lines.findingSetOf(lineId(line))] === 1
  const slice = new TimeSlice()
  let line = 0
  let done = 0
  const take = (batch: ScanBatch): void => {
    addBatch({ scanner, reader, shapes, columns, isLeftOut }, batch, line)
    line += batch.count
  }
  for await (const chunk of readAhead(doc.source)) {
    for (const batch of scanner.push(chunk)) {
      take(batch)
      job.check()
      if (slice.isOver) await slice.breathe()
    }
    done += chunk.length
    onProgress(done)
    job.check()
  }
  for (const batch of scanner.finish()) take(batch)
  if (line !== doc.lines.originalLineCount) throw linesDiffer()
  const isByItself = (id: LineId): boolean => isOfRecord[doc.lines.findingSetOf(id)] !== 1
  await addContents(doc, reader, columns, [...changed].map(lineId).filter(isByItself), job)
  await addContents(doc, reader, columns, added.filter(isByItself), job)
  for (const firstLines of firstLinesOfRecords(doc)) {
    await addContents(doc, reader, columns, firstLines, job)
  }
  return reader.finish(columns, orderOf(doc, columns))
}

interface Pass {
  readonly scanner: Scanner
  readonly reader: LineReader
  readonly shapes: ShapeReader | undefined
  readonly columns: PairColumns
  readonly isLeftOut: ((line: number) => boolean) | undefined
}

function addBatch(
  { scanner, reader, shapes, columns, isLeftOut }: Pass,
  batch: ScanBatch,
  firstLine: number,
): void {
  const { count, bytes, ends, status, flags } = batch
  let from = 0
  for (let i = 0; i < count; i++) {
    const to = ends[i] as number
    const code = status[i] as number
    const line = firstLine + i
    if (isEntry(code) && !isLeftOut?.(line)) {
      const end = contentEnd(to, flags[i] as number)
      if (shapes) shapes.add(columns, line, scanner, batch, i, from, end)
      else reader.add(columns, line, code, bytes.subarray(from, end), end - from)
    }
    from = to
  }
}

/** Where the content of a line ends that ends, line end included, at `to`. */
function contentEnd(to: number, flags: number): number {
  if ((flags & LINE_FLAGS.noFinalLf) !== 0) return to
  return (flags & LINE_FLAGS.crlf) !== 0 ? to - 2 : to - 1
}

/**
 * Adds those of the lines that are in the document and not blank, from their contents. The first line
 * of a record over several lines stands for all of it, and its other lines are not entries.
 */
export async function addContents(
  doc: ValidatedDocument,
  reader: LineReader,
  columns: PairColumns,
  ids: readonly LineId[],
  job: Job,
): Promise<void> {
  const present = ids.filter((id) => doc.lines.has(id))
  const first = doc.lines.idAt(0)
  for (let from = 0; from < present.length; from += CONTENTS_AT_ONCE) {
    job.check()
    const contents = await doc.lines.readContents(present.slice(from, from + CONTENTS_AT_ONCE))
    for (const { id, bytes: own } of contents) {
      const record = await readRecord(doc, id)
      if (record && record.record.ids[0] !== id) continue
      const bytes = record?.bytes ?? own
      const { status } = doc.scanner.scanLine(bytes, { first: id === first })
      if (isEntry(status)) reader.add(columns, id, status, bytes, bytes.length)
    }
  }
}

/** Lines whose ids are asked for at once. */
const IDS_AT_ONCE = 65_536

/** The ids of all lines, blank ones included, in the order of the document. */
export function idsInOrder(doc: ValidatedDocument): Float64Array<ArrayBuffer> {
  const view = doc.lines.view({ kind: 'all' })
  const ids = new Float64Array(view.count)
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    ids.set(view.ids(from, Math.min(from + IDS_AT_ONCE, ids.length)), from)
  }
  return ids
}

/** The entries in the order of the document; undefined when they have it already. */
function orderOf(doc: ValidatedDocument, columns: PairColumns): Uint32Array | undefined {
  if (columns.isAscending && !hasOwnOrder(doc)) return undefined
  const entries = columns.entryById()
  const order = new Uint32Array(columns.count)
  let at = 0
  for (const id of idsInOrder(doc)) {
    const entry = entries(id)
    if (entry !== undefined) order[at++] = entry
  }
  return order
}

/** Whether lines may stand in another order than their ids. */
function hasOwnOrder(doc: ValidatedDocument): boolean {
  return doc.lines.tables.order.pieceCount > 1
}
