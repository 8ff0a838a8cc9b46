// Above the table: search, which lines are shown, go to line, raw text.
import type { JSX } from 'react'
import { setRaw, setView } from '../../state/actions/lines.ts'
import { groupNumber } from '../../state/formatNumber.ts'
import { useActive } from '../../state/hooks.ts'
import type { DocumentTab } from '../../state/store.ts'
import { rowCountOf } from '../../state/rowCount.ts'
import { GoToLine } from './GoToLine.tsx'
import { SearchBox } from './SearchBox.tsx'
import styles from '../table/TableToolbar.module.css'
import { useToolbarForm } from '../table/useToolbarForm.ts'
import { viewTitle } from './viewRows.ts'
import { ViewChoice } from './ViewChoice.tsx'

export function TableToolbar(): JSX.Element {
  const key = useActive((tab) => tab.key)
  const chip = useActive(viewTitle)
  const isRaw = useActive((tab) => tab.isRaw)
  const toolbar = useToolbarForm(useActive(widthsOf))
  return (
    <div className={styles['toolbar']}>
      <div ref={toolbar} className={styles['tools']}>
        {/* What is typed and not yet searched belongs to its document. */}
        <SearchBox key={key} />
        {chip !== undefined && (
          <button
            type="button"
            className={styles['chip']}
            aria-label={`Show all lines again, not only: ${chip}`}
            title={chip}
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

/** What the widths of the parts depend on. */
function widthsOf(tab: DocumentTab): string {
  const { facts } = tab
  const counts = countedViews.map((kind) => groupNumber(rowCountOf(facts, { kind })).length)
  return `${viewTitle(tab) ?? ''} ${facts?.holdsResults ?? false} ${counts.join(' ')}`
}

const countedViews = ['invalid', 'warnings', 'attention', 'edited', 'matches'] as const
