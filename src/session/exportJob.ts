// Exports as the page asks for them: which lines, by which exporter, into a Blob or into a file.
import { failureOf } from '../base/failures.ts'
import { present } from '../base/assert.ts'
import type { Segment } from '../document/exportSegments.ts'
import { LineSet } from '../document/lineSet.ts'
import type { LineView } from '../document/lineView.ts'
import { blobPartOf, type ExportedParts, exportParts } from '../exporters/lines/exportParts.ts'
import { findExporter, VERBATIM_EXPORTER_ID } from '../exporters/lines/registry.ts'
import type { ExportRequest, ExportSelection } from '../contracts/documentApi.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { bytesAreThere, NO_ROOM } from '../base/bytesAreThere.ts'
import { breathe, type Job } from '../base/jobs.ts'
import { ReadFailure } from '../document/byteSource.ts'
import type { OpenDocument } from './openDocument.ts'
import { jsonMembers, lineView, verdictsView } from './views.ts'

/** Bytes of the file that are written at a time, so that there is progress to see. */
const WRITE_STEP = 16 * 1024 * 1024

function viewOf(doc: OpenDocument, selection: ExportSelection): LineView {
  switch (selection.kind) {
    case 'all':
    case 'chosen':
      return lineView(doc, { kind: 'all' })
    case 'valid':
      return verdictsView(doc, ['valid', 'warning'])
    case 'invalid':
      return lineView(doc, { kind: 'invalid' })
    case 'view':
      return lineView(doc, selection.view)
  }
}

function partsOf(
  doc: OpenDocument,
  selection: ExportSelection,
  exporterId: string,
  job: Job,
): ExportedParts {
  const only =
    selection.kind === 'chosen' ? LineSet.fromBytes(doc.choice.lines.toBytes()) : undefined
  return partsOfView(doc, viewOf(doc, selection), exporterId, job, only)
}

/** `only`: of the lines of the view these. */
function partsOfView(
  doc: OpenDocument,
  view: LineView,
  exporterId: string,
  job: Job,
  only?: LineSet,
): ExportedParts {
  return exportParts(doc.lines, view, present(findExporter(exporterId), `exporter ${exporterId}`), {
    jsonFindingSets: jsonMembers(doc),
    only,
    check: () => job.check(),
  })
}

/** Notes that every line, as it is, is in the export that was made; returns whether that is so. */
export function markExported(doc: OpenDocument, { selection, exporterId }: ExportRequest): boolean {
  const isVerbatim = findExporter(exporterId)?.output.kind === 'verbatim'
  const isAll = selection.kind !== 'chosen' && viewOf(doc, selection).count === doc.lines.lineCount
  if (!isVerbatim || !isAll) return false
  doc.lines.markWritten('exported')
  return true
}

/**
 * A Blob that refers to the opened file wherever lines are as they were. Rejects with ReadFailure when
 * the browser does not get its bytes together in time.
 */
export function exportToBlob(
  doc: OpenDocument,
  request: ExportRequest,
  job: Job,
  onProgress: OnProgress,
): Promise<Blob> {
  const exported = partsOf(doc, request.selection, request.exporterId, job)
  return gather(doc, exported, request.exporterId, job, onProgress)
}

/** The lines of a view as such a Blob. */
export function blobOfLines(
  doc: OpenDocument,
  view: LineView,
  exporterId: string,
  job: Job,
  onProgress: OnProgress,
): Promise<Blob> {
  return gather(doc, partsOfView(doc, view, exporterId, job), exporterId, job, onProgress)
}

async function gather(
  doc: OpenDocument,
  { parts, size }: ExportedParts,
  exporterId: string,
  job: Job,
  onProgress: OnProgress,
): Promise<Blob> {
  const blobParts: (Blob | Uint8Array<ArrayBuffer>)[] = []
  let done = 0
  for await (const segment of parts) {
    blobParts.push(await blobPartOf(doc.source, segment))
    done += lengthOf(segment)
    onProgress({ unit: 'bytes', done, total: size.bytes })
    if (blobParts.length % 64 === 0) await breathe()
    job.check()
  }
  const type = findExporter(exporterId)?.mediaType
  const whole = new Blob(blobParts, type === undefined ? {} : { type })
  const isThere = await bytesAreThere(whole, () => job.check())
  // Anyone who cancelled while the last bytes were gathered gets none of them.
  await breathe()
  job.check()
  if (isThere) return whole
  throw new ReadFailure(failureOf('no-room-for-download', NO_ROOM))
}

/** Writes into a file of the user's; resolves with the bytes written. Nothing is left when it fails. */
export function writeExport(
  doc: OpenDocument,
  request: ExportRequest,
  handle: FileSystemFileHandle,
  job: Job,
  onProgress: OnProgress,
): Promise<number> {
  const exported = partsOf(doc, request.selection, request.exporterId, job)
  return writeParts(doc, exported, { handle, job, onProgress })
}

/** Writes all lines as they are. */
export function writeDocument(
  doc: OpenDocument,
  handle: FileSystemFileHandle,
  job: Job,
  onProgress: OnProgress,
): Promise<number> {
  const exported = partsOf(doc, { kind: 'all' }, VERBATIM_EXPORTER_ID, job)
  return writeParts(doc, exported, { handle, job, onProgress })
}

/**
 * The browser writes to a file beside the user's and puts it in its place at `close`: a cancelled or
 * failed export leaves what was there before.
 */
async function writeParts(
  doc: OpenDocument,
  { parts, size }: ExportedParts,
  to: { handle: FileSystemFileHandle; job: Job; onProgress: OnProgress },
): Promise<number> {
  const writable = await to.handle.createWritable()
  let done = 0
  const write = async (segment: Segment): Promise<void> => {
    await writable.write(await blobPartOf(doc.source, segment))
    done += lengthOf(segment)
    to.onProgress({ unit: 'bytes', done, total: size.bytes })
    to.job.check()
  }
  try {
    for await (const segment of parts) {
      for (const step of stepsOf(segment)) await write(step)
    }
    await writable.close()
    return done
  } catch (error) {
    await writable.abort().catch(() => {})
    throw error
  }
}

function lengthOf(segment: Segment): number {
  return segment.kind === 'bytes' ? segment.bytes.length : segment.to - segment.from
}

function* stepsOf(segment: Segment): Generator<Segment> {
  if (segment.kind === 'bytes') {
    yield segment
    return
  }
  for (let from = segment.from; from < segment.to; from += WRITE_STEP) {
    yield { kind: 'source', from, to: Math.min(from + WRITE_STEP, segment.to) }
  }
}
