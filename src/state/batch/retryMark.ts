// Which run a document sends again what failed of.
import { documentSlot } from '../documentScope.ts'
import type { DocumentKey } from '../store.ts'

const marks = documentSlot<{ of?: string }>(() => ({}))

export function markRetry(key: DocumentKey, run: string): void {
  marks.of(key).of = run
}

export function retryOf(key: DocumentKey): string | undefined {
  return marks.of(key).of
}
