// A setting of the page that a document's worker is told, such as codes that are switched off: no edit, so there is
// no step of undo and no entry in the log.
import type { Result } from '../../base/result.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { clientOf, hasClient } from '../clients.ts'
import { type DocumentKey, findDocument, updateDocument } from '../store.ts'
import { showFailure } from './messages.ts'

/** Tells the worker of a document, and shows what it makes of it. */
export async function tellSetting(
  key: DocumentKey,
  tell: (client: DocumentClient) => Promise<Result<DocumentFacts>>,
): Promise<void> {
  if (!hasClient(key)) return
  const client = clientOf(key)
  const told = await tell(client)
  // Closed meanwhile, or another worker has been told.
  if (!hasClient(key) || clientOf(key) !== client) return
  // A file that is about to be read is told again when it is there.
  if (!told.ok) {
    if (told.failure.code !== 'not-open') showFailure(told.failure)
    return
  }
  const { value: facts } = told
  if (facts.revision >= (findDocument(key)?.facts?.revision ?? -1)) updateDocument(key, { facts })
}
