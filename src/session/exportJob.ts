// Exports as the page asks for them: which lines, by which exporter, into a Blob or into a file.
import { failureOf } from '../base/failures.ts'
import type { Segment } from '../document/exportSegments.ts'
import type { LineView } from '../document/lineView.ts'
import { blobPartOf, type ExportedParts, exportParts } from '../exporters/lines/exportParts.ts'
import { VERBATIM_EXPORTER_ID } from '../exporters/lines/registry.ts'
import type { ExportedBlob, ExportedFile, ExportRequest } from '../contracts/documentApi.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { bytesAreThere, NO_ROOM } from '../base/bytesAreThere.ts'
import { breathe, type Job } from '../base/jobs.ts'
import { ok, type Result } from '../base/result.ts'
import { writeToFile } from '../base/writeToFile.ts'
import { ReadFailure } from '../document/byteSource.ts'
import type { OpenDocument } from './openDocument.ts'
import {
  exporterOf,
  type ReadRequest,
  readRequest,
  selectedLines,
} from './exports/exportSelection.ts'
import { jsonMembers } from './views.ts'

/** Bytes of the file that are written at a time, so that there is progress to see. */
const WRITE_STEP = 16 * 1024 * 1024

/** Of an export without options. */
const NO_OPTIONS = {}

/** `wasm`: for exporters that read fields. */
function partsOf(
  doc: OpenDocument,
  job: Job,
  request: ReadRequest,
  wasm?: WebAssembly.Module,
): ExportedParts {
  const { view, only, sequence, exporter, values } = request
  return exportParts(doc.lines, view, exporter, {
    jsonFindingSets: jsonMembers(doc),
    only,
    sequence,
    values,
    wasm,
    check: () => job.check(),
  })
}

/** Notes that every line, as it is, is in the export that was made; returns whether that is so. */
export function markExported(doc: OpenDocument, { selection, exporterId }: ExportRequest): boolean {
  const isVerbatim = exporterOf(exporterId).output.kind === 'verbatim'
  const { view, only } = selectedLines(doc, selection)
  const isAll = !only && view.count === doc.lines.lineCount
  if (!isVerbatim || !isAll) return false
  doc.lines.markWritten('exported')
  return true
}

/**
 * A Blob that refers to the opened file wherever lines are as they were. Rejects with ReadFailure when
 * the browser does not get its bytes together in time.
 */
export async function exportToBlob(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  request: ExportRequest,
  job: Job,
  onProgress: OnProgress,
): Promise<Result<ExportedBlob>> {
  const read = readRequest(doc, request)
  if (!read.ok) return read
  const exported = partsOf(doc, job, read.value, wasm)
  const blob = await gather(doc, exported, read.value.exporter.mediaType, job, onProgress)
  return ok({ blob, notes: exported.notes() })
}

/** The lines of a view as such a Blob, by an exporter without options. */
export function blobOfLines(
  doc: OpenDocument,
  view: LineView,
  exporterId: string,
  job: Job,
  onProgress: OnProgress,
): Promise<Blob> {
  const exporter = exporterOf(exporterId)
  const exported = partsOf(doc, job, { view, exporter, values: NO_OPTIONS })
  return gather(doc, exported, exporter.mediaType, job, onProgress)
}

async function gather(
  doc: OpenDocument,
  { parts, progress }: ExportedParts,
  type: string,
  job: Job,
  onProgress: OnProgress,
): Promise<Blob> {
  const blobParts: Blob[] = []
  let done = 0
  for await (const segment of parts) {
    const part = await blobPartOf(doc.source, segment)
    // The browser can put a Blob on the disk; bytes would be in memory until the last of them is there.
    blobParts.push(part instanceof Blob ? part : new Blob([part]))
    done += lengthOf(segment)
    onProgress({ unit: 'bytes', ...progress(done) })
    if (blobParts.length % 64 === 0) await breathe()
    job.check()
  }
  const whole = new Blob(blobParts, { type })
  const isThere = await bytesAreThere(whole, () => job.check())
  // Anyone who cancelled while the last bytes were gathered gets none of them.
  await breathe()
  job.check()
  if (isThere) return whole
  throw new ReadFailure(failureOf('no-room-for-download', NO_ROOM))
}

/** Writes into a file of the user's. Nothing is left when it fails. */
export async function writeExport(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  request: ExportRequest,
  handle: FileSystemFileHandle,
  job: Job,
  onProgress: OnProgress,
): Promise<Result<ExportedFile>> {
  const read = readRequest(doc, request)
  if (!read.ok) return read
  const exported = partsOf(doc, job, read.value, wasm)
  const bytes = await writeParts(doc, exported, { handle, job, onProgress })
  return ok({ bytes, notes: exported.notes() })
}

/** Writes all lines as they are; resolves with the bytes written. `check` may throw when the last of them is. */
export function writeDocument(
  doc: OpenDocument,
  handle: FileSystemFileHandle,
  job: Job,
  onProgress: OnProgress,
  check?: () => Promise<void>,
): Promise<number> {
  const exporter = exporterOf(VERBATIM_EXPORTER_ID)
  const lines = selectedLines(doc, { kind: 'all' })
  const exported = partsOf(doc, job, { ...lines, exporter, values: NO_OPTIONS })
  return writeParts(doc, exported, { handle, job, onProgress, check })
}

/** Bytes written. */
function writeParts(
  doc: OpenDocument,
  { parts, progress }: ExportedParts,
  to: {
    handle: FileSystemFileHandle
    job: Job
    onProgress: OnProgress
    check?: (() => Promise<void>) | undefined
  },
): Promise<number> {
  return writeToFile(to.handle, async (write) => {
    let done = 0
    for await (const segment of parts) {
      for (const step of stepsOf(segment)) {
        await write(await blobPartOf(doc.source, step))
        done += lengthOf(step)
        to.onProgress({ unit: 'bytes', ...progress(done) })
        to.job.check()
      }
    }
    await to.check?.()
    return done
  })
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
