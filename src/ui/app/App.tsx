// The whole page: where each part lies, and what is open above it.
import { lazy, Suspense, type JSX } from 'react'
import { useActiveDocument } from '../../state/hooks.ts'
import { useCommandKeys } from '../commands/useCommandKeys.ts'
import { IssuesPanel } from '../issues/IssuesPanel.tsx'
import { LineTable } from '../lineTable/LineTable.tsx'
import { TableToolbar } from '../lineTable/TableToolbar.tsx'
import { Messages } from '../messages/Messages.tsx'
import { StatusBar } from '../statusBar/StatusBar.tsx'
import { Toolbar } from '../toolbar/Toolbar.tsx'
import styles from './App.module.css'
import { DocumentNotice } from './DocumentNotice.tsx'
import { DropOverlay } from './DropOverlay.tsx'
import { EmptyScreen } from './EmptyScreen.tsx'
import { FileInput } from './FileInput.tsx'
import { OpenDialog } from './OpenDialog.tsx'
import { SidePanel } from './SidePanel.tsx'
import { useDropsAndPastes } from './useDropsAndPastes.ts'
import { useGuards } from './useGuards.ts'
import { usePreload } from './usePreload.ts'

// The editor is a third of the code and not needed before a line is chosen.
const LineEditor = lazy(async () => ({
  default: (await import('../lineEditor/LineEditor.tsx')).LineEditor,
}))

export function App(): JSX.Element {
  const tab = useActiveDocument()
  const isDropping = useDropsAndPastes()
  useGuards()
  usePreload()
  useCommandKeys()

  return (
    <div className={styles['app']} data-drawer={tab?.isDrawerOpen || undefined}>
      <Toolbar />
      {tab ? (
        <>
          <SidePanel>
            <IssuesPanel tab={tab} />
          </SidePanel>
          <main className={styles['middle']}>
            <h1 className="visuallyHidden">{tab.name}</h1>
            <DocumentNotice tab={tab} />
            <TableToolbar />
            <div className={styles['table']}>
              <LineTable />
            </div>
          </main>
          {tab.isDrawerOpen && (
            <div className={styles['drawer']}>
              <Suspense fallback={<p className={styles['loading']}>Loading the editor</p>}>
                <LineEditor />
              </Suspense>
            </div>
          )}
        </>
      ) : (
        <main className={styles['empty']}>
          <EmptyScreen />
        </main>
      )}
      <StatusBar />
      <FileInput />
      {isDropping && <DropOverlay />}
      <OpenDialog />
      <Messages />
    </div>
  )
}
