// The menu of a column.
import { Menu } from '@base-ui/react/menu'
import { ArrowLeft, ArrowRight, Columns3, Download, EyeOff, Pin, PinOff } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { openDialog } from '../../state/actions/dialogs.ts'
import { hideColumn, moveColumn, pinColumn, unpinColumn } from '../../state/columns/columns.ts'
import { exportColumns } from '../../state/exporting/exportColumns.ts'
import { useActive } from '../../state/hooks.ts'
import popup from '../controls/popup.module.css'
import { ColumnChoice, ColumnMenu } from './ColumnMenu.tsx'
import type { HeaderMenuProps } from './HeaderMenuButton.tsx'
import { SortChoices } from './SortChoices.tsx'

export function HeaderMenu(props: HeaderMenuProps): JSX.Element {
  const { column, isFirst, isLast, isOnly, isPinned, canPin } = props
  const { id, title } = column
  const isReady = useActive((tab) => tab.facts?.state) === 'ready'
  return (
    <ColumnMenu title={title}>
      <SortChoices by={{ kind: 'column', id }} />
      <Menu.Separator className={popup['separator']} />
      <ColumnChoice
        name={msg('Move left')}
        icon={<ArrowLeft aria-hidden />}
        isDisabled={isFirst}
        onChoose={() => moveColumn(id, -1)}
      />
      <ColumnChoice
        name={msg('Move right')}
        icon={<ArrowRight aria-hidden />}
        isDisabled={isLast}
        onChoose={() => moveColumn(id, 1)}
      />
      <ColumnChoice
        name={isPinned ? msg('Unpin column') : msg('Pin column')}
        icon={isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
        isDisabled={!isPinned && !canPin}
        onChoose={() => (isPinned ? unpinColumn(column) : pinColumn(column))}
      />
      <ColumnChoice
        name={msg('Hide column')}
        icon={<EyeOff aria-hidden />}
        isDisabled={isOnly}
        onChoose={() => hideColumn(id)}
      />
      <Menu.Separator className={popup['separator']} />
      <ColumnChoice
        name={msg('Choose columns…')}
        icon={<Columns3 aria-hidden />}
        onChoose={() => openDialog('columns')}
      />
      <ColumnChoice
        name={msg('Export these columns…')}
        icon={<Download aria-hidden />}
        isDisabled={!isReady}
        onChoose={exportColumns}
      />
    </ColumnMenu>
  )
}
