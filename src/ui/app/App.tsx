// The whole page: where each part lies, and what is open above it.
import { Activity, type JSX, useEffect, useState } from 'react'
import { msg } from '../../i18n/message.ts'
import { useActive, useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { whenIdle } from '../../state/whenIdle.ts'
import { useCommandKeys } from '../commands/useCommandKeys.ts'
import { DrawerFrame } from '../controls/DrawerFrame.tsx'
import { ONE_COLUMN, useMedia } from '../controls/useMedia.ts'
import { Announcer } from '../messages/Announcer.tsx'
import { Messages } from '../messages/Messages.tsx'
import { StatusBar } from '../statusBar/StatusBar.tsx'
import { Toolbar } from '../toolbar/Toolbar.tsx'
import styles from './App.module.css'
import { DropOverlay } from './DropOverlay.tsx'
import { EmptyScreen } from './EmptyScreen.tsx'
import { FileInput } from '../files/FileInput.tsx'
import {
  LineEditor,
  NewBatchView,
  PairingView,
  RunPlace,
  TooltipLayer,
  Workspace,
} from './lazyParts.tsx'
import { OpenDialog } from './OpenDialog.tsx'
import { useDropsAndPastes } from './useDropsAndPastes.ts'
import { useFocusHome } from './useFocusHome.ts'
import { useGuards } from './useGuards.ts'
import { usePreload } from './usePreload.ts'

export function App(): JSX.Element {
  const { t } = useTranslator()
  const isOpen = useApp((state) => state.activeKey !== undefined)
  const isPairingShown = useApp((state) => state.isPairingShown)
  const isNewBatchShown = useApp((state) => state.isNewBatchShown)
  const isRunOpen = useApp((state) => state.isRunOpen)
  const isRunLoaded = useApp((state) => state.runCalls > 0)
  const hasDrawer = useActive((tab) => tab.isDrawerOpen)
  const isDrawerOpen = hasDrawer && !isPairingShown && !isNewBatchShown
  // Nothing of the table is in sight below the drawer, or below the panel that runs batches.
  const isOneColumn = useMedia(ONE_COLUMN)
  const isCovered = isOneColumn && (isDrawerOpen || isRunOpen)
  const isDropping = useDropsAndPastes()
  useGuards()
  usePreload()
  useCommandKeys()
  useFocusHome()
  // After everything that the first screen waits for.
  const [isIdle, setIdle] = useState(false)
  useEffect(() => whenIdle(() => setIdle(true)), [])

  return (
    <div
      className={styles['app']}
      data-drawer={isDrawerOpen || undefined}
      data-run={isRunOpen || undefined}
    >
      <Toolbar />
      {/* Rendered unseen while nobody waits, so that the first file finds it ready. */}
      <Activity mode={isOpen && !isPairingShown && !isNewBatchShown ? 'visible' : 'hidden'}>
        <div className={styles['place']} inert={isCovered}>
          <Workspace />
        </div>
      </Activity>
      {isPairingShown && !isNewBatchShown && (
        <div className={styles['place']} inert={isOneColumn && isRunOpen}>
          <PairingView />
        </div>
      )}
      {isDrawerOpen && (
        <aside aria-label={t(msg('Line'))} className={styles['place']}>
          <DrawerFrame kind="line" label={t(msg('Width of the line editor'))}>
            <LineEditor />
          </DrawerFrame>
        </aside>
      )}
      {isNewBatchShown && (
        <main className={styles['cover']} inert={isCovered}>
          <NewBatchView />
        </main>
      )}
      {!isOpen && !isNewBatchShown && (
        <main className={styles['empty']} inert={isCovered}>
          <EmptyScreen />
        </main>
      )}
      {isRunLoaded && <RunPlace />}
      <StatusBar />
      <FileInput />
      {isDropping && <DropOverlay />}
      <OpenDialog />
      <Messages />
      <Announcer />
      {isIdle && <TooltipLayer />}
    </div>
  )
}
