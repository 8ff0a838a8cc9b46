// Search in prompts, answers and ids: runs a moment after typing stops; the table then shows what was
// found. Escape stops a running search and then clears it.
import { type JSX, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { countOf, percentOf } from '../../../state/formatNumber.ts'
import {
  cancelPairSearch,
  clearPairSearch,
  searchPairs,
} from '../../../state/pairing/pairSearch.ts'
import { type PairSearchState, usePairing } from '../../../state/pairing/pairingStore.ts'
import type { PairSearchQuery } from '../../../contracts/pairingApi.ts'
import { PAIR_SEARCH_ID } from '../../table/focusField.ts'
import styles from '../../table/TableToolbar.module.css'

/** Milliseconds without typing before gigabytes are searched. */
const TYPING_PAUSE = 300

export function PairSearchBox({ canSearch }: { readonly canSearch: boolean }): JSX.Element {
  const shown = usePairing((state) => state.search)
  const matches = usePairing((state) => state.facts?.matches) ?? 0
  const [query, setQuery] = useState<PairSearchQuery>(shown.query)
  const [known, setKnown] = useState(shown.query)
  if (shown.query !== known) {
    // Cleared from elsewhere.
    setKnown(shown.query)
    setQuery(shown.query)
  }
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])

  const start = (next: PairSearchQuery) => {
    clearTimeout(pause.current)
    void searchPairs(next)
  }
  const change = (part: Partial<PairSearchQuery>) => {
    const next = { ...query, ...part }
    setQuery(next)
    clearTimeout(pause.current)
    pause.current = setTimeout(() => start(next), next.text === '' ? 0 : TYPING_PAUSE)
  }
  const clear = () => {
    clearTimeout(pause.current)
    setQuery({ ...query, text: '' })
    void clearPairSearch()
  }
  const handleKey = (press: KeyboardEvent<HTMLInputElement>) => {
    // Enter ends the choice of a character in an input method.
    if (press.nativeEvent.isComposing) return
    if (press.key === 'Enter') {
      press.preventDefault()
      start(query)
    } else if (press.key === 'Escape' && (query.text !== '' || shown.state === 'searching')) {
      press.preventDefault()
      press.stopPropagation()
      if (shown.state === 'searching') void cancelPairSearch()
      else clear()
    }
  }
  const share = shareOf(shown)
  return (
    <search className={styles['search']}>
      <div className={styles['searchField']}>
        <input
          id={PAIR_SEARCH_ID}
          type="search"
          autoComplete="off"
          spellCheck={false}
          aria-label="Search pairs"
          aria-describedby="pair-search-status"
          placeholder="Search prompts, answers, ids…"
          className={styles['searchInput']}
          disabled={!canSearch}
          value={query.text}
          onChange={(typed) => change({ text: typed.target.value })}
          onKeyDown={handleKey}
        />
        <span
          id="pair-search-status"
          role="status"
          aria-label="Search status"
          className={styles['searchStatus']}
          data-matches={shown.state === 'done' ? matches : 0}
          data-state={shown.state === 'stopped' ? 'idle' : shown.state}
        >
          {statusText(shown, matches)}
        </span>
        <button
          type="button"
          className={styles['flag']}
          aria-label="Match case"
          aria-pressed={query.matchCase}
          title="Match case"
          disabled={!canSearch}
          onClick={() => change({ matchCase: !query.matchCase })}
        >
          Aa
        </button>
        {query.text !== '' && (
          <button
            type="button"
            className={styles['flag']}
            aria-label="Clear search"
            title="Clear search (Escape)"
            onClick={clear}
          >
            ×
          </button>
        )}
      </div>
      {share !== undefined && (
        <div
          role="progressbar"
          aria-label="Searching"
          aria-valuenow={share}
          aria-valuemin={0}
          aria-valuemax={100}
          className={styles['searchProgress']}
          style={{ width: `${share}%` }}
        />
      )}
    </search>
  )
}

/**
 * Whole percent; only while searching. One half is for finding the lines whose bytes may hold the
 * text, the other for looking into these lines.
 */
function shareOf({ state, progress }: PairSearchState): number | undefined {
  if (state !== 'searching') return undefined
  if (!progress) return 0
  const { unit, done, total } = progress
  return percentOf(unit === 'bytes' ? done : total + done, total * 2)
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
