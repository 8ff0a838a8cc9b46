// The number of tokens as a column of the table, beside those of the format.
import type { ColumnInfo, Row } from '../../contracts/documentApi.ts'
import { msg } from '../../i18n/message.ts'

const TOKENS = 'lineTokens'

const tokenColumn: ColumnInfo = { id: TOKENS, title: msg('tokens'), width: 84 }

/** Before the last column, which takes the rest. */
export function withTokenColumn(columns: readonly ColumnInfo[]): readonly ColumnInfo[] {
  return [...columns.slice(0, -1), tokenColumn, ...columns.slice(-1)]
}

/** Whether its cells are numbers, which stand under one another by their last digit. */
export function isOfNumbers({ id }: ColumnInfo): boolean {
  return id === TOKENS
}

/**
 * The texts of a row's cells, one for each column. Undefined where the row has none, or those of another
 * format, until it is read again.
 */
export function cellsOf(
  row: Row,
  columns: readonly ColumnInfo[],
  format: (tokens: number) => string,
): readonly string[] | undefined {
  const at = columns.findIndex(isOfNumbers)
  if (row.cells?.length !== columns.length - (at < 0 ? 0 : 1)) return undefined
  if (at < 0) return row.cells
  const tokens = row.tokens === undefined ? '' : format(row.tokens)
  return [...row.cells.slice(0, at), tokens, ...row.cells.slice(at)]
}
