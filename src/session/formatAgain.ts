// Many lines at once have become others: where the user chose no format, they may now be of another
// one. It belongs to the command, which is done by then and is not cancelled any more.
import { neverCancelled } from '../base/jobs.ts'
import { columnsOfSample } from '../formats/columnsOfSample.ts'
import type { Edited } from './changes.ts'
import { formatOfSample, sampleOfDocument } from './detection.ts'
import type { OpenDocument } from './openDocument.ts'
import { revalidate } from './reading.ts'

export async function redetectFormat(doc: OpenDocument, wasm: WebAssembly.Module): Promise<void> {
  const wasLines = doc.sniffed.layout === 'lines'
  if (!doc.isFormatDetected && wasLines) return
  const sample = await sampleOfDocument(doc)
  // What was no lines when it was opened may have become some.
  if (!wasLines) doc.plainColumns = columnsOfSample(sample)
  if (!doc.isFormatDetected) return
  const format = formatOfSample(sample)
  if (format !== doc.format) await revalidate(doc, format, wasm, neverCancelled, () => {})
}

/** After an edit that left hardly a line as it was, such as an array that was split. */
export async function redetectAfter(
  doc: OpenDocument,
  edited: Edited | undefined,
  wasm: WebAssembly.Module,
): Promise<Edited | undefined> {
  const changed = edited?.changed.length ?? 0
  if (changed > 1 && 2 * changed >= doc.lines.lineCount) await redetectFormat(doc, wasm)
  return edited
}
