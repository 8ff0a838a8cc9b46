// The one word about the active document.
import type { DocumentTab } from '../../state/store.ts'
import type { DocumentState } from '../../contracts/documentApi.ts'

/** A tab whose worker has not said anything yet is being read. */
export function statusOf(
  tab: Pick<DocumentTab, 'crash' | 'facts' | 'readFailure'> | undefined,
): DocumentState | 'empty' {
  if (!tab) return 'empty'
  if (tab.crash !== undefined || tab.readFailure !== undefined) return 'failed'
  return tab.facts?.state ?? 'reading'
}
