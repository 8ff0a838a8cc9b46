// Undo and redo: the lines go back or forth, and their verdicts with them.
import { neverCancelled } from '../base/jobs.ts'
import { type Edited, editedAt, follow } from './changes.ts'
import { redetectFormat } from './formatAgain.ts'
import type { OpenDocument } from './openDocument.ts'
import { revalidate } from './reading.ts'

/** Undefined when there is nothing to undo, or to redo. */
export async function stepHistory(
  doc: OpenDocument,
  direction: 'undo' | 'redo',
  scannerModule: WebAssembly.Module,
): Promise<Edited | undefined> {
  const changes = direction === 'undo' ? doc.lines.undo() : doc.lines.redo()
  if (!changes) return undefined
  // The step remembers the verdicts of another validator.
  const isOld = changes.epoch !== doc.lines.epoch
  if (isOld) {
    await revalidate(doc, doc.format, scannerModule, neverCancelled, () => {})
  }
  const changed = await follow(doc, changes, isOld)
  await redetectFormat(doc, scannerModule)
  const focus = changed.find((id) => doc.lines.has(id))
  return editedAt(doc, changed, focus)
}
