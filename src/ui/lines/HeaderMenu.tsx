// The menu of a column.
import { Menu } from '@base-ui/react/menu'
import {
  ArrowLeft,
  ArrowRight,
  ChevronDown,
  Columns3,
  Download,
  EyeOff,
  Pin,
  PinOff,
} from 'lucide-react'
import type { JSX, KeyboardEvent, ReactNode } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { openDialog } from '../../state/actions/dialogs.ts'
import { hideColumn, moveColumn, pinColumn, unpinColumn } from '../../state/columns/columns.ts'
import { exportColumns } from '../../state/exporting/exportColumns.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import popup from '../controls/popup.module.css'
import { usePopup } from '../controls/usePopup.ts'
import styles from '../table/Table.module.css'
import type { HeaderMenuProps } from './HeaderMenuButton.tsx'
import { SortChoices } from './SortChoices.tsx'

export function HeaderMenu(props: HeaderMenuProps): JSX.Element {
  const { t } = useTranslator()
  const { column, isFirst, isLast, isOnly, isPinned, canPin } = props
  const { id, title } = column
  const isReady = useActive((tab) => tab.facts?.state) === 'ready'
  return (
    <Menu.Root modal={false} onOpenChange={usePopup()}>
      <Menu.Trigger
        className={styles['titleMenu']}
        aria-label={t(msg('Column {title}', { title }))}
        title={t(msg('Column {title}', { title }))}
        onKeyDown={keepFromTable}
      >
        <ChevronDown aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="start" sideOffset={4} className={popup['positioner']}>
          <Menu.Popup className={popup['menu']} onKeyDown={keepFromTable}>
            <SortChoices by={{ kind: 'column', id }} />
            <Menu.Separator className={popup['separator']} />
            <Choice
              name={msg('Move left')}
              icon={<ArrowLeft aria-hidden />}
              isDisabled={isFirst}
              onChoose={() => moveColumn(id, -1)}
            />
            <Choice
              name={msg('Move right')}
              icon={<ArrowRight aria-hidden />}
              isDisabled={isLast}
              onChoose={() => moveColumn(id, 1)}
            />
            <Choice
              name={isPinned ? msg('Unpin column') : msg('Pin column')}
              icon={isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
              isDisabled={!isPinned && !canPin}
              onChoose={() => (isPinned ? unpinColumn(column) : pinColumn(column))}
            />
            <Choice
              name={msg('Hide column')}
              icon={<EyeOff aria-hidden />}
              isDisabled={isOnly}
              onChoose={() => hideColumn(id)}
            />
            <Menu.Separator className={popup['separator']} />
            <Choice
              name={msg('Choose columns…')}
              icon={<Columns3 aria-hidden />}
              onChoose={() => openDialog('columns')}
            />
            <Choice
              name={msg('Export these columns…')}
              icon={<Download aria-hidden />}
              isDisabled={!isReady}
              onChoose={exportColumns}
            />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** Keys of the menu are none of the table, in which it is. Escape is also for what lies around both. */
export function keepFromTable(press: KeyboardEvent): void {
  if (press.key !== 'Escape') press.stopPropagation()
}

interface ChoiceProps {
  readonly name: Message
  readonly icon: ReactNode
  readonly isDisabled?: boolean
  readonly onChoose: () => void
}

function Choice({ name, icon, isDisabled = false, onChoose }: ChoiceProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <Menu.Item className={popup['item']} disabled={isDisabled} onClick={onChoose}>
      {icon}
      <span className={popup['itemText']}>{t(name)}</span>
    </Menu.Item>
  )
}
