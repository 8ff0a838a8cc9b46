// Search over all lines: runs a moment after typing stops, Enter and Shift+Enter go through the
// matches, Escape stops a running search and then clears it.
import { type JSX, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { setView } from '../../state/actions/lines.ts'
import { cancelSearch, clearSearch, nextMatch, search } from '../../state/actions/search.ts'
import { useActive } from '../../state/hooks.ts'
import type { SearchQuery } from '../../contracts/documentApi.ts'
import { SEARCH_ID } from '../table/focusField.ts'
import { searchStatus } from './searchStatus.ts'
import styles from '../table/TableToolbar.module.css'

/** Milliseconds without typing before a file of a gigabyte is searched. */
const TYPING_PAUSE = 250

export function SearchBox(): JSX.Element {
  const shown = useActive((tab) => tab.search)
  const matchesNow = useActive((tab) => tab.facts?.matches)
  const isShowingMatches = useActive((tab) => tab.view.kind === 'matches')
  const [query, setQuery] = useState<SearchQuery>(shown.query)
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  /** The query that was last handed on, whatever became of it. */
  const started = useRef<SearchQuery>(shown.query)
  useEffect(() => () => clearTimeout(pause.current), [])

  const start = async (next: SearchQuery) => {
    clearTimeout(pause.current)
    started.current = next
    await search(next)
  }
  const change = (part: Partial<SearchQuery>) => {
    const next = { ...query, ...part }
    setQuery(next)
    clearTimeout(pause.current)
    pause.current = setTimeout(() => void start(next), next.text === '' ? 0 : TYPING_PAUSE)
  }
  const clear = async () => {
    clearTimeout(pause.current)
    const empty = { ...query, text: '' }
    setQuery(empty)
    started.current = empty
    await clearSearch()
  }
  const go = async (direction: -1 | 1) => {
    if (started.current !== query) await start(query)
    await nextMatch(direction)
  }
  const handleKey = (press: KeyboardEvent<HTMLInputElement>) => {
    // Enter ends the choice of a character in an input method.
    if (press.nativeEvent.isComposing) return
    if (press.key === 'Enter') {
      press.preventDefault()
      if (query.text !== '') void go(press.shiftKey ? -1 : 1)
    } else if (press.key === 'Escape' && (query.text !== '' || shown.state === 'searching')) {
      press.preventDefault()
      press.stopPropagation()
      if (shown.state === 'searching') void cancelSearch()
      else void clear()
    }
  }
  const status = searchStatus(shown, matchesNow)
  const hasMatches = status.matches > 0
  return (
    <search className={styles['search']}>
      <div className={styles['searchField']} data-problem={shown.problem !== undefined}>
        <input
          id={SEARCH_ID}
          type="search"
          autoComplete="off"
          spellCheck={false}
          aria-label="Search lines"
          aria-invalid={shown.problem !== undefined}
          aria-describedby="search-status"
          placeholder="Search lines…"
          className={styles['searchInput']}
          value={query.text}
          onChange={(typed) => change({ text: typed.target.value })}
          onKeyDown={handleKey}
        />
        <span
          id="search-status"
          role="status"
          aria-label="Search status"
          className={styles['searchStatus']}
          data-matches={status.matches}
          data-state={shown.state}
        >
          {status.text}
        </span>
        <button
          type="button"
          className={styles['flag']}
          aria-label="Match case"
          aria-pressed={query.matchCase}
          title="Match case"
          onClick={() => change({ matchCase: !query.matchCase })}
        >
          Aa
        </button>
        <button
          type="button"
          className={styles['flag']}
          aria-label="Regular expression"
          aria-pressed={query.isRegExp}
          title="Regular expression"
          onClick={() => change({ isRegExp: !query.isRegExp })}
        >
          .*
        </button>
        {query.text !== '' && (
          <>
            <button
              type="button"
              className={styles['flag']}
              aria-label="Previous match"
              title="Previous match (Shift+Enter)"
              disabled={!hasMatches}
              onClick={() => void go(-1)}
            >
              ↑
            </button>
            <button
              type="button"
              className={styles['flag']}
              aria-label="Next match"
              title="Next match (Enter)"
              disabled={!hasMatches}
              onClick={() => void go(1)}
            >
              ↓
            </button>
            <button
              type="button"
              className={styles['flag']}
              aria-label="Show only matching lines"
              aria-pressed={isShowingMatches}
              title="Show only matching lines"
              disabled={!hasMatches && !isShowingMatches}
              onClick={() => setView({ kind: isShowingMatches ? 'all' : 'matches' })}
            >
              ≡
            </button>
            <button
              type="button"
              className={styles['flag']}
              aria-label="Clear search"
              title="Clear search (Escape)"
              onClick={() => void clear()}
            >
              ×
            </button>
          </>
        )}
      </div>
      {status.share !== undefined && (
        <div
          role="progressbar"
          aria-label="Searching"
          aria-valuenow={Math.floor(status.share * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
          className={styles['searchProgress']}
          style={{ width: `${status.share * 100}%` }}
        />
      )}
      {shown.problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {shown.problem}
        </p>
      )}
    </search>
  )
}
