// The menu in the title of a column, and its entries.
import { Menu } from '@base-ui/react/menu'
import { ChevronDown } from 'lucide-react'
import type { JSX, KeyboardEvent, ReactNode } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import popup from '../controls/popup.module.css'
import { usePopup } from '../controls/usePopup.ts'
import styles from '../table/Table.module.css'

interface ColumnMenuProps {
  /** Of the column. */
  readonly title: Message
  readonly children: ReactNode
}

export function ColumnMenu({ title, children }: ColumnMenuProps): JSX.Element {
  const { t } = useTranslator()
  const label = t(msg('Column {title}', { title }))
  return (
    <Menu.Root modal={false} onOpenChange={usePopup()}>
      <Menu.Trigger
        className={styles['titleMenu']}
        aria-label={label}
        title={label}
        onKeyDown={keepFromTable}
      >
        <ChevronDown aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="start" sideOffset={4} className={popup['positioner']}>
          <Menu.Popup className={popup['menu']} onKeyDown={keepFromTable}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** Keys of the menu are none of the table, in which it is. Escape is also for what lies around both. */
function keepFromTable(press: KeyboardEvent): void {
  if (press.key !== 'Escape') press.stopPropagation()
}

interface ColumnChoiceProps {
  readonly name: Message
  readonly icon: ReactNode
  readonly isDisabled?: boolean
  readonly onChoose: () => void
}

export function ColumnChoice({
  name,
  icon,
  isDisabled = false,
  onChoose,
}: ColumnChoiceProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <Menu.Item className={popup['item']} disabled={isDisabled} onClick={onChoose}>
      {icon}
      <span className={popup['itemText']}>{t(name)}</span>
    </Menu.Item>
  )
}
