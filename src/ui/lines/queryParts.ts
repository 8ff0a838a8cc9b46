// What the search box needs for queries alone, which is not of the first screen.
import { lazyPart } from '../controls/lazyPart.tsx'

export const QueryAssist = lazyPart(
  async () => (await import('../query/QueryAssist.tsx')).QueryAssist,
)
export const QueryProblem = lazyPart(
  async () => (await import('../query/QueryProblem.tsx')).QueryProblem,
)
export const QueriesDialog = lazyPart(
  async () => (await import('../query/QueriesDialog.tsx')).QueriesDialog,
)

export const loadInvertQuery = () => import('../../fields/invertQuery.ts')

/** After that they need no network. */
export function preloadQueries(): void {
  void QueryAssist.preload()
  void QueryProblem.preload()
  void QueriesDialog.preload()
  loadInvertQuery().catch(() => {})
}
