// The rows of one document that the page holds.
import type { Row, View } from '../contracts/documentApi.ts'
import type { DocumentClient } from '../worker/documentClient.ts'
import { createPagedRows, type PagedRows, type PagedSource } from './pagedRows.ts'

/** What is read from; a part of the client. */
export type RowReader = Pick<DocumentClient, 'readRows'>

/** A state of the document whose rows are wanted. */
export type RowSource = PagedSource<View>

export type LoadedRows = PagedRows<View, Row>

export function createRowWindow(
  reader: RowReader,
  schedule?: (run: () => void) => void,
): LoadedRows {
  return createPagedRows(reader, viewKey, schedule)
}

/** Equal for views that have the same rows. */
export function viewKey(view: View): string {
  if (view.kind === 'cause') return `cause ${view.code}`
  return view.kind === 'matches' && view.among ? `matches ${view.among}` : view.kind
}
