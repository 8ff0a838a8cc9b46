// Many lines at once have become others: where the user chose no format, they may now be of another
// one. It belongs to the command, which is done by then and is not cancelled any more.
import { neverCancelled } from '../base/jobs.ts'
import { formatOfDocument } from './detection.ts'
import type { OpenDocument } from './openDocument.ts'
import { revalidate } from './reading.ts'

export async function redetectFormat(doc: OpenDocument, wasm: WebAssembly.Module): Promise<void> {
  if (!doc.isFormatDetected) return
  const format = await formatOfDocument(doc)
  if (format !== doc.format) await revalidate(doc, format, wasm, neverCancelled, () => {})
}
