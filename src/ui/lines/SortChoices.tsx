// How a column can be sorted, as entries of its menu.
import { Menu } from '@base-ui/react/menu'
import { ArrowDownNarrowWide, ArrowDownWideNarrow, ListRestart } from 'lucide-react'
import type { JSX, ReactNode } from 'react'
import type { SortBy } from '../../contracts/sorting.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { sortRows, unsortRows } from '../../state/sorting/sorting.ts'
import popup from '../controls/popup.module.css'

export function SortChoices({ by }: { readonly by: SortBy }): JSX.Element {
  const isSorted = useActive((tab) => tab.facts?.order !== undefined)
  const isRead = useActive((tab) => tab.facts?.state === 'ready')
  return (
    <>
      <Choice
        name={msg('Sort ascending')}
        icon={<ArrowDownNarrowWide aria-hidden />}
        isDisabled={!isRead}
        onChoose={() => void (by.kind === 'line' ? unsortRows() : sortRows(by, false))}
      />
      <Choice
        name={msg('Sort descending')}
        icon={<ArrowDownWideNarrow aria-hidden />}
        isDisabled={!isRead}
        onChoose={() => void sortRows(by, true)}
      />
      <Choice
        name={msg('Back to file order')}
        icon={<ListRestart aria-hidden />}
        isDisabled={!isSorted}
        onChoose={() => void unsortRows()}
      />
    </>
  )
}

interface ChoiceProps {
  readonly name: Message
  readonly icon: ReactNode
  readonly isDisabled: boolean
  readonly onChoose: () => void
}

function Choice({ name, icon, isDisabled, onChoose }: ChoiceProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <Menu.Item className={popup['item']} disabled={isDisabled} onClick={onChoose}>
      {icon}
      <span className={popup['itemText']}>{t(name)}</span>
    </Menu.Item>
  )
}
