// Above the table: search, which lines are shown, go to line, raw text.
import type { JSX } from 'react'
import { setRaw, setView } from '../../state/actions/lines.ts'
import { useActiveDocument } from '../../state/hooks.ts'
import { GoToLine, GO_TO_LINE_ID } from './GoToLine.tsx'
import { SearchBox, SEARCH_ID } from './SearchBox.tsx'
import styles from './TableToolbar.module.css'
import { viewTitle } from './viewRows.ts'
import { ViewChoice } from './ViewChoice.tsx'

export function TableToolbar(): JSX.Element | null {
  const tab = useActiveDocument()
  if (!tab) return null
  const chip = viewTitle(tab.facts, tab.view)
  return (
    <div className={styles['toolbar']}>
      <div className={styles['tools']}>
        {/* What is typed and not yet searched belongs to its document. */}
        <SearchBox key={tab.key} tab={tab} />
        {chip !== undefined && (
          <button
            type="button"
            className={styles['chip']}
            aria-label={`Show all lines again, not only: ${chip}`}
            onClick={() => setView({ kind: 'all' })}
          >
            <span className={styles['chipText']}>{chip}</span>
            <span aria-hidden="true">×</span>
          </button>
        )}
        <ViewChoice facts={tab.facts} view={tab.view} />
        <GoToLine lines={tab.facts?.lines ?? 0} />
        <button
          type="button"
          className={styles['toggle']}
          aria-pressed={tab.isRaw}
          title="Show lines as raw text"
          onClick={() => setRaw(!tab.isRaw)}
        >
          Raw
        </button>
      </div>
    </div>
  )
}

/** Puts the focus into the search and selects what is in it, for Ctrl+F. */
export function focusSearch(): void {
  focusInput(SEARCH_ID)
}

/** Puts the focus into 'Go to line', for Ctrl+G. */
export function focusGoToLine(): void {
  focusInput(GO_TO_LINE_ID)
}

function focusInput(id: string): void {
  const input = document.getElementById(id)
  if (!(input instanceof HTMLInputElement)) return
  input.focus()
  input.select()
}
