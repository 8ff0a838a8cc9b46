// Where the panel lies: at the right of the table, like the drawer of a line. Where there is no room for both,
// the drawer lies in its place until it is closed, and a strip leads back. What is out of sight stays rendered,
// so that nothing that was typed is lost, but for the key.
import { PanelRightOpen } from 'lucide-react'
import { Activity, type JSX, useEffect } from 'react'
import { msg } from '../../i18n/message.ts'
import { closeDrawer } from '../../state/actions/lines.ts'
import { closeRunPanel } from '../../state/batch/panel.ts'
import { useActive, useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { phaseOf, usePairing } from '../../state/pairing/pairingStore.ts'
import { closePairDrawer } from '../../state/pairing/selection.ts'
import { DrawerFrame } from '../controls/DrawerFrame.tsx'
import { focusRunButton, focusRunPanel } from '../controls/focusField.ts'
import { useMedia } from '../controls/useMedia.ts'
import { useStatusNews } from './follow/useStatusNews.ts'
import { RunPanel } from './RunPanel.tsx'
import styles from './RunPlace.module.css'

/** Room for the issues, the table, a drawer and the panel: as in the style sheets. */
const ROOM_FOR_BOTH = '(min-width: 1680px)'

export function RunPlace(): JSX.Element {
  const { t } = useTranslator()
  const isOpen = useApp((state) => state.isRunOpen)
  const calls = useApp((state) => state.runCalls)
  const isPairingShown = useApp((state) => state.isPairingShown)
  const hasLineDrawer = useActive((tab) => tab.isDrawerOpen)
  const hasPairDrawer = usePairing((state) => state.isDrawerOpen && phaseOf(state) !== 'idle')
  const isRoomy = useMedia(ROOM_FOR_BOTH)
  const hasDrawer = isPairingShown ? hasPairDrawer : hasLineDrawer
  const isSeen = isOpen && (isRoomy || !hasDrawer)
  useStatusNews(isSeen)

  useEffect(() => {
    if (calls > 0) bringToFront()
  }, [calls])

  return (
    <aside aria-label={t(msg('Batch'))} className={styles['place']} hidden={!isOpen}>
      <Activity mode={isSeen ? 'visible' : 'hidden'}>
        <DrawerFrame kind="run" label={t(msg('Width of the panel'))}>
          <RunPanel onClose={close} />
        </DrawerFrame>
      </Activity>
      {isOpen && !isSeen && (
        <div className={styles['strip']}>
          <button type="button" className={styles['back']} onClick={bringToFront}>
            <PanelRightOpen aria-hidden />
            <span>{t(msg('Back to the batch'))}</span>
          </button>
        </div>
      )}
    </aside>
  )
}

/** Drafts of the line stay. */
function bringToFront(): void {
  if (!window.matchMedia(ROOM_FOR_BOTH).matches) {
    closeDrawer()
    closePairDrawer()
  }
  // When it is drawn.
  requestAnimationFrame(focusRunPanel)
}

/** Hands the focus back to what opened it. */
function close(): void {
  closeRunPanel()
  focusRunButton()
}
