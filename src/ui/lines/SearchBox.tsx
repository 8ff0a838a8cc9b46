// Search over all lines: Enter goes from line to line that matches, F3 from match to match; back with
// Shift.
import type { JSX } from 'react'
import { nextMatch } from '../../state/actions/matches.ts'
import { cancelSearch, clearSearch, search } from '../../state/actions/search.ts'
import { useActive } from '../../state/hooks.ts'
import { SEARCH_ID } from '../controls/focusField.ts'
import { SearchButton, SearchField } from '../table/SearchField.tsx'
import { useSearchField } from '../table/useSearchField.ts'
import { leaveField } from './leaveField.ts'
import { currentMatch, searchStatus, spokenMatch } from './searchStatus.ts'

export function SearchBox(): JSX.Element {
  const shown = useActive((tab) => tab.search)
  const matchesNow = useActive((tab) => tab.facts?.matches)
  const current = useActive(currentMatch)
  const spoken = useActive(spokenMatch)
  const field = useSearchField({
    shown: shown.query,
    isSearching: shown.state === 'searching',
    search,
    cancel: cancelSearch,
    clear: clearSearch,
    onEnter: (press) => void go(press.shiftKey ? -1 : 1, press.key === 'F3' ? 'match' : 'line'),
    onLeave: leaveField,
  })
  const { query, change } = field
  const status = searchStatus(shown, matchesNow, current)
  const hasMatches = status.matches > 0

  async function go(direction: -1 | 1, by: 'match' | 'line'): Promise<void> {
    await field.start()
    await nextMatch(direction, by)
  }

  return (
    <SearchField
      id={SEARCH_ID}
      label="Search lines"
      placeholder="Search lines…"
      field={field}
      status={{ ...status, spoken, state: shown.state }}
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
            hint="Shift+F3"
            isDisabled={!hasMatches}
            onPress={() => void go(-1, 'match')}
          >
            ↑
          </SearchButton>
          <SearchButton
            label="Next match"
            hint="F3"
            isDisabled={!hasMatches}
            onPress={() => void go(1, 'match')}
          >
            ↓
          </SearchButton>
        </>
      }
    />
  )
}
