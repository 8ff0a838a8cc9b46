// How a column can be sorted, as entries of its menu.
import { ArrowDownNarrowWide, ArrowDownWideNarrow, ListRestart } from 'lucide-react'
import type { JSX } from 'react'
import type { SortBy } from '../../contracts/sorting.ts'
import { msg } from '../../i18n/message.ts'
import { useActive } from '../../state/hooks.ts'
import { sortRows, unsortRows } from '../../state/sorting/sorting.ts'
import { ColumnChoice } from './ColumnMenu.tsx'

const BY_SIZE: SortBy = { kind: 'size' }

export function SortChoices({ by }: { readonly by: SortBy }): JSX.Element {
  const isSorted = useActive((tab) => tab.facts?.order !== undefined)
  const isRead = useActive((tab) => tab.facts?.state === 'ready')
  return (
    <>
      <ColumnChoice
        name={msg('Sort ascending')}
        icon={<ArrowDownNarrowWide aria-hidden />}
        isDisabled={!isRead}
        onChoose={() => void (by.kind === 'line' ? unsortRows() : sortRows(by, false))}
      />
      <ColumnChoice
        name={msg('Sort descending')}
        icon={<ArrowDownWideNarrow aria-hidden />}
        isDisabled={!isRead}
        onChoose={() => void sortRows(by, true)}
      />
      {by.kind === 'line' && (
        <>
          <ColumnChoice
            name={msg('Shortest lines first')}
            icon={<ArrowDownNarrowWide aria-hidden />}
            isDisabled={!isRead}
            onChoose={() => void sortRows(BY_SIZE, false)}
          />
          <ColumnChoice
            name={msg('Longest lines first')}
            icon={<ArrowDownWideNarrow aria-hidden />}
            isDisabled={!isRead}
            onChoose={() => void sortRows(BY_SIZE, true)}
          />
        </>
      )}
      <ColumnChoice
        name={msg('Back to file order')}
        icon={<ListRestart aria-hidden />}
        isDisabled={!isSorted}
        onChoose={() => void unsortRows()}
      />
    </>
  )
}
