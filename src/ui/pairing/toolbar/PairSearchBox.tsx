// Search in prompts, answers and ids; the table then shows what was found.
import type { JSX } from 'react'
import { type Message, msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
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
  const { t } = useTranslator()
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
  const status = statusText(shown, matches)
  return (
    <SearchField
      id={PAIR_SEARCH_ID}
      label={t(msg('Search pairs'))}
      placeholder={t(msg('Search prompts, answers, ids…'))}
      field={field}
      isDisabled={!canSearch}
      status={{
        text: status ? t(status) : '',
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

function statusText({ state }: PairSearchState, matches: number): Message | undefined {
  switch (state) {
    case 'idle':
      return undefined
    case 'searching':
      return msg('Searching…')
    case 'stopped':
      return msg('Stopped')
    case 'done':
      return matches === 0
        ? msg('None')
        : msg('{count, plural, one {# row} other {# rows}}', { count: matches })
  }
}
