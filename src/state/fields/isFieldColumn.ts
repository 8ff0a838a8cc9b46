import { FIELD_COLUMN } from '../../contracts/columns.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'

/** Whether the table shows the field already; `text` as queries have it. */
export function isFieldColumn(facts: DocumentFacts | undefined, text: string): boolean {
  return facts?.columns.some(({ id }) => id === FIELD_COLUMN + text) ?? false
}
