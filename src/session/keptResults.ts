// When verdicts are kept for the next time, and when those of an earlier time are given up.
import type { WorkQueue } from '../base/workQueue.ts'
import { isStale } from '../resultCache/isStale.ts'
import type { ResultCache } from '../resultCache/resultCache.ts'
import { checkSource } from './checkFile.ts'
import type { OpenDocument } from './openDocument.ts'

/** Keeps what was found out, when the page has had the time to show it and `isCurrent` then. */
export function keepLater(
  kept: ResultCache | undefined,
  doc: OpenDocument,
  changes: WorkQueue,
  isCurrent: () => boolean,
): void {
  // Verdicts of the file alone are kept: what is attached need not be there the next time.
  const file = doc.onDisk?.file
  // Of a file that has grown, what was read is no state of it any more.
  if (!kept || file?.size !== doc.source.size || doc.attached) return
  setTimeout(() => {
    void changes.run(async () => {
      if (isCurrent()) await kept.keep(file, doc, () => changes.waiting > 0)
    })
  }, kept.limits.delay)
}

/** Whether cached results do not fit the file. They are forgotten then. */
export async function forgetIfStale(
  kept: ResultCache | undefined,
  doc: OpenDocument,
  error: unknown,
): Promise<boolean> {
  const file = doc.onDisk?.file
  if (!file || !isStale(doc, error)) return false
  if (!(await checkSource(file)).ok) return false
  await kept?.forget(file, doc.source)
  // The lines that edits belong to would be others.
  return doc.lines.undoLabel === undefined && doc.lines.redoLabel === undefined
}
