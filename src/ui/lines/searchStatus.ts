// What the search box says about a search.
import { lineNumberOf } from '../../base/units.ts'
import { countOf, groupNumber } from '../../state/formatNumber.ts'
import type { CurrentMatch, DocumentTab, SearchState } from '../../state/store.ts'

export interface SearchStatus {
  /** Lines that match, as far as known. */
  readonly matches: number
  readonly text: string
  /** How much of the file has been searched, 0 to 1; only while searching. */
  readonly share?: number
}

/**
 * `matchesNow`: the lines that match according to the facts of the document; `current`: the match that
 * is looked at.
 */
export function searchStatus(
  { progress, state }: SearchState,
  matchesNow: number | undefined,
  current?: CurrentMatch,
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
      if (matches === 0) return { matches, text: 'No lines' }
      if (current?.row === undefined) return { matches, text: countOf(matches, 'line') }
      return { matches, text: `${groupNumber(current.row + 1)} of ${groupNumber(matches)}` }
    }
  }
}

/** The match that was gone to, while its line is the one that is looked at. */
export function currentMatch({ match, selection }: DocumentTab): CurrentMatch | undefined {
  return match && selection?.id === match.line ? match : undefined
}

/** What follows that text, in words for those who do not see where the match is. */
export function spokenMatch(tab: DocumentTab): string | undefined {
  const match = currentMatch(tab)
  if (!match || !tab.selection) return undefined
  const line = ` matching lines, line ${groupNumber(lineNumberOf(tab.selection.index))}`
  return match.count > 1 ? `${line}, match ${match.at + 1} of ${match.count}` : line
}
