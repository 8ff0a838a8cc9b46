// The loaded rows of a document in a component: drawn again when rows arrive.
import { useEffect, useSyncExternalStore } from 'react'
import { type RowSource, type RowWindow, rowWindowOf } from '../../state/rowWindow.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'

export interface LoadedRows {
  readonly rows: RowWindow
  /** Another number whenever `rows.peekRow` may answer differently. */
  readonly version: number
}

/** The rows of a client's document for a view and revision. */
export function useRows(client: DocumentClient, source: RowSource): LoadedRows {
  const { view, revision, extra, isGrowing } = source
  const rows = rowWindowOf(client)
  const version = useSyncExternalStore(rows.subscribe, rows.getVersion)
  useEffect(
    () => rows.setSource({ view, revision, extra, isGrowing }),
    [rows, view, revision, extra, isGrowing],
  )
  return { rows, version }
}
