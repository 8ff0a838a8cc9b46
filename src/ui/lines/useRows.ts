// The loaded rows of a document in a component: rendered again when rows arrive.
import { useEffect, useSyncExternalStore } from 'react'
import type { LoadedRows, RowSource } from '../../state/rowWindow.ts'

/**
 * Wants the rows of a view and revision. Returns another number whenever `rows.peekRow` may answer
 * differently.
 */
export function useRows(rows: LoadedRows, source: RowSource): number {
  const { view, revision, extra, isGrowing } = source
  const version = useSyncExternalStore(rows.subscribe, rows.getVersion)
  useEffect(
    () => rows.setSource({ view, revision, extra, isGrowing }),
    [rows, view, revision, extra, isGrowing],
  )
  return version
}
