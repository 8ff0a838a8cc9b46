import { FIELD_COLUMN } from '../../contracts/columns.ts'
import type { ColumnInfo, DocumentFacts } from '../../contracts/documentApi.ts'

/**
 * The column that shows a field, be it hidden: one of the file's own, or the field's. `field`: a path, or
 * `length(path)`, as queries have them.
 */
export function columnOfField(
  facts: DocumentFacts | undefined,
  field: string,
): ColumnInfo | undefined {
  if (!facts) return undefined
  const shows = ({ fields, id }: ColumnInfo): boolean =>
    id === FIELD_COLUMN + field || fields?.includes(field) === true
  return facts.columns.find(shows) ?? facts.hiddenColumns.find(shows)
}

/** Whether the table shows the field already. What is the same in all lines is in no column of it. */
export function isFieldColumn(facts: DocumentFacts | undefined, field: string): boolean {
  const column = columnOfField(facts, field)
  return (
    column !== undefined && column.uniform === undefined && facts?.columns.includes(column) === true
  )
}
