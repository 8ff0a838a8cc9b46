// The menu of a column that can be sorted by, and nothing else.
import type { JSX } from 'react'
import { ColumnMenu } from './ColumnMenu.tsx'
import type { SortMenuProps } from './HeaderMenuButton.tsx'
import { SortChoices } from './SortChoices.tsx'

export function SortMenu({ by, title }: SortMenuProps): JSX.Element {
  return (
    <ColumnMenu title={title}>
      <SortChoices by={by} />
    </ColumnMenu>
  )
}
