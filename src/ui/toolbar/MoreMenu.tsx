// What the bar at the top has no room for on a phone.
import { Menu } from '@base-ui/react/menu'
import { Command, EllipsisVertical, FolderOpen, Redo2 } from 'lucide-react'
import type { JSX } from 'react'
import { openDialog } from '../../state/actions/dialogs.ts'
import { redo } from '../../state/actions/edits.ts'
import { useActive } from '../../state/hooks.ts'
import { chooseFiles } from '../files/chooseFiles.ts'
import { Button } from '../controls/Button.tsx'
import popup from '../controls/popup.module.css'
import { usePopup } from '../controls/usePopup.ts'
import { ThemeItems } from './ThemeItems.tsx'

/** `canChange`: whether the document takes changes at the moment. */
export function MoreMenu({ canChange }: { readonly canChange: boolean }): JSX.Element {
  const redoLabel = useActive((tab) => tab.facts?.redoLabel)
  return (
    <Menu.Root onOpenChange={usePopup()}>
      <Menu.Trigger render={<Button size="icon" aria-label="More" title="More" />}>
        <EllipsisVertical aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popup['positioner']} sideOffset={4} align="end">
          <Menu.Popup className={popup['menu']}>
            <Menu.Item className={popup['item']} onClick={() => void chooseFiles()}>
              <FolderOpen aria-hidden />
              <span className={popup['itemText']}>Open files</span>
            </Menu.Item>
            <Menu.Item
              className={popup['item']}
              disabled={!canChange || redoLabel === undefined}
              onClick={() => void redo()}
            >
              <Redo2 aria-hidden />
              <span className={popup['itemText']}>
                Redo{redoLabel === undefined ? '' : `: ${redoLabel}`}
              </span>
            </Menu.Item>
            <Menu.Item className={popup['item']} onClick={() => openDialog('commands')}>
              <Command aria-hidden />
              <span className={popup['itemText']}>All commands</span>
            </Menu.Item>
            <Menu.Separator className={popup['separator']} />
            <ThemeItems />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
