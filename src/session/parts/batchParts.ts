// The lines of a document as files for batches. The lines are put together as for an export, as one Blob of
// references; that is read once to see where it has to be cut, and the parts are slices of it. So
// nothing here depends on what was edited, added, deleted or moved.
import { lineNumberOf, type LineId, type LineIndex } from '../../base/units.ts'
import { type Job, TimeSlice } from '../../base/jobs.ts'
import { present } from '../../base/assert.ts'
import type { BatchPart, BatchPartsRequest, PartEnd } from '../../contracts/batchParts.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import { blobSource } from '../../document/byteSource.ts'
import type { LineView } from '../../document/lineView.ts'
import { readAhead } from '../../document/readAhead.ts'
import type { ScanBatch } from '../../scanner/scanner.ts'
import { blobOfLines } from '../exportJob.ts'
import type { OpenDocument } from '../openDocument.ts'
import { verdictsView } from '../views.ts'
import { ContentHash } from './contentHash.ts'
import { runsOf } from './lineRuns.ts'
import { type CutPart, PartCutter } from './partCutter.ts'
import { RequestReader } from './requestReader.ts'

/** LF after every line and no byte order mark: what every reader of a batch takes. */
const NORMALISED = 'jsonlNormalised'

/** Lines that are not blank; `valid`: of these the ones without an error. */
export function requestView(doc: OpenDocument, selection: 'all' | 'valid'): LineView {
  return verdictsView(
    doc,
    selection === 'valid' ? ['valid', 'warning'] : ['valid', 'warning', 'invalid'],
  )
}

/** Throws Cancelled, and ReadFailure, also for a line that no part can hold. */
export async function batchParts(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  { limits, selection }: BatchPartsRequest,
  job: Job,
  onProgress: OnProgress,
): Promise<BatchPart[]> {
  const view = requestView(doc, selection)
  const blob = await blobOfLines(doc, view, NORMALISED, job, ({ done, total }) =>
    onProgress({ unit: 'bytes', done, total: 2 * total }),
  )
  const reader = new RequestReader(doc, wasm)
  const cutter = new PartCutter(limits, (kind) => reader.kind(kind))
  const cuts: { readonly part: CutPart; readonly hash: Promise<string> }[] = []
  let hash = new ContentHash()
  let line = 0
  const numberOfLine = (): number => lineNumberOf(view.indexAt(line) as LineIndex)

  const take = (batch: ScanBatch): void => {
    const { count, ends, bytes } = batch
    reader.read(batch)
    let hashed = 0
    let from = 0
    for (let i = 0; i < count; i++, line++) {
      const to = ends[i] as number
      const part = cutter.add(to - from, reader.kindAt(i), numberOfLine)
      if (part) {
        hash.append(bytes.subarray(hashed, from))
        cuts.push({ part, hash: hash.finish() })
        hash = new ContentHash()
        hashed = from
      }
      from = to
    }
    hash.append(bytes.subarray(hashed, from))
  }

  const slice = new TimeSlice()
  let read = 0
  for await (const chunk of readAhead(blobSource(blob))) {
    for (const batch of reader.scanner.push(chunk)) take(batch)
    read += chunk.length
    await hash.settle()
    job.check()
    if (!slice.isOver) continue
    onProgress({ unit: 'bytes', done: blob.size + read, total: 2 * blob.size })
    await slice.breathe()
    job.check()
  }
  const last = cutter.finish()
  if (last) cuts.push({ part: last, hash: hash.finish() })
  return partsOf(doc, view, blob, cuts)
}

async function partsOf(
  { revision }: OpenDocument,
  view: LineView,
  blob: Blob,
  cuts: readonly { readonly part: CutPart; readonly hash: Promise<string> }[],
): Promise<BatchPart[]> {
  const parts: BatchPart[] = []
  let row = 0
  let at = 0
  for (const { part, hash } of cuts) {
    const ids = view.ids(row, row + part.lines)
    parts.push({
      ...part,
      blob: blob.slice(at, at + part.bytes, blob.type),
      first: endOf(view, row, ids[0]),
      last: endOf(view, row + part.lines - 1, ids.at(-1)),
      ids: runsOf(ids),
      contentHash: await hash,
      revision,
    })
    row += part.lines
    at += part.bytes
  }
  return parts
}

function endOf(view: LineView, row: number, id: LineId | undefined): PartEnd {
  const index = present(view.indexAt(row), `row ${row}`)
  return { id: present(id, `row ${row}`), line: lineNumberOf(index) }
}
