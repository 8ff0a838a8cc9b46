// Whether something that went wrong was caused by an earlier reading.
import { ReadFailure } from '../document/byteSource.ts'
import { Cancelled } from '../base/jobs.ts'
import type { ValidatedDocument } from '../validation/validatedDocument.ts'

/**
 * Whether an error may come from lines that an earlier reading of the file left here and that are not
 * its lines now. A file that was changed while it is open makes such errors too.
 */
export function isStale(doc: ValidatedDocument, error: unknown): boolean {
  if (!doc.isRestored || error instanceof Cancelled) return false
  if (error instanceof ReadFailure) return error.failure.kind === 'file-changed'
  // Whatever would be a bug elsewhere.
  return !(error instanceof DOMException)
}
