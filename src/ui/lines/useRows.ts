// The loaded rows of a document in a component: rendered again when rows arrive.
import { useEffect, useSyncExternalStore } from 'react'
import { type LoadedRows, type RowSource, rowWindowOf } from '../../state/rowWindow.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'

export interface ShownRows {
  readonly rows: LoadedRows
  /** Another number whenever `rows.peekRow` may answer differently. */
  readonly version: number
}

/** The rows of a client's document for a view and revision. */
export function useRows(client: DocumentClient, source: RowSource): ShownRows {
  const { view, revision, extra, isGrowing } = source
  const rows = rowWindowOf(client)
  const version = useSyncExternalStore(rows.subscribe, rows.getVersion)
  useEffect(
    () => rows.setSource({ view, revision, extra, isGrowing }),
    [rows, view, revision, extra, isGrowing],
  )
  return { rows, version }
}
