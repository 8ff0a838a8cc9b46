// Batches that one start made more than one of. Browsers repeat a POST by themselves when a connection that
// was in use before closes without an answer (seen in Chromium 156, over HTTP/1.1: a server that stores and then
// drops the connection gets the request twice, and the page hears of one). Nothing in a page can forbid that,
// so it is looked for afterwards.
import { type Batch, hasEnded } from '../batch/batchObject.ts'
import { idStep } from '../batch/endpointUrl.ts'
import { parseBatch, parseBatchPage } from '../batch/parseBatch.ts'
import type { BatchRequest } from '../contracts/batchApi.ts'
import { askJson } from './askJson.ts'
import type { Connection } from './connection.ts'
import type { Environment } from './environment.ts'

/** Of the newest batches: a twin was made a moment ago. */
const LIST = '/batches?limit=20'

/**
 * Cancels all but one of the batches that have the file, endpoint and metadata of the request; without
 * metadata, by which alone they are known for certain, none. `kept`: the one that the API answered with;
 * without an answer the newest stays.
 */
export async function cancelTwins(
  environment: Environment,
  connection: Connection,
  request: BatchRequest,
  kept?: Batch,
): Promise<void> {
  if (Object.keys(request.metadata).length === 0) return
  const page = await askJson(environment, connection, {
    method: 'GET',
    path: LIST,
    subject: 'list',
    parse: parseBatchPage,
    attempts: 1,
  })
  if (!page.ok) return
  const all = page.value.batches
    .filter((batch) => !hasEnded(batch) && batch.status !== 'cancelling' && isOf(batch, request))
    .sort((a, b) => b.createdAt - a.createdAt)
  const twins = kept ? all.filter(({ id }) => id !== kept.id) : all.slice(1)
  for (const { id } of twins) {
    const step = idStep(id)
    if (step === undefined) continue
    await askJson(environment, connection, {
      method: 'POST',
      path: `/batches/${step}/cancel`,
      subject: 'cancel',
      parse: parseBatch,
    })
  }
}

function isOf({ inputFileId, endpoint, metadata }: Batch, request: BatchRequest): boolean {
  return (
    inputFileId === request.inputFileId &&
    endpoint === request.endpoint &&
    Object.entries(request.metadata).every(([key, value]) => metadata[key] === value)
  )
}
