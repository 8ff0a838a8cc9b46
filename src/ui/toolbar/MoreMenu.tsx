// What the bar at the top has no room for on a phone.
import { Menu } from '@base-ui/react/menu'
import { Command, CopyMinus, EllipsisVertical, FolderOpen, Play, Redo2 } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { openDialog } from '../../state/actions/dialogs.ts'
import { redo } from '../../state/actions/edits.ts'
import { withBatch } from '../../state/batch/withBatch.ts'
import { withDuplicates } from '../../state/duplicates/withDuplicates.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { chooseFiles } from '../files/chooseFiles.ts'
import { Button } from '../controls/Button.tsx'
import popup from '../controls/popup.module.css'
import { usePopup } from '../controls/usePopup.ts'
import { ConvertItem } from './ConvertItem.tsx'
import { LanguageItems } from './LanguageItems.tsx'
import { redoTitle } from './redoTitle.ts'
import { ThemeItems } from './ThemeItems.tsx'

/** `canChange`: whether the document takes changes at the moment. */
export function MoreMenu({ canChange }: { readonly canChange: boolean }): JSX.Element {
  const { t } = useTranslator()
  const redoLabel = useActive((tab) => tab.facts?.redoLabel)
  return (
    <Menu.Root onOpenChange={usePopup()}>
      <Menu.Trigger
        render={<Button size="icon" aria-label={t(msg('More'))} title={t(msg('More'))} />}
      >
        <EllipsisVertical aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popup['positioner']} sideOffset={4} align="end">
          <Menu.Popup className={popup['menu']}>
            <Menu.Item className={popup['item']} onClick={() => void chooseFiles()}>
              <FolderOpen aria-hidden />
              <span className={popup['itemText']}>{t(msg('Open files'))}</span>
            </Menu.Item>
            <Menu.Item
              className={popup['item']}
              disabled={!canChange || redoLabel === undefined}
              onClick={() => void redo()}
            >
              <Redo2 aria-hidden />
              <span className={popup['itemText']}>{t(redoTitle(redoLabel))}</span>
            </Menu.Item>
            <Menu.Item
              className={popup['item']}
              onClick={() => void withBatch((batch) => batch.openRunPanel())}
            >
              <Play aria-hidden />
              <span className={popup['itemText']}>{t(msg('Run batch…'))}</span>
            </Menu.Item>
            <ConvertItem />
            <Menu.Item
              className={popup['item']}
              disabled={!canChange}
              onClick={() => void withDuplicates((duplicates) => duplicates.openDuplicates())}
            >
              <CopyMinus aria-hidden />
              <span className={popup['itemText']}>{t(msg('Find duplicates…'))}</span>
            </Menu.Item>
            <Menu.Item className={popup['item']} onClick={() => openDialog('commands')}>
              <Command aria-hidden />
              <span className={popup['itemText']}>{t(msg('All commands'))}</span>
            </Menu.Item>
            <Menu.Separator className={popup['separator']} />
            <ThemeItems />
            <Menu.Separator className={popup['separator']} />
            <LanguageItems />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
