// Above the table: search, which lines are shown, go to line, raw text.
import type { JSX } from 'react'
import { setRaw, setView } from '../../state/actions/lines.ts'
import { useActive } from '../../state/hooks.ts'
import { GoToLine } from './GoToLine.tsx'
import { SearchBox } from './SearchBox.tsx'
import styles from '../table/TableToolbar.module.css'
import { viewTitle } from './viewRows.ts'
import { ViewChoice } from './ViewChoice.tsx'

export function TableToolbar(): JSX.Element {
  const key = useActive((tab) => tab.key)
  const chip = useActive((tab) => viewTitle(tab.facts, tab.view))
  const isRaw = useActive((tab) => tab.isRaw)
  return (
    <div className={styles['toolbar']}>
      <div className={styles['tools']}>
        {/* What is typed and not yet searched belongs to its document. */}
        <SearchBox key={key} />
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
        <ViewChoice />
        <GoToLine />
        <button
          type="button"
          className={styles['toggle']}
          aria-pressed={isRaw}
          title="Show lines as raw text"
          onClick={() => setRaw(!isRaw)}
        >
          Raw
        </button>
      </div>
    </div>
  )
}
