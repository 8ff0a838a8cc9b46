// The commands of a journal, carried out again in a file that is what it was.
import type { Job } from '../../base/jobs.ts'
import { lineIndexOf } from '../../base/units.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import type { CommandRecord, LineMark } from '../../journal/journalRecord.ts'
import type { OpenDocument } from '../openDocument.ts'
import { carryOut } from '../replay.ts'
import { stepHistory } from '../stepHistory.ts'
import { lineHash } from './lineMarks.ts'

/**
 * Whether all of them came out as they did then. When one does not, since the file differs after all or the app
 * validates and fixes otherwise now, the document is as it was before, and what was done can be redone.
 * Throws Cancelled, likewise.
 */
export async function replayRecords(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  records: readonly CommandRecord[],
  job: Job,
  onProgress: OnProgress,
): Promise<boolean> {
  try {
    for (const [done, record] of records.entries()) {
      if (!(await comesOutSame(doc, wasm, record, job))) {
        await takeAllBack(doc, wasm)
        return false
      }
      onProgress({ unit: 'lines', done: done + 1, total: records.length })
      job.check()
    }
    return true
  } catch (error) {
    await takeAllBack(doc, wasm)
    throw error
  }
}

async function comesOutSame(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  { command, marks = [], after }: CommandRecord,
  job: Job,
): Promise<boolean> {
  for (const mark of marks) if (!(await isThere(doc, mark))) return false
  await carryOut(doc, wasm, command, job, () => {})
  return doc.lines.lineCount === after.lines && doc.lines.byteLength === after.bytes
}

async function isThere({ lines }: OpenDocument, { id, line, hash }: LineMark): Promise<boolean> {
  if (!lines.has(id) || lines.indexOf(id) !== lineIndexOf(line)) return false
  const [content] = await lines.readContents([id])
  return content !== undefined && (await lineHash(content.bytes)) === hash
}

async function takeAllBack(doc: OpenDocument, wasm: WebAssembly.Module): Promise<void> {
  while (doc.lines.undoLabel !== undefined) await stepHistory(doc, 'undo', wasm)
}
