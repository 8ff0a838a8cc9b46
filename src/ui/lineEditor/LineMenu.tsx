// The rarer things to do with a line.
import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { lineIndexOf } from '../../base/units.ts'
import { msg } from '../../i18n/message.ts'
import { applyEdit } from '../../state/actions/edits.ts'
import { showMessage } from '../../state/actions/messages.ts'
import { findDraft } from '../../state/drafts.ts'
import { useTranslator } from '../../state/language.ts'
import type { DocumentTab } from '../../state/store.ts'
import type { EditCommand, LineDetail } from '../../contracts/documentApi.ts'
import { usePopup } from '../controls/usePopup.ts'
import styles from './LineMenu.module.css'

export interface LineMenuProps {
  readonly tab: DocumentTab
  readonly detail: LineDetail
}

export function LineMenu({ tab, detail }: LineMenuProps) {
  const { t } = useTranslator()
  const { id, originalText, isCut } = detail
  const index = lineIndexOf(detail.line)
  const edit = (command: EditCommand) => () => void applyEdit(command)
  return (
    <Menu.Root modal={false} onOpenChange={usePopup()}>
      <Menu.Trigger aria-label={t(msg('More for this line'))} title={t(msg('More for this line'))}>
        <Ellipsis size={16} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="end" sideOffset={4} className={styles['positioner']}>
          <Menu.Popup className={styles['menu']}>
            <Menu.Item className={styles['item']} onClick={edit({ kind: 'duplicate', id })}>
              {t(msg('Duplicate line'))}
            </Menu.Item>
            <Menu.Item
              className={styles['item']}
              disabled={index === 0}
              onClick={edit({ kind: 'move', id, by: -1 })}
            >
              {t(msg('Move up'))}
            </Menu.Item>
            <Menu.Item
              className={styles['item']}
              disabled={index + 1 >= (tab.facts?.lines ?? 0)}
              onClick={edit({ kind: 'move', id, by: 1 })}
            >
              {t(msg('Move down'))}
            </Menu.Item>
            {originalText !== undefined && (
              <Menu.Item
                className={styles['item']}
                onClick={edit({ kind: 'replace', id, texts: [originalText] })}
              >
                {t(msg('Restore original'))}
              </Menu.Item>
            )}
            <Menu.Item
              className={styles['item']}
              disabled={isCut}
              onClick={() => void copy(findDraft(tab, id)?.text ?? detail.text)}
            >
              {t(msg('Copy line'))}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showMessage('status', msg('Line copied.'))
  } catch {
    showMessage(
      'alert',
      msg('The browser did not allow copying. Select the text and copy it yourself.'),
    )
  }
}
