// What lies between the bars while a document is open: its issues and its lines.
import { type JSX, useDeferredValue } from 'react'
import { msg } from '../../i18n/message.ts'
import { useFields } from '../../state/fields/fieldsStore.ts'
import { useActive, useActiveDocument } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { IssuesPanel } from '../issues/IssuesPanel.tsx'
import { LineTable } from '../lines/LineTable.tsx'
import { TableToolbar } from '../lines/TableToolbar.tsx'
import styles from './App.module.css'
import { DocumentNotice } from './DocumentNotice.tsx'
import { FieldsPanel } from './fieldsPart.ts'
import { SidePanel } from '../controls/SidePanel.tsx'

export function Workspace(): JSX.Element {
  const { t } = useTranslator()
  const name = useActive((tab) => tab.name)
  const hasFields = useFields((state) => state.isOpen)
  // The table comes first, in the task in which the file was dropped; what is beside it need not be in that.
  const hasTable = useDeferredValue(true, false)
  return (
    <>
      <SidePanel label={hasFields ? t(msg('Fields of the lines')) : t(msg('Issues and file'))}>
        {hasFields ? <FieldsPanel /> : hasTable && <IssuesPanel />}
      </SidePanel>
      <main className={styles['middle']}>
        <h1 className="visuallyHidden">{name}</h1>
        <Notice />
        <TableToolbar />
        <div className={styles['table']}>
          <LineTable />
        </div>
      </main>
    </>
  )
}

function Notice(): JSX.Element | null {
  const tab = useActiveDocument()
  return tab ? <DocumentNotice tab={tab} /> : null
}
