// Above the table: search, which lines are shown, go to line, raw text.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { setRaw, setView } from '../../state/actions/lines.ts'
import { useFields } from '../../state/fields/fieldsStore.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import type { DocumentTab } from '../../state/store.ts'
import { rowCountOf } from '../../state/rowCount.ts'
import { orderKey } from '../../state/sorting/sorting.ts'
import { toggleFieldsPanel } from '../controls/toggleFieldsPanel.ts'
import { GoToLine } from './GoToLine.tsx'
import { LinesMenuButton } from './LinesMenuButton.tsx'
import { SearchBox } from './SearchBox.tsx'
import { SortChip } from './SortChip.tsx'
import styles from '../table/TableToolbar.module.css'
import { useToolbarForm } from '../table/useToolbarForm.ts'
import { mayHaveMatches, viewTitle } from './viewRows.ts'
import { ViewChoice } from './ViewChoice.tsx'

export function TableToolbar(): JSX.Element {
  const { t } = useTranslator()
  const key = useActive((tab) => tab.key)
  const title = useActive(viewTitle)
  const chip = title && t(title)
  const isRaw = useActive((tab) => tab.isRaw)
  const hasFields = useFields((state) => state.isOpen)
  const toolbar = useToolbarForm(`${chip ?? ''} ${useActive(widthsOf)}`)
  return (
    <div className={styles['toolbar']}>
      <div ref={toolbar} className={styles['tools']}>
        {/* What is typed and not yet searched belongs to its document. */}
        <SearchBox key={key} />
        {chip !== undefined && (
          <button
            type="button"
            className={styles['chip']}
            aria-label={t(msg('Show all lines again, not only: {chip}', { chip }))}
            title={chip}
            onClick={() => setView({ kind: 'all' })}
          >
            <span className={styles['chipText']}>{chip}</span>
            <span aria-hidden="true">×</span>
          </button>
        )}
        <SortChip />
        <ViewChoice />
        <LinesMenuButton />
        <GoToLine />
        <button
          type="button"
          className={`${styles['toggle']} ${styles['inMenu']}`}
          aria-pressed={hasFields}
          title={t(msg('Show which fields the lines have'))}
          onClick={toggleFieldsPanel}
        >
          {t(msg('Fields'))}
        </button>
        <button
          type="button"
          className={styles['toggle']}
          aria-pressed={isRaw}
          title={t(msg('Show lines as raw text'))}
          onClick={() => setRaw(!isRaw)}
        >
          {t(msg('Raw'))}
        </button>
      </div>
    </div>
  )
}

/** What the widths of the parts depend on. */
function widthsOf(tab: DocumentTab): string {
  const { facts, view } = tab
  const digits = countedViews.map((kind) => String(rowCountOf(facts, { kind })).length)
  const { isStale = false } = facts?.order ?? {}
  return `${view.kind} ${mayHaveMatches(tab)} ${facts?.holdsResults ?? false} ${orderKey(facts?.order)} ${isStale} ${digits.join(' ')}`
}

const countedViews = ['invalid', 'warnings', 'attention', 'edited', 'matches'] as const
