// The columns of the table as the user arranged them: some of the file's own, and fields by their paths.
import { FIELD_COLUMN, type ColumnWish, type ColumnWishes } from '../contracts/columns.ts'
import { type FieldColumn, parseFieldColumn } from '../fields/fieldColumn.ts'
import type { Column } from '../formats/defineFormat.ts'
import { verbatim } from '../i18n/message.ts'

/** A column of the file's own, or a field. */
export type ShownColumn = Column & { readonly field?: FieldColumn }

/** CSS pixels of a field's column. */
const FIELD_WIDTH = 140

/** Columns that are shown at most: each costs something for every row in sight. */
const MOST_COLUMNS = 100

/** `own`: those that the file has by itself. What is wished for and does not exist here is left out. */
export function shownColumnsOf(
  own: readonly Column[],
  wishes: readonly ColumnWish[] | undefined,
): readonly ShownColumn[] {
  if (!wishes) return own
  const shown = wishes.slice(0, MOST_COLUMNS).flatMap((wish) => columnOf(own, wish))
  // Nobody would find the way back from a table without columns.
  return shown.length > 0 ? shown : own
}

function columnOf(own: readonly Column[], { id, field }: ColumnWish): readonly ShownColumn[] {
  if (field === undefined) return own.filter((column) => column.id === id)
  const parsed = parseFieldColumn(field)
  if (!parsed || id !== FIELD_COLUMN + field) return []
  return [{ id, title: verbatim(field), paths: [], width: FIELD_WIDTH, field: parsed }]
}

/** By what the wishes for a file are found: files whose own columns are the same have the same. */
export function columnsKeyOf(formatId: string, own: readonly Column[]): string {
  return [formatId, ...own.map(({ id }) => id)].join('\n')
}

export function wishesFor(
  wishes: ColumnWishes,
  formatId: string,
  own: readonly Column[],
): readonly ColumnWish[] | undefined {
  const key = columnsKeyOf(formatId, own)
  return Object.hasOwn(wishes, key) ? wishes[key] : undefined
}
