// What the export dialog asks the document before anything is written.
import type { Result } from '../../base/result.ts'
import type { ExportChoice, ExportFields, ExportPreview } from '../../contracts/documentApi.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import { newJobId } from '../actions/jobs.ts'
import { clientOf, hasClient } from '../clients.ts'
import type { DocumentKey } from '../store.ts'

/** Undefined when the document is closed. */
export async function askPreview(
  key: DocumentKey,
  choice: ExportChoice,
): Promise<Result<ExportPreview> | undefined> {
  return hasClient(key) ? clientOf(key).exportPreview(choice) : undefined
}

export interface FieldSearch {
  /** Undefined when the document is closed. Fails with `cancelled` after `cancel`. */
  readonly found: Promise<Result<ExportFields> | undefined>
  readonly cancel: () => void
}

/** Looks for the fields in all lines that are chosen. */
export function searchFields(
  key: DocumentKey,
  choice: ExportChoice,
  onProgress: OnProgress,
): FieldSearch {
  if (!hasClient(key)) return { found: Promise.resolve(undefined), cancel: () => {} }
  const client = clientOf(key)
  const jobId = newJobId()
  return {
    found: client.exportFields({ ...choice, jobId }, onProgress),
    cancel: () => void client.cancel(jobId),
  }
}
