// By what lines can be sorted, as a part of the menu of the lines: where rows are cards there are no titles with
// menus of their own. What they are sorted by already is turned round.
import { Menu } from '@base-ui/react/menu'
import { ArrowDown, ArrowDownNarrowWide, ArrowUp, ListRestart } from 'lucide-react'
import type { JSX } from 'react'
import type { SortBy } from '../../contracts/sorting.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { sortRows, unsortRows } from '../../state/sorting/sorting.ts'
import popup from '../controls/popup.module.css'
import { shownColumns, TEXT_COLUMN } from './columnLayout.ts'
import { directionOf } from './SortMark.tsx'

export function SortSubmenu(): JSX.Element {
  const { t } = useTranslator()
  const facts = useActive((tab) => tab.facts)
  const order = facts?.order
  const columns = shownColumns(facts?.columns ?? []).filter(({ id }) => id !== TEXT_COLUMN)
  const ways: readonly { readonly by: SortBy; readonly title: Message }[] = [
    { by: { kind: 'line' }, title: msg('line') },
    { by: { kind: 'size' }, title: msg('size') },
    ...columns.map(({ id, title }) => ({ by: { kind: 'column', id } as const, title })),
  ]
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={popup['item']} disabled={facts?.state !== 'ready'}>
        <ArrowDownNarrowWide aria-hidden />
        <span className={popup['itemText']}>{t(msg('Sort by…'))}</span>
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className={popup['positioner']}>
          <Menu.Popup className={popup['menu']}>
            {ways.map(({ by, title }) => {
              const direction = directionOf(order, by)
              const isDescending = direction === 'ascending' || (by.kind === 'line' && !direction)
              return (
                <Menu.Item
                  key={by.kind === 'column' ? `column ${by.id}` : by.kind}
                  className={popup['item']}
                  aria-label={t(
                    isDescending
                      ? msg('{title}, descending', { title })
                      : msg('{title}, ascending', { title }),
                  )}
                  onClick={() => void choose(by, isDescending)}
                >
                  {isDescending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />}
                  <span className={popup['itemText']} dir="auto">
                    {t(title)}
                  </span>
                </Menu.Item>
              )
            })}
            <Menu.Separator className={popup['separator']} />
            <Menu.Item
              className={popup['item']}
              disabled={!order}
              onClick={() => void unsortRows()}
            >
              <ListRestart aria-hidden />
              <span className={popup['itemText']}>{t(msg('Back to file order'))}</span>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  )
}

/** Lines in the order of their numbers are in that of the file. */
async function choose(by: SortBy, isDescending: boolean): Promise<void> {
  if (by.kind === 'line' && !isDescending) await unsortRows()
  else await sortRows(by, isDescending)
}
