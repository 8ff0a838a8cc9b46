// Which columns the table of lines shows, as the user arranged them: types only.

/** A column of the format's own, by its id; or a field. */
export interface ColumnWish {
  /** Of a field: the text of `field`, with the mark of FIELD_COLUMN before it. */
  readonly id: string
  /** A path as queries have it, or `length(path)`. */
  readonly field?: string
}

/** By what kind of file (`DocumentFacts.columnsKey`), the columns in their order. */
export type ColumnWishes = Readonly<Record<string, readonly ColumnWish[]>>

/** In place of an export's columns: those that the table shows. */
export const TABLE_COLUMNS = 'table'

/** What ids of columns begin with that are fields: no column of a format has such an id. */
export const FIELD_COLUMN = '='
