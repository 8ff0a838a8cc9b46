// Files in private storage that a document is made of: they are taken away when it is closed.
import { documentSlot } from '../documentScope.ts'
import type { DocumentKey } from '../store.ts'
import { conversionClient } from './conversionWorker.ts'

const made = documentSlot<string[]>(
  () => [],
  (ids) => {
    for (const id of ids) void conversionClient().discard(id)
  },
)

/** `id`: of the worker's file that the document reads from now on. */
export function keepMadeFile(key: DocumentKey, id: string): void {
  made.of(key).push(id)
}
