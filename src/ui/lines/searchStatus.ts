// What the search box says about a search.
import { countOf } from '../../state/formatNumber.ts'
import type { SearchState } from '../../state/store.ts'

export interface SearchStatus {
  /** Lines that match, as far as known. */
  readonly matches: number
  readonly text: string
  /** How much of the file has been searched, 0 to 1; only while searching. */
  readonly share?: number
}

/** `matchesNow`: the lines that match according to the facts of the document. */
export function searchStatus(
  { progress, state }: SearchState,
  matchesNow: number | undefined,
): SearchStatus {
  const found = progress?.matchingLines ?? 0
  switch (state) {
    case 'idle':
      // A search that was stopped keeps what it found.
      return progress
        ? { matches: found, text: `${countOf(found, 'line')} so far, stopped` }
        : { matches: 0, text: '' }
    case 'searching': {
      const total = progress?.total ?? 0
      const share = total > 0 ? Math.min(1, (progress?.done ?? 0) / total) : 0
      return { matches: found, text: `${countOf(found, 'line')} so far`, share }
    }
    case 'done': {
      // Edits change the count afterwards.
      const matches = matchesNow ?? found
      return { matches, text: matches === 0 ? 'No lines' : countOf(matches, 'line') }
    }
  }
}
