// Search over all lines: Enter and Shift+Enter go through the matches.
import type { JSX } from 'react'
import { setView } from '../../state/actions/lines.ts'
import { cancelSearch, clearSearch, nextMatch, search } from '../../state/actions/search.ts'
import { useActive } from '../../state/hooks.ts'
import { SEARCH_ID } from '../table/focusField.ts'
import { SearchButton, SearchField } from '../table/SearchField.tsx'
import { useSearchField } from '../table/useSearchField.ts'
import { searchStatus } from './searchStatus.ts'

export function SearchBox(): JSX.Element {
  const shown = useActive((tab) => tab.search)
  const matchesNow = useActive((tab) => tab.facts?.matches)
  const isShowingMatches = useActive((tab) => tab.view.kind === 'matches')
  const field = useSearchField({
    shown: shown.query,
    isSearching: shown.state === 'searching',
    search,
    cancel: cancelSearch,
    clear: clearSearch,
    onEnter: (press) => void go(press.shiftKey ? -1 : 1),
  })
  const { query, change } = field
  const status = searchStatus(shown, matchesNow)
  const hasMatches = status.matches > 0

  async function go(direction: -1 | 1): Promise<void> {
    await field.start()
    await nextMatch(direction)
  }

  return (
    <SearchField
      id={SEARCH_ID}
      label="Search lines"
      placeholder="Search lines…"
      field={field}
      status={{ ...status, state: shown.state }}
      problem={shown.problem}
      flags={
        <SearchButton
          label="Regular expression"
          isPressed={query.isRegExp}
          onPress={() => change({ isRegExp: !query.isRegExp })}
        >
          .*
        </SearchButton>
      }
      actions={
        <>
          <SearchButton
            label="Previous match"
            hint="Shift+Enter"
            isDisabled={!hasMatches}
            onPress={() => void go(-1)}
          >
            ↑
          </SearchButton>
          <SearchButton
            label="Next match"
            hint="Enter"
            isDisabled={!hasMatches}
            onPress={() => void go(1)}
          >
            ↓
          </SearchButton>
          <SearchButton
            label="Show only matching lines"
            isPressed={isShowingMatches}
            isDisabled={!hasMatches && !isShowingMatches}
            onPress={() => setView({ kind: isShowingMatches ? 'all' : 'matches' })}
          >
            ≡
          </SearchButton>
        </>
      }
    />
  )
}
