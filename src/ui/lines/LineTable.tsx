// The table of lines of the active document: what to show when there are none, and the grid.
import type { JSX } from 'react'
import { clientOf, hasClient, rowsOf } from '../../state/clients.ts'
import { useActiveDocument } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { rowCountOf } from '../../state/rowCount.ts'
import { LineGrid } from './LineGrid.tsx'
import styles from '../table/Table.module.css'
import { emptyNotice } from './viewRows.ts'

export function LineTable(): JSX.Element | null {
  const { t } = useTranslator()
  const tab = useActiveDocument()
  if (!tab) return null
  const notice = rowCountOf(tab.facts, tab.view) === 0 && emptyNotice(tab)
  return (
    <div className={styles['table']}>
      {hasClient(tab.key) && (
        <LineGrid key={tab.key} tab={tab} client={clientOf(tab.key)} rows={rowsOf(tab.key)} />
      )}
      {notice && <p className={styles['notice']}>{t(notice)}</p>}
    </div>
  )
}
