// Search over all lines: Enter goes from line to line that matches, F3 from match to match; back with
// Shift.
import type { JSX, ReactNode } from 'react'
import { msg } from '../../i18n/message.ts'
import { nextMatch } from '../../state/actions/matches.ts'
import { cancelSearch, clearSearch, search } from '../../state/actions/search.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { SEARCH_ID } from '../controls/focusField.ts'
import { keyLabel } from '../controls/keyLabel.ts'
import { SearchButton, SearchField } from '../table/SearchField.tsx'
import { useSearchField } from '../table/useSearchField.ts'
import tableStyles from '../table/Table.module.css'
import { leaveField } from './leaveField.ts'
import { currentMatch, searchStatus } from './searchStatus.ts'

export function SearchBox(): JSX.Element {
  const { t, rich } = useTranslator()
  const shown = useActive((tab) => tab.search)
  const matchesNow = useActive((tab) => tab.facts?.matches)
  const current = useActive(currentMatch)
  const index = useActive(({ selection }) => selection?.index)
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
  const status = searchStatus(shown, matchesNow, current && { ...current, index })
  const hasMatches = status.matches > 0

  async function go(direction: -1 | 1, by: 'match' | 'line'): Promise<void> {
    await field.start()
    await nextMatch(direction, by)
  }

  return (
    <SearchField
      id={SEARCH_ID}
      label={t(msg('Search lines'))}
      placeholder={t(msg('Search lines…'))}
      field={field}
      status={{
        ...status,
        text: status.text && rich(status.text, { spoken }),
        state: shown.state,
      }}
      problem={shown.problem && t(shown.problem)}
      flags={
        <SearchButton
          label={t(msg('Regular expression'))}
          isPressed={query.isRegExp}
          onPress={() => change({ isRegExp: !query.isRegExp })}
        >
          .*
        </SearchButton>
      }
      actions={
        <>
          <SearchButton
            label={t(msg('Previous match'))}
            hint={keyLabel('Shift+F3')}
            isDisabled={!hasMatches}
            onPress={() => void go(-1, 'match')}
          >
            ↑
          </SearchButton>
          <SearchButton
            label={t(msg('Next match'))}
            hint={keyLabel('F3')}
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

function spoken(words: readonly ReactNode[]): ReactNode {
  return (
    <span key="spoken" className={tableStyles['srOnly']}>
      {words}
    </span>
  )
}
