// What is written of a line, as data: the scanner does it for all lines in which nothing is out of the ordinary.
import type { SpanColumn, SpanMember, SpanRows } from '../../../scanner/spanRows.ts'
import type { ObjectMember } from './objectKeys.ts'

export type RowForm =
  | {
      readonly kind: 'csv'
      readonly delimiter: ',' | '\t'
      readonly isFormulaSafe: boolean
      readonly hasNulls: boolean
    }
  | {
      readonly kind: 'objects'
      /** The column of lines that are no object; -1 for none. */
      readonly whole: number
      readonly members: readonly ObjectMember[]
    }

/** `columns`: what is read for each column. */
export function spanRows(form: RowForm, columns: readonly SpanColumn[]): SpanRows {
  if (form.kind === 'csv') return { ...form, columns }
  const { kind, whole, members } = form
  return { kind, whole: columns[whole] ?? [], members: spanMembers(members, columns) }
}

function spanMembers(
  members: readonly ObjectMember[],
  columns: readonly SpanColumn[],
): readonly SpanMember[] {
  return members.map(({ key, column, members: inner }) =>
    column < 0
      ? { key, members: spanMembers(inner, columns) }
      : { key, column: columns[column] ?? [] },
  )
}
