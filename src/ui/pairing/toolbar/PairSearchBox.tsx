// Search in prompts, answers and ids; the table then shows what was found.
import type { JSX } from 'react'
import { countOf } from '../../../state/formatNumber.ts'
import {
  cancelPairSearch,
  clearPairSearch,
  searchPairs,
} from '../../../state/pairing/pairSearch.ts'
import {
  pairingStore,
  type PairSearchState,
  usePairing,
} from '../../../state/pairing/pairingStore.ts'
import { closePairDrawer } from '../../../state/pairing/selection.ts'
import { focusTable, PAIR_SEARCH_ID } from '../../controls/focusField.ts'
import { SearchField } from '../../table/SearchField.tsx'
import { useSearchField } from '../../table/useSearchField.ts'

export function PairSearchBox({ canSearch }: { readonly canSearch: boolean }): JSX.Element {
  const shown = usePairing((state) => state.search)
  const matches = usePairing((state) => state.facts?.matches) ?? 0
  const field = useSearchField({
    shown: shown.query,
    isSearching: shown.state === 'searching',
    search: searchPairs,
    cancel: cancelPairSearch,
    clear: clearPairSearch,
    onLeave: leaveField,
  })
  return (
    <SearchField
      id={PAIR_SEARCH_ID}
      label="Search pairs"
      placeholder="Search prompts, answers, ids…"
      field={field}
      isDisabled={!canSearch}
      status={{
        text: statusText(shown, matches),
        matches: shown.state === 'done' ? matches : 0,
        state: shown.state === 'stopped' ? 'idle' : shown.state,
        share: shareOf(shown),
      }}
    />
  )
}

/** Closes the drawer when it is open; else goes back to the table. */
function leaveField(): void {
  if (pairingStore.getState().isDrawerOpen) closePairDrawer()
  else focusTable()
}

/**
 * 0 to 1; only while searching. One half is for finding the lines whose bytes may hold the text, the
 * other for looking into these lines.
 */
function shareOf({ state, progress }: PairSearchState): number | undefined {
  if (state !== 'searching') return undefined
  if (!progress || progress.total === 0) return 0
  const { unit, done, total } = progress
  return (unit === 'bytes' ? done : total + done) / (total * 2)
}

function statusText({ state }: PairSearchState, matches: number): string {
  switch (state) {
    case 'idle':
      return ''
    case 'searching':
      return 'Searching…'
    case 'stopped':
      return 'Stopped'
    case 'done':
      return matches === 0 ? 'None' : countOf(matches, 'row')
  }
}
