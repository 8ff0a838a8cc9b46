// One change of many lines: they are read and rewritten a batch at a time, between which it can be cancelled.
import { breathe, type Job } from '../base/jobs.ts'
import type { LineId } from '../base/units.ts'
import type { OnProgress } from '../contracts/progress.ts'
import type { ChangeBuilder } from '../document/changeBuilder.ts'
import type { LineContent } from '../document/contentReader.ts'
import type { Message } from '../i18n/message.ts'
import type { OpenDocument } from './openDocument.ts'

/** Lines read between two looks at the cancel button. */
const BATCH_LINES = 256

/**
 * Calls `rewrite` with each line, in order, and returns the change for the caller to commit. When it throws (Cancelled
 * and ReadFailure among others), nothing has changed.
 */
export async function changeLines(
  doc: OpenDocument,
  ids: readonly LineId[],
  label: Message,
  rewrite: (change: ChangeBuilder, content: LineContent) => void | Promise<void>,
  job: Job,
  onProgress: OnProgress,
): Promise<ChangeBuilder> {
  const total = ids.length
  const change = doc.lines.beginChange(label)
  try {
    for (let from = 0; from < total; from += BATCH_LINES) {
      const batch = ids.slice(from, from + BATCH_LINES)
      for (const content of await doc.lines.readContents(batch)) await rewrite(change, content)
      onProgress({ unit: 'lines', done: from + batch.length, total })
      await breathe()
      job.check()
    }
  } catch (error) {
    change.discard()
    throw error
  }
  return change
}
