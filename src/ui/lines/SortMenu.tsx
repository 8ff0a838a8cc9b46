// The menu of a column that can be sorted by, and nothing else.
import { Menu } from '@base-ui/react/menu'
import { ChevronDown } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import popup from '../controls/popup.module.css'
import { usePopup } from '../controls/usePopup.ts'
import styles from '../table/Table.module.css'
import { keepFromTable } from './HeaderMenu.tsx'
import type { SortMenuProps } from './HeaderMenuButton.tsx'
import { SortChoices } from './SortChoices.tsx'

export function SortMenu({ by, title }: SortMenuProps): JSX.Element {
  const { t } = useTranslator()
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
            <SortChoices by={by} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
