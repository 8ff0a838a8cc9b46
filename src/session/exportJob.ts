// Exports as the page asks for them: which lines, by which exporter, into a Blob or into a file.
import { present } from '../base/assert.ts'
import type { Segment } from '../document/exportSegments.ts'
import type { LineView } from '../document/lineView.ts'
import { blobPartOf, exportParts } from '../exporters/lines/exportParts.ts'
import { findExporter, VERBATIM_EXPORTER_ID } from '../exporters/lines/registry.ts'
import type { ExportRequest, ExportSelection, JobProgress } from '../contracts/documentApi.ts'
import { bytesAreThere, NO_ROOM } from '../base/bytesAreThere.ts'
import { breathe, type Job } from '../base/jobs.ts'
import { ReadFailure } from '../document/byteSource.ts'
import type { OpenDocument } from './openDocument.ts'
import { jsonMembers, lineView, verdictsView } from './views.ts'

/** Bytes of the file that are written at a time, so that there is progress to see. */
const WRITE_STEP = 16 * 1024 * 1024

type Report = (progress: JobProgress) => void

function viewOf(doc: OpenDocument, selection: ExportSelection): LineView {
  switch (selection.kind) {
    case 'all':
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
  onProgress: Report,
): AsyncGenerator<Segment, void, undefined> {
  const totalBytes = doc.lines.byteLength
  return exportParts(
    doc.lines,
    viewOf(doc, selection),
    present(findExporter(exporterId), `exporter ${exporterId}`),
    {
      jsonFindingSets: jsonMembers(doc),
      check: () => job.check(),
      onProgress: (doneBytes) => onProgress({ doneBytes, totalBytes }),
    },
  )
}

/**
 * A Blob that refers to the opened file wherever lines are as they were. Rejects with ReadFailure when
 * the browser does not get its bytes together in time.
 */
export async function exportToBlob(
  doc: OpenDocument,
  request: ExportRequest,
  job: Job,
  onProgress: Report,
): Promise<Blob> {
  const parts: (Blob | Uint8Array<ArrayBuffer>)[] = []
  for await (const segment of partsOf(
    doc,
    request.selection,
    request.exporterId,
    job,
    onProgress,
  )) {
    parts.push(await blobPartOf(doc.source, segment))
    if (parts.length % 64 === 0) await breathe()
    job.check()
  }
  const type = findExporter(request.exporterId)?.mediaType
  const whole = new Blob(parts, type === undefined ? {} : { type })
  const isThere = await bytesAreThere(whole, () => job.check())
  // Whoever cancelled while the last bytes were gathered gets none of them.
  await breathe()
  job.check()
  if (isThere) return whole
  throw new ReadFailure({ kind: 'quota', message: NO_ROOM })
}

/** Writes into a file of the user's; resolves with the bytes written. Nothing is left when it fails. */
export function writeExport(
  doc: OpenDocument,
  request: ExportRequest,
  handle: FileSystemFileHandle,
  job: Job,
  onProgress: Report,
): Promise<number> {
  return writeSegments(
    doc,
    partsOf(doc, request.selection, request.exporterId, job, () => {}),
    {
      handle,
      job,
      onProgress,
    },
  )
}

/** Writes all lines as they are. */
export function writeDocument(
  doc: OpenDocument,
  handle: FileSystemFileHandle,
  job: Job,
  onProgress: Report,
): Promise<number> {
  return writeSegments(
    doc,
    partsOf(doc, { kind: 'all' }, VERBATIM_EXPORTER_ID, job, () => {}),
    {
      handle,
      job,
      onProgress,
    },
  )
}

/**
 * The browser writes to a file beside the user's and puts it in its place at `close`: a cancelled or
 * failed export leaves what was there before.
 */
async function writeSegments(
  doc: OpenDocument,
  segments: AsyncIterable<Segment>,
  to: { handle: FileSystemFileHandle; job: Job; onProgress: Report },
): Promise<number> {
  const totalBytes = doc.lines.byteLength
  const writable = await to.handle.createWritable()
  let doneBytes = 0
  const write = async (segment: Segment): Promise<void> => {
    await writable.write(await blobPartOf(doc.source, segment))
    doneBytes += segment.kind === 'bytes' ? segment.bytes.length : segment.to - segment.from
    to.onProgress({ doneBytes, totalBytes })
    to.job.check()
  }
  try {
    for await (const segment of segments) {
      for (const step of stepsOf(segment)) await write(step)
    }
    await writable.close()
    return doneBytes
  } catch (error) {
    await writable.abort().catch(() => {})
    throw error
  }
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
