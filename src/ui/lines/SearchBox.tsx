// Search over all lines, for text, by a regular expression or by a query: Enter goes from line to line that
// matches, F3 from match to match; back with Shift. The first Enter after a query shows what it finds.
import { ListFilter } from 'lucide-react'
import { type JSX, type ReactNode, useRef, useState } from 'react'
import { msg } from '../../i18n/message.ts'
import { nextMatch } from '../../state/actions/matches.ts'
import { cancelSearch, search } from '../../state/actions/search.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { SEARCH_ID } from '../controls/focusField.ts'
import { keyLabel } from '../controls/keyLabel.ts'
import { SearchButton, SearchField } from '../table/SearchField.tsx'
import { useSearchField } from '../table/useSearchField.ts'
import tableStyles from '../table/Table.module.css'
import { leaveField } from './leaveField.ts'
import { loadInvertQuery, QueriesDialog, QueryAssist, QueryProblem } from './queryParts.ts'
import { currentMatch, searchStatus, skippedText } from './searchStatus.ts'

const QUERY_EXAMPLE = msg('Query, such as {example}, then Enter', { example: 'level = "error"' })

export function SearchBox(): JSX.Element {
  const { t, rich } = useTranslator()
  const shown = useActive((tab) => tab.search)
  const matchesNow = useActive((tab) => tab.facts?.matches)
  const filledLines = useActive(({ facts }) => facts && facts.lines - facts.blank)
  const current = useActive(currentMatch)
  const index = useActive(({ selection }) => selection?.index)
  const input = useRef<HTMLInputElement>(null)
  const [hasDialog, setHasDialog] = useState(false)
  const field = useSearchField({
    shown: shown.query,
    given: useActive((tab) => tab.givenQuery),
    isSearching: shown.state === 'searching',
    search,
    cancel: cancelSearch,
    clear: search,
    waitsForEnter: ({ isQuery = false }) => isQuery,
    onEnter: (press) => void go(press.shiftKey ? -1 : 1, press.key === 'F3' ? 'match' : 'line'),
    onLeave: leaveField,
  })
  const { query, change } = field
  const { isQuery = false, text } = query
  const status = searchStatus(shown, matchesNow, current && { ...current, index })
  const hasMatches = status.matches > 0
  /** What is shown is of what is typed. */
  const isOfShown = shown.query.text === text && shown.query.isQuery === query.isQuery
  const hasProblem = shown.problem !== undefined && (!isQuery || isOfShown)
  const skipped = shown.query.isQuery ? shown.progress?.skippedLines : undefined

  async function go(direction: -1 | 1, by: 'match' | 'line'): Promise<void> {
    const isNew = await field.start()
    if (!isQuery || !isNew) await nextMatch(direction, by)
  }

  async function runQuery(next: string): Promise<void> {
    await field.run({ text: next, isQuery: true, isRegExp: false })
  }

  async function invert(): Promise<void> {
    const { invertQuery } = await loadInvertQuery()
    // What is no query is run as it is, and says what is wrong.
    await runQuery(invertQuery(text) ?? text)
  }

  return (
    <>
      <SearchField
        id={SEARCH_ID}
        label={t(msg('Search lines'))}
        placeholder={t(isQuery ? QUERY_EXAMPLE : msg('Search lines…'))}
        field={field}
        input={input}
        status={{
          ...status,
          text: (
            <>
              {status.text && rich(status.text, { spoken })}
              {skipped !== undefined && skipped > 0 && spoken([t(skippedText(skipped))])}
            </>
          ),
          state: shown.problem && shown.query.isQuery ? 'failed' : shown.state,
          skipped,
        }}
        problem={hasProblem && shown.problem ? t(shown.problem) : undefined}
        problemMore={isQuery && <QueryProblem text={text} onMend={(next) => void runQuery(next)} />}
        isLong={isQuery}
        isCaseFixed={isQuery}
        below={
          isQuery && (
            <QueryAssist
              input={input}
              text={text}
              isDone={isOfShown && shown.state === 'done'}
              tellsNothing={[0, (filledLines ?? 0) - (skipped ?? 0)].includes(status.matches)}
              note={skipped !== undefined && skipped > 0 ? skippedText(skipped) : undefined}
              onChange={(next) => change({ text: next })}
              onRun={(next) => void runQuery(next)}
            />
          )
        }
        lead={
          isQuery && (
            <SearchButton
              label={t(msg('Help and kept queries'))}
              onPress={() => setHasDialog(true)}
            >
              ?
            </SearchButton>
          )
        }
        flags={
          <>
            <SearchButton
              label={t(msg('Regular expression'))}
              isPressed={query.isRegExp}
              onPress={() => change({ isRegExp: !query.isRegExp, isQuery: false })}
            >
              .*
            </SearchButton>
            <SearchButton
              label={t(msg('Query'))}
              isPressed={isQuery}
              onPress={() => {
                change({ isQuery: !isQuery, isRegExp: false })
                input.current?.focus()
              }}
            >
              <ListFilter className={tableStyles['flagIcon']} aria-hidden />
            </SearchButton>
          </>
        }
        actions={
          isQuery ? (
            // The lines that it finds are the ones that are shown: there is nothing to go to but the next row.
            <SearchButton label={t(msg('Invert'))} onPress={() => void invert()}>
              ≠
            </SearchButton>
          ) : (
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
          )
        }
      />
      {hasDialog && (
        <QueriesDialog
          text={text}
          onRun={(next) => void runQuery(next)}
          onClose={() => setHasDialog(false)}
        />
      )}
    </>
  )
}

function spoken(words: readonly ReactNode[]): ReactNode {
  return (
    <span key="spoken" className={tableStyles['srOnly']}>
      {words}
    </span>
  )
}
