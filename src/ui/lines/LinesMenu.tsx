// What else can be done with the lines, behind a button beside the choice of lines.
import { Menu } from '@base-ui/react/menu'
import { ChartBar, Columns3, CopyMinus, Ellipsis, ListChecks } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { chooseLines } from '../../state/actions/chosenLines.ts'
import { openDialog } from '../../state/actions/dialogs.ts'
import { withDuplicates } from '../../state/duplicates/withDuplicates.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { rowCountOf } from '../../state/rowCount.ts'
import popup from '../controls/popup.module.css'
import { toggleFieldsPanel } from '../controls/toggleFieldsPanel.ts'
import { usePopup } from '../controls/usePopup.ts'
import styles from '../table/TableToolbar.module.css'
import { SortSubmenu } from './SortSubmenu.tsx'

export function LinesMenu(): JSX.Element {
  const { t } = useTranslator()
  const isReady = useActive(({ facts }) => facts?.state === 'ready')
  const view = useActive((tab) => tab.view)
  const shown = useActive((tab) => rowCountOf(tab.facts, tab.view))
  return (
    <Menu.Root modal={false} onOpenChange={usePopup()}>
      <Menu.Trigger
        className={[styles['toggle'], styles['menuButton']].join(' ')}
        aria-label={t(msg('More to do with the lines'))}
        title={t(msg('More to do with the lines'))}
      >
        <Ellipsis aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="end" sideOffset={4} className={popup['positioner']}>
          <Menu.Popup className={popup['menu']}>
            <SortSubmenu />
            {/* Then they are deleted, copied or exported by the bar of what is chosen. */}
            <Menu.Item
              className={popup['item']}
              disabled={shown === 0}
              onClick={() => void chooseLines({ kind: 'all', view })}
            >
              <ListChecks aria-hidden />
              <span className={popup['itemText']}>{t(msg('Choose all lines that are shown'))}</span>
            </Menu.Item>
            <Menu.Item
              className={popup['item']}
              disabled={!isReady}
              onClick={() => void withDuplicates((duplicates) => duplicates.openDuplicates())}
            >
              <CopyMinus aria-hidden />
              <span className={popup['itemText']}>{t(msg('Find duplicates…'))}</span>
            </Menu.Item>
            <Menu.Item className={popup['item']} onClick={() => openDialog('columns')}>
              <Columns3 aria-hidden />
              <span className={popup['itemText']}>{t(msg('Choose columns…'))}</span>
            </Menu.Item>
            {/* Its button has no room on phones. */}
            <Menu.Item className={popup['item']} onClick={toggleFieldsPanel}>
              <ChartBar aria-hidden />
              <span className={popup['itemText']}>
                {t(msg('Show which fields the lines have'))}
              </span>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
