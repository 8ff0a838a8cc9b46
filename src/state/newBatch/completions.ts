// What can stand at the caret in the JSON of the body.
import type { Completion } from '../../contracts/templatesApi.ts'
import { newBatchStore } from './newBatchStore.ts'
import { templatesClient } from './templatesWorker.ts'

/** `at`: code units from the start of `body`. Undefined where there is nothing to offer, or nobody to ask. */
export async function completionAt(body: string, at: number): Promise<Completion | undefined> {
  const { endpoint } = newBatchStore.getState()
  const found = await templatesClient().complete({ endpoint, body, at })
  return found.ok ? found.value : undefined
}
